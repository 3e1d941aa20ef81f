/** What a controlled document says of itself: purpose, scope, terms, forms, cited documents, and its change record. */
import type { ReactElement } from "react";
import type { Procedure } from "../../types.gen";
import { named, word } from "../../words/i18n";
import { Documents } from "./Documents";

export function About({ id, procedure }: { id: number; procedure: Procedure }): ReactElement {
  const head = [
    ["number", procedure.number],
    ["version", procedure.version],
    ["author", procedure.author],
    ["approver", procedure.approver],
    ["effective", procedure.effective],
    ["owner", procedure.owner],
    ["purpose", named(procedure.purpose)],
    ["scope", named(procedure.scope)],
  ] as const;
  return (
    <section
      className="panel procedure-main scroll procedure-page"
      aria-label={word("ui.procedures.tab.about")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
      tabIndex={0}
    >
      <h2>{word("ui.procedures.document")}</h2>
      <dl className="procedure-list">
        {head.map(([key, value]) => (
          <div key={key}>
            <dt>{word(`ui.procedures.head.${key}`)}</dt>
            <dd>{value || "–"}</dd>
          </div>
        ))}
      </dl>
      <h2>{word("ui.procedures.changes")}</h2>
      <table className="procedure-table">
        <thead>
          <tr>
            {["version", "what", "by", "approved", "on"].map((column) => (
              <th key={column} scope="col">
                {word(`ui.procedures.change.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {procedure.change.map((change) => (
            <tr key={`${change.version}${change.on}`}>
              <td>{change.version}</td>
              <td>{named(change.what)}</td>
              <td>{change.by}</td>
              <td>{change.approved}</td>
              <td>{change.on}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{word("ui.procedures.terms")}</h2>
      <dl className="procedure-list">
        {procedure.term.map((term) => (
          <div key={term.word.zh}>
            <dt>{named(term.word)}</dt>
            <dd>{named(term.meaning)}</dd>
          </div>
        ))}
      </dl>
      <h2>{word("ui.procedures.forms")}</h2>
      <table className="procedure-table">
        <thead>
          <tr>
            {["form", "number", "version", "keep", "boxes"].map((column) => (
              <th key={column} scope="col">
                {word(`ui.procedures.form.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {procedure.form.map((form) => (
            <tr key={form.number}>
              <td>{form.form}</td>
              <td>{form.number}</td>
              <td>{form.version}</td>
              <td>{word("ui.procedures.years", { n: form.keep_years })}</td>
              <td>{form.boxes.map((box) => named(box)).join(word("ui.list.comma"))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {procedure.list.map((list) => (
        <div key={list.id}>
          <h2>{named(list.name)}</h2>
          <p>{list.items.map((item) => named(item)).join(word("ui.list.comma"))}</p>
        </div>
      ))}
      {procedure.document.length > 0 && <Documents procedure={id} />}
    </section>
  );
}
