/** Fields to be read: what was said, as words and not as a form that cannot be written on. */
import type { ReactElement, ReactNode } from "react";
import { useNow } from "../../data/clock";
import type { Names } from "../../data/masters";
import { useNames } from "../../data/masters";
import { Control } from "../../fields/Control";
import type { EditorProps, FormShared } from "../../fields/context";
import { useForm } from "../../fields/context";
import { idOf, labelOf } from "../../fields/label";
import type { Body, FieldInfo, FieldType } from "../../fields/registry";
import { fieldsOf, isFilled, listOf, POINTS_AT } from "../../fields/registry";
import { choicesOf } from "../../fields/tree";
import type { Told, Who } from "../../types.gen";
import { day, moment } from "../../ui/time";
import { word } from "../../words/i18n";

/** An editor of reading for every field of a section. */
export function readersOf(target: string): FormShared["editors"] {
  return Object.fromEntries(fieldsOf(target).map((field) => [`${target}.${field.name}`, Read]));
}

export function Read({ path, field, value }: EditorProps): ReactElement {
  const form = useForm();
  const names = useNames();
  const now = useNow();
  if (field.is === "lines")
    return <ReadLines path={path} fields={field.fields} lines={(value as Body[] | null) ?? []} />;
  if (field.is === "file" || (field.is === "list" && field.item.is === "file")) {
    return <Control id={idOf(path)} path={path} type={field} value={value} onChange={() => {}} readOnly />;
  }
  return <div className="read">{said(field, path, value, form, names, now)}</div>;
}

function said(type: FieldType, path: string, value: unknown, form: FormShared, names: Names, now: string): ReactNode {
  if (!isFilled(type, value)) return <span className="dim">–</span>;
  switch (type.is) {
    case "text": {
      const list = listOf(form.procedure, path);
      return (list && choicesOf(list).find((one) => one.value === value)?.label) || String(value);
    }
    case "told": {
      const told = value as Told;
      return (["zh", "en"] as const)
        .filter((lang) => told[lang].trim() !== "")
        .map((lang) => (
          <p key={lang} lang={lang === "zh" ? "zh-CN" : "en"}>
            {told[lang]}
          </p>
        ));
    }
    case "choice":
      return word(`choice.${type.of}.${String(value)}`);
    case "tick":
      return word("choice.yes_no.yes");
    case "number":
      return (value as number).toLocaleString("en");
    case "amount":
      return `${((value as number) / 100).toLocaleString("en", { minimumFractionDigits: 2 })} ${word("ui.field.yuan")}`;
    case "date":
      return day(String(value), now);
    case "stamp":
      return moment(String(value), now);
    case "who":
      return names.who(value as Who);
    case "account":
      return names.account(value as number);
    case "department":
    case "customer":
    case "product":
      return names[type.is](value as number);
    case "line":
      return lineText(path, value as number, form);
    case "list":
      return (value as unknown[])
        .map((one) => said(type.item, path, one, form, names, now) as string)
        .join(word("ui.list.comma"));
    default:
      return String(value);
  }
}

/** The line to which it points, in its own words. */
function lineText(path: string, id: number, form: FormShared): string {
  const at = POINTS_AT[path];
  const lines = (at && (form.bodies[at.target]?.[at.list] as Body[] | undefined)) ?? [];
  const line = lines.find((one) => one.id === id);
  return line && at ? `${id} ${String(line[at.text] ?? "")}` : String(id);
}

/** What is never broken into two lines, and stands at the right. */
const SHORT: ReadonlySet<string> = new Set(["number", "amount", "date", "stamp"]);

/** Lines as a table of the columns on which something stands. */
function ReadLines({
  path,
  fields,
  lines,
}: {
  path: string;
  fields: readonly FieldInfo[];
  lines: Body[];
}): ReactElement {
  const form = useForm();
  const names = useNames();
  const now = useNow();
  const columns = fields.filter(
    (column) => column.name !== "id" && lines.some((line) => isFilled(column, line[column.name])),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table that is only read is brought into sight by keys
    <section className="lines" tabIndex={0} aria-label={labelOf(path)}>
      <table id={idOf(path)}>
        <caption className="visually-hidden">{labelOf(path)}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              #
            </th>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={SHORT.has(column.is) ? "num" : undefined}>
                {labelOf(`${path}.${column.name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            <tr key={String(line.id)}>
              <td className="num dim">{row + 1}</td>
              {columns.map((column) => (
                <td key={column.name} className={SHORT.has(column.is) ? "num read read-short" : "read"}>
                  {said(column, `${path}.${column.name}`, line[column.name], form, names, now)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
