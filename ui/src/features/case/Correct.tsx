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
import { bodyOf } from "../../fields/registry";
import { Refusal } from "../../transport";
import type { CaseView, DraftView, Procedure, Section, SectionView, TaskKey } from "../../types.gen";
import { useKeys } from "../../ui/keys";
import { Notice } from "../../ui/Page";
import { word } from "../../words/i18n";
import { Labelled } from "./Labelled";
import { bodiesThatCount } from "./stand";
import { EDITORS } from "./task/editors";

/** What is being corrected: the body, and why. */
interface Correction extends Filled {
  why: string;
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
  const initial: Correction = useMemo(
    () => ({ body: bodyOf(target, section.row.body), extra: section.row.extra ?? {}, why: "" }),
    [target, section],
  );
  const key = { case: view.case, kind: target, slot: `correct/${section.row.slot}/${section.row.round}` };
  const draft = useDraft<Correction>(key, section.rev, initial, drafts);
  // A correction is of the revision that was on the screen; what others save meanwhile is a conflict, never overwritten.
  const [rev] = useState(draft.restored ?? section.rev);
  const save = useWrite("section_save");
  const say = useSay();
  const queries = useQueryClient();
  const conflict = save.error instanceof Refusal && save.error.error.code === "conflict";
  const send = (on: number) => {
    if (save.isPending) return;
    const body = { kind: target, body: draft.value.body } as unknown as Section;
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
  useKeys({ "Ctrl+s": () => void draft.keep().catch(() => {}), "Ctrl+Enter": () => send(rev) });
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
          <Button onClick={() => send(section.rev)}>{word("ui.case.correct_over", { n: section.rev })}</Button>
        )}
        <Button type="primary" loading={save.isPending} onClick={() => send(rev)}>
          {word("ui.case.correct_act")} <kbd>Ctrl Enter</kbd>
        </Button>
        {save.error && (
          <p className="bad small case-refused" role="alert">
            {sentences(save.error, procedure).join(" ")}
          </p>
        )}
      </div>
    </>
  );
}
