/** The state of the page: what is typed, what is wrong with it, what was registered, and which files are left over. */
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { call, requestId, stale } from "../../data/client";
import { stamp } from "../../data/clock";
import type { Draft } from "../../data/draft";
import { useDraft } from "../../data/draft";
import type { InForce } from "../../data/masters";
import { useSay } from "../../data/say";
import { fieldName } from "../../data/speak";
import type { Body } from "../../fields/registry";
import { bodyOf } from "../../fields/registry";
import { Refusal, Unreachable } from "../../transport";
import type { DraftView, Procedure } from "../../types.gen";
import { word } from "../../words/i18n";
import type { Intake, Left, Made, Sent } from "./register";
import { complaintOf, LAST_USED, putFiles, register } from "./register";

const KEY = { case: null, kind: "complaint", slot: "" };

const NOTHING_WRONG = { body: {}, wrong: new Map<string, string>() };

/** Nothing typed yet; the clock of the customer starts when the page is opened. */
export function blank(): Intake {
  const body = { ...bodyOf("complaint", null), received_at: stamp() };
  return { body, extra: {}, procedure: null, confidential: false, files: [], request: null };
}

/** Was anything typed since it was sent? */
function changed(intake: Intake): boolean {
  return JSON.stringify(complaintOf(intake)) !== JSON.stringify(intake.request?.complaint);
}

export interface Work {
  draft: Draft<Intake>;
  /** Under which it will be registered. */
  procedure: Procedure;
  /** What is still as it was when it was refused. */
  errors: ReadonlyMap<string, string>;
  /** What the last refusal said, as it was said. */
  refused: ReadonlyMap<string, string>;
  busy: boolean;
  done: Made | null;
  /** What was registered, for the dialog: the form itself is empty again. */
  was: Intake;
  left: Left | null;
  send(): Promise<void>;
  again(): Promise<void>;
}

/** `usual` is the procedure that is meant while nobody has chosen one. */
export function useIntake(all: readonly InForce[], usual: Procedure, drafts: DraftView[]): Work {
  const [initial] = useState(blank);
  const draft = useDraft<Intake>(KEY, 0, initial, drafts);
  const chosen = all.find((one) => one.procedure.number === draft.value.procedure);
  const procedure = chosen?.procedure ?? usual;
  const queries = useQueryClient();
  const say = useSay();
  const [refused, setRefused] = useState<{ body: Body; wrong: ReadonlyMap<string, string> }>(NOTHING_WRONG);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Made | null>(null);
  const [was, setWas] = useState<Intake>(initial);
  const [left, setLeft] = useState<Left | null>(null);

  const put = async (made: Made, sent: Intake, files: Intake["files"], named: string[]) => {
    // Of a request whose answer was lost, what was typed since is a correction of what it registered.
    const typed = made.before && changed(sent) ? complaintOf(sent) : null;
    const reason = word(typed ? "ui.intake.since_reason" : "ui.intake.files_reason");
    const rest = await putFiles(made.case, files, named, sent.extra, reason, typed);
    setLeft(rest.files.length > 0 || rest.unnamed ? rest : null);
    stale(queries, "file_claim");
    stale(queries, "section_save");
  };

  const send = async () => {
    if (busy || done) return;
    const request: Sent = draft.value.request ?? { id: requestId(), complaint: complaintOf(draft.value) };
    const sent: Intake = { ...draft.value, request };
    setBusy(true);
    setRefused(NOTHING_WRONG);
    // Kept before it is sent: after a crash the same request is sent again, and is carried out once.
    draft.set(sent);
    await draft.keep().catch(() => {});
    try {
      const made = await register(sent, procedure.number, request);
      setWas(sent);
      setDone(made);
      stale(queries, "case_register");
      if (all.length > 1) void remember(procedure.number);
      await draft.drop(blank()).catch(() => {});
      await put(made, sent, sent.files, []);
    } catch (error) {
      // A refusal is an answer: the next try is another request. Where nobody answered it stays the same one.
      if (!(error instanceof Unreachable)) draft.set((before) => ({ ...before, request: null }));
      if (error instanceof Refusal && error.error.code === "invalid") {
        const wrong = (one: { field: string; wrong: string }) => [one.field, word(`wrong.${one.wrong}`)] as const;
        setRefused({ body: sent.body, wrong: new Map(error.error.fields.map(wrong)) });
        if (error.error.fields.some((one) => fieldName(one.field, procedure) === "")) say.failed(error, procedure);
      } else {
        say.failed(error, procedure);
      }
    } finally {
      setBusy(false);
    }
  };

  // That the next one begins with it is a help: nothing depends on it.
  const remember = async (number: string) => {
    await call("preference_save", { name: LAST_USED, value: number }).catch(() => {});
    stale(queries, "preference_save");
  };

  const again = async () => {
    if (!done || !left) return;
    setBusy(true);
    await put(done, was, left.files, left.unnamed?.files ?? []);
    setBusy(false);
  };

  // What was changed since is not known to be wrong: it is no longer called so.
  const { body } = draft.value;
  const errors = useMemo(() => {
    const unchanged = ([path]: [string, string]) => {
      const name = path.split(".")[1] ?? "";
      return JSON.stringify(body[name]) === JSON.stringify(refused.body[name]);
    };
    return new Map([...refused.wrong].filter(unchanged));
  }, [refused, body]);

  return { draft, procedure, errors, refused: refused.wrong, busy, done, was, left, send, again };
}
