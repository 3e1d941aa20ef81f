/** A deadline: how long, from when, who is reminded and who is told when it is late. */
import { Button, Checkbox, InputNumber, Select } from "antd";
import { Plus } from "lucide-react";
import type { ReactElement } from "react";
import type { Due } from "../../../types.gen";
import { word } from "../../../words/i18n";
import { newDue, spanOf } from "./ops";
import { anchorOptions, roleOptions } from "./options";
import { Acts, Part, useShown } from "./parts";

const UNITS = ["h", "d", "wd"];

function Span({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (span: string) => void;
}): ReactElement {
  const { n, unit } = spanOf(value);
  return (
    <span className="row procedure-span">
      <InputNumber
        aria-label={label}
        min={1}
        max={999}
        precision={0}
        value={n}
        onChange={(next) => onChange(`${next ?? 1}${unit}`)}
      />
      <Select
        aria-label={word("ui.procedures.edit.unit", { of: label })}
        value={unit}
        popupMatchSelectWidth={false}
        options={UNITS.map((one) => ({ value: one, label: word(`ui.procedures.edit.units.${one}`) }))}
        onChange={(next: string) => onChange(`${n}${next}`)}
      />
    </span>
  );
}

export function DueForm({
  at,
  value,
  onChange,
}: {
  at: string;
  value: Due | null;
  onChange: (due: Due | null) => void;
}): ReactElement {
  const { procedure } = useShown();
  const due = word("ui.procedures.part.due");
  if (!value) {
    return (
      <Part several label={due} at={at}>
        {() => (
          <span className="row">
            <span className="second">{word("ui.procedures.no_due")}</span>
            <Button size="small" icon={<Plus size={14} />} onClick={() => onChange(newDue())}>
              {word("ui.procedures.edit.add_due")}
            </Button>
          </span>
        )}
      </Part>
    );
  }
  const put = (some: Partial<Due>) => onChange({ ...value, ...some });
  const roles = roleOptions(procedure);
  const after = word("ui.procedures.edit.late_by");
  return (
    <Part several label={due} at={at}>
      {() => (
        <div className="procedure-lines">
          <div className="procedure-line-form">
            <Span label={due} value={value.span} onChange={(span) => put({ span })} />
            <Select
              aria-label={word("ui.procedures.edit.counts_from")}
              popupMatchSelectWidth={false}
              showSearch={{ optionFilterProp: "label" }}
              prefix={<span className="second">{word("ui.procedures.edit.counts_from")}</span>}
              value={value.from}
              options={anchorOptions(procedure, value.from)}
              onChange={(from: string) => put({ from })}
            />
            <Acts what={due} onRemove={() => onChange(null)} />
          </div>
          <Checkbox checked={value.pausable} onChange={(e) => put({ pausable: e.target.checked })}>
            {word("ui.procedures.edit.pausable")}
          </Checkbox>
          {value.remind.map((span, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: reminders have no name but their place
            <div key={n} className="procedure-line-form">
              <span className="second small">{word("ui.procedures.edit.remind_before")}</span>
              <Span
                label={word("ui.procedures.edit.remind_before")}
                value={span}
                onChange={(next) => put({ remind: value.remind.with(n, next) })}
              />
              <Acts
                what={word("ui.procedures.edit.remind_before")}
                onRemove={() => put({ remind: value.remind.toSpliced(n, 1) })}
              />
            </div>
          ))}
          {value.escalate.map((one, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nor have escalations
            <div key={n} className="procedure-line-form">
              <span className="second small">{after}</span>
              <Span
                label={after}
                value={one.after}
                onChange={(next) => put({ escalate: value.escalate.with(n, { ...one, after: next }) })}
              />
              <Select
                aria-label={word("ui.procedures.edit.told")}
                popupMatchSelectWidth={false}
                prefix={<span className="second">{word("ui.procedures.edit.told")}</span>}
                value={one.to}
                options={roles}
                onChange={(to: string) => put({ escalate: value.escalate.with(n, { ...one, to }) })}
              />
              <Acts what={after} onRemove={() => put({ escalate: value.escalate.toSpliced(n, 1) })} />
            </div>
          ))}
          <span className="row">
            <Button size="small" icon={<Plus size={14} />} onClick={() => put({ remind: [...value.remind, "4h"] })}>
              {word("ui.procedures.edit.add_remind")}
            </Button>
            <Button
              size="small"
              icon={<Plus size={14} />}
              disabled={roles.length === 0}
              onClick={() => put({ escalate: [...value.escalate, { after: "1d", to: roles[0]?.value ?? "" }] })}
            >
              {word("ui.procedures.edit.add_escalate")}
            </Button>
          </span>
        </div>
      )}
    </Part>
  );
}
