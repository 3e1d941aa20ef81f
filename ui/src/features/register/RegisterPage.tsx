import type { ReactElement } from "react";

export function RegisterPage(): ReactElement | null {
  return null;
}
