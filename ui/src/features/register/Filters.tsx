/** Choosing which cases are shown: a control for each thing that can be chosen, and a chip for each that was. */
import { Button, DatePicker, Select } from "antd";
import dayjs from "dayjs";
import { X } from "lucide-react";
import type { ReactElement } from "react";
import { useId } from "react";
import { type Names, stageName, useCustomers, usePeople, useProcedureInForce } from "../../data/masters";
import type { Procedure } from "../../types.gen";
import { named, word } from "../../words/i18n";
import { choose, FILTER_KEYS, type Filter, type FilterKey } from "./filter";

/** The words of what can be chosen; where they come from the catalogue. */
const WORDS: Partial<Record<FilterKey, { under: string; codes: string[] }>> = {
  class: {
    under: "choice.class",
    codes: ["quality", "packaging", "delivery", "order", "freight", "documents", "service"],
  },
  severity: { under: "choice.severity", codes: ["major", "serious", "ordinary"] },
  track: { under: "choice.track", codes: ["8d", "capa", "simple"] },
  verdict: { under: "choice.verdict", codes: ["established", "partly", "pending", "not_established"] },
  state: { under: "state.case", codes: ["open", "settled", "closed", "archived", "withdrawn", "merged", "void"] },
};

interface Option {
  value: string | number;
  label: string;
}

/** One thing to choose, labelled. */
export function FilterControl({
  which,
  filter,
  onChange,
}: {
  which: FilterKey;
  filter: Filter;
  onChange: (next: Filter) => void;
}): ReactElement {
  const id = useId();
  const value = filter[which];
  const options = useOptions(which);
  const label = word(`ui.register.filter.${which}`);
  const set = (next: string | number | boolean | undefined) =>
    onChange(choose(filter, which, (next === "" || next === false ? undefined : next) as Filter[typeof which]));
  if (which === "from" || which === "until") {
    return (
      <div className="register-control">
        <label htmlFor={id}>{label}</label>
        <DatePicker
          id={id}
          value={typeof value === "string" ? dayjs(value) : null}
          onChange={(date) => set(date?.format("YYYY-MM-DD"))}
        />
      </div>
    );
  }
  if (which === "overdue" || which === "unclosed") {
    return (
      <div className="register-control">
        <span />
        <label>
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => set(event.target.checked || undefined)}
          />{" "}
          {label}
        </label>
      </div>
    );
  }
  return (
    <div className="register-control">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        value={value as string | number | undefined}
        onChange={(next) => set(next)}
        options={options}
        placeholder={word("ui.register.any")}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}

function useOptions(which: FilterKey): Option[] {
  const customers = useCustomers();
  const people = usePeople();
  const procedure = useProcedureInForce()?.procedure;
  const words = WORDS[which];
  if (words) return words.codes.map((code) => ({ value: code, label: word(`${words.under}.${code}`) }));
  if (which === "customer") return customers.map((row) => ({ value: row.id, label: named(row.body.name) }));
  if (which === "owner") return people.map((person) => ({ value: person.account, label: person.name }));
  if (which === "stage")
    return (procedure?.stage ?? []).map((stage) => ({ value: stage.id, label: named(stage.name) }));
  return [];
}

/** What a choice says, in words. */
function said(key: FilterKey, filter: Filter, names: Names, procedure: Procedure | undefined): string {
  const label = word(`ui.register.filter.${key}`);
  const value = filter[key];
  const words = WORDS[key];
  switch (key) {
    case "overdue":
    case "unclosed":
      return label;
    case "from":
      return word("ui.register.chip.from", { day: String(value) });
    case "until":
      return word("ui.register.chip.until", { day: String(value) });
    case "customer":
      return word("ui.register.chip.is", { label, value: names.customer(filter.customer) });
    case "owner":
      return word("ui.register.chip.is", { label, value: names.account(filter.owner) });
    case "stage":
      return word("ui.register.chip.is", { label, value: stageName(procedure, String(value)) });
    default:
      return word("ui.register.chip.is", { label, value: words ? word(`${words.under}.${value}`) : String(value) });
  }
}

export function Chips({
  filter,
  names,
  onChange,
}: {
  filter: Filter;
  names: Names;
  onChange: (next: Filter) => void;
}): ReactElement | null {
  const procedure = useProcedureInForce()?.procedure;
  const chosen = FILTER_KEYS.filter((key) => filter[key] !== undefined);
  if (chosen.length === 0) return null;
  return (
    <ul className="register-chips" aria-label={word("ui.register.chosen")}>
      {chosen.map((key) => {
        const text = said(key, filter, names, procedure);
        return (
          <li key={key}>
            <button
              type="button"
              className="plain register-chip"
              aria-label={word("ui.register.chip.remove", { what: text })}
              onClick={() => onChange(choose(filter, key, undefined))}
            >
              {text} <X size={12} strokeWidth={1.5} aria-hidden="true" />
            </button>
          </li>
        );
      })}
      <li>
        <Button type="text" size="small" onClick={() => onChange({})}>
          {word("ui.register.clear")}
        </Button>
      </li>
    </ul>
  );
}
