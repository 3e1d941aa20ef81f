/** Controlled documents that a procedure cites (M-9): which ones, and what they are called. */
import type { Document, KeptDocument, Procedure, Task } from "../types.gen";
import { named, word } from "../words/i18n";

/** What stands for a number where the source gives none. */
const NO_NUMBER = "—";

/** Number, title, version: those of the file that the house keeps, where it gave them; else as they are cited. */
export function documentText(cited: Document, kept?: KeptDocument | null): string {
  const number = kept?.row.number || cited.number;
  const version = kept?.row.version || cited.version;
  const said = [
    number === NO_NUMBER ? "" : number,
    named(cited.title),
    version && word("ui.documents.version", { version }),
  ];
  return said.filter(Boolean).join(" ");
}

/** What a task cites, in its order. */
export function citedBy(task: Task, procedure: Procedure): Document[] {
  return task.cites.flatMap((id) => procedure.document.find((one) => one.id === id) ?? []);
}
