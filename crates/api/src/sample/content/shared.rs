//! Words that fit any trouble: openings and closings, how it escaped, what the system lacked, judgements, answers.

/// Before the customer's words.
pub(in crate::sample) const OPENINGS: &[&str] = &[
    "",
    "",
    "",
    "您好，",
    "紧急！",
    "再次反馈：",
    "我司品质部通知：",
    "刚接到产线电话，",
    "昨天到货后检查，",
    "请关注：",
];

/// After them.
pub(in crate::sample) const CLOSINGS: &[&str] = &[
    "",
    "请于三个工作日内回复。",
    "请先安排补货，再提交分析报告。",
    "照片见附件。",
    "请派人到现场确认。",
    "不良品已隔离，等贵司处理意见。",
    "这是今年第二次了，请认真对待。",
    "如不能按时解决，将暂停贵司供货资格。",
    "麻烦尽快给个说法，谢谢。",
    "产生的挑选费用由贵司承担。",
];

pub(in crate::sample) const CLOSINGS_EN: &[&str] = &[
    "",
    "Please send a replacement by air.",
    "We expect an 8D report within ten days.",
    "Photos are attached.",
    "Sorting costs will be charged to you.",
    "The parts are blocked in our store.",
];

/// 流出原因, why after why.
pub(in crate::sample) const ESCAPES: &[[&str; 3]] = &[
    ["出货抽检没有查到", "抽样数按 AQL 1.0，缺陷率低时容易漏", "该特性没有列为关键特性，未加严抽样"],
    ["终检按目视，判定标准不清", "限度样过期褪色", "限度样没有有效期管理"],
    ["巡检每四小时一次，不良集中在两次之间", "巡检频次按班次而不是按风险", "控制计划多年没有按实际失效更新"],
    ["检具磨损，把不良判成良品", "检具校准过期十一天", "校准提醒只发给一个人，休假时无人处理"],
    ["检验记录是补写的", "检验员当天一人兼两条线", "产能安排没有考虑检验人力"],
    ["客户的使用条件没有进入检验项目", "试验方法与客户不同", "特殊特性没有与客户书面确认"],
];

/// 系统原因
pub(in crate::sample) const SYSTEMS: &[[&str; 2]] = &[
    ["过去类似问题的经验没有横向展开", "没有经验教训库，换人即失忆"],
    ["控制计划与作业指导书不一致", "文件变更没有联动检查"],
    ["PFMEA 没有识别该失效模式", "PFMEA 只在新品时做，之后不再更新"],
    ["变更没有经过评审", "4M 变更的定义没有覆盖此类变化"],
    ["培训只签到不考核", "岗位技能矩阵没有与排班联动"],
];

/// 预防措施: what, and what the customer reads.
pub(in crate::sample) const PREVENTIONS: &[(&str, &str)] = &[
    (
        "更新 PFMEA 与控制计划，把该失效模式的探测度纳入分层审核",
        "PFMEA and control plan updated; layered audits include this failure mode",
    ),
    ("对同类产品横向排查，形成排查清单并逐项关闭", "Similar products were checked one by one against a list"),
    (
        "把本案写入经验教训库，新品评审必须逐条核对",
        "The case is in our lessons learned and checked at each design review",
    ),
    (
        "修订 4M 变更管理办法，此类变化须首件确认并通知客户",
        "Change control revised: such changes need a first-piece release and notice to the customer",
    ),
    ("对相关岗位重新培训并实操考核，不合格不上岗", "Operators were retrained and examined in practice"),
    ("增加防错装置，失效时设备停机", "A poka-yoke stops the machine on failure"),
    (
        "供方列入重点管控，三批加严检验并现场审核",
        "The supplier is under tightened inspection for three lots and was audited on site",
    ),
];

/// 纠正: at once.
pub(in crate::sample) const CORRECTIONS: &[(&str, &str)] = &[
    (
        "对库存与在途全数挑选，良品贴绿点放行",
        "All stock and goods in transit were sorted; good parts carry a green dot",
    ),
    ("安排补货 {n} 件，顺丰次日到", "{n} replacement pieces were sent by express"),
    ("派两人到客户现场挑选返工", "Two of our people sort and rework on site"),
    ("不良品退回后报废并拍照", "Returned parts were scrapped, photographed"),
];

/// Why the verdict is what it is: established, partly, not, pending.
pub(in crate::sample) const ESTABLISHED: &[&str] = &[
    "照片与退回实物核对一致，批号属我司出货，留样复测同样超差。",
    "生产记录显示该批次当班有异常停机，与客户描述的时间吻合。",
    "客户检测报告数据清楚，我司用同一方法复测结论一致。",
    "库存同批次抽检也发现同样不良，责任在我司。",
];
pub(in crate::sample) const PARTLY: &[&str] = &[
    "不良属实，但只涉及一个批次；客户要求整单更换，数量上不合理。",
    "问题成立；停线损失没有提供凭证，只认可挑选费用。",
    "外观不良属实，功能检测合格；同意折价，不同意退货。",
];
pub(in crate::sample) const NOT_ESTABLISHED: &[&str] = &[
    "退回 12 件复测全部合格，客户检具校准已过期。",
    "破损位置与搬运痕迹一致，签收单无异常批注，属客户卸货造成。",
    "批号不是我司出货，标签字体也不同，疑为他人产品。",
    "使用环境超出规格书约定的温度范围。",
];
pub(in crate::sample) const PENDING: &[&str] = &[
    "照片看不清缺陷位置，等待实物与批号。",
    "客户提供的批号与出货记录对不上，需要补充送货单。",
    "需要第三方检测结果，预计五天。",
];

/// 不成立说明
pub(in crate::sample) const EXPLANATIONS: &[(&str, &str)] = &[
    (
        "感谢贵司反馈。我们对退回样件做了全项复测，结果均在图纸公差内，检测报告与检具校准证书一并附上，欢迎贵司派人共同复测。",
        "Thank you for your report. All returned samples were measured again and lie within tolerance; the report and the calibration certificate are attached.",
    ),
    (
        "经核对签收记录与外箱痕迹，破损发生在签收之后。我们愿以成本价补发同等数量，帮助贵司尽快恢复生产。",
        "According to the delivery receipt the damage occurred after delivery. We offer a replacement at cost.",
    ),
    (
        "该批号不属于我司出货。为便于贵司追查，附上我司近三个月出货批号清单。",
        "This lot was not shipped by us. A list of our lots of the last three months is attached for your tracing.",
    ),
];
pub(in crate::sample) const OTHER_WAYS: (&str, &str) = (
    "如仍有异议，可共同委托第三方检测机构，或提请当地消费者协会、行业协会调解。",
    "If you still disagree, a third-party laboratory can be appointed jointly, or the trade association asked to mediate.",
);
pub(in crate::sample) const OBJECTIONS: &[&str] = &[
    "不同意贵司结论，我司用另一台设备复测仍不合格。",
    "签收时没有条件开箱，不能以签收单为准。",
    "请贵司领导重新考虑。",
];

/// What the customer says to an answer.
pub(in crate::sample) const ACCEPTED: &[&str] = &[
    "可以，按这个执行，后续三批我们加严验证。",
    "收到，同意关闭。",
    "分析清楚，措施到位，认可。",
    "OK, accepted.",
    "货已收到，没有问题了。",
];
pub(in crate::sample) const NOT_ACCEPTED: &[&str] =
    &["流出原因没有讲清楚，请重写。", "只有培训，没有硬措施，不接受。", "补货数量不够，请重新给方案。"];
pub(in crate::sample) const EXHAUSTED: &[&str] = &["客户三次催询无回复，按约定视为同意。", "客户项目已停，不再跟进。"];
pub(in crate::sample) const SATISFIED: &[&str] = &[
    "这次响应很快，希望保持。",
    "产品用着没问题了。",
    "对处理结果满意，希望加强来料前的检查。",
    "Good job, keep it up.",
];
pub(in crate::sample) const NOT_SATISFIED: &[&str] = &["新来的一批又发现一件，请再查。", "措施没有落实到夜班。"];

/// 总结
pub(in crate::sample) const WENT_WELL: &[&str] =
    &["24 小时内完成围堵，客户没有停线", "责任部门主动提出防错方案", "客户现场沟通及时"];
pub(in crate::sample) const TO_IMPROVE: &[&str] =
    &["首日照片不全，来回多了一天", "对策评估应更早请设备参加", "在途数量统计慢"];

/// Evidence that an action was done.
pub(in crate::sample) const EVIDENCE: &[&str] = &[
    "改善前后照片、首件记录编号 SJ-{n}",
    "作业指导书新版已发放，签收单编号 QS-{n}",
    "设备点检表与验收单 YS-{n}",
    "培训签到与考核卷 PX-{n}，全员 90 分以上",
];

/// 回应: told on the spot.
pub(in crate::sample) const RECEIPTS: (&str, &str) = (
    "贵司投诉已收到，编号已登记。我们正在清查库存与在途，24 小时内回复围堵结果。",
    "We have received and registered your complaint. Stock and goods in transit are being checked; containment results follow within 24 hours.",
);
pub(in crate::sample) const REJECTIONS: &[&str] =
    &["措施停留在培训层面，缺少防错，退回补充。", "原因没有验证，请补充再现试验。", "费用依据不足，请附明细。"];
pub(in crate::sample) const APPROVALS: &[&str] =
    &["同意。", "同意，注意横向展开。", "同意，请品质部跟踪三批。", "方案可行，按期完成。"];
pub(in crate::sample) const INFEASIBLE: &[&str] =
    &["设备改造周期三个月，期间没有替代措施，请补充。", "人手不够做全检，请改方案。"];
pub(in crate::sample) const FEASIBLE: &[&str] =
    &["可行，预计可降到 50 PPM 以下。", "可行，成本可接受。", "同意，建议夜班先行。"];
