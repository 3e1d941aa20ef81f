/** 待办: the first page after sign-in. What waits for me, what I registered, what I did, what I have half written. */
import { Button, Tabs } from "antd";
import { Plus, Search } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { useLocation } from "wouter";
import { useRead } from "../../data/client";
import { useSession } from "../../data/session";
import { useKeys } from "../../ui/keys";
import { Page } from "../../ui/Page";
import { openPalette } from "../../ui/palette";
import { word } from "../../words/i18n";
import { asked, MOST } from "./asked";
import { Cases } from "./Cases";
import { Drafts } from "./Drafts";
import "./inbox.css";
import { Waiting } from "./Waiting";

const TABS = ["waiting", "started", "done", "drafts"] as const;
type Tab = (typeof TABS)[number];

/** Which tab somebody left: they come back to it. */
let left: Tab = "waiting";

export function InboxPage(): ReactElement {
  const [, go] = useLocation();
  const [tab, setTab] = useState<Tab>(left);
  const tasks = useRead("inbox_list", { limit: MOST }, { every: 60_000 });
  const drafts = useRead("draft_list", { case: null });
  const started = useCount("registered");
  const done = useCount("done");
  // Who only reads or administers is not asked to register: the house would refuse it.
  const works = useSession().may("work");
  const register = () => go("/cases/new?");
  useKeys(works ? { "Alt+n": register } : {});
  const count: Record<Tab, number | string | undefined> = {
    waiting: tasks.data && atMost(tasks.data.tasks.length),
    started,
    done,
    drafts: drafts.data?.drafts.length,
  };
  const choose = (next: string) => {
    left = TABS.find((one) => one === next) ?? "waiting";
    setTab(left);
  };
  return (
    <Page
      title={word("ui.inbox.title")}
      head={
        <>
          <span className="grow" />
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
            children: tab === one ? <Body tab={one} onRegister={register} /> : null,
          }))}
        />
      </div>
    </Page>
  );
}

function Body({ tab, onRegister }: { tab: Tab; onRegister: () => void }): ReactElement {
  switch (tab) {
    case "waiting":
      return <Waiting onRegister={onRegister} />;
    case "started":
      return <Cases mine="registered" />;
    case "done":
      return <Cases mine="done" />;
    case "drafts":
      return <Drafts />;
  }
}

/** A list that is as long as it can be is longer. */
function atMost(n: number): number | string {
  return n >= MOST ? `${MOST}+` : n;
}

function useCount(mine: "registered" | "done"): number | undefined {
  return useRead("register_list", asked(mine)).data?.count?.cases;
}
