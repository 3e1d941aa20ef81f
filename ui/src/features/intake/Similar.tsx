/** At the side while typing: what this customer, lot or product had before. */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useNow } from "../../data/clock";
import { stageName, useNames, useProcedure } from "../../data/masters";
import { isOver } from "../../data/over";
import type { Body } from "../../fields/registry";
import { Mark } from "../../ui/Mark";
import { Notice, Panel } from "../../ui/Page";
import { day } from "../../ui/time";
import { word } from "../../words/i18n";
import type { Alike } from "./similar";
import { useSimilar } from "./similar";

export function Similar({ body, onOpen }: { body: Body; onOpen: (of: number) => void }): ReactElement {
  const { cases } = useSimilar(body);
  const again = cases.filter((one) => one.shares.includes("customer") && one.shares.includes("lot"));
  return (
    <Panel
      className="intake-similar"
      label={word("ui.intake.similar")}
      title={
        <>
          {word("ui.intake.similar")} <span className="small dim">{word("ui.intake.similar_live")}</span>
        </>
      }
      aside={<span className="small second">{cases.length > 0 ? cases.length : ""}</span>}
      foot={
        <span className="row grow small dim">
          <span className="grow">{word("ui.intake.compared")}</span>
          <kbd>F6</kbd> {word("ui.intake.to_here")}
        </span>
      }
    >
      {again.length > 0 && (
        <Notice>
          <Mark state="heed" size={14} /> {word("ui.intake.maybe_repeat", { n: again.length })}
        </Notice>
      )}
      {cases.length === 0 && <p className="intake-none second">{word("ui.intake.similar_none")}</p>}
      <ol aria-live="polite" aria-label={word("ui.intake.similar")}>
        {cases.map((one) => (
          <One key={one.row.case} alike={one} onOpen={onOpen} />
        ))}
      </ol>
    </Panel>
  );
}

function One({ alike, onOpen }: { alike: Alike; onOpen: (of: number) => void }): ReactElement {
  const { row, shares } = alike;
  const now = useNow();
  const names = useNames();
  const procedure = useProcedure(row.procedure);
  const over = isOver(row.state);
  return (
    <li className="intake-case">
      <div className="row">
        <button type="button" className="plain intake-number" onClick={() => onOpen(row.case)}>
          {row.number}
        </button>
        <Mark state={over ? "done" : "now"} size={12} />
        <span className="small">{over ? word(`state.case.${row.state}`) : stageName(procedure, row.stage)}</span>
        <span className="grow" />
        <span className="small dim">{word("ui.intake.received", { day: day(row.received, now) })}</span>
      </div>
      <p className="strong">{row.summary}</p>
      <p className="small second">
        {[names.customer(row.customer), row.product, row.lot].filter((part) => part !== "").join(" · ")}
      </p>
      <div className="row intake-shares">
        {shares.map((shared) => (
          <span className="chip" key={shared}>
            {word(`ui.intake.same_${shared}`)}
          </span>
        ))}
        <span className="grow" />
        <Button size="small" onClick={() => onOpen(row.case)}>
          {word("ui.intake.look")}
        </Button>
      </div>
    </li>
  );
}
