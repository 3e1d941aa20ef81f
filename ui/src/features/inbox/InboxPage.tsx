/** 待办: the first page after sign-in. What waits for me, what I am told, what I registered and did, what recurs. */
import { Button, Tabs } from "antd";
import { Plus, Search } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { useLocation } from "wouter";
import { useRead } from "../../data/client";
import { useSession } from "../../data/session";
import { isTold } from "../../data/told";
import { useKeys } from "../../ui/keys";
import { Page } from "../../ui/Page";
import { openPalette } from "../../ui/palette";
import { word } from "../../words/i18n";
import { asked, MOST } from "./asked";
import { CalendarFile } from "./CalendarFile";
import { Cases } from "./Cases";
import { DigestLine } from "./DigestLine";
import { Drafts } from "./Drafts";
import { Duties } from "./Duties";
import "./inbox.css";
import { Pressed } from "./Pressed";
import type { Part } from "./parts";
import { Told } from "./Told";
import { Waiting } from "./Waiting";

const TABS = ["waiting", "pressed", "told", "started", "done", "duties", "drafts"] as const;
type Tab = (typeof TABS)[number];

/** Which tab somebody left: they come back to it. */
let left: Tab = "waiting";

export function InboxPage(): ReactElement {
  const [, go] = useLocation();
  const [tab, setTab] = useState<Tab>(left);
  const tasks = useRead("inbox_list", { limit: MOST }, { every: 60_000 });
  const drafts = useRead("draft_list", { case: null });
  const duties = useRead("duty_list", {}, { every: 600_000 });
  // The part of the day to which the list is narrowed, and the duty that is opened by its draft.
  const [part, setPart] = useState<Part | null>(null);
  const [duty, setDuty] = useState<string | null>(null);
  const started = useCount("registered");
  const done = useCount("done");
  // Who only reads or administers is not asked to register: the house would refuse it.
  const session = useSession();
  const works = session.may("work");
  const reads = session.may("read");
  const register = () => go("/cases/new?");
  useKeys(works ? { "Alt+n": register } : {});
  const count: Record<Tab, number | string | undefined> = {
    waiting: tasks.data && atMost(tasks.data.tasks.filter((one) => !isTold(one.task)).length),
    pressed: tasks.data && atMost(tasks.data.pressed.length),
    told: tasks.data?.tasks.filter((one) => isTold(one.task)).length,
    started,
    done,
    duties: duties.data?.open.length,
    drafts: drafts.data?.drafts.length,
  };
  const choose = (next: string) => {
    left = TABS.find((one) => one === next) ?? "waiting";
    setTab(left);
    setDuty(null);
  };
  const narrow = (next: Part | null) => {
    setPart(next);
    if (next) choose("waiting");
  };
  const openDuty = (slot: string) => {
    choose("duties");
    setDuty(slot);
  };
  return (
    <Page
      title={word("ui.inbox.title")}
      head={
        <>
          <span className="grow" />
          {reads && <CalendarFile />}
          <Button icon={<Search size={16} strokeWidth={1.5} />} onClick={openPalette}>
            {word("ui.palette.title")} <kbd>Ctrl K</kbd>
          </Button>
          {works && (
            <Button type="primary" icon={<Plus size={16} strokeWidth={1.5} />} onClick={register}>
              {word("ui.inbox.register")} <kbd>Alt N</kbd>
            </Button>
          )}
        </>
      }
    >
      <div className="inbox">
        <DigestLine part={tab === "waiting" ? part : null} choose={narrow} />
        <Tabs
          className="inbox-tabs"
          activeKey={tab}
          onChange={choose}
          aria-label={word("ui.inbox.tabs")}
          items={TABS.map((one) => ({
            key: one,
            label: (
              <>
                {word(`ui.inbox.${one}`)} {count[one] ? <span className="inbox-count">{count[one]}</span> : null}
              </>
            ),
            children:
              tab === one ? (
                <Body
                  tab={one}
                  part={part}
                  duty={duty}
                  onRegister={register}
                  onAll={() => setPart(null)}
                  onDuty={openDuty}
                />
              ) : null,
          }))}
        />
      </div>
    </Page>
  );
}

function Body({
  tab,
  part,
  duty,
  onRegister,
  onAll,
  onDuty,
}: {
  tab: Tab;
  part: Part | null;
  duty: string | null;
  onRegister: () => void;
  onAll: () => void;
  onDuty: (slot: string) => void;
}): ReactElement {
  switch (tab) {
    case "waiting":
      return <Waiting part={part} onRegister={onRegister} onAll={onAll} />;
    case "pressed":
      return <Pressed />;
    case "told":
      return <Told />;
    case "duties":
      return <Duties key={duty} opened={duty} />;
    case "started":
      return <Cases mine="registered" />;
    case "done":
      return <Cases mine="done" />;
    case "drafts":
      return <Drafts onDuty={onDuty} />;
  }
}

/** A list that is as long as it can be is longer. */
function atMost(n: number): number | string {
  return n >= MOST ? `${MOST}+` : n;
}

function useCount(mine: "registered" | "done"): number | undefined {
  return useRead("register_list", asked(mine)).data?.count?.cases;
}
