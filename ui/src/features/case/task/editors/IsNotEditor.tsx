/** Is / is-not: the usual questions are offered at once; rows from Excel go in from the cell where they are pasted. */
import { Button, Input } from "antd";
import { ListPlus, Plus, X } from "lucide-react";
import type { ReactElement } from "react";
import { useRef } from "react";
import type { EditorProps } from "../../../../fields/context";
import { useForm } from "../../../../fields/context";
import { idOf, labelOf } from "../../../../fields/label";
import type { Body, FieldInfo } from "../../../../fields/registry";
import { emptyBody } from "../../../../fields/registry";
import type { IsNot } from "../../../../types.gen";
import { word } from "../../../../words/i18n";
import { focusRow, GridTable, pasted } from "./grid";

const COLUMNS = ["question", "is", "is_not", "difference"] as const;
const USUAL = ["what", "where", "when", "how_many"];

export function IsNotEditor({ path, field, value, onChange, readOnly }: EditorProps): ReactElement {
  const form = useForm();
  const table = useRef<HTMLTableElement>(null);
  const fields: readonly FieldInfo[] = field.is === "lines" ? field.fields : [];
  const lines = (value as IsNot[] | null) ?? [];
  const columns = COLUMNS.flatMap((name) => fields.find((one) => one.name === name) ?? []);
  const usual = USUAL.map((name) => word(`ui.task.is_not.${name}`)).filter(
    (question) => !lines.some((line) => line.question === question),
  );
  const add = (questions: string[]) => {
    onChange([...lines, ...questions.map((question) => ({ ...emptyBody(fields), question }))]);
    focusRow(table.current, lines.length, questions[0] === "" ? "textarea" : "td:nth-child(3) textarea");
  };
  return (
    <div className="is-not">
      <div className="grid-head">
        <span className="small second grow">{word("ui.task.is_not.hint")}</span>
        <span className="small dim">
          {word("ui.task.paste")} <kbd>Ctrl V</kbd>
        </span>
        {!readOnly && usual.length > 0 && (
          <Button size="small" icon={<ListPlus size={14} strokeWidth={1.5} />} onClick={() => add(usual)}>
            {word("ui.task.is_not.usual")}
          </Button>
        )}
      </div>
      <GridTable caption={labelOf(path)} id={idOf(path)} tableRef={table}>
        <thead>
          <tr>
            <th scope="col" className="num">
              #
            </th>
            {COLUMNS.map((name) => (
              <th scope="col" key={name} style={name === "question" ? { width: 150 } : undefined}>
                {labelOf(`${path}.${name}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are added and removed, never sorted
            <tr key={row}>
              <td className="num dim">{row + 1}</td>
              {COLUMNS.map((name, at) => (
                <td key={name}>
                  <Input.TextArea
                    id={`${idOf(path)}-${row}-${name}`}
                    className="grid-cell"
                    variant="borderless"
                    autoSize={{ minRows: 1, maxRows: 6 }}
                    aria-label={`${word("ui.field.line", { n: row + 1 })} ${labelOf(`${path}.${name}`)}`}
                    aria-invalid={form.errors.has(`${path}.${row}.${name}`) || undefined}
                    disabled={readOnly}
                    value={line[name]}
                    onChange={(event) =>
                      onChange(lines.map((one, n) => (n === row ? { ...one, [name]: event.target.value } : one)))
                    }
                    onPaste={(event) => {
                      const text = event.clipboardData.getData("text/plain");
                      if (pasted(text, lines as unknown as Body[], row, columns.slice(at), fields, onChange)) {
                        event.preventDefault();
                      }
                    }}
                  />
                </td>
              ))}
              <td className="mark-cell">
                {!readOnly && (
                  <Button
                    type="text"
                    size="small"
                    icon={<X size={14} />}
                    aria-label={`${word("ui.field.remove_line")} ${row + 1}`}
                    onClick={() => onChange(lines.filter((_, n) => n !== row))}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </GridTable>
      {!readOnly && (
        <Button size="small" type="dashed" icon={<Plus size={14} />} onClick={() => add([""])}>
          {word("ui.task.is_not.add")}
        </Button>
      )}
    </div>
  );
}
