/** Who may see the case (M-7). */
import { Checkbox, Select } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useWrite } from "../../../data/client";
import { usePeople } from "../../../data/masters";
import { word } from "../../../words/i18n";
import { Labelled } from "../Labelled";
import type { ActProps } from "./Asking";
import { Ask, Reason } from "./Asking";

export function Confiding({ view, procedure, onClose }: ActProps): ReactElement {
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
