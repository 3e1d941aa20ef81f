/** What a role is called: those of the procedure in force, and the program's own two. */
import { roleName } from "../../data/masters";
import type { Procedure } from "../../types.gen";
import { word } from "../../words/i18n";
import { OWN_ROLES } from "./roles";

export function useRoleName(procedure: Procedure | undefined): (role: string) => string {
  return (role) =>
    (OWN_ROLES as readonly string[]).includes(role) ? word(`ui.shell.role.${role}`) : roleName(procedure, role);
}
