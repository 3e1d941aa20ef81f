/**
 * The journal of a case in words: what one command wrote is one line. Entries name rows by number; which section or task a
 * number is, the case itself says: its rows are listed in the order in which they were made.
 */
import { slotOf } from "../../data/told";
import type { CaseView, SectionView, SignatureView, TaskView, TimelineEntry } from "../../types.gen";
import { word } from "../../words/i18n";

/** Who did what, as parts that the page puts in words. */
export interface Line {
  tx: number;
  at: string;
  actor: number;
  /** A word `ui.case.did.*`. */
  did: string;
  /** What it is about: a section or record kind, or a task. */
  about: { is: "target" | "task"; id: string; slot: string } | null;
  /** A number, a version, a stage, a name that belongs to it. */
  detail: string;
  reason: string;
  mark: "event" | "said" | "signed" | "void";
  /** Another person whom it names. */
  who: number | null;
  /** A deadline that it sets. */
  until: string | null;
  /** The row of a task that it is about, which may still be taken back. */
  task: TaskView | null;
  /** Stages that the case came to by it. */
  to: string[];
}

type Rows<T> = ReadonlyMap<number, T>;

/** Rows of one kind by their number, where every row of the case is in the journal. */
function byNumber<T>(entries: readonly TimelineEntry[], kind: string, rows: readonly T[]): Rows<T> {
  const numbers = [...new Set(entries.filter((entry) => entry.kind === kind).map((entry) => entry.subject))];
  numbers.sort((a, b) => a - b);
  // Rows that this person may not see would shift the others: then none is named.
  return numbers.length === rows.length ? new Map(numbers.map((number, n) => [number, rows[n] as T])) : new Map();
}

export function linesOf(entries: readonly TimelineEntry[], view: CaseView): Line[] {
  const sections = byNumber<SectionView>(entries, "section", view.sections);
  const tasks = byNumber<TaskView>(entries, "task", view.tasks);
  const signatures = new Map(view.signatures.map((one) => [one.id, one]));
  const groups = new Map<number, TimelineEntry[]>();
  for (const entry of entries) groups.set(entry.tx, [...(groups.get(entry.tx) ?? []), entry]);
  return [...groups.values()].map((group) => lineOf(group, view, sections, tasks, signatures)).reverse();
}

function lineOf(
  group: TimelineEntry[],
  view: CaseView,
  sections: Rows<SectionView>,
  tasks: Rows<TaskView>,
  signatures: Rows<SignatureView>,
): Line {
  const first = group[0] as TimelineEntry;
  const { at, action } = first;
  const touched = group.flatMap((entry) => (entry.kind === "task" ? (tasks.get(entry.subject) ?? []) : []));
  const done = touched.find((task) => task.row.done_at === at);
  const stage = done?.row.stage;
  const opened = touched.filter((task) => task.row.opened === at && task !== done);
  const line: Line = {
    tx: first.tx,
    at,
    actor: first.actor,
    did: action,
    about: done ? { is: "task", id: done.row.task, slot: done.row.slot } : null,
    detail: "",
    reason: group.find((entry) => entry.reason !== "")?.reason ?? "",
    mark: "event",
    who: null,
    until: null,
    task: done ?? null,
    to: [...new Set(opened.map((task) => task.row.stage))].filter((to) => to !== stage),
  };
  switch (action) {
    case "case_register":
    case "sample":
      return { ...line, about: null, to: [] };
    case "section_save":
    case "record_save":
      return saved(line, group, view, sections);
    case "case_sign":
      return signed(line, group, signatures);
    case "task_do":
      return { ...line, ...doing(done) };
    case "task_pass":
    case "task_ask":
    case "task_withdraw":
    case "task_move":
      return { ...line, ...handed(action, at, touched) };
    case "case_void":
    case "case_merge":
    case "case_split":
      return { ...line, ...ended(line, view) };
    case "case_reopen":
      return { ...line, to: view.head.reopened.filter((one) => one.at === at).map((one) => one.to) };
    case "case_pause": {
      const pause = view.head.pauses.find((one) => one.from === at);
      const agreed = pause?.evidence ? word("ui.case.pause_evidence", { text: pause.evidence }) : "";
      return { ...line, detail: pause?.holder ?? "", reason: [line.reason, agreed].filter(Boolean).join(" ") };
    }
    default:
      return line;
  }
}

function saved(line: Line, group: TimelineEntry[], view: CaseView, sections: Rows<SectionView>): Line {
  const entry = group.find((one) => one.kind === "section" || one.kind === "record");
  if (!entry) return line;
  const did = `${line.did}_${entry.rev > 1 ? "again" : "first"}`;
  if (entry.kind === "section") {
    const row = sections.get(entry.subject)?.row;
    const about = row ? ({ is: "target", id: row.kind, slot: "" } as const) : null;
    return { ...line, did, about, detail: entry.rev > 1 ? String(entry.rev) : "" };
  }
  const row = view.records.find((one) => one.record === entry.subject)?.row;
  return {
    ...line,
    did,
    about: row ? { is: "target", id: row.kind, slot: "" } : null,
    detail: row?.number ?? "",
    mark: row?.kind === "communication" || row?.kind === "follow_up" ? "said" : "event",
  };
}

function signed(line: Line, group: TimelineEntry[], signatures: Rows<SignatureView>): Line {
  const entry = group.find((one) => one.kind === "signature");
  const signature = entry ? signatures.get(entry.subject) : undefined;
  if (!signature) return { ...line, mark: "signed" };
  const did = signature.void ? "case_sign_void" : "case_sign";
  const about = { is: "task", id: signature.task.task, slot: signature.task.slot } as const;
  return { ...line, did, about, mark: signature.void ? "void" : "signed" };
}

/** Passed on, one more asked, taken back, the deadline moved: which task, to whom, until when. */
function handed(action: string, at: string, touched: TaskView[]): Partial<Line> {
  const find = (is: (row: TaskView["row"]) => boolean) => touched.find((task) => is(task.row));
  const about = (task: TaskView) => ({ is: "task", id: task.row.task, slot: task.row.slot }) as const;
  if (action === "task_pass") {
    const task = find((row) => row.passed?.at === at);
    if (task) return { did: "task_pass_to", about: about(task), who: task.row.passed?.to ?? null, to: [] };
  }
  if (action === "task_ask") {
    const task = find((row) => row.asked?.at === at);
    if (task) return { did: "task_ask_to", about: about(task), who: Number(slotOf(task.row.slot).name), task, to: [] };
  }
  if (action === "task_move") {
    const task = find((row) => row.moved.some((one) => one.at === at));
    const moved = task?.row.moved.find((one) => one.at === at);
    if (task && moved) return { did: "task_move_to", about: about(task), until: moved.to, to: [] };
  }
  const task = find((row) => row.taken_back.some((one) => one.at === at)) ?? touched[0];
  return { about: task ? about(task) : null, mark: action === "task_withdraw" ? "void" : "event", to: [] };
}

/** Steps toward a void number; which side of a merge or a split this case is. */
function ended({ did: action, at, actor }: Line, view: CaseView): Partial<Line> {
  const { stopped, void_asked: asked, links } = view.head;
  if (action === "case_void") {
    if (stopped?.at === at) return { mark: "void" };
    const asks = asked?.at === at || (stopped?.asked_by === actor && stopped.at > at);
    return { did: asks ? "case_void_asked" : "case_void_step" };
  }
  if (action === "case_merge" && stopped?.at === at) {
    return { did: "case_merged_into", detail: links.merged_into?.number ?? "", mark: "void" };
  }
  // A child begins with the splitting; a parent began long before.
  const begins = action === "case_split" && links.split_from !== null && view.head.registered === at;
  return begins ? { did: "case_split_from", detail: links.split_from?.number ?? "" } : {};
}

/** How a task was done: by its holder, on paper, for somebody else, not needed, or reported ahead. */
function doing(done: TaskView | undefined): Partial<Line> {
  if (!done) return {};
  const { hand, state, reason } = done.row;
  if (slotOf(done.row.slot).sort === "told") return { did: "task_do_read" };
  const how = hand
    ? "paper" in hand
      ? "paper"
      : "behalf"
    : state === "not_needed"
      ? "not_needed"
      : state === "ahead"
        ? "reported"
        : "";
  return {
    did: how ? `task_do_${how}` : "task_do",
    mark: how === "paper" ? "signed" : "event",
    ...(reason ? { reason } : {}),
  };
}
