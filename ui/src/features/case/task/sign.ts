/** Signing: the text that was shown, the password, and what the house says to it. */
import { useState } from "react";
import type { CaseView, ManifestView, TaskKey } from "../../../types.gen";
import { write } from "./save";

/** A row that a signature covers, as the manifest names it. */
export interface CoveredRow {
  kind: string;
  slot: string;
  round: number;
  rev: number;
}

/** The rows of a manifest, by its plain lines (model § 9). */
export function rowsOf(text: string): CoveredRow[] {
  return text.split("\n").flatMap((line) => {
    const [tag, kind, slot, round, rev] = line.split("\t");
    return tag === "row" && kind !== undefined
      ? [{ kind, slot: slot ?? "", round: Number(round), rev: Number(rev) }]
      : [];
  });
}

/** Kinds in which two manifests differ: what was changed between reading and signing. */
export function differing(before: string, after: string): string[] {
  const known = new Set(rowsOf(before).map((row) => JSON.stringify(row)));
  const now = rowsOf(after);
  const added = now.filter((row) => !known.has(JSON.stringify(row)));
  const left = new Set(now.map((row) => JSON.stringify(row)));
  const gone = rowsOf(before).filter((row) => !left.has(JSON.stringify(row)));
  return [...new Set([...added, ...gone].map((row) => row.kind))];
}

/** How the last try to sign ended, where it did not. */
export type Tried = { is: "wrong"; left: number } | { is: "locked"; until: string } | null;

export function useSign(of: number, task: TaskKey) {
  const [tried, setTried] = useState<Tried>(null);
  /** The case as it is after; nothing where the password was wrong. Refusals are thrown. */
  const sign = async (manifest: ManifestView, password: string): Promise<CaseView | null> => {
    setTried(null);
    const { digest, head } = manifest;
    const answer = await write("case_sign", { case: of, task, digest, head, password });
    if (answer.is === "done") return answer.done;
    setTried(
      answer.is === "wrong" ? { is: "wrong", left: answer.done.left } : { is: "locked", until: answer.done.until },
    );
    return null;
  };
  return { sign, tried, forget: () => setTried(null) };
}
