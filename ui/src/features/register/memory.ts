/** What the register looked like when somebody left it for a case: coming back finds the same rows in the same place. */
import { ALL, type View } from "./filter";

interface Left {
  view: View;
  chosen: number | null;
  top: number;
}

export const left: Left = { view: ALL, chosen: null, top: 0 };
