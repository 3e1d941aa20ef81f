/** What befell a task beside being done: passed on, one more asked, deadline moved, taken back, reported, excused (A-4, T-4). */

import type { ReactElement } from "react";
import { useNow } from "../../../data/clock";
import type { Names } from "../../../data/masters";
import { useNames } from "../../../data/masters";
import { slotOf } from "../../../data/told";
import type { CaseView, TaskRow } from "../../../types.gen";
import { moment } from "../../../ui/time";
import { word } from "../../../words/i18n";
import { clockOf } from "../stand";

/** Each in a sentence, in the order in which it happened. */
export function storyOf(row: TaskRow, names: Names, now: string): { at: string; text: string }[] {
  const told: { at: string; text: string }[] = [];
  const say = (at: string, what: string, values: Record<string, string>) =>
    told.push({ at, text: word(`ui.task.story.${what}`, { at: moment(at, now), ...values }) });
  const { passed, asked, excuse } = row;
  const added = slotOf(row.slot);
  if (asked) {
    const who = added.sort === "added" ? names.account(Number(added.name)) : "";
    say(asked.at, "asked", { by: names.account(asked.by), to: who, reason: asked.reason });
  }
  if (passed) {
    say(passed.at, "passed", { by: names.account(passed.by), to: names.account(passed.to), reason: passed.reason });
  }
  if (excuse) say(excuse.at, "excused", { by: names.account(excuse.by), reason: excuse.reason });
  for (const back of row.taken_back) say(back.at, "taken_back", { by: names.account(back.by), reason: back.reason });
  for (const moved of row.moved) {
    const from = moved.asked_by ? word("ui.task.story.asked_by", { who: names.account(moved.asked_by) }) : "";
    const agreed = moved.agreed ? word("ui.task.story.agreed", { where: moved.agreed }) : "";
    const reason = [moved.reason, from, agreed].filter(Boolean).join(word("ui.list.semicolon"));
    say(moved.at, "moved", { by: names.account(moved.by), to: moment(moved.to, now), reason });
  }
  const { reported } = row;
  if (reported) say(reported.at, "reported", { by: names.who(reported.by), reason: reported.reason });
  return told.sort((a, b) => a.at.localeCompare(b.at));
}

export function Story({ row }: { row: TaskRow }): ReactElement | null {
  const names = useNames();
  const now = useNow();
  const told = storyOf(row, names, now);
  const first = row.moved.length > 0 && row.first_due ? row.first_due : null;
  if (told.length === 0) return null;
  return (
    <ul className="task-story small second">
      {told.map((one) => (
        <li key={`${one.at} ${one.text}`}>{one.text}</li>
      ))}
      {first && <li>{word("ui.task.story.first_due", { at: moment(first, now) })}</li>}
    </ul>
  );
}

/** The deadlines of a row: the first one, the one that counts, and the customer's own. */
export function DueStory({ view, row }: { view: CaseView; row: TaskRow }): ReactElement {
  const now = useNow();
  const clock = clockOf(view, row);
  const of: [string, string | null | undefined][] = [
    ["first", row.first_due],
    ["counts", clock?.due],
    ["customer", clock?.customer_due],
  ];
  return (
    <dl className="task-dues small">
      {of.map(([name, at]) => (
        <div key={name}>
          <dt className="second">{word(`ui.task.due.${name}`)}</dt>
          <dd>{at ? moment(at, now) : "–"}</dd>
        </div>
      ))}
    </dl>
  );
}
