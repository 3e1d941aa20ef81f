/**
 * The journal of a case in words: what one command wrote is one line. Entries name rows by number; which section or task a
 * number is, the case itself says: its rows are listed in the order in which they were made.
 */
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

/** How a task was done: by its holder, on paper, for somebody else, not needed, or reported ahead. */
function doing(done: TaskView | undefined): Partial<Line> {
  if (!done) return {};
  const { hand, state, reason } = done.row;
  const how = hand ? ("paper" in hand ? "paper" : "behalf") : state === "not_needed" ? "not_needed" : "";
  return {
    did: how ? `task_do_${how}` : "task_do",
    mark: how === "paper" ? "signed" : "event",
    ...(reason ? { reason } : {}),
  };
}
