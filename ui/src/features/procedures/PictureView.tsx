/** The picture of a procedure, drawn: boxes are buttons that show a task, lines carry their conditions in words. */
import type { ReactElement } from "react";
import { useEffect, useMemo, useRef } from "react";
import { stageName } from "../../data/masters";
import type { Procedure } from "../../types.gen";
import { named, word } from "../../words/i18n";
import { BOX, draw, END, type Line, type StageIn } from "./picture";
import { exitText, laneOf, spanText } from "./words";

export function PictureView({
  procedure,
  chosen,
  onChoose,
}: {
  procedure: Procedure;
  chosen: string | null;
  onChoose: (task: string) => void;
}): ReactElement {
  const picture = useMemo(
    () =>
      draw(
        stagesOf(procedure),
        procedure.role.map((role) => named(role.name)),
      ),
    [procedure],
  );
  const tasks = new Map(procedure.stage.flatMap((stage) => stage.task.map((task) => [task.id, task])));
  const box = useRef<HTMLElement>(null);
  // Whoever follows an exit sees where it leads.
  useEffect(() => {
    if (chosen)
      box.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [chosen]);
  return (
    <section
      ref={box}
      className="procedure-scroll"
      aria-label={word("ui.procedures.picture")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
      tabIndex={0}
    >
      <div className="procedure-picture" style={{ width: picture.width, height: picture.height }}>
        {picture.lanes.map((lane) => (
          <div key={lane.name} className="procedure-lane" style={{ top: lane.y, height: lane.height }}>
            <span>{lane.name}</span>
          </div>
        ))}
        {picture.columns.map((column, n) => (
          <div key={column.id} className="procedure-column" style={{ left: column.x, width: column.width }}>
            <span>
              {column.id !== END && <span className="dim">{n + 1}</span>} {stageName(procedure, column.id)}
            </span>
          </div>
        ))}
        <svg width={picture.width} height={picture.height} aria-hidden="true">
          <defs>
            {["next", "back"].map((kind) => (
              <marker
                key={kind}
                id={`procedure-${kind}`}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="8"
                markerHeight="8"
                orient="auto"
              >
                <path d="M0 0 8 4 0 8z" className={`procedure-tip-${kind}`} />
              </marker>
            ))}
          </defs>
          {picture.lines.map((line) => (
            <path
              key={keyOf(line)}
              d={`M${line.points.map(([x, y]) => `${x} ${y}`).join("L")}`}
              className="procedure-line"
              data-back={line.back}
              markerEnd={`url(#procedure-${line.back ? "back" : "next"})`}
            />
          ))}
        </svg>
        {picture.lines.map((line) =>
          line.label && line.at.width > 0 ? (
            <span
              key={keyOf(line)}
              className="procedure-label"
              data-back={line.back}
              title={line.label}
              style={{ left: line.at.x, top: line.at.y - 8, width: line.at.width }}
            >
              <span>{line.label}</span>
            </span>
          ) : null,
        )}
        {picture.boxes.map((box) => {
          const task = tasks.get(box.task);
          if (!task) return null;
          return (
            <button
              key={box.task}
              type="button"
              className="plain procedure-box"
              aria-pressed={chosen === box.task}
              data-stays={task.stays}
              style={{ left: box.x, top: box.y, width: BOX.width, height: BOX.height }}
              onClick={() => onChoose(box.task)}
              title={named(task.name)}
            >
              <span className="strong procedure-name">{named(task.name)}</span>
              <span className="small second">{task.due ? spanText(task.due.span) : word("ui.procedures.no_due")}</span>
            </button>
          );
        })}
        <span
          className="procedure-end"
          style={{ left: picture.end.x, top: picture.end.y, width: BOX.width, height: BOX.height }}
        >
          {stageName(procedure, END)}
        </span>
      </div>
    </section>
  );
}

const keyOf = (line: Line) => `${line.from}>${line.to}:${line.label}`;

function stagesOf(procedure: Procedure): StageIn[] {
  return procedure.stage.map((stage) => ({
    id: stage.id,
    tasks: stage.task.map((task) => ({ id: task.id, lane: laneOf(task, procedure) })),
    exits: stage.exit.flatMap((exit) => exit.to.map((to) => ({ to, label: exitText(exit, procedure) }))),
  }));
}
