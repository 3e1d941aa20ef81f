/** One row of master data as a form; new, or in the revision that was read. */
import { Button, Input, Select } from "antd";
import type { ReactElement } from "react";
import { useEffect, useId, useRef, useState } from "react";
import { useWrite } from "../../data/client";
import { useCustomers, usePeople, usePlants } from "../../data/masters";
import { useSay } from "../../data/say";
import { CHOICES } from "../../fields.gen";
import type { Master, MasterKind, MasterRow, Permission, PlantContact } from "../../types.gen";
import { useKeys } from "../../ui/keys";
import { Panel } from "../../ui/Page";
import { named, word } from "../../words/i18n";
import { Cell } from "./Cell";
import { Contacts } from "./Contacts";
import type { Spec } from "./kinds";
import { fieldsOf, KINDS, withField } from "./kinds";
import { ReadOnly, Row, useRun, Wrong } from "./parts";

export function MasterForm({
  kind,
  row,
  needs,
  may,
  onSaved,
  onClose,
}: {
  kind: MasterKind;
  row: MasterRow | undefined;
  needs: Permission;
  may: boolean;
  onSaved: (id: number) => void;
  onClose: () => void;
}): ReactElement {
  const plants = usePlants();
  const [typed, setTyped] = useState<Master | null>(null);
  const trade = useWrite("master_save");
  const house = useWrite("plant_save");
  const say = useSay();
  const { run, busy, wrong } = useRun();
  const box = useRef<HTMLDivElement>(null);
  const { fields, fresh } = KINDS[kind];
  // A new department is at the plant that there is.
  const start = fresh.kind === "department" ? withField(fresh, "plant", plants[0]?.id ?? 0) : fresh;
  const shown = typed ?? row?.row ?? start;

  // Whoever adds a row types at once; whoever looks at one keeps the arrow keys of the list.
  useEffect(() => {
    if (!row) box.current?.querySelector("input")?.focus();
  }, [row]);

  const submit = async () => {
    if (typed === null || !may) return;
    let id = row?.id ?? 0;
    const done = await run(async () => {
      const request = { id: row?.id ?? null, rev: row?.rev ?? 0, row: typed };
      const kept = await (kind === "plant" || kind === "department" ? house : trade).mutateAsync(request);
      id = row?.id ?? kept.id;
      return undefined;
    });
    if (!done) return;
    setTyped(null);
    say.done(word("ui.settings.saved"));
    onSaved(id);
  };
  useKeys({ "Ctrl+s": () => void submit() });

  return (
    <Panel title={row ? titleOf(shown) : word(`ui.settings.add_kind.${kind}`)}>
      <div className="settings-form" ref={box}>
        {!may && <ReadOnly needs={needs} />}
        {fields.map((field) =>
          may ? (
            <FieldRow
              key={field.name}
              field={field}
              value={fieldsOf(shown)[field.name]}
              onChange={(value) => setTyped(withField(shown, field.name, value))}
            />
          ) : (
            field.is !== "plant" &&
            (field.is === "contacts" ? (
              <Cell key={field.name} row={shown} field={field} />
            ) : (
              <Row key={field.name} label={word(`ui.settings.field.${field.label}`)}>
                <span>
                  <Cell row={shown} field={field} />
                </span>
              </Row>
            ))
          ),
        )}
        <Wrong said={wrong} />
        <div className="settings-acts">
          {may && (
            <Button type="primary" disabled={typed === null} loading={busy} onClick={() => void submit()}>
              {word("ui.settings.save")} <kbd>Ctrl S</kbd>
            </Button>
          )}
          <Button onClick={onClose}>{word(typed === null ? "ui.settings.close" : "ui.settings.cancel")}</Button>
        </div>
      </div>
    </Panel>
  );
}

function titleOf(master: Master): string {
  return master.kind === "person" ? master.body.name : named(master.body.name);
}

function FieldRow({
  field,
  value,
  onChange,
}: {
  field: Spec;
  value: unknown;
  onChange: (value: unknown) => void;
}): ReactElement | null {
  const id = useId();
  const customers = useCustomers();
  const people = usePeople();
  const plants = usePlants();
  const label = word(`ui.settings.field.${field.label}`);
  const required = field.required ?? false;
  if (field.is === "plant" && plants.length < 2) return null;
  if (field.is === "names") {
    const names = value as { zh: string; en: string };
    return (
      <>
        {(["zh", "en"] as const).map((lang) => (
          <Row
            key={lang}
            id={`${id}-${lang}`}
            label={`${label}（${word(`ui.settings.field.${lang}`)}）`}
            required={required && lang === "zh"}
          >
            <Input
              id={`${id}-${lang}`}
              value={names[lang]}
              onChange={(event) => onChange({ ...names, [lang]: event.target.value })}
            />
          </Row>
        ))}
      </>
    );
  }
  if (field.is === "contacts") return <Contacts value={value as PlantContact[]} onChange={onChange} />;
  if (field.is === "text") {
    return (
      <Row id={id} label={label} required={required}>
        <Input id={id} value={value as string} onChange={(event) => onChange(event.target.value)} />
      </Row>
    );
  }
  const options = {
    customer: customers.map((row) => ({ value: row.id, label: `${row.body.code} ${named(row.body.name)}` })),
    account: people.map((one) => ({ value: one.account, label: `${one.name} ${one.login}` })),
    plant: plants.map((row) => ({ value: row.id, label: named(row.body.name) })),
    format: (CHOICES.format ?? []).map((one) => ({ value: one, label: word(`choice.format.${one}`) })),
    lang: ["zh", "en"].map((one) => ({ value: one, label: word(`ui.settings.lang.${one}`) })),
  }[field.is] as { value: string | number; label: string }[];
  return (
    <Row id={id} label={label} required={required}>
      <Select
        id={id}
        style={{ width: "100%" }}
        allowClear={field.is === "format" || field.is === "account"}
        showSearch={{ optionFilterProp: "label" }}
        placeholder={word("ui.field.choose")}
        value={(value as string | number | null) || null}
        options={options}
        onChange={(next) => onChange(next ?? null)}
      />
    </Row>
  );
}
