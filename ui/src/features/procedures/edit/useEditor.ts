/**
 * The state of a procedure that is being written: as forms have it or as text, proved while it is typed, kept as a draft of
 * one's own from the first letter, and saved into the draft that the house sees.
 */
import { useEffect, useRef, useState } from "react";
import { call, useWrite } from "../../../data/client";
import { type Draft, useDraft } from "../../../data/draft";
import { sentences } from "../../../data/speak";
import type { Checked, DraftView, Procedure } from "../../../types.gen";
import { changed } from "./ops";

/** One of the two: what was typed last. */
export interface Typed {
  typed: Procedure | null;
  text: string | null;
}

export interface Editor {
  /** As forms have it; nothing while the text cannot be read. */
  procedure: Procedure | null;
  text: string;
  /** What the proof says of what stands on the screen; nothing before its first answer. */
  checked: Checked | null;
  /** What is on the screen has not been proved yet. */
  checking: boolean;
  /** Why it could not be proved at all. */
  failed: string[];
  /** It is other than what the house has. */
  unsaved: boolean;
  draft: Draft<Typed>;
  /** The draft that was found was typed on an earlier state of the house. */
  behind: boolean;
  change: (change: (copy: Procedure) => void) => void;
  write: (text: string) => void;
  save: () => Promise<number>;
  /** What the house has stands again. */
  forget: () => Promise<void>;
}

/** Typing goes on meanwhile. */
const PAUSE = 350;

const stands = (view: Checked): Typed => ({ typed: view.procedure, text: view.procedure ? null : view.text });

export function useEditor(id: number, view: Checked, drafts: DraftView[]): Editor {
  const key = { case: null, kind: "procedure", slot: `${id}` };
  const draft = useDraft<Typed>(key, view.rev, stands(view), drafts);
  const write = useWrite("procedure_draft_save");
  const [checked, setChecked] = useState<Checked | null>(null);
  const [proved, setProved] = useState<Typed | null>(null);
  const [failed, setFailed] = useState<string[]>([]);
  const [saved, setSaved] = useState<{ what: Typed; rev: number } | null>(null);
  const value = draft.value;
  const latest = useRef(value);
  latest.current = value;

  useEffect(() => {
    const prove = async () => {
      try {
        const answer = await call("procedure_check", { procedure: null, text: value.text, typed: value.typed });
        if (latest.current !== value) return;
        setChecked(answer);
        setFailed([]);
      } catch (error) {
        if (latest.current !== value) return;
        setFailed(sentences(error));
      }
      setProved(value);
    };
    const timer = window.setTimeout(() => void prove(), PAUSE);
    return () => window.clearTimeout(timer);
  }, [value]);

  const house = saved && saved.rev >= view.rev ? saved.what : stands(view);
  const unsaved = JSON.stringify(value) !== JSON.stringify(house);
  const rev = Math.max(view.rev, saved?.rev ?? 0);
  const procedure = value.typed ?? (proved === value ? (checked?.procedure ?? null) : null);
  return {
    procedure,
    text: value.text ?? (proved === value ? checked?.text : undefined) ?? view.text,
    checked,
    checking: proved !== value,
    failed,
    unsaved,
    draft,
    behind: draft.restored !== null && draft.restored < view.rev && unsaved && saved === null,
    change: (change) => {
      const base = latest.current.typed ?? checked?.procedure;
      if (base) draft.set({ typed: changed(base, change), text: null });
    },
    write: (text) => draft.set({ typed: null, text }),
    save: async () => {
      if (!unsaved) return rev;
      const what = latest.current;
      const kept = await write.mutateAsync({ procedure: id, rev, ...what });
      setSaved({ what, rev: kept.rev });
      if (latest.current === what) await draft.drop(what).catch(() => {});
      return kept.rev;
    },
    forget: async () => {
      setSaved(null);
      await draft.drop(stands(view)).catch(() => {});
    },
  };
}
