/** With whom a case waits, in words. */
import type { Names } from "../../data/masters";
import type { Holder, Role } from "../../types.gen";
import { named, word } from "../../words/i18n";

export function holderName(holder: Holder, names: Names, roles: readonly Role[]): string {
  if (holder === "anyone") return word("by.anyone");
  if ("party" in holder) return word("ui.board.outside", { who: holder.party });
  if ("person" in holder) return names.who(holder.person);
  if ("department" in holder) return names.department(holder.department);
  if ("head" in holder) return word("by.head", { who: names.department(holder.head) });
  const role = roles.find((one) => one.id === holder.role);
  return role ? named(role.name) : holder.role;
}

export const keyOf = (holder: Holder): string => JSON.stringify(holder);
