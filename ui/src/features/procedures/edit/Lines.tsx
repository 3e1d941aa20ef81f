/** The shape of every list in the forms of a procedure: its lines with their acts, and a button that adds one. */
import { Button, Input } from "antd";
import { Plus } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { memo, useEffect, useMemo, useRef } from "react";
import type { ListItem, Names } from "../../../types.gen";
import { word } from "../../../words/i18n";
import { newItem } from "./make";
import { moveItem } from "./ops";
import { Acts, Part, Told } from "./parts";

type Find = (box: HTMLElement) => HTMLElement | null | undefined;

const lineOf = (box: HTMLElement, n: number) => box.querySelectorAll<HTMLElement>(":scope > .procedure-one")[n];
const actOf = (line: HTMLElement | undefined, n: number) =>
  line?.querySelectorAll<HTMLElement>(":scope > .procedure-acts button, :scope > legend button")[n];

interface LinesProps<T> {
  /** Its place: a line lies at `at.n`, and the faults of it stand there. */
  at: string;
  value: T[];
  /** What a line is called where its acts are named. */
  what: (one: T, n: number) => string;
  /** What the button that adds one says. */
  add: string;
  make: () => T;
  /** Where a new one goes; behind the others where nothing is said. */
  place?: number;
  onChange: (list: T[]) => void;
  onRemove?: (n: number) => void;
  /** Each in a frame under its name: for lines that are forms themselves. */
  framed?: boolean;
  /** In which order they stand says nothing, or is not chosen. */
  unordered?: boolean;
  /** There is nothing more to add. */
  full?: boolean;
  /** The part around it tells the faults of all. */
  quiet?: boolean;
  /** A line shows itself and nothing else, so it is drawn anew only when it changed: a list may be long. */
  alone?: boolean;
  children: (one: T, put: (one: T) => void, n: number) => ReactNode;
}

export function Lines<T>(props: LinesProps<T>): ReactElement {
  const { at, value, what, add, make, place = value.length, framed, unordered, full, quiet, alone, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const next = useRef<Find | null>(null);
  // Who works by keys goes on where the line went, in the new line, or with the button below the last one that is left.
  useEffect(() => {
    const find = next.current;
    next.current = null;
    if (find && box.current) find(box.current)?.focus();
  });
  // A line that was not drawn anew still acts on what stands now.
  const live = useRef(props);
  live.current = props;
  const acts = useMemo<LineActs<T>>(
    () => ({
      put: (n, one) => live.current.onChange(live.current.value.with(n, one)),
      move: (n, by) => {
        const moved = [...live.current.value];
        const to = moveItem(moved, n, by);
        next.current = (all) => actOf(lineOf(all, to), by === -1 ? 0 : 1);
        live.current.onChange(moved);
      },
      remove: (n) => {
        const { value, onChange, onRemove } = live.current;
        if (n === value.length - 1) next.current = (all) => all.querySelector<HTMLElement>(":scope > .procedure-add");
        if (onRemove) onRemove(n);
        else onChange(value.toSpliced(n, 1));
      },
    }),
    [],
  );
  return (
    <div className="procedure-lines" ref={box}>
      {!quiet && value.length === 0 && <Told at={at} />}
      {value.map((one, n) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: most lines have no name but their place, and what is a name is typed
          key={n}
          {...{ one, n, acts, framed, unordered, quiet, alone, children }}
          at={`${at}.${n}`}
          called={what(one, n)}
        />
      ))}
      <Button
        className="procedure-add"
        size="small"
        icon={<Plus size={14} />}
        disabled={full ?? false}
        onClick={() => {
          next.current = (all) => lineOf(all, place)?.querySelector<HTMLElement>("input, textarea");
          props.onChange(value.toSpliced(place, 0, make()));
        }}
      >
        {add}
      </Button>
    </div>
  );
}

interface LineActs<T> {
  put: (n: number, one: T) => void;
  move: (n: number, by: 1 | -1) => void;
  remove: (n: number) => void;
}

type LineProps<T> = { [K in "framed" | "unordered" | "quiet" | "alone"]: boolean | undefined } & {
  at: string;
  one: T;
  n: number;
  called: string;
  acts: LineActs<T>;
  children: LinesProps<T>["children"];
};

function OneLine<T>({ at, one, n, called, acts, framed, unordered, quiet, children }: LineProps<T>): ReactElement {
  const inner = children(one, (changed) => acts.put(n, changed), n);
  const buttons = (
    <Acts
      what={called}
      {...(!unordered && { onMove: (by: 1 | -1) => acts.move(n, by) })}
      onRemove={() => acts.remove(n)}
    />
  );
  return framed ? (
    <fieldset className="procedure-one procedure-framed" data-at={at}>
      <legend className="row small second">
        {called}
        {buttons}
      </legend>
      <Told at={at} exact />
      {inner}
    </fieldset>
  ) : (
    <div className="procedure-one procedure-line-form" data-at={at}>
      {inner}
      {buttons}
      {!quiet && <Told at={at} />}
    </div>
  );
}

const Line = memo(
  OneLine,
  (a, b) =>
    b.alone === true && a.at === b.at && a.called === b.called && JSON.stringify(a.one) === JSON.stringify(b.one),
) as typeof OneLine;

/** A list of the whole, below what is to be known of it. */
export function Lists({ hint, children }: { hint: string; children: ReactNode }): ReactElement {
  return (
    <div className="procedure-form">
      <p className="second">{word(`ui.procedures.edit.${hint}`)}</p>
      {children}
    </div>
  );
}

/** A name in both languages, as part of a line. */
export function NameInputs({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Names;
  onChange: (names: Names) => void;
}): ReactElement {
  return (
    <>
      <Input
        aria-label={word("ui.procedures.edit.zh", { what: label })}
        placeholder={word("ui.field.zh")}
        value={value.zh}
        autoComplete="off"
        onChange={(e) => onChange({ ...value, zh: e.target.value })}
      />
      <Input
        aria-label={word("ui.procedures.edit.en", { what: label })}
        placeholder={word("ui.field.en")}
        value={value.en}
        autoComplete="off"
        onChange={(e) => onChange({ ...value, en: e.target.value })}
      />
    </>
  );
}

/** What can be chosen from: codes with their names. */
export function ItemsPart({
  at,
  value,
  onChange,
}: {
  at: string;
  value: ListItem[];
  onChange: (items: ListItem[]) => void;
}): ReactElement {
  const what = (n: number) => word("ui.procedures.edit.item", { n: n + 1 });
  return (
    <Part several label={word("ui.procedures.edit.items")} at={at}>
      {() => (
        <Lines
          at={at}
          value={value}
          alone
          what={(_, n) => what(n)}
          add={word("ui.procedures.edit.add_item")}
          make={() => newItem(value)}
          onChange={onChange}
        >
          {(item, put, n) => (
            <>
              <Input
                className="procedure-code"
                aria-label={word("ui.procedures.edit.code", { n: n + 1 })}
                value={item.code}
                autoComplete="off"
                onChange={(e) => put({ ...item, code: e.target.value })}
              />
              <NameInputs label={what(n)} value={item} onChange={(names) => put({ ...item, ...names })} />
            </>
          )}
        </Lines>
      )}
    </Part>
  );
}
