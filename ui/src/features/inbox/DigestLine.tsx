/** The day of this person in one line; a part of it narrows the list below. */
import type { ReactElement } from "react";
import { useRead } from "../../data/client";
import { useNow } from "../../data/clock";
import { day } from "../../ui/time";
import { word } from "../../words/i18n";
import { PARTS, type Part } from "./parts";

export function DigestLine({
  part,
  choose,
}: {
  part: Part | null;
  choose: (part: Part | null) => void;
}): ReactElement | null {
  const now = useNow();
  const digest = useRead("digest", { limit: 1 }, { every: 60_000 }).data;
  // A day that asks nothing takes no line.
  if (!digest || (part === null && PARTS.every((one) => digest[one].count === 0))) return null;
  return (
    <fieldset className="inbox-digest small">
      <legend className="visually-hidden">{word("ui.inbox.digest.title")}</legend>
      <span className="second inbox-digest-day">{day(digest.day, now)}</span>
      {PARTS.map((one) => {
        const { count } = digest[one];
        const pressed = part === one;
        return (
          <button
            key={one}
            type="button"
            className="plain inbox-digest-part"
            data-late={one === "overdue" && count > 0}
            aria-pressed={pressed}
            disabled={count === 0 && !pressed}
            onClick={() => choose(pressed ? null : one)}
          >
            {word(`ui.inbox.digest.${one}`)} <b>{count}</b>
          </button>
        );
      })}
    </fieldset>
  );
}
