/** The shape of every list in the forms of a procedure: its lines with their acts, and a button that adds one. */
import { Button, Input } from "antd";
import { Plus } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { useEffect, useRef } from "react";
import type { ListItem, Names } from "../../../types.gen";
import { word } from "../../../words/i18n";
import { newItem } from "./make";
import { moveItem } from "./ops";
import { Acts, Part, Told } from "./parts";

type Find = (box: HTMLElement) => HTMLElement | null | undefined;

const lineOf = (box: HTMLElement, n: number) => box.querySelectorAll<HTMLElement>(":scope > .procedure-one")[n];
const actOf = (line: HTMLElement | undefined, n: number) =>
  line?.querySelectorAll<HTMLElement>(":scope > .procedure-acts button, :scope > legend button")[n];

export function Lines<T>({
  at,
  value,
  what,
  add,
  make,
  place = value.length,
  onChange,
  onRemove = (n) => onChange(value.toSpliced(n, 1)),
  framed = false,
  unordered = false,
  full = false,
  quiet = false,
  children,
}: {
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
  children: (one: T, put: (one: T) => void, n: number) => ReactNode;
}): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const next = useRef<Find | null>(null);
  // Who works by keys goes on where the line went, in the new line, or with the button below the last one that is left.
  useEffect(() => {
    const find = next.current;
    next.current = null;
    if (find && box.current) find(box.current)?.focus();
  });
  const acts = (one: T, n: number) => (
    <Acts
      what={what(one, n)}
      {...(!unordered && {
        onMove: (by: 1 | -1) => {
          const moved = [...value];
          const to = moveItem(moved, n, by);
          next.current = (all) => actOf(lineOf(all, to), by === -1 ? 0 : 1);
          onChange(moved);
        },
      })}
      onRemove={() => {
        if (n === value.length - 1) next.current = (all) => all.querySelector<HTMLElement>(":scope > .procedure-add");
        onRemove(n);
      }}
    />
  );
  return (
    <div className="procedure-lines" ref={box}>
      {!quiet && value.length === 0 && <Told at={at} />}
      {value.map((one, n) => {
        const here = `${at}.${n}`;
        const inner = children(one, (changed) => onChange(value.with(n, changed)), n);
        return framed ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: most lines have no name but their place, and what is a name is typed
          <fieldset key={n} className="procedure-one procedure-framed" data-at={here}>
            <legend className="row small second">
              {what(one, n)}
              {acts(one, n)}
            </legend>
            <Told at={here} exact />
            {inner}
          </fieldset>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <div key={n} className="procedure-one procedure-line-form" data-at={here}>
            {inner}
            {acts(one, n)}
            {!quiet && <Told at={here} />}
          </div>
        );
      })}
      <Button
        className="procedure-add"
        size="small"
        icon={<Plus size={14} />}
        disabled={full}
        onClick={() => {
          next.current = (all) => lineOf(all, place)?.querySelector<HTMLElement>("input, textarea");
          onChange(value.toSpliced(place, 0, make()));
        }}
      >
        {add}
      </Button>
    </div>
  );
}

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
