/** People: somebody with an account, or anybody by name. A name that is an account's is given as the account. */
import { AutoComplete, Select } from "antd";
import type { ReactElement } from "react";
import { useNames, usePeople } from "../data/masters";
import type { PersonView, Who } from "../types.gen";
import { isComposing } from "../ui/keys";
import { word } from "../words/i18n";
import type { ControlProps } from "./context";
import { shared } from "./context";

function active(people: PersonView[]): PersonView[] {
  return people.filter((person) => person.state === "active");
}

function matches(person: PersonView, typed: string): boolean {
  const needle = typed.toLowerCase();
  return person.name.toLowerCase().includes(needle) || person.login.toLowerCase().includes(needle);
}

/** Tab leaves the field, also while names are offered: the list would keep it. */
function passTab(box: HTMLElement | null) {
  const listen = (event: KeyboardEvent) => {
    if (event.key === "Tab" && !isComposing(event)) event.stopPropagation();
  };
  box?.addEventListener("keydown", listen, true);
  return () => box?.removeEventListener("keydown", listen, true);
}

/** No cross to clear it: a name is erased by typing, and Tab goes to the next field at once. */
export function WhoControl(props: ControlProps): ReactElement {
  const people = active(usePeople());
  const names = useNames();
  const who = props.value as Who | null;
  const typed = who === null ? "" : "account" in who ? names.account(who.account) : who.name;
  const take = (text: string) => {
    if (text === "") return props.onChange(null);
    const person = people.find((one) => one.name === text);
    props.onChange(person ? { account: person.account } : { name: text });
  };
  const found = people.filter((person) => typed === "" || (who && "account" in who) || matches(person, typed));
  return (
    <span ref={passTab} className="who">
      <AutoComplete
        // Who is not on the list is written as typed: nobody is taken for them.
        defaultActiveFirstOption={false}
        {...shared(props)}
        style={{ width: "100%", minWidth: 96 }}
        value={typed}
        placeholder={props.label === undefined ? word("ui.field.who_hint") : undefined}
        options={found.map((person) => ({ value: person.name, label: `${person.name} · ${person.login}` }))}
        onChange={(text) => take(text ?? "")}
      />
    </span>
  );
}

export function AccountControl(props: ControlProps): ReactElement {
  const people = active(usePeople());
  return (
    <Select
      {...shared(props)}
      style={{ width: "100%" }}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      placeholder={word("ui.field.choose")}
      value={(props.value as number | null) ?? null}
      options={people.map((person) => ({ value: person.account, label: `${person.name} · ${person.login}` }))}
      onChange={(account) => props.onChange(account ?? null)}
    />
  );
}
