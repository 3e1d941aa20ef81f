/** Login and password: the page before the first sign-in, and the same form over the page after a lock or for a switch. */
import { Button, Input } from "antd";
import type { ReactElement } from "react";
import { useEffect, useId, useRef, useState } from "react";
import { useNow } from "../../data/clock";
import { sentences } from "../../data/speak";
import type { SignedIn } from "../../types.gen";
import { onKeys } from "../../ui/keys";
import { Mark } from "../../ui/Mark";
import { moment } from "../../ui/time";
import { word } from "../../words/i18n";
import { recent } from "./recent";

export interface SignInProps {
  /** Who is chosen at first: null for somebody whose login is still to be typed, nothing for who was here last. */
  first?: string | null;
  /** Marked in the list as the one who works here now. */
  current?: string | undefined;
  verb: string;
  /** Asks the house; when it says yes, the form goes. */
  onTry: (login: string, password: string) => Promise<SignedIn>;
  onBack?: (() => void) | undefined;
}

export function SignIn({ first, current, verb, onTry, onBack }: SignInProps): ReactElement {
  const id = useId();
  const known = recent();
  const [chosen, choose] = useState<string | null>(first === undefined ? (known[0]?.login ?? null) : first);
  const [typed, setTyped] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string[]>([]);
  const now = useNow();
  const box = useRef<HTMLDivElement>(null);
  const login = chosen ?? typed;

  const focus = (field: string) => box.current?.querySelector<HTMLInputElement>(`input[name="${field}"]`)?.focus();
  // The next thing to type has the focus, when the form comes and when somebody is picked by hand. Arrow keys stay among
  // the people; from there Tab leads on.
  const begin = useRef(chosen);
  useEffect(() => {
    const field = begin.current === null ? "login" : "password";
    box.current?.querySelector<HTMLInputElement>(`input[name="${field}"]`)?.focus();
  }, []);
  const byHand = useRef(false);
  const picked = (login: string | null) => {
    if (byHand.current) requestAnimationFrame(() => focus(login === null ? "login" : "password"));
  };
  const refused = (answer: SignedIn): string[] => {
    if (answer.is === "wrong") return [word("ui.session.wrong", { left: answer.left })];
    if (answer.is === "locked") return [word("ui.session.locked", { until: moment(answer.until, now) })];
    return [];
  };
  const tryIt = async () => {
    if (busy) return;
    const missing = login.trim() === "" ? "login" : password === "" ? "password" : null;
    if (missing !== null) return void focus(missing);
    setBusy(true);
    try {
      const said = refused(await onTry(login.trim(), password));
      setWrong(said);
      if (said.length > 0) setPassword("");
    } catch (error) {
      setWrong(sentences(error));
    } finally {
      setBusy(false);
      focus("password");
    }
  };
  const submit = () => void tryIt();
  const enter = onKeys({ Enter: submit });

  return (
    <div className="session-form" ref={box}>
      {known.length > 0 && (
        <fieldset
          className="session-who"
          onPointerDown={() => {
            byHand.current = true;
          }}
          onKeyDown={() => {
            byHand.current = false;
          }}
        >
          <legend className="small second">{word("ui.session.who")}</legend>
          {known.map((one) => (
            <label key={one.login} className="session-choice" data-on={chosen === one.login}>
              <input
                type="radio"
                name={`${id}-who`}
                checked={chosen === one.login}
                onChange={() => choose(one.login)}
                onClick={() => picked(one.login)}
                onKeyDown={enter}
              />
              <span className="grow">
                <span className="strong">{one.name}</span> <span className="dim">{one.login}</span>
              </span>
              {one.login === current && <span className="chip">{word("ui.session.signed_in")}</span>}
            </label>
          ))}
          <label className="session-choice" data-on={chosen === null}>
            <input
              type="radio"
              name={`${id}-who`}
              checked={chosen === null}
              onChange={() => choose(null)}
              onClick={() => picked(null)}
            />
            <span className="grow">{word("ui.session.other")}</span>
          </label>
        </fieldset>
      )}
      {chosen === null && (
        <div className="session-field">
          <label htmlFor={`${id}-login`} className="small second">
            {word("ui.session.login")}
          </label>
          <Input
            id={`${id}-login`}
            size="large"
            name="login"
            autoComplete="username"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={enter}
          />
        </div>
      )}
      <div className="session-field">
        <label htmlFor={`${id}-password`} className="small second">
          {word("ui.session.password")}
        </label>
        <Input.Password
          id={`${id}-password`}
          size="large"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          onKeyDown={enter}
          status={wrong.length > 0 ? "error" : ""}
          aria-invalid={wrong.length > 0}
          aria-describedby={`${id}-wrong`}
        />
      </div>
      <div id={`${id}-wrong`} role="alert" className="session-wrong bad">
        {wrong.length > 0 && (
          <>
            <Mark state="late" size={13} /> {wrong.join(" ")}
          </>
        )}
      </div>
      <div className="row">
        <Button type="primary" size="large" className="grow" loading={busy} onClick={submit}>
          {verb} <kbd>Enter</kbd>
        </Button>
        {onBack && (
          <Button size="large" onClick={onBack}>
            {word("ui.session.back")} <kbd>Esc</kbd>
          </Button>
        )}
      </div>
      <p className="small dim">{word("ui.session.forgot")}</p>
    </div>
  );
}
