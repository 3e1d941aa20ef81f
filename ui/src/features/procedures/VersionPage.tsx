/** One version as it stands: picture, tasks, roles, terms, differences, text; and what can be done with it. */
import { Button, Segmented, Select } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useRead } from "../../data/client";
import { useSession } from "../../data/session";
import { sentences } from "../../data/speak";
import type { ProcedureLine } from "../../types.gen";
import { Notice, Page } from "../../ui/Page";
import { named, word } from "../../words/i18n";
import { About } from "./About";
import { Compare } from "./Compare";
import { CopyDialog } from "./CopyDialog";
import { PictureView } from "./PictureView";
import { Roles } from "./Roles";
import { standing } from "./standing";
import { TaskCard } from "./TaskCard";
import { TaskTable } from "./TaskTable";
import { WithdrawDialog } from "./WithdrawDialog";

const TABS = ["picture", "tasks", "roles", "about", "differences", "text"] as const;
type Tab = (typeof TABS)[number];

export function VersionPage({
  line,
  lines,
  onGo,
}: {
  line: ProcedureLine;
  lines: ProcedureLine[];
  onGo: (id: number) => void;
}): ReactElement {
  const view = useRead("procedure_get", { procedure: line.id });
  const session = useSession();
  const [tab, setTab] = useState<Tab>("picture");
  const [chosen, setChosen] = useState<string | null>(null);
  const [asks, setAsks] = useState<"copy" | "withdraw" | null>(null);
  const procedure = view.data?.procedure;
  const task = chosen ?? procedure?.stage[0]?.task[0]?.id ?? null;
  const history = lines.filter((one) => one.number === line.number);
  const before = history.filter((one) => one.id < line.id && one.state !== "draft").at(-1);
  return (
    <Page
      title={named(line.title)}
      head={
        <>
          <span className="second procedure-number">{line.number}</span>
          <span className="chip">{word(`ui.procedures.standing.${standing(line)}`)}</span>
          {line.effective && (
            <span className="small second">{word("ui.procedures.effective", { day: line.effective })}</span>
          )}
          <span className="grow" />
          <Select
            aria-label={word("ui.procedures.versions")}
            value={line.id}
            onChange={onGo}
            popupMatchSelectWidth={false}
            options={history.map((one) => ({
              value: one.id,
              label: word("ui.procedures.version", {
                number: one.number,
                version: one.version,
                state: word(`ui.procedures.standing.${standing(one)}`),
              }),
            }))}
          />
          {session.may("work") && procedure && (
            <Button onClick={() => setAsks("copy")}>{word("ui.procedures.revise")}</Button>
          )}
          {session.may("work") && line.state === "issued" && (
            <Button onClick={() => setAsks("withdraw")}>{word("ui.procedures.withdraw.act")}</Button>
          )}
        </>
      }
    >
      <div className="procedure">
        <div className="row procedure-tabs">
          <Segmented
            tabIndex={-1}
            aria-label={word("ui.procedures.parts")}
            options={TABS.filter((one) => one !== "differences" || before).map((one) => ({
              value: one,
              label: word(`ui.procedures.tab.${one}`),
            }))}
            value={tab}
            onChange={setTab}
          />
          <span className="grow" />
          {tab === "picture" && (
            <span className="small second procedure-legend" aria-hidden="true">
              <i data-back="false" /> {word("ui.procedures.next")} <i data-back="true" /> {word("ui.procedures.back")}
            </span>
          )}
        </div>
        {view.isError && (
          <Notice tone="bad" action={<Button onClick={() => void view.refetch()}>{word("ui.error.retry")}</Button>}>
            {sentences(view.error).join(" ")}
          </Notice>
        )}
        {view.data && (
          <div className="procedure-body">
            {procedure && tab === "picture" && (
              <>
                <section className="panel procedure-main">
                  <PictureView procedure={procedure} chosen={task} onChoose={setChosen} />
                </section>
                {task && <TaskCard procedure={procedure} task={task} onChoose={setChosen} />}
              </>
            )}
            {procedure && tab === "tasks" && <TaskTable procedure={procedure} />}
            {procedure && tab === "roles" && <Roles procedure={procedure} />}
            {procedure && tab === "about" && <About id={line.id} procedure={procedure} />}
            {tab === "differences" && before && <Compare a={before} b={line} />}
            {tab === "text" && (
              <section
                className="panel procedure-main scroll"
                aria-label={word("ui.procedures.tab.text")}
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
                tabIndex={0}
              >
                <pre className="procedure-text">{view.data.text}</pre>
              </section>
            )}
          </div>
        )}
      </div>
      {asks === "copy" && procedure && (
        <CopyDialog
          source={{
            procedure: line.id,
            library: null,
            number: line.number,
            prefix: procedure.prefix,
            title: procedure.title,
          }}
          taken={lines.map((one) => one.number)}
          onClose={() => setAsks(null)}
          onDone={onGo}
        />
      )}
      {asks === "withdraw" && <WithdrawDialog line={line} onClose={() => setAsks(null)} onDone={() => setAsks(null)} />}
    </Page>
  );
}
