/** Values as words, for what is read and not typed. */
import type { Names } from "../../data/masters";
import { stageName } from "../../data/masters";
import { labelOf } from "../../fields/label";
import type { Body, FieldInfo, FieldType } from "../../fields/registry";
import { isFilled, listOf } from "../../fields/registry";
import { choicesOf } from "../../fields/tree";
import type { Procedure, Told, Who } from "../../types.gen";
import { local } from "../../ui/time";
import { language, word } from "../../words/i18n";

export interface Speaker {
  names: Names;
  procedure: Procedure;
  /** Names of files by digest. */
  files: ReadonlyMap<string, string>;
}

export const NOTHING = "–";

export function sayValue(type: FieldType, path: string, value: unknown, by: Speaker): string {
  if (!isFilled(type, value)) return NOTHING;
  switch (type.is) {
    case "text": {
      if (path === "approval.back_to") return stageName(by.procedure, String(value));
      const list = listOf(by.procedure, path);
      return (list && choicesOf(list).find((one) => one.value === value)?.label) || String(value);
    }
    case "house":
      return String(value);
    case "told": {
      const told = value as Told;
      const [first, second] = language() === "zh" ? [told.zh, told.en] : [told.en, told.zh];
      return [first, second].filter((text) => text.trim() !== "").join("\n");
    }
    case "choice":
      return word(`choice.${type.of}.${String(value)}`);
    case "tick":
      return word("choice.yes_no.yes");
    case "number":
      return Number(value).toLocaleString("en-US");
    case "amount":
      return `${(Number(value) / 100).toLocaleString("en-US", { minimumFractionDigits: 2 })} ${word("ui.field.yuan")}`;
    case "stamp":
      return local(String(value)).format("YYYY-MM-DD HH:mm");
    case "line":
      return `${labelOf(path)} ${String(value)}`;
    case "date":
    case "person":
      return String(value);
    case "who":
      return by.names.who(value as Who);
    case "account":
    case "department":
    case "customer":
    case "product":
      return by.names[type.is](Number(value));
    case "file":
      return by.files.get(String(value)) ?? String(value).slice(0, 8);
    case "list":
      return (value as unknown[]).map((one) => sayValue(type.item, path, one, by)).join(word("ui.list.comma"));
    case "lines":
      return (value as Body[]).map((line) => sayLine(type.fields, path, line, by)).join("\n");
  }
}

/** A line in one sentence: what is filled of it, in the order of its fields. */
export function sayLine(fields: readonly FieldInfo[], path: string, line: Body, by: Speaker): string {
  return fields
    .filter((field) => field.name !== "id" && isFilled(field, line[field.name]))
    .map((field) => sayValue(field, `${path}.${field.name}`, line[field.name], by))
    .join(" · ");
}
