/** What a row of several is about: the action, the department, the member that its slot names. */
import type { Names } from "../../../data/masters";
import type { CaseView, Task, TaskView } from "../../../types.gen";
import { word } from "../../../words/i18n";

export function subjectOf(view: CaseView, task: TaskView, of: Task | undefined, names: Names): string {
  const { slot } = task.row;
  if (slot === "" || !of?.each) return "";
  const [target, list] = of.each.split(".");
  const section = view.sections.find((one) => one.counts && one.row.kind === target);
  const body = section?.row.body as Record<string, unknown> | undefined;
  const items = (body?.[list ?? ""] as unknown[] | undefined) ?? [];
  const line = items.find(
    (item) => typeof item === "object" && item !== null && "id" in item && String(item.id) === slot,
  );
  if (line === undefined) return names.department(Number(slot));
  const { what, who } = line as { what?: string; who?: Parameters<Names["who"]>[0] };
  return what ? word("ui.task.line", { n: slot, what }) : names.who(who);
}
