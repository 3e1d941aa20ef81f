/** What is said of the whole: the document, its roles, and the amounts from which on somebody higher is asked. */
import { Checkbox, Input, InputNumber, Select } from "antd";
import type { ReactElement } from "react";
import type { Fact, Procedure } from "../../../types.gen";
import { named, word } from "../../../words/i18n";
import { KnownRole } from "./KnownRole";
import { Lines, Lists } from "./Lines";
import { newLimit, newRole } from "./make";
import { removeRole } from "./ops";
import { amountOptions } from "./options";
import { NamesPart, TextPart, useList, useShown } from "./parts";

const LINES = ["number", "version", "prefix", "owner", "author"] as const;

export function DocumentForm(): ReactElement {
  const { procedure, change } = useShown();
  const put = (some: Partial<Procedure>) => change((copy) => void Object.assign(copy, some));
  return (
    <div className="procedure-form">
      <NamesPart
        label={word("ui.procedures.edit.title")}
        at="title"
        value={procedure.title}
        onChange={(title) => put({ title })}
      />
      {LINES.map((line) => (
        <TextPart
          key={line}
          label={word(`ui.procedures.head.${line}`)}
          at={line}
          value={procedure[line]}
          onChange={(text) => put({ [line]: text })}
        />
      ))}
      <NamesPart
        long
        label={word("ui.procedures.head.purpose")}
        at="purpose"
        value={procedure.purpose}
        onChange={(purpose) => put({ purpose })}
      />
      <NamesPart
        long
        label={word("ui.procedures.head.scope")}
        at="scope"
        value={procedure.scope}
        onChange={(scope) => put({ scope })}
      />
      <Checkbox checked={procedure.neutral} onChange={(e) => put({ neutral: e.target.checked })}>
        {word("ui.procedures.edit.neutral")}
      </Checkbox>
    </div>
  );
}

export function RolesForm(): ReactElement {
  const { procedure, change } = useShown();
  return (
    <Lists hint="roles_hint">
      <Lines
        {...useList("role")}
        unordered
        what={(role) => named(role.name)}
        add={word("ui.procedures.edit.add_role")}
        make={() => newRole(procedure)}
        onRemove={(n) => change((copy) => removeRole(copy, n))}
      >
        {(role, put, n) => (
          <>
            <Input
              aria-label={word("ui.procedures.edit.role_zh", { n: n + 1 })}
              placeholder={word("ui.field.zh")}
              value={role.name.zh}
              onChange={(e) => put({ ...role, name: { ...role.name, zh: e.target.value } })}
            />
            <Input
              aria-label={word("ui.procedures.edit.role_en", { n: n + 1 })}
              placeholder={word("ui.field.en")}
              value={role.name.en}
              onChange={(e) => put({ ...role, name: { ...role.name, en: e.target.value } })}
            />
          </>
        )}
      </Lines>
      <KnownRole />
    </Lists>
  );
}

export function LimitsForm(): ReactElement {
  const { procedure } = useShown();
  const facts = amountOptions();
  const added = newLimit(procedure);
  return (
    <Lists hint="limits_hint">
      <Lines
        {...useList("limit")}
        unordered
        what={(_, n) => word("ui.procedures.edit.limit", { n: n + 1 })}
        add={word("ui.procedures.edit.add_limit")}
        make={() => added.limit}
        place={added.place}
      >
        {(limit, put, n) => (
          <>
            <Select
              aria-label={word("ui.procedures.edit.limit_of", { n: n + 1 })}
              popupMatchSelectWidth={false}
              value={limit.fact}
              options={facts}
              onChange={(fact: Fact) => put({ ...limit, fact })}
            />
            <InputNumber
              aria-label={word("ui.procedures.edit.limit_from", { n: n + 1 })}
              className="procedure-amount"
              min={0}
              precision={2}
              suffix={word("ui.procedures.edit.and_up")}
              value={limit.from / 100}
              onChange={(yuan) => put({ ...limit, from: Math.round((yuan ?? 0) * 100) })}
            />
          </>
        )}
      </Lines>
    </Lists>
  );
}
