/** A deadline: how long, from when, who is reminded and who is told when it is late. */
import { Button, Checkbox, InputNumber, Select } from "antd";
import { Plus } from "lucide-react";
import type { ReactElement } from "react";
import type { Due } from "../../../types.gen";
import { word } from "../../../words/i18n";
import { Lines } from "./Lines";
import { newDue } from "./make";
import { spanOf } from "./ops";
import { anchorOptions, roleOptions } from "./options";
import { Acts, Part, useShown } from "./parts";

const UNITS = ["h", "d", "wd"];

/** How long: a number and its unit. */
export function Span({
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
  label: due,
  none,
  add,
  value,
  onChange,
}: {
  at: string;
  label: string;
  /** What is said where there is none, and of setting one. */
  none: string;
  add: string;
  value: Due | null;
  onChange: (due: Due | null) => void;
}): ReactElement {
  const { procedure } = useShown();
  if (!value) {
    return (
      <Part several label={due} at={at}>
        {() => (
          <span className="row">
            <span className="second">{none}</span>
            <Button size="small" icon={<Plus size={14} />} onClick={() => onChange(newDue())}>
              {add}
            </Button>
          </span>
        )}
      </Part>
    );
  }
  const put = (some: Partial<Due>) => onChange({ ...value, ...some });
  const roles = roleOptions(procedure);
  const before = word("ui.procedures.edit.remind_before");
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
          <Lines
            at={`${at}.remind`}
            value={value.remind}
            unordered
            quiet
            what={() => before}
            add={word("ui.procedures.edit.add_remind")}
            make={() => "4h"}
            onChange={(remind) => put({ remind })}
          >
            {(span, change) => (
              <>
                <span className="second small">{before}</span>
                <Span label={before} value={span} onChange={change} />
              </>
            )}
          </Lines>
          <Lines
            at={`${at}.escalate`}
            value={value.escalate}
            unordered
            quiet
            what={() => after}
            add={word("ui.procedures.edit.add_escalate")}
            make={() => ({ after: "1d", to: roles[0]?.value ?? "" })}
            full={roles.length === 0}
            onChange={(escalate) => put({ escalate })}
          >
            {(one, change) => (
              <>
                <span className="second small">{after}</span>
                <Span label={after} value={one.after} onChange={(span) => change({ ...one, after: span })} />
                <Select
                  aria-label={word("ui.procedures.edit.told")}
                  popupMatchSelectWidth={false}
                  prefix={<span className="second">{word("ui.procedures.edit.told")}</span>}
                  value={one.to}
                  options={roles}
                  onChange={(to: string) => change({ ...one, to })}
                />
              </>
            )}
          </Lines>
        </div>
      )}
    </Part>
  );
}
