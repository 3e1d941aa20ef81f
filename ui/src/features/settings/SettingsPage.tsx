/** 设置: its parts in a list at the left, one of them at the right; each has an address of its own. */
import type { ComponentType, ReactElement } from "react";
import { Link, useParams } from "wouter";
import { Page } from "../../ui/Page";
import { word } from "../../words/i18n";
import { About } from "./About";
import { Backup } from "./Backup";
import { Calendar } from "./Calendar";
import { Masters } from "./Masters";
import { Mine } from "./Mine";
import { People } from "./People";
import { Security } from "./Security";
import type { TabId } from "./tabs";
import { SETTING_TABS } from "./tabs";
import "./settings.css";

const PARTS: Record<TabId, ComponentType> = {
  me: Mine,
  people: People,
  departments: () => <Masters key="house" kinds={["department", "plant"]} />,
  masters: () => <Masters key="trade" kinds={["customer", "person", "product"]} />,
  calendar: Calendar,
  backup: Backup,
  security: Security,
  about: About,
};

export function SettingsPage(): ReactElement {
  const { tab } = useParams<{ tab?: string }>();
  const here = SETTING_TABS.find((one) => one.id === tab)?.id ?? "me";
  const Part = PARTS[here];
  return (
    <Page title={`${word("ui.settings.title")} · ${word(`ui.settings.tab.${here}`)}`}>
      <nav className="settings-nav" aria-label={word("ui.settings.parts")}>
        {SETTING_TABS.map(({ id, icon: Icon }) => (
          <Link key={id} href={`/settings/${id}`} aria-current={id === here ? "page" : undefined}>
            <Icon size={16} strokeWidth={1.5} aria-hidden="true" /> {word(`ui.settings.tab.${id}`)}
          </Link>
        ))}
      </nav>
      <div className="settings-part">
        <Part />
      </div>
    </Page>
  );
}
