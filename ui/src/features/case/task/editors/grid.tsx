/**
 * A grid to be written on. Cells hold their inputs at once, because an input method cannot begin in a cell that has none:
 * arrows and Enter walk, F2 puts the cursor behind the text, Esc takes back what was typed since, Tab goes on, a paste from
 * Excel fills cells rightwards and downwards.
 */
import type { KeyboardEvent, ReactElement, ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { cellsOf, put } from "../../../../fields/paste";
import type { Body, FieldInfo } from "../../../../fields/registry";
import { isComposing } from "../../../../ui/keys";

type Text = HTMLInputElement | HTMLTextAreaElement;

/** The input of the cell so many rows and columns away. */
function away(cell: HTMLTableCellElement, rows: number, columns: number): HTMLElement | null {
  const row = cell.parentElement as HTMLTableRowElement;
  const table = row.closest("table");
  const to = table?.rows[row.rowIndex + rows];
  for (let at = cell.cellIndex + columns; to && at >= 0 && at < to.cells.length; at += columns || to.cells.length) {
    const input = to.cells[at]?.querySelector<HTMLElement>("input:not(:disabled), textarea:not(:disabled)");
    if (input) return input;
  }
  return null;
}

function focus(input: HTMLElement | null): boolean {
  if (!input) return false;
  input.focus();
  if (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) input.select();
  return true;
}

function isText(element: Element): element is Text {
  return (
    (element instanceof HTMLInputElement &&
      element.type !== "checkbox" &&
      element.getAttribute("role") !== "combobox") ||
    element instanceof HTMLTextAreaElement
  );
}

/** Keys of the whole table. `onLast` is called by Enter in the last row. */
export function gridKeys(onLast?: () => void) {
  return (event: KeyboardEvent<HTMLTableElement>) => {
    const target = event.target as HTMLElement;
    const cell = target.closest("td");
    if (!cell || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const text = isText(target) ? target : null;
    const whole = text === null || (text.selectionStart === 0 && text.selectionEnd === text.value.length);
    const atStart = whole || text?.selectionEnd === 0;
    const atEnd = whole || text?.selectionStart === text?.value.length;
    const opens = target.getAttribute("role") === "combobox";
    const go = (rows: number, columns: number) => focus(away(cell, rows, columns));
    let done = false;
    if (event.key === "ArrowDown" && !opens) done = go(1, 0);
    else if (event.key === "ArrowUp" && !opens) done = go(-1, 0);
    else if (event.key === "ArrowLeft" && atStart) done = go(0, -1);
    else if (event.key === "ArrowRight" && atEnd) done = go(0, 1);
    else if (event.key === "Enter" && !event.shiftKey && !opens && text) {
      done = go(1, 0);
      if (!done && onLast) {
        onLast();
        done = true;
      }
    } else if (event.key === "F2" && text) {
      text.setSelectionRange(text.value.length, text.value.length);
      done = true;
    }
    if (done) event.preventDefault();
  };
}

/** Puts the cursor into the first cell of a row, once it is drawn. */
export function focusRow(table: HTMLTableElement | null, row: number, selector = "input, textarea"): void {
  requestAnimationFrame(() => table?.tBodies[0]?.rows[row]?.querySelector<HTMLElement>(selector)?.focus());
}

/** A cell of text or of a whole number. What cannot be read as a number does not get in. */
export function Cell({
  label,
  value,
  onChange,
  number = false,
  readOnly,
  invalid = false,
  id,
  onPaste,
  placeholder,
}: {
  label: string;
  value: string | number | null;
  onChange: (value: string | number | null) => void;
  number?: boolean;
  readOnly: boolean;
  invalid?: boolean;
  id?: string;
  onPaste?: (text: string) => boolean;
  placeholder?: string;
}): ReactElement {
  const before = useRef(value);
  const [typing, setTyping] = useState<string | null>(null);
  useEffect(() => setTyping(null), []);
  const shown = typing ?? (value === null ? "" : number ? Number(value).toLocaleString("en-US") : String(value));
  const take = (text: string) => {
    if (!number) return onChange(text);
    const digits = text.replace(/[,，\s]/g, "").replace(/[０-９]/g, (one) => String(one.charCodeAt(0) - 0xff10));
    if (digits === "") return onChange(null);
    if (/^\d{1,9}$/.test(digits)) onChange(Number(digits));
  };
  return (
    <input
      id={id}
      className={number ? "grid-cell num" : "grid-cell"}
      inputMode={number ? "numeric" : "text"}
      aria-label={label}
      aria-invalid={invalid || undefined}
      disabled={readOnly}
      placeholder={placeholder}
      value={shown}
      onFocus={() => {
        before.current = value;
      }}
      onChange={(event) => {
        // Half of a composition is no number yet.
        if (number && (event.nativeEvent as InputEvent).isComposing) setTyping(event.target.value);
        else take(event.target.value);
      }}
      onCompositionEnd={(event) => {
        setTyping(null);
        take(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !isComposing(event) && before.current !== value) {
          event.stopPropagation();
          onChange(before.current);
        }
      }}
      onPaste={(event) => {
        if (onPaste?.(event.clipboardData.getData("text/plain"))) event.preventDefault();
      }}
    />
  );
}

/** Puts a paste of several cells into the lines; says whether it was one. */
export function pasted(
  text: string,
  lines: Body[],
  row: number,
  columns: readonly FieldInfo[],
  fields: readonly FieldInfo[],
  onChange: (lines: Body[]) => void,
): boolean {
  const cells = cellsOf(text);
  if (!cells) return false;
  onChange(put(cells, lines, row, columns, fields));
  return true;
}

/** A table of its own with a name. */
export function GridTable({
  caption,
  id,
  tableRef,
  onLast,
  children,
}: {
  caption: string;
  id?: string;
  tableRef?: React.RefObject<HTMLTableElement | null>;
  onLast?: () => void;
  children: ReactNode;
}): ReactElement {
  return (
    <div className="grid-box">
      <table className="grid" id={id} ref={tableRef} onKeyDown={gridKeys(onLast)}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </div>
  );
}
