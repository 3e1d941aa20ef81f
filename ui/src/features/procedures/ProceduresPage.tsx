/** 规程: the controlled documents, and one version of one as it stands — its picture, tasks, roles, terms and text. */
import { Button, Segmented, Select } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useLocation, useParams } from "wouter";
import { useRead } from "../../data/client";
import { useNow } from "../../data/clock";
import { sentences } from "../../data/speak";
import type { ProcedureLine } from "../../types.gen";
import { Empty, Notice, Page } from "../../ui/Page";
import { today } from "../../ui/time";
import { named, word } from "../../words/i18n";
import { About } from "./About";
import { PictureView } from "./PictureView";
import "./procedures.css";
import { Roles } from "./Roles";
import { TaskCard } from "./TaskCard";
import { TaskTable } from "./TaskTable";

const TABS = ["picture", "tasks", "roles", "about", "text"] as const;
type Tab = (typeof TABS)[number];

export function ProceduresPage(): ReactElement {
  const { id } = useParams<{ id?: string }>();
  const [, go] = useLocation();
  const list = useRead("procedure_list", {});
  const lines = list.data?.procedures ?? [];
  const now = useNow();
  const shown = id === undefined ? inForce(lines, today(now)) : lines.find((line) => `${line.id}` === id);
  if (list.isError) {
    return (
      <Page title={word("ui.procedures.title")}>
        <Notice tone="bad" action={<Button onClick={() => void list.refetch()}>{word("ui.error.retry")}</Button>}>
          {sentences(list.error).join(" ")}
        </Notice>
      </Page>
    );
  }
  if (!list.data) return <Page title={word("ui.procedures.title")}>{null}</Page>;
  if (!shown) {
    return (
      <Page title={word("ui.procedures.title")}>
        <section className="panel grow">
          <Empty title={word("ui.procedures.none")} text={word("ui.procedures.none_text")}>
            {lines.length > 0 && <Button onClick={() => go("/procedures?")}>{word("ui.procedures.to_force")}</Button>}
          </Empty>
        </section>
      </Page>
    );
  }
  return <Version key={shown.id} line={shown} lines={lines} onGo={(next) => go(`/procedures/${next}?`)} />;
}

/** The issued version that took effect last; else the newest. */
function inForce(lines: ProcedureLine[], day: string): ProcedureLine | undefined {
  const issued = lines.filter((line) => line.state === "issued" && (line.effective ?? "") <= day);
  return issued.sort((a, b) => (a.effective ?? "").localeCompare(b.effective ?? "")).at(-1) ?? lines.at(-1);
}

function Version({
  line,
  lines,
  onGo,
}: {
  line: ProcedureLine;
  lines: ProcedureLine[];
  onGo: (id: number) => void;
}): ReactElement {
  const view = useRead("procedure_get", { procedure: line.id });
  const [tab, setTab] = useState<Tab>("picture");
  const [chosen, setChosen] = useState<string | null>(null);
  const procedure = view.data?.procedure;
  const first = procedure?.stage[0]?.task[0]?.id ?? null;
  const task = chosen ?? first;
  const choose = (next: string) => setChosen(next);
  return (
    <Page
      title={named(line.title)}
      head={
        <>
          <span className="second procedure-number">{line.number}</span>
          <span className="chip">{word(`ui.procedures.state.${line.state}`)}</span>
          {line.effective && (
            <span className="small second">{word("ui.procedures.effective", { day: line.effective })}</span>
          )}
          <span className="grow" />
          <Select
            aria-label={word("ui.procedures.versions")}
            value={line.id}
            onChange={onGo}
            popupMatchSelectWidth={false}
            options={lines.map((one) => ({
              value: one.id,
              label: word("ui.procedures.version", {
                number: one.number,
                version: one.version,
                state: word(`ui.procedures.state.${one.state}`),
              }),
            }))}
          />
        </>
      }
    >
      <div className="procedure">
        <div className="row procedure-tabs">
          <Segmented
            tabIndex={-1}
            aria-label={word("ui.procedures.parts")}
            options={TABS.map((one) => ({ value: one, label: word(`ui.procedures.tab.${one}`) }))}
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
        {procedure && view.data && (
          <div className="procedure-body">
            {tab === "picture" && (
              <>
                <section className="panel procedure-main">
                  <PictureView procedure={procedure} chosen={task} onChoose={choose} />
                </section>
                {task && <TaskCard procedure={procedure} task={task} onChoose={choose} />}
              </>
            )}
            {tab === "tasks" && <TaskTable procedure={procedure} />}
            {tab === "roles" && <Roles procedure={procedure} />}
            {tab === "about" && <About procedure={procedure} />}
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
    </Page>
  );
}
