/** 客诉: the ledger that people know — found by words, narrowed by views and choices, opened by Enter. */
import { Button, Checkbox, Input, type InputRef, Popover } from "antd";
import { Columns3, ListFilter, Plus, Search } from "lucide-react";
import type { ReactElement } from "react";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useNames } from "../../data/masters";
import { useSession } from "../../data/session";
import { sentences } from "../../data/speak";
import { onKeys, useKeys } from "../../ui/keys";
import { Empty, Notice, Page } from "../../ui/Page";
import { word } from "../../words/i18n";
import { COLUMNS } from "./columns";
import { Chips, FilterControl } from "./Filters";
import { ALL, FILTER_KEYS, type View } from "./filter";
import { Grid } from "./Grid";
import { left } from "./memory";
import "./register.css";
import { useCases } from "./useCases";
import { type Columns, useColumns } from "./useColumns";
import { Views } from "./Views";

/** Between the last key and the question. */
const PAUSE = 120;

export function RegisterPage(): ReactElement {
  const [, go] = useLocation();
  const [view, setView] = useState<View>(left.view);
  const [chosen, setChosen] = useState(left.chosen);
  const names = useNames();
  const columns = useColumns();
  const cases = useCases(view);
  const search = useRef<InputRef>(null);
  const change = (next: View) => {
    left.view = next;
    left.top = 0;
    setView(next);
  };
  const choose = (of: number | null) => {
    left.chosen = of;
    setChosen(of);
  };
  const open = (of: number) => {
    choose(of);
    go(`/cases/${of}?`);
  };
  const works = useSession().may("work");
  const register = () => go("/cases/new?");
  const toRows = () => document.querySelector<HTMLElement>(".register-table")?.focus();
  useKeys({ ...(works ? { "Alt+n": register } : {}), "Ctrl+f": () => search.current?.focus({ cursor: "all" }) });
  const nothing = !cases.loading && !cases.error && cases.count === 0;
  // Another question begins at the top.
  const question = JSON.stringify(view);
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
        {cases.error && (
          <Notice tone="bad" action={<Button onClick={cases.again}>{word("ui.error.retry")}</Button>}>
            {sentences(cases.error).join(" ")}
          </Notice>
        )}
        <section className="panel register-panel" aria-busy={cases.old || cases.loading}>
          {nothing ? (
            <div className="grow">
              <Empty title={word("ui.register.none.title")} text={word("ui.register.none.text")}>
                <Button onClick={() => change(ALL)}>{word("ui.register.none.all")}</Button>
              </Empty>
            </div>
          ) : (
            <Grid
              question={question}
              cases={cases}
              columns={columns}
              filter={view.filter}
              order={view.order}
              chosen={chosen}
              onFilter={(filter) => change({ ...view, filter })}
              onOrder={(order) => change({ ...view, order })}
              onChoose={choose}
              onOpen={open}
              label={word("ui.register.label")}
            />
          )}
          <div className="panel-foot register-foot small" role="status">
            {cases.total !== undefined && (
              <>
                <span className="second">
                  {word("ui.register.foot.total")} <b>{cases.total.toLocaleString("en")}</b>{" "}
                  {word("ui.register.foot.cases")}
                </span>
                {!!cases.overdue && (
                  <span className="bad strong">
                    {word("ui.register.foot.overdue")} {cases.overdue.toLocaleString("en")}
                  </span>
                )}
              </>
            )}
            <span className="grow" />
            <span className="second">
              <kbd>↑</kbd> <kbd>↓</kbd> {word("ui.register.foot.select")} <kbd>Enter</kbd>{" "}
              {word("ui.register.foot.open")}
            </span>
          </div>
        </section>
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
  const say = useRef(onChange);
  say.current = onChange;
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (composing || text === value) return;
    const timer = window.setTimeout(() => say.current(text), PAUSE);
    return () => window.clearTimeout(timer);
  }, [text, composing, value]);
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
