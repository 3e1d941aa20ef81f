/** Stages to which a rejection may send the case back, as the exits of the stage say. */
import type { Procedure } from "../../../types.gen";

export function backTo(procedure: Procedure, stage: string): string[] {
  const exits = procedure.stage.find((one) => one.id === stage)?.exit ?? [];
  const rejected = exits.filter((exit) => [exit.when.approval ?? []].flat().includes("rejected"));
  return [...new Set(rejected.flatMap((exit) => exit.to))];
}
