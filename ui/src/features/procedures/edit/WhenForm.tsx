/** Conditions: all of these facts hold, each with one of its words. */
import { Button, Select } from "antd";
import { Plus } from "lucide-react";
import type { ReactElement } from "react";
import type { Task } from "../../../types.gen";
import { word } from "../../../words/i18n";
import { factOptions, wordOptions } from "./options";
import { Acts, Part, useShown } from "./parts";

type When = Task["when"];

const listOf = (words: string | string[] | undefined): string[] =>
  words === undefined ? [] : Array.isArray(words) ? words : [words];

export function WhenForm(props: { at: string; value: When; onChange: (when: When) => void }): ReactElement {
  return (
    <Part several label={word("ui.procedures.part.when")} at={props.at}>
      {() => <WhenLines label={word("ui.procedures.edit.condition")} value={props.value} onChange={props.onChange} />}
    </Part>
  );
}

export function WhenLines({
  label,
  value,
  onChange,
}: {
  /** What it is a condition of. */
  label: string;
  value: When;
  onChange: (when: When) => void;
}): ReactElement {
  const { procedure } = useShown();
  const facts = Object.keys(value) as (keyof When)[];
  const options = factOptions(procedure, facts);
  const put = (fact: string, words: string[]) =>
    onChange({ ...value, [fact]: words.length === 1 ? (words[0] as string) : words });
  const without = (fact: string): When =>
    Object.fromEntries(Object.entries(value).filter(([one]) => one !== fact)) as When;
  const free = options.filter((one) => !facts.includes(one.value as keyof When));
  const name = (fact: string) => word(`fact.${fact}`);
  return (
    <div className="procedure-lines">
      {facts.map((fact) => (
        <div key={fact} className="procedure-line-form">
          <Select
            aria-label={label}
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: "label" }}
            value={fact as string}
            options={options.filter((one) => one.value === fact || !facts.includes(one.value as keyof When))}
            onChange={(next: string) => onChange({ ...without(fact), [next]: [] })}
          />
          <Select
            aria-label={name(fact)}
            mode="multiple"
            popupMatchSelectWidth={false}
            placeholder={word("ui.field.choose")}
            value={listOf(value[fact])}
            options={wordOptions(procedure, fact, listOf(value[fact]))}
            onChange={(words: string[]) => put(fact, words)}
          />
          <Acts what={name(fact)} onRemove={() => onChange(without(fact))} />
        </div>
      ))}
      <Button
        size="small"
        icon={<Plus size={14} />}
        disabled={free.length === 0}
        onClick={() => free[0] && onChange({ ...value, [free[0].value]: [] })}
      >
        {word("ui.procedures.edit.add_condition")}
      </Button>
    </div>
  );
}
