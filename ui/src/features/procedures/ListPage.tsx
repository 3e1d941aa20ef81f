/** 规程: what this house runs on, drafts among them, and the library that comes with the program. */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useRead, useWrite } from "../../data/client";
import { useNames } from "../../data/masters";
import { useSay } from "../../data/say";
import { useSession } from "../../data/session";
import type { LibraryLine, ProcedureLine } from "../../types.gen";
import { Page } from "../../ui/Page";
import { named, word } from "../../words/i18n";
import { CopyDialog, type Source } from "./CopyDialog";
import { standing } from "./standing";

const OWN = ["number", "title", "version", "state", "effective", "written", "approved"] as const;
const LIBRARY = ["number", "title", "version", "size", "scope"] as const;

export function ListPage({ lines, onOpen }: { lines: ProcedureLine[]; onOpen: (id: number) => void }): ReactElement {
  const library = useRead("procedure_library", {}).data?.procedures ?? [];
  const [copied, setCopied] = useState<Source | null>(null);
  const session = useSession();
  const sorted = [...lines].sort((a, b) => a.number.localeCompare(b.number) || b.id - a.id);
  return (
    <Page title={word("ui.procedures.title")}>
      <div className="procedure procedure-lists">
        <section className="panel procedure-main" aria-label={word("ui.procedures.list.own")}>
          <div className="panel-head">
            <h2>{word("ui.procedures.list.own")}</h2>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
          <section className="scroll grow" tabIndex={0} aria-label={word("ui.procedures.list.own_table")}>
            <Own lines={sorted} onOpen={onOpen} />
          </section>
        </section>
        <section className="panel procedure-main" aria-label={word("ui.procedures.list.library")}>
          <div className="panel-head">
            <h2>{word("ui.procedures.list.library")}</h2>
            <span className="small second">{word("ui.procedures.list.library_about")}</span>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
          <section className="scroll grow" tabIndex={0} aria-label={word("ui.procedures.list.library_table")}>
            <Library
              lines={library}
              may={session.may("work")}
              admin={session.may("admin")}
              onOpen={onOpen}
              onCopy={setCopied}
            />
          </section>
        </section>
      </div>
      {copied && (
        <CopyDialog
          source={copied}
          taken={lines.map((line) => line.number)}
          onClose={() => setCopied(null)}
          onDone={(id) => onOpen(id)}
        />
      )}
    </Page>
  );
}

function Own({ lines, onOpen }: { lines: ProcedureLine[]; onOpen: (id: number) => void }): ReactElement {
  const names = useNames();
  return (
    <table className="procedure-table">
      <thead>
        <tr>
          {OWN.map((column) => (
            <th key={column} scope="col">
              {word(`ui.procedures.list.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td className="strong">{line.number}</td>
            <td>
              <button type="button" className="plain procedure-to" onClick={() => onOpen(line.id)}>
                {named(line.title)}
              </button>
            </td>
            <td>{line.version}</td>
            <td>
              <span className="chip">{word(`ui.procedures.standing.${standing(line)}`)}</span>
            </td>
            <td>{line.effective ?? "–"}</td>
            <td>{names.account(line.written_by)}</td>
            <td>{names.account(line.approved_by)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Library({
  lines,
  may,
  admin,
  onOpen,
  onCopy,
}: {
  lines: LibraryLine[];
  may: boolean;
  admin: boolean;
  onOpen: (id: number) => void;
  onCopy: (source: Source) => void;
}): ReactElement {
  const adopt = useWrite("procedure_adopt");
  const say = useSay();
  return (
    <table className="procedure-table">
      <thead>
        <tr>
          {LIBRARY.map((column) => (
            <th key={column} scope="col">
              {word(`ui.procedures.list.column.${column}`)}
            </th>
          ))}
          <th scope="col">
            <span className="small">{word("ui.procedures.list.column.acts")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.number}>
            <td className="strong">{line.number}</td>
            <td>{named(line.title)}</td>
            <td>{line.version}</td>
            <td className="procedure-size">
              {word("ui.procedures.list.size", { stages: line.stages, tasks: line.tasks })}
            </td>
            <td className="second">{named(line.scope)}</td>
            <td>
              <span className="row">
                {line.adopted !== null ? (
                  <Button size="small" onClick={() => line.adopted !== null && onOpen(line.adopted)}>
                    {word("ui.procedures.list.open")}
                  </Button>
                ) : (
                  admin && (
                    <Button
                      size="small"
                      loading={adopt.isPending && adopt.variables.number === line.number}
                      onClick={() =>
                        adopt.mutate(
                          { number: line.number },
                          {
                            onSuccess: () => say.done(word("ui.procedures.list.adopted", { number: line.number })),
                            onError: (error) => say.failed(error),
                          },
                        )
                      }
                    >
                      {word("ui.procedures.list.adopt")}
                    </Button>
                  )
                )}
                {may && (
                  <Button
                    size="small"
                    aria-label={word("ui.procedures.list.copy_of", { number: line.number })}
                    onClick={() =>
                      onCopy({
                        procedure: null,
                        library: line.number,
                        number: `${line.number}-1`,
                        prefix: line.prefix,
                        title: line.title,
                      })
                    }
                  >
                    {word("ui.procedures.list.copy")}
                  </Button>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
