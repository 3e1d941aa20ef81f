/** New tasks are told on the desktop while nobody looks at the window. A hint: nothing depends on it. */
import { useEffect, useRef } from "react";
import { transport } from "../transport";
import type { InboxTask } from "../types.gen";
import { word } from "../words/i18n";

const nameOf = ({ case: of, task }: InboxTask) => `${of}/${task.task}/${task.slot}/${task.round}`;

/** Those that were not there before. */
export function freshOf(before: ReadonlySet<string>, tasks: InboxTask[]): InboxTask[] {
  return tasks.filter((task) => !before.has(nameOf(task)));
}

export function useNews(tasks: InboxTask[] | undefined): void {
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (!tasks) return;
    const fresh = known.current === null ? [] : freshOf(known.current, tasks);
    known.current = new Set(tasks.map(nameOf));
    if (fresh.length === 0 || document.hasFocus()) return;
    // Numbers alone: what a case is about is nobody's business who passes the screen (M-7).
    const numbers = [...new Set(fresh.map((task) => task.number))].slice(0, 5).join(word("ui.shell.comma"));
    transport().notify(word("ui.shell.news", { n: fresh.length }), numbers);
  }, [tasks]);
}
