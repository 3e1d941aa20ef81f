/** Other ways with a task than doing it by its form: which there are, what each asks for, and how it is sent. */
import type { FieldType } from "../../../fields/registry";
import type { CaseView, Task, TaskView } from "../../../types.gen";
import { keyOf } from "./fills";
import { write } from "./save";

export type Way =
  | "not_needed"
  | "reported"
  | "paper"
  | "behalf"
  | "excuse"
  | "pass"
  | "pass_back"
  | "ask"
  | "move"
  | "take_back";

export interface Asked {
  name: string;
  is: FieldType;
  needed: boolean;
}

const REASON: Asked = { name: "reason", is: { is: "house" }, needed: true };

/** What each way asks for. */
export const ASKS: Record<Way, readonly Asked[]> = {
  not_needed: [REASON],
  reported: [REASON],
  excuse: [REASON],
  pass: [{ name: "to", is: { is: "account" }, needed: true }, REASON],
  pass_back: [REASON],
  ask: [{ name: "to", is: { is: "account" }, needed: true }, REASON],
  take_back: [REASON],
  move: [
    { name: "to", is: { is: "stamp" }, needed: true },
    REASON,
    { name: "asked_by", is: { is: "account" }, needed: false },
    { name: "agreed", is: { is: "text" }, needed: false },
  ],
  paper: [
    { name: "who", is: { is: "who" }, needed: true },
    { name: "of", is: { is: "text" }, needed: false },
    { name: "on", is: { is: "date" }, needed: true },
    { name: "code", is: { is: "text" }, needed: true },
    { name: "scan", is: { is: "file" }, needed: true },
  ],
  behalf: [
    { name: "who", is: { is: "who" }, needed: true },
    { name: "source", is: { is: "text" }, needed: true },
    { name: "files", is: { is: "list", item: { is: "file" } }, needed: false },
  ],
};

/** Ways in which what was typed goes in first. What is not needed is not filled, and what is passed on is left as it is. */
export const KEEPS: ReadonlySet<Way> = new Set(["paper", "behalf", "reported"]);

/** The ways that the procedure and the row offer; whether this person may, the house says when they try. */
export function waysOf(task: TaskView, of: Task | undefined, me: number): Way[] {
  const { state, excuse, slot } = task.row;
  if (!of) return [];
  const ways: Way[] = [];
  const closed = task.blocked.some((one) => one.why === "read_only" || one.why === "not_now");
  if (!closed && !slot.startsWith("told:")) {
    const open = state === "open" || state === "ahead";
    const mine = task.blocked.some((one) => one.why === "own_work");
    if (of.optional && open) ways.push("not_needed");
    if (of.ahead && state === "open") ways.push("reported");
    if (of.paper && open) ways.push("paper");
    if (of.on_behalf && open) ways.push("behalf");
    if ((of.does === "approve" || of.does === "verify") && open && !mine && excuse === null) ways.push("excuse");
  }
  return [...ways, ...offersOf(task, me)];
}

/** What the house says that this person may do with the row beside doing it. */
export function offersOf(task: TaskView, me: number): Way[] {
  return task.offers.map((offer) => (offer === "pass" && task.row.passed?.by === me ? "pass_back" : offer));
}

/** Only what the dialog calls ready comes here: the fields that are needed are there. */
interface Given {
  reason?: string;
  to: number | string;
  asked_by?: number | null;
  agreed?: string;
  who: { name: string };
  of?: string;
  on: string;
  code: string;
  scan: string;
  source: string;
  files?: string[];
}

export function send(
  view: CaseView,
  task: TaskView,
  way: Way,
  values: Record<string, unknown>,
  me: number,
): Promise<CaseView> {
  const whose = { case: view.case, task: keyOf(task) };
  const given = values as unknown as Given;
  const reason = given.reason ?? "";
  switch (way) {
    case "excuse":
      return write("task_excuse", { ...whose, reason });
    case "not_needed":
    case "reported":
      return write("task_do", { ...whose, step: way, reason, behalf: null, paper: null });
    case "pass":
      return write("task_pass", { ...whose, to: Number(given.to), reason });
    case "pass_back":
      return write("task_pass", { ...whose, to: me, reason });
    case "ask":
      return write("task_ask", { ...whose, to: Number(given.to), reason });
    case "take_back":
      return write("task_withdraw", { ...whose, reason });
    case "move": {
      const agreed = given.agreed?.trim() || null;
      return write("task_move", { ...whose, to: String(given.to), reason, asked_by: given.asked_by ?? null, agreed });
    }
    case "behalf": {
      const behalf = { who: given.who, source: given.source, files: given.files ?? [] };
      return write("task_do", { ...whose, step: "done", reason: "", behalf, paper: null });
    }
    case "paper": {
      const { who, on, scan, code } = given;
      const paper = { who, of: given.of ?? "", on, scan, code };
      return write("task_do", { ...whose, step: "done", reason: "", behalf: null, paper });
    }
  }
}

/** The words in which the dialog says what will happen. */
export function hintOf(way: Way, task: TaskView, of: Task): string {
  if (way !== "take_back") return way;
  if (task.row.asked && task.row.state === "open") return "take_back_question";
  return of.signs ? "take_back_signed" : way;
}
