/**
 * A case: the work in the middle, the state at the top, the past at the right (visual-language § 1). What is missing and who
 * may do what comes with the case; this page only shows it.
 */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useRoute } from "wouter";
import { useRead } from "../../data/client";
import { useProcedure } from "../../data/masters";
import { sentences } from "../../data/speak";
import { Notice, Page } from "../../ui/Page";
import { word } from "../../words/i18n";
import "./case.css";
import { Desk } from "./Desk";

export function CasePage(): ReactElement {
  const [, params] = useRoute("/cases/:case");
  const named = params?.case ?? "";
  // By its id, or by the number that is printed on a paper and read out over the phone.
  const asked = /^\d+$/.test(named) ? { case: Number(named), number: null } : { case: null, number: named };
  const view = useRead("case_get", asked, { enabled: named !== "" });
  const of = view.data?.case ?? asked.case ?? 0;
  const procedure = useProcedure(view.data?.head.procedure);
  const drafts = useRead("draft_list", { case: of }, { enabled: of > 0 });
  if (view.isError && !view.data) {
    return (
      <Page title={word("ui.case.title")}>
        <Notice tone="bad" action={<Button onClick={() => void view.refetch()}>{word("ui.error.retry")}</Button>}>
          {sentences(view.error).join(" ")}
        </Notice>
      </Page>
    );
  }
  if (!view.data || !procedure || drafts.isPending) return <Page title={word("ui.case.title")}>{null}</Page>;
  return (
    <Desk
      key={of}
      view={view.data}
      procedure={procedure}
      drafts={drafts.data?.drafts ?? []}
      lost={view.isError ? view.error : null}
    />
  );
}
