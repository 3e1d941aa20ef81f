/** The head of a column: its order, its filters, and the edge by which it is made wider. */
import { Button, Popover } from "antd";
import { ArrowDown, ArrowUp, ListFilter } from "lucide-react";
import type { PointerEvent, ReactElement } from "react";
import { useRef } from "react";
import { word } from "../../words/i18n";
import type { Column } from "./columns";
import { FilterControl } from "./Filters";
import type { Filter, Order } from "./filter";

export function Head({
  column,
  width,
  filter,
  order,
  onFilter,
  onOrder,
  onWiden,
}: {
  column: Column;
  width: number;
  filter: Filter;
  order: Order;
  onFilter: (next: Filter) => void;
  onOrder: (next: Order) => void;
  onWiden: (column: Column, width: number, done: boolean) => void;
}): ReactElement {
  const title = word(`ui.register.column.${column.key}`);
  const filtered = column.filters?.some((key) => filter[key] !== undefined) ?? false;
  const ordered = column.order === order;
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
      aria-sort={column.order ? (ordered ? (order === "due" ? "ascending" : "descending") : "none") : undefined}
    >
      <span className="register-th">
        {column.order ? (
          <button type="button" className="plain clip" onClick={() => column.order && onOrder(column.order)}>
            {title}
            {ordered && (order === "due" ? <ArrowUp size={13} /> : <ArrowDown size={13} />)}
          </button>
        ) : (
          <span className="clip">{title}</span>
        )}
        {column.filters && (
          <Popover
            trigger="click"
            placement="bottomLeft"
            content={
              <section className="register-controls" aria-label={word("ui.register.filter_by", { column: title })}>
                {column.filters.map((key) => (
                  <FilterControl key={key} which={key} filter={filter} onChange={onFilter} />
                ))}
              </section>
            }
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
}
