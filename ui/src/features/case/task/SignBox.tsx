/** The box in which somebody signs: what it means in one sentence, password, post and time; wrong and locked said in place. */
import type { InputRef } from "antd";
import { Input } from "antd";
import type { ReactElement } from "react";
import { useEffect, useId, useRef } from "react";
import { useNow } from "../../../data/clock";
import { roleName } from "../../../data/masters";
import { useSession } from "../../../data/session";
import { targetName } from "../../../data/speak";
import type { Meaning, Procedure } from "../../../types.gen";
import { onKeys } from "../../../ui/keys";
import { Mark } from "../../../ui/Mark";
import { moment } from "../../../ui/time";
import { word } from "../../../words/i18n";
import type { Tried } from "./sign";
import { rowsOf } from "./sign";

export function SignBox({
  meaning,
  text,
  procedure,
  password,
  onPassword,
  onEnter,
  tried,
  autoFocus = false,
}: {
  meaning: Meaning;
  /** The manifest, whose rows are named; nothing while it is not known yet. */
  text: string | undefined;
  procedure: Procedure;
  password: string;
  onPassword: (password: string) => void;
  onEnter: () => void;
  tried: Tried;
  autoFocus?: boolean;
}): ReactElement {
  const id = useId();
  const now = useNow();
  const { me } = useSession();
  const input = useRef<InputRef>(null);
  useEffect(() => {
    // A wrong password is typed again at once.
    if (tried || autoFocus) input.current?.focus({ cursor: "all" });
  }, [tried, autoFocus]);
  const posts = [...new Set(me.posts.map((post) => roleName(procedure, post.role)))].join(" · ");
  const covers = [...new Set(rowsOf(text ?? "").map((row) => targetName(row.kind)))];
  return (
    <fieldset className="task-sign" aria-label={word("ui.task.sign.box")}>
      <p className="small second">{word("ui.task.sign.meaning")}</p>
      <p className="strong">{word(`meaning.${meaning}`)}</p>
      {covers.length > 0 && (
        <p className="small second">{word("ui.task.sign.covers", { covers: covers.join(word("ui.list.comma")) })}</p>
      )}
      <div className="task-sign-row">
        <div className="grow">
          <label htmlFor={id} className="small second">
            {word("ui.task.sign.password", { name: me.name })}{" "}
            <span className="star" aria-hidden="true">
              *
            </span>
          </label>
          <Input.Password
            id={id}
            ref={input}
            autoComplete="current-password"
            value={password}
            status={tried ? "error" : ""}
            aria-invalid={tried !== null}
            aria-describedby={tried ? `${id}-tried` : undefined}
            onChange={(event) => onPassword(event.target.value)}
            onKeyDown={onKeys({ Enter: onEnter })}
          />
        </div>
        <div className="small second task-sign-who">
          <span>{posts || me.name}</span>
          <span>{moment(now, now)}</span>
        </div>
      </div>
      {tried && (
        <p id={`${id}-tried`} className="small bad" role="alert">
          <Mark state="late" size={12} />{" "}
          {tried.is === "wrong"
            ? word("ui.task.sign.wrong", { n: tried.left })
            : word("ui.task.sign.locked", { until: moment(tried.until, now) })}
        </p>
      )}
    </fieldset>
  );
}
