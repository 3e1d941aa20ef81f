/** 按哪份规程登记: asked only where several are in force, with what each is for. */
import { Select } from "antd";
import type { ReactElement } from "react";
import { useId } from "react";
import type { InForce } from "../../data/masters";
import { useSession } from "../../data/session";
import type { Procedure } from "../../types.gen";
import { named, word } from "../../words/i18n";
import { hasPost } from "./ask";

export function WhichProcedure({
  all,
  chosen,
  choose,
}: {
  all: readonly InForce[];
  chosen: Procedure;
  choose: (number: string) => void;
}): ReactElement {
  const id = useId();
  const { posts } = useSession().me;
  const options = all.map(({ procedure }) => {
    const open = hasPost(procedure, posts);
    const name = `${named(procedure.title)}　${procedure.number}`;
    return {
      value: procedure.number,
      label: open ? name : `${name}（${word("ui.intake.no_post")}）`,
      disabled: !open,
    };
  });
  // Those that can be chosen come first, each half in the order of the procedures.
  options.sort((a, b) => Number(a.disabled) - Number(b.disabled));
  return (
    <section className="intake-part" aria-labelledby={`${id}-title`}>
      <div>
        <h2 id={`${id}-title`}>{word("ui.intake.procedure")}</h2>
        <p className="small dim">{word("ui.intake.procedure_hint")}</p>
      </div>
      <div className="intake-which">
        <Select
          id={id}
          aria-labelledby={`${id}-title`}
          style={{ width: "100%" }}
          showSearch={{ optionFilterProp: "label" }}
          value={chosen.number}
          options={options}
          onChange={choose}
        />
        <p className="small second">{named(chosen.scope)}</p>
      </div>
    </section>
  );
}
