/** A draft of a procedure: forms, picture, text and differences, with the proof running while it is typed. */
import { Button, Input, Segmented } from "antd";
import type { ReactElement } from "react";
import { useEffect, useMemo, useState } from "react";
import { useRead } from "../../../data/client";
import { useSay } from "../../../data/say";
import { useSession } from "../../../data/session";
import type { Checked, DraftView, FaultView, ProcedureLine } from "../../../types.gen";
import { useKeys } from "../../../ui/keys";
import { Empty, Notice, Page } from "../../../ui/Page";
import { named, word } from "../../../words/i18n";
import { Compare } from "../Compare";
import { PictureView } from "../PictureView";
import { WithdrawDialog } from "../WithdrawDialog";
import { type Head, type Part, partOf } from "./faults";
import { DocumentForm, LimitsForm, RolesForm } from "./HeadForms";
import { IssueDialog } from "./IssueDialog";
import { FieldsForm, ListsForm } from "./ListForms";
import { Outline } from "./Outline";
import { DocumentsForm, FormsForm, TermsForm } from "./PaperForms";
import { Proof } from "./Proof";
import { EditContext } from "./parts";
import { StageForm } from "./StageForm";
import { TaskForm } from "./TaskForm";
import { useEditor } from "./useEditor";
import { DesksForm, DutiesForm, ReopenForm } from "./WorkForms";

const TABS = ["forms", "picture", "text", "differences"] as const;
type Tab = (typeof TABS)[number];

const HEAD_FORMS: Record<Head, () => ReactElement> = {
  document: DocumentForm,
  terms: TermsForm,
  documents: DocumentsForm,
  roles: RolesForm,
  limits: LimitsForm,
  lists: ListsForm,
  fields: FieldsForm,
  forms: FormsForm,
  desks: DesksForm,
  reopen: ReopenForm,
  duties: DutiesForm,
};

export function EditorPage({
  line,
  lines,
  onLeave,
}: {
  line: ProcedureLine;
  lines: ProcedureLine[];
  onLeave: () => void;
}): ReactElement {
  const view = useRead("procedure_check", { procedure: line.id, text: null, typed: null });
  const drafts = useRead("draft_list", { case: null });
  // A draft is taken up once, when the list is fresh.
  const [fresh, setFresh] = useState(false);
  if (!fresh && drafts.isSuccess && !drafts.isFetching) setFresh(true);
  if (!fresh || !view.data) return <Page title={named(line.title)}>{null}</Page>;
  return <Editor view={view.data} line={line} lines={lines} drafts={drafts.data?.drafts ?? []} onLeave={onLeave} />;
}

function Editor({
  view,
  line,
  lines,
  drafts,
  onLeave,
}: {
  view: Checked;
  line: ProcedureLine;
  lines: ProcedureLine[];
  drafts: DraftView[];
  onLeave: () => void;
}): ReactElement {
  const editor = useEditor(line.id, view, drafts);
  const { procedure, checked } = editor;
  const mayIssue = useSession().may("work");
  const say = useSay();
  const [tab, setTab] = useState<Tab>(view.procedure ? "forms" : "text");
  const [part, setPart] = useState<Part>({ is: "document" });
  const [asks, setAsks] = useState<"issue" | "withdraw" | null>(null);
  const [busy, setBusy] = useState(false);
  // A new one each time: whoever is there already jumps again.
  const [jump, setJump] = useState<{ to: string } | null>(null);
  const faults = useMemo(() => checked?.faults ?? [], [checked]);
  const before = lines
    .filter((one) => one.number === line.number && one.id !== line.id && one.state !== "draft")
    .at(-1);

  const save = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await editor.save();
      say.done(word("ui.procedures.edit.saved"));
    } catch (error) {
      say.failed(error, procedure ?? undefined);
    } finally {
      setBusy(false);
    }
  };
  useKeys({ "Ctrl+s": () => void save() });

  const go = (fault: FaultView) => {
    const where = partOf(fault.path);
    if (where && procedure) {
      setJump({ to: fault.path });
      setPart(where);
      setTab("forms");
    } else {
      setJump(fault.line === null ? null : { to: `line ${fault.line}` });
      setTab("text");
    }
  };
  // Who jumps to a fault stands in its field.
  useEffect(() => {
    if (!jump) return;
    const { to } = jump;
    if (to.startsWith("line ")) return showLine(Number(to.slice(5)));
    const fields = [...document.querySelectorAll<HTMLElement>(".procedure-form [data-at]")];
    const found = fields.filter((one) => to === one.dataset.at || to.startsWith(`${one.dataset.at}.`)).at(-1);
    found?.scrollIntoView({ block: "center" });
    const field = found?.querySelector<HTMLElement>("input, textarea") ?? found?.querySelector<HTMLElement>("button");
    field?.focus();
  }, [jump]);

  const proved = checked !== null && !editor.checking && checked.faults.length === 0 && editor.failed.length === 0;
  const HeadForm = part.is === "stage" || part.is === "task" ? null : HEAD_FORMS[part.is];
  const act = part.is === "task" ? (procedure?.stage[part.stage]?.task[part.task]?.id ?? null) : null;
  return (
    <Page
      title={procedure ? named(procedure.title) : named(line.title)}
      head={
        <>
          <span className="second procedure-number">{procedure?.number ?? line.number}</span>
          <span className="chip">
            {word("ui.procedures.edit.draft_of", { version: procedure?.version ?? line.version })}
          </span>
          <span className="small second" role="status">
            {word(editor.unsaved ? "ui.procedures.edit.unsaved" : "ui.procedures.edit.all_saved")}
          </span>
          <span className="grow" />
          <Button onClick={() => setAsks("withdraw")}>{word("ui.procedures.edit.drop")}</Button>
          <Button onClick={() => void save()} disabled={!editor.unsaved} loading={busy} title="Ctrl S">
            {word("ui.procedures.edit.save")}
          </Button>
          {mayIssue && (
            <Button type="primary" disabled={!proved} onClick={() => setAsks("issue")}>
              {word("ui.procedures.edit.issue")}
            </Button>
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
              label: word(`ui.procedures.edit.tab.${one}`),
            }))}
            value={tab}
            onChange={setTab}
          />
          {editor.behind && (
            <Notice
              action={<Button onClick={() => void editor.forget()}>{word("ui.procedures.edit.take_saved")}</Button>}
            >
              {word("ui.procedures.edit.behind")}
            </Notice>
          )}
        </div>
        <div className="procedure-body">
          {tab !== "text" && tab !== "differences" && !procedure && (
            <section className="panel grow">
              <Empty title={word("ui.procedures.edit.unread")} text={word("ui.procedures.edit.unread_text")}>
                <Button onClick={() => setTab("text")}>{word("ui.procedures.edit.tab.text")}</Button>
              </Empty>
            </section>
          )}
          {tab === "forms" && procedure && (
            <EditContext.Provider value={{ procedure, faults, change: editor.change }}>
              <Outline chosen={part} onGo={setPart} />
              <section
                key={JSON.stringify(part)}
                className="panel procedure-main scroll"
                aria-label={word("ui.procedures.edit.tab.forms")}
              >
                {HeadForm && <HeadForm />}
                {part.is === "stage" && <StageForm stage={part.stage} onGo={setPart} />}
                {part.is === "task" && <TaskForm stage={part.stage} task={part.task} />}
              </section>
            </EditContext.Provider>
          )}
          {tab === "picture" && procedure && (
            <section className="panel procedure-main">
              <PictureView
                procedure={procedure}
                chosen={act}
                onChoose={(id) => {
                  const stage = procedure.stage.findIndex((one) => one.task.some((task) => task.id === id));
                  const task = procedure.stage[stage]?.task.findIndex((one) => one.id === id) ?? 0;
                  setPart({ is: "task", stage, task });
                  setTab("forms");
                }}
              />
            </section>
          )}
          {tab === "text" && (
            <section className="panel procedure-main">
              <Input.TextArea
                className="procedure-source"
                aria-label={word("ui.procedures.edit.tab.text")}
                spellCheck={false}
                value={editor.text}
                onChange={(e) => editor.write(e.target.value)}
              />
            </section>
          )}
          {tab === "differences" && before && <Compare a={before} b={line} />}
          {tab !== "differences" && (
            <Proof
              checked={checked}
              checking={editor.checking}
              failed={editor.failed}
              procedure={procedure}
              onGo={go}
            />
          )}
        </div>
      </div>
      {asks === "issue" && procedure && (
        <IssueDialog
          line={line}
          procedure={procedure}
          save={editor.save}
          onClose={() => setAsks(null)}
          onDone={() => setAsks(null)}
        />
      )}
      {asks === "withdraw" && <WithdrawDialog line={line} onClose={() => setAsks(null)} onDone={onLeave} />}
    </Page>
  );
}

/** Marks a line of the text and brings it into sight. */
function showLine(n: number): void {
  const area = document.querySelector<HTMLTextAreaElement>("textarea.procedure-source");
  if (!area) return;
  const lines = area.value.split("\n");
  const start = lines.slice(0, n - 1).reduce((sum, line) => sum + line.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[n - 1]?.length ?? 0));
  const height = Number.parseFloat(getComputedStyle(area).lineHeight) || 18;
  area.scrollTop = Math.max(0, (n - 8) * height);
}
