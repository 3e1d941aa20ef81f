/**
 * What registering sends, and what comes behind it: a complaint gets its number first, its files become part of it then.
 *
 * The number must not wait for a photo, and a request that nobody answered must not register twice: its id is kept with the
 * draft until somebody has answered.
 */
import { call } from "../../data/client";
import type { Body } from "../../fields/registry";
import { fieldsOf, isFilled } from "../../fields/registry";
import { Refusal, Unreachable } from "../../transport";
import type { Complaint, Extra, Registered, Section } from "../../types.gen";

/** A file that the house has taken in, not yet part of a case. */
export interface Waiting {
  file: string;
  name: string;
  bytes: number;
}

export interface Sent {
  id: string;
  complaint: Complaint;
}

/** Under this name the house keeps which procedure somebody registered under last. */
export const LAST_USED = "intake.procedure";

/** What is being typed, as the draft keeps it. */
export interface Intake {
  body: Body;
  extra: Record<string, Extra>;
  /** Number of the procedure that was chosen; nothing while nobody chose. */
  procedure: string | null;
  confidential: boolean;
  files: Waiting[];
  /** The registration that was sent last and that nobody answered: its id, and what it said. */
  request: Sent | null;
}

/** A line in which nothing was said is no line. */
function said(line: Body): boolean {
  return Object.entries(line).some(([name, value]) => name !== "id" && value !== null && value !== "");
}

/** The complaint as it is sent: without empty lines, and without files, which are claimed behind it. */
export function complaintOf(intake: Intake): Complaint {
  const lines = ((intake.body.lines as Body[] | null) ?? []).filter(said);
  return { ...intake.body, lines, files: [] } as unknown as Complaint;
}

/** Is a field of the complaint filled? `lines.name` is when every product has it. */
export function isSaid(name: string, body: Body): boolean {
  const [first = "", inside] = name.split(".");
  const field = fieldsOf("complaint").find((one) => one.name === first);
  if (field === undefined) return true;
  if (inside === undefined || field.is !== "lines") return isFilled(field, body[first]);
  const of = field.fields.find((one) => one.name === inside);
  const lines = ((body[first] as Body[] | null) ?? []).filter(said);
  return of === undefined || (lines.length > 0 && lines.every((line) => isFilled(of, line[inside])));
}

/** The required fields that are still empty, of those that stand on this page. */
export function lacking(required: ReadonlySet<string>, filled: (field: string) => boolean): string[] {
  return [...required].filter((path) => path.startsWith("complaint.") && !filled(path.slice("complaint.".length)));
}

/** What a registration came to. */
export interface Made extends Registered {
  /** It was made by an earlier request whose answer was lost; what was typed since is not in it. */
  before: boolean;
}

/** Registers. The same request sent again finds the case that it made before. */
export async function register(intake: Intake, procedure: string, sent: Sent): Promise<Made> {
  const asked = { procedure, plant: null, complaint: complaintOf(intake), confidential: intake.confidential };
  const once = async (): Promise<Made> => ({ ...(await call("case_register", asked, sent.id)), before: false });
  const found = (error: unknown): Promise<Made> => {
    if (error instanceof Refusal && error.error.code === "replayed") return made(sent.complaint, error);
    throw error;
  };
  try {
    return await once();
  } catch (error) {
    return error instanceof Unreachable ? once().catch(found) : found(error);
  }
}

/** The case that this request made while its answer was lost: the customer's, received at that moment. */
async function made(complaint: Complaint, lost: Error): Promise<Made> {
  const page = await call("register_list", { ...ALL, customer: complaint.customer, limit: 100 });
  const row = page.rows.find((one) => one.received === complaint.received_at);
  if (!row) throw lost;
  return { case: row.case, number: row.number, missing: [], before: true };
}

/** Every case. */
export const ALL = {
  plant: null,
  procedure: null,
  stage: null,
  state: null,
  customer: null,
  class: null,
  severity: null,
  track: null,
  verdict: null,
  owner: null,
  from: null,
  until: null,
  overdue: false,
  search: "",
  limit: null,
  after: null,
};

/** What became of the files: those that are not part of the case yet, each with why. */
export interface Left {
  files: (Waiting & { why: unknown })[];
  /** The files are part of the case, but its first page does not name them yet. */
  unnamed: { files: string[]; why: unknown } | null;
}

/** Makes files part of a registered case and names them in the complaint. The case stands whatever happens here. */
export async function putFiles(
  of: number,
  files: readonly Waiting[],
  named: readonly string[],
  extra: Record<string, Extra>,
  reason: string,
  /** What was typed since it was sent, to be put over what was registered. */
  typed: Complaint | null = null,
): Promise<Left> {
  const left: Left = { files: [], unnamed: null };
  const claimed = [...named];
  for (const file of files) {
    try {
      await call("file_claim", { case: of, file: file.file });
      claimed.push(file.file);
    } catch (why) {
      left.files.push({ ...file, why });
    }
  }
  if (claimed.length === 0 && Object.keys(extra).length === 0 && !typed) return left;
  try {
    const view = await call("case_get", { case: of, number: null });
    const row = view.sections.filter((one) => one.row.kind === "complaint").at(-1);
    if (row?.row.kind !== "complaint") return left;
    const body: Complaint = { ...(typed ?? row.row.body), files: [...new Set([...row.row.body.files, ...claimed])] };
    const section: Section = { kind: "complaint", body };
    const answers = { ...row.row.extra, ...extra };
    await call("section_save", { case: of, task: null, rev: row.rev, section, extra: answers, reason });
  } catch (why) {
    left.unnamed = { files: claimed, why };
  }
  return left;
}
