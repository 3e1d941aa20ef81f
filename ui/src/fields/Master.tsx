/** Rows of master data by name, code or pinyin; what is not there yet is made on the way where the form allows it. */
import { Select } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useRead, useWrite } from "../data/client";
import { sentences } from "../data/speak";
import type { MasterKind, Master as Row } from "../types.gen";
import { named, word } from "../words/i18n";
import type { ControlProps } from "./context";
import { shared } from "./context";

/** Kinds that somebody at the phone may add by name alone. */
const MADE_ON_THE_WAY: readonly MasterKind[] = ["customer", "product"];

function label(row: Row): string {
  switch (row.kind) {
    case "person":
      return row.body.name;
    default:
      return `${named(row.body.name)}　${row.body.code}`;
  }
}

export function Master({ of, ...props }: ControlProps & { of: MasterKind }): ReactElement {
  const rows = useRead("master_list", { of, containing: "" }).data?.rows ?? [];
  const save = useWrite("master_save");
  const [typed, setTyped] = useState("");
  const options = rows.map((row) => ({
    value: row.id,
    label: label(row.row),
    // What is searched: the label, and how it is spelled.
    search: `${label(row.row)} ${row.spelled}`.toLowerCase(),
  }));
  const name = typed.trim();
  const known = options.some((option) => option.label.split("　")[0] === name);
  const offered = name !== "" && !known && MADE_ON_THE_WAY.includes(of);
  const make = async () => {
    const names = { zh: name, en: "" };
    const body =
      of === "customer"
        ? { kind: of, body: { code: "", name: names, address: "", class: "", format: null, language: "zh" as const } }
        : { kind: "product" as const, body: { code: "", name: names, model: "", revision: "" } };
    const kept = await save.mutateAsync({ id: null, rev: 0, row: body as Row });
    props.onChange(kept.id);
  };
  return (
    <>
      <Select
        {...shared(props)}
        style={{ width: "100%" }}
        allowClear
        placeholder={word("ui.field.search")}
        notFoundContent={word("ui.field.none_found")}
        value={(props.value as number | null) ?? null}
        options={[
          ...options,
          ...(offered ? [{ value: -1, label: word("ui.field.create", { name }), search: name.toLowerCase() }] : []),
        ]}
        showSearch={{
          filterOption: (input, option) => option?.search.includes(input.trim().toLowerCase()) ?? false,
          onSearch: setTyped,
        }}
        onChange={(id) => {
          if (id === -1) void make().catch(() => {});
          else props.onChange(id ?? null);
        }}
      />
      {save.isError && <span className="small bad">{sentences(save.error).join(" ")}</span>}
    </>
  );
}
