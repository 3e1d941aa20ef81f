/** Signing from the approval page: the answer is saved, what is signed is what was shown, then the password decides. */
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { call, useRead } from "../../data/client";
import { useDraft } from "../../data/draft";
import { useSay } from "../../data/say";
import { targetName } from "../../data/speak";
import type { Filled } from "../../fields/FormShell";
import { bodyOf } from "../../fields/registry";
import type { Answer, Blocked, CaseView, DraftView, Procedure, TaskView } from "../../types.gen";
import { word } from "../../words/i18n";
import type { TypedAll } from "../case/task";
import { codeOf, differing, keyOf, saveFill, useSign } from "../case/task";

export function useApproval(
  view: CaseView,
  task: TaskView,
  procedure: Procedure,
  drafts: DraftView[],
  onDone: (view: CaseView) => void,
) {
  const key = keyOf(task);
  const queries = useQueryClient();
  const say = useSay();
  const fill = task.fills.find((one) => one.target === "approval");
  const draft = useDraft<TypedAll>(
    { case: view.case, kind: key.task, slot: `${key.slot}/${key.round}` },
    fill?.rev ?? 0,
    {},
    drafts,
  );
  const shownManifest = useRead("task_manifest", { case: view.case, task: key }).data;
  // What was on the page when it was read first; a change behind it is said before anybody signs it.
  const shown = useRef<string | undefined>(undefined);
  shown.current ??= shownManifest?.text;
  const [busy, setBusy] = useState(false);
  const [changed, setChanged] = useState<string[]>([]);
  const [stops, setStops] = useState<Blocked[]>([]);
  const signing = useSign(view.case, key);

  const filled: Filled | undefined =
    fill && (draft.value.approval ?? { body: bodyOf("approval", fill.body), extra: fill.extra });
  const set = (field: string, value: unknown) => {
    if (!fill || !filled) return;
    const rev = draft.value.approval?.rev ?? fill.rev;
    setStops([]);
    draft.set({ ...draft.value, approval: { extra: filled.extra, body: { ...filled.body, [field]: value }, rev } });
  };

  const sign = async (password: string) => {
    if (busy) return;
    setBusy(true);
    setChanged([]);
    setStops([]);
    try {
      if (fill && draft.value.approval) {
        const rev = await saveFill(view, task, fill, draft.value.approval, "", true);
        draft.set({ ...draft.value, approval: { ...draft.value.approval, rev } });
      }
      const manifest = await call("task_manifest", { case: view.case, task: key });
      // The answer itself is this person's own; all else has to be as it was shown.
      const other = differing(shown.current ?? manifest.text, manifest.text).filter(
        (kind) => !task.fills.some((one) => one.target === kind),
      );
      shown.current = manifest.text;
      if (other.length > 0) return await heed(other);
      if (manifest.blocked.length > 0) return setStops(manifest.blocked);
      const after = await signing.sign(manifest, password);
      if (!after) return;
      await draft.drop({}).catch(() => {});
      for (const name of ["case_get", "inbox_list", "register_list", "case_timeline", "form_list"]) {
        void queries.invalidateQueries({ queryKey: [name] });
      }
      say.done(word("ui.approval.done"));
      onDone(after);
    } catch (error) {
      if (codeOf(error) === "conflict") {
        const manifest = await call("task_manifest", { case: view.case, task: key });
        const other = differing(shown.current ?? "", manifest.text);
        shown.current = manifest.text;
        await heed(other);
      }
      say.failed(error, procedure);
    } finally {
      setBusy(false);
    }
  };

  const heed = async (kinds: string[]) => {
    setChanged(kinds.map(targetName));
    await queries.invalidateQueries({ queryKey: ["case_get"] });
  };

  return {
    manifest: shownManifest,
    answer: (filled?.body.answer ?? null) as Answer | null,
    reason: String(filled?.body.reason ?? ""),
    backTo: String(filled?.body.back_to ?? ""),
    set,
    sign,
    busy,
    changed,
    stops,
    tried: signing.tried,
  };
}
