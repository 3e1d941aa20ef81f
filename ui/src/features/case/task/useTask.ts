/** What a task form does: keeps what is typed, saves it, hands the task in, signs it, and heeds what changed meanwhile. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { call } from "../../../data/client";
import type { Draft } from "../../../data/draft";
import { useDraft } from "../../../data/draft";
import { useSay } from "../../../data/say";
import type { Filled } from "../../../fields/FormShell";
import { isRecord } from "../../../fields/registry";
import type { CaseView, DraftView, Fill, ManifestView, Procedure, Task, TaskView } from "../../../types.gen";
import type { TypedAll } from "./fills";
import { blockedHere, changed, isOffered, keyOf, outdated, same, shownOf, standing } from "./fills";
import { codeOf, goesOn, needsReason, saveFill, write } from "./save";
import { differing, useSign } from "./sign";

export interface TaskProps {
  view: CaseView;
  task: TaskView;
  procedure: Procedure;
  drafts: DraftView[];
  onDone: (view: CaseView) => void;
}

/** What waits for an answer in place. */
export type Asking =
  | { is: "reason"; then: "save" | "submit" }
  | { is: "sign"; manifest: ManifestView; changed: string[] };

export function useTask({ view, task, procedure, drafts, onDone }: TaskProps, of: Task | undefined) {
  const key = keyOf(task);
  const queries = useQueryClient();
  const say = useSay();
  const rev = Math.max(0, ...task.fills.map((fill) => fill.rev));
  const slot = `${key.slot}/${key.round}`;
  const draft: Draft<TypedAll> = useDraft<TypedAll>({ case: view.case, kind: key.task, slot }, rev, {}, drafts);
  const [busy, setBusy] = useState(false);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const signing = useSign(view.case, key);
  const typed = draft.value;
  // The newest, for what goes on after an answer of the house.
  const now = useRef({ typed, task });
  now.current = { typed, task };

  const blocked = useMemo(() => blockedHere(task, of?.needs ?? [], typed), [task, of, typed]);

  const set = useCallback(
    (fill: Fill, next: Filled) =>
      draft.set((before) => ({ ...before, [fill.target]: { ...next, rev: before[fill.target]?.rev ?? fill.rev } })),
    [draft.set],
  );

  /** Mine stays, on the revision that stands now; or it goes, and what stands is shown. */
  const choose = (fill: Fill, mine: boolean) => {
    const { [fill.target]: of, ...others } = typed;
    if (mine && of) draft.set({ ...others, [fill.target]: { ...of, rev: fill.rev } });
    else if (Object.keys(others).length > 0) draft.set(others);
    else void draft.drop({}).catch(() => {});
  };

  const refresh = () => queries.invalidateQueries({ queryKey: ["case_get"] });

  /** Saves what was typed, and what was offered. Of what is handed in, the records are over. */
  const saveAll = async (reason: string, over: boolean) => {
    const before = now.current.typed;
    const open = (fill: Fill) =>
      over &&
      isRecord(fill.target) &&
      !goesOn(procedure, key.task, fill.target, shownOf(fill, before).body) &&
      view.records.some((one) => one.record === fill.record && one.row.state === "open");
    const send = new Set([...changed(task, before), ...task.fills.filter((fill) => isOffered(fill) || open(fill))]);
    const saved: [string, number][] = [];
    for (const fill of send) {
      const mine = before[fill.target] ?? { ...standing(fill), rev: fill.rev };
      saved.push([
        fill.target,
        await saveFill(view, task, fill, mine, reason, over && !goesOn(procedure, key.task, fill.target, mine.body)),
      ]);
    }
    if (saved.length > 0) await Promise.all([refresh(), queries.invalidateQueries({ queryKey: ["case_timeline"] })]);
    // What was typed while it was sent stays, on the revision that it became.
    const left: Record<string, TypedAll[string]> = {};
    for (const [target, mine] of Object.entries(now.current.typed)) {
      const became = saved.find(([name]) => name === target)?.[1];
      const sent = before[target];
      if (sent && same(mine, sent)) continue;
      left[target] = became === undefined ? mine : { ...mine, rev: became };
    }
    if (Object.keys(left).length > 0) draft.set(left);
    else await draft.drop({}).catch(() => {});
    setSavedAt(new Date().toISOString());
  };

  /** Saves before the task is got over in another way; what is refused is thrown, and nothing goes on. */
  const keepFor = () => saveAll("", true);

  const guard = async (then: "save" | "submit", act: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    try {
      await act();
    } catch (error) {
      if (needsReason(error)) setAsking({ is: "reason", then });
      else {
        if (codeOf(error) === "conflict") await refresh();
        say.failed(error, procedure);
      }
    } finally {
      setBusy(false);
    }
  };

  const save = (reason = "") =>
    guard("save", async () => {
      await saveAll(reason, false);
      setAsking(null);
    });

  const submit = (reason = "") =>
    guard("submit", async () => {
      await saveAll(reason, true);
      if (of?.signs) {
        const manifest = await call("task_manifest", { case: view.case, task: key });
        signing.forget();
        setAsking({ is: "sign", manifest, changed: [] });
      } else {
        setAsking(null);
        finish(
          await write("task_do", { case: view.case, task: key, step: "done", reason: "", behalf: null, paper: null }),
        );
      }
    });

  const finish = (after: CaseView) => {
    for (const name of ["inbox_list", "register_list", "case_timeline", "form_list"]) {
      void queries.invalidateQueries({ queryKey: [name] });
    }
    queries.setQueryData(["case_get", { case: view.case, number: null }], after);
    void refresh();
    onDone(after);
  };

  const sign = (password: string) =>
    guard("submit", async () => {
      if (asking?.is !== "sign") return;
      try {
        const after = await signing.sign(asking.manifest, password);
        if (after) {
          setAsking(null);
          finish(after);
        }
      } catch (error) {
        if (codeOf(error) !== "conflict") throw error;
        // What was shown is not what stands: say what changed, and ask again over the new text.
        const manifest = await call("task_manifest", { case: view.case, task: key });
        await refresh();
        setAsking({ is: "sign", manifest, changed: differing(asking.manifest.text, manifest.text) });
      }
    });

  return {
    typed,
    set,
    blocked,
    outdated: outdated(task, typed),
    choose,
    save,
    keepFor,
    submit,
    sign,
    tried: signing.tried,
    asking,
    cancel: () => setAsking(null),
    finish,
    busy,
    keptAt: draft.savedAt,
    dirty: draft.dirty,
    keep: draft.keep,
    restored: draft.restored !== null,
    savedAt,
  };
}
