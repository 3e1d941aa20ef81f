/** Two versions side by side, as the lines in which they differ. */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useRead } from "../../data/client";
import { sentences } from "../../data/speak";
import type { ProcedureLine } from "../../types.gen";
import { Empty, Notice } from "../../ui/Page";
import { word } from "../../words/i18n";
import { linesOf } from "./differences";

const COLUMNS = ["how", "what", "field", "before", "after"] as const;

export function Compare({ a, b }: { a: ProcedureLine; b: ProcedureLine }): ReactElement {
  const read = useRead("procedure_compare", { a: a.id, b: b.id });
  const lines = read.data ? linesOf(read.data.differences, read.data.before, read.data.after) : [];
  const versions = { a: a.version, b: b.version };
  return (
    <section
      className="panel procedure-main scroll procedure-page"
      aria-label={word("ui.procedures.differ.title", versions)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
      tabIndex={0}
    >
      <h2>{word("ui.procedures.differ.title", versions)}</h2>
      {read.isError && (
        <Notice tone="bad" action={<Button onClick={() => void read.refetch()}>{word("ui.error.retry")}</Button>}>
          {sentences(read.error).join(" ")}
        </Notice>
      )}
      {read.data && lines.length === 0 && (
        <Empty title={word("ui.procedures.differ.none")} text={word("ui.procedures.differ.none_text")} />
      )}
      {lines.length > 0 && (
        <table className="procedure-table">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {word(`ui.procedures.differ.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={JSON.stringify(line)} data-how={line.how}>
                <td className="strong">{word(`ui.procedures.differ.how.${line.how}`)}</td>
                <td>{line.what}</td>
                <td>{line.field}</td>
                <td className="second">{line.before}</td>
                <td>{line.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
