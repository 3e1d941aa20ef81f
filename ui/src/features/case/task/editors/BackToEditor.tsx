/** The stage to which a rejection sends the case back: one of those that the procedure's exits name. */
import { Select } from "antd";
import type { ReactElement } from "react";
import { stageName } from "../../../../data/masters";
import type { EditorProps } from "../../../../fields/context";
import { useForm } from "../../../../fields/context";
import { idOf, labelOf } from "../../../../fields/label";
import { word } from "../../../../words/i18n";
import { backTo } from "../backTo";

export function BackToEditor({ path, value, onChange, readOnly }: EditorProps): ReactElement {
  const { procedure } = useForm();
  const stages = [
    ...new Set((procedure?.stage ?? []).flatMap((stage) => (procedure ? backTo(procedure, stage.id) : []))),
  ];
  return (
    <Select
      id={idOf(path)}
      aria-label={labelOf(path)}
      style={{ width: "100%" }}
      allowClear
      disabled={readOnly}
      placeholder={word("ui.field.choose")}
      value={(value as string) || null}
      options={stages.map((stage) => ({ value: stage, label: stageName(procedure, stage) }))}
      onChange={(stage) => onChange(stage ?? "")}
    />
  );
}
