/** Ctrl+K: cases by number, customer, part or lot, and every page, from the keyboard. */
import { Command } from "cmdk";
import { FilePlus2, Search, Users } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useRead } from "../data/client";
import { useNames } from "../data/masters";
import { useSession } from "../data/session";
import { sentences } from "../data/speak";
import { SETTING_TABS } from "../features/settings/tabs";
import type { ListRegister, RegisterLine } from "../types.gen";
import { isComposing, useKeys } from "../ui/keys";
import { OPEN_PALETTE } from "../ui/palette";
import { word } from "../words/i18n";
import { ROUTES } from "./routes";
import "./palette.css";

const PAUSE = 200;
const CASES = 8;

/** Every case that contains these words, in whatever field. */
const asked = (search: string): ListRegister => ({
  plant: null,
  procedure: null,
  stage: null,
  state: null,
  customer: null,
  class: null,
  severity: null,
  track: null,
  verdict: null,
  owner: null,
  from: null,
  until: null,
  overdue: false,
  search,
  limit: CASES,
  after: null,
});

export function Palette(): ReactElement | null {
  const [open, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  const show = () => {
    before.current = document.activeElement;
    setOpen(true);
  };
  const hide = () => {
    setOpen(false);
    // Back to where the hand was; a page that was opened takes the focus itself.
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  useKeys({ "Ctrl+k": open ? hide : show });
  useEffect(() => {
    const listen = () => {
      before.current = document.activeElement;
      setOpen(true);
    };
    window.addEventListener(OPEN_PALETTE, listen);
    return () => window.removeEventListener(OPEN_PALETTE, listen);
  }, []);
  return open ? <Opened onHide={hide} /> : null;
}

interface Entry {
  key: string;
  name: string;
  icon: ReactNode;
  act: () => void;
}

function Opened({ onHide }: { onHide: () => void }): ReactElement {
  const [text, setText] = useState("");
  const search = useSearched(text);
  const session = useSession();
  const [, go] = useLocation();
  const found = useRead("register_list", asked(search), { enabled: search !== "" && session.may("read"), keep: true });
  const rows = search === "" ? [] : (found.data?.rows ?? []);

  const to = (path: string) => () => {
    onHide();
    go(path);
  };
  const entries = useEntries(to, onHide);
  const words = text.trim().toLowerCase();
  const fitting = entries.filter((entry) => words === "" || entry.name.toLowerCase().includes(words));
  const label = word("ui.palette.title");
  return (
    // The scrim closes by pointer; by keyboard Esc does.
    <div
      className="palette-scrim"
      onPointerDown={(event) => event.target === event.currentTarget && onHide()}
      onKeyDownCapture={(event) => isComposing(event) && event.stopPropagation()}
    >
      <div role="dialog" aria-modal="true" aria-label={label} className="palette">
        <Command
          label={label}
          shouldFilter={false}
          loop
          onKeyDown={(event) => {
            if (event.key === "Escape" || event.key === "Tab") event.preventDefault();
            if (event.key === "Escape") {
              event.stopPropagation();
              onHide();
            }
          }}
        >
          <div className="palette-head">
            <Search size={16} strokeWidth={1.5} aria-hidden="true" />
            <Command.Input
              autoFocus
              aria-label={word("ui.palette.search")}
              placeholder={word("ui.palette.search")}
              value={text}
              onValueChange={setText}
            />
            <kbd>Esc</kbd>
          </div>
          <Command.List label={word("ui.palette.found")}>
            {rows.length > 0 && (
              <Command.Group heading={word("ui.palette.cases")}>
                {rows.map((row) => (
                  <Command.Item key={row.case} value={`case-${row.case}`} onSelect={to(`/cases/${row.case}`)}>
                    <CaseLine row={row} />
                  </Command.Item>
                ))}
              </Command.Group>
            )}
            {fitting.length > 0 && (
              <Command.Group heading={word("ui.palette.pages")}>
                {fitting.map((entry) => (
                  <Command.Item key={entry.key} value={entry.key} onSelect={entry.act}>
                    <span className="palette-icon" aria-hidden="true">
                      {entry.icon}
                    </span>
                    {entry.name}
                  </Command.Item>
                ))}
              </Command.Group>
            )}
          </Command.List>
          {found.isError && search !== "" && <p className="palette-said bad">{sentences(found.error).join(" ")}</p>}
          {rows.length === 0 && fitting.length === 0 && !found.isError && (
            <p className="palette-said second" role="status">
              {word(found.isFetching || search !== text.trim() ? "ui.palette.searching" : "ui.palette.nothing")}
            </p>
          )}
          <div className="palette-foot small second">
            <kbd>↑</kbd> <kbd>↓</kbd> {word("ui.palette.choose")} <kbd>Enter</kbd> {word("ui.palette.open")}
          </div>
        </Command>
      </div>
    </div>
  );
}

/** What was typed, once the hand rests and no input method composes. */
function useSearched(text: string): string {
  const [search, setSearch] = useState("");
  const composing = useRef(false);
  useEffect(() => {
    const start = () => {
      composing.current = true;
    };
    const end = () => {
      composing.current = false;
    };
    document.addEventListener("compositionstart", start);
    document.addEventListener("compositionend", end);
    return () => {
      document.removeEventListener("compositionstart", start);
      document.removeEventListener("compositionend", end);
    };
  }, []);
  useEffect(() => {
    const timer = window.setTimeout(() => !composing.current && setSearch(text.trim()), PAUSE);
    return () => window.clearTimeout(timer);
  }, [text]);
  return search;
}

function useEntries(to: (path: string) => () => void, onHide: () => void): Entry[] {
  const session = useSession();
  const icon = { size: 16, strokeWidth: 1.5 };
  const register = {
    key: "register",
    name: word("ui.palette.register"),
    icon: <FilePlus2 {...icon} />,
    act: to("/cases/new"),
  };
  const pages = ROUTES.flatMap((route) => {
    if (!route.rail) return [];
    const Icon = route.rail.icon;
    const path = route.path.split("/:")[0] ?? route.path;
    return [{ key: path, name: word(`ui.palette.page.${route.rail.word}`), icon: <Icon {...icon} />, act: to(path) }];
  });
  const tabs = SETTING_TABS.map((tab) => ({
    key: `settings-${tab.id}`,
    name: `${word("ui.rail.settings")} · ${word(`ui.settings.tab.${tab.id}`)}`,
    icon: <tab.icon {...icon} />,
    act: to(`/settings/${tab.id}`),
  }));
  const change = {
    key: "switch",
    name: word("ui.shell.switch"),
    icon: <Users {...icon} />,
    act: () => {
      onHide();
      session.switchUser();
    },
  };
  return [...(session.may("work") ? [register] : []), ...pages, ...tabs, change];
}

function CaseLine({ row }: { row: RegisterLine }): ReactElement {
  const names = useNames();
  return (
    <>
      <span className="palette-number strong">{row.number}</span>
      <span className="grow clip">
        {names.customer(row.customer)}　{row.product}
        {row.lot !== "" && (
          <span className="dim">
            {"　"}
            {word("ui.palette.lot", { lot: row.lot })}
          </span>
        )}
        <span className="small dim clip palette-second">{row.summary}</span>
      </span>
      <span className="chip">{word(`state.case.${row.state}`)}</span>
    </>
  );
}
