/** 客诉: the ledger that people know — found by words, narrowed by views and choices, opened by Enter. */
import { Button, Checkbox, Input, type InputRef, Popover } from "antd";
import { Columns3, ListFilter, Plus, Search } from "lucide-react";
import type { ReactElement } from "react";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useNames } from "../../data/masters";
import { useSession } from "../../data/session";
import { onKeys, useKeys } from "../../ui/keys";
import { Page } from "../../ui/Page";
import { useStable } from "../../ui/stable";
import { word } from "../../words/i18n";
import { COLUMNS } from "./columns";
import { Chips, FilterControl } from "./Filters";
import { Found } from "./Found";
import { FILTER_KEYS, type View } from "./filter";
import { left } from "./memory";
import "./register.css";
import { type Columns, useColumns } from "./useColumns";
import { Views } from "./Views";

/** Between the last key and the question. */
const PAUSE = 40;

export function RegisterPage(): ReactElement {
  const [, go] = useLocation();
  const [view, setView] = useState<View>(left.view);
  const names = useNames();
  const columns = useColumns();
  const search = useRef<InputRef>(null);
  const change = (next: View) => {
    left.view = next;
    left.top = 0;
    setView(next);
  };
  const works = useSession().may("work");
  const register = () => go("/cases/new?");
  const toRows = () => document.querySelector<HTMLElement>(".register-table")?.focus();
  useKeys({ ...(works ? { "Alt+n": register } : {}), "Ctrl+f": () => search.current?.focus({ cursor: "all" }) });
  return (
    <Page
      title={word("ui.register.title")}
      head={
        <>
          <SearchBox
            box={search}
            value={view.search}
            onChange={(text) => change({ ...view, search: text })}
            onDown={toRows}
          />
          <span className="grow" />
          <ColumnChoice columns={columns} />
          {works && (
            <Button type="primary" icon={<Plus size={16} strokeWidth={1.5} />} onClick={register}>
              {word("ui.inbox.register")} <kbd>Alt N</kbd>
            </Button>
          )}
        </>
      }
    >
      <div className="register">
        <div className="register-bar-line">
          <Views view={view} onChange={change} />
          <span className="grow" />
          <Chips filter={view.filter} names={names} onChange={(filter) => change({ ...view, filter })} />
          <AllFilters view={view} onChange={change} />
        </div>
        <Found view={view} columns={columns} onChange={change} />
      </div>
    </Page>
  );
}

/** What is typed is asked after a pause, and never while an input method composes. */
function SearchBox({
  box,
  value,
  onChange,
  onDown,
}: {
  box: React.RefObject<InputRef | null>;
  value: string;
  onChange: (text: string) => void;
  /** Out of the box into the rows. */
  onDown: () => void;
}): ReactElement {
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  const say = useStable(onChange);
  // What is asked comes back as `value` when somebody may have typed on: only what others say is taken into the box.
  const said = useRef(value);
  useEffect(() => {
    if (said.current === value) return;
    said.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (composing || text === said.current) return;
    const timer = window.setTimeout(() => {
      said.current = text;
      say(text);
    }, PAUSE);
    return () => window.clearTimeout(timer);
  }, [text, composing, say]);
  return (
    <Input
      ref={box}
      className="register-search"
      type="search"
      allowClear
      aria-label={word("ui.register.search_label")}
      placeholder={word("ui.register.search")}
      prefix={<Search size={14} strokeWidth={1.5} aria-hidden="true" />}
      suffix={<kbd>Ctrl F</kbd>}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeys({ ArrowDown: onDown })}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}

function AllFilters({ view, onChange }: { view: View; onChange: (next: View) => void }): ReactElement {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <section className="register-controls" aria-label={word("ui.register.filters")}>
          {FILTER_KEYS.map((key) => (
            <FilterControl
              key={key}
              which={key}
              filter={view.filter}
              onChange={(filter) => onChange({ ...view, filter })}
            />
          ))}
        </section>
      }
    >
      <Button icon={<ListFilter size={14} strokeWidth={1.5} />}>{word("ui.register.filters")}</Button>
    </Popover>
  );
}

function ColumnChoice({ columns }: { columns: Columns }): ReactElement {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <section className="register-choice" aria-label={word("ui.register.columns")}>
          {COLUMNS.map((column) => (
            <Checkbox
              key={column.key}
              checked={columns.isShown(column)}
              disabled={column.fixed ?? false}
              onChange={(event) => columns.show(column, event.target.checked)}
            >
              {word(`ui.register.column.${column.key}`)}
            </Checkbox>
          ))}
          <Button size="small" onClick={columns.reset}>
            {word("ui.register.columns_reset")}
          </Button>
        </section>
      }
    >
      <Button icon={<Columns3 size={15} strokeWidth={1.5} />}>{word("ui.register.columns")}</Button>
    </Popover>
  );
}
