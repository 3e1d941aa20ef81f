/** What the parts of 设置 share: a labelled row, a password, what went wrong, and why something is read-only. */
import { useQueryClient } from "@tanstack/react-query";
import { Input } from "antd";
import type { ReactElement, ReactNode } from "react";
import { useId, useState } from "react";
import { useNow } from "../../data/clock";
import { sentences } from "../../data/speak";
import { Refusal } from "../../transport";
import type { Asked, Permission } from "../../types.gen";
import { Mark } from "../../ui/Mark";
import { moment } from "../../ui/time";
import { word } from "../../words/i18n";

export function Row({
  label,
  id,
  hint,
  required = false,
  children,
}: {
  label: string;
  /** Of the control; a row without one shows a fact. */
  id?: string | undefined;
  hint?: string | undefined;
  required?: boolean;
  children: ReactNode;
}): ReactElement {
  const star = required && (
    <span className="settings-star" aria-hidden="true">
      {" *"}
    </span>
  );
  return (
    <div className="settings-row">
      {id === undefined ? (
        <span className="settings-label second">{label}</span>
      ) : (
        <label className="settings-label second" htmlFor={id}>
          {label}
          {star}
        </label>
      )}
      <div className="settings-value">
        {children}
        {hint !== undefined && <span className="small dim">{hint}</span>}
      </div>
    </div>
  );
}

export function TextRow({
  label,
  value,
  onChange,
  hint,
  required = false,
  secret = false,
  disabled = false,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  hint?: string | undefined;
  required?: boolean;
  secret?: boolean;
  disabled?: boolean;
}): ReactElement {
  const id = useId();
  const shared = {
    id,
    value,
    disabled,
    "aria-required": required,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <Row label={label} id={id} hint={hint} required={required}>
      {secret ? <Input.Password {...shared} autoComplete="new-password" /> : <Input {...shared} autoComplete="off" />}
    </Row>
  );
}

export function ReadOnly({ needs }: { needs: Permission }): ReactElement {
  return (
    <p className="settings-readonly small second">
      <Mark state="heed" size={13} /> {word("ui.settings.needs", { needs: word(`permission.${needs}`) })}
    </p>
  );
}

export function Wrong({ said }: { said: string[] }): ReactElement {
  return (
    <div role="alert" className="settings-wrong bad">
      {said.length > 0 && (
        <>
          <Mark state="late" size={13} /> {said.join(" ")}
        </>
      )}
    </div>
  );
}

export interface Run {
  busy: boolean;
  wrong: string[];
  /** Does it; what it gives back are sentences why it was not done. True when it was. */
  run: (act: () => Promise<string[] | undefined>) => Promise<boolean>;
  /** Says why not, before the house is asked. */
  refuse: (said: string[]) => void;
}

/** One thing being saved. After a conflict the newest revision is read, so that saving once more is a decision. */
export function useRun(): Run {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string[]>([]);
  const queries = useQueryClient();
  const run: Run["run"] = async (act) => {
    setBusy(true);
    setWrong([]);
    try {
      const said = (await act()) ?? [];
      setWrong(said);
      return said.length === 0;
    } catch (error) {
      if (error instanceof Refusal && error.error.code === "conflict") {
        await queries.invalidateQueries();
        setWrong([word("ui.settings.conflict")]);
      } else {
        setWrong(sentences(error));
      }
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, wrong, run, refuse: setWrong };
}

/** Why the password that was asked for again did not do; nothing when it did. */
export function useAsked(): (answer: Asked<unknown>) => string[] | undefined {
  const now = useNow();
  return (answer) => {
    switch (answer.is) {
      case "done":
        return undefined;
      case "wrong":
        return [word("ui.settings.password_wrong", { left: answer.done.left })];
      case "locked":
        return [word("ui.settings.password_locked", { until: moment(answer.done.until, now) })];
    }
  };
}
