/** What should be looked at before a task is handed in, in a sentence. Nothing is refused for it. */
import type { Names } from "../../../data/masters";
import { listOf } from "../../../fields/registry";
import type { Procedure, Warning } from "../../../types.gen";
import { named, word } from "../../../words/i18n";

export function warningText(warning: Warning, names: Names, procedure: Procedure): string {
  const item = listOf(procedure, "assignment.skill")?.items.find((one) => one.code === warning.needs);
  return word("ui.task.warns.skill", {
    who: names.account(warning.account),
    needs: item ? named(item) : warning.needs,
    has: warning.has.join(word("ui.list.comma")) || word("ui.task.warns.none"),
  });
}
