/** A field that points at a line of another section: the cause that an action removes, the action that was carried out. */
import { InputNumber, Select } from "antd";
import type { ReactElement } from "react";
import { word } from "../words/i18n";
import type { ControlProps } from "./context";
import { shared, useForm } from "./context";
import { POINTS_AT } from "./registry";

export function LineControl(props: ControlProps): ReactElement {
  const form = useForm();
  const at = POINTS_AT[props.path];
  if (!at) {
    return <InputNumber {...shared(props)} value={props.value as number | null} onChange={props.onChange} />;
  }
  const lines = (form.bodies[at.target]?.[at.list] as { id: number; [field: string]: unknown }[] | undefined) ?? [];
  return (
    <Select
      {...shared(props)}
      style={{ width: "100%", minWidth: 140 }}
      allowClear
      placeholder={word("ui.field.choose")}
      value={(props.value as number | null) ?? null}
      options={lines.map((line) => ({ value: line.id, label: `${line.id} ${String(line[at.text] ?? "")}` }))}
      onChange={(id) => props.onChange(id ?? null)}
    />
  );
}
