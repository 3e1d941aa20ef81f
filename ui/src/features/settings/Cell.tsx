/** One field of a row of master data, as it is read: in the list, and in the form of who may only look. */
import type { ReactNode } from "react";
import { useNames } from "../../data/masters";
import type { Master, PlantContact } from "../../types.gen";
import { Mark } from "../../ui/Mark";
import { named, word } from "../../words/i18n";
import { Contacts } from "./Contacts";
import type { Spec } from "./kinds";
import { fieldsOf } from "./kinds";

/** What a field of a row says, in words. */
export function Cell({ row, field }: { row: Master; field: Spec }): ReactNode {
  const names = useNames();
  const value = fieldsOf(row)[field.name];
  switch (field.is) {
    case "names":
      return named(value as { zh: string; en: string });
    case "customer":
      return names.customer(value as number);
    case "account":
      return value === null ? (
        <span className="heed">
          <Mark state="heed" size={12} /> {word(`ui.settings.no_${field.label}`)}
        </span>
      ) : (
        names.account(value as number)
      );
    case "contacts":
      return <Contacts value={value as PlantContact[]} />;
    case "format":
      return value === null ? word("ui.settings.none") : word(`choice.format.${String(value)}`);
    case "lang":
      return word(`ui.settings.lang.${String(value)}`);
    case "plant":
    case "text":
      return String(value || word("ui.settings.none"));
  }
}
