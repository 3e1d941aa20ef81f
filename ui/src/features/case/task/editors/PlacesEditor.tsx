/** Places of containment as one grid with live sums (05-containment): every place is filled, or said not to apply. */
import { Button, Checkbox, Dropdown } from "antd";
import { ListPlus, Plus, X } from "lucide-react";
import type { ReactElement } from "react";
import { useRef } from "react";
import { Control } from "../../../../fields/Control";
import type { EditorProps } from "../../../../fields/context";
import { useForm } from "../../../../fields/context";
import { idOf, labelOf } from "../../../../fields/label";
import type { Body, FieldInfo } from "../../../../fields/registry";
import { emptyBody, listOf } from "../../../../fields/registry";
import type { Place } from "../../../../types.gen";
import { Mark } from "../../../../ui/Mark";
import { named, word } from "../../../../words/i18n";
import { Cell, focusRow, GridTable, pasted } from "./grid";
import { apply, rateOf, stands, sumsOf } from "./places";

const COUNTS = ["stock", "checked", "ng"] as const;

export function PlacesEditor({ path, field, value, onChange, readOnly }: EditorProps): ReactElement {
  const form = useForm();
  const table = useRef<HTMLTableElement>(null);
  const fields: readonly FieldInfo[] = field.is === "lines" ? field.fields : [];
  const places = (value as Place[] | null) ?? [];
  const codes = listOf(form.procedure, `${path}.place`)?.items ?? [];
  const left = codes.filter((item) => !places.some((place) => place.place === item.code));
  const set = (row: number, of: Partial<Place>) =>
    onChange(places.map((one, n) => (n === row ? { ...one, ...of } : one)));
  const add = (added: string[]) => {
    const lines = added.map((code) => ({ ...emptyBody(fields), place: code }));
    onChange([...places, ...lines]);
    focusRow(table.current, places.length, "input.num");
  };
  const sums = sumsOf(places);
  const columns = COUNTS.flatMap((name) => fields.find((one) => one.name === name) ?? []);
  const type = (name: string): FieldInfo => fields.find((one) => one.name === name) ?? { name, is: "text" };
  const nameOf = (place: Place, row: number) => {
    const item = codes.find((one) => one.code === place.place);
    return item ? named(item) : place.place || word("ui.field.line", { n: row + 1 });
  };
  return (
    <div className="places">
      <div className="grid-head">
        <span className="small second grow">
          {word("ui.task.places.hint")} · {word("ui.task.places.done", { done: sums.done, of: places.length })}
        </span>
        <span className="small dim">
          {word("ui.task.paste")} <kbd>Ctrl V</kbd>
        </span>
        {!readOnly && left.length > 0 && (
          <Button
            size="small"
            icon={<ListPlus size={14} strokeWidth={1.5} />}
            onClick={() => add(left.map((item) => item.code))}
          >
            {word("ui.task.places.all")}
          </Button>
        )}
      </div>
      <GridTable caption={labelOf(path)} id={idOf(path)} tableRef={table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{word("ui.task.state")}</span>
            </th>
            {["place", "applies", ...COUNTS].map((name) => (
              <th scope="col" key={name} className={COUNTS.some((one) => one === name) ? "num" : undefined}>
                {name === "applies" ? word("ui.task.places.not_here") : labelOf(`${path}.${name}`)}
                {form.required.has(`${path}.${name}`) && <span className="star"> *</span>}
              </th>
            ))}
            <th scope="col" className="num">
              {word("ui.task.places.rate")}
            </th>
            {["disposition", "who", "done_at", "note"].map((name) => (
              <th scope="col" key={name}>
                {labelOf(`${path}.${name}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {places.map((place, row) => {
            const name = nameOf(place, row);
            const off = place.applies === "no";
            const label = (of: string) => `${name} ${labelOf(`${path}.${of}`)}`;
            const id = (of: string) => `${idOf(path)}-${row}-${of}`;
            const wrong = (of: string) => form.errors.has(`${path}.${row}.${of}`);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: places are added and removed, never sorted
              <tr key={row} data-off={off || undefined}>
                <td className="mark-cell">
                  <Mark state={stands(place)} size={14} />
                </td>
                <td className="strong-cell">
                  {codes.some((one) => one.code === place.place) ? (
                    name
                  ) : (
                    <Control
                      id={id("place")}
                      path={`${path}.place`}
                      type={type("place")}
                      label={label("place")}
                      value={place.place}
                      onChange={(next) => set(row, { place: String(next) })}
                      readOnly={readOnly}
                      invalid={wrong("place")}
                    />
                  )}
                </td>
                <td className="mark-cell">
                  <Checkbox
                    aria-label={`${name} ${word("ui.task.places.not_here")}`}
                    disabled={readOnly}
                    checked={off}
                    onChange={(event) => set(row, apply(place, !event.target.checked))}
                  />
                </td>
                {COUNTS.map((of, at) => (
                  <td key={of} className="num">
                    <Cell
                      id={id(of)}
                      number
                      label={label(of)}
                      value={place[of]}
                      readOnly={readOnly || off}
                      invalid={wrong(of)}
                      onChange={(next) => set(row, { [of]: next })}
                      onPaste={(text) =>
                        pasted(text, places as unknown as Body[], row, columns.slice(at), fields, onChange)
                      }
                    />
                  </td>
                ))}
                <td className="num second">{rateOf(place.ng, place.checked) ?? "–"}</td>
                <td>
                  <Control
                    id={id("disposition")}
                    path={`${path}.disposition`}
                    type={type("disposition")}
                    label={label("disposition")}
                    value={place.disposition}
                    onChange={(next) => set(row, { disposition: next as Place["disposition"] })}
                    readOnly={readOnly || off}
                  />
                  {(place.disposition === "use_as_is" || place.concession !== "") && (
                    <Cell
                      label={label("concession")}
                      placeholder={labelOf(`${path}.concession`)}
                      value={place.concession}
                      readOnly={readOnly}
                      onChange={(next) => set(row, { concession: String(next ?? "") })}
                    />
                  )}
                </td>
                {(["who", "done_at"] as const).map((of) => (
                  <td key={of}>
                    <Control
                      id={id(of)}
                      path={`${path}.${of}`}
                      type={type(of)}
                      label={label(of)}
                      value={place[of]}
                      onChange={(next) => set(row, { [of]: next })}
                      readOnly={readOnly}
                      invalid={wrong(of)}
                    />
                  </td>
                ))}
                <td>
                  <Cell
                    label={label("note")}
                    value={place.note}
                    readOnly={readOnly}
                    onChange={(next) => set(row, { note: String(next ?? "") })}
                  />
                </td>
                <td className="mark-cell">
                  {!readOnly && (
                    <Button
                      type="text"
                      size="small"
                      icon={<X size={14} />}
                      aria-label={`${word("ui.field.remove_line")} ${name}`}
                      onClick={() => onChange(places.filter((_, n) => n !== row))}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <td colSpan={2} className="strong-cell">
              {word("ui.task.places.sum")}
            </td>
            {COUNTS.map((of) => (
              <td key={of} className="num">
                {sums[of].toLocaleString("en-US")}
              </td>
            ))}
            <td className="num">{sums.rate ?? "–"}</td>
            <td colSpan={5} className="small second">
              {sums.left > 0 && word("ui.task.places.left", { n: sums.left.toLocaleString("en-US") })}
            </td>
          </tr>
        </tfoot>
      </GridTable>
      {!readOnly && left.length > 0 && (
        <Dropdown
          autoFocus
          trigger={["click"]}
          menu={{
            items: left.map((item) => ({ key: item.code, label: named(item) })),
            onClick: ({ key }) => add([key]),
          }}
        >
          <Button size="small" type="dashed" icon={<Plus size={14} />}>
            {word("ui.task.places.add")}
          </Button>
        </Dropdown>
      )}
      {!readOnly && codes.length === 0 && (
        <Button size="small" type="dashed" icon={<Plus size={14} />} onClick={() => add([""])}>
          {word("ui.task.places.add")}
        </Button>
      )}
    </div>
  );
}
