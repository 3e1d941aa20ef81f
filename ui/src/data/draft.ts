/**
 * What is being typed is kept as it is typed: after a short pause, when the window is left, when the house answers
 * again, and at Ctrl+S. A draft is the person's own; it survives a crash, an expired session and a switch of user.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { transport } from "../transport";
import type { DraftView } from "../types.gen";
import { call } from "./client";
import { stamp } from "./clock";
import { onReached } from "./reach";

export interface DraftKey {
  case: number | null;
  kind: string;
  slot: string;
}

export interface Draft<T> {
  value: T;
  set: (next: T | ((before: T) => T)) => void;
  /** When it was kept last; nothing while nothing was typed. */
  savedAt: string | null;
  /** Something was typed that is not kept yet. */
  dirty: boolean;
  /** A draft was there: typed on this revision. */
  restored: number | null;
  /** Keeps it now. */
  keep: () => Promise<void>;
  /** It has become evidence, or is not wanted: the draft goes. */
  drop: (next: T) => Promise<void>;
}

const PAUSE = 800;

/** Windows and pages that still hold something: all are kept before a window goes. */
const open = new Set<(leaving: boolean) => Promise<void>>();
let hooked = false;

/** Whose turn it is at this screen. What one person typed must never be kept as the draft of the next. */
let turn = 0;

/** Somebody else signs in: what was open is kept no more. Call `keepAll` before. */
export function nextTurn(): void {
  turn += 1;
}

/** Keeps everything that is typed anywhere in this window; `leaving` when the window goes. */
export async function keepAll(leaving = false): Promise<void> {
  await Promise.allSettled([...open].map((keep) => keep(leaving)));
}

function same(a: DraftKey, b: DraftView["which"]): boolean {
  return a.case === b.case && a.kind === b.kind && a.slot === b.slot;
}

/** A draft for this key, or what stands in the house (`initial`, of revision `rev`). `drafts` are those of `draft_list`. */
export function useDraft<T>(key: DraftKey, rev: number, initial: T, drafts: DraftView[]): Draft<T> {
  const found = drafts.find((draft) => same(key, draft.which));
  const [state, setState] = useState<{ value: T; savedAt: string | null; dirty: boolean; restored: number | null }>(
    () => {
      const text = found && parse<T>(found.text);
      return text === undefined
        ? { value: initial, savedAt: null, dirty: false, restored: null }
        : { value: text, savedAt: found?.saved ?? null, dirty: false, restored: found?.base_rev ?? null };
    },
  );
  const queries = useQueryClient();
  const latest = useRef({ value: state.value, dirty: false, rev });
  latest.current.rev = rev;
  const timer = useRef<number | undefined>(undefined);
  const begun = useRef(turn);
  const { case: of, kind, slot } = key;

  const save = useCallback(
    async (leaving: boolean) => {
      window.clearTimeout(timer.current);
      if (!latest.current.dirty || begun.current !== turn) return;
      const text = JSON.stringify(latest.current.value);
      const request = { which: { case: of, kind, slot }, base_rev: latest.current.rev, text };
      await call("draft_save", request, undefined, leaving);
      if (JSON.stringify(latest.current.value) === text) {
        latest.current.dirty = false;
        setState((before) => ({ ...before, dirty: false, savedAt: stamp() }));
      }
      void queries.invalidateQueries({ queryKey: ["draft_list"] });
    },
    [of, kind, slot, queries],
  );
  const keep = useCallback(() => save(false), [save]);

  const set = useCallback(
    (next: T | ((before: T) => T)) => {
      const value = typeof next === "function" ? (next as (before: T) => T)(latest.current.value) : next;
      latest.current = { ...latest.current, value, dirty: true };
      setState((before) => ({ ...before, value, dirty: true }));
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void keep().catch(() => {}), PAUSE);
    },
    [keep],
  );

  const drop = useCallback(
    async (next: T) => {
      window.clearTimeout(timer.current);
      latest.current = { ...latest.current, value: next, dirty: false };
      setState({ value: next, savedAt: null, dirty: false, restored: null });
      await call("draft_drop", { which: { case: of, kind, slot } });
      void queries.invalidateQueries({ queryKey: ["draft_list"] });
    },
    [of, kind, slot, queries],
  );

  useEffect(() => {
    open.add(save);
    if (!hooked) {
      hooked = true;
      transport().onClose(() => keepAll(true));
      onReached(() => void keepAll());
    }
    return () => {
      open.delete(save);
      // Leaving a page keeps what was typed on it.
      void keep().catch(() => {});
    };
  }, [keep, save]);

  return { ...state, set, keep, drop };
}

function parse<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
