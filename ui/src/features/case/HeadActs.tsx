/**
 * What can be done with the case as a whole: its clock, taking it back, who may see it, and the ends that no procedure leads
 * to. What is not allowed says so (R-7, D-5, M-7, I-12, D-11).
 */
import { Button, Dropdown } from "antd";
import { MoreHorizontal } from "lucide-react";
import type { ComponentType, ReactElement, ReactNode } from "react";
import { useState } from "react";
import { useWrite } from "../../data/client";
import { isReadOnly } from "../../data/over";
import { useSession } from "../../data/session";
import { sentences } from "../../data/speak";
import type { CaseView, Procedure } from "../../types.gen";
import { word } from "../../words/i18n";
import type { ActProps } from "./acts/Asking";
import { Confiding } from "./acts/Confiding";
import { Merging } from "./acts/Merging";
import { Moving, useNewerVersion } from "./acts/Moving";
import { Pausing } from "./acts/Pausing";
import { Reopening } from "./acts/Reopening";
import { Splitting } from "./acts/Splitting";
import { Voiding } from "./acts/Voiding";
import { Withdrawing } from "./acts/Withdrawing";
import { pauseOf } from "./stand";

const DIALOGS = {
  pause: Pausing,
  reopen: Reopening,
  move: Moving,
  confide: Confiding,
  split: Splitting,
  merge: Merging,
  withdraw: Withdrawing,
  void: Voiding,
} satisfies Record<string, ComponentType<ActProps>>;

type Act = keyof typeof DIALOGS;

/** Why an act of the menu is not there now; nothing where it is. The house decides again when it is tried. */
function whyNot(act: Act, view: CaseView, isNewest: boolean): string {
  if (act === "confide" || act === "pause") return "";
  if (act === "reopen") return view.can_reopen.length === 0 ? word("ui.case.reopen_none") : "";
  if (isReadOnly(view.head.state)) return word(`state.case.${view.head.state}`);
  if (act === "move" && isNewest) return word("ui.case.move_newest");
  if (act === "split" && view.head.state === "closed") return word("state.case.closed");
  if (act === "void" && view.head.void_asked) return word("ui.case.void_is_asked");
  return "";
}

export function HeadActs({
  view,
  procedure,
  children,
}: {
  view: CaseView;
  procedure: Procedure;
  children: ReactNode;
}): ReactElement {
  const [asking, setAsking] = useState<Act | null>(null);
  const resume = useWrite("case_resume");
  const works = useSession().may("work");
  const pause = pauseOf(view);
  const over = isReadOnly(view.head.state);
  const isNewest = useNewerVersion({ view, procedure }) === undefined;
  const item = (act: Act) => {
    const why = whyNot(act, view, isNewest);
    return { key: act, label: word(`ui.case.${act}`), disabled: why !== "", ...(why ? { extra: why } : {}) };
  };
  const Dialog = asking && DIALOGS[asking];
  return (
    <>
      {resume.isError && <span className="small bad">{sentences(resume.error, procedure).join(" ")}</span>}
      {works && !over && pause && (
        <Button loading={resume.isPending} onClick={() => resume.mutate({ case: view.case })}>
          {word("ui.case.resume")}
        </Button>
      )}
      {works && !over && !pause && <Button onClick={() => setAsking("pause")}>{word("ui.case.pause")}</Button>}
      {children}
      {works && (
        <Dropdown
          autoFocus
          trigger={["click"]}
          menu={{
            items: [
              item("reopen"),
              item("move"),
              { type: "divider" },
              item("split"),
              item("merge"),
              item("withdraw"),
              item("void"),
              { type: "divider" },
              item("confide"),
            ],
            onClick: ({ key }) => setAsking(key as Act),
          }}
        >
          <Button icon={<MoreHorizontal size={16} strokeWidth={1.5} />} aria-label={word("ui.case.more")} />
        </Dropdown>
      )}
      {Dialog && <Dialog view={view} procedure={procedure} onClose={() => setAsking(null)} />}
    </>
  );
}
