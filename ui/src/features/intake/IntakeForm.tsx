/** The form of the intake: who and how, what product, which words, what is asked for; similar cases at the side. */
import { Button } from "antd";
import type { KeyboardEvent, ReactElement, ReactNode } from "react";
import { useEffect, useMemo, useRef } from "react";
import { useLocation } from "wouter";
import { useNow } from "../../data/clock";
import type { InForce } from "../../data/masters";
import { fieldName } from "../../data/speak";
import { useFilesAnywhere } from "../../fields/anywhere";
import { FormContext, NOTHING_SHARED } from "../../fields/context";
import { Field } from "../../fields/Field";
import { ErrorSummary, focusField } from "../../fields/FormShell";
import type { Body } from "../../fields/registry";
import { fieldsOf } from "../../fields/registry";
import type { DraftView, Procedure } from "../../types.gen";
import { ActionStrip } from "../../ui/ActionStrip";
import { isComposing, nameOf, useKeys } from "../../ui/keys";
import { Notice, Page } from "../../ui/Page";
import { local, moment } from "../../ui/time";
import { word } from "../../words/i18n";
import { Attachments, useTaking } from "./Attachments";
import { besides, neededBy } from "./ask";
import { More } from "./More";
import { ProductRows } from "./ProductRows";
import { Readout } from "./Readout";
import type { Waiting } from "./register";
import { isSaid, lacking } from "./register";
import { Dropdown, Segments } from "./Segments";
import { Similar } from "./Similar";
import { blank, useIntake } from "./useIntake";
import { WhichProcedure } from "./WhichProcedure";

const ALL = fieldsOf("complaint");
const EDITORS = {
  "complaint.channel": Segments,
  "complaint.class": Segments,
  "complaint.format": Dropdown,
  "complaint.acknowledged": Segments,
  "complaint.samples": Segments,
};

export function IntakeForm({
  all,
  usual,
  drafts,
  onNext,
}: {
  all: readonly InForce[];
  /** The procedure that is meant while nobody has chosen one. */
  usual: Procedure;
  drafts: DraftView[];
  onNext: () => void;
}): ReactElement {
  const [, go] = useLocation();
  const now = useNow();
  const work = useIntake(all, usual, drafts);
  const { draft, procedure, errors, refused } = work;
  const { body } = draft.value;
  const setBody = (next: Body) => draft.set((before) => ({ ...before, body: next }));
  const taking = useTaking((files: Waiting[]) =>
    draft.set((before) => {
      const here = new Set(before.files.map((one) => one.file));
      return { ...before, files: [...before.files, ...files.filter((one) => !here.has(one.file))] };
    }),
  );
  useFilesAnywhere((files) => void taking.take(files));

  const required = useMemo(() => neededBy(procedure), [procedure]);
  const asked = useMemo(() => besides(required), [required]);
  const missing = lacking(required, (name) => isSaid(name, body));
  useEffect(() => {
    const first = [...refused.keys()][0];
    if (first) focusField(first);
  }, [refused]);

  const panes = useRef<HTMLDivElement>(null);
  const other = () => {
    const [form, side] = panes.current?.querySelectorAll<HTMLElement>("[data-pane]") ?? [];
    const next = form?.contains(document.activeElement) ? side : form;
    next?.querySelector<HTMLElement>("input, textarea, button")?.focus();
  };
  useKeys({
    "Ctrl+s": () => void draft.keep().catch(() => {}),
    "Ctrl+Enter": () => void work.send(),
    F6: other,
  });
  // Before a list that drops down takes Ctrl+Enter for itself and lies over what is said to be missing.
  const before = (event: KeyboardEvent) => {
    if (isComposing(event) || nameOf(event) !== "Ctrl+Enter") return;
    event.preventDefault();
    event.stopPropagation();
    void work.send();
  };
  const shared = { ...NOTHING_SHARED, procedure, required, errors, editors: EDITORS };
  const field = (name: string, more: { autoFocus?: boolean; hint?: string } = {}) => {
    const one = ALL.find((candidate) => candidate.name === name);
    return (
      one && (
        <Field
          key={name}
          target="complaint"
          field={one}
          value={body[name]}
          onChange={(value) => draft.set((before) => ({ ...before, body: { ...before.body, [name]: value } }))}
          {...more}
        />
      )
    );
  };
  const open = (of: number) => go(`/cases/${of}`);

  return (
    <Page
      title={
        <>
          {word("ui.intake.title")}{" "}
          <span className="small dim intake-when">
            {word("ui.intake.heard", { at: moment(String(body.received_at ?? now), now) })}
          </span>
        </>
      }
      head={
        <>
          <span className="grow" />
          <span className="small dim intake-how">{word("ui.intake.how")}</span>
        </>
      }
    >
      <div className="intake" ref={panes} role="presentation" onKeyDownCapture={before}>
        <section className="panel col intake-main" data-pane="form" aria-label={word("ui.intake.title")}>
          <div className="scroll grow">
            {draft.restored !== null && (
              <Notice action={<Button onClick={() => void draft.drop(blank())}>{word("ui.intake.forget")}</Button>}>
                {word("ui.intake.restored")}
              </Notice>
            )}
            <FormContext.Provider value={shared}>
              <ErrorSummary errors={errors} />
              {all.length > 1 && (
                <WhichProcedure
                  all={all}
                  chosen={procedure}
                  choose={(number) => draft.set((before) => ({ ...before, procedure: number }))}
                />
              )}
              <Part title={word("ui.intake.source")} hint={word("ui.intake.source_hint")}>
                {field("customer", { autoFocus: true })}
                {field("contact")}
                {field("phone")}
                {field("received_at")}
                {field("channel")}
              </Part>
              <Part title={word("ui.intake.product")} hint={word("ui.intake.product_hint")}>
                <ProductRows body={body} onChange={setBody} />
              </Part>
              <Part title={word("ui.intake.what")} hint={word("ui.intake.what_hint")}>
                {field("words", { hint: word("ui.intake.as_said") })}
                {field("class")}
              </Part>
              {asked.length > 0 && (
                <Part title={word("ui.intake.besides")} hint={word("ui.intake.besides_hint")} own>
                  {asked.map((name) => field(name))}
                </Part>
              )}
              <Part title={word("ui.intake.demand")} hint={word("ui.intake.demand_hint")}>
                {field("demand")}
                {field("reply_due")}
                {field("format")}
                {field("customer_no")}
                {field("acknowledged")}
                {field("samples")}
              </Part>
              <Part title={word("ui.intake.files")} hint={word("ui.intake.files_hint")}>
                <Attachments
                  files={draft.value.files}
                  taking={taking}
                  onRemove={(file) =>
                    draft.set((before) => ({ ...before, files: before.files.filter((one) => one.file !== file) }))
                  }
                />
              </Part>
              <More value={draft.value} asked={asked} onChange={draft.set} />
            </FormContext.Provider>
          </div>
          <ActionStrip
            reasons={[]}
            busy={work.busy}
            primary={word("ui.intake.register")}
            onPrimary={() => void work.send()}
            note={<Missing missing={missing} all={required.size} procedure={procedure} />}
            secondary={
              <>
                <span className="small dim" role="status">
                  {draft.dirty
                    ? word("ui.time.unsaved")
                    : draft.savedAt && word("ui.time.saved", { at: local(draft.savedAt).format("HH:mm") })}
                </span>
                <Button onClick={() => void draft.keep().catch(() => {})}>
                  {word("ui.intake.keep")} <kbd>Ctrl S</kbd>
                </Button>
              </>
            }
          />
        </section>
        <div className="intake-side" data-pane="similar">
          <Similar body={body} onOpen={open} />
        </div>
      </div>
      {work.done && <Readout work={work} made={work.done} procedure={procedure} onNext={onNext} onOpen={open} />}
    </Page>
  );
}

function Part({
  title,
  hint,
  own = false,
  children,
}: {
  title: string;
  hint: string;
  /** Fields that the procedure asks for: of whatever kind they are. */
  own?: boolean;
  children: ReactNode;
}): ReactElement {
  return (
    <section className="intake-part" data-own={own} aria-label={title}>
      <div>
        <h2>{title}</h2>
        <p className="small dim">{hint}</p>
      </div>
      <div className="form-grid">{children}</div>
    </section>
  );
}

/** What the procedure asks for and is not there yet. Whether it can be registered all the same is not decided here. */
function Missing({ missing, all, procedure }: { missing: string[]; all: number; procedure: Procedure }): ReactElement {
  if (missing.length === 0) return <span className="second">{word("ui.intake.complete", { n: all })}</span>;
  return (
    <span className="second">
      {word("ui.intake.lacking", { n: missing.length })}
      {missing.map((path) => (
        <button type="button" className="plain intake-missing" key={path} onClick={() => focusField(path)}>
          {fieldName(path, procedure)}
        </button>
      ))}
    </span>
  );
}
