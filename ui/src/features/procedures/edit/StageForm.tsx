/** One stage: its name, its tasks in order, and where it leads. */
import { Button, Checkbox, Select } from "antd";
import { Plus } from "lucide-react";
import type { ReactElement } from "react";
import type { End, Exit } from "../../../types.gen";
import { named, word } from "../../../words/i18n";
import { holders } from "../words";
import type { Part as Where } from "./faults";
import { addTask, moveItem, newExit, removeTask } from "./ops";
import { stageOptions } from "./options";
import { Acts, ManyPart, NamesPart, Part, Told, useShown } from "./parts";
import { WhenForm } from "./WhenForm";

const ENDS: End[] = ["customer", "case"];

export function StageForm({ stage: n, onGo }: { stage: number; onGo: (part: Where) => void }): ReactElement | null {
  const { procedure, change } = useShown();
  const stage = procedure.stage[n];
  if (!stage) return null;
  const at = `stage.${n}`;
  const add = () => {
    change((copy) => addTask(copy, n, word("ui.procedures.edit.new_task"), ""));
    onGo({ is: "task", stage: n, task: stage.task.length });
  };
  return (
    <div className="procedure-form">
      <Told at={at} exact />
      <NamesPart
        label={word("ui.procedures.edit.name")}
        at={`${at}.name`}
        value={stage.name}
        onChange={(name) =>
          change((copy) => {
            const mine = copy.stage[n];
            if (mine) mine.name = name;
          })
        }
      />
      <Part several label={word("ui.procedures.edit.tasks")} at={stage.task.length === 0 ? `${at}.task` : undefined}>
        {() => (
          <div className="procedure-lines">
            {stage.task.map((task, t) => (
              <div key={task.id} className="procedure-line-form">
                <button
                  type="button"
                  className="plain procedure-to"
                  onClick={() => onGo({ is: "task", stage: n, task: t })}
                >
                  {named(task.name) || word("ui.procedures.edit.nameless")}
                </button>
                <span className="small second grow">{holders(task, procedure)}</span>
                <Acts
                  what={named(task.name)}
                  onMove={(by) => change((copy) => moveItem(copy.stage[n]?.task ?? [], t, by))}
                  onRemove={() => change((copy) => removeTask(copy, n, t))}
                />
              </div>
            ))}
            <Button size="small" icon={<Plus size={14} />} onClick={add}>
              {word("ui.procedures.edit.add_task")}
            </Button>
          </div>
        )}
      </Part>
      <h3>{word("ui.procedures.part.exits")}</h3>
      {stage.exit.length === 0 && <Told at={`${at}.exit`} />}
      {stage.exit.map((exit, e) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: exits have no name but their place
        <ExitForm key={`${stage.id}${e}`} stage={n} exit={e} value={exit} />
      ))}
      <div>
        <Button
          size="small"
          icon={<Plus size={14} />}
          onClick={() =>
            change((copy) => {
              copy.stage[n]?.exit.push(newExit(copy.stage[n + 1]?.id ?? "archive"));
            })
          }
        >
          {word("ui.procedures.edit.add_exit")}
        </Button>
      </div>
    </div>
  );
}

function ExitForm({ stage: s, exit: e, value }: { stage: number; exit: number; value: Exit }): ReactElement {
  const { procedure, change } = useShown();
  const at = `stage.${s}.exit.${e}`;
  const what = word("ui.procedures.edit.exit", { n: e + 1 });
  const put = (some: Partial<Exit>) =>
    change((copy) => {
      const mine = copy.stage[s]?.exit[e];
      if (mine) Object.assign(mine, some);
    });
  return (
    <fieldset className="procedure-exit">
      <legend className="row small second">
        {what}
        <Acts
          what={what}
          onMove={(by) => change((copy) => moveItem(copy.stage[s]?.exit ?? [], e, by))}
          onRemove={() =>
            change((copy) => {
              copy.stage[s]?.exit.splice(e, 1);
            })
          }
        />
      </legend>
      <Told at={at} exact />
      <ManyPart
        label={word("ui.procedures.edit.leads_to")}
        at={`${at}.to`}
        value={value.to}
        options={stageOptions(procedure, value.to)}
        onChange={(to) => put({ to })}
      />
      <WhenForm at={`${at}.when`} value={value.when} onChange={(when) => put({ when })} />
      <Part label={word("ui.procedures.edit.ends")} at={`${at}.ends`}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            style={{ width: "100%" }}
            placeholder={word("ui.procedures.edit.ends_nothing")}
            value={value.ends}
            options={ENDS.map((end) => ({ value: end, label: word(`docs.end.${end}`) }))}
            onChange={(ends: End[]) => put({ ends })}
          />
        )}
      </Part>
      <span className="procedure-ticks">
        <Checkbox checked={value.now} onChange={(event) => put({ now: event.target.checked })}>
          {word("ui.procedures.edit.now")}
        </Checkbox>
        <Checkbox checked={value.reopens} onChange={(event) => put({ reopens: event.target.checked })}>
          {word("ui.procedures.edit.reopens")}
        </Checkbox>
      </span>
    </fieldset>
  );
}
