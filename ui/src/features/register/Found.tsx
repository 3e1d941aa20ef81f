/** What the register finds: the rows, how many they are, or that there are none. Drawn by itself when the house answers. */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useLocation } from "wouter";
import { sentences } from "../../data/speak";
import { Empty, Notice } from "../../ui/Page";
import { word } from "../../words/i18n";
import { ALL, type View } from "./filter";
import { Grid } from "./Grid";
import { left } from "./memory";
import { useCases } from "./useCases";
import type { Columns } from "./useColumns";

export function Found({
  view,
  columns,
  onChange,
}: {
  view: View;
  columns: Columns;
  onChange: (next: View) => void;
}): ReactElement {
  const [, go] = useLocation();
  const [chosen, setChosen] = useState(left.chosen);
  const cases = useCases(view);
  const choose = (of: number | null) => {
    left.chosen = of;
    setChosen(of);
  };
  const open = (of: number) => {
    choose(of);
    go(`/cases/${of}?`);
  };
  const nothing = !cases.loading && !cases.error && cases.count === 0;
  // Another question begins at the top.
  const question = JSON.stringify(view);
  return (
    <>
      {cases.error && (
        <Notice tone="bad" action={<Button onClick={cases.again}>{word("ui.error.retry")}</Button>}>
          {sentences(cases.error).join(" ")}
        </Notice>
      )}
      <section className="panel register-panel" aria-busy={cases.old || cases.loading}>
        {nothing ? (
          <div className="grow">
            <Empty title={word("ui.register.none.title")} text={word("ui.register.none.text")}>
              <Button onClick={() => onChange(ALL)}>{word("ui.register.none.all")}</Button>
            </Empty>
          </div>
        ) : (
          <Grid
            question={question}
            cases={cases}
            columns={columns}
            filter={view.filter}
            order={view.order}
            chosen={chosen}
            onFilter={(filter) => onChange({ ...view, filter })}
            onOrder={(order) => onChange({ ...view, order })}
            onChoose={choose}
            onOpen={open}
            label={word("ui.register.label")}
          />
        )}
        <div className="panel-foot register-foot small" role="status">
          {cases.total !== undefined && (
            <>
              <span className="second">
                {word("ui.register.foot.total")} <b>{cases.total.toLocaleString("en")}</b>{" "}
                {word("ui.register.foot.cases")}
              </span>
              {!!cases.overdue && (
                <span className="bad strong">
                  {word("ui.register.foot.overdue")} {cases.overdue.toLocaleString("en")}
                </span>
              )}
            </>
          )}
          <span className="grow" />
          <span className="second">
            <kbd>↑</kbd> <kbd>↓</kbd> {word("ui.register.foot.select")} <kbd>Enter</kbd> {word("ui.register.foot.open")}
          </span>
        </div>
      </section>
    </>
  );
}
