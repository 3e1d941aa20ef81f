/** What a role is called: those of the procedures in force, and the program's own two. */
import { useRoles } from "../../data/masters";
import { named, word } from "../../words/i18n";
import { OWN_ROLES } from "./roles";

export function useRoleName(): (role: string) => string {
  const roles = useRoles();
  return (id) => {
    if ((OWN_ROLES as readonly string[]).includes(id)) return word(`ui.shell.role.${id}`);
    const role = roles.find((one) => one.id === id);
    return role ? named(role.name) : id;
  };
}
