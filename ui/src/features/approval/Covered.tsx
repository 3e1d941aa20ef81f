/** What a signature covers, as it stands, to be read: white as paper, with what is other than in the last round marked. */
import type { ReactElement, ReactNode } from "react";
import { targetName } from "../../data/speak";
import { labelOf } from "../../fields/label";
import type { Body, FieldInfo } from "../../fields/registry";
import { fieldsOf, isFilled } from "../../fields/registry";
import type { CaseView } from "../../types.gen";
import type { Difference } from "./differences";
import { parts, rounds } from "./differences";
import type { Speaker } from "./say";
import { sayLine, sayValue } from "./say";

interface Props {
  view: CaseView;
  kinds: readonly string[];
  found: readonly Difference[];
  by: Speaker;
}

export function Covered({ view, kinds, found, by }: Props): ReactElement {
  return (
    <div className="covered">
      {kinds.map((kind) => {
        const section = rounds(view, kind).now?.row.body as Body | undefined;
        const bodies = section
          ? [section]
          : view.records.filter((one) => one.row.kind === kind).map((one) => one.row.body as unknown as Body);
        return bodies.map((body, at) => (
          <BodyTable
            // biome-ignore lint/suspicious/noArrayIndexKey: records of one kind stand in the order in which they were made
            key={`${kind}/${at}`}
            kind={kind}
            body={body}
            found={found.filter((one) => one.target === kind)}
            by={by}
          />
        ));
      })}
    </div>
  );
}

function BodyTable({
  kind,
  body,
  found,
  by,
}: {
  kind: string;
  body: Body;
  found: readonly Difference[];
  by: Speaker;
}): ReactElement {
  const fields = fieldsOf(kind).filter(
    (field) => isFilled(field, body[field.name]) || found.some((one) => one.field.split(".")[0] === field.name),
  );
  return (
    <table>
      <caption>{targetName(kind)}</caption>
      <tbody>
        {fields.map((field) => (
          <tr key={field.name}>
            <th scope="row">{labelOf(`${kind}.${field.name}`)}</th>
            <td>
              {field.is === "lines" ? (
                <LinesOf kind={kind} field={field} body={body} found={found} by={by} />
              ) : (
                <Marked
                  one={found.find((one) => one.field === field.name && one.line === null)}
                  say={(value) => sayValue(field, `${kind}.${field.name}`, value, by)}
                >
                  {sayValue(field, `${kind}.${field.name}`, body[field.name], by)}
                </Marked>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LinesOf({
  kind,
  field,
  body,
  found,
  by,
}: {
  kind: string;
  field: FieldInfo & { is: "lines" };
  body: Body;
  found: readonly Difference[];
  by: Speaker;
}): ReactElement {
  const path = `${kind}.${field.name}`;
  const lines = (body[field.name] as Body[] | null) ?? [];
  const gone = found.filter((one) => one.field === field.name && one.is === "removed");
  const say = (value: unknown) => (value ? sayLine(field.fields, path, value as Body, by) : "");
  return (
    <ol>
      {lines.map((line) => {
        const fresh = found.find((one) => one.field === field.name && one.line === line.id);
        const inner = field.fields.filter(
          (one) =>
            one.name !== "id" &&
            (isFilled(one, line[one.name]) ||
              found.some((other) => other.field === `${field.name}.${one.name}` && other.line === line.id)),
        );
        return (
          <li key={String(line.id)}>
            <span className="covered-n">{String(line.id)}</span>
            <span>
              {fresh ? (
                <Marked one={fresh} say={say}>
                  {say(line)}
                </Marked>
              ) : (
                inner.map((one, at) => (
                  <span key={one.name}>
                    {at > 0 && " · "}
                    <Marked
                      one={found.find((other) => other.field === `${field.name}.${one.name}` && other.line === line.id)}
                      say={(value) => sayValue(one, `${path}.${one.name}`, value, by)}
                    >
                      {sayValue(one, `${path}.${one.name}`, line[one.name], by)}
                    </Marked>
                  </span>
                ))
              )}
            </span>
          </li>
        );
      })}
      {gone.map((one) => (
        <li key={`gone ${one.line}`}>
          <span className="covered-n">{one.line}</span>
          <Marked one={one} say={say}>
            {""}
          </Marked>
        </li>
      ))}
    </ol>
  );
}

/** What is other: soft ground, underlined, with its number; what stood there before is struck. */
function Marked({
  one,
  say,
  children,
}: {
  one: Difference | undefined;
  say: (value: unknown) => string;
  children: ReactNode;
}): ReactElement {
  if (!one) return <>{children}</>;
  const { head, was, is, tail } =
    one.is === "changed" ? parts(say(one.before), say(one.after)) : { head: "", was: "", is: "", tail: "" };
  return (
    <span className="diff" id={`diff-${one.n}`} tabIndex={-1}>
      {one.is === "changed" && (
        <>
          {head}
          {was && <del>{was}</del>}
          {was && is && " "}
          {is && <ins>{is}</ins>}
          {tail}
        </>
      )}
      {one.is === "removed" && <del>{say(one.before)}</del>}
      {one.is === "added" && <ins>{children}</ins>}
      <sup>{one.n}</sup>
    </span>
  );
}
