/** What the procedure is made of, from top to bottom: each part with the number of its faults. */
import { Button } from "antd";
import { Plus } from "lucide-react";
import type { ReactElement } from "react";
import { named, word } from "../../../words/i18n";
import { HEADS, type Part, partOf, samePart, within } from "./faults";
import { addStage, moveItem, removeStage } from "./ops";
import { Acts, useShown } from "./parts";

export function Outline({ chosen, onGo }: { chosen: Part; onGo: (part: Part) => void }): ReactElement {
  const { procedure, faults, change } = useShown();
  const count = (is: Part) => faults.filter((fault) => samePart(partOf(fault.path), is)).length;
  const behind = chosen.is === "stage" || chosen.is === "task" ? chosen.stage : procedure.stage.length - 1;
  const add = () => {
    change((copy) =>
      addStage(copy, behind, {
        stage: [word("ui.procedures.edit.new_stage"), ""],
        task: [word("ui.procedures.edit.new_task"), ""],
      }),
    );
    onGo({ is: "stage", stage: behind + 1 });
  };
  return (
    <nav className="panel procedure-outline" aria-label={word("ui.procedures.edit.outline")}>
      <div className="scroll grow">
        {HEADS.map((is) => (
          <Entry
            key={is}
            label={word(`ui.procedures.edit.${is}`)}
            n={count({ is })}
            on={chosen.is === is}
            onGo={() => onGo({ is })}
          />
        ))}
        {procedure.stage.map((stage, s) => (
          <div key={stage.id} className="procedure-outline-stage">
            <span className="row">
              <Entry
                label={`${s + 1} ${named(stage.name) || word("ui.procedures.edit.nameless")}`}
                n={faults.filter((fault) => within(fault.path, `stage.${s}`)).length}
                on={chosen.is === "stage" && chosen.stage === s}
                strong
                onGo={() => onGo({ is: "stage", stage: s })}
              />
              {chosen.is === "stage" && chosen.stage === s && (
                <Acts
                  what={named(stage.name)}
                  onMove={(by) => {
                    change((copy) => moveItem(copy.stage, s, by));
                    const to = s + by;
                    if (to >= 0 && to < procedure.stage.length) onGo({ is: "stage", stage: to });
                  }}
                  onRemove={() => {
                    change((copy) => removeStage(copy, s));
                    onGo(procedure.stage.length > 1 ? { is: "stage", stage: Math.max(0, s - 1) } : { is: "document" });
                  }}
                />
              )}
            </span>
            {stage.task.map((task, t) => (
              <Entry
                key={task.id}
                label={named(task.name) || word("ui.procedures.edit.nameless")}
                n={count({ is: "task", stage: s, task: t })}
                on={chosen.is === "task" && chosen.stage === s && chosen.task === t}
                inner
                onGo={() => onGo({ is: "task", stage: s, task: t })}
              />
            ))}
          </div>
        ))}
      </div>
      <div className="panel-foot">
        <Button size="small" icon={<Plus size={14} />} onClick={add}>
          {word("ui.procedures.edit.add_stage")}
        </Button>
      </div>
    </nav>
  );
}

function Entry({
  label,
  n,
  on,
  onGo,
  strong = false,
  inner = false,
}: {
  label: string;
  n: number;
  on: boolean;
  onGo: () => void;
  strong?: boolean;
  inner?: boolean;
}): ReactElement {
  return (
    <button type="button" className="plain procedure-entry" aria-current={on} data-inner={inner} onClick={onGo}>
      <span className={strong ? "strong" : undefined}>{label}</span>
      {n > 0 && (
        <span className="procedure-count bad" title={word("ui.procedures.edit.faults", { n })}>
          {n}
        </span>
      )}
    </button>
  );
}
