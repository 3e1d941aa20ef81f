/** Which columns somebody sees and how wide they are: kept as a preference of the person. */
import { useMemo, useState } from "react";
import { useRead, useWrite } from "../../data/client";
import { COLUMNS, type Column } from "./columns";

interface Wanted {
  /** Columns that are shown against their nature, or hidden against it. */
  shown: Record<string, boolean>;
  widths: Record<string, number>;
}

const NAME = "register.columns";

function read(text: string | null | undefined): Wanted {
  try {
    const found = JSON.parse(text ?? "{}") as Partial<Wanted>;
    return { shown: found.shown ?? {}, widths: found.widths ?? {} };
  } catch {
    return { shown: {}, widths: {} };
  }
}

const isShownBy = (wanted: Wanted, column: Column): boolean =>
  column.fixed || (wanted.shown[column.key] ?? !column.off);

export interface Columns {
  shown: (Column & { at: number })[];
  isShown: (column: Column) => boolean;
  show: (column: Column, yes: boolean) => void;
  /** While the edge is dragged; `done` keeps it. */
  widen: (column: Column, width: number, done: boolean) => void;
  reset: () => void;
}

export function useColumns(): Columns {
  const kept = useRead("preference_get", { name: NAME }).data;
  const save = useWrite("preference_save");
  const [mine, setMine] = useState<Wanted | null>(null);
  const wanted = useMemo(() => mine ?? read(kept?.value), [mine, kept]);
  const shown = useMemo(
    () =>
      COLUMNS.filter((column) => isShownBy(wanted, column)).map((column) => ({
        ...column,
        at: wanted.widths[column.key] ?? column.width,
      })),
    [wanted],
  );
  const change = (next: Wanted, done: boolean) => {
    setMine(next);
    // A width that could not be kept is no loss worth a word: it is dragged again.
    if (done) save.mutate({ name: NAME, value: JSON.stringify(next) });
  };
  return {
    shown,
    isShown: (column) => isShownBy(wanted, column),
    show: (column, yes) => change({ ...wanted, shown: { ...wanted.shown, [column.key]: yes } }, true),
    widen: (column, width, done) =>
      change({ ...wanted, widths: { ...wanted.widths, [column.key]: Math.max(44, Math.round(width)) } }, done),
    reset: () => change({ shown: {}, widths: {} }, true),
  };
}
