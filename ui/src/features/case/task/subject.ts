/** What a row of several is about: the action, the department, the member that its slot names; who is told, who was asked. */

import type { Names } from "../../../data/masters";
import { taskOf } from "../../../data/masters";
import { byName } from "../../../data/speak";
import { slotOf } from "../../../data/told";
import type { CaseView, Procedure, Task, TaskView, Who } from "../../../types.gen";
import { word } from "../../../words/i18n";

/** What the lines of the lists say of themselves, in the order in which it says most. */
interface Line {
  what?: string;
  about?: string;
  party?: string;
  liable?: string | null;
  who?: Who | null;
  owner?: Who | null;
}

export function subjectOf(view: CaseView, task: TaskView, procedure: Procedure, names: Names): string {
  const of = taskOf(procedure, task.row.task);
  const { sort, name, line } = slotOf(task.row.slot);
  const beside =
    sort === "told"
      ? word("ui.task.told.for", { who: byName(name, procedure) })
      : sort === "added"
        ? word("ui.task.added_for", { who: names.account(Number(name)) })
        : "";
  return [beside, lineOf(view, line, of, names)].filter(Boolean).join(" · ");
}

function lineOf(view: CaseView, slot: string, of: Task | undefined, names: Names): string {
  if (slot === "" || !of?.each) return "";
  const [target, list] = of.each.split(".");
  const section = view.sections.find((one) => one.counts && one.row.kind === target);
  const body = section?.row.body as Record<string, unknown> | undefined;
  const items = (body?.[list ?? ""] as unknown[] | undefined) ?? [];
  const line = items.find(
    (item) => typeof item === "object" && item !== null && "id" in item && String(item.id) === slot,
  );
  if (line === undefined) return names.department(Number(slot));
  const { what, about, party, liable, who, owner } = line as Line;
  const text = what || about || party || (liable ? word(`choice.liable.${liable}`) : "");
  return text ? word("ui.task.line", { n: slot, what: text }) : names.who(who ?? owner);
}
