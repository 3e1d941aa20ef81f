// Made by `cargo xtask types` from the list in crates/api/src/lib.rs. Not edited by hand.

/** No fields. */
export type Nothing = { [name: string]: never };

/**
 * A named account; nobody shares one.
 */
export type Account = { 
/**
 * What is typed at sign-in; never used again for somebody else.
 */
login: string, 
/**
 * 姓名, as printed beside signatures.
 */
name: string, 
/**
 * May sign in.
 */
state: AccountState, 
/**
 * Language of the screen.
 */
language: Lang, 
/**
 * 职务, beside the posts that entitle.
 */
position: string, 
/**
 * 技能: what this person can handle; assignment warns where it asks for another (M-5).
 */
skills: Array<string>, };

/**
 * A new key is there.
 */
export type AccountAdded = { account: AccountId, key: KeyId, fingerprint: string, };

/**
 * A named account.
 */
export type AccountId = number;

/**
 * Whether an account may sign in.
 */
export type AccountState = "active" | "disabled";

/**
 * An account and the keys that it ever had.
 */
export type AccountView = { id: AccountId, rev: number, account: Account, keys: Array<KeyView>, };

/**
 * Accounts with their keys.
 */
export type Accounts = { accounts: Array<AccountView>, };

/**
 * One action against one cause.
 */
export type Action = { 
/**
 * Its number in this section
 */
id: LineId, kind: ActionKind | null, what: House, told: Told, 
/**
 * The line of the why-chain that it removes
 */
cause: LineId | null, owner: Who | null, due: Date | null, 
/**
 * How its effect will show
 */
criterion: House, };

/**
 * 纠正 / 纠正措施 / 预防措施 (forms § 3)
 */
export type ActionKind = "correction" | "corrective" | "preventive";

/**
 * One planned action with its case.
 */
export type ActionLine = { case: CaseId, number: string, procedure: ProcedureId, customer: CustomerId | null, 
/**
 * What happened, cut to one line.
 */
summary: string, severity: string | null, action: ActionRow, };

/**
 * A page of planned actions.
 */
export type ActionPage = { rows: Array<ActionLine>, 
/**
 * Where the next page goes on; none when this was the last.
 */
next: BehindAction | null, };

/**
 * What was done for one planned action. Done only with evidence.
 */
export type ActionProgress = { 
/**
 * The line of the plan
 */
action: LineId | null, text: House, told: Told, done_on: Date | null, evidence: House, files: Array<FileDigest>, 
/**
 * First batch made with it
 */
first_batch: string, };

/**
 * One planned action of a case.
 */
export type ActionRow = { 
/**
 * Its line in the plan
 */
line: number, 
/**
 * 纠正 / 纠正措施 / 预防措施
 */
kind: string | null, 
/**
 * What is to be done
 */
what: string, 
/**
 * Who does it, where that is an account
 */
owner: AccountId | null, 
/**
 * Who does it, where that is somebody without one; else empty
 */
owner_name: string, 
/**
 * 期限 by the plan
 */
due: Date | null, 
/**
 * 完成日期
 */
done_on: Date | null, 
/**
 * `planned` before the plan is carried out; then the state of its task: `open`, `ahead`, `done`, `not_needed`, …
 */
state: string, 
/**
 * Nobody has to do anything more.
 */
over: boolean, 
/**
 * The task that carries it out, and its round; none while it is planned.
 */
task: string | null, 
/**
 * Counts going back.
 */
round: number, 
/**
 * Evidence in words, cut to one line
 */
evidence: string, 
/**
 * Evidence in files
 */
files: number, 
/**
 * 效果 of the actions of this case, when it was verified
 */
effect: string | null, };

/**
 * 措施, as planned. What is signed is the plan; what was done is the record `action_progress`.
 */
export type Actions = { lines: Array<Action>, };

/**
 * A new account.
 */
export type AddAccount = { 
/**
 * What is typed at sign-in.
 */
login: string, 
/**
 * 姓名, as printed beside signatures.
 */
name: string, language: Lang, 
/**
 * 职务
 */
position?: string, 
/**
 * 技能
 */
skills?: Array<string>, 
/**
 * Its first password; its owner changes it.
 */
first_password: Typed, 
/**
 * The administrator's own, for the endorsement.
 */
password: Typed, };

/**
 * A suggestion that belongs to no case.
 */
export type AddSuggestion = { 
/**
 * Number of the procedure.
 */
procedure: string, 
/**
 * The place in it.
 */
clause: string, text: string, 
/**
 * Whose it is, as they are called; the caller's when left out.
 */
by: string, 
/**
 * Today when left out.
 */
on: Date | null, 
/**
 * Where; the plant of the caller's post, or the first, when left out.
 */
plant: PlantId | null, };

/**
 * Which one of the library.
 */
export type AdoptProcedure = { number: string, };

/**
 * 客户对方案的意见: agrees or not, claims or not (A-2, A-6)
 */
export type Agreement = { agreed: YesNo | null, claimed: YesNo | null, 
/**
 * In the customer's words
 */
words: string, with: string, by: Who | null, at: Stamp | null, };

/**
 * Money in hundredths (分) of the plant's currency. A limit reached counts as reached.
 */
export type Amount = number;

/**
 * Somebody who took part in the analysis.
 */
export type Analyst = { 
/**
 * Its number in this section
 */
id: LineId, who: Who | null, };

/**
 * When a clock starts: `received`, `registered`, `entered`, `done:task`, `field:section.field`.
 */
export type Anchor = string;

/**
 * 核决 answer of an approver
 */
export type Answer = "rejected" | "approved";

/**
 * Why a command did not do what was asked.
 */
export type ApiError = { "code": "not_found", 
/**
 * What was looked for.
 */
what: string, } | { "code": "forbidden", 
/**
 * What it would need.
 */
needs: Permission, } | { "code": "refused", 
/**
 * Every reason.
 */
blocked: Array<Blocked>, } | { "code": "invalid", 
/**
 * Each field with what is wrong, as a code of the catalogue.
 */
fields: Array<Field>, } | { "code": "conflict", 
/**
 * The revision that it has.
 */
current: number, } | { "code": "replayed", 
/**
 * The entry of the journal that it made.
 */
seq: number, } | { "code": "busy" } | { "code": "folder", 
/**
 * Which of these.
 */
why: string, 
/**
 * Where, or how much.
 */
detail: string, } | { "code": "internal", 
/**
 * Stands in the log beside the cause.
 */
incident: string, };

/**
 * 核决: approved, or rejected to a named stage with the reason.
 */
export type Approval = { answer: Answer | null, reason: House, 
/**
 * The stage to which a rejection goes
 */
back_to: string, };

/**
 * One more signer.
 */
export type AskTask = { case: CaseId, task: TaskKey, 
/**
 * Who is asked to sign beside the holder, whatever post they hold.
 */
to: AccountId, 
/**
 * Why.
 */
reason: string, };

/**
 * The answer of a command that asks for the password again.
 */
export type Asked<T> = { "is": "done", "done": T } | { "is": "wrong", "done": { 
/**
 * Tries left.
 */
left: number, } } | { "is": "locked", "done": { 
/**
 * Until when.
 */
until: Stamp, } };

/**
 * One more person was asked to sign 加签.
 */
export type AskedToSign = { 
/**
 * By whom; who may take the question back while nobody has answered it.
 */
by: AccountId, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
at: Stamp, };

/**
 * How well the house communicated, fed back, followed up.
 */
export type Assessment = { about: Evaluated | null, on: Date | null, by: Who | null, 
/**
 * 1 to 5
 */
score: number | null, words: House, to_improve: House, };

/**
 * 受理分派: which desk handles it, and who there (I-6, M-5).
 */
export type Assignment = { departments: Array<DepartmentId>, who: Who | null, 
/**
 * What the handler has to know
 */
skill: string, reason: House, };

/**
 * Somebody who was asked to come.
 */
export type Attendant = { 
/**
 * Its number in this record
 */
id: LineId, who: Who | null, must: YesNo | null, came: YesNo | null, };

/**
 * The ball of a case: stretch after stretch, and how long each party held it, the longest first.
 */
export type Ball = { 
/**
 * Oldest first. The last one has no end while somebody holds the ball.
 */
stretches: Array<Stretch>, 
/**
 * The sum of each party until now.
 */
shares: Array<Held>, };

/**
 * Recorded for a named person (A-8).
 */
export type Behalf = { 
/**
 * Whose work it is.
 */
who: Who, 
/**
 * Paper, phone, mail, and where it lies.
 */
source: string, 
/**
 * Evidence.
 */
files: Array<FileDigest>, };

/**
 * The last row of a page.
 */
export type Behind = { received: Stamp, case: CaseId, due: Stamp | null, };

/**
 * The last row of a page of actions.
 */
export type BehindAction = { day: string, case: CaseId, line: number, };

/**
 * One reason why not. A variant exists because the form shows it in its own words and jumps to its own place.
 */
export type Blocked = { "why": "not_now", 
/**
 * Where it stands.
 */
stage: StageId, } | { "why": "needs_role", 
/**
 * Any one of these.
 */
by: Array<By>, } | { "why": "waits", 
/**
 * This one.
 */
task: TaskId, } | { "why": "missing", 
/**
 * `section.field`.
 */
field: string, } | { "why": "own_work", 
/**
 * This one.
 */
task: TaskId, } | { "why": "subject" } | { "why": "record", 
/**
 * Of this kind.
 */
kind: RecordKind, } | { "why": "not_allowed", 
/**
 * `not_needed`, `reported`, `paper`, `behalf`.
 */
step: string, } | { "why": "said_otherwise", 
/**
 * `section.field` of the answer.
 */
field: string, } | { "why": "needs_signature" } | { "why": "needs_reason" } | { "why": "read_only" } | { "why": "own_request" } | { "why": "void", 
/**
 * This one.
 */
task: TaskId, } | { "why": "given" } | { "why": "not_them" } | { "why": "not_yours" } | { "why": "answered", 
/**
 * This one.
 */
task: TaskId, } | { "why": "own_deadline" } | { "why": "customers_date" } | { "why": "clock" };

/**
 * The board as it stands.
 */
export type Board = { 
/**
 * When it was read.
 */
at: Stamp, 
/**
 * The end of this day at the plant: until then something falls due today.
 */
today_ends: Stamp, total: Waiting, 
/**
 * In each stage, what is latest first.
 */
stages: Array<StageWaiting>, 
/**
 * With each holder, what is latest first.
 */
holders: Array<HolderWaiting>, 
/**
 * The tasks themselves, what falls due first on top.
 */
tasks: Array<BoardTask>, };

/**
 * One open task with its case.
 */
export type BoardTask = { case: CaseId, number: string, 
/**
 * What happened, cut to one line.
 */
summary: string, customer: CustomerId | null, severity: string | null, procedure: ProcedureId, task: TaskKey, stage: StageId, holder: Holder, opened: Stamp | null, 
/**
 * None while its clock stands, where there is no deadline, or where the calendar of its year is not entered.
 */
due: Stamp | null, paused: boolean, unknown_year: number | null, 
/**
 * Why it is late, as far as anybody said.
 */
reason: string, };

/**
 * 人机料法环测, and management 管理 (D-3)
 */
export type Bone = "people" | "machine" | "material" | "method" | "environment" | "measurement" | "management";

/**
 * Branch of a cause: why it happened, why it was not found, why the system let it (V-2)
 */
export type Branch = "occurrence" | "escape" | "system";

/**
 * A file that was there already, brought into another case.
 */
export type Brought = { 
/**
 * Into which.
 */
case: CaseId, 
/**
 * Under which name.
 */
name: string, };

/**
 * Who does a task. Written `qe`, `responsible`, `responsible.head`, `each`, `anyone`.
 */
export type By = string;

/**
 * The working calendar of a plant and year.
 */
export type CalendarId = number;

/**
 * A year that was saved, and whom it reached.
 */
export type CalendarSaved = { id: number, rev: number, 
/**
 * Days off that the plant says.
 */
off: number, 
/**
 * Make-up working days that it says.
 */
work: number, 
/**
 * Cases with something open at the plant.
 */
open: number, 
/**
 * Those of them in which a deadline, a reminder or an escalation is another now.
 */
changed: number, };

/**
 * A year of the working calendar.
 */
export type CalendarView = { 
/**
 * The plant's own row, if it has one.
 */
id: CalendarId | null, rev: number, own: CalendarYear | null, 
/**
 * Published, or entered by the plant. If not, deadlines that reach into it say so; nothing is guessed.
 */
known: boolean, 
/**
 * Every working day of the year as it counts now; empty when the year is not known.
 */
working: Array<Date>, };

/**
 * A year of a plant's own calendar: the body of the sacred table `calendar`. It wins over the published one, and makes
 * its year known where nothing was published yet.
 */
export type CalendarYear = { 
/**
 * Where.
 */
plant: PlantId, 
/**
 * Which year.
 */
year: number, 
/**
 * Days off that would be working days.
 */
off: Array<Date>, 
/**
 * Working days that would be off.
 */
work: Array<Date>, 
/**
 * Shifts of a working day; empty: the whole day.
 */
shifts: Array<Shift>, 
/**
 * Who said so: circular, plant order.
 */
source: string, };

/**
 * The CAPA as a record of its own. Its causes, actions and effect are the sections of the case that it serves.
 */
export type Capa = { source: CapaSource | null, issued_on: Date | null, reply_due: Date | null, answered_on: Date | null, from_department: DepartmentId | null, issued_by: AccountId | null, 
/**
 * 不符合事实
 */
fact: House, 
/**
 * 应急处理
 */
immediate: House, immediate_by: Who | null, immediate_at: Stamp | null, immediate_verified_by: Who | null, 
/**
 * QA takes the plan, or returns it
 */
plan_accepted: YesNo | null, plan_note: House, 
/**
 * 实施检查
 */
checked_on: Date | null, checked_by: Who | null, check_note: House, 
/**
 * The CAPA that follows when this one had no effect
 */
next: string, };

/**
 * Where a CAPA comes from (A-9)
 */
export type CapaSource = "complaint" | "audit" | "process" | "repeat" | "suggestion" | "other";

/**
 * A complaint case 案件.
 */
export type CaseId = number;

/**
 * Another case.
 */
export type CaseLink = { 
/**
 * Which.
 */
case: CaseId, 
/**
 * 案件编号, by which people find it.
 */
number: string, 
/**
 * Of a split: the product lines that went to the child. Figures count them there, and not here.
 */
lines: Array<LineId>, };

/**
 * Where a case stands as a whole. The last three are ends that no procedure leads to (I-12): a void number counts
 * nowhere, a merged case with the one that leads, a withdrawn one is received and neither valid nor invalid.
 */
export type CaseState = "open" | "settled" | "closed" | "archived" | "withdrawn" | "merged" | "void";

/**
 * 案例 for other departments to learn from (S-6).
 */
export type CaseStudy = { title: string, facts: House, cause: House, handling: House, lesson: House, departments: Array<DepartmentId>, };

/**
 * The whole case file, as this person may see it.
 */
export type CaseView = { case: CaseId, rev: number, head: Head, 
/**
 * Task rows, oldest first, with what stands in this person's way.
 */
tasks: Array<TaskView>, 
/**
 * Deadlines of the open tasks, by both clocks.
 */
clocks: Array<Clock>, 
/**
 * Who held the ball, and for how long (D-5).
 */
ball: Ball, sections: Array<SectionView>, records: Array<RecordView>, signatures: Array<SignatureView>, 
/**
 * Stages to which this person may take the case back by hand.
 */
can_reopen: Array<StageId>, 
/**
 * Why this person may not approve, or refuse, that the number be declared void; empty: they may, once somebody asks.
 */
void_blocked: Array<Blocked>, 
/**
 * Last entry of the journal about this case: `seq-hash`.
 */
head_of_case: string, };

/**
 * 原因 D4
 */
export type Causes = { 
/**
 * Why-chains: occurrence, escape, system
 */
whys: Array<Why>, 
/**
 * The fishbone
 */
bones: Array<Twig>, 
/**
 * What changed before it began
 */
changed: House, 
/**
 * How the causes were proved
 */
verification: House, reproducible: YesNo | null, 
/**
 * The cause as the customer reads it
 */
told: Told, by: Array<Analyst>, on: Date | null, files: Array<FileDigest>, };

/**
 * One line of the change record.
 */
export type Change = { 
/**
 * The version that it made.
 */
version: string, 
/**
 * Clause and content.
 */
what: Names, 
/**
 * By whom.
 */
by: string, 
/**
 * Approved by.
 */
approved: string, 
/**
 * When.
 */
on: Date, };

/**
 * The old password and the new one.
 */
export type ChangePassword = { 
/**
 * The one that opens the key now.
 */
password: Typed, 
/**
 * 8 characters or more, no other rule.
 */
new: Typed, };

/**
 * Channel 投诉渠道 (I-1)
 */
export type Channel = "phone" | "email" | "fax" | "letter" | "online" | "qq" | "wechat" | "social" | "portal" | "visit" | "audit" | "return" | "authority" | "media" | "staff";

/**
 * One point of a check-list.
 */
export type Check = { 
/**
 * Its number in this section
 */
id: LineId, 
/**
 * Code from the procedure's list
 */
item: string, in_order: YesNo | null, note: House, };

/**
 * The code on a paper.
 */
export type CheckForm = { code: string, };

/**
 * 检查清单 (C-4)
 */
export type CheckList = { lines: Array<Check>, result: House, };

/**
 * What is proved: one of the three.
 */
export type CheckProcedure = { 
/**
 * A version that the folder keeps.
 */
procedure: ProcedureId | null, 
/**
 * A text.
 */
text: string | null, 
/**
 * As forms have it.
 */
typed: Procedure | null, };

/**
 * What the proof says. Without faults it can be issued; warnings and gaps should be looked at.
 */
export type Checked = { faults: Array<FaultView>, warnings: Array<FaultView>, 
/**
 * Whom it lacks here today.
 */
gaps: Array<StaffGap>, 
/**
 * As it is read; nothing where the text cannot be read.
 */
procedure: Procedure | null, 
/**
 * As text.
 */
text: string, 
/**
 * The revision of the version that is kept; 0 of what is being typed.
 */
rev: number, };

/**
 * 赔偿申请, liable parties in shares (A-6)
 */
export type Claim = { demand: string, evidence: House, files: Array<FileDigest>, opinion: House, shares: Array<ClaimShare>, };

/**
 * An uploaded file, and for which case.
 */
export type ClaimFile = { case: CaseId, file: FileDigest, };

/**
 * One liable party; each share takes its own road.
 */
export type ClaimShare = { 
/**
 * Its number in this section
 */
id: LineId, liable: Liable | null, party: string, who: Who | null, amount: Amount | null, reason: House, };

/**
 * It is part of the case.
 */
export type Claimed = { file: File, };

/**
 * Class 投诉类别, first level (forms § 1 Kind)
 */
export type Class = "quality" | "packaging" | "delivery" | "order" | "freight" | "documents" | "service";

/**
 * 分类 (C-2, C-7)
 */
export type Classification = { problem_class: ProblemClass | null, 
/**
 * Codes of the procedure's lists
 */
category: string, cause_class: string, fault_mark: string, tags: string, reason: House, };

/**
 * The clock of one open task.
 */
export type Clock = { 
/**
 * Which task row.
 */
key: TaskKey, 
/**
 * The deadline by the department's clock; the customer's own date where that is sooner.
 */
due: Stamp | null, 
/**
 * The deadline by the customer's clock.
 */
customer_due: Stamp | null, 
/**
 * The deadline as it was first; a moved one counts against it too (T-4).
 */
first_due: Stamp | null, 
/**
 * A pause lasts and stops this task's clock: the ball is with whom it names.
 */
paused_with: string | null, 
/**
 * The calendar does not know this year; somebody has to enter it.
 */
unknown_year: number | null, };

/**
 * 结案
 */
export type Closure = { text: House, 
/**
 * The customer confirmed it; where not, why it is closed all the same (R-6)
 */
confirmed: YesNo | null, without: string, };

/**
 * Collection of payment waits for the case.
 */
export type CollectionHold = { reason: House, amount: Amount | null, held_on: Date | null, held_by: Who | null, released: YesNo | null, released_on: Date | null, basis: House, };

/**
 * A contact with the customer.
 */
export type Communication = { 
/**
 * How, when, with whom, by whom
 */
channel: string, at: Stamp | null, with: string, by: Who | null, text: Told, note: House, 
/**
 * Mood, what was said to calm, what was promised, what was given (R-2)
 */
mood: Mood | null, apology: House, promise: House, gift: House, files: Array<FileDigest>, };

/**
 * Two versions.
 */
export type CompareProcedures = { 
/**
 * The earlier one.
 */
a: ProcedureId, 
/**
 * The later one.
 */
b: ProcedureId, };

/**
 * In what they differ, and both, so that what differs can be called by its name.
 */
export type Compared = { differences: Array<Difference>, before: Procedure, after: Procedure, };

/**
 * One share of a claim as paid, advanced and recovered.
 */
export type Compensation = { 
/**
 * The share of the claim
 */
share: LineId | null, paid: Amount | null, paid_on: Date | null, 
/**
 * Advanced for a contractor and deducted from what is owed to them
 */
advanced: YesNo | null, recovered: Amount | null, recovered_on: Date | null, recovered_from: string, note: House, files: Array<FileDigest>, };

/**
 * 投诉内容. Registration needs six facts (I-14); everything else is asked by the task that needs it.
 */
export type Complaint = { 
/**
 * 客户
 */
customer: CustomerId | null, 
/**
 * The person who complains, and how to reach them 投诉人
 */
contact: string, phone: string, email: string, address: string, 
/**
 * End customer, where the customer sells on
 */
end_customer: string, 
/**
 * 渠道
 */
channel: Channel | null, 
/**
 * 接收时间: date and time; the clock of the customer starts here
 */
received_at: Stamp | null, 
/**
 * When the house first knew, if earlier
 */
aware_at: Stamp | null, 
/**
 * Language and channel in which the customer wants the answer
 */
answer_in: string, 
/**
 * 客户投诉编号 and other numbers of the customer
 */
customer_no: string, order_no: string, delivery_note: string, 
/**
 * The date until which the customer requires the answer, and its form
 */
reply_due: Stamp | null, format: Format | null, 
/**
 * 类别
 */
class: Class | null, 
/**
 * 发现阶段
 */
mode: Mode | null, 
/**
 * 产品
 */
lines: Array<ProductLine>, 
/**
 * The customer's words, as said and in their language 投诉原话
 */
words: Told, 
/**
 * 不良现象 in our terms, and its code in the dictionary
 */
defect: House, defect_code: string, 
/**
 * 发现地点, 发现时间, 如何发现, 影响
 */
where_found: string, found_on: Date | null, how_found: string, effect: string, 
/**
 * 投诉要求: by kind and in words
 */
demand: Demand | null, demand_words: Told, 
/**
 * Amount asked for
 */
demand_amount: Amount | null, 
/**
 * Told on the spot that it was received: then no acknowledgement follows
 */
acknowledged: YesNo | null, 
/**
 * Defective pieces are asked for (I-4)
 */
samples: YesNo | null, 
/**
 * The person complained about, if it is one of ours (V-6)
 */
about: AccountId | null, 
/**
 * 问题类型: a complaint, or something that may become one (I-8)
 */
issue: Issue | null, 
/**
 * By which desk it came in 受理路径
 */
route: Route | null, 
/**
 * 投诉对象: a person, a department or a product, and which departments
 */
object: Object | null, about_departments: Array<DepartmentId>, 
/**
 * 分类代码 of the procedure's tree of categories (C-JD)
 */
category: string, 
/**
 * 有退货: goods come back with it (I-3)
 */
returned: YesNo | null, 
/**
 * The customer lets it be told to third parties (M-7)
 */
consent: YesNo | null, 
/**
 * Photos, mails, scans
 */
files: Array<FileDigest>, };

/**
 * 对策结论: QA takes the measures, or returns them (A-3)
 */
export type Conclusion = { accepted: YesNo | null, text: House, told: Told, };

/**
 * Who may see a case.
 */
export type ConfideCase = { case: CaseId, 
/**
 * Seen only by those who take part.
 */
confidential: boolean, 
/**
 * Who is let in beside them.
 */
participants: Array<AccountId>, 
/**
 * Why.
 */
reason: string, };

/**
 * 责任认定后的处理: what follows from it (V-4)
 */
export type Consequence = { told_on: Date | null, objection: House, recharge: Amount | null, text: House, };

/**
 * 围堵: where could more of it be, and what was found there.
 */
export type Containment = { 
/**
 * Which lots, dates, other parts may be hit 可疑范围
 */
scope: House, 
/**
 * One line for each place
 */
places: Array<Place>, 
/**
 * First good batch and how its parts are marked 断点
 */
clean_point: string, marking: string, clean_from: Date | null, 
/**
 * What the customer may be told at once
 */
told: Told, 
/**
 * Who checked the containment itself
 */
verified_by: Who | null, };

/**
 * The file of a controlled document 受控文件 that a procedure cites, as the house keeps it (M-9).
 */
export type ControlledDocument = { 
/**
 * Number of the procedure that cites it, whatever its version.
 */
procedure: string, 
/**
 * Its id there.
 */
document: string, 
/**
 * Number that the house gave it, where it has one of its own.
 */
number: string, 
/**
 * The version that this file is.
 */
version: string, 
/**
 * The file.
 */
file: FileDigest, 
/**
 * What it is called as a document: the same bytes may have another name in a case, which is nobody else's business.
 */
name: string, };

/**
 * What is copied, and what the copy is called.
 */
export type CopyProcedure = { 
/**
 * A version that the folder keeps.
 */
procedure: ProcedureId | null, 
/**
 * Or the number of one in the library.
 */
library: string | null, 
/**
 * 文件编号 of the copy. One that is there already: the copy is its next version.
 */
number: string, 
/**
 * Prefix of its cases.
 */
prefix: string, 
/**
 * What it is called.
 */
title: Names, };

/**
 * How many.
 */
export type Counted = { cases: number, overdue: number, };

/**
 * A customer 客户.
 */
export type Customer = { 
/**
 * 客户编码
 */
code: string, 
/**
 * 名称
 */
name: Names, 
/**
 * Address, for the reply and for 820.35.
 */
address: string, 
/**
 * Class of the customer, as the house counts them.
 */
class: string, 
/**
 * The form of answer that this customer requires (M-10).
 */
format: Format | null, 
/**
 * Language in which the customer is answered.
 */
language: Lang, };

/**
 * A customer 客户.
 */
export type CustomerId = number;

/**
 * A day on the plant's wall calendar, without a zone. Written `2026-11-22`.
 */
export type Date = string;

/**
 * What is decided.
 */
export type DecideSuggestion = { record: RecordId, 
/**
 * The revision that was on the screen.
 */
rev: number, decided: YesNo, 
/**
 * Why.
 */
decision: string, 
/**
 * The version that follows, if one does.
 */
version: string, };

/**
 * What the customer asks for 投诉要求
 */
export type Demand = "replace" | "rework" | "sort" | "refund" | "discount" | "compensation" | "report" | "visit";

/**
 * A department 部门.
 */
export type Department = { 
/**
 * Short code.
 */
code: string, 
/**
 * 名称
 */
name: Names, 
/**
 * Where.
 */
plant: PlantId, 
/**
 * 负责人
 */
head: AccountId | null, };

/**
 * A department 部门.
 */
export type DepartmentId = number;

/**
 * 受理部门 by what the complaint is about.
 */
export type Desk = { 
/**
 * When these facts hold.
 */
when: { [key in Fact]?: Words }, 
/**
 * Whoever holds a post of this role, and their departments; or the departments that the case names.
 */
by: By, };

/**
 * One difference.
 */
export type Difference = { 
/**
 * What differs.
 */
how: How, 
/**
 * Of what: `head`, `role`, `limit`, `list`, `field`, `desk`, `form`, `duty`, `reopen`, `term`, `document`, `change`, `stage`,
 * `task`, `exit`.
 */
of: string, 
/**
 * The stage of a task or an exit.
 */
stage: StageId | null, 
/**
 * Which one: its id, or what it has instead of one.
 */
id: string, 
/**
 * The field of it that differs; empty where the whole was added, taken away or moved.
 */
field: string, 
/**
 * What stood there before.
 */
before: unknown, 
/**
 * What stands there now.
 */
after: unknown, };

/**
 * The day of one person.
 */
export type Digest = { 
/**
 * Today, at the plant.
 */
day: Date, at: Stamp, 
/**
 * What fell due yesterday and is still open.
 */
yesterday: DigestPart, 
/**
 * What falls due today, from now on.
 */
today: DigestPart, 
/**
 * What falls due in the three days after today.
 */
soon: DigestPart, 
/**
 * All that is overdue.
 */
overdue: DigestPart, 
/**
 * 催办: late tasks of others that are told to a role of this person, the newest first.
 */
pressed: Array<PressedTask>, };

/**
 * Tasks of this person, the one that falls due first on top.
 */
export type DigestPart = { 
/**
 * How many there are in all.
 */
count: number, tasks: Array<InboxTask>, };

/**
 * 派工: a visit to the customer's site as planned and approved (R-8); what is done there is the `service_order`
 */
export type Dispatch = { site: string, engineer: Who | null, purpose: House, go_on: Date | null, back_on: Date | null, };

/**
 * What is done with parts found nonconforming 处置 (N-1)
 */
export type Disposition = "scrap" | "return" | "sort" | "repair" | "rework" | "use_as_is";

/**
 * What was done for one period.
 */
export type DoDuty = { 
/**
 * 文件编号
 */
number: string, duty: TaskId, 
/**
 * `2026-W48`, `2026-11`, `2026-Q4`, `2026`
 */
period: string, 
/**
 * Where; the plant of the caller's post when left out.
 */
plant: PlantId | null, 
/**
 * Today when left out.
 */
done_on: Date | null, 
/**
 * By whom; the caller when left out.
 */
by: Who | null, 
/**
 * What was done.
 */
text: string, 
/**
 * What was decided.
 */
decisions: string, 
/**
 * Who got a copy beside those whom the procedure names.
 */
told: string, };

/**
 * A task that needs no signature by account.
 */
export type DoTask = { case: CaseId, task: TaskKey, 
/**
 * Done, when left out.
 */
step: Step, 
/**
 * Why not needed, or how it was reported ahead.
 */
reason: string, 
/**
 * 代录
 */
behalf: Behalf | null, 
/**
 * 纸质签字
 */
paper: Paper | null, };

/**
 * A controlled document that the procedure cites (M-9).
 */
export type Document = { 
/**
 * Its id, by which tasks cite it.
 */
id: string, 
/**
 * Number; a dash where the source gives none.
 */
number: string, 
/**
 * The version that is meant; empty: the one in force.
 */
version: string, 
/**
 * Title.
 */
title: Names, };

/**
 * A cited document.
 */
export type DocumentView = { 
/**
 * As the procedure cites it.
 */
cited: Document, 
/**
 * As the house keeps it; none until somebody brings its file.
 */
kept: KeptDocument | null, };

/**
 * What a procedure cites, in its order.
 */
export type Documents = { documents: Array<DocumentView>, };

/**
 * What doing a task means.
 */
export type Does = "fill" | "decide" | "approve" | "send" | "meet" | "check_list" | "verify";

/**
 * One period that was done.
 */
export type DoneLine = { record: RecordId, plant: PlantId, 
/**
 * Number of the procedure and id of the duty in it
 */
procedure: string, duty: string, 
/**
 * `2026-W48`, `2026-11`, `2026-Q4`, `2026`
 */
period: string, done_on: Date | null, by: Who | null, text: House, decisions: House, told: string, files: Array<FileDigest>, };

/**
 * One draft.
 */
export type DraftView = { which: Which, base_rev: number, text: string, saved: Stamp, };

/**
 * Drafts, newest first.
 */
export type Drafts = { drafts: Array<DraftView>, };

/**
 * Which draft.
 */
export type DropDraft = { which: Which, };

/**
 * It is gone.
 */
export type Dropped = Nothing;

/**
 * A deadline.
 */
export type Due = { 
/**
 * How long.
 */
span: Span, 
/**
 * From when.
 */
from: Anchor, 
/**
 * A pause of the case stops it (D-5: acknowledgement and containment cannot be paused).
 */
pausable: boolean, 
/**
 * How long before it a reminder comes.
 */
remind: Array<Span>, 
/**
 * How long after it who else is told.
 */
escalate: Array<Escalation>, };

/**
 * Duties of this person.
 */
export type Duties = { 
/**
 * Not done; overdue ones first, then by their day.
 */
open: Array<DutyLine>, 
/**
 * Done last, newest first, of the plants where this person has a post.
 */
done: Array<DoneLine>, };

/**
 * Work that recurs without a case.
 */
export type Duty = { 
/**
 * Its id.
 */
id: TaskId, 
/**
 * What it is called.
 */
name: Names, 
/**
 * Who does it.
 */
by: Array<By>, 
/**
 * How often.
 */
every: Every, 
/**
 * The day of the period by which it is done.
 */
day: number, 
/**
 * Who is told.
 */
tells: Array<Tell>, 
/**
 * As of a task.
 */
source: string, };

/**
 * A duty of a procedure as done for one period.
 */
export type DutyDone = { 
/**
 * Number of the procedure and id of the duty in it
 */
procedure: string, duty: string, 
/**
 * `2026-W48`, `2026-11`, `2026-Q4`, `2026`
 */
period: string, done_on: Date | null, by: Who | null, text: House, decisions: House, told: string, files: Array<FileDigest>, };

/**
 * One period of a duty that is to be done.
 */
export type DutyLine = { plant: PlantId, 
/**
 * The version in force.
 */
procedure: ProcedureId, 
/**
 * 文件编号
 */
number: string, duty: TaskId, name: Names, every: Every, 
/**
 * Who may do it.
 */
by: Array<By>, 
/**
 * Who is told of it.
 */
tells: Array<By>, 
/**
 * `2026-W48`, `2026-11`, `2026-Q4`, `2026`
 */
period: string, 
/**
 * Its first day.
 */
from: Date, 
/**
 * The day by which it is done.
 */
due_on: Date, 
/**
 * The end of that day.
 */
due: Stamp, 
/**
 * Where it stands.
 */
state: DutyState, };

/**
 * Where a period that is not done stands.
 */
export type DutyState = "open" | "due" | "overdue";

/**
 * Effect of the measures (unclear is not effective)
 */
export type Effect = "not_effective" | "unclear" | "effective";

/**
 * 效果确认 (R-4): numbers, not words.
 */
export type Effectiveness = { method: House, criterion: House, from: Date | null, until: Date | null, 
/**
 * Sample and what was found in it, before and after
 */
sample: number | null, before: string, after: string, verdict: Effect | null, result: House, told: Told, 
/**
 * Containment lifted on
 */
contained_until: Date | null, files: Array<FileDigest>, };

/**
 * An end of a case before the archive (R-7).
 */
export type End = "customer" | "case";

/**
 * Which account's key.
 */
export type EndorseAccount = { account: AccountId, 
/**
 * The administrator's own.
 */
password: Typed, };

/**
 * Who else is told when something is overdue.
 */
export type Escalation = { 
/**
 * So long after the deadline.
 */
after: Span, 
/**
 * A role.
 */
to: RoleId, };

/**
 * What is evaluated about a case 评估对象 (R-10)
 */
export type Evaluated = "communication" | "feedback" | "follow_up";

/**
 * 对策评估, one row for each who evaluates.
 */
export type Evaluation = { feasible: YesNo | null, 
/**
 * 预期效果, 意见
 */
reason: House, };

/**
 * A period.
 */
export type Every = "week" | "month" | "quarter" | "year";

/**
 * Leave to approve or verify one's own work.
 */
export type Excuse = { 
/**
 * Who gave it; never the one who uses it.
 */
by: AccountId, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
at: Stamp, };

/**
 * Leave for somebody to approve or verify what they did.
 */
export type ExcuseTask = { case: CaseId, task: TaskKey, 
/**
 * Why nobody else does it.
 */
reason: string, };

/**
 * Where a stage leads.
 */
export type Exit = { 
/**
 * The next stage; of several, `approval.back_to` chooses.
 */
to: Array<StageId>, 
/**
 * Only when these facts hold.
 */
when: { [key in Fact]?: Words }, 
/**
 * At once, without waiting for the rest of the stage: one rejection is enough.
 */
now: boolean, 
/**
 * Which ends it reaches.
 */
ends: Array<End>, 
/**
 * Takes the ends back.
 */
reopens: boolean, };

/**
 * Why the clock went back.
 */
export type ExplainClock = { reason: string, };

/**
 * It was explained.
 */
export type Explained = Nothing;

/**
 * 不成立说明, and what the customer says to it. Objection (复议) goes one role higher, once; after that it stands.
 */
export type Explanation = { told: Told, 
/**
 * How it was said and to whom
 */
how: string, sent_at: Stamp | null, 
/**
 * Where else the customer may turn
 */
other_ways: Told, accepted: YesNo | null, 
/**
 * The customer's objection
 */
objection: string, };

/**
 * An answer to a field that a procedure declares.
 */
export type Extra = { "text": string } | { "number": number } | { "date": Date } | { "choice": string } | { "yes_no": boolean } | { "person": Who } | { "file": FileDigest };

/**
 * A field that the procedure adds to a section or record.
 */
export type ExtraField = { 
/**
 * Where it stands.
 */
section: Target, 
/**
 * Its name; no built-in field of the section has it.
 */
name: string, 
/**
 * What it is called.
 */
label: Names, 
/**
 * What it holds.
 */
type: ExtraType, 
/**
 * The words of a choice.
 */
words: Array<ListItem>, };

/**
 * What a field of a procedure's own holds.
 */
export type ExtraType = "text" | "number" | "date" | "choice" | "yes_no" | "person" | "file";

/**
 * Something that decides where a case goes.
 */
export type Fact = "validity" | "class" | "acknowledged" | "samples" | "severity" | "track" | "explained" | "cost" | "feasible" | "approval" | "heard" | "effect" | "satisfied" | "understood" | "issue" | "route" | "object" | "returned" | "problem_class" | "alone" | "taken" | "penalised" | "concluded" | "agreed" | "claimed" | "liable" | "amount" | "won" | "confirmed" | "solved" | "scope";

/**
 * A fault with its place as a form knows it.
 */
export type FaultView = { 
/**
 * Steps from the root, counted from 0: `stage.3.task.0.needs.1`; empty where the text could not be read.
 */
path: string, 
/**
 * The place in the tree: `stage judge, task judge, needs[2]`. Places in a list count from 1.
 */
at: string, 
/**
 * The line of the text, from 1, where the procedure was read from one.
 */
line: number | null, } & ({ "why": "unreadable", message: string, } | { "why": "unknown_key", key: string, } | { "why": "missing_key", key: string, } | { "why": "no_such_word", word: string, words: string, } | { "why": "key_twice", key: string, } | { "why": "twice", id: string, } | { "why": "reserved", id: string, } | { "why": "bad_id", id: string, } | { "why": "nothing", list: string, } | { "why": "unknown_role", role: RoleId, } | { "why": "unknown_field", field: Path, } | { "why": "unknown_stage", stage: StageId, } | { "why": "unknown_task", task: TaskId, } | { "why": "unknown_word", fact: Fact, word: string, } | { "why": "no_desk", by: By, } | { "why": "unknown_document", document: string, } | { "why": "undecided", fact: Fact, } | { "why": "of_lines", fact: Fact, field: Path, } | { "why": "shadows", field: Path, } | { "why": "no_words", field: string, } | { "why": "no_date", field: Path, } | { "why": "date_of_lines", field: Path, } | { "why": "each_of", } | { "why": "no_list", field: Path, } | { "why": "no_holder", field: Path, } | { "why": "no_head", by: By, } | { "why": "needs_case", by: By, } | { "why": "limit_order", word: string, above: string, } | { "why": "no_amount", fact: Fact, } | { "why": "no_day", day: number, } | { "why": "other_stage", task: TaskId, } | { "why": "circle", task: TaskId, } | { "why": "demands_unfilled", field: Path, } | { "why": "each_of_nothing", } | { "why": "no_quorum", } | { "why": "never_ahead", } | { "why": "no_record_of", task: TaskId, } | { "why": "nobody_chooses", } | { "why": "box_unsigned", task: TaskId, } | { "why": "own_approval", by: By, task: TaskId, target: Target, } | { "why": "unawaited", task: TaskId, target: Target, } | { "why": "stays_open", task: TaskId, target: Target, } | { "why": "covers_nothing", } | { "why": "optional_approval", } | { "why": "not_approving", } | { "why": "no_exit", facts: { [key in Fact]?: string }, } | { "why": "several_exits", facts: { [key in Fact]?: string }, } | { "why": "may_be_empty", field: Path, } | { "why": "may_be_undone", task: TaskId, } | { "why": "may_be_unwritten", target: Target, } | { "why": "changed_after", target: Target, task: TaskId, } | { "why": "end_twice", end: End, } | { "why": "end_too_soon", } | { "why": "archived_open", } | { "why": "reopens_nothing", } | { "why": "never_reached", } | { "why": "never_opens", } | { "why": "never_taken", } | { "why": "out_of_reach", facts: { [key in Fact]?: string }, } | { "why": "dead_end", } | { "why": "never_awaited", } | { "why": "spins", } | { "why": "too_many_walks", } | { "why": "may_cross", task: TaskId, });

/**
 * One field of a request that is wrong.
 */
export type Field = { 
/**
 * Path in the request.
 */
field: string, 
/**
 * What is wrong with it: a code of the catalogue (`missing`, `unknown`, `taken`, `malformed`, …).
 */
wrong: string, 
/**
 * What else there is to say: the text of the parser, the value that was found.
 */
detail: string, };

/**
 * A field with what it said and what it says.
 */
export type FieldChange = { 
/**
 * `complaint.issue`; `extra.name` for a field of the procedure's own.
 */
field: string, was: unknown, now: unknown, };

/**
 * A file that a row claims.
 */
export type File = { 
/**
 * Its name in the store.
 */
sha256: FileDigest, 
/**
 * e.g. `image/jpeg`
 */
media_type: string, 
/**
 * Size.
 */
bytes: number, 
/**
 * Pixels, of pictures.
 */
pixels: [number, number] | null, 
/**
 * The name under which it first came.
 */
name: string, 
/**
 * The case it belongs to.
 */
case: CaseId | null, 
/**
 * The other cases into which the same bytes were brought.
 */
also?: Array<Brought>, };

/**
 * The SHA-256 of a file, 64 lower-case hex signs.
 */
export type FileDigest = string;

/**
 * The files that a case uses.
 */
export type Files = { files: Array<File>, };

/**
 * What stands where a task is filled.
 */
export type Fill = { target: Target, 
/**
 * The revision to be sent back with the save; 0 where nothing stands.
 */
rev: number, 
/**
 * Which record; `None` for sections, and for a record that is not there yet.
 */
record: RecordId | null, 
/**
 * What was typed before; nothing where this begins empty.
 */
body: unknown, 
/**
 * Answers to the procedure's own fields.
 */
extra: { [key in string]: Extra }, };

/**
 * A return visit or call after the reply.
 */
export type FollowUp = { on: Date | null, by: Who | null, with: string, satisfied: Satisfied | null, 
/**
 * 1 to 5
 */
score: number | null, words: string, };

/**
 * 跟进计划: a schedule, not one call (R-3)
 */
export type FollowUpPlan = { lines: Array<PlannedCall>, };

/**
 * One sign-off box.
 */
export type FormBox = { 
/**
 * 中文
 */
zh: string, 
/**
 * English
 */
en: string, 
/**
 * The tasks whose signature stands in it, the latest of them; none: always for ink.
 */
tasks: Array<TaskId>, };

/**
 * The languages of the labels.
 */
export type FormLanguage = "zh" | "en" | "both";

/**
 * A form of the family as this procedure uses it.
 */
export type FormUse = { 
/**
 * e.g. `F-3`
 */
form: string, 
/**
 * 表单编号
 */
number: string, 
/**
 * 版本
 */
version: string, 
/**
 * 保存期限 in years from 结案.
 */
keep_years: number, 
/**
 * A form for a customer goes out without check code and QR code (D-8).
 */
unmarked: boolean, 
/**
 * Sign-off boxes in the order of signing.
 */
boxes: Array<FormBox>, };

/**
 * The answer that the customer requires 要求的答复形式
 */
export type Format = "own_8d" | "8d" | "short" | "none";

/**
 * Words that lack a language of the form.
 */
export type Gap = { 
/**
 * The label beside them.
 */
place: string, 
/**
 * As they were typed; empty where nothing was.
 */
text: string, 
/**
 * What is wrong with them: `not_in_language`, `not_told`, `han_in_english`.
 */
wrong: string, };

/**
 * Which part of the board. Counts follow plant and procedure; the tasks below follow all of it.
 */
export type GetBoard = { plant: PlantId | null, 
/**
 * Number of the procedure, whatever version.
 */
procedure: string | null, stage: string | null, holder: Holder | null, 
/**
 * Only what is past its deadline now.
 */
overdue: boolean, 
/**
 * 1 to 500; 100 when left out.
 */
limit: number | null, };

/**
 * Which year of which plant.
 */
export type GetCalendar = { plant: PlantId, year: number, };

/**
 * Which case.
 */
export type GetCase = { 
/**
 * By id.
 */
case: CaseId | null, 
/**
 * By number.
 */
number: string | null, };

/**
 * How much of it.
 */
export type GetDigest = { 
/**
 * Tasks in each part at most, 1 to 500; 50 when left out. Counts are whole.
 */
limit: number | null, };

/**
 * One's own deadlines.
 */
export type GetIcal = Nothing;

/**
 * Which task row.
 */
export type GetManifest = { case: CaseId, task: TaskKey, };

/**
 * Which preference.
 */
export type GetPreference = { name: string, };

/**
 * Which version.
 */
export type GetProcedure = { procedure: ProcedureId, };

/**
 * Which setting.
 */
export type GetSetting = { name: SettingName, };

/**
 * Which case.
 */
export type GetTimeline = { case: CaseId, };

/**
 * In which state goods are 物料状态
 */
export type Goods = "finished" | "semi" | "raw";

/**
 * 处置 of nonconforming goods, by the procedure for nonconforming product.
 */
export type GoodsDisposition = { goods: Goods | null, what: string, place: string, pieces: number | null, disposition: Disposition | null, concession: string, by: Who | null, on: Date | null, note: House, };

/**
 * Ground of a 不成立
 */
export type Ground = "no_trouble_found" | "misuse" | "transport" | "wear" | "other";

/**
 * How a task came to be done by somebody who did not press the button.
 */
export type Hand = { "behalf": { 
/**
 * Paper, phone, mail, and where it lies.
 */
source: string, 
/**
 * Evidence.
 */
files: Array<FileDigest>, 
/**
 * Who recorded it.
 */
by: AccountId, } } | { "paper": { 
/**
 * Date on the paper.
 */
on: Date, 
/**
 * The scan.
 */
scan: FileDigest, 
/**
 * The code of the issued form that was signed.
 */
code: string, 
/**
 * Who recorded it.
 */
by: AccountId, } };

/**
 * 受理确认: the desk takes it, or gives it back with the reason (I-6).
 */
export type HandOver = { accepted: YesNo | null, reason: House, at: Stamp | null, };

/**
 * Who hands over to whom.
 */
export type HandOverTasks = { from: AccountId, to: AccountId, 
/**
 * Why.
 */
reason: string, 
/**
 * The successor gets the posts, too.
 */
posts: boolean, };

/**
 * What is for somebody by name is for somebody else from now on 工作交接. What was written and signed is not touched: it
 * still names whom it named.
 */
export type HandedOver = { 
/**
 * Who leaves.
 */
from: AccountId, 
/**
 * Who takes over.
 */
to: AccountId, 
/**
 * Who said so.
 */
by: AccountId, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
at: Stamp, };

/**
 * What is true of a case as a whole.
 */
export type Head = { 
/**
 * 案件编号; never used again.
 */
number: string, 
/**
 * Where.
 */
plant: PlantId, 
/**
 * The version of the procedure under which it runs.
 */
procedure: ProcedureId, 
/**
 * Where it stands.
 */
stage: StageId, 
/**
 * The stages since the first; going back cuts it.
 */
way: Array<StageId>, 
/**
 * Counts every going back, from 1.
 */
round: number, 
/**
 * Open, or how it ended.
 */
state: CaseState, 
/**
 * 客户侧关闭
 */
settled_at: Stamp | null, 
/**
 * 结案
 */
closed_at: Stamp | null, 
/**
 * 归档
 */
archived_at: Stamp | null, 
/**
 * Seen only by those who take part (M-7).
 */
confidential: boolean, 
/**
 * Who is let in to a confidential case, beside those who take part by their tasks.
 */
participants: Array<AccountId>, 
/**
 * When the complaint was received; the customer's clock starts here.
 */
received: Stamp, 
/**
 * When it was registered.
 */
registered: Stamp, 
/**
 * Pauses of the clocks (D-5).
 */
pauses: Array<Pause>, 
/**
 * Takings back by hand, and pauses of the way that an exit took back.
 */
reopened: Array<Reopened>, 
/**
 * What it has to do with other cases (I-12).
 */
links: Links, 
/**
 * Somebody asks that its number be declared void; somebody else has to approve it.
 */
void_asked: VoidAsked | null, 
/**
 * How it ended otherwise than by its procedure.
 */
stopped: Stopped | null, 
/**
 * Handings over of everything that is for somebody by name (A-4), oldest first.
 */
handed: Array<HandedOver>, };

/**
 * What the customer says to a reply
 */
export type Heard = "not_accepted" | "exhausted" | "accepted";

/**
 * How long one party held the ball in all.
 */
export type Held = { 
/**
 * Who.
 */
holder: Holder, 
/**
 * So many milliseconds.
 */
millis: number, };

/**
 * Somebody with whom a case waits.
 */
export type Holder = { "party": string } | { "role": RoleId } | { "person": Who } | { "department": DepartmentId } | { "head": DepartmentId } | "anyone";

/**
 * What waits for one holder.
 */
export type HolderWaiting = { holder: Holder, waiting: Waiting, };

/**
 * Words for the house only. Deliberately without [`ForCustomer`].
 */
export type House = string;

/**
 * How a part differs.
 */
export type How = "added" | "removed" | "changed" | "moved";

/**
 * An iCalendar file.
 */
export type Ical = { 
/**
 * Its text, with lines of at most 75 bytes.
 */
text: string, 
/**
 * How many deadlines stand in it.
 */
events: number, };

/**
 * A whole year as a text: lines `2027-01-01,off` and `2027-02-06,work`, or an iCalendar file with events of whole days.
 */
export type ImportCalendar = { plant: PlantId, year: number, text: string, 
/**
 * Who said so: number of the circular, order of the plant.
 */
source: string, 
/**
 * Of the plant's own row for this year, if it has one: what is imported takes its place. Shifts stay.
 */
rev: number, };

/**
 * Open tasks, and what is pressed.
 */
export type Inbox = { tasks: Array<InboxTask>, 
/**
 * 催办: tasks of others that are late, told to a role of this person. They go when the task is done.
 */
pressed: Array<PressedTask>, };

/**
 * An open task with its case.
 */
export type InboxTask = { case: CaseId, number: string, 
/**
 * What happened, cut to one line.
 */
summary: string, customer: CustomerId | null, severity: string | null, class: string | null, task: TaskKey, stage: StageId, opened: Stamp | null, due: Stamp | null, 
/**
 * By the customer's clock.
 */
customer_due: Stamp | null, procedure: ProcedureId, 
/**
 * First product line, as said.
 */
product: string, lot: string, 
/**
 * Who answers for the case.
 */
owner: AccountId | null, 
/**
 * The first reminder: from then on the row says that its deadline is near.
 */
remind: Stamp | null, 
/**
 * A pause stops its clock, so that it has no deadline: the ball is with whom it names.
 */
paused_with: string | null, 
/**
 * It has no deadline because the calendar of this year is not entered.
 */
unknown_year: number | null, };

/**
 * 调查
 */
export type Investigation = { findings: House, by: Who | null, files: Array<FileDigest>, 
/**
 * 违反条款, 违反文件, 客观证据 (F-3)
 */
clause: string, document: string, evidence: House, };

/**
 * One line of the is / is-not table.
 */
export type IsNot = { 
/**
 * Its number in this section
 */
id: LineId, question: string, is: House, is_not: House, difference: House, };

/**
 * What came in 问题类型 (I-8)
 */
export type Issue = "complaint" | "fault" | "consultation" | "other";

/**
 * Which form of which case.
 */
export type IssueForm = { case: CaseId, 
/**
 * e.g. `F-3`
 */
form: string, language: FormLanguage, 
/**
 * Print it although some words are not there in a language of the form: on a form of the house they are printed as
 * they were typed, on a customer's form their place stays empty.
 */
accept_gaps: boolean, };

/**
 * A draft that is to be in force.
 */
export type IssueProcedure = { procedure: ProcedureId, 
/**
 * The revision that was read.
 */
rev: number, 
/**
 * From when: today or later.
 */
effective: Date, 
/**
 * Clause and content of the change, for the change record.
 */
change: Names, 
/**
 * Why somebody approves what they wrote themselves, where nobody else is there.
 */
reason: string, };

/**
 * The forms that were issued, oldest first.
 */
export type IssuedForms = { forms: Array<IssuedView>, };

/**
 * An issued form.
 */
export type IssuedId = number;

/**
 * An issued form. Its bytes travel beside the list, by its check code.
 */
export type IssuedView = { id: IssuedId, 
/**
 * Check code, as printed.
 */
code: string, case: CaseId, form: string, 
/**
 * Form number and version as printed.
 */
number: string, version: string, language: string, 
/**
 * Which issue of this form, from 1.
 */
issue: number, 
/**
 * Content digest.
 */
content: string, 
/**
 * Head of the case when it was issued.
 */
head: string, file: FileDigest, at: Stamp, by: AccountId, 
/**
 * What it shows has changed since.
 */
outdated: boolean, 
/**
 * What is not there in a language of the form.
 */
gaps: Array<Gap>, };

/**
 * What a save gives back where nothing else is to be said.
 */
export type Kept = { 
/**
 * The row; 0 where it has none.
 */
id: number, 
/**
 * The revision that it has now.
 */
rev: number, };

/**
 * Its file.
 */
export type KeptDocument = { rev: number, row: ControlledDocument, 
/**
 * What the file is.
 */
media_type: string, bytes: number, };

/**
 * A key pair of an account.
 */
export type KeyId = number;

/**
 * What may be known of a key.
 */
export type KeyView = { id: KeyId, fingerprint: string, from: Stamp, 
/**
 * It ended: reset, or recovered.
 */
until: Stamp | null, 
/**
 * `first`, `new`, `reset`, `recovered`
 */
why: string, 
/**
 * The key that endorsed it; of the first of all and of a recovered one, nobody's (shown until somebody does).
 */
endorsed_by: KeyId | null, };

/**
 * A language of the product. Chinese first.
 */
export type Lang = "zh" | "en";

/**
 * Why a task is late 逾期原因.
 */
export type Late = { 
/**
 * Who said so.
 */
by: AccountId, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
at: Stamp, };

/**
 * 定级与处理路径 (C-3, C-6, D0)
 */
export type Level = { 
/**
 * 一般 / 严重 / 重大
 */
severity: Severity | null, track: Track | null, 
/**
 * Why this track
 */
reason: House, 
/**
 * Who holds the case together 案件负责人
 */
owner: AccountId | null, 
/**
 * The desk can handle it without another department
 */
alone: YesNo | null, safety: YesNo | null, repeat: YesNo | null, urgent: YesNo | null, 
/**
 * The earlier case, when it is a repeat
 */
earlier: string, };

/**
 * Liable party of a claim 责任方 (A-6)
 */
export type Liable = "contractor" | "company";

/**
 * The procedures that come with the program.
 */
export type Library = { procedures: Array<LibraryLine>, };

/**
 * One of them.
 */
export type LibraryLine = { number: string, version: string, title: Names, purpose: Names, scope: Names, 
/**
 * The proposed prefix of its cases.
 */
prefix: string, 
/**
 * How many stages it has.
 */
stages: number, 
/**
 * How many tasks.
 */
tasks: number, 
/**
 * This folder keeps that version.
 */
adopted: ProcedureId | null, };

/**
 * From this amount on (itself included) the fact has this word; under the first limit it is `below`.
 */
export type Limit = { 
/**
 * An amount.
 */
fact: Fact, 
/**
 * The word that it takes.
 */
word: string, 
/**
 * In hundredths of the plant's currency.
 */
from: Amount, };

/**
 * A line within a section; unique in the section, so that other things can point at it.
 */
export type LineId = number;

/**
 * The cases that one came from, and those that came from it.
 */
export type Links = { 
/**
 * 并入: the case that leads.
 */
merged_into: CaseLink | null, 
/**
 * The cases that this one leads.
 */
merged: Array<CaseLink>, 
/**
 * 拆分自
 */
split_from: CaseLink | null, 
/**
 * 拆分为
 */
split_into: Array<CaseLink>, };

/**
 * A list of codes that fields of text may take their words from.
 */
export type List = { 
/**
 * e.g. `places`
 */
id: string, 
/**
 * What it is called.
 */
name: Names, 
/**
 * The field whose value is one of these codes, if any.
 */
of: Path | null, 
/**
 * In the order of the form.
 */
items: Array<ListItem>, };

/**
 * Nothing more is needed.
 */
export type ListAccounts = Nothing;

/**
 * Which planned actions.
 */
export type ListActions = { 
/**
 * Those in which nobody has to do anything more, newest first; else those to be done, what falls due first on top.
 */
over: boolean, 
/**
 * Of this person.
 */
owner: AccountId | null, 
/**
 * 1 to 500; 100 when left out.
 */
limit: number | null, 
/**
 * Goes on behind this row of the page before.
 */
after: BehindAction | null, };

/**
 * Whose.
 */
export type ListDocuments = { procedure: ProcedureId, };

/**
 * Of one case, or all.
 */
export type ListDrafts = { case: CaseId | null, };

/**
 * Nothing more is needed.
 */
export type ListDuties = Nothing;

/**
 * Which case.
 */
export type ListFiles = { case: CaseId, };

/**
 * Which case.
 */
export type ListForms = { case: CaseId, };

/**
 * How many.
 */
export type ListInbox = { 
/**
 * 1 to 500; 100 when left out.
 */
limit: number, };

/**
 * One code of a list.
 */
export type ListItem = { 
/**
 * The code that is stored.
 */
code: string, 
/**
 * 中文
 */
zh: string, 
/**
 * English
 */
en: string, };

/**
 * Nothing more is needed.
 */
export type ListLibrary = Nothing;

/**
 * Which rows.
 */
export type ListMaster = { of: MasterKind, 
/**
 * Only rows that contain this, in whatever field.
 */
containing: string, };

/**
 * Nothing more is needed.
 */
export type ListPeople = Nothing;

/**
 * Nothing more is needed.
 */
export type ListProcedures = Nothing;

/**
 * Which cases.
 */
export type ListRegister = { plant: PlantId | null, 
/**
 * Number of the procedure, e.g. `P-KS`, whatever version.
 */
procedure: string | null, stage: string | null, 
/**
 * `open`, `settled`, `closed`, `archived`, `withdrawn`, `merged`, `void`
 */
state: string | null, customer: CustomerId | null, class: string | null, severity: string | null, track: string | null, verdict: string | null, owner: AccountId | null, 
/**
 * Received on this day at the plant, or later.
 */
from: Date | null, 
/**
 * Received on this day at the plant, or earlier.
 */
until: Date | null, 
/**
 * An open task is past its deadline now.
 */
overdue: boolean, 
/**
 * Not closed yet: in whatever state before that.
 */
unclosed?: boolean, 
/**
 * In which this person took that part.
 */
mine?: Mine, 
/**
 * Words that all stand in the case, in whatever field or round; two Chinese characters are enough.
 */
search: string, 
/**
 * 1 to 500; 100 when left out.
 */
limit: number | null, 
/**
 * Goes on behind this row of the page before.
 */
after: Behind | null, 
/**
 * Passes over so many rows first.
 */
skip?: number, 
/**
 * Newest receipt first, when left out.
 */
order?: Order, 
/**
 * Says how many there are, too.
 */
count?: boolean, };

/**
 * Which ones.
 */
export type ListSuggestions = { 
/**
 * Number of the procedure.
 */
procedure: string | null, 
/**
 * Only those that are not decided.
 */
open: boolean, };

/**
 * What a signature would be over.
 */
export type ManifestView = { 
/**
 * What signing would say.
 */
meaning: Meaning, 
/**
 * The text itself.
 */
text: string, 
/**
 * Its SHA-256; `case_sign` carries it.
 */
digest: string, 
/**
 * Where the journal stands; `case_sign` carries it.
 */
head: string, 
/**
 * Why this person cannot sign it now; empty: they can.
 */
blocked: Array<Blocked>, };

/**
 * A row of master data.
 */
export type Master = { "kind": "plant", "body": Plant } | { "kind": "department", "body": Department } | { "kind": "customer", "body": Customer } | { "kind": "person", "body": Person } | { "kind": "product", "body": Product };

/**
 * A kind of master data.
 */
export type MasterKind = "plant" | "department" | "customer" | "person" | "product";

/**
 * Rows in their revisions.
 */
export type MasterList = { rows: Array<MasterRow>, };

/**
 * One row.
 */
export type MasterRow = { id: number, rev: number, row: Master, 
/**
 * How its Chinese name is spelled, whole and by first letters: `guopixiang gpx`.
 */
spelled: string, };

/**
 * Nothing more is needed.
 */
export type Me = Nothing;

/**
 * The meaning of a signature 签字含义
 */
export type Meaning = "made" | "checked" | "evaluated" | "reviewed" | "approved" | "verified" | "closed";

/**
 * A meeting about the case, or a joint consultation.
 */
export type Meeting = { subject: string, on: Date | null, place: string, called_by: Who | null, attendants: Array<Attendant>, minutes: House, decisions: House, files: Array<FileDigest>, };

/**
 * One member.
 */
export type Member = { 
/**
 * Its number in this section
 */
id: LineId, who: Who | null, 
/**
 * 职能
 */
function: string, phone: string, };

/**
 * Two complaints about one matter.
 */
export type MergeCase = { 
/**
 * The case that leads.
 */
case: CaseId, 
/**
 * The case that ends in it.
 */
other: CaseId, 
/**
 * Why.
 */
reason: string, };

/**
 * What this person had to do with a case.
 */
export type Mine = "registered" | "done";

/**
 * Where it came up: at the customer's line, at incoming inspection, in the field, inside the house
 */
export type Mode = "field" | "zero_km" | "incoming" | "internal";

/**
 * Mood of the customer 客户情绪 (R-2)
 */
export type Mood = "angry" | "unhappy" | "calm";

/**
 * A case, and the version under which it is to go on.
 */
export type MoveCase = { case: CaseId, 
/**
 * A version of the same number, in force today.
 */
procedure: ProcedureId, 
/**
 * Why.
 */
reason: string, };

/**
 * A new deadline.
 */
export type MoveTask = { case: CaseId, task: TaskKey, 
/**
 * Until when; after now.
 */
to: Stamp, 
/**
 * Why.
 */
reason: string, 
/**
 * Who asked for it. The caller approves.
 */
asked_by: AccountId | null, 
/**
 * Where the customer's agreement stands. Needed when it is later than the customer's own date.
 */
agreed: string | null, };

/**
 * A deadline moved (T-4).
 */
export type Moved = { 
/**
 * The new deadline.
 */
to: Stamp, 
/**
 * Why.
 */
reason: string, 
/**
 * Who allowed it.
 */
by: AccountId, 
/**
 * When that was said.
 */
at: Stamp, 
/**
 * Who asked for it, where that was said.
 */
asked_by: AccountId | null, 
/**
 * Where the customer's agreement stands, when it is later than the customer's own date.
 */
agreed: string | null, };

/**
 * Who is signed in.
 */
export type MyView = { account: AccountId, login: string, name: string, language: Lang, 
/**
 * Posts that hold today.
 */
posts: Array<Post>, 
/**
 * Departments that they head.
 */
heads: Array<DepartmentId>, 
/**
 * What they may ask of the list.
 */
permissions: Array<Permission>, 
/**
 * The UUID of the data folder.
 */
folder: string, };

/**
 * A name in both languages.
 */
export type Names = { 
/**
 * 中文
 */
zh: string, 
/**
 * English; empty where nobody gave one
 */
en: string, };

/**
 * What the complaint is about 投诉对象
 */
export type Object = "person" | "department" | "product";

/**
 * Something that a person may do with a row of a task beside doing it.
 */
export type Offer = "pass" | "ask" | "take_back" | "move";

/**
 * In which order.
 */
export type Order = "received" | "due";

/**
 * What a department reports back to the desk.
 */
export type Outcome = { on: Stamp | null, by: Who | null, text: House, told: Told, files: Array<FileDigest>, };

/**
 * Signed by hand on a printed form, scanned back to it (A-7).
 */
export type Paper = { 
/**
 * Who signed.
 */
who: Who, 
/**
 * Of whom: department, customer, contractor.
 */
of: string, 
/**
 * Date on the paper.
 */
on: Date, 
/**
 * The scan, a claimed file.
 */
scan: FileDigest, 
/**
 * The check code that is printed on it.
 */
code: string, };

/**
 * What is shown of a signature on paper: 纸质签字(由…录入), never as electronic.
 */
export type PaperView = { on: Date, witness: AccountId, };

/**
 * A task for one account.
 */
export type PassTask = { case: CaseId, task: TaskKey, 
/**
 * Who does it instead. Whoever passed it takes it back by naming themselves.
 */
to: AccountId, 
/**
 * Why.
 */
reason: string, };

/**
 * Passed to one account 转审.
 */
export type Passed = { 
/**
 * To whom.
 */
to: AccountId, 
/**
 * By whom; who may take it back.
 */
by: AccountId, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
at: Stamp, };

/**
 * The password was changed.
 */
export type PasswordChanged = Nothing;

/**
 * A field of a section or record. That the section exists is checked when it is read; that the field does, by the proof,
 * because a procedure may declare fields of its own.
 */
export type Path = string;

/**
 * A pause of a case (D-5).
 */
export type Pause = { 
/**
 * From when.
 */
from: Stamp, 
/**
 * Until when; `None` while it lasts.
 */
until: Stamp | null, 
/**
 * Why.
 */
reason: string, 
/**
 * Who holds the ball meanwhile.
 */
holder: string, 
/**
 * The customer agreed, with evidence: then the customer's clock stops too.
 */
customer_agreed: boolean, 
/**
 * Where the customer's word stands.
 */
evidence?: string, };

/**
 * A pause of the clocks.
 */
export type PauseCase = { case: CaseId, 
/**
 * Why; the ball is with the party that it names.
 */
reason: string, 
/**
 * Who holds the ball meanwhile: customer, supplier, laboratory, …
 */
holder: string, 
/**
 * The customer agreed: then the customer's clock stops too. Where that stands.
 */
agreed: string | null, };

/**
 * Who is penalised, and for what 处罚对象 (V-5)
 */
export type Penalised = "breach" | "delay" | "head" | "direct";

/**
 * A penalty: on whom, by which rule, how much. Payroll stays outside.
 */
export type Penalty = { who: Who | null, kind: Penalised | null, rule: string, amount: Amount | null, 
/**
 * The manager of the department, who answers too
 */
head: Who | null, head_amount: Amount | null, hearing: House, objection: House, decided_on: Date | null, note: House, };

/**
 * Everybody with an account.
 */
export type People = { people: Array<PersonView>, };

/**
 * What a command asks of its caller, weakest first.
 */
export type Permission = "open" | "signed_in" | "read" | "work" | "admin";

/**
 * A person at a customer 联系人; the one place for them that is typed.
 */
export type Person = { 
/**
 * Whose.
 */
customer: CustomerId, 
/**
 * 姓名
 */
name: string, 
/**
 * 电话
 */
phone: string, 
/**
 * 邮箱
 */
email: string, };

/**
 * Somebody with an account.
 */
export type PersonView = { account: AccountId, login: string, name: string, state: AccountState, 
/**
 * 职务
 */
position: string, 
/**
 * 技能, which an assignment looks for.
 */
skills: Array<string>, 
/**
 * Their posts, those that hold today and others.
 */
posts: Array<PostView>, };

/**
 * One place, with a person and a time of its own.
 */
export type Place = { 
/**
 * Its number in this section
 */
id: LineId, 
/**
 * Code from the procedure's list of places
 */
place: string, 
/**
 * Not there at all counts as filled
 */
applies: YesNo | null, 
/**
 * Who looks, and when it was done
 */
who: Who | null, done_at: Stamp | null, 
/**
 * Pieces there, checked, not good
 */
stock: number | null, checked: number | null, ng: number | null, 
/**
 * 处置, with the number of the concession where one is needed
 */
disposition: Disposition | null, concession: string, 
/**
 * What else there is to say
 */
note: House, };

/**
 * 处理方案: what the customer gets, and what it costs (A-1).
 */
export type Plan = { remedy: Remedy | null, text: House, told: Told, 
/**
 * Its estimated cost; the procedure's limits are about this amount
 */
cost: Amount | null, due: Date | null, };

/**
 * One visit or call as planned.
 */
export type PlannedCall = { 
/**
 * Its number in this section
 */
id: LineId, on: Date | null, how: string, owner: Who | null, about: House, };

/**
 * A plant 工厂.
 */
export type Plant = { 
/**
 * Short code, e.g. `P1`.
 */
code: string, 
/**
 * As printed in the head of the forms.
 */
name: Names, 
/**
 * Unit below the name, e.g. 二厂.
 */
unit: Names, 
/**
 * IANA zone, e.g. `Asia/Shanghai`.
 */
zone: string, 
/**
 * ISO code, e.g. `CNY`.
 */
currency: string, 
/**
 * The logo in the head of the forms.
 */
logo: FileDigest | null, 
/**
 * Who is in charge of complaints here (M-5).
 */
in_charge: AccountId | null, 
/**
 * Where customers complain, as published.
 */
contacts: Array<PlantContact>, };

/**
 * A published way to complain; one of its means at least is filled.
 */
export type PlantContact = { 
/**
 * Desk or person, as published.
 */
name: string, 
/**
 * 电话
 */
phone: string, 
/**
 * 邮箱
 */
mail: string, 
/**
 * QQ 号
 */
qq: string, 
/**
 * 微信号
 */
wechat: string, 
/**
 * 受理时间, and what else is said there.
 */
note: string, };

/**
 * A plant 工厂.
 */
export type PlantId = number;

/**
 * A post 岗位: an account holds a role, in one procedure or all, at a plant, for a time (M-5).
 */
export type Post = { 
/**
 * Who holds it.
 */
account: AccountId, 
/**
 * The role of a procedure, or one of the program's own: `admin`, `reader` (the auditor's).
 */
role: RoleId, 
/**
 * Number of the one procedure for which it holds; `None` for all.
 */
procedure: string | null, 
/**
 * Where.
 */
plant: PlantId, 
/**
 * The department of the holder; the head of it is named by the department.
 */
department: DepartmentId | null, 
/**
 * First day; `None` from ever.
 */
from: Date | null, 
/**
 * Last day; `None` until further notice.
 */
until: Date | null, 
/**
 * The account for whom this post stands in (deputy); `None` for one's own.
 */
deputy_for: AccountId | null, };

/**
 * A post 岗位: an account holding a role.
 */
export type PostId = number;

/**
 * A post in its revision.
 */
export type PostView = { id: PostId, rev: number, post: Post, };

/**
 * What was chosen; nothing while nobody has.
 */
export type Preference = { value: string | null, };

/**
 * A task of somebody else that is late.
 */
export type PressedTask = { case: CaseId, number: string, 
/**
 * What happened, cut to one line.
 */
summary: string, customer: CustomerId | null, severity: string | null, task: TaskKey, stage: StageId, procedure: ProcedureId, 
/**
 * The role that is told.
 */
role: RoleId | null, 
/**
 * Since when.
 */
since: Stamp, 
/**
 * The deadline that was missed.
 */
due: Stamp, };

/**
 * 问题描述 D2: no cause and no solution inside the statement.
 */
export type Problem = { statement: House, told: Told, what: House, when: House, where_: House, who: House, why: House, how: House, how_many: House, is_not: Array<IsNot>, 
/**
 * Other parts, lines, plants that may be hit
 */
others: House, };

/**
 * Problem class 问题等级 (C-2)
 */
export type ProblemClass = "class_4" | "class_3" | "class_2" | "class_1";

/**
 * The whole procedure, as its authors write it.
 */
export type Procedure = { 
/**
 * 文件编号, e.g. `P-KS`.
 */
number: string, 
/**
 * 版本, e.g. `A/0`.
 */
version: string, 
/**
 * 名称
 */
title: Names, 
/**
 * 编制
 */
author: string, 
/**
 * 批准
 */
approver: string, 
/**
 * 生效日期
 */
effective: Date, 
/**
 * 更改记录
 */
change: Array<Change>, 
/**
 * 目的
 */
purpose: Names, 
/**
 * 范围
 */
scope: Names, 
/**
 * 术语
 */
term: Array<Term>, 
/**
 * Who keeps the document
 */
owner: string, 
/**
 * Prefix of the case numbers, e.g. `KS`.
 */
prefix: string, 
/**
 * The person complained about never judges (V-6).
 */
neutral: boolean, 
/**
 * 角色; a post of this role holds it
 */
role: Array<Role>, 
/**
 * Lists of codes: places, categories, marks
 */
list: Array<List>, 
/**
 * Fields of its own
 */
field: Array<ExtraField>, 
/**
 * 限额
 */
limit: Array<Limit>, 
/**
 * The forms it prints, with their numbers and boxes
 */
form: Array<FormUse>, 
/**
 * Which desk takes what in hand (I-6); the first that fits is offered where a desk is assigned
 */
desk: Array<Desk>, 
/**
 * The stages; a case begins in the first
 */
stage: Array<Stage>, 
/**
 * Work that recurs without a case (T-5)
 */
duty: Array<Duty>, 
/**
 * To which stages a case can be taken back by hand
 */
reopen: Array<Reopen>, 
/**
 * 引用文件
 */
document: Array<Document>, };

/**
 * One version of a procedure 规程.
 */
export type ProcedureId = number;

/**
 * One version.
 */
export type ProcedureLine = { id: ProcedureId, rev: number, number: string, version: string, title: Names, state: ProcedureState, effective: Date | null, 
/**
 * New cases of this number run on it today.
 */
in_force: boolean, 
/**
 * Who wrote it last, and when.
 */
written_by: AccountId | null, 
/**
 * When it was written last.
 */
written_at: Stamp | null, 
/**
 * Who approved it here.
 */
approved_by: AccountId | null, };

/**
 * Where a version of a procedure stands.
 */
export type ProcedureState = "draft" | "issued" | "withdrawn";

/**
 * One version, read and as text.
 */
export type ProcedureView = { id: ProcedureId, rev: number, state: ProcedureState, procedure: Procedure, 
/**
 * The TOML, byte for byte.
 */
text: string, };

/**
 * The versions that this folder keeps.
 */
export type Procedures = { procedures: Array<ProcedureLine>, };

/**
 * A product 产品.
 */
export type Product = { 
/**
 * 料号
 */
code: string, 
/**
 * 名称
 */
name: Names, 
/**
 * 型号
 */
model: string, 
/**
 * 图纸版本
 */
revision: string, };

/**
 * A product 产品.
 */
export type ProductId = number;

/**
 * One product of the complaint with its lots and numbers.
 */
export type ProductLine = { 
/**
 * Its number in this section
 */
id: LineId, 
/**
 * From the master data; the name as said where it is not there yet
 */
product: ProductId | null, name: string, 
/**
 * 客户零件号, 型号/图纸版本
 */
customer_part: string, model: string, 
/**
 * 批号/序列号, 生产日期, 交付日期
 */
lot: string, made_on: Date | null, delivered_on: Date | null, 
/**
 * 交付, 检查, 不良, 退回数量; 停线分钟
 */
delivered: number | null, inspected: number | null, defective: number | null, returned: number | null, line_stop_minutes: number | null, };

/**
 * How a running case stands, told at any time.
 */
export type ProgressReport = { on: Date | null, by: Who | null, text: Told, 
/**
 * What was adjusted, and why
 */
adjusted: House, };

/**
 * 责任提议, before it is judged (V-4)
 */
export type Proposal = { departments: Array<DepartmentId>, who: Who | null, reason: House, };

/**
 * A side record with its body. 
 */
export type Record = { "kind": "communication", "body": Communication } | { "kind": "sample", "body": Sample } | { "kind": "action_progress", "body": ActionProgress } | { "kind": "follow_up", "body": FollowUp } | { "kind": "capa", "body": Capa } | { "kind": "return", "body": Return } | { "kind": "goods_disposition", "body": GoodsDisposition } | { "kind": "visit", "body": Visit } | { "kind": "meeting", "body": Meeting } | { "kind": "progress_report", "body": ProgressReport } | { "kind": "assessment", "body": Assessment } | { "kind": "outcome", "body": Outcome } | { "kind": "compensation", "body": Compensation } | { "kind": "collection_hold", "body": CollectionHold } | { "kind": "penalty", "body": Penalty } | { "kind": "service_order", "body": ServiceOrder } | { "kind": "repair", "body": Repair } | { "kind": "tracking", "body": Tracking } | { "kind": "case_study", "body": CaseStudy } | { "kind": "suggestion", "body": Suggestion } | { "kind": "training", "body": Training } | { "kind": "duty_done", "body": DutyDone };

/**
 * A side record (sample, return, meeting, CAPA, …).
 */
export type RecordId = number;

/**
 * A kind of side record. 
 */
export type RecordKind = "communication" | "sample" | "action_progress" | "follow_up" | "capa" | "return" | "goods_disposition" | "visit" | "meeting" | "progress_report" | "assessment" | "outcome" | "compensation" | "collection_hold" | "penalty" | "service_order" | "repair" | "tracking" | "case_study" | "suggestion" | "training" | "duty_done";

/**
 * One side record as saved.
 */
export type RecordRow = { 
/**
 * Its own number, where its kind carries one.
 */
number: string | null, 
/**
 * The task row that it belongs to; `None` when it was opened by hand.
 */
of: TaskKey | null, 
/**
 * Where it stands.
 */
state: RecordState, 
/**
 * Answers to the procedure's own fields.
 */
extra?: { [key in string]: Extra }, 
/**
 * Lists of which the last lines were taken out, with the highest number that was given: no line gets one of those again.
 */
gone?: { [key in string]: number }, } & ({ "kind": "communication", "body": Communication } | { "kind": "sample", "body": Sample } | { "kind": "action_progress", "body": ActionProgress } | { "kind": "follow_up", "body": FollowUp } | { "kind": "capa", "body": Capa } | { "kind": "return", "body": Return } | { "kind": "goods_disposition", "body": GoodsDisposition } | { "kind": "visit", "body": Visit } | { "kind": "meeting", "body": Meeting } | { "kind": "progress_report", "body": ProgressReport } | { "kind": "assessment", "body": Assessment } | { "kind": "outcome", "body": Outcome } | { "kind": "compensation", "body": Compensation } | { "kind": "collection_hold", "body": CollectionHold } | { "kind": "penalty", "body": Penalty } | { "kind": "service_order", "body": ServiceOrder } | { "kind": "repair", "body": Repair } | { "kind": "tracking", "body": Tracking } | { "kind": "case_study", "body": CaseStudy } | { "kind": "suggestion", "body": Suggestion } | { "kind": "training", "body": Training } | { "kind": "duty_done", "body": DutyDone });

/**
 * Where a side record stands.
 */
export type RecordState = "open" | "done" | "cancelled";

/**
 * A side record in its revision.
 */
export type RecordView = { record: RecordId | null, rev: number, row: RecordRow, };

/**
 * A complaint as it comes in. Six facts are enough (I-14), of which two are known (when, by whom); everything else is asked by the task that needs it.
 */
export type RegisterCase = { 
/**
 * Number of the procedure; the only one in force when left out.
 */
procedure: string | null, 
/**
 * Where; the plant of the caller's post when left out.
 */
plant: PlantId | null, 
/**
 * What the customer says. `received_at` is now when left out.
 */
complaint: Complaint, 
/**
 * Seen only by those who take part (M-7).
 */
confidential: boolean, };

/**
 * One case.
 */
export type RegisterLine = { case: CaseId, 
/**
 * 案件编号
 */
number: string, 
/**
 * Where.
 */
plant: PlantId, 
/**
 * Under which version.
 */
procedure: ProcedureId, 
/**
 * Where it stands.
 */
stage: string, 
/**
 * `open`, `settled`, `closed`, `archived`, `withdrawn`, `merged`, `void`
 */
state: string, 
/**
 * Counts going back.
 */
round: number, 
/**
 * 客户
 */
customer: CustomerId | null, 
/**
 * 类别
 */
class: string | null, 
/**
 * 等级
 */
severity: string | null, 
/**
 * 路径
 */
track: string | null, 
/**
 * 判定
 */
verdict: string | null, 
/**
 * 负责人
 */
owner: AccountId | null, 
/**
 * The customer's own number
 */
customer_no: string, 
/**
 * First product line: name as said, and lot
 */
product: string, 
/**
 * 批号
 */
lot: string, 
/**
 * Code in the dictionary
 */
defect_code: string, 
/**
 * What happened, cut to one line
 */
summary: string, 
/**
 * 接收时间, and its day and month in the plant's zone, by which figures group
 */
received: Stamp, 
/**
 * Day of receipt at the plant.
 */
received_on: Date, 
/**
 * 登记时间
 */
registered: Stamp, 
/**
 * The open task that falls due first, and when; the ball is with its holder
 */
next_task: string | null, 
/**
 * Its deadline; none while its clock stands.
 */
next_due: Stamp | null, 
/**
 * 客户侧关闭
 */
settled_at: Stamp | null, 
/**
 * 结案
 */
closed_at: Stamp | null, 
/**
 * 归档
 */
archived_at: Stamp | null, 
/**
 * Seen only by those who take part.
 */
confidential: boolean, };

/**
 * A page of the register, in the order that was asked.
 */
export type RegisterPage = { rows: Array<RegisterLine>, 
/**
 * Where the next page goes on; none when this was the last.
 */
next: Behind | null, 
/**
 * How many cases there are by this filter, and how many of them are overdue; where that was asked.
 */
count: Counted | null, };

/**
 * What a registration gives back.
 */
export type Registered = { 
/**
 * The new case.
 */
case: CaseId, 
/**
 * Its number, to be told to the customer.
 */
number: string, 
/**
 * What the first task still asks for; empty when it is done.
 */
missing: Array<Blocked>, };

/**
 * Remedy for the customer 处理方式 (A-1)
 */
export type Remedy = "return" | "exchange" | "repair" | "discount" | "compensation" | "remake" | "rework_on_site" | "service" | "explanation";

/**
 * A stage to which a case can be taken back by hand.
 */
export type Reopen = { 
/**
 * The stage.
 */
to: StageId, 
/**
 * Who may.
 */
by: Array<By>, };

/**
 * A stage to go back to.
 */
export type ReopenCase = { case: CaseId, 
/**
 * A stage on the way that the procedure names.
 */
to: StageId, 
/**
 * Why.
 */
reason: string, };

/**
 * A taking back of the case.
 */
export type Reopened = { 
/**
 * When.
 */
at: Stamp, 
/**
 * To which stage.
 */
to: StageId, 
/**
 * By whom.
 */
by: AccountId, };

/**
 * 维修(护)处理单
 */
export type Repair = { what: House, by: Who | null, started_on: Date | null, done_on: Date | null, result: House, warranty: string, files: Array<FileDigest>, };

/**
 * 回复, one row a round (R-1).
 */
export type Reply = { kind: ReplyKind | null, 
/**
 * What was done, what prevents recurrence, result, grounds, advice
 */
text: Told, channel: string, sent_at: Stamp | null, sent_by: Who | null, 
/**
 * Proof of sending
 */
proof: Array<FileDigest>, 
/**
 * What the customer says to it, and in which words
 */
answer: Heard | null, answer_words: string, answered_at: Stamp | null, };

/**
 * Reply kinds 受理回执, 临时, 最终 (R-1)
 */
export type ReplyKind = "receipt" | "interim" | "final";

/**
 * Reported ahead, to be made up 补办 (A-4).
 */
export type Reported = { 
/**
 * When.
 */
at: Stamp, 
/**
 * Whose answer it was.
 */
by: Who, 
/**
 * By whose hand it came in.
 */
hand: Hand | null, 
/**
 * How, and to whom.
 */
reason: string, 
/**
 * What was answered, fact by fact. It counts until it is made up, and is made up with the same answer (model § 5).
 */
said: { [key in Fact]?: string }, };

/**
 * A new password for somebody who lost theirs.
 */
export type ResetAccount = { account: AccountId, 
/**
 * Their new first password.
 */
first_password: Typed, 
/**
 * Why: they forgot it, their PC was lost.
 */
reason: string, 
/**
 * The administrator's own, for the endorsement.
 */
password: Typed, };

/**
 * 责任 (V-4): shares sum to 100 %.
 */
export type Responsibility = { departments: Array<DepartmentId>, shares: Array<Share>, 
/**
 * 处罚 follows (V-5)
 */
penalised: YesNo | null, reason: House, };

/**
 * The end of a pause.
 */
export type ResumeCase = { case: CaseId, };

/**
 * Goods that the customer sends back.
 */
export type Return = { what: string, lot: string, 
/**
 * Pieces asked for, allowed, received
 */
asked: number | null, allowed: number | null, received: number | null, asked_on: Date | null, received_on: Date | null, place: string, confirmed_by: Who | null, result: House, files: Array<FileDigest>, };

/**
 * One document changed.
 */
export type Revision = { 
/**
 * Its number in this section
 */
id: LineId, document: string, number: string, version: string, issued_on: Date | null, trained_at: Stamp | null, };

/**
 * One role of the procedure.
 */
export type Role = { 
/**
 * Its id, which posts name.
 */
id: RoleId, 
/**
 * 业务, 品质, 厂长, …
 */
name: Names, };

/**
 * A role, which posts hold.
 */
export type RoleId = string;

/**
 * By which desk it came in 受理路径
 */
export type Route = "finance" | "sales" | "direct";

/**
 * Defective pieces: asked for, received, kept, analysed.
 */
export type Sample = { what: string, pieces: number | null, asked_on: Date | null, received_on: Date | null, 
/**
 * Where it lies and who has it
 */
place: string, holder: Who | null, 
/**
 * 故障标识 (C-7)
 */
fault_mark: string, result: House, files: Array<FileDigest>, };

/**
 * 满意 satisfaction in a word
 */
export type Satisfied = "not_satisfied" | "satisfied";

/**
 * An account in the revision that was on the screen.
 */
export type SaveAccount = { account: AccountId, rev: number, name: string, state: AccountState, language: Lang, 
/**
 * 职务; as it is when left out.
 */
position?: string, 
/**
 * 技能; as they are when left out.
 */
skills?: Array<string>, 
/**
 * Why, when it is closed.
 */
reason: string, };

/**
 * A year of a plant; new, or in the revision that was on the screen.
 */
export type SaveCalendar = { id: number | null, rev: number, year: CalendarYear, };

/**
 * The file of a cited document; new, or over the revision that was on the screen.
 */
export type SaveDocument = { procedure: ProcedureId, 
/**
 * Its id there.
 */
document: string, rev: number, 
/**
 * Number that the house gave it; empty: as cited.
 */
number: string, version: string, 
/**
 * An upload of this person, or the file that is kept.
 */
file: FileDigest, };

/**
 * What is being typed.
 */
export type SaveDraft = { which: Which, 
/**
 * The revision on which it was begun; 0 for a new row.
 */
base_rev: number, 
/**
 * The form's values as the form keeps them.
 */
text: string, };

/**
 * A customer, a person at one, or a product; new, or in the revision that was on the screen.
 */
export type SaveMaster = { id: number | null, rev: number, row: Master, };

/**
 * A plant or a department; new, or in the revision that was on the screen.
 */
export type SavePlant = { id: number | null, rev: number, row: Master, };

/**
 * A post, new or in the revision that was on the screen.
 */
export type SavePost = { id: PostId | null, rev: number, post: Post, };

/**
 * A preference under a name.
 */
export type SavePreference = { name: string, value: string, };

/**
 * A draft as it stands on the screen.
 */
export type SaveProcedure = { procedure: ProcedureId, 
/**
 * The revision that was on the screen.
 */
rev: number, 
/**
 * As text, which is kept byte for byte.
 */
text: string | null, 
/**
 * Or as forms have it, which is written as text: comments of an earlier text are not kept.
 */
typed: Procedure | null, };

/**
 * A side record as it stands on the screen.
 */
export type SaveRecord = { case: CaseId, 
/**
 * `None` opens a new one.
 */
record: RecordId | null, 
/**
 * The task row for which it is filled; `None` for one opened by hand.
 */
task: TaskKey | null, 
/**
 * The revision that was on the screen; 0 for a new one.
 */
rev: number, 
/**
 * Where it stands.
 */
state: RecordState, 
/**
 * Kind and body, whole.
 */
body: Record, 
/**
 * Answers to the procedure's own fields.
 */
extra: { [key in string]: Extra }, 
/**
 * Why what is signed is changed.
 */
reason: string, };

/**
 * A section as it stands on the screen.
 */
export type SaveSection = { case: CaseId, 
/**
 * The task row for which it is filled. A decision needs it.
 */
task: TaskKey | null, 
/**
 * The revision that was on the screen; 0 for a section that was not there.
 */
rev: number, 
/**
 * Kind and body, whole.
 */
section: Section, 
/**
 * Answers to the procedure's own fields.
 */
extra: { [key in string]: Extra }, 
/**
 * Why a registered fact is corrected, or what was signed is changed.
 */
reason: string, };

/**
 * A setting in the revision that was on the screen.
 */
export type SaveSetting = { rev: number, setting: SettingBody, };

/**
 * What a save gives back.
 */
export type Saved = { 
/**
 * The revision that it has now; the same as before when nothing had changed.
 */
rev: number, 
/**
 * What should be looked at.
 */
warnings: Array<Warning>, };

/**
 * What a saved record gives back.
 */
export type SavedRecord = { 
/**
 * Which record.
 */
record: RecordId, 
/**
 * Its own number, where its kind carries one.
 */
number: string | null, 
/**
 * The revision that it has now.
 */
rev: number, };

/**
 * Why a task is late.
 */
export type SayLate = { case: CaseId, task: TaskKey, reason: string, };

/**
 * Whose fault it is to mend 处理范围
 */
export type Scope = "supplier" | "own";

/**
 * A section with its body: what a save carries and what the store keeps. 
 */
export type Section = { "kind": "complaint", "body": Complaint } | { "kind": "containment", "body": Containment } | { "kind": "validity", "body": Validity } | { "kind": "level", "body": Level } | { "kind": "explanation", "body": Explanation } | { "kind": "investigation", "body": Investigation } | { "kind": "team", "body": Team } | { "kind": "problem", "body": Problem } | { "kind": "causes", "body": Causes } | { "kind": "responsibility", "body": Responsibility } | { "kind": "plan", "body": Plan } | { "kind": "actions", "body": Actions } | { "kind": "evaluation", "body": Evaluation } | { "kind": "approval", "body": Approval } | { "kind": "reply", "body": Reply } | { "kind": "effectiveness", "body": Effectiveness } | { "kind": "standardisation", "body": Standardisation } | { "kind": "summary", "body": Summary } | { "kind": "closure", "body": Closure } | { "kind": "understanding", "body": Understanding } | { "kind": "classification", "body": Classification } | { "kind": "check_list", "body": CheckList } | { "kind": "assignment", "body": Assignment } | { "kind": "hand_over", "body": HandOver } | { "kind": "proposal", "body": Proposal } | { "kind": "consequence", "body": Consequence } | { "kind": "conclusion", "body": Conclusion } | { "kind": "agreement", "body": Agreement } | { "kind": "talk", "body": Talk } | { "kind": "claim", "body": Claim } | { "kind": "dispatch", "body": Dispatch } | { "kind": "follow_up_plan", "body": FollowUpPlan };

/**
 * One section as saved.
 */
export type SectionRow = { 
/**
 * Empty for work; `task/slot` for a decision.
 */
slot: string, 
/**
 * The round in which it was written.
 */
round: number, 
/**
 * Answers to the procedure's own fields.
 */
extra?: { [key in string]: Extra }, 
/**
 * Lists of which the last lines were taken out, with the highest number that was given: no line gets one of those again.
 */
gone?: { [key in string]: number }, } & ({ "kind": "complaint", "body": Complaint } | { "kind": "containment", "body": Containment } | { "kind": "validity", "body": Validity } | { "kind": "level", "body": Level } | { "kind": "explanation", "body": Explanation } | { "kind": "investigation", "body": Investigation } | { "kind": "team", "body": Team } | { "kind": "problem", "body": Problem } | { "kind": "causes", "body": Causes } | { "kind": "responsibility", "body": Responsibility } | { "kind": "plan", "body": Plan } | { "kind": "actions", "body": Actions } | { "kind": "evaluation", "body": Evaluation } | { "kind": "approval", "body": Approval } | { "kind": "reply", "body": Reply } | { "kind": "effectiveness", "body": Effectiveness } | { "kind": "standardisation", "body": Standardisation } | { "kind": "summary", "body": Summary } | { "kind": "closure", "body": Closure } | { "kind": "understanding", "body": Understanding } | { "kind": "classification", "body": Classification } | { "kind": "check_list", "body": CheckList } | { "kind": "assignment", "body": Assignment } | { "kind": "hand_over", "body": HandOver } | { "kind": "proposal", "body": Proposal } | { "kind": "consequence", "body": Consequence } | { "kind": "conclusion", "body": Conclusion } | { "kind": "agreement", "body": Agreement } | { "kind": "talk", "body": Talk } | { "kind": "claim", "body": Claim } | { "kind": "dispatch", "body": Dispatch } | { "kind": "follow_up_plan", "body": FollowUpPlan });

/**
 * A section in its revision.
 */
export type SectionView = { rev: number, 
/**
 * It is the row that counts now.
 */
counts: boolean, row: SectionRow, };

/**
 * Passwords and sessions (design § 8).
 */
export type Security = { 
/**
 * So many wrong passwords lock an account, 3 to 10.
 */
lock_after: number, 
/**
 * For so long, 1 to 1440.
 */
lock_minutes: number, 
/**
 * So long without a call ends a session, 1 to 720.
 */
idle_minutes: number, };

/**
 * 客户服务单 (forms § 4): numbered before, filled on site, signed by the customer.
 */
export type ServiceOrder = { site: string, contact: string, phone: string, product: string, warranty: YesNo | null, 
/**
 * What was reported
 */
reported: string, engineer: Who | null, left_at: Stamp | null, arrived_at: Stamp | null, finished_at: Stamp | null, diagnosis: House, work: House, parts: string, cost: Amount | null, solved: YesNo | null, scope: Scope | null, next: House, 
/**
 * What the customer says, and who signed for the customer
 */
customer_words: string, score: number | null, customer_signed: string, files: Array<FileDigest>, };

/**
 * A setting by its name.
 */
export type SettingBody = { "name": "security", "value": Security };

/**
 * The names of the settings.
 */
export type SettingName = "security";

/**
 * A setting in its revision; 0 while nobody has changed it.
 */
export type SettingView = { rev: number, setting: SettingBody, };

/**
 * Level 等级 (C-3): 重大, 严重, 一般
 */
export type Severity = "major" | "serious" | "ordinary";

/**
 * One party's share.
 */
export type Share = { 
/**
 * Its number in this section
 */
id: LineId, department: DepartmentId | null, who: Who | null, 
/**
 * A supplier, carrier or contractor
 */
party: string, 
/**
 * Whole per cent
 */
percent: number | null, agreed: YesNo | null, dispute: House, };

/**
 * One shift by the wall clock; one that ends before it begins runs into the next day.
 */
export type Shift = { 
/**
 * Begins.
 */
from: string, 
/**
 * Ends.
 */
until: string, };

/**
 * Login and password.
 */
export type SignIn = { 
/**
 * As given by the administrator; blanks around it do not count.
 */
login: string, 
/**
 * As typed.
 */
password: Typed, };

/**
 * Nothing more is needed.
 */
export type SignOut = Nothing;

/**
 * A signature.
 */
export type SignTask = { case: CaseId, task: TaskKey, 
/**
 * SHA-256 of the manifest that was shown.
 */
digest: string, 
/**
 * The head of the journal in it.
 */
head: string, 
/**
 * Asked for again (A-5).
 */
password: Typed, };

/**
 * A signature, by account or from outside.
 */
export type SignatureId = number;

/**
 * A signature as it is shown.
 */
export type SignatureView = { id: SignatureId, task: TaskKey, meaning: Meaning, at: Stamp, 
/**
 * Who signed.
 */
by: Who, 
/**
 * On paper: the date on it, and who recorded it.
 */
paper: PaperView | null, 
/**
 * Its SHA-256: what was signed.
 */
digest: string, 
/**
 * What it covers was changed since.
 */
void: boolean, 
/**
 * The case went back behind it, or whoever gave it took it back.
 */
set_aside: boolean, };

/**
 * How it ended.
 */
export type SignedIn = { "is": "in", 
/**
 * To be sent with every call; known to nobody else.
 */
token: string, 
/**
 * Who it is.
 */
account: AccountId, } | { "is": "wrong", 
/**
 * Tries left before the lock.
 */
left: number, } | { "is": "locked", 
/**
 * Until when.
 */
until: Stamp, };

/**
 * Signed out.
 */
export type SignedOut = Nothing;

/**
 * A signature over sections and records, in the revision shown (A-5).
 */
export type Signs = { 
/**
 * What signing says.
 */
meaning: Meaning, 
/**
 * What it is about.
 */
covers: Array<Target>, };

/**
 * How long a deadline is, written `24h`, `2d` or `2wd` (T-1). When it falls due: [`super::due`].
 */
export type Span = string;

/**
 * The case that was split, and its children.
 */
export type Split = { case: CaseView, children: Array<Registered>, };

/**
 * Several matters in one complaint.
 */
export type SplitCase = { case: CaseId, 
/**
 * Why.
 */
reason: string, children: Array<SplitChild>, };

/**
 * A case of its own.
 */
export type SplitChild = { 
/**
 * The product lines that go to it; the whole complaint is copied when there are none.
 */
lines: Array<LineId>, 
/**
 * 类别, where it is another one.
 */
class: Class | null, };

/**
 * Something that nobody here could do.
 */
export type StaffGap = { "gap": "empty_post", 
/**
 * Which.
 */
role: RoleId, } | { "gap": "quorum", 
/**
 * Whose quorum.
 */
task: TaskId, 
/**
 * How many it needs.
 */
needs: number, 
/**
 * How many there are.
 */
can: number, };

/**
 * One stage 阶段.
 */
export type Stage = { 
/**
 * Its id.
 */
id: StageId, 
/**
 * What it is called.
 */
name: Names, 
/**
 * What is done in it; parallel unless `after`.
 */
task: Array<Task>, 
/**
 * Where it leads. Exactly one fits, whatever was said.
 */
exit: Array<Exit>, };

/**
 * A stage of a procedure.
 */
export type StageId = string;

/**
 * What waits in one stage.
 */
export type StageWaiting = { 
/**
 * Number of the procedure.
 */
procedure: string, stage: StageId, waiting: Waiting, };

/**
 * A moment: UTC milliseconds, written `2026-11-22T05:18:27.123Z`. The text has one width, so it sorts as the moment does.
 */
export type Stamp = string;

/**
 * 标准化 D7 (R-5)
 */
export type Standardisation = { 
/**
 * 提案: what should become the rule, and why
 */
proposal: House, told: Told, documents: Array<Revision>, };

/**
 * A cause stands proved, open, or excluded
 */
export type Standing = "open" | "excluded" | "confirmed";

/**
 * What is done with a task.
 */
export type Step = "done" | "not_needed" | "reported";

/**
 * An end that no procedure leads to.
 */
export type Stopped = { 
/**
 * When.
 */
at: Stamp, 
/**
 * Who ended it; of a void number, who approved.
 */
by: AccountId, 
/**
 * Who asked for it, of a void number.
 */
asked_by: AccountId | null, 
/**
 * Why.
 */
reason: string, 
/**
 * 撤诉: who said so for the customer.
 */
said_by: string, 
/**
 * Where that stands.
 */
evidence: string, 
/**
 * The letter, the mail, the picture of the chat.
 */
files: Array<FileDigest>, 
/**
 * What was still to be done; it comes back when the case is taken back.
 */
left: Array<TaskKey>, };

/**
 * A stretch of time in which one party held the ball.
 */
export type Stretch = { 
/**
 * From when.
 */
from: Stamp, 
/**
 * Until when; none while it lasts.
 */
until: Stamp | null, 
/**
 * Who.
 */
holder: Holder, 
/**
 * The task that waited for them; none in a pause.
 */
task: TaskKey | null, };

/**
 * A suggestion for a procedure, by staff or a customer (M-4).
 */
export type Suggestion = { by: string, on: Date | null, 
/**
 * The procedure and the place in it
 */
procedure: string, clause: string, text: House, 
/**
 * What was decided, why, and the version that follows
 */
decided: YesNo | null, decision: House, version: string, };

/**
 * One suggestion.
 */
export type SuggestionLine = { 
/**
 * To be sent back with the decision, with its revision.
 */
record: RecordId, rev: number, 
/**
 * The case that it came from.
 */
case: CaseId | null, number: string | null, state: RecordState, suggestion: Suggestion, 
/**
 * This person may decide on it.
 */
may_decide: boolean, };

/**
 * Suggestions, those to be decided first, oldest first.
 */
export type Suggestions = { suggestions: Array<SuggestionLine>, };

/**
 * 总结评价; one line is enough (R-11).
 */
export type Summary = { text: House, went_well: House, to_improve: House, proposal: House, };

/**
 * Taken back by whoever had done it 撤回.
 */
export type TakenBack = { 
/**
 * By whom: whose work it was, or who had recorded it for them.
 */
by: AccountId, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
at: Stamp, };

/**
 * 再次沟通: the handler tries to win understanding (R-3)
 */
export type Talk = { won: YesNo | null, text: House, by: Who | null, at: Stamp | null, };

/**
 * What a task fills, or a signature covers: a section or a kind of side record.
 */
export type Target = string;

/**
 * One task 任务.
 */
export type Task = { 
/**
 * Its id, unique in the procedure.
 */
id: TaskId, 
/**
 * What it is called.
 */
name: Names, 
/**
 * What doing it means.
 */
does: Does, 
/**
 * Any one of these may do it.
 */
by: Array<By>, 
/**
 * What it fills.
 */
fills: Array<Target>, 
/**
 * It goes on with the record that this task made.
 */
of: TaskId | null, 
/**
 * Fields that must be there before it is done.
 */
needs: Array<Path>, 
/**
 * Tasks of the same stage that come first.
 */
after: Array<TaskId>, 
/**
 * Only when these facts hold.
 */
when: { [key in Fact]?: Words }, 
/**
 * No record of these kinds may be open.
 */
no_open: Array<RecordKind>, 
/**
 * Until when.
 */
due: Due | null, 
/**
 * It is signed, with this meaning.
 */
signs: Signs | null, 
/**
 * One row (slot) for each line or id of this list.
 */
each: Path | null, 
/**
 * So many of these rows are enough.
 */
quorum: number | null, 
/**
 * 结案 waits for it, the stage does not.
 */
stays: boolean, 
/**
 * 必要时: its holder may say that it is not needed, and why.
 */
optional: boolean, 
/**
 * 补办: may be reported first, and is made up within this time.
 */
ahead: Due | null, 
/**
 * May be signed on paper (A-7).
 */
paper: boolean, 
/**
 * May be recorded for a named person (A-8).
 */
on_behalf: boolean, 
/**
 * Who is told when it is done.
 */
tells: Array<Tell>, 
/**
 * Controlled documents that it goes by, as their ids say (M-9).
 */
cites: Array<string>, 
/**
 * Document and section of the source text, field practice, or a reading.
 */
source: string, };

/**
 * A task of a procedure.
 */
export type TaskId = string;

/**
 * Which task row is meant.
 */
export type TaskKey = { 
/**
 * The task of the procedure.
 */
task: TaskId, 
/**
 * Which of several; empty when there is one.
 */
slot: string, 
/**
 * The round in which it was opened.
 */
round: number, };

/**
 * One task to be done, or done.
 */
export type TaskRow = { 
/**
 * The stage that it belongs to.
 */
stage: StageId, 
/**
 * The task of the procedure.
 */
task: TaskId, 
/**
 * Which of several: a line, a department, a member; empty when there is one.
 */
slot: string, 
/**
 * The round in which it was made.
 */
round: number, 
/**
 * Where it stands.
 */
state: TaskState, 
/**
 * Since when it could be done.
 */
opened: Stamp | null, 
/**
 * The deadline as it was when the task opened. Evidence: a moved deadline does not change it (T-4).
 */
first_due: Stamp | null, 
/**
 * Later deadlines, each with a reason.
 */
moved: Array<Moved>, 
/**
 * When it was done.
 */
done_at: Stamp | null, 
/**
 * Whose work it was: the signer on paper, the person for whom it was recorded, or the account itself.
 */
done_by: Who | null, 
/**
 * 代理: for whom the person stood in, where no post of their own entitled them (M-5).
 */
deputy_for: AccountId | null, 
/**
 * By whose hand it came in.
 */
hand: Hand | null, 
/**
 * Why not needed, or how it was reported ahead.
 */
reason: string, 
/**
 * 补办: how it was reported ahead. It stays when it is made up: then `done_at` and `done_by` say who wrote it and when.
 */
reported: Reported | null, 
/**
 * Why somebody may approve or verify their own work here, written by somebody else.
 */
excuse: Excuse | null, 
/**
 * The case went back behind it: its signature is shown, and stands in nobody's way. What is still to be made up of it
 * is about the case as it was in its round.
 */
set_aside: boolean, 
/**
 * 转审: it waits for this one account, and for nobody else of the role.
 */
passed: Passed | null, 
/**
 * 加签: it was asked for beside the row of the procedure.
 */
asked: AskedToSign | null, 
/**
 * 撤回: each time that whoever had done it took it back. What was signed before that counts no more.
 */
taken_back: Array<TakenBack>, 
/**
 * Why it is late, as somebody who works on the case said; the last word counts (T-2).
 */
late: Array<Late>, };

/**
 * Where a task stands.
 */
export type TaskState = "waiting" | "open" | "ahead" | "done" | "skipped" | "not_needed" | "superseded";

/**
 * A task row.
 */
export type TaskView = { row: TaskRow, 
/**
 * Every reason why this person cannot do it now, or sign it again where its signature is void; empty: they can. Of rows
 * that are over: empty.
 */
blocked: Array<Blocked>, 
/**
 * Its signature is void: what it covers was changed since.
 */
void: boolean, 
/**
 * What this person may do with it beside doing it: pass it on, ask one more to sign, take it back, move its deadline.
 */
offers: Array<Offer>, 
/**
 * Of a row that is not over, or is to be signed again: what stands in each section or record that it fills, to be typed over.
 */
fills: Array<Fill>, 
/**
 * What should be looked at before it is handed in.
 */
warnings: Array<Warning>, };

/**
 * How much went over. Cases that the caller may not see are counted, and not named.
 */
export type TasksHandedOver = { 
/**
 * Cases in which they were named.
 */
cases: number, 
/**
 * Posts that end today.
 */
ended: number, 
/**
 * Posts that the successor holds from today.
 */
given: number, 
/**
 * Departments that the successor heads from now on, and plants in whose charge they are.
 */
headed: number, };

/**
 * 小组 D1
 */
export type Team = { leader: Who | null, sponsor: Who | null, members: Array<Member>, };

/**
 * Somebody who is told.
 */
export type Tell = { 
/**
 * Who.
 */
to: By, 
/**
 * They say that they have read it 已阅. Without it they are told 告知, and nobody is late.
 */
acknowledge: boolean, 
/**
 * Within which time they read it.
 */
due: Span, 
/**
 * Only when these facts hold.
 */
when: { [key in Fact]?: Words }, };

/**
 * One term and what it means here.
 */
export type Term = { 
/**
 * The word.
 */
word: Names, 
/**
 * Its meaning.
 */
meaning: Names, };

/**
 * What happened, oldest first.
 */
export type Timeline = { entries: Array<TimelineEntry>, };

/**
 * One entry of the journal.
 */
export type TimelineEntry = { seq: number, 
/**
 * First entry of the same command.
 */
tx: number, at: string, zone: string, actor: AccountId, machine: string, action: string, reason: string, 
/**
 * What it is about: `section`, `task`, `record`, …
 */
kind: string, subject: number, rev: number, hash: string, 
/**
 * Of a section or record that was written before: each field that says something else now. Words that an erasure took
 * out are not shown, and nothing that was beside them.
 */
changes: Array<FieldChange>, };

/**
 * Words that a customer may read, in the languages in which they were written. Never filled from a [`House`] text.
 */
export type Told = { 
/**
 * 中文
 */
zh: string, 
/**
 * English
 */
en: string, };

/**
 * Track 处理路径 (C-6)
 */
export type Track = "8d" | "capa" | "simple";

/**
 * 咨询质量跟踪表
 */
export type Tracking = { consultant: Who | null, project: string, content: House, told_at: Stamp | null, findings: House, measures: House, };

/**
 * Training and its three evaluations (M-3).
 */
export type Training = { subject: string, on: Date | null, method: string, by: Who | null, attendants: string, satisfaction: House, skill_test: House, transfer: House, files: Array<FileDigest>, };

/**
 * One twig of the fishbone.
 */
export type Twig = { 
/**
 * Its number in this section
 */
id: LineId, bone: Bone | null, cause: House, standing: Standing | null, };

/**
 * A password on its way in. It is never shown, logged or written back.
 */
export type Typed = string;

/**
 * 理解确认: the customer agrees that they were understood (I-7).
 */
export type Understanding = { confirmed: YesNo | null, with: string, by: Who | null, at: Stamp | null, how: string, 
/**
 * What was corrected or added
 */
added: House, };

/**
 * 成立判定: two questions, one verdict (C-1).
 */
export type Validity = { 
/**
 * 理由是否充分
 */
reason_holds: YesNo | null, 
/**
 * 要求是否合理
 */
demand_holds: YesNo | null, 
/**
 * 成立 / 部分成立 / 不成立 / 待确认
 */
verdict: Verdict | null, 
/**
 * 判定依据
 */
reason: House, 
/**
 * Why not established, by kind
 */
ground: Ground | null, 
/**
 * Why no investigation was made, if none was (L-1)
 */
no_investigation: House, };

/**
 * 判定 verdict (C-1)
 */
export type Verdict = "not_established" | "pending" | "partly" | "established";

/**
 * A visit to the customer.
 */
export type Visit = { planned_on: Date | null, on: Date | null, by: Who | null, with: string, findings: House, told: Told, files: Array<FileDigest>, };

/**
 * Somebody asks for a number to be declared void.
 */
export type VoidAsked = { 
/**
 * Who asks; never the one who approves.
 */
by: AccountId, 
/**
 * When.
 */
at: Stamp, 
/**
 * Why.
 */
reason: string, };

/**
 * One step toward a void number.
 */
export type VoidCase = { case: CaseId, step: VoidStep, 
/**
 * Why; of an approval that of whoever asked.
 */
reason: string, };

/**
 * Which step.
 */
export type VoidStep = "ask" | "approve" | "refuse";

/**
 * How much waits.
 */
export type Waiting = { tasks: number, overdue: number, 
/**
 * Falls due today and is not late yet.
 */
today: number, 
/**
 * Its clock stands: the ball is outside.
 */
paused: number, 
/**
 * Has no deadline because the calendar of its year is not entered.
 */
unknown_year: number, 
/**
 * Since when the oldest waits.
 */
oldest: Stamp | null, 
/**
 * The first deadline.
 */
first_due: Stamp | null, };

/**
 * One warning. A variant exists because the form shows it in its own words.
 */
export type Warning = { "warns": "skill", 
/**
 * Who.
 */
account: AccountId, 
/**
 * What the assignment asks for and they do not have.
 */
needs: string, 
/**
 * What they have.
 */
has: Array<string>, };

/**
 * Which draft: one a person, case, kind and slot.
 */
export type Which = { 
/**
 * None for a complaint that is not registered yet.
 */
case: CaseId | null, 
/**
 * Section or record kind.
 */
kind: string, 
/**
 * Which of several.
 */
slot: string, };

/**
 * A person: by account, or by name where there is none (a worker, a customer, a carrier; A-8).
 */
export type Who = { "account": AccountId } | { "name": string };

/**
 * One step of a why-chain; the last step of a branch is its root cause.
 */
export type Why = { 
/**
 * Its number in this section
 */
id: LineId, branch: Branch | null, cause: House, bone: Bone | null, standing: Standing | null, };

/**
 * A customer who takes the complaint back.
 */
export type WithdrawCase = { case: CaseId, 
/**
 * Why, as the customer says.
 */
reason: string, 
/**
 * Who said so for the customer.
 */
said_by: string, 
/**
 * Where that stands: the call, the mail. Words or a file are there.
 */
evidence: string, 
/**
 * Files of the case.
 */
files: Array<FileDigest>, };

/**
 * A version that is not to be in force any more.
 */
export type WithdrawProcedure = { procedure: ProcedureId, 
/**
 * The revision that was read.
 */
rev: number, 
/**
 * Why.
 */
reason: string, };

/**
 * A task that was done.
 */
export type WithdrawTask = { case: CaseId, task: TaskKey, 
/**
 * Why.
 */
reason: string, };

/**
 * One word, or one of several.
 */
export type Words = string | Array<string>;

/**
 * 否 / 是
 */
export type YesNo = "no" | "yes";

/** Every command: what it takes and what it gives. */
export interface Commands {
  /** Signs in. A wrong password is an answer, so that it is counted; as many as the house sets lock the account (five at first). */
  sign_in: { request: SignIn; response: SignedIn };
  /** Signs out. */
  sign_out: { request: SignOut; response: SignedOut };
  /** Who is signed in, with the posts that hold today. */
  me: { request: Me; response: MyView };
  /** A new password for the same key: nothing signed before changes. */
  password_change: { request: ChangePassword; response: Asked<PasswordChanged> };
  /** Everybody with an account: names for what was done by whom. */
  people_list: { request: ListPeople; response: People };
  /** Accounts with their keys: who endorsed them, and which nobody has. */
  account_list: { request: ListAccounts; response: Accounts };
  /** Makes an account with a first password. Its key is endorsed by the administrator's. */
  account_add: { request: AddAccount; response: Asked<AccountAdded> };
  /** Changes a name or a language, or closes an account. A login is never given to somebody else. */
  account_save: { request: SaveAccount; response: Kept };
  /** A new password and a new key for somebody who lost theirs. What they signed stays valid under the old key. */
  account_reset: { request: ResetAccount; response: Asked<AccountAdded> };
  /** Endorses a key that nobody has endorsed: after a recovery on the machine. */
  account_endorse: { request: EndorseAccount; response: Asked<Kept> };
  /** Gives somebody a post, or changes one: role, plant, department, from, until, deputy for whom (M-5). */
  post_save: { request: SavePost; response: Kept };
  /** The rows of one kind, or those that contain some words. */
  master_list: { request: ListMaster; response: MasterList };
  /** Saves a customer, a person at a customer, or a product. */
  master_save: { request: SaveMaster; response: Kept };
  /** Saves a plant or a department. */
  plant_save: { request: SavePlant; response: Kept };
  /** A year of a plant's working calendar as it counts now, and where it comes from. */
  calendar_get: { request: GetCalendar; response: CalendarView };
  /** Saves a year of a plant's own calendar: days off, make-up days, shifts (T-1). Open deadlines follow at once. */
  calendar_save: { request: SaveCalendar; response: CalendarSaved };
  /** Takes in a whole year as a text, all of it or nothing: lines `2027-01-01,off`, or an iCalendar file. */
  calendar_import: { request: ImportCalendar; response: CalendarSaved };
  /** The settings of the house. */
  setting_get: { request: GetSetting; response: SettingView };
  /** Saves a setting. */
  setting_save: { request: SaveSetting; response: Kept };
  /** The versions that this folder keeps. */
  procedure_list: { request: ListProcedures; response: Procedures };
  /** One version: stages, tasks, roles, deadlines, and its text. */
  procedure_get: { request: GetProcedure; response: ProcedureView };
  /** Puts a procedure of the library in force, as the program carries it. */
  procedure_adopt: { request: AdoptProcedure; response: Kept };
  /** The procedures that come with the program, and which of them this folder keeps. */
  procedure_library: { request: ListLibrary; response: Library };
  /** Makes a draft: of a version that is kept, or of one in the library. Of a number that is there, its next version. */
  procedure_copy: { request: CopyProcedure; response: Kept };
  /** Saves a draft, as text or as forms have it. Whoever works here may write; a draft may be broken. */
  procedure_draft_save: { request: SaveProcedure; response: Kept };
  /** Proves a version, a text, or what is being typed: each fault with place, line and reason; warnings; posts that nobody holds (D-11). */
  procedure_check: { request: CheckProcedure; response: Checked };
  /** Proves a draft and puts it in force from a day on. Not by who wrote it last; by a role that approves in it (M-6). */
  procedure_issue: { request: IssueProcedure; response: Kept };
  /** Takes a version out of force, or drops a draft. Running cases keep theirs. */
  procedure_withdraw: { request: WithdrawProcedure; response: Kept };
  /** In what two versions differ: by stage, task and field. */
  procedure_compare: { request: CompareProcedures; response: Compared };
  /** Moves a running case to the version of its procedure that is in force, for a reason. */
  case_move: { request: MoveCase; response: CaseView };
  /** Takes in a complaint and gives it a number. Six facts are enough (I-14): when and by whom it was taken in are known. */
  case_register: { request: RegisterCase; response: Registered };
  /** Shows a case with what is open to this person and, for what is not, the reasons. */
  case_get: { request: GetCase; response: CaseView };
  /** Takes a case back to a stage on its way (R-7). */
  case_reopen: { request: ReopenCase; response: CaseView };
  /** Stops the department's clock, for a reason (D-5). */
  case_pause: { request: PauseCase; response: CaseView };
  /** Lets the clock run again. */
  case_resume: { request: ResumeCase; response: CaseView };
  /** Makes a case confidential, or not; says who is let in (M-7). */
  case_confide: { request: ConfideCase; response: CaseView };
  /** What happened to a case, entry by entry. */
  case_timeline: { request: GetTimeline; response: Timeline };
  /** 作废: asks that a number be declared void, approves that somebody else asks it, or refuses. The number stays. */
  case_void: { request: VoidCase; response: CaseView };
  /** 合并: one case leads, the other ends in it; each is found by the other's number. */
  case_merge: { request: MergeCase; response: CaseView };
  /** 拆分: makes cases of their own from chosen product lines, or from the whole complaint, with the same receipt. */
  case_split: { request: SplitCase; response: Split };
  /** 撤诉: the customer takes the complaint back; what is open is superseded. */
  case_withdraw: { request: WithdrawCase; response: CaseView };
  /** The duties of this person that are not done, overdue ones first; and those done last. */
  duty_list: { request: ListDuties; response: Duties };
  /** Records what was done for one period of a duty. */
  duty_done: { request: DoDuty; response: Kept };
  /** What a version of a procedure cites, each with the file that the house keeps. */
  document_list: { request: ListDocuments; response: Documents };
  /** Keeps the file of a cited document, with its number and version. */
  document_save: { request: SaveDocument; response: Kept };
  /** 工作交接: everything that is for somebody by name is for somebody else from now on; their posts end today (A-4). */
  tasks_hand_over: { request: HandOverTasks; response: TasksHandedOver };
  /** Takes a suggestion that belongs to no case. */
  suggestion_add: { request: AddSuggestion; response: Kept };
  /** Suggestions of the house and of cases, those to be decided first. */
  suggestion_list: { request: ListSuggestions; response: Suggestions };
  /** Decides on a suggestion, with the reason and the version that follows. */
  suggestion_decide: { request: DecideSuggestion; response: Kept };
  /** Saves a section of a case. Two people in two sections never conflict. */
  section_save: { request: SaveSection; response: Saved };
  /** Saves a side record of a case; gives a new one its number. */
  record_save: { request: SaveRecord; response: SavedRecord };
  /** Does a task that needs no signature, or one on paper (A-7) or for somebody else (A-8). */
  task_do: { request: DoTask; response: CaseView };
  /** Lets somebody approve or verify their own work; written by somebody else. */
  task_excuse: { request: ExcuseTask; response: CaseView };
  /** 转审: passes an open task to somebody else who may do it, and it waits for that account alone (A-4). */
  task_pass: { request: PassTask; response: CaseView };
  /** 加签: asks one more account to sign what is approved, verified or decided; the stage waits for it (A-4). */
  task_ask: { request: AskTask; response: CaseView };
  /** 撤回: takes back what one did, until somebody has answered it; or the question to one more signer (A-4). */
  task_withdraw: { request: WithdrawTask; response: CaseView };
  /** Moves the deadline of an open task, approved by somebody who does not do it; the first one is kept (T-4). */
  task_move: { request: MoveTask; response: CaseView };
  /** The text that a signature would be over, row by row. */
  task_manifest: { request: GetManifest; response: ManifestView };
  /** Signs what the manifest names, and does the task (A-5). */
  case_sign: { request: SignTask; response: Asked<CaseView> };
  /** Says why the clock of this machine went back. Signing goes on. */
  clock_explain: { request: ExplainClock; response: Explained };
  /** Issues a form of a case; the same one again where nothing has changed. */
  form_issue: { request: IssueForm; response: IssuedView };
  /** The forms that were issued for a case. */
  form_list: { request: ListForms; response: IssuedForms };
  /** Which paper is this? The issue of a check code (D-8). */
  form_check: { request: CheckForm; response: IssuedView };
  /** Makes an uploaded file part of a case. */
  file_claim: { request: ClaimFile; response: Claimed };
  /** The files of a case. */
  file_list: { request: ListFiles; response: Files };
  /** Open tasks of this person, the one that falls due first on top. */
  inbox_list: { request: ListInbox; response: Inbox };
  /** The register 台账: a page of cases by filter, newest receipt first or by deadline, and how many there are. */
  register_list: { request: ListRegister; response: RegisterPage };
  /** Planned actions 措施 of all cases: those to be done by deadline, or those that are over. */
  action_list: { request: ListActions; response: ActionPage };
  /** The progress board: what waits where, for whom, since when, until when (T-2). */
  board: { request: GetBoard; response: Board };
  /** 逾期原因: says why a task is late, by anybody who works on the case (T-2). */
  task_late: { request: SayLate; response: CaseView };
  /** What fell due yesterday, falls due today and in the next three days, is overdue, and what is pressed (T-3). */
  digest: { request: GetDigest; response: Digest };
  /** One's own deadlines as an iCalendar file. */
  ical: { request: GetIcal; response: Ical };
  /** Keeps what is being typed. */
  draft_save: { request: SaveDraft; response: Kept };
  /** The drafts of this person. */
  draft_list: { request: ListDrafts; response: Drafts };
  /** Drops a draft. */
  draft_drop: { request: DropDraft; response: Dropped };
  /** How this person wants the screen. */
  preference_save: { request: SavePreference; response: Kept };
  /** The same, read. */
  preference_get: { request: GetPreference; response: Preference };
}
