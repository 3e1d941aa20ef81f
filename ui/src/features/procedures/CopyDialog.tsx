/** A procedure is copied: under a number of its own, or as the next version of the one that is there. */
import { Input, Modal } from "antd";
import type { ReactElement } from "react";
import { useId, useState } from "react";
import { useWrite } from "../../data/client";
import { sentences } from "../../data/speak";
import type { Names } from "../../types.gen";
import { Notice } from "../../ui/Page";
import { word } from "../../words/i18n";

export interface Source {
  /** A version that is kept, or the number of one in the library. */
  procedure: number | null;
  library: string | null;
  number: string;
  prefix: string;
  title: Names;
}

export function CopyDialog({
  source,
  taken,
  onClose,
  onDone,
}: {
  source: Source;
  /** Numbers that are there already. */
  taken: string[];
  onClose: () => void;
  onDone: (id: number) => void;
}): ReactElement {
  const [number, setNumber] = useState(source.number);
  const [prefix, setPrefix] = useState(source.prefix);
  const [title, setTitle] = useState(source.title);
  const write = useWrite("procedure_copy");
  const id = useId();
  const next = taken.includes(number.trim());
  const submit = () =>
    write.mutate(
      { procedure: source.procedure, library: source.library, number, prefix, title },
      { onSuccess: (kept) => onDone(kept.id) },
    );
  const row = (name: string, value: string, set: (text: string) => void, hint?: string) => (
    <div className="procedure-field">
      <label htmlFor={`${id}${name}`} className="small second">
        {word(`ui.procedures.copy.${name}`)}
      </label>
      <div>
        <Input id={`${id}${name}`} value={value} autoComplete="off" onChange={(e) => set(e.target.value)} />
        {hint !== undefined && <span className="small dim">{hint}</span>}
      </div>
    </div>
  );
  return (
    <Modal
      open
      title={word("ui.procedures.copy.head", { number: source.number })}
      okText={word("ui.procedures.copy.ok")}
      cancelText={word("ui.settings.cancel")}
      confirmLoading={write.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="procedure-form">
        {row("number", number, setNumber, word(next ? "ui.procedures.copy.next" : "ui.procedures.copy.own"))}
        {row("title", title.zh, (zh) => setTitle({ ...title, zh }))}
        {row("title_en", title.en, (en) => setTitle({ ...title, en }))}
        {row(
          "prefix",
          prefix,
          (text) => setPrefix(text.toUpperCase()),
          word("ui.procedures.copy.prefix_hint", { prefix }),
        )}
        {write.isError && <Notice tone="bad">{sentences(write.error).join(" ")}</Notice>}
      </div>
    </Modal>
  );
}
