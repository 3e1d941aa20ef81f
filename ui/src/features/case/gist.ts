/** What a side record is about, in its own words: the first things that were said in it, and the first day that it names. */
import type { Names } from "../../data/masters";
import { type Body, type FieldInfo, fieldsOf } from "../../fields/registry";
import type { Who } from "../../types.gen";
import { word } from "../../words/i18n";

/** So many of them say enough in a line. */
const FEW = 3;

export function gistOf(kind: string, body: Body, names: Names): string {
  const said = fieldsOf(kind).map((field) => words(field, body[field.name], names).trim());
  return said.filter(Boolean).slice(0, FEW).join("　");
}

/** The first day or moment in it. */
export function whenOf(kind: string, body: Body): string | null {
  const days = fieldsOf(kind).filter((field) => field.is === "date" || field.is === "stamp");
  const said = days.map((field) => body[field.name]).find((at) => typeof at === "string" && at !== "");
  return (said as string | undefined) ?? null;
}

function words(field: FieldInfo, value: unknown, names: Names): string {
  if (value === null || value === undefined) return "";
  switch (field.is) {
    case "text":
    case "house":
      return String(value);
    case "told": {
      const told = value as { zh: string; en: string };
      return told.zh || told.en;
    }
    case "who":
      return names.who(value as Who);
    case "choice":
      return word(`choice.${field.of}.${String(value)}`);
    default:
      return "";
  }
}
