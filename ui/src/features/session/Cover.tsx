/** Over the page, which stays as it is: the same person goes on at once, another one takes over. */
import type { ReactElement } from "react";
import { useEffect, useId, useRef } from "react";
import type { MyView, SignedIn } from "../../types.gen";
import { onKeys } from "../../ui/keys";
import { word } from "../../words/i18n";
import { Brand } from "./Card";
import { recent } from "./recent";
import { SignIn } from "./SignIn";

export type Why = "expired" | "idle" | "switch";

export function Cover({
  why,
  me,
  onTry,
  onBack,
}: {
  why: Why;
  me: MyView;
  onTry: (login: string, password: string) => Promise<SignedIn>;
  onBack?: (() => void) | undefined;
}): ReactElement {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const hand = useRef(document.activeElement);
  // Who goes on finds the cursor where it was.
  useEffect(
    () => () => {
      const { current } = hand;
      requestAnimationFrame(() => current instanceof HTMLElement && current.isConnected && current.focus());
    },
    [],
  );
  // The page below keeps its shortcuts, and none of them may act while it is covered, wherever the focus went.
  useEffect(() => {
    const hold = (event: KeyboardEvent) => {
      if (!box.current?.contains(event.target as Node)) event.stopImmediatePropagation();
    };
    window.addEventListener("keydown", hold, { capture: true });
    return () => window.removeEventListener("keydown", hold, { capture: true });
  }, []);
  const back = onKeys({ Escape: onBack });
  // Who asks for a switch is not the one who comes; after a lock it is the same person, most times.
  const next = recent().find((one) => one.login !== me.login)?.login;
  const key = why === "switch" ? "switching" : why;
  return (
    <div
      ref={box}
      className="session-cover"
      data-why={why}
      role="dialog"
      aria-modal="true"
      aria-labelledby={id}
      onKeyDown={(event) => {
        back(event);
        event.stopPropagation();
      }}
    >
      <div className="session-card">
        <Brand id={id} title={word(`ui.session.${key}`)} text={word(`ui.session.${key}_text`)} />
        <SignIn
          first={why === "switch" ? (next ?? null) : me.login}
          current={me.login}
          verb={word(why === "switch" ? "ui.session.switch" : "ui.session.go_on")}
          onTry={onTry}
          onBack={onBack}
        />
      </div>
    </div>
  );
}
