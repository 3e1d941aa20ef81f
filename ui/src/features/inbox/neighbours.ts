/** The arrows move between the rows of a list; what else a row answers to is given along. */
import type { KeyboardEvent } from "react";
import { type Keys, onKeys } from "../../ui/keys";

export const neighbours =
  (own: Keys = {}) =>
  (event: KeyboardEvent) => {
    const list = event.currentTarget.closest(".inbox-list");
    const rows = [...(list?.querySelectorAll<HTMLButtonElement>(".inbox-row") ?? [])];
    const at = rows.indexOf(event.currentTarget as HTMLButtonElement);
    const to = (row: HTMLButtonElement | undefined) => () => row?.focus();
    onKeys({
      ArrowDown: to(rows[at + 1]),
      ArrowUp: to(rows[at - 1]),
      Home: to(rows[0]),
      End: to(rows.at(-1)),
      ...own,
    })(event);
  };

/** The row that is next when this one goes. */
export function besideOf(row: Element): HTMLElement | undefined {
  const rows = [...(row.closest(".inbox-list")?.querySelectorAll<HTMLElement>(".inbox-row") ?? [])];
  const at = rows.indexOf(row as HTMLElement);
  return rows[at + 1] ?? rows[at - 1];
}
