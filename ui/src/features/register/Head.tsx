/** The head of a column: its order, its filters, and the edge by which it is made wider. */
import { Button, Popover } from "antd";
import { ArrowDown, ArrowUp, ListFilter } from "lucide-react";
import type { PointerEvent, ReactElement } from "react";
import { createContext, memo, useContext, useRef } from "react";
import { word } from "../../words/i18n";
import type { Column } from "./columns";
import { FilterControl } from "./Filters";
import type { Filter, FilterKey, Order } from "./filter";

/** What the choices of a column choose in. Given beside the heads: a choice in one draws no other anew. */
export const Chosen = createContext<{ filter: Filter; onFilter: (next: Filter) => void }>({
  filter: {},
  onFilter: () => {},
});

export const Head = memo(function Head({
  column,
  width,
  filtered,
  ordered,
  onOrder,
  onWiden,
}: {
  column: Column;
  width: number;
  /** Something of it was chosen. */
  filtered: boolean;
  /** The rows lie in its order. */
  ordered: boolean;
  onOrder: (next: Order) => void;
  onWiden: (column: Column, width: number, done: boolean) => void;
}): ReactElement {
  const title = word(`ui.register.column.${column.key}`);
  const from = useRef<{ x: number; width: number } | null>(null);
  const drag = (event: PointerEvent<HTMLElement>, done: boolean) => {
    if (!from.current) return;
    onWiden(column, from.current.width + event.clientX - from.current.x, done);
    if (done) from.current = null;
  };
  return (
    <th
      scope="col"
      data-marked={filtered || ordered}
      aria-sort={column.order ? (ordered ? (column.order === "due" ? "ascending" : "descending") : "none") : undefined}
    >
      <span className="register-th">
        {column.order ? (
          <button type="button" className="plain clip" onClick={() => column.order && onOrder(column.order)}>
            {title}
            {ordered && (column.order === "due" ? <ArrowUp size={13} /> : <ArrowDown size={13} />)}
          </button>
        ) : (
          <span className="clip">{title}</span>
        )}
        {column.filters && (
          <Popover
            trigger="click"
            placement="bottomLeft"
            content={<Choices of={column.filters} label={word("ui.register.filter_by", { column: title })} />}
          >
            <Button
              type="text"
              size="small"
              className="register-filter"
              data-on={filtered}
              aria-label={word("ui.register.filter_by", { column: title })}
              icon={<ListFilter size={13} strokeWidth={filtered ? 2.5 : 1.5} />}
            />
          </Popover>
        )}
      </span>
      <span
        className="register-edge"
        aria-hidden="true"
        onPointerDown={(event) => {
          from.current = { x: event.clientX, width };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => drag(event, false)}
        onPointerUp={(event) => drag(event, true)}
      />
    </th>
  );
});

function Choices({ of, label }: { of: FilterKey[]; label: string }): ReactElement {
  const { filter, onFilter } = useContext(Chosen);
  return (
    <section className="register-controls" aria-label={label}>
      {of.map((key) => (
        <FilterControl key={key} which={key} filter={filter} onChange={onFilter} />
      ))}
    </section>
  );
}
