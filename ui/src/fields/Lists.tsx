/** Lists of ids or words. */
import { Select } from "antd";
import type { ReactElement } from "react";
import { useDepartments, usePeople } from "../data/masters";
import { named, word } from "../words/i18n";
import type { ControlProps } from "./context";
import { shared } from "./context";
import type { FieldType } from "./registry";

export function ListControl({ item, ...props }: ControlProps & { item: FieldType }): ReactElement {
  const departments = useDepartments();
  const people = usePeople();
  const values = (props.value as (string | number)[] | null) ?? [];
  const options =
    item.is === "department"
      ? departments.map((row) => ({ value: row.id, label: named(row.body.name) }))
      : item.is === "account"
        ? people.map((person) => ({ value: person.account, label: person.name }))
        : [];
  return (
    <Select
      {...shared(props)}
      style={{ width: "100%" }}
      mode={options.length > 0 || item.is === "department" || item.is === "account" ? "multiple" : "tags"}
      showSearch={{ optionFilterProp: "label" }}
      placeholder={word("ui.field.choose")}
      value={values}
      options={options}
      onChange={(next) => props.onChange(next)}
    />
  );
}
