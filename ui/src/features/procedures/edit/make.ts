/** What is new says as little as it can: an id that nothing has yet, and what most of its kind say. */
import type {
  Anchor,
  Desk,
  Document,
  Due,
  Duty,
  Every,
  Exit,
  ExtraField,
  FormBox,
  FormUse,
  List,
  ListItem,
  Procedure,
  Reopen,
  Task,
  Tell,
  Term,
} from "../../../types.gen";

/** `stage_4`: an id that nothing has yet. */
export function fresh(word: string, taken: string[]): string {
  for (let n = taken.length + 1; ; n++) if (!taken.includes(`${word}_${n}`)) return `${word}_${n}`;
}

/** Tasks and duties take their ids from one pool. */
const takenByWork = (p: Procedure): string[] =>
  [...p.stage.flatMap((stage) => stage.task), ...p.duty].map((one) => one.id);

const nameless = () => ({ zh: "", en: "" });

/** People hold a role by its id under every procedure: that of a new one carries the number of this one, so that it is no other. */
export function newRole(p: Procedure): Procedure["role"][number] {
  const taken = p.role.map((role) => role.id);
  const number = p.number.replace(/[\s/:.]+/g, "-");
  return { id: fresh(`${number}_role`, taken), name: nameless() };
}

export function newTask(p: Procedure, zh: string, en: string): Task {
  return {
    id: fresh("task", takenByWork(p)),
    name: { zh, en },
    does: "fill",
    by: [],
    fills: [],
    of: null,
    needs: [],
    after: [],
    when: {},
    no_open: [],
    due: null,
    signs: null,
    each: null,
    quorum: null,
    stays: false,
    optional: false,
    ahead: null,
    paper: false,
    on_behalf: true,
    tells: [],
    cites: [],
    source: "",
  };
}

export function newExit(to: string): Exit {
  return { to: [to], when: {}, now: false, ends: [], reopens: false };
}

export function newDue(from: Anchor = "entered"): Due {
  return { span: "1wd", from, pausable: true, remind: [], escalate: [] };
}

/** Its codes are what is stored: one that nothing has yet. */
export function newItem(items: ListItem[]): ListItem {
  const taken = items.map((item) => item.code);
  return { code: fresh("item", taken), ...nameless() };
}

export function newList(p: Procedure): List {
  const taken = p.list.map((list) => list.id);
  return { id: fresh("list", taken), name: nameless(), of: null, items: [newItem([])] };
}

export function newTerm(): Term {
  return { word: nameless(), meaning: nameless() };
}

export function newDocument(p: Procedure): Document {
  const taken = p.document.map((document) => document.id);
  return { id: fresh("document", taken), number: "", version: "", title: nameless() };
}

/** Of a form that the procedure does not use yet. */
export function newForm(p: Procedure, forms: readonly string[]): FormUse {
  const form = forms.find((one) => p.form.every((used) => used.form !== one)) ?? "";
  return { form, number: "", version: "A/0", keep_years: 10, unmarked: false, boxes: [] };
}

export function newBox(): FormBox {
  return { ...nameless(), tasks: [] };
}

export function newDuty(p: Procedure): Duty {
  const id = fresh("duty", takenByWork(p));
  return { id, name: nameless(), by: [], every: "month", day: 5, tells: [], source: "" };
}

export function newDesk(p: Procedure): Desk {
  return { when: {}, by: p.role[0]?.id ?? "about_departments" };
}

/** The last day that every period has; of a year as far as the procedure can say it. */
export const LAST_DAY: Record<Every, number> = { week: 7, month: 28, quarter: 90, year: 255 };

/** To the first stage to which no way back leads yet. */
export function newReopen(p: Procedure): Reopen {
  const free = p.stage.find((stage) => p.reopen.every((one) => one.to !== stage.id)) ?? p.stage[0];
  return { to: free?.id ?? "", by: [] };
}

/** Told is the first role that is not told yet. */
export function newTell(p: Procedure, tells: Tell[]): Tell {
  const free = p.role.find((role) => tells.every((tell) => tell.to !== role.id)) ?? p.role[0];
  return { to: free?.id ?? "", acknowledge: false, due: "1wd", when: {} };
}

export function newField(p: Procedure): ExtraField {
  const taken = p.field.map((field) => field.name);
  return { section: "complaint", name: fresh("field", taken), label: nameless(), type: "text", words: [] };
}

/** From which amount on somebody higher is asked: half of the lowest of its amount, or ten thousand; it stands before them. */
export function newLimit(p: Procedure): { limit: Procedure["limit"][number]; place: number } {
  const fact = p.limit[0]?.fact ?? "cost";
  const of = p.limit.filter((one) => one.fact === fact);
  const taken = p.limit.map((one) => one.word);
  const lowest = Math.min(...of.map((one) => one.from));
  const from = of.length > 0 ? Math.floor(lowest / 200) * 100 : 1_000_000;
  const place = Math.max(
    p.limit.findIndex((one) => one.fact === fact),
    0,
  );
  return { limit: { fact, word: fresh("step", taken), from }, place };
}
