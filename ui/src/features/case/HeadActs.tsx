/** What can be done with the case as a whole: its clock, taking it back, who may see it. What is not allowed says so (R-7, D-5, M-7). */
import { Button, Checkbox, Dropdown, Input, Modal, Select } from "antd";
import { MoreHorizontal } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { useState } from "react";
import { useWrite } from "../../data/client";
import { stageName, usePeople } from "../../data/masters";
import { useSession } from "../../data/session";
import { sentences } from "../../data/speak";
import type { CaseView, Procedure } from "../../types.gen";
import { Notice } from "../../ui/Page";
import { word } from "../../words/i18n";
import { overPage, useOverPage } from "./covered";
import { Labelled } from "./Labelled";
import { pauseOf } from "./stand";

type Asking = "pause" | "reopen" | "confide" | null;

export function HeadActs({
  view,
  procedure,
  children,
}: {
  view: CaseView;
  procedure: Procedure;
  children: ReactNode;
}): ReactElement {
  const [asking, setAsking] = useState<Asking>(null);
  const resume = useWrite("case_resume");
  const works = useSession().may("work");
  const pause = pauseOf(view);
  const over = view.head.archived_at !== null;
  const close = () => setAsking(null);
  return (
    <>
      {resume.isError && <span className="small bad">{sentences(resume.error, procedure).join(" ")}</span>}
      {works && !over && pause && (
        <Button loading={resume.isPending} onClick={() => resume.mutate({ case: view.case })}>
          {word("ui.case.resume")}
        </Button>
      )}
      {works && !over && !pause && <Button onClick={() => setAsking("pause")}>{word("ui.case.pause")}</Button>}
      {children}
      {works && (
        <Dropdown
          autoFocus
          trigger={["click"]}
          menu={{
            items: [
              {
                key: "reopen",
                label: word("ui.case.reopen"),
                disabled: view.can_reopen.length === 0,
                ...(view.can_reopen.length === 0 ? { extra: word("ui.case.reopen_none") } : {}),
              },
              { key: "confide", label: word("ui.case.confide") },
            ],
            onClick: ({ key }) => setAsking(key as Asking),
          }}
        >
          <Button icon={<MoreHorizontal size={16} strokeWidth={1.5} />} aria-label={word("ui.case.more")} />
        </Dropdown>
      )}
      {asking === "pause" && <Pausing view={view} procedure={procedure} onClose={close} />}
      {asking === "reopen" && <Reopening view={view} procedure={procedure} onClose={close} />}
      {asking === "confide" && <Confiding view={view} procedure={procedure} onClose={close} />}
    </>
  );
}

interface AskProps {
  view: CaseView;
  procedure: Procedure;
  onClose: () => void;
}

/** A dialog of one act: what it means, what it asks, what was refused. What is typed stays until it has worked. */
function Ask({
  title,
  text,
  act,
  error,
  busy,
  onAct,
  onClose,
  procedure,
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
  children: ReactNode;
}): ReactElement {
  const keys = { "Ctrl+Enter": onAct };
  useOverPage(keys);
  return (
    <Modal
      open
      title={title}
      okText={act}
      cancelText={word("ui.case.cancel")}
      confirmLoading={busy}
      onOk={onAct}
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

function Reason({ value, onChange }: { value: string; onChange: (value: string) => void }): ReactElement {
  return (
    <Labelled label={word("ui.case.reason")}>
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

function Pausing({ view, procedure, onClose }: AskProps): ReactElement {
  const pause = useWrite("case_pause");
  const [holder, setHolder] = useState("");
  const [reason, setReason] = useState("");
  const [agreed, setAgreed] = useState<string | null>(null);
  return (
    <Ask
      title={word("ui.case.pause_title", { number: view.head.number })}
      text={word("ui.case.pause_text")}
      act={word("ui.case.pause_act")}
      error={pause.error}
      busy={pause.isPending}
      procedure={procedure}
      onClose={onClose}
      onAct={() => pause.mutate({ case: view.case, reason, holder, agreed }, { onSuccess: onClose })}
    >
      <Labelled label={word("ui.case.pause_holder")}>
        {(id) => (
          <Input
            id={id}
            autoFocus
            value={holder}
            placeholder={word("ui.case.pause_holder_hint")}
            onChange={(event) => setHolder(event.target.value)}
          />
        )}
      </Labelled>
      <Reason value={reason} onChange={setReason} />
      <Checkbox checked={agreed !== null} onChange={(event) => setAgreed(event.target.checked ? "" : null)}>
        {word("ui.case.pause_agreed")}
      </Checkbox>
      {agreed !== null && (
        <Labelled label={word("ui.case.pause_where")}>
          {(id) => <Input id={id} value={agreed} onChange={(event) => setAgreed(event.target.value)} />}
        </Labelled>
      )}
    </Ask>
  );
}

function Reopening({ view, procedure, onClose }: AskProps): ReactElement {
  const reopen = useWrite("case_reopen");
  const [to, setTo] = useState(view.can_reopen.at(-1) ?? "");
  const [reason, setReason] = useState("");
  return (
    <Ask
      title={word("ui.case.reopen_title", { number: view.head.number })}
      text={word("ui.case.reopen_text")}
      act={word("ui.case.reopen_act", { stage: stageName(procedure, to) })}
      error={reopen.error}
      busy={reopen.isPending}
      procedure={procedure}
      onClose={onClose}
      onAct={() => reopen.mutate({ case: view.case, to, reason }, { onSuccess: onClose })}
    >
      <Labelled label={word("ui.case.reopen_to")}>
        {(id) => (
          <Select
            id={id}
            value={to}
            options={view.can_reopen.map((id) => ({ value: id, label: stageName(procedure, id) }))}
            onChange={setTo}
          />
        )}
      </Labelled>
      <Reason value={reason} onChange={setReason} />
    </Ask>
  );
}

function Confiding({ view, procedure, onClose }: AskProps): ReactElement {
  const confide = useWrite("case_confide");
  const people = usePeople().filter((person) => person.state === "active");
  const [confidential, setConfidential] = useState(view.head.confidential);
  const [participants, setParticipants] = useState(view.head.participants);
  const [reason, setReason] = useState("");
  return (
    <Ask
      title={word("ui.case.confide_title", { number: view.head.number })}
      text={word("ui.case.confide_text")}
      act={word("ui.case.confide_act")}
      error={confide.error}
      busy={confide.isPending}
      procedure={procedure}
      onClose={onClose}
      onAct={() => confide.mutate({ case: view.case, confidential, participants, reason }, { onSuccess: onClose })}
    >
      <Checkbox checked={confidential} onChange={(event) => setConfidential(event.target.checked)}>
        {word("ui.case.confide_on")}
      </Checkbox>
      <Labelled label={word("ui.case.participants")}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            showSearch={{ optionFilterProp: "label" }}
            value={participants}
            options={people.map((person) => ({ value: person.account, label: `${person.name} · ${person.login}` }))}
            onChange={setParticipants}
          />
        )}
      </Labelled>
      <Reason value={reason} onChange={setReason} />
    </Ask>
  );
}
