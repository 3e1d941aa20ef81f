/** Registering a complaint: one page from top to bottom, a phone call in under two minutes (I-14, ux.md § Screens). */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useRead } from "../../data/client";
import { useProceduresInForce } from "../../data/masters";
import { useSession } from "../../data/session";
import { sentences } from "../../data/speak";
import { Notice, Page } from "../../ui/Page";
import { word } from "../../words/i18n";
import { meant } from "./ask";
import { IntakeForm } from "./IntakeForm";
import "./intake.css";
import { LAST_USED } from "./register";

export function IntakePage(): ReactElement {
  // The address may be typed by anybody; who may not register is told before they type a page.
  if (!useSession().may("work")) {
    return (
      <Page title={word("ui.intake.title")}>
        <Notice tone="heed">{word("ui.intake.not_yours")}</Notice>
      </Page>
    );
  }
  return <Intake />;
}

function Intake(): ReactElement {
  const drafts = useRead("draft_list", { case: null });
  const { me } = useSession();
  const all = useProceduresInForce();
  const last = useRead("preference_get", { name: LAST_USED });
  const usual = meant(all ?? [], null, last.data?.value ?? null, me.posts)?.procedure;
  // A draft is taken up once, when the list is fresh: what an older list says is older than what was typed last.
  const [fresh, setFresh] = useState(false);
  // After 继续登记 the form begins anew.
  const [turn, setTurn] = useState(0);
  if (!fresh && drafts.isSuccess && !drafts.isFetching) setFresh(true);
  if (drafts.isError && !fresh) {
    return (
      <Page title={word("ui.intake.title")}>
        <Notice tone="bad" action={<Button onClick={() => void drafts.refetch()}>{word("ui.error.retry")}</Button>}>
          {sentences(drafts.error).join(" ")}
        </Notice>
      </Page>
    );
  }
  if (!fresh || !all || last.isPending) return <Page title={word("ui.intake.title")}>{null}</Page>;
  if (!usual) {
    return (
      <Page title={word("ui.intake.title")}>
        <Notice tone="heed">{word("ui.intake.no_procedure")}</Notice>
      </Page>
    );
  }
  return (
    <IntakeForm
      key={turn}
      all={all}
      usual={usual}
      drafts={turn === 0 ? (drafts.data?.drafts ?? []) : []}
      onNext={() => setTurn(turn + 1)}
    />
  );
}
