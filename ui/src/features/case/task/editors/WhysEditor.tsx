/**
 * The why-chains (04-case): one panel for each branch, each why a step further in; Enter asks the next one, and the last one
 * that says something is the root cause.
 */
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
import type { Branch, Why } from "../../../../types.gen";
import { onKeys } from "../../../../ui/keys";
import { Mark } from "../../../../ui/Mark";
import { word } from "../../../../words/i18n";
import type { Placed } from "./chain";
import { groupOf, insertAfter, removeAt, replaceAt, rootOf } from "./chain";

const STEP = 16;

export function WhysEditor(props: EditorProps): ReactElement {
  const whys = (props.value as Why[] | null) ?? [];
  const branches = (CHOICES.branch ?? []) as Branch[];
  const stray = groupOf(whys, "branch", null);
  return (
    <div className="whys" id={idOf(props.path)}>
      {branches.map((branch) => (
        <Chain key={branch} {...props} whys={whys} branch={branch} />
      ))}
      {stray.length > 0 && <Chain {...props} whys={whys} branch={null} />}
    </div>
  );
}

function Chain({
  path,
  field,
  whys,
  branch,
  onChange,
  readOnly,
}: EditorProps & { whys: Why[]; branch: Branch | null }): ReactElement {
  const form = useForm();
  const box = useRef<HTMLElement>(null);
  const fields: readonly FieldInfo[] = field.is === "lines" ? field.fields : [];
  const chain = groupOf(whys, "branch", branch);
  const name = branch === null ? word("ui.task.whys.stray") : word(`choice.branch.${branch}`);
  const root = rootOf(chain);
  const fresh = (cause: string): Why => ({ ...(emptyBody(fields) as Why), branch, cause });
  const focus = (n: number) =>
    requestAnimationFrame(() => box.current?.querySelectorAll<HTMLElement>("input.why-text")[n]?.focus());
  const type = (of: string): FieldInfo => fields.find((one) => one.name === of) ?? { name: of, is: "text" };

  const next = (n: number) => {
    // In the middle of a chain a step is put in; behind the last one the empty row waits already.
    if (n + 1 < chain.length) onChange(insertAfter(whys, chain, n, fresh("")));
    focus(n + 1);
  };
  const write = (n: number, cause: string) => {
    const placed = chain[n];
    if (placed) onChange(replaceAt(whys, placed.at, { cause }));
    else if (cause !== "") onChange(insertAfter(whys, chain, n, fresh(cause)));
  };
  const remove = ({ at }: Placed<Why>, n: number) => {
    onChange(removeAt(whys, at));
    focus(Math.max(0, n - 1));
  };

  const rows = readOnly || branch === null ? chain.length : chain.length + 1;
  return (
    <section className="chain" aria-label={name} ref={box}>
      <header>
        <strong>{name}</strong>{" "}
        <span className="second small grow">{branch && word(`ui.task.whys.ask_${branch}`)}</span>
        {chain.length > 0 &&
          ["bone", "standing"].map((of) => (
            <span key={of} className="why-choice small dim">
              {labelOf(`${path}.${of}`)}
            </span>
          ))}
      </header>
      <ol>
        {Array.from({ length: rows }, (_, n) => {
          const placed = chain[n];
          const before = chain[n - 1]?.line.cause ?? "";
          const label = `${name} ${word("ui.task.whys.nth", { n: n + 1 })}`;
          const wrong = placed && form.errors.has(`${path}.${placed.at}.cause`);
          return (
            // The row that is empty and the line that it becomes are one, so that an input method is not torn off.
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the chain is what a row is
            <li key={n} style={{ paddingLeft: 8 + n * STEP }}>
              {n > 0 && <span className="elbow" aria-hidden="true" />}
              <span className="dim why-n" aria-hidden="true">
                {n + 1}
              </span>
              <input
                id={placed ? `${idOf(path)}-${placed.at}-cause` : undefined}
                className="grid-cell why-text"
                aria-label={label}
                aria-invalid={wrong || undefined}
                disabled={readOnly}
                placeholder={before ? word("ui.task.whys.why", { before: short(before) }) : word("ui.task.whys.first")}
                value={placed?.line.cause ?? ""}
                onChange={(event) => write(n, event.target.value)}
                onKeyDown={onKeys({
                  Enter: placed && placed.line.cause.trim() !== "" ? () => next(n) : undefined,
                  ArrowDown: n + 1 < rows ? () => focus(n + 1) : undefined,
                  ArrowUp: n > 0 ? () => focus(n - 1) : undefined,
                  Backspace: placed && placed.line.cause === "" ? () => remove(placed, n) : undefined,
                })}
              />
              {placed && (
                <>
                  {branch === null && (
                    <span className="why-choice">
                      <Control
                        id={`${idOf(path)}-${placed.at}-branch`}
                        path={`${path}.branch`}
                        type={type("branch")}
                        label={`${label} ${labelOf(`${path}.branch`)}`}
                        value={null}
                        onChange={(to) => onChange(replaceAt(whys, placed.at, { branch: to as Branch }))}
                        readOnly={readOnly}
                      />
                    </span>
                  )}
                  {(["bone", "standing"] as const).map((of) => (
                    <span className="why-choice" key={of}>
                      <Control
                        id={`${idOf(path)}-${placed.at}-${of}`}
                        path={`${path}.${of}`}
                        type={type(of)}
                        label={`${label} ${labelOf(`${path}.${of}`)}`}
                        value={placed.line[of]}
                        onChange={(to) => onChange(replaceAt(whys, placed.at, { [of]: to }))}
                        readOnly={readOnly}
                        invalid={form.errors.has(`${path}.${placed.at}.${of}`)}
                      />
                    </span>
                  ))}
                  {!readOnly && (
                    <Button
                      type="text"
                      size="small"
                      icon={<X size={14} />}
                      aria-label={`${word("ui.field.remove_line")} ${label}`}
                      onClick={() => remove(placed, n)}
                    />
                  )}
                </>
              )}
            </li>
          );
        })}
      </ol>
      {branch !== null && (
        <footer>
          <span className="small second">{word("ui.task.whys.root")}</span>
          <strong className="grow clip">
            {root ? root.cause : <span className="dim plain-weight">{word("ui.task.whys.no_root")}</span>}
          </strong>
          <span className="small">
            {root?.standing === "confirmed" ? (
              <>
                <Mark state="done" size={12} /> {word("choice.standing.confirmed")}
              </>
            ) : (
              <span className="heed-text">
                <Mark state="heed" size={12} /> {word(root ? "ui.task.whys.unproved" : "ui.task.whys.none")}
              </span>
            )}
          </span>
        </footer>
      )}
    </section>
  );
}

function short(text: string): string {
  return text.length > 18 ? `${text.slice(0, 17)}…` : text;
}
