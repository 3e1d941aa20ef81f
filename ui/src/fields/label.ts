/** What fields are called, and the ids by which labels and tests find them. */
import { targetName } from "../data/speak";
import { word } from "../words/i18n";

export const idOf = (path: string) => `f-${path.replaceAll(".", "-")}`;

/** What a field is called: `section.complaint.customer`. */
export function labelOf(path: string): string {
  const [target] = path.split(".");
  const rest = path.slice((target ?? "").length + 1);
  for (const base of ["section", "record"]) {
    const named = word(`${base}.${target}.${rest}._`);
    if (named !== "_") return named;
    const plain = word(`${base}.${target}.${rest}`);
    if (plain !== rest.split(".").pop()) return plain;
  }
  return rest || targetName(path);
}
