/** Correcting what stands, with a reason (I-13). Whether it may be corrected is said by the house when it is tried. */

import { useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import type { ReactElement } from "react";
import { useMemo, useState } from "react";
import { stale, useWrite } from "../../data/client";
import { useDraft } from "../../data/draft";
import { useSay } from "../../data/say";
import { sentences, targetName } from "../../data/speak";
import { FormContext, NOTHING_SHARED } from "../../fields/context";
import type { Filled } from "../../fields/FormShell";
import { FormShell } from "../../fields/FormShell";
import { labelOf } from "../../fields/label";
import type { Body } from "../../fields/registry";
import { bodyOf } from "../../fields/registry";
import { Refusal } from "../../transport";
import type { CaseView, DraftView, Procedure, Section, SectionView, TaskKey } from "../../types.gen";
import { useKeys } from "../../ui/keys";
import { Notice } from "../../ui/Page";
import { word } from "../../words/i18n";
import { Labelled } from "./Labelled";
import { meanwhile } from "./meanwhile";
import { bodiesThatCount } from "./stand";
import { EDITORS } from "./task/editors";

/** What is being corrected: the body, and why. */
interface Correction extends Filled {
  why: string;
  /** What stood there when it was begun; kept with the draft, to tell others' changes from one's own. */
  base: Body;
}

/** The task row of a decision; work has none of its own. */
function taskOfSlot(section: SectionView): TaskKey | null {
  const [task, ...slot] = section.row.slot.split("/");
  return task ? { task, slot: slot.join("/"), round: section.row.round } : null;
}

export function Correct({
  view,
  procedure,
  section,
  drafts,
  onClose,
}: {
  view: CaseView;
  procedure: Procedure;
  section: SectionView;
  drafts: DraftView[];
  onClose: () => void;
}): ReactElement {
  const target = section.row.kind;
  const initial: Correction = useMemo(() => {
    const body = bodyOf(target, section.row.body);
    return { body, extra: section.row.extra ?? {}, why: "", base: body };
  }, [target, section]);
  const key = { case: view.case, kind: target, slot: `correct/${section.row.slot}/${section.row.round}` };
  const draft = useDraft<Correction>(key, section.rev, initial, drafts);
  // A correction is of the revision that was on the screen; what others save meanwhile is a conflict, never overwritten.
  const [rev] = useState(draft.restored ?? section.rev);
  const save = useWrite("section_save");
  const say = useSay();
  const queries = useQueryClient();
  const conflict = save.error instanceof Refusal && save.error.error.code === "conflict";
  const other = meanwhile(draft.value.base, bodyOf(target, section.row.body), draft.value.body);
  const send = (on: number, with_: Body) => {
    if (save.isPending) return;
    const body = { kind: target, body: with_ } as unknown as Section;
    save.mutate(
      {
        case: view.case,
        task: taskOfSlot(section),
        rev: on,
        section: body,
        extra: draft.value.extra,
        reason: draft.value.why,
      },
      {
        onSuccess: () => {
          say.done(word("ui.case.corrected", { name: targetName(target) }));
          void draft.drop(initial).catch(() => {});
          onClose();
        },
        // What others saved meanwhile is fetched, so that it can be looked at before anybody decides.
        onError: () => stale(queries, "section_save"),
      },
    );
  };
  const leave = () => {
    void draft.drop(initial).catch(() => {});
    onClose();
  };
  const namesOf = (fields: string[]) =>
    fields.map((field) => word("ui.case.quoted", { name: labelOf(`${target}.${field}`) })).join("");
  const mine = () => send(rev, draft.value.body);
  useKeys({ "Ctrl+s": () => void draft.keep().catch(() => {}), "Ctrl+Enter": mine });
  const shared = useMemo(
    () => ({ ...NOTHING_SHARED, case: view.case, procedure, bodies: bodiesThatCount(view), editors: EDITORS }),
    [view, procedure],
  );
  return (
    <>
      <div className="scroll grow case-sheet">
        <Notice>{word("ui.case.correct_text")}</Notice>
        <FormContext.Provider value={shared}>
          <FormShell
            target={target}
            title={false}
            value={draft.value}
            onChange={(filled) => draft.set((before) => ({ ...before, ...filled }))}
          />
        </FormContext.Provider>
      </div>
      <div className="strip case-correct">
        <Labelled label={word("ui.case.correct_why")} className="grow">
          {(id) => (
            <Input
              id={id}
              value={draft.value.why}
              onChange={(event) => draft.set((before) => ({ ...before, why: event.target.value }))}
            />
          )}
        </Labelled>
        <Button onClick={leave}>{word("ui.case.cancel")}</Button>
        {conflict && (
          <Button onClick={() => send(section.rev, other.merged)}>
            {word("ui.case.correct_over", { n: section.rev })}
          </Button>
        )}
        <Button type="primary" loading={save.isPending} onClick={mine}>
          {word("ui.case.correct_act")} <kbd>Ctrl Enter</kbd>
        </Button>
        {save.error && (
          <p className="bad small case-refused" role="alert">
            {sentences(save.error, procedure).join(" ")}
            {conflict && other.theirs.length > 0 && ` ${word("ui.case.theirs", { fields: namesOf(other.theirs) })}`}
            {conflict && other.both.length > 0 && ` ${word("ui.case.both", { fields: namesOf(other.both) })}`}
          </p>
        )}
      </div>
    </>
  );
}
