/** 拆分: product lines that become cases of their own, with the same receipt; nothing is typed again (I-12). */
import { Checkbox, Select } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useWrite } from "../../../data/client";
import { useNames } from "../../../data/masters";
import { useSay } from "../../../data/say";
import { CHOICES } from "../../../fields.gen";
import type { Class, ProductLine, SplitChild } from "../../../types.gen";
import { word } from "../../../words/i18n";
import { Labelled } from "../Labelled";
import { bodyThatCounts } from "../stand";
import type { ActProps } from "./Asking";
import { Ask, Reason } from "./Asking";

export function Splitting({ view, procedure, onClose }: ActProps): ReactElement {
  const split = useWrite("case_split");
  const say = useSay();
  const names = useNames();
  const gone = new Set(view.head.links.split_into.flatMap((link) => link.lines));
  const all = ((bodyThatCounts(view, "complaint")?.lines as ProductLine[] | undefined) ?? []).filter(
    (line) => !gone.has(line.id),
  );
  // One line cannot be parted: the whole complaint is copied.
  const lines = all.length > 1 ? all : [];
  const [chosen, setChosen] = useState<number[]>([]);
  const [each, setEach] = useState(false);
  const [of, setOf] = useState<Class | null>(null);
  const [reason, setReason] = useState("");
  const parts = each ? chosen.map((line) => [line]) : [chosen];
  const children: SplitChild[] = parts.map((part) => ({ lines: part, class: of }));
  const name = (line: ProductLine) =>
    [line.product === null ? line.name : names.product(line.product), line.model, line.lot].filter(Boolean).join(" · ");
  const act = () =>
    split.mutate(
      { case: view.case, reason, children },
      {
        onSuccess: (done) => {
          const numbers = done.children.map((child) => child.number).join(word("ui.list.comma"));
          say.done(word("ui.case.split_done", { numbers }));
          onClose();
        },
      },
    );
  return (
    <Ask
      title={word("ui.case.split_title", { number: view.head.number })}
      text={word(lines.length > 0 ? "ui.case.split_text" : "ui.case.split_whole")}
      act={word("ui.case.split_act", { n: Math.max(children.length, 1) })}
      error={split.error}
      busy={split.isPending}
      ready={lines.length === 0 || (chosen.length > 0 && chosen.length < lines.length)}
      procedure={procedure}
      onClose={onClose}
      onAct={act}
    >
      {lines.length > 0 && (
        <div className="col">
          <span className="small second" id="split-lines">
            {word("ui.case.split_lines")}
          </span>
          <Checkbox.Group
            className="case-split-lines"
            aria-labelledby="split-lines"
            value={chosen}
            options={lines.map((line, n) => ({
              value: line.id,
              label: name(line) || word("ui.field.line", { n: n + 1 }),
            }))}
            onChange={(next) => setChosen(next)}
          />
          {chosen.length === lines.length && <span className="small heed">{word("ui.case.split_one_stays")}</span>}
        </div>
      )}
      {chosen.length > 1 && (
        <Checkbox checked={each} onChange={(event) => setEach(event.target.checked)}>
          {word("ui.case.split_each")}
        </Checkbox>
      )}
      <Labelled label={word("ui.case.split_class")}>
        {(id) => (
          <Select
            id={id}
            allowClear
            placeholder={word("ui.case.split_class_same")}
            value={of}
            options={(CHOICES.class ?? []).map((value) => ({ value, label: word(`choice.class.${value}`) }))}
            onChange={(value) => setOf((value as Class | undefined) ?? null)}
          />
        )}
      </Labelled>
      <Reason value={reason} onChange={setReason} />
    </Ask>
  );
}
