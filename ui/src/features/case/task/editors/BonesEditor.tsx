/** The fishbone (06): typed by bone below, drawn above as it is typed, and printed so. */
import { Button } from "antd";
import { X } from "lucide-react";
import type { ReactElement } from "react";
import { useRef } from "react";
import { Control } from "../../../../fields/Control";
import type { EditorProps } from "../../../../fields/context";
import { useForm } from "../../../../fields/context";
import { idOf, labelOf } from "../../../../fields/label";
import type { FieldInfo } from "../../../../fields/registry";
import { emptyBody } from "../../../../fields/registry";
import { CHOICES } from "../../../../fields.gen";
import type { Bone, Standing, Twig } from "../../../../types.gen";
import { onKeys } from "../../../../ui/keys";
import { word } from "../../../../words/i18n";
import { groupOf, insertAfter, removeAt, replaceAt } from "./chain";
import { cut, draw } from "./fishbone";
import { StandingMark, StandingShape } from "./Standing";

export function BonesEditor(props: EditorProps): ReactElement {
  const twigs = (props.value as Twig[] | null) ?? [];
  const bones = (CHOICES.bone ?? []) as Bone[];
  const stray = groupOf(twigs, "bone", null);
  return (
    <div className="bones" id={idOf(props.path)}>
      <div className="bones-legend small second" aria-hidden="true">
        {(["confirmed", "open", "excluded"] as Standing[]).map((standing) => (
          <span key={standing}>
            <StandingMark standing={standing} /> {word(`choice.standing.${standing}`)}
          </span>
        ))}
      </div>
      <Fishbone twigs={twigs} />
      <div className="bones-rows">
        {bones.map((bone) => (
          <BoneRows key={bone} {...props} twigs={twigs} bone={bone} />
        ))}
        {stray.length > 0 && <BoneRows {...props} twigs={twigs} bone={null} />}
      </div>
    </div>
  );
}

function Fishbone({ twigs }: { twigs: Twig[] }): ReactElement {
  const { bodies } = useForm();
  const { width, height, spine, head, bones } = draw(twigs);
  const complaint = bodies.complaint as { defect?: string; lines?: { name?: string; lot?: string }[] } | undefined;
  const line = complaint?.lines?.[0];
  const columns = Math.max(...[true, false].map((up) => bones.filter((bone) => bone.up === up).length));
  const halves = columns > 3 ? 15 : 22;
  const long = columns > 3 ? 100 : 140;
  return (
    <svg className="fishbone" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={word("ui.task.bones.drawing")}>
      <path d={`M20 ${spine}H${head - 14}`} stroke="currentColor" strokeWidth="3" />
      <path d={`M${head - 16} ${spine - 9}L${head} ${spine}L${head - 16} ${spine + 9}Z`} fill="currentColor" />
      <rect x={head} y={spine - 36} width={width - head - 4} height="72" rx="4" className="fish-box" />
      <text x={(head + width - 4) / 2} y={spine - 6} textAnchor="middle" className="fish-head">
        {cut(complaint?.defect || word("ui.task.bones.effect"), 20)}
      </text>
      <text x={(head + width - 4) / 2} y={spine + 15} textAnchor="middle" className="fish-sub">
        {cut([line?.name, line?.lot].filter(Boolean).join(" "), 24)}
      </text>
      {bones.map((bone) => (
        <g key={bone.bone}>
          <path
            d={`M${bone.x} ${bone.y}L${bone.joint} ${spine}`}
            stroke="var(--text-2)"
            strokeWidth="1.6"
            fill="none"
          />
          <rect x={bone.x - 20} y={bone.up ? bone.y - 25 : bone.y} width="40" height="25" rx="4" className="fish-box" />
          <text x={bone.x} y={bone.up ? bone.y - 8 : bone.y + 17} textAnchor="middle" className="fish-bone">
            {word(`choice.bone.${bone.bone}`)}
          </text>
          {bone.twigs.map(({ twig, x, y }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a drawing of a list that is typed
            <g key={n} data-standing={twig.standing ?? "none"} className="fish-twig">
              <title>{twig.cause}</title>
              <path d={`M${x - long} ${y}H${x}`} stroke="var(--line-2)" strokeWidth="1.2" />
              <g transform={`translate(${x - long + 6} ${y - 8})`}>
                <StandingShape standing={twig.standing} />
              </g>
              <text x={x - long + (twig.standing ? 16 : 2)} y={y - 4}>
                {cut(twig.cause, halves)}
              </text>
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

function BoneRows({
  path,
  field,
  twigs,
  bone,
  onChange,
  readOnly,
}: EditorProps & { twigs: Twig[]; bone: Bone | null }): ReactElement {
  const form = useForm();
  const box = useRef<HTMLElement>(null);
  const fields: readonly FieldInfo[] = field.is === "lines" ? field.fields : [];
  const mine = groupOf(twigs, "bone", bone);
  const name = bone === null ? word("ui.task.bones.stray") : word(`choice.bone.${bone}`);
  const type = (of: string): FieldInfo => fields.find((one) => one.name === of) ?? { name: of, is: "text" };
  const focus = (n: number) =>
    requestAnimationFrame(() => box.current?.querySelectorAll<HTMLElement>("input.twig-text")[n]?.focus());
  const write = (n: number, cause: string) => {
    const placed = mine[n];
    if (placed) onChange(replaceAt(twigs, placed.at, { cause }));
    else if (cause !== "") {
      onChange(insertAfter(twigs, mine, n, { ...(emptyBody(fields) as Twig), bone, cause }));
    }
  };
  const remove = (at: number, n: number) => {
    onChange(removeAt(twigs, at));
    focus(Math.max(0, n - 1));
  };
  const rows = readOnly || bone === null ? mine.length : mine.length + 1;
  return (
    <section className="bone" aria-label={name} ref={box}>
      <header>
        <strong>{name}</strong> <span className="small second">{mine.length}</span>
      </header>
      <ul>
        {Array.from({ length: rows }, (_, n) => {
          const placed = mine[n];
          const label = `${name} ${word("ui.field.line", { n: n + 1 })}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the empty row and the line that it becomes are one
            <li key={n}>
              <input
                id={placed ? `${idOf(path)}-${placed.at}-cause` : undefined}
                className="grid-cell twig-text"
                aria-label={label}
                aria-invalid={(placed && form.errors.has(`${path}.${placed.at}.cause`)) || undefined}
                disabled={readOnly}
                placeholder={word("ui.task.bones.add")}
                title={placed?.line.cause}
                value={placed?.line.cause ?? ""}
                onChange={(event) => write(n, event.target.value)}
                onKeyDown={onKeys({
                  Enter: n + 1 < rows ? () => focus(n + 1) : undefined,
                  ArrowDown: n + 1 < rows ? () => focus(n + 1) : undefined,
                  ArrowUp: n > 0 ? () => focus(n - 1) : undefined,
                  Backspace: placed && placed.line.cause === "" ? () => remove(placed.at, n) : undefined,
                })}
              />
              {placed && (
                <>
                  {bone === null && (
                    <span className="why-choice">
                      <Control
                        id={`${idOf(path)}-${placed.at}-bone`}
                        path={`${path}.bone`}
                        type={type("bone")}
                        label={`${label} ${labelOf(`${path}.bone`)}`}
                        value={null}
                        onChange={(to) => onChange(replaceAt(twigs, placed.at, { bone: to as Bone }))}
                        readOnly={readOnly}
                      />
                    </span>
                  )}
                  <span className="why-choice">
                    <Control
                      id={`${idOf(path)}-${placed.at}-standing`}
                      path={`${path}.standing`}
                      type={type("standing")}
                      label={`${label} ${labelOf(`${path}.standing`)}`}
                      value={placed.line.standing}
                      onChange={(to) => onChange(replaceAt(twigs, placed.at, { standing: to as Standing | null }))}
                      readOnly={readOnly}
                    />
                  </span>
                  {!readOnly && (
                    <Button
                      type="text"
                      size="small"
                      icon={<X size={14} />}
                      aria-label={`${word("ui.field.remove_line")} ${label}`}
                      onClick={() => remove(placed.at, n)}
                    />
                  )}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
