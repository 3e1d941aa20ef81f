/** Papers by name: where the bytes of one are, and what is still missing in one. */
import type { Source } from "../../transport";
import { Refusal } from "../../transport";
import type { CaseView, FormLanguage, FormUse, Gap, IssuedView } from "../../types.gen";
import { word } from "../../words/i18n";

/** Reasons for which a form waits for a yes; anything else that is invalid is a refusal. */
const GAPS = ["not_in_language", "not_told", "han_in_english"];

/** What stands in the way of a form, where it may be printed all the same; nothing for another refusal. */
export function gapsOf(error: unknown): Gap[] | undefined {
  if (!(error instanceof Refusal) || error.error.code !== "invalid") return undefined;
  const fields = error.error.fields;
  if (fields.length === 0 || !fields.every((field) => GAPS.includes(field.wrong))) return undefined;
  return fields.map((field) => ({ place: field.field, text: field.detail, wrong: field.wrong }));
}

/** Gaps of one place together: there may be dozens. */
export function byPlace(gaps: readonly Gap[]): { place: string; wrong: string; texts: string[] }[] {
  const places: { place: string; wrong: string; texts: string[] }[] = [];
  for (const gap of gaps) {
    const known = places.find((one) => one.place === gap.place && one.wrong === gap.wrong);
    if (known) known.texts.push(gap.text);
    else places.push({ place: gap.place, wrong: gap.wrong, texts: [gap.text] });
  }
  return places;
}

export function formName(form: string): string {
  const name = word(`ui.papers.form.${form}`);
  return name === form ? form : `${form} ${name}`;
}

export function issuedSource(issued: IssuedView): Source {
  return `form/${issued.code}.pdf`;
}

/** The form as it would print now; nothing is issued by looking at it. */
export function draftSource(view: CaseView, form: string, language: FormLanguage): Source {
  return `form/draft-${view.case}-${form}-${language}.pdf`;
}

/** The form on which a task is signed: the one with its box; else the report, else the first. */
export function formOfTask(forms: readonly FormUse[], task: string): FormUse | undefined {
  const boxed = forms.find((one) => one.boxes.some((box) => box.tasks.includes(task)));
  return boxed ?? forms.find((one) => one.form === "F-3") ?? forms.find((one) => one.form === "F-1") ?? forms[0];
}
