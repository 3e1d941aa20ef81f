/** The pages of somebody who is signed in: what they may do, in which language, how the screen looks, when it locks. */
import type { ReactElement, ReactNode } from "react";
import { Fragment, useEffect, useMemo } from "react";
import { useRead } from "../../data/client";
import type { Session } from "../../data/session";
import { SessionContext } from "../../data/session";
import type { MyView } from "../../types.gen";
import type { ThemeChoice } from "../../ui/theme";
import { language, speak } from "../../words/i18n";
import { useIdle } from "./idle";
import { rememberScreen } from "./recent";

export function themeOf(said: string | null): ThemeChoice {
  return said === "light" || said === "dark" ? said : "system";
}

export function Signed({
  me: first,
  covered,
  onTheme,
  onIdle,
  switchUser,
  signOut,
  children,
}: {
  me: MyView;
  covered: boolean;
  onTheme: (choice: ThemeChoice) => void;
  onIdle: () => void;
  switchUser: () => void;
  signOut: () => void;
  children: ReactNode;
}): ReactElement {
  const me = useRead("me", {}, { enabled: !covered }).data ?? first;
  const theme = useRead("preference_get", { name: "theme" }, { enabled: !covered });
  const chosen = useRead("preference_get", { name: "language" }, { enabled: !covered });
  const security = useRead("setting_get", { name: "security" }, { enabled: !covered }).data?.setting.value;

  // The language of the account is also that of what is written to this person; how the screen speaks may differ.
  const said = chosen.data?.value;
  const lang = said === "zh" || said === "en" ? said : me.language;
  const known = chosen.data !== undefined;
  useEffect(() => {
    if (!known) return;
    speak(lang);
    rememberScreen("language", lang);
  }, [known, lang]);
  const look = theme.data && themeOf(theme.data.value);
  useEffect(() => {
    if (look === undefined) return;
    onTheme(look);
    rememberScreen("theme", look);
  }, [look, onTheme]);
  useIdle(covered ? undefined : security?.idle_minutes, onIdle);

  const session = useMemo<Session>(
    () => ({ me, may: (permission) => me.permissions.includes(permission), switchUser, signOut }),
    [me, switchUser, signOut],
  );
  return (
    <SessionContext.Provider value={session}>
      <Fragment key={language()}>{children}</Fragment>
    </SessionContext.Provider>
  );
}
