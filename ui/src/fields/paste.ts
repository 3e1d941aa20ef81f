/** Cells that come from Excel: rows by line breaks, cells by tabs. */
import { CHOICES } from "../fields.gen";
import { word } from "../words/i18n";
import type { Body, FieldInfo } from "./registry";
import { emptyBody } from "./registry";

/** The cells of a paste; nothing for a plain word, which the field takes itself. */
export function cellsOf(text: string): string[][] | undefined {
  const rows = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  if (rows.length < 2 && !text.includes("\t")) return undefined;
  return rows.map((row) => row.split("\t").map((cell) => cell.trim()));
}

/** Lines with the cells put in from this row and column on; lines are added as needed. A cell that cannot be read stays. */
export function put(
  cells: string[][],
  lines: Body[],
  from: number,
  columns: readonly FieldInfo[],
  fields: readonly FieldInfo[],
): Body[] {
  const out = [...lines];
  cells.forEach((row, n) => {
    const line: Body = { ...(out[from + n] ?? emptyBody(fields)) };
    row.forEach((cell, m) => {
      const column = columns[m];
      if (column) line[column.name] = read(column, cell, line[column.name]);
    });
    out[from + n] = line;
  });
  return out;
}

function read(field: FieldInfo, cell: string, before: unknown): unknown {
  switch (field.is) {
    case "text":
    case "house":
      return cell;
    case "told":
      return { ...(before as object), zh: cell };
    case "number": {
      const number = Number(cell.replaceAll(",", ""));
      return cell !== "" && Number.isInteger(number) ? number : before;
    }
    case "amount": {
      const number = Number(cell.replaceAll(",", ""));
      return cell !== "" && Number.isFinite(number) ? Math.round(number * 100) : before;
    }
    case "date": {
      const day = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell);
      return day ? `${day[1]}-${day[2]?.padStart(2, "0")}-${day[3]?.padStart(2, "0")}` : before;
    }
    case "choice":
      return (
        (CHOICES[field.of] ?? []).find((one) => one === cell || word(`choice.${field.of}.${one}`) === cell) ?? before
      );
    case "who":
      return cell === "" ? before : { name: cell };
    default:
      return before;
  }
}
