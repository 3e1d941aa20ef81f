/** Who is told when a task is done, whether they say that they have read it, and in which cases. */
import { Checkbox, Select } from "antd";
import type { ReactElement } from "react";
import type { Task, Tell } from "../../../types.gen";
import { word } from "../../../words/i18n";
import { Span } from "./DueForm";
import { Lines } from "./Lines";
import { newTell } from "./make";
import { byOptions } from "./options";
import { Part, useShown } from "./parts";
import { WhenLines } from "./WhenForm";

export function TellsForm({
  at,
  task,
  onChange,
}: {
  at: string;
  task: Task;
  onChange: (tells: Tell[]) => void;
}): ReactElement {
  const { procedure } = useShown();
  return (
    <Part several label={word("ui.procedures.part.tells")}>
      {() => (
        <Lines
          at={at}
          value={task.tells}
          framed
          unordered
          what={(_, n) => word("ui.procedures.edit.tell", { n: n + 1 })}
          add={word("ui.procedures.edit.add_tell")}
          make={() => newTell(procedure, task.tells)}
          onChange={onChange}
        >
          {(tell, put, n) => (
            <div className="procedure-line-form">
              <Select
                aria-label={word("ui.procedures.edit.tell_to", { n: n + 1 })}
                popupMatchSelectWidth={false}
                showSearch={{ optionFilterProp: "label" }}
                value={tell.to}
                options={byOptions(procedure, [tell.to], task.each !== null)}
                onChange={(to: string) => put({ ...tell, to })}
              />
              <Checkbox checked={tell.acknowledge} onChange={(e) => put({ ...tell, acknowledge: e.target.checked })}>
                {word("ui.procedures.edit.acknowledge")}
              </Checkbox>
              {tell.acknowledge && (
                <Span
                  label={word("ui.procedures.edit.read_within", { n: n + 1 })}
                  value={tell.due}
                  onChange={(due) => put({ ...tell, due })}
                />
              )}
              <WhenLines
                label={word("ui.procedures.edit.tell_when", { n: n + 1 })}
                value={tell.when}
                onChange={(when) => put({ ...tell, when })}
              />
            </div>
          )}
        </Lines>
      )}
    </Part>
  );
}
