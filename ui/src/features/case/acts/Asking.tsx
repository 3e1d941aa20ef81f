/** What every dialog of an act on the case is made of: what it means, what it asks, what was refused. */
import { Input, Modal } from "antd";
import type { ReactElement, ReactNode } from "react";
import { sentences } from "../../../data/speak";
import type { CaseView, Procedure } from "../../../types.gen";
import { Notice } from "../../../ui/Page";
import { word } from "../../../words/i18n";
import { overPage, useOverPage } from "../covered";
import { Labelled } from "../Labelled";

export interface ActProps {
  view: CaseView;
  procedure: Procedure;
  onClose: () => void;
}

/** What is typed stays until it has worked. */
export function Ask({
  title,
  text,
  act,
  error,
  busy,
  onAct,
  onClose,
  procedure,
  danger = false,
  ready = true,
  children,
}: {
  title: string;
  text: string;
  act: string;
  error: Error | null;
  busy: boolean;
  onAct: () => void;
  onClose: () => void;
  procedure: Procedure;
  /** It cannot be taken back. */
  danger?: boolean;
  /** What it needs is there. */
  ready?: boolean;
  children: ReactNode;
}): ReactElement {
  const go = () => {
    if (ready && !busy) onAct();
  };
  const keys = { "Ctrl+Enter": go };
  useOverPage(keys);
  return (
    <Modal
      open
      title={title}
      okText={act}
      cancelText={word("ui.case.cancel")}
      confirmLoading={busy}
      okButtonProps={{ danger, disabled: !ready }}
      onOk={go}
      onCancel={onClose}
      mask={{ closable: false }}
      modalRender={(dialog) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys on their way up are caught, nothing is to be pressed here
        <div role="presentation" onKeyDown={overPage(keys)}>
          {dialog}
        </div>
      )}
    >
      <div className="case-ask">
        <p className="second">{text}</p>
        {children}
        {error && <Notice tone="bad">{sentences(error, procedure).join(" ")}</Notice>}
      </div>
    </Modal>
  );
}

export function Reason({
  value,
  onChange,
  label = word("ui.case.reason"),
}: {
  value: string;
  onChange: (value: string) => void;
  label?: string;
}): ReactElement {
  return (
    <Labelled label={label}>
      {(id) => (
        <Input.TextArea
          id={id}
          value={value}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}
