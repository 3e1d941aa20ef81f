/** Beside the stages: which desk takes what in hand, to which stage a case can be taken back, and work that recurs without a case. */
import { InputNumber, Select } from "antd";
import type { ReactElement } from "react";
import type { Duty, Every } from "../../../types.gen";
import { named, word } from "../../../words/i18n";
import { Lines, Lists } from "./Lines";
import { LAST_DAY, newDesk, newDuty, newReopen, newTell } from "./make";
import { byOptions, deskOptions, dutyOptions, stageOptions } from "./options";
import { ManyPart, NamesPart, OnePart, Part, TextPart, useList, useShown } from "./parts";
import { WhenForm } from "./WhenForm";

export function ReopenForm(): ReactElement {
  const { procedure } = useShown();
  return (
    <Lists hint="reopen_hint">
      <Lines
        {...useList("reopen")}
        unordered
        what={(_, n) => word("ui.procedures.edit.reopen_n", { n: n + 1 })}
        add={word("ui.procedures.edit.add_reopen")}
        make={() => newReopen(procedure)}
        full={procedure.reopen.length >= procedure.stage.length}
      >
        {(one, put, n) => (
          <>
            <Select
              aria-label={word("ui.procedures.edit.reopen_to", { n: n + 1 })}
              popupMatchSelectWidth={false}
              prefix={<span className="second">{word("ui.procedures.edit.back_to")}</span>}
              value={one.to}
              options={stageOptions(procedure, [one.to], false)}
              onChange={(to: string) => put({ ...one, to })}
            />
            <Select
              aria-label={word("ui.procedures.edit.reopen_by", { n: n + 1 })}
              className="procedure-wide"
              mode="multiple"
              popupMatchSelectWidth={false}
              showSearch={{ optionFilterProp: "label" }}
              placeholder={word("ui.procedures.edit.who")}
              value={one.by}
              options={byOptions(procedure, one.by, false)}
              onChange={(by: string[]) => put({ ...one, by })}
            />
          </>
        )}
      </Lines>
    </Lists>
  );
}

export function DesksForm(): ReactElement {
  const { procedure } = useShown();
  return (
    <Lists hint="desks_hint">
      <Lines
        {...useList("desk")}
        framed
        what={(_, n) => word("ui.procedures.edit.desk", { n: n + 1 })}
        add={word("ui.procedures.edit.add_desk")}
        make={() => newDesk(procedure)}
      >
        {(desk, put, n) => (
          <>
            <WhenForm at={`desk.${n}.when`} value={desk.when} onChange={(when) => put({ ...desk, when })} />
            <OnePart
              label={word("ui.procedures.edit.desk_by")}
              at={`desk.${n}.by`}
              value={desk.by}
              options={deskOptions(procedure, desk.by)}
              onChange={(by) => by && put({ ...desk, by })}
            />
          </>
        )}
      </Lines>
    </Lists>
  );
}

const EVERY: Every[] = ["week", "month", "quarter", "year"];

export function DutiesForm(): ReactElement {
  const { procedure } = useShown();
  return (
    <Lists hint="duties_hint">
      <Lines
        {...useList("duty")}
        framed
        what={(duty, n) => named(duty.name) || word("ui.procedures.edit.duty", { n: n + 1 })}
        add={word("ui.procedures.edit.add_duty")}
        make={() => newDuty(procedure)}
      >
        {(duty, put, n) => <DutyParts at={`duty.${n}`} duty={duty} put={put} />}
      </Lines>
    </Lists>
  );
}

function DutyParts({ at, duty, put }: { at: string; duty: Duty; put: (duty: Duty) => void }): ReactElement {
  const { procedure } = useShown();
  const told = duty.tells.map((tell) => tell.to);
  const tell = (to: string) => duty.tells.find((one) => one.to === to) ?? { ...newTell(procedure, []), to };
  return (
    <>
      <NamesPart
        label={word("ui.procedures.edit.name")}
        at={`${at}.name`}
        value={duty.name}
        onChange={(name) => put({ ...duty, name })}
      />
      <ManyPart
        label={word("ui.procedures.part.who")}
        at={`${at}.by`}
        value={duty.by}
        options={dutyOptions(procedure, duty.by, true)}
        onChange={(by) => put({ ...duty, by })}
      />
      <OnePart
        label={word("ui.procedures.edit.every")}
        at={`${at}.every`}
        value={duty.every}
        options={EVERY.map((value) => ({ value, label: word(`docs.every.${value}`) }))}
        onChange={(every) => every && put({ ...duty, every: every as Every })}
      />
      <Part label={word("ui.procedures.edit.day")} at={`${at}.day`}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={LAST_DAY[duty.every]}
            precision={0}
            value={duty.day}
            prefix={word("ui.procedures.edit.day_before")}
            suffix={word("ui.procedures.edit.day_after")}
            onChange={(day) => put({ ...duty, day: day ?? 1 })}
          />
        )}
      </Part>
      <ManyPart
        label={word("ui.procedures.part.tells")}
        at={`${at}.tells`}
        value={told}
        options={dutyOptions(procedure, told, false)}
        onChange={(chosen) => put({ ...duty, tells: chosen.map(tell) })}
      />
      <TextPart
        label={word("ui.procedures.part.source")}
        at={`${at}.source`}
        value={duty.source}
        hint={word("ui.procedures.edit.source_hint")}
        onChange={(source) => put({ ...duty, source })}
      />
    </>
  );
}
