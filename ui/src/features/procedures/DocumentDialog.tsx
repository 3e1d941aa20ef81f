/** The file of a cited document is brought or replaced, with the number and version that the house gave it (M-9). */
import { Input, Modal } from "antd";
import type { ReactElement } from "react";
import { useId, useState } from "react";
import { useWrite } from "../../data/client";
import { useSay } from "../../data/say";
import { sentences } from "../../data/speak";
import { Control } from "../../fields/Control";
import type { DocumentView } from "../../types.gen";
import { Notice } from "../../ui/Page";
import { named, word } from "../../words/i18n";

export function DocumentDialog({
  procedure,
  document: { cited, kept },
  onRefused,
  onClose,
}: {
  procedure: number;
  document: DocumentView;
  /** What stands may be other than what was on the screen. */
  onRefused: () => void;
  onClose: () => void;
}): ReactElement {
  const [number, setNumber] = useState(kept?.row.number ?? "");
  const [version, setVersion] = useState(kept?.row.version ?? cited.version);
  const [file, setFile] = useState<string | null>(null);
  const write = useWrite("document_save");
  const say = useSay();
  const id = useId();
  const title = named(cited.title);
  // Number and version may change where the file stays.
  const same = number === kept?.row.number && version === kept.row.version;
  const sent = file ?? (same ? undefined : kept?.row.file);
  const submit = () => {
    if (!sent) return;
    const request = { procedure, document: cited.id, rev: kept?.rev ?? 0, number, version, file: sent };
    write.mutate(request, {
      onSuccess: () => {
        say.done(word("ui.documents.saved", { title }));
        onClose();
      },
      onError: onRefused,
    });
  };
  const text = (name: "number" | "version", value: string, set: (text: string) => void) => (
    <div className="procedure-field">
      <label htmlFor={`${id}${name}`} className="small second">
        {word(`ui.documents.own.${name}`)}
      </label>
      <Input
        id={`${id}${name}`}
        value={value}
        placeholder={word(`ui.documents.own.${name}_hint`)}
        autoComplete="off"
        onChange={(e) => set(e.target.value)}
      />
    </div>
  );
  return (
    <Modal
      open
      title={word(`ui.documents.${kept ? "replace" : "bring"}_of`, { title })}
      okText={word("ui.documents.save")}
      okButtonProps={{ disabled: !sent }}
      cancelText={word("ui.settings.cancel")}
      confirmLoading={write.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="procedure-form">
        {text("number", number, setNumber)}
        {text("version", version, setVersion)}
        <div className="procedure-field">
          <span className="small second">{word("ui.documents.own.file")}</span>
          <div>
            <Control
              id={`${id}file`}
              path="document.file"
              label={word("ui.documents.own.file")}
              type={{ is: "file" }}
              value={file}
              onChange={(chosen) => setFile(chosen as string | null)}
            />
            {kept && !file && <span className="small dim">{word("ui.documents.stays", { name: kept.row.name })}</span>}
          </div>
        </div>
        {write.isError && <Notice tone="bad">{sentences(write.error).join(" ")}</Notice>}
      </div>
    </Modal>
  );
}
