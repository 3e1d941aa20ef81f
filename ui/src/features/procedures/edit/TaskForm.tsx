/** One task: what it is, who does it, what it fills and needs, what it waits for, until when, what is signed, and who is told. */
import { Checkbox, InputNumber } from "antd";
import type { ReactElement } from "react";
import { isRecord } from "../../../fields/registry";
import { CHOICES } from "../../../fields.gen";
import type { Does, Meaning, Task } from "../../../types.gen";
import { word } from "../../../words/i18n";
import { DueForm } from "./DueForm";
import { does, fills } from "./ops";
import {
  afterOptions,
  byOptions,
  documentOptions,
  eachOptions,
  needOptions,
  ofOptions,
  recordOptions,
  targetOptions,
} from "./options";
import { ManyPart, NamesPart, OnePart, Part, TextPart, Told, useShown } from "./parts";
import { TellsForm } from "./TellsForm";
import { WhenForm } from "./WhenForm";

const DOES: Does[] = ["fill", "decide", "approve", "send", "meet", "check_list", "verify"];
const WAYS = ["optional", "paper", "on_behalf", "stays"] as const;
const WAY_WORD = { optional: "optional", paper: "paper", on_behalf: "behalf", stays: "stays" } as const;

export function TaskForm({ stage: s, task: t }: { stage: number; task: number }): ReactElement | null {
  const { procedure, change } = useShown();
  const stage = procedure.stage[s];
  const task = stage?.task[t];
  if (!stage || !task) return null;
  const at = `stage.${s}.task.${t}`;
  const put = (act: (task: Task) => void) =>
    change((copy) => {
      const mine = copy.stage[s]?.task[t];
      if (mine) act(mine);
    });
  const part = (name: string) => word(`ui.procedures.part.${name}`);
  const targets = targetOptions();
  return (
    <div className="procedure-form">
      <Told at={at} exact />
      <NamesPart
        label={word("ui.procedures.edit.name")}
        at={`${at}.name`}
        value={task.name}
        onChange={(name) => put((mine) => Object.assign(mine, { name }))}
      />
      <OnePart
        label={part("does")}
        at={`${at}.does`}
        value={task.does}
        options={DOES.map((value) => ({ value, label: word(`docs.does.${value}`) }))}
        onChange={(sort) =>
          change((copy) => {
            const mine = copy.stage[s]?.task[t];
            if (mine && sort) does(copy, s, mine, sort as Does);
          })
        }
      />
      <ManyPart
        label={part("who")}
        at={`${at}.by`}
        value={task.by}
        options={byOptions(procedure, task.by, task.each !== null)}
        onChange={(by) => put((mine) => Object.assign(mine, { by }))}
      />
      <ManyPart
        label={part("fills")}
        at={`${at}.fills`}
        value={task.fills}
        options={targets}
        onChange={(chosen) => put((mine) => fills(mine, chosen))}
      />
      {(task.of !== null || task.fills.some(isRecord)) && (
        <OnePart
          label={part("of")}
          at={`${at}.of`}
          value={task.of}
          none={word("ui.procedures.edit.of_none")}
          options={ofOptions(procedure, task)}
          onChange={(of) => put((mine) => Object.assign(mine, { of }))}
        />
      )}
      <ManyPart
        label={part("needs")}
        at={`${at}.needs`}
        value={task.needs}
        options={needOptions(procedure, task)}
        onChange={(needs) => put((mine) => Object.assign(mine, { needs }))}
      />
      <ManyPart
        label={part("after")}
        at={`${at}.after`}
        value={task.after}
        options={afterOptions(procedure, stage, task)}
        onChange={(after) => put((mine) => Object.assign(mine, { after }))}
      />
      <ManyPart
        label={part("no_open")}
        at={`${at}.no_open`}
        value={task.no_open}
        options={recordOptions()}
        placeholder={word("ui.procedures.edit.no_open_none")}
        onChange={(kinds) => put((mine) => Object.assign(mine, { no_open: kinds }))}
      />
      <WhenForm at={`${at}.when`} value={task.when} onChange={(when) => put((mine) => Object.assign(mine, { when }))} />
      <DueForm
        label={part("due")}
        at={`${at}.due`}
        none={word("ui.procedures.no_due")}
        add={word("ui.procedures.edit.add_due")}
        value={task.due}
        onChange={(due) => put((mine) => Object.assign(mine, { due }))}
      />
      <DueForm
        label={word("ui.procedures.edit.ahead")}
        at={`${at}.ahead`}
        none={word("ui.procedures.edit.no_ahead")}
        add={word("ui.procedures.edit.add_ahead")}
        value={task.ahead}
        onChange={(ahead) => put((mine) => Object.assign(mine, { ahead }))}
      />
      <OnePart
        label={part("signs")}
        at={`${at}.signs.meaning`}
        value={task.signs?.meaning ?? null}
        none={word("ui.procedures.edit.unsigned")}
        options={(CHOICES.meaning ?? MEANINGS).map((value) => ({ value, label: word(`choice.meaning.${value}`) }))}
        onChange={(meaning) =>
          put((mine) => {
            mine.signs = meaning
              ? { meaning: meaning as Meaning, covers: mine.signs?.covers ?? [...mine.fills] }
              : null;
          })
        }
      />
      {task.signs && (
        <ManyPart
          label={word("ui.procedures.edit.covers")}
          at={`${at}.signs`}
          value={task.signs.covers}
          options={targets}
          onChange={(covers) => put((mine) => mine.signs && Object.assign(mine.signs, { covers }))}
        />
      )}
      <OnePart
        label={part("each")}
        at={`${at}.each`}
        value={task.each}
        none={word("ui.procedures.edit.once")}
        options={eachOptions(procedure, task.each)}
        onChange={(each) => put((mine) => Object.assign(mine, { each }, each === null ? { quorum: null } : {}))}
      />
      {task.each !== null && (
        <Part label={word("ui.procedures.edit.quorum")} at={`${at}.quorum`}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={99}
              precision={0}
              value={task.quorum}
              placeholder={word("ui.procedures.edit.all")}
              onChange={(quorum) => put((mine) => Object.assign(mine, { quorum }))}
            />
          )}
        </Part>
      )}
      <TellsForm at={`${at}.tells`} task={task} onChange={(tells) => put((mine) => Object.assign(mine, { tells }))} />
      <Part several label={part("ways")}>
        {() => (
          <span className="procedure-ticks">
            {WAYS.map((way) => (
              <Checkbox
                key={way}
                checked={task[way]}
                onChange={(e) => put((mine) => Object.assign(mine, { [way]: e.target.checked }))}
              >
                {word(`ui.procedures.way.${WAY_WORD[way]}`)}
              </Checkbox>
            ))}
          </span>
        )}
      </Part>
      <Told at={`${at}.optional`} />
      <ManyPart
        label={part("cites")}
        at={`${at}.cites`}
        value={task.cites}
        options={documentOptions(procedure, task.cites)}
        placeholder={word("ui.procedures.edit.cites_none")}
        onChange={(cites) => put((mine) => Object.assign(mine, { cites }))}
      />
      <TextPart
        label={part("source")}
        at={`${at}.source`}
        value={task.source}
        hint={word("ui.procedures.edit.source_hint")}
        onChange={(source) => put((mine) => Object.assign(mine, { source }))}
      />
    </div>
  );
}

const MEANINGS = ["made", "checked", "evaluated", "reviewed", "approved", "verified", "closed"];
