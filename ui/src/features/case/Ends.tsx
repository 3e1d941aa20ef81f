/** How a case ended otherwise than by its procedure, and the cases that it has to do with: seal, links, and what is asked (I-12). */
import { Button } from "antd";
import { GitMerge, GitPullRequestCreate } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { useLocation } from "wouter";
import { useWrite } from "../../data/client";
import { useNow } from "../../data/clock";
import { useNames } from "../../data/masters";
import { useSession } from "../../data/session";
import { blockedText, sentences } from "../../data/speak";
import type { CaseLink, CaseView, Links as LinksOf, Procedure, Stopped, VoidAsked } from "../../types.gen";
import { Mark } from "../../ui/Mark";
import { Notice } from "../../ui/Page";
import { moment } from "../../ui/time";
import { word } from "../../words/i18n";
import "./ends.css";
import { Ask, Reason } from "./acts/Asking";

const SEALED = new Set(["void", "merged", "withdrawn"]);

/** As a rubber stamp on paper; nothing where the case runs, or ended by its procedure. */
export function Seal({ state }: { state: string }): ReactElement | null {
  if (!SEALED.has(state)) return null;
  return (
    <strong className="case-seal" data-state={state}>
      {word(`state.case.${state}`)}
    </strong>
  );
}

/** The other numbers, each one press away. */
export function Links({ links }: { links: LinksOf }): ReactElement {
  const one = (how: string, link: CaseLink) => <Link key={`${how}/${link.case}`} how={how} link={link} />;
  return (
    <>
      {links.merged_into && one("merged_into", links.merged_into)}
      {links.merged.map((link) => one("merged", link))}
      {links.split_from && one("split_from", links.split_from)}
      {links.split_into.map((link) => one("split_into", link))}
    </>
  );
}

function Link({ how, link }: { how: string; link: CaseLink }): ReactElement {
  const [, go] = useLocation();
  const Icon = how.startsWith("merged") ? GitMerge : GitPullRequestCreate;
  return (
    <button type="button" className="plain chip" onClick={() => go(`/cases/${link.case}?`)}>
      <Icon size={12} strokeWidth={1.5} aria-hidden="true" /> {word(`ui.case.link.${how}`)} {link.number}
    </button>
  );
}

/** What is said over the desk: who asks for a void number, or how the case was ended, by whom, why. */
export function Ends({ view, procedure }: { view: CaseView; procedure: Procedure }): ReactElement | null {
  const { void_asked: asked, stopped } = view.head;
  if (asked) return <Asked view={view} procedure={procedure} asked={asked} />;
  if (stopped && SEALED.has(view.head.state)) return <Ended state={view.head.state} how={stopped} />;
  return null;
}

function Ended({ state, how }: { state: string; how: Stopped }): ReactElement {
  const names = useNames();
  const now = useNow();
  const said = [how.said_by && word("ui.case.said_by", { who: how.said_by }), how.evidence].filter(Boolean);
  const by = how.asked_by
    ? word("ui.case.ended_asked", { asked: names.account(how.asked_by), by: names.account(how.by) })
    : names.account(how.by);
  return (
    <Notice>
      <Mark state="void" size={14} />{" "}
      {word("ui.case.ended", { state: word(`state.case.${state}`), at: moment(how.at, now), by, reason: how.reason })}
      {said.length > 0 && ` ${said.join(word("ui.list.comma"))}`}
    </Notice>
  );
}

/** Somebody asks; somebody else approves, or refuses. Whoever asked takes it back. */
function Asked({ view, procedure, asked }: { view: CaseView; procedure: Procedure; asked: VoidAsked }): ReactElement {
  const names = useNames();
  const now = useNow();
  const me = useSession().me.account;
  const answer = useWrite("case_void");
  const [refusing, setRefusing] = useState(false);
  const mine = asked.by === me;
  const may = view.void_blocked.length === 0;
  const approve = () => answer.mutate({ case: view.case, step: "approve", reason: "" });
  return (
    <>
      <Notice
        action={
          <span className="row">
            {may && !mine && (
              <Button danger loading={answer.isPending} onClick={approve}>
                {word("ui.case.void_approve")}
              </Button>
            )}
            {(may || mine) && (
              <Button onClick={() => setRefusing(true)}>
                {word(mine ? "ui.case.void_back" : "ui.case.void_refuse")}
              </Button>
            )}
          </span>
        }
      >
        <Mark state="heed" size={14} />{" "}
        {word("ui.case.void_waits", {
          who: names.account(asked.by),
          at: moment(asked.at, now),
          reason: asked.reason,
        })}{" "}
        {!may && (
          <span className="small">
            {view.void_blocked.map((one) => blockedText(one, procedure)).join(word("ui.list.semicolon"))}
          </span>
        )}
        {answer.isError && !refusing && (
          <span className="small bad">{sentences(answer.error, procedure).join(" ")}</span>
        )}
      </Notice>
      {refusing && <Refusing view={view} procedure={procedure} mine={mine} onClose={() => setRefusing(false)} />}
    </>
  );
}

function Refusing({
  view,
  procedure,
  mine,
  onClose,
}: {
  view: CaseView;
  procedure: Procedure;
  mine: boolean;
  onClose: () => void;
}): ReactElement {
  const refuse = useWrite("case_void");
  const [reason, setReason] = useState("");
  const act = word(mine ? "ui.case.void_back" : "ui.case.void_refuse");
  return (
    <Ask
      title={`${act}：${view.head.number}`}
      text={word("ui.case.void_refuse_text")}
      act={act}
      error={refuse.error}
      busy={refuse.isPending}
      procedure={procedure}
      onClose={onClose}
      onAct={() => refuse.mutate({ case: view.case, step: "refuse", reason }, { onSuccess: onClose })}
    >
      <Reason value={reason} onChange={setReason} />
    </Ask>
  );
}
