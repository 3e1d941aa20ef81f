/** The controlled documents by which a task goes; each opens the file that the house keeps (M-9). */
import { FileText } from "lucide-react";
import type { ReactElement } from "react";
import { useRead } from "../../../data/client";
import { citedBy, documentText } from "../../../data/documents";
import { openFile } from "../../../data/files";
import { useSay } from "../../../data/say";
import type { Document, KeptDocument, Procedure, Task } from "../../../types.gen";
import { word } from "../../../words/i18n";

export function Cited({
  procedure,
  version,
  task,
}: {
  procedure: Procedure;
  /** The version of it under which the case runs. */
  version: number;
  task: Task;
}): ReactElement | null {
  const cited = citedBy(task, procedure);
  const read = useRead("document_list", { procedure: version }, { enabled: cited.length > 0 });
  if (cited.length === 0) return null;
  const kept = (id: string) => read.data?.documents.find((one) => one.cited.id === id)?.kept;
  return (
    <ul className="task-cites small" aria-label={word("ui.procedures.part.cites")}>
      {cited.map((one) => (
        <li key={one.id}>
          <One cited={one} kept={kept(one.id)} />
        </li>
      ))}
    </ul>
  );
}

/** Whether there is a file is not known before the house has answered. */
function One({ cited, kept }: { cited: Document; kept: KeptDocument | null | undefined }): ReactElement {
  const say = useSay();
  const text = documentText(cited, kept);
  if (!kept) {
    return (
      <span className="second">
        <Icon /> {text} {kept === null && <span className="dim">{word("ui.documents.none_here")}</span>}
      </span>
    );
  }
  const { media_type } = kept;
  const { name, file } = kept.row;
  return (
    <button
      type="button"
      className="plain"
      title={name}
      onClick={() => void openFile({ sha256: file, name, media_type }).catch(say.failed)}
    >
      <Icon /> {text}
    </button>
  );
}

function Icon(): ReactElement {
  return <FileText size={14} strokeWidth={1.5} aria-hidden="true" className="task-cites-icon" />;
}
