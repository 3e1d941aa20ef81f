/** The documents that a procedure cites, each with the file that the house keeps: opened, brought, replaced (M-9). */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useRead } from "../../data/client";
import { openFile } from "../../data/files";
import { useSay } from "../../data/say";
import { useSession } from "../../data/session";
import { sentences } from "../../data/speak";
import type { KeptDocument } from "../../types.gen";
import { Notice } from "../../ui/Page";
import { named, word } from "../../words/i18n";
import { DocumentDialog } from "./DocumentDialog";

export function Documents({ procedure }: { procedure: number }): ReactElement {
  const read = useRead("document_list", { procedure });
  const works = useSession().may("work");
  const [brings, setBrings] = useState<string | null>(null);
  const documents = read.data?.documents ?? [];
  const brought = documents.find((one) => one.cited.id === brings);
  return (
    <>
      <h2>{word("ui.procedures.cites")}</h2>
      {read.isError && (
        <Notice tone="bad" action={<Button onClick={() => void read.refetch()}>{word("ui.error.retry")}</Button>}>
          {sentences(read.error).join(" ")}
        </Notice>
      )}
      <table className="procedure-table" aria-label={word("ui.procedures.cites")}>
        <thead>
          <tr>
            {["number", "version", "title", "file"].map((column) => (
              <th key={column} scope="col">
                {word(`ui.documents.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {documents.map(({ cited, kept }) => (
            <tr key={cited.id}>
              <td>{cited.number}</td>
              <td>{cited.version || word("ui.documents.in_force")}</td>
              <td>{named(cited.title)}</td>
              <td>
                <span className="row procedure-file">
                  {kept ? <File kept={kept} /> : <span className="second">{word("ui.documents.none")}</span>}
                  {works && (
                    <Button
                      size="small"
                      aria-label={word(`ui.documents.${kept ? "replace" : "bring"}_of`, { title: named(cited.title) })}
                      onClick={() => setBrings(cited.id)}
                    >
                      {word(`ui.documents.${kept ? "replace" : "bring"}`)}
                    </Button>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {brought && (
        <DocumentDialog
          procedure={procedure}
          document={brought}
          onRefused={() => void read.refetch()}
          onClose={() => setBrings(null)}
        />
      )}
    </>
  );
}

/** The file, and the number and version that the house gave it. */
function File({ kept }: { kept: KeptDocument }): ReactElement {
  const say = useSay();
  const { media_type } = kept;
  const { number, version, file, name } = kept.row;
  const given = [number, version && word("ui.documents.version", { version })].filter(Boolean).join(" ");
  return (
    <span>
      <button
        type="button"
        className="plain procedure-to"
        onClick={() => void openFile({ sha256: file, name, media_type }).catch(say.failed)}
      >
        {name}
      </button>
      {given && <span className="small second procedure-given">{given}</span>}
    </span>
  );
}
