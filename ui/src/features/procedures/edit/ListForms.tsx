/** What the procedure adds to what can be said of a case: lists from which a text is chosen, and fields of its own. */
import { Input } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import type { ExtraField, ExtraType } from "../../../types.gen";
import { isComposing, nameOf } from "../../../ui/keys";
import { named, word } from "../../../words/i18n";
import { ItemsPart, Lines, Lists } from "./Lines";
import { newField, newItem, newList } from "./make";
import { moveField, removeField } from "./ops";
import { targetOptions, textOptions } from "./options";
import { NamesPart, OnePart, Part, useList, useShown } from "./parts";

export function ListsForm(): ReactElement {
  const { procedure } = useShown();
  const list = useList("list");
  return (
    <Lists hint="lists_hint">
      <Lines
        {...list}
        framed
        what={(one, n) => named(one.name) || word("ui.procedures.edit.list_n", { n: n + 1 })}
        add={word("ui.procedures.edit.add_list")}
        make={() => newList(procedure)}
      >
        {(one, put, n) => (
          <>
            <NamesPart
              label={word("ui.procedures.edit.name")}
              at={`list.${n}.name`}
              value={one.name}
              onChange={(name) => put({ ...one, name })}
            />
            <OnePart
              label={word("ui.procedures.edit.list_of")}
              at={`list.${n}.of`}
              value={one.of}
              none={word("ui.procedures.edit.list_of_none")}
              options={textOptions(procedure, one.of)}
              onChange={(of) => put({ ...one, of })}
            />
            <ItemsPart at={`list.${n}.items`} value={one.items} onChange={(items) => put({ ...one, items })} />
          </>
        )}
      </Lines>
    </Lists>
  );
}

const TYPES: ExtraType[] = ["text", "number", "date", "choice", "yes_no", "person", "file"];

export function FieldsForm(): ReactElement {
  const { procedure, change } = useShown();
  const list = useList("field");
  const targets = targetOptions();
  return (
    <Lists hint="fields_hint">
      <Lines
        {...list}
        framed
        what={(field, n) => named(field.label) || word("ui.procedures.edit.field_n", { n: n + 1 })}
        add={word("ui.procedures.edit.add_field")}
        make={() => newField(procedure)}
        onRemove={(n) => change((copy) => removeField(copy, n))}
      >
        {(field, put, n) => (
          <>
            <NamesPart
              label={word("ui.procedures.edit.name")}
              at={`field.${n}.label`}
              value={field.label}
              onChange={(label) => put({ ...field, label })}
            />
            <OnePart
              label={word("ui.procedures.edit.field_section")}
              at={`field.${n}.section`}
              value={field.section}
              options={targets}
              onChange={(section) => section && change((copy) => moveField(copy, n, { section }))}
            />
            <OnePart
              label={word("ui.procedures.edit.field_type")}
              at={`field.${n}.type`}
              value={field.type}
              options={TYPES.map((value) => ({ value, label: word(`ui.procedures.edit.type.${value}`) }))}
              onChange={(type) => type && put(retyped(field, type as ExtraType))}
            />
            {field.type === "choice" && (
              <ItemsPart at={`field.${n}.words`} value={field.words} onChange={(words) => put({ ...field, words })} />
            )}
            <CodePart
              at={`field.${n}.name`}
              value={field.name}
              onChange={(name) => change((copy) => moveField(copy, n, { name }))}
            />
          </>
        )}
      </Lines>
    </Lists>
  );
}

/** Only a choice has words, and it has at least one. */
function retyped(field: ExtraField, type: ExtraType): ExtraField {
  return { ...field, type, words: type === "choice" ? [newItem([])] : [] };
}

/** The name by which the rest of the procedure knows the field. It is taken when it is whole: on the way it may be another one's. */
function CodePart({
  at,
  value,
  onChange,
}: {
  at: string;
  value: string;
  onChange: (name: string) => void;
}): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    if (typed !== null && typed !== value) onChange(typed);
    setTyped(null);
  };
  return (
    <Part label={word("ui.procedures.edit.field_code")} at={at} hint={word("ui.procedures.edit.field_code_hint")}>
      {(id) => (
        <Input
          id={id}
          value={typed ?? value}
          autoComplete="off"
          onChange={(e) => setTyped(e.target.value)}
          onBlur={take}
          onKeyDown={(e) => !isComposing(e) && nameOf(e) === "Enter" && take()}
        />
      )}
    </Part>
  );
}
