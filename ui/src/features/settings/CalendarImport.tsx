/** A whole year of days off and make-up days as a text: lines or an iCalendar file; wrong lines are named, or all of it goes in. */
import { Button, Input, Modal } from "antd";
import type { ReactElement } from "react";
import { useId, useRef, useState } from "react";
import { useWrite } from "../../data/client";
import { useSay } from "../../data/say";
import { Refusal } from "../../transport";
import type { Field } from "../../types.gen";
import { Mark } from "../../ui/Mark";
import { word } from "../../words/i18n";
import { Row, useRun, Wrong } from "./parts";
import { decoded, faultsOf } from "./year";

export function CalendarImport({
  plant,
  year,
  rev,
  onClose,
}: {
  plant: number;
  year: number;
  rev: number;
  onClose: () => void;
}): ReactElement {
  const id = useId();
  const [text, setText] = useState("");
  const [source, setSource] = useState("");
  const [faults, setFaults] = useState<Field[]>([]);
  const take = useWrite("calendar_import");
  const say = useSay();
  const { run, busy, wrong } = useRun();
  const file = useRef<HTMLInputElement>(null);
  const submit = async () => {
    setFaults([]);
    const done = await run(async () => {
      try {
        const made = await take.mutateAsync({ plant, year, text, source, rev });
        const { off, work, changed } = made;
        say.done(word("ui.settings.calendar.imported", { year, off, work, changed }));
      } catch (error) {
        const found = error instanceof Refusal && error.error.code === "invalid" ? faultsOf(error.error.fields) : [];
        if (found.length === 0) throw error;
        setFaults(found);
        return [word("ui.settings.calendar.faults", { n: found.length })];
      }
      return undefined;
    });
    if (done) onClose();
  };
  return (
    <Modal
      open
      width={640}
      title={word("ui.settings.calendar.import_title", { year })}
      footer={null}
      onCancel={onClose}
    >
      <div className="settings-form">
        <p className="second">{word("ui.settings.calendar.import_text", { year })}</p>
        <Row label={word("ui.settings.calendar.source")} id={`${id}-source`} required>
          <Input
            id={`${id}-source`}
            autoFocus
            placeholder={word("ui.settings.calendar.source_hint")}
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
        </Row>
        <div className="settings-cell">
          <span className="row">
            <label htmlFor={`${id}-text`} className="small second grow">
              {word("ui.settings.calendar.days_text")}
              <span className="settings-star" aria-hidden="true">
                {" *"}
              </span>
            </label>
            <Button size="small" onClick={() => file.current?.click()}>
              {word("ui.settings.calendar.from_file")}
            </Button>
          </span>
          <input
            ref={file}
            hidden
            type="file"
            accept=".csv,.txt,.ics,text/csv,text/calendar,text/plain"
            aria-label={word("ui.settings.calendar.from_file")}
            onChange={(event) => {
              void event.target.files?.[0]?.arrayBuffer().then((bytes) => setText(decoded(bytes)));
              event.target.value = "";
            }}
          />
          <Input.TextArea
            id={`${id}-text`}
            className="settings-lines"
            autoSize={{ minRows: 8, maxRows: 14 }}
            placeholder={`${year}-01-01,off\n${year}-02-06,work`}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <Wrong said={wrong} />
        {faults.length > 0 && (
          <ul className="settings-faults small" aria-label={word("ui.settings.calendar.faults", { n: faults.length })}>
            {faults.map((fault) => (
              <li key={`${fault.field}/${fault.wrong}/${fault.detail}`}>
                <Mark state="broken" size={12} /> <FaultText fault={fault} />
              </li>
            ))}
          </ul>
        )}
        <div className="settings-acts">
          <Button
            type="primary"
            loading={busy}
            disabled={text.trim() === "" || source.trim() === ""}
            onClick={() => void submit()}
          >
            {word("ui.settings.calendar.import_do", { year })}
          </Button>
          <Button onClick={onClose}>{word("ui.settings.cancel")}</Button>
        </div>
      </div>
    </Modal>
  );
}

/** `第 3 行 「2027-13-01,off」：…`; of the text as a whole without a line. */
function FaultText({ fault }: { fault: Field }): ReactElement {
  const line = fault.field.split(".")[1];
  return (
    <>
      {line !== undefined && <span className="strong">{word("ui.settings.calendar.line", { n: line })} </span>}
      {fault.detail !== "" && <code>{fault.detail}</code>} {word(`wrong.${fault.wrong}`)}
    </>
  );
}
