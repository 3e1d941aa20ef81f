/** 技能: what a person can handle, in words; those that others have are offered, so that one skill has one name (M-5). */
import { Select } from "antd";
import type { ReactElement } from "react";
import { useId } from "react";
import { usePeople } from "../../data/masters";
import { word } from "../../words/i18n";
import { Row } from "./parts";

export function SkillsRow({
  value,
  onChange,
}: {
  value: string[];
  onChange: (skills: string[]) => void;
}): ReactElement {
  const id = useId();
  const known = [...new Set(usePeople().flatMap((person) => person.skills))].sort();
  return (
    <Row label={word("ui.settings.people.skills")} id={id} hint={word("ui.settings.people.skills_hint")}>
      <Select
        id={id}
        mode="tags"
        style={{ width: "100%" }}
        tokenSeparators={["、", "，", ",", "；", ";"]}
        placeholder={word("ui.settings.people.skills_type")}
        value={value}
        options={known.map((skill) => ({ value: skill, label: skill }))}
        onChange={onChange}
      />
    </Row>
  );
}
