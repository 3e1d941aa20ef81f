//! The complaint as it was registered.

use super::{APPROVED, LEVELS, MADE, REVIEWED, choice, e, photo, s, signed, w, yes_no};
use kesu_forms::view::f01::{Attachment, ComplaintRecord, ProductLine};
use kesu_forms::view::{SignBox, SignState, Words};

const CHANNELS: [(&str, &str); 15] = [
    ("电话", "Phone"),
    ("电子邮件", "E-mail"),
    ("传真", "Fax"),
    ("信函", "Letter"),
    ("网上表单", "Online form"),
    ("QQ", "QQ"),
    ("微信/企业微信", "WeChat"),
    ("社交媒体", "Social media"),
    ("客户门户", "Customer’s portal"),
    ("走访", "Visit"),
    ("客户审核", "Audit"),
    ("无通知退货", "Return without notice"),
    ("主管部门转办", "Passed on by an authority"),
    ("媒体", "Media"),
    ("员工发现", "Found by own staff"),
];
const CLASSES: [(&str, &str); 7] = [
    ("质量", "Quality"),
    ("包装与标签", "Packaging and label"),
    ("交付", "Delivery"),
    ("订单", "Order"),
    ("运输", "Freight"),
    ("单据", "Documents"),
    ("服务", "Service"),
];
const DEMANDS: [(&str, &str); 8] = [
    ("换货", "Replacement"),
    ("返工", "Rework"),
    ("挑选", "Sorting"),
    ("退款", "Refund"),
    ("折让", "Discount"),
    ("赔偿", "Compensation"),
    ("提交报告", "Report only"),
    ("上门处理", "Visit"),
];
const MODES: [(&str, &str); 4] = [
    ("使用现场", "Field"),
    ("客户生产线", "Customer’s line"),
    ("客户进料检验", "Incoming inspection"),
    ("厂内", "In the house"),
];
const FORMATS: [(&str, &str); 4] = [
    ("客户格式的 8D", "Customer’s own 8D"),
    ("8D 报告", "8D report"),
    ("简要答复", "Short reply"),
    ("无要求", "None asked for"),
];
/// The complaint as it was registered.
pub(crate) fn complaint() -> ComplaintRecord {
    ComplaintRecord {
        case_no: Some("KS-2026-0043".to_owned()),
        received_at: s("2026-05-18 09:12"),
        aware_at: s("2026-05-16 17:30"),
        registered_at: s("2026-05-18 09:26"),
        registered_by: e("赵婧（业务部）", "Zhao Jing (sales)"),
        channel: choice(&CHANNELS, &[0, 1]),
        acknowledged_at: s("2026-05-18 09:40"),
        reply_due: s("2026-05-25 17:00"),
        format: choice(&FORMATS, &[1]),
        answer_in: e("中文、英文，邮件", "Chinese, English; mail"),
        customer: e("岚港城市家具有限公司", "Langang Street Furniture Co., Ltd."),
        customer_code: s("C-0218"),
        address: e("岚港市临海区望潮路 88 号 3 号楼", "Building 3, 88 Wangchao Road, Linhai District, Langang"),
        end_customer: e("岚港市市容中心", "Langang City Services"),
        contact: e("王立群（质量主管）", "Wang Liqun (quality)"),
        phone: s("0555-5550 0143"),
        email: s("wlq@langang.example"),
        customer_no: s("LG-QN-26-031"),
        order_no: s("PO-260117"),
        delivery_note: s("DN-260312-02"),
        lines: vec![product()],
        words: e(
            "“三月份到的那批垃圾桶，装到滨海步道才两个月，已经有 12 个在底座焊缝那里长锈了，锈水流到石材上，市容中心打电话来问。\
             400 个我们都看过一遍，别的暂时没锈。这批货请全部换掉，再告诉我们什么原因，剩下的会不会也锈。”",
            "“The bins that came in March have stood on the seaside walk for two months, and 12 of them already rust at the weld \
             of the base; rust water runs onto the stone, and the city has called us. We looked at all 400, the others show none \
             yet. Please replace the whole lot, and tell us why it happened and whether the rest will rust, too.”",
        ),
        class: choice(&CLASSES, &[0]),
        mode: choice(&MODES, &[0]),
        defect: e(
            "底座四角角焊缝处返锈，涂层起泡 3–25 mm，锈水沿立面流淌；平面部位涂层完好。",
            "Fillet welds at the four corners of the base rust, coating blistered 3–25 mm, rust water runs down the faces; \
             coating of flat areas sound.",
        ),
        defect_code: e("W-07 焊缝锈蚀", "W-07 rust at the weld"),
        where_found: e("滨海步道 K1+200 至 K2+900，户外使用现场", "Seaside walk K1+200 to K2+900, outdoors in use"),
        found_on: s("2026-05-16"),
        how_found: e("最终客户例行巡查", "Routine round of the end customer"),
        effect: e(
            "外观不良，锈水污染地面石材；无结构与人身风险。",
            "Appearance, stained paving; no structural or personal risk.",
        ),
        demand: choice(&DEMANDS, &[0, 6]),
        demand_words: e(
            "400 件全部更换，并提交中英文 8D 报告。",
            "All 400 replaced, and an 8D report in Chinese and English.",
        ),
        severity: choice(&LEVELS, &[1]),
        safety: yes_no(false),
        repeat: yes_no(false),
        urgent: yes_no(true),
        eight_d: yes_no(true),
        owner: e("李敏（品质部）", "Li Min (quality)"),
        note: e(
            "锈蚀影响外观并污染石材，客户要求整批更换，金额较大，定为严重。同批成品库尚有 60 件、在途 80 件，须于 24 小时内完成围堵。",
            "Rust spoils appearance and paving, the customer asks for the whole lot, the sum is large: serious. 60 of the lot lie \
             in the store and 80 are on the way; containment within 24 hours.",
        ),
        attachments: vec![
            Attachment {
                name: w("客户邮件 2026-05-18 09:08", "Customer’s mail 2026-05-18 09:08"),
                digest: Some("4C1E 90B7".into()),
            },
            Attachment { name: w("现场照片 6 张", "6 photos on site"), digest: Some("E07A 2D11".into()) },
            Attachment {
                name: w("送货单 DN-260312-02 扫描件", "Delivery note, scanned"),
                digest: Some("71F0 3B9C".into()),
            },
            Attachment { name: w("退回样品 2 件", "2 returned samples"), digest: None },
        ],
        photos: vec![
            photo(("底座角焊缝锈蚀", "Rusted base weld"), 1),
            photo(("锈水流到石材上", "Rust water on the paving"), 2),
        ],
        signatures: vec![
            signed("制作", "Made", MADE, "赵婧", "2026-05-18 09:31:50 +08:00"),
            signed("审核", "Checked", REVIEWED, "周海涛", "2026-05-18 10:05:12 +08:00"),
            SignBox { role: w("批准", "Approved"), meaning: Words::from(APPROVED), state: SignState::Open },
        ],
    }
}

/// The product of the complaint.
fn product() -> ProductLine {
    ProductLine {
        name: e("户外双桶垃圾桶（镀锌板喷塑）", "Outdoor twin litter bin (galvanised, powder coated)"),
        model: s("GPX-240 / GPX-240-00 Rev.C"),
        customer_part: s("LG-TB-0240"),
        lot: s("B260308"),
        made_on: s("2026-03-08"),
        delivered_on: s("2026-03-12"),
        delivered: e("400 件", "400 pcs"),
        defective: e("12 件", "12 pcs"),
        defective_share: Some("3.0 %".to_owned()),
        inspected: e("400 件", "400 pcs"),
        returned: e("2 件（样品）", "2 pcs (samples)"),
        line_stop: s("0 min"),
    }
}
