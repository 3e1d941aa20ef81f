/** Approval (07): what is shown is what is signed; what differs from the last round; the answer, the password, done. */
import { Button, Segmented } from "antd";
import { ArrowLeft } from "lucide-react";
import type { ReactElement } from "react";
import { useMemo, useState } from "react";
import { useLocation, useParams } from "wouter";
import { useRead } from "../../data/client";
import { useNow } from "../../data/clock";
import { taskOf, useNames, useProcedure } from "../../data/masters";
import { sentences } from "../../data/speak";
import { fieldsOf } from "../../fields/registry";
import type { CaseView, DraftView, Procedure, Task, TaskView } from "../../types.gen";
import { Clocks } from "../../ui/Clocks";
import { Level } from "../../ui/Level";
import { Empty, Notice, Page } from "../../ui/Page";
import { language, named, word } from "../../words/i18n";
import { subjectOf } from "../case/task";
import { draftSource, formName, formOfTask, PaperPages, PaperTools } from "../papers";
import "./approval.css";
import { Covered } from "./Covered";
import { differences } from "./differences";
import { SignPane } from "./SignPane";
import type { Speaker } from "./say";
import { Differences, Trail } from "./Trail";
import { useApproval } from "./useApproval";

export function ApprovalPage(): ReactElement | null {
  // A slot may have a slash in it: `added:7/3`.
  const params = useParams<{ case: string; task: string; round: string; "*"?: string }>();
  const [, go] = useLocation();
  const of = Number(params.case);
  const read = useRead("case_get", { case: of, number: null });
  const drafts = useRead("draft_list", { case: of }).data?.drafts;
  const view = read.data;
  const procedure = useProcedure(view?.head.procedure);
  const task = view?.tasks.find(
    ({ row }) => row.task === params.task && row.round === Number(params.round) && row.slot === (params["*"] ?? ""),
  );
  const asked = task && taskOf(procedure, task.row.task);
  if (read.error) return <Notice tone="bad">{sentences(read.error, procedure).join(" ")}</Notice>;
  if (!view || !procedure || !drafts) return null;
  if (!task || !asked) {
    return (
      <Page title={view.head.number}>
        <Empty title={word("ui.approval.gone")} text={word("ui.approval.gone_text")}>
          <Button type="primary" onClick={() => go("/")}>
            {word("ui.approval.to_inbox")}
          </Button>
          <Button onClick={() => go(`/cases/${view.case}`)}>{word("ui.approval.back")}</Button>
        </Empty>
      </Page>
    );
  }
  return <Approval key={view.case} view={view} task={task} of={asked} procedure={procedure} drafts={drafts} />;
}

type Tab = "paper" | "differences" | "trail";

function Approval({
  view,
  task,
  of,
  procedure,
  drafts,
}: {
  view: CaseView;
  task: TaskView;
  of: Task;
  procedure: Procedure;
  drafts: DraftView[];
}): ReactElement {
  const [, go] = useLocation();
  const names = useNames();
  const files = useRead("file_list", { case: view.case }).data?.files;
  const approval = useApproval(view, task, procedure, drafts, () => go("/"));
  const kinds = useMemo(() => of.signs?.covers ?? [], [of]);
  const found = useMemo(() => differences(view, kinds, fieldsOf), [view, kinds]);
  const form = formOfTask(procedure.form, of.id);
  const source = form && draftSource(view, form.form, language());
  const [noPaper, setNoPaper] = useState(form === undefined);
  const [wanted, setWanted] = useState<"print" | "covered" | null>(null);
  const [zoom, setZoom] = useState<number | null>(null);
  const [pages, setPages] = useState(0);
  const [tab, setTab] = useState<Tab>("paper");
  // Where something differs it is shown marked; else as it prints.
  const mode = noPaper ? "covered" : (wanted ?? (found.length > 0 ? "covered" : "print"));
  const by: Speaker = useMemo(
    () => ({ names, procedure, files: new Map((files ?? []).map((file) => [file.sha256, file.name])) }),
    [names, procedure, files],
  );
  const jump = (n: number) => {
    setWanted("covered");
    setTab("paper");
    requestAnimationFrame(() => {
      const place = document.getElementById(`diff-${n}`);
      place?.scrollIntoView({ block: "center" });
      place?.focus({ preventScroll: true });
    });
  };
  return (
    <div className="approval" data-tab={tab}>
      <Head view={view} task={task} of={of} procedure={procedure} />
      <Segmented
        tabIndex={-1}
        block
        className="approval-tabs"
        aria-label={word("ui.approval.part")}
        value={tab}
        options={(["paper", "differences", "trail"] as const).map((value) => ({
          value,
          label: word(`ui.approval.tab.${value}`, { n: found.length }),
        }))}
        onChange={setTab}
      />
      <section className="approval-paper" aria-label={word("ui.approval.paper")}>
        <div className="approval-tools">
          {!noPaper && (
            <Segmented
              tabIndex={-1}
              size="small"
              aria-label={word("ui.approval.mode")}
              value={mode}
              options={[
                { value: "print" as const, label: word("ui.approval.print") },
                {
                  value: "covered" as const,
                  label: word(found.length > 0 ? "ui.approval.marked" : "ui.approval.plain"),
                },
              ]}
              onChange={setWanted}
            />
          )}
          <span className="small second grow">
            {word(mode === "print" ? "ui.approval.as_printed" : "ui.approval.as_signed")}
          </span>
          {mode === "print" && source && form && (
            <PaperTools
              source={source}
              name={`${view.head.number} ${form.form}.pdf`}
              pages={pages}
              zoom={zoom}
              onZoom={setZoom}
            />
          )}
        </div>
        <section
          className="approval-scroll"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by keys
          tabIndex={0}
          aria-label={form ? formName(form.form) : word("ui.approval.paper")}
        >
          {mode === "print" && source ? (
            <PaperPages source={source} zoom={zoom} onPages={setPages} onFailed={() => setNoPaper(true)} />
          ) : (
            <Covered view={view} kinds={kinds} found={found} by={by} />
          )}
        </section>
      </section>
      <aside className="approval-side" aria-label={word("ui.approval.aside")}>
        <section
          className="scroll grow approval-trail"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by keys
          tabIndex={0}
          aria-label={word("ui.approval.side")}
        >
          <Differences found={found} round={view.head.round} by={by} onGo={jump} />
          <Trail view={view} procedure={procedure} />
        </section>
        <SignPane
          approval={approval}
          task={task}
          of={of}
          procedure={procedure}
          view={view}
          onHanded={(after) => {
            // Asking one more leaves it here; passing it on takes it away.
            const row = after.tasks.find(
              (one) =>
                one.row.task === task.row.task && one.row.slot === task.row.slot && one.row.round === task.row.round,
            );
            if (row?.row.passed) go("/");
          }}
        />
      </aside>
    </div>
  );
}

function Head({
  view,
  task,
  of,
  procedure,
}: {
  view: CaseView;
  task: TaskView;
  of: Task;
  procedure: Procedure;
}): ReactElement {
  const now = useNow();
  const names = useNames();
  const [, go] = useLocation();
  const section = (kind: string) => view.sections.find((one) => one.counts && one.row.kind === kind)?.row;
  const complaint = section("complaint");
  const level = section("level");
  const clock = view.clocks.find(
    ({ key }) => key.task === task.row.task && key.slot === task.row.slot && key.round === task.row.round,
  );
  const about = complaint?.kind === "complaint" ? complaint.body : undefined;
  return (
    <header className="approval-head">
      <Button
        type="text"
        icon={<ArrowLeft size={18} strokeWidth={1.5} />}
        aria-label={word("ui.approval.back")}
        onClick={() => go(`/cases/${view.case}`)}
      />
      <span className="second approval-no">{view.head.number}</span>
      <h1>
        {named(of.name)} {word("ui.approval.round", { n: task.row.round })}
      </h1>
      {level?.kind === "level" && <Level severity={level.body.severity} />}
      <span className="second clip grow">
        {[subjectOf(view, task, procedure, names), about && names.customer(about.customer), about?.defect]
          .filter(Boolean)
          .join("　")}
      </span>
      {clock && <Clocks due={clock.due} customerDue={clock.customer_due} now={now} paused={clock.paused_with} />}
    </header>
  );
}
