/** Sends what was typed: each section and record by its own command, in the revision on which it was typed. */
import { call, requestId } from "../../../data/client";
import type { Body } from "../../../fields/registry";
import { isRecord } from "../../../fields/registry";
import type { CommandName, Request, Response } from "../../../transport";
import { Refusal, Unreachable } from "../../../transport";
import type {
  CaseView,
  Fill,
  Procedure,
  RecordState,
  Section,
  Record as SideRecord,
  TaskView,
} from "../../../types.gen";
import type { Typed } from "./fills";
import { keyOf } from "./fills";

/** A write whose answer got lost is asked once more under the same id: it is carried out once. */
export async function write<N extends CommandName>(name: N, request: Request<N>): Promise<Response<N>> {
  const id = requestId();
  try {
    return await call(name, request, id);
  } catch (error) {
    if (error instanceof Unreachable) return call(name, request, id);
    throw error;
  }
}

/** Saves one of the fills and gives back the revision that it has now. */
export async function saveFill(
  view: CaseView,
  task: TaskView,
  fill: Fill,
  typed: Typed,
  reason: string,
  over: boolean,
): Promise<number> {
  const { rev, extra } = typed;
  const whose = { case: view.case, task: keyOf(task), rev, extra, reason };
  // The shapes of the bodies are those of the registry; the house reads them strictly.
  const tagged = { kind: fill.target, body: typed.body } as unknown;
  if (!isRecord(fill.target)) {
    return (await write("section_save", { ...whose, section: tagged as Section })).rev;
  }
  const state = over ? "done" : stateOf(view, fill);
  return (await write("record_save", { ...whose, record: fill.record, state, body: tagged as SideRecord })).rev;
}

/** Records that are not over with their task: money that is held back is open until it is released. */
const GOES_ON: Readonly<Record<string, (body: Body) => boolean>> = {
  collection_hold: (body) => body.released !== "yes",
};

/** It is not over with this task either where another task of the procedure goes on with the record of this one. */
export function goesOn(procedure: Procedure, task: string, target: string, body: Body): boolean {
  const later = procedure.stage.some((stage) =>
    stage.task.some((one) => one.of === task && one.fills.includes(target)),
  );
  return later || (GOES_ON[target]?.(body) ?? false);
}

/** A record is under way until its task is handed in. */
function stateOf(view: CaseView, fill: Fill): RecordState {
  return view.records.find((one) => one.record === fill.record)?.row.state ?? "open";
}

export function codeOf(error: unknown): string {
  return error instanceof Refusal ? error.error.code : "";
}

/** The house asks why what is signed or registered is changed. */
export function needsReason(error: unknown): boolean {
  return (
    error instanceof Refusal &&
    error.error.code === "refused" &&
    error.error.blocked.some((one) => one.why === "needs_reason")
  );
}
