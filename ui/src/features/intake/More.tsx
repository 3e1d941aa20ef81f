/** 更多: every other field of the complaint, for the call in which somebody says it. */
import { Button, Checkbox } from "antd";
import { ChevronDown, ChevronRight } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { FormShell } from "../../fields/FormShell";
import { Lines } from "../../fields/Lines";
import { labelOf } from "../../fields/label";
import { fieldsOf } from "../../fields/registry";
import { word } from "../../words/i18n";
import { ABOVE } from "./ask";
import type { Intake } from "./register";

const REST = fieldsOf("complaint").filter((field) => !ABOVE.has(field.name));
const LINES = fieldsOf("complaint").find((field) => field.name === "lines");

export function More({
  value,
  asked,
  onChange,
}: {
  value: Intake;
  /** What the page asks above because of the procedure. */
  asked: readonly string[];
  onChange: (change: (before: Intake) => Intake) => void;
}): ReactElement {
  const [open, setOpen] = useState(false);
  const names = REST.flatMap((field) => (asked.includes(field.name) ? [] : field.name));
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <section className="intake-more" aria-label={word("ui.intake.more")}>
      <Button
        type="text"
        icon={<Chevron size={14} strokeWidth={1.5} />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {word("ui.intake.more")}{" "}
        <span className="small dim">
          {names
            .slice(0, 5)
            .map((name) => labelOf(`complaint.${name}`))
            .join(word("ui.list.comma"))}
          …
        </span>
      </Button>
      {open && (
        <div className="intake-rest">
          {LINES && (
            <Lines
              path="complaint.lines"
              field={LINES}
              value={value.body.lines}
              onChange={(lines) => onChange((before) => ({ ...before, body: { ...before.body, lines } }))}
              readOnly={false}
            />
          )}
          <FormShell
            target="complaint"
            title={false}
            fields={names}
            value={{ body: value.body, extra: value.extra }}
            onChange={(filled) => onChange((before) => ({ ...before, ...filled }))}
          />
          <Checkbox
            checked={value.confidential}
            onChange={(event) => onChange((before) => ({ ...before, confidential: event.target.checked }))}
          >
            {word("ui.intake.confidential")}
          </Checkbox>
        </div>
      )}
    </section>
  );
}
