/** What is said of the whole: the document, its roles, and the amounts from which on somebody higher is asked. */
import { Button, Checkbox, Input, InputNumber, Select } from "antd";
import { Plus } from "lucide-react";
import type { ReactElement } from "react";
import type { Fact, Procedure } from "../../../types.gen";
import { named, word } from "../../../words/i18n";
import { addRole, removeRole } from "./ops";
import { amountOptions } from "./options";
import { Acts, NamesPart, TextPart, Told, useShown } from "./parts";

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
  const put = (n: number, name: { zh: string; en: string }) =>
    change((copy) => {
      const role = copy.role[n];
      if (role) role.name = name;
    });
  return (
    <div className="procedure-form">
      <p className="second">{word("ui.procedures.edit.roles_hint")}</p>
      {procedure.role.length === 0 && <Told at="role" />}
      {procedure.role.map((role, n) => (
        <div key={role.id} className="procedure-line-form">
          <Input
            aria-label={word("ui.procedures.edit.role_zh", { n: n + 1 })}
            placeholder={word("ui.field.zh")}
            value={role.name.zh}
            onChange={(e) => put(n, { ...role.name, zh: e.target.value })}
          />
          <Input
            aria-label={word("ui.procedures.edit.role_en", { n: n + 1 })}
            placeholder={word("ui.field.en")}
            value={role.name.en}
            onChange={(e) => put(n, { ...role.name, en: e.target.value })}
          />
          <Acts what={named(role.name)} onRemove={() => change((copy) => removeRole(copy, n))} />
          <Told at={`role.${n}`} />
        </div>
      ))}
      <div>
        <Button size="small" icon={<Plus size={14} />} onClick={() => change((copy) => addRole(copy, "", ""))}>
          {word("ui.procedures.edit.add_role")}
        </Button>
      </div>
    </div>
  );
}

export function LimitsForm(): ReactElement {
  const { procedure, change } = useShown();
  const facts = amountOptions();
  return (
    <div className="procedure-form">
      <p className="second">{word("ui.procedures.edit.limits_hint")}</p>
      {procedure.limit.map((limit, n) => (
        <div key={`${limit.fact}${limit.word}`} className="procedure-line-form" data-at={`limit.${n}`}>
          <Select
            aria-label={word("ui.procedures.edit.limit_of", { n: n + 1 })}
            popupMatchSelectWidth={false}
            value={limit.fact}
            options={facts}
            onChange={(fact: Fact) =>
              change((copy) => {
                const mine = copy.limit[n];
                if (mine) mine.fact = fact;
              })
            }
          />
          <InputNumber
            aria-label={word("ui.procedures.edit.limit_from", { n: n + 1 })}
            className="procedure-amount"
            min={0}
            precision={2}
            suffix={word("ui.procedures.edit.and_up")}
            value={limit.from / 100}
            onChange={(yuan) =>
              change((copy) => {
                const mine = copy.limit[n];
                if (mine) mine.from = Math.round((yuan ?? 0) * 100);
              })
            }
          />
          <Acts
            what={word("ui.procedures.edit.limit", { n: n + 1 })}
            onRemove={() =>
              change((copy) => {
                copy.limit.splice(n, 1);
              })
            }
          />
          <Told at={`limit.${n}`} />
        </div>
      ))}
      <div>
        <Button size="small" icon={<Plus size={14} />} onClick={() => change(addLimit)}>
          {word("ui.procedures.edit.add_limit")}
        </Button>
      </div>
    </div>
  );
}

/** In front of the others of its amount: half of the lowest, or ten thousand. */
function addLimit(copy: Procedure): void {
  const fact = copy.limit[0]?.fact ?? "cost";
  const of = copy.limit.filter((one) => one.fact === fact);
  const taken = new Set(copy.limit.map((one) => one.word));
  let n = copy.limit.length + 1;
  while (taken.has(`step_${n}`)) n += 1;
  const lowest = Math.min(...of.map((one) => one.from));
  const from = of.length > 0 ? Math.floor(lowest / 200) * 100 : 1_000_000;
  const first = copy.limit.findIndex((one) => one.fact === fact);
  copy.limit.splice(Math.max(first, 0), 0, { fact, word: `step_${n}`, from });
}
