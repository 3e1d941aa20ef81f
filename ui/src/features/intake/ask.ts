/** What the page asks of everybody, and what the chosen procedure asks besides. */
import { fieldsOf } from "../../fields/registry";
import type { Post, Procedure } from "../../types.gen";

/** Asked of everybody, in the rows of the page. */
export const ABOVE: ReadonlySet<string> = new Set([
  ...["customer", "contact", "phone", "received_at", "channel", "lines", "order_no", "delivery_note", "words"],
  ...["class", "demand", "reply_due", "format", "customer_no", "acknowledged", "samples", "files"],
]);
/** Of a product, in its row. */
export const COLUMNS: readonly string[] = ["product", "lot", "delivered", "defective"];

/** What the first task needs, `complaint.words`. */
export function neededBy(procedure: Procedure): ReadonlySet<string> {
  return new Set(procedure.stage[0]?.task[0]?.needs ?? []);
}

/** What it needs of the complaint that the page does not ask of everybody, in the order of the registry. */
export function besides(needed: ReadonlySet<string>): string[] {
  const asked = (name: string) => needed.has(`complaint.${name}`) && !ABOVE.has(name);
  return fieldsOf("complaint").flatMap((field) => (asked(field.name) ? field.name : []));
}

/** What it needs of each product besides the columns of the page. */
export function besidesOfLine(needed: ReadonlySet<string>): string[] {
  const lines = fieldsOf("complaint").find((field) => field.name === "lines");
  if (lines?.is !== "lines") return [];
  const asked = (name: string) => needed.has(`complaint.lines.${name}`) && !COLUMNS.includes(name);
  return lines.fields.flatMap((field) => (asked(field.name) ? field.name : []));
}

/** Has this person a post by which they could register under it? The house decides at the end. */
export function hasPost(procedure: Procedure, posts: readonly Post[]): boolean {
  return posts.some(
    (post) =>
      (post.procedure === null || post.procedure === procedure.number) &&
      procedure.role.some((role) => role.id === post.role),
  );
}

/** The one that is meant: what was chosen, else what was used last, else the first that this person has a post in. */
export function meant<T extends { procedure: Procedure }>(
  all: readonly T[],
  chosen: string | null | undefined,
  last: string | null,
  posts: readonly Post[],
): T | undefined {
  const of = (number: string | null | undefined) => all.find((one) => one.procedure.number === number);
  const own = all.filter((one) => hasPost(one.procedure, posts));
  const used = of(last);
  return of(chosen) ?? (used && own.includes(used) ? used : undefined) ?? own[0] ?? all[0];
}
