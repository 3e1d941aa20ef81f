/** The past at the right: what happened, files, contacts and records, signatures. */
import { Tabs } from "antd";
import type { ReactElement } from "react";
import { useRead } from "../../data/client";
import type { CaseView, DraftView, Procedure } from "../../types.gen";
import { word } from "../../words/i18n";
import type { Bringing } from "./bring";
import { FilesTab } from "./FilesTab";
import { Records } from "./Records";
import { Signatures } from "./Signatures";
import { TimelineTab } from "./TimelineTab";

export function Side({
  view,
  procedure,
  drafts,
  bring,
}: {
  view: CaseView;
  procedure: Procedure;
  drafts: DraftView[];
  bring: Bringing;
}): ReactElement {
  const listed = useRead("file_list", { case: view.case }).data?.files ?? [];
  const known = new Set(listed.map((file) => file.sha256));
  const unnamed = bring.brought.filter((file) => !known.has(file.sha256));
  const files = [...unnamed, ...listed];
  const tab = (name: string, count: number) => (
    <>
      {word(`ui.case.${name}`)} {count > 0 && <span className="small">{count}</span>}
    </>
  );
  return (
    <aside className="case-side" data-pane="side" aria-label={word("ui.case.side")}>
      <Tabs
        size="small"
        items={[
          {
            key: "past",
            label: word("ui.case.past"),
            children: <TimelineTab view={view} procedure={procedure} />,
          },
          {
            key: "files",
            label: tab("files", files.length),
            children: <FilesTab view={view} files={files} unnamed={unnamed} bring={bring} />,
          },
          {
            key: "records",
            label: tab("contacts", view.records.length),
            children: <Records view={view} procedure={procedure} drafts={drafts} />,
          },
          {
            key: "signatures",
            label: tab("signatures", view.signatures.length),
            children: <Signatures view={view} procedure={procedure} />,
          },
        ]}
      />
    </aside>
  );
}
