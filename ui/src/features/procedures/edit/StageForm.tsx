/** One stage: its name, its tasks in order, and where it leads. */
import { Button, Checkbox, Select } from "antd";
import { Plus } from "lucide-react";
import type { ReactElement } from "react";
import type { End, Exit } from "../../../types.gen";
import { named, word } from "../../../words/i18n";
import { END } from "../picture";
import { holders } from "../words";
import type { Part as Where } from "./faults";
import { Lines } from "./Lines";
import { newExit } from "./make";
import { addTask, moveItem, removeTask } from "./ops";
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
      <h2>{word("ui.procedures.part.exits")}</h2>
      <Lines
        at={`${at}.exit`}
        value={stage.exit}
        framed
        what={(_, e) => word("ui.procedures.edit.exit", { n: e + 1 })}
        add={word("ui.procedures.edit.add_exit")}
        make={() => newExit(procedure.stage[n + 1]?.id ?? END)}
        onChange={(exit) =>
          change((copy) => {
            const mine = copy.stage[n];
            if (mine) mine.exit = exit;
          })
        }
      >
        {(exit, put, e) => <ExitParts at={`${at}.exit.${e}`} value={exit} put={(some) => put({ ...exit, ...some })} />}
      </Lines>
    </div>
  );
}

function ExitParts({ at, value, put }: { at: string; value: Exit; put: (some: Partial<Exit>) => void }): ReactElement {
  const { procedure } = useShown();
  return (
    <>
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
    </>
  );
}
