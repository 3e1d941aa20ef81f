/** 合并: two complaints of one customer about one matter; one leads, the other ends in it (I-12). */
import { Radio, Select } from "antd";
import type { ReactElement } from "react";
import { useEffect, useState } from "react";
import { useRead, useWrite } from "../../../data/client";
import { useNames } from "../../../data/masters";
import { isReadOnly } from "../../../data/over";
import type { RegisterLine } from "../../../types.gen";
import { word } from "../../../words/i18n";
import { Labelled } from "../Labelled";
import { bodyThatCounts } from "../stand";
import type { ActProps } from "./Asking";
import { Ask, Reason } from "./Asking";

/** So many are offered at once; more are found by typing. */
const OFFERED = 30;

export function Merging({ view, procedure, onClose }: ActProps): ReactElement {
  const merge = useWrite("case_merge");
  const [other, setOther] = useState<RegisterLine | null>(null);
  const [leads, setLeads] = useState<"this" | "other">("this");
  const [reason, setReason] = useState("");
  const [into, ends] = leads === "this" ? [view.head.number, other?.number] : [other?.number, view.head.number];
  const act = () => {
    if (!other) return;
    const pair = leads === "this" ? { case: view.case, other: other.case } : { case: other.case, other: view.case };
    merge.mutate({ ...pair, reason }, { onSuccess: onClose });
  };
  return (
    <Ask
      title={word("ui.case.merge_title", { number: view.head.number })}
      text={word("ui.case.merge_text")}
      act={word("ui.case.merge_act")}
      error={merge.error}
      busy={merge.isPending}
      ready={other !== null}
      procedure={procedure}
      onClose={onClose}
      onAct={act}
    >
      <Labelled label={word("ui.case.merge_other")}>
        {(id) => <Finder id={id} view={view} value={other} onChange={setOther} />}
      </Labelled>
      <div className="col">
        <span className="small second" id="merge-leads">
          {word("ui.case.merge_leads")}
        </span>
        <Radio.Group
          aria-labelledby="merge-leads"
          value={leads}
          options={[
            { value: "this", label: word("ui.case.merge_this", { number: view.head.number }) },
            { value: "other", label: other?.number ?? word("ui.case.merge_that") },
          ]}
          onChange={(event) => setLeads(event.target.value)}
        />
      </div>
      {into && ends && <p>{word("ui.case.merge_means", { into, ends })}</p>}
      <Reason value={reason} onChange={setReason} />
    </Ask>
  );
}

/** Another case of the same customer that still runs, by its number or by words. */
function Finder({
  id,
  view,
  value,
  onChange,
}: {
  id: string;
  view: ActProps["view"];
  value: RegisterLine | null;
  onChange: (row: RegisterLine | null) => void;
}): ReactElement {
  const names = useNames();
  const [typed, setTyped] = useState("");
  const search = useSettled(typed.trim());
  const customer = (bodyThatCounts(view, "complaint")?.customer as number | null | undefined) ?? null;
  const asked = { ...EVERY, customer, search, limit: OFFERED };
  const found = useRead("register_list", asked, { enabled: customer !== null, keep: true }).data?.rows ?? [];
  const rows = found.filter((row) => row.case !== view.case && !isReadOnly(row.state));
  const label = (row: RegisterLine) => `${row.number}　${row.summary || names.customer(row.customer)}`;
  return (
    <Select
      id={id}
      autoFocus
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={word("ui.case.merge_find")}
      notFoundContent={word("ui.case.merge_none")}
      value={value?.case ?? null}
      options={[...rows, ...(value && !rows.some((row) => row.case === value.case) ? [value] : [])].map((row) => ({
        value: row.case,
        label: label(row),
      }))}
      onChange={(of) => onChange(rows.find((row) => row.case === of) ?? null)}
    />
  );
}

const EVERY = {
  plant: null,
  procedure: null,
  stage: null,
  state: null,
  class: null,
  severity: null,
  track: null,
  verdict: null,
  owner: null,
  from: null,
  until: null,
  overdue: false,
  after: null,
};

/** What is typed, once it has stood still for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), 250);
    return () => window.clearTimeout(timer);
  }, [value]);
  return settled;
}
