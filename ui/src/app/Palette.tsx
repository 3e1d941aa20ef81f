/** Ctrl+K: cases by number, customer, part or lot, and every page, from the keyboard. */
import type { ReactElement } from "react";

export function Palette(): ReactElement | null {
  return null;
}
