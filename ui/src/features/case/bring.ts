/**
 * Files that are dropped, pasted or chosen on the page of a case. They belong to the case at once; what names them comes
 * later, so they are remembered here until something does.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call, stale } from "../../data/client";
import { useSay } from "../../data/say";
import { sentences } from "../../data/speak";
import { transport } from "../../transport";
import type { File as Kept } from "../../types.gen";
import { word } from "../../words/i18n";

export interface Bringing {
  busy: string | null;
  wrong: string[];
  /** Brought in on this screen; newest first. */
  brought: readonly Kept[];
  take(files: File[]): Promise<void>;
  pick(): Promise<void>;
  /** Names them in the complaint; what is signed or printed changes by it, so it is done only when asked for. */
  name(files: readonly string[]): Promise<void>;
}

const REMEMBERED = new Map<number, Kept[]>();

export function useBring(of: number): Bringing {
  const queries = useQueryClient();
  const say = useSay();
  const [busy, setBusy] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string[]>([]);
  const [brought, setBrought] = useState<readonly Kept[]>(REMEMBERED.get(of) ?? []);
  const claim = async (file: string) => {
    const kept = (await call("file_claim", { case: of, file })).file;
    const before = REMEMBERED.get(of) ?? [];
    REMEMBERED.set(of, [kept, ...before.filter((one) => one.sha256 !== kept.sha256)]);
    setBrought(REMEMBERED.get(of) ?? []);
  };
  /** One of several that is refused is said by its name; the others come in all the same. */
  const refused = (name: string, error: unknown) => {
    const why = sentences(error).slice(-1)[0] ?? "";
    setWrong((before) => [...before, word("ui.case.not_taken", { name, why })]);
  };
  const done = (n: number) => {
    setBusy(null);
    stale(queries, "file_claim");
    if (n > 0) say.done(word("ui.case.taken", { n }));
  };
  return {
    busy,
    wrong,
    brought,
    async take(files) {
      setWrong([]);
      let taken = 0;
      for (const file of files) {
        setBusy(file.name);
        try {
          await claim((await transport().upload(file, file.name)).file);
          taken += 1;
        } catch (error) {
          refused(file.name, error);
        }
      }
      done(taken);
    },
    async pick() {
      setWrong([]);
      let chosen: Awaited<ReturnType<ReturnType<typeof transport>["pickFiles"]>> = [];
      try {
        chosen = await transport().pickFiles("any", true);
      } catch (error) {
        setWrong(sentences(error));
      }
      let taken = 0;
      for (const file of chosen) {
        try {
          await claim(file.file);
          taken += 1;
        } catch (error) {
          refused(file.name, error);
        }
      }
      done(taken);
    },
    async name(files) {
      setWrong([]);
      try {
        const view = await call("case_get", { case: of, number: null });
        const row = view.sections.filter((one) => one.row.kind === "complaint").at(-1);
        if (row?.row.kind !== "complaint") return;
        const body = { ...row.row.body, files: [...new Set([...row.row.body.files, ...files])] };
        const section = { kind: "complaint" as const, body };
        const reason = word("ui.case.name_reason");
        await call("section_save", { case: of, task: null, rev: row.rev, section, extra: row.row.extra ?? {}, reason });
        REMEMBERED.delete(of);
        setBrought([]);
      } catch (error) {
        setWrong(sentences(error));
      }
      stale(queries, "section_save");
    },
  };
}
