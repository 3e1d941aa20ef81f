/**
 * A role that the house has already joins the procedure as it is. People hold it by its id: whoever is general manager under one
 * procedure is it under this one too, without a second post of the same name.
 */
import { Button, Dropdown } from "antd";
import { Plus } from "lucide-react";
import type { ReactElement } from "react";
import { useRoles } from "../../../data/masters";
import { named, word } from "../../../words/i18n";
import { useShown } from "./parts";

export function KnownRole(): ReactElement {
  const { procedure, change } = useShown();
  const known = useRoles().filter((role) => procedure.role.every((one) => one.id !== role.id));
  return (
    <div>
      <Dropdown
        autoFocus
        trigger={["click"]}
        disabled={known.length === 0}
        menu={{
          items: known.map((role) => ({ key: role.id, label: named(role.name) })),
          onClick: ({ key }) =>
            change(
              (copy) => void copy.role.push(...known.filter((role) => role.id === key).map((role) => ({ ...role }))),
            ),
        }}
      >
        <Button size="small" icon={<Plus size={14} />} disabled={known.length === 0}>
          {word("ui.procedures.edit.known_role")}
        </Button>
      </Dropdown>
    </div>
  );
}
