/** The way of a case as its stage line shows it: what is behind by the head, what is ahead by the exits that can still be taken. */
import { isReadOnly } from "../../data/over";
import type { CaseView, Procedure, Stage } from "../../types.gen";
import { clockOf, factsOf, isOpen, isTold, pauseOf } from "./stand";

export const ARCHIVE = "archive";

/** Where an exit may lead, as far as facts are known; the way back is not the way ahead. */
function next(stage: Stage | undefined, facts: Partial<Record<string, string>>, seen: ReadonlySet<string>): string[] {
  const fits = (when: Stage["exit"][number]["when"]) =>
    Object.entries(when).every(([fact, words]) => {
      const known = facts[fact];
      return known === undefined || (Array.isArray(words) ? words.includes(known) : words === known);
    });
  const to = (stage?.exit ?? []).filter((exit) => fits(exit.when)).flatMap((exit) => exit.to);
  return [...new Set(to)].filter((id) => !seen.has(id));
}

/** Stages still to come. Where the way parts and nothing has decided yet, it ends: nothing is guessed. */
export function aheadOf(
  procedure: Procedure,
  from: string,
  way: readonly string[],
  facts: Partial<Record<string, string>>,
) {
  const ahead: string[] = [];
  const seen = new Set([...way, from]);
  let at = from;
  while (at !== ARCHIVE) {
    const to = next(
      procedure.stage.find((stage) => stage.id === at),
      facts,
      seen,
    );
    if (to.length !== 1 || to[0] === undefined) break;
    at = to[0];
    seen.add(at);
    ahead.push(at);
  }
  return { ahead, parts: at !== ARCHIVE };
}

export interface Step {
  id: string;
  state: "done" | "now" | "ahead" | "late" | "paused";
  /** When it was done, or until when. */
  at: string | null;
}

export function wayOf(view: CaseView, procedure: Procedure, now: string): { steps: Step[]; parts: boolean } {
  const { head } = view;
  const over = head.stage === ARCHIVE;
  const behind = head.way.filter((id, n) => id !== head.stage && head.way.indexOf(id) === n);
  const { ahead, parts } = aheadOf(procedure, head.stage, behind, factsOf(view));
  // What is merely read neither holds a stage nor ends it.
  const tasks = view.tasks.filter((task) => !isTold(task));
  const done = (id: string) =>
    tasks
      .flatMap((task) => (task.row.stage === id ? (task.row.done_at ?? []) : []))
      .sort()
      .at(-1) ?? null;
  const due = tasks
    .filter((task) => isOpen(task) && task.row.stage === head.stage)
    .flatMap((task) => clockOf(view, task.row)?.due ?? [])
    .sort()[0];
  const current: Step = over
    ? { id: ARCHIVE, state: "done", at: head.archived_at }
    : { id: head.stage, state: pauseOf(view) ? "paused" : due && due < now ? "late" : "now", at: due ?? null };
  return {
    steps: [
      ...behind.map((id): Step => ({ id, state: "done", at: done(id) })),
      current,
      ...ahead.map((id): Step => ({ id, state: "ahead", at: null })),
    ],
    parts: parts && !over && !isReadOnly(head.state),
  };
}

/** What the stages of the way fill, in their order: what the list at the left names. */
export function targetsOf(procedure: Procedure, stages: readonly string[]): string[] {
  const filled = stages.flatMap((id) => procedure.stage.find((stage) => stage.id === id)?.task ?? []);
  return [...new Set(filled.flatMap((task) => task.fills))];
}
