/** The list at the left: sections and records with what is there, what is to be done, what is empty. */
import type { ReactElement } from "react";
import { targetName } from "../../data/speak";
import { Mark } from "../../ui/Mark";
import { word } from "../../words/i18n";
import type { Shown } from "./Desk";
import type { Item } from "./items";

export function SectionList({
  items,
  shown,
  open,
  onOpen,
  onTask,
}: {
  items: Item[];
  shown: Shown;
  /** Tasks that are open for me. */
  open: number;
  onOpen: (target: string) => void;
  onTask: () => void;
}): ReactElement {
  const group = (record: boolean) => {
    const of = items.filter((item) => item.record === record);
    const title = word(record ? "ui.case.records" : "ui.case.sections");
    if (of.length === 0) return null;
    return (
      <>
        <h2 className="small second">{title}</h2>
        <ul aria-label={title}>
          {of.map((item) => {
            const n = items.indexOf(item) + 1;
            const here = shown.is === "target" && shown.target === item.target;
            return (
              <li key={item.target}>
                <button
                  type="button"
                  className="plain case-item"
                  aria-current={here ? "true" : undefined}
                  title={n <= 9 ? `Alt ${n}` : undefined}
                  onClick={() => onOpen(item.target)}
                >
                  <Mark state={item.state} size={14} />
                  <span className="grow clip">{targetName(item.target)}</span>
                  <span className="visually-hidden">{word(`ui.case.has_${item.state}`)}</span>
                  <span className="small second">{item.count}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </>
    );
  };
  return (
    <nav className="case-list" data-pane="list" aria-label={word("ui.case.list")}>
      <button
        type="button"
        className="plain case-item case-now"
        aria-current={shown.is === "task" ? "true" : undefined}
        title="Alt 0"
        onClick={onTask}
      >
        <span className="grow strong">{word("ui.case.at_hand")}</span>
        <span className="small second">{open > 0 ? open : ""}</span>
      </button>
      {group(false)}
      {group(true)}
    </nav>
  );
}
