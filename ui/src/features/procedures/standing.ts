/** Where a version stands, as people say it: issued is not yet in force, nor any more when a newer one took its place. */
import type { ProcedureLine } from "../../types.gen";

export type Standing = "draft" | "in_force" | "issued" | "withdrawn";

export function standing(line: ProcedureLine): Standing {
  switch (line.state) {
    case "draft":
      return "draft";
    case "withdrawn":
      return "withdrawn";
    case "issued":
      return line.in_force ? "in_force" : "issued";
  }
}
