/** The files of the case: thumbnails, names, sizes; taken in by drop, paste or choice (I-5). */
import { Button } from "antd";
import { FileText, Mail, Paperclip } from "lucide-react";
import type { ReactElement } from "react";
import { isPicture, openFile } from "../../data/files";
import { isReadOnly } from "../../data/over";
import { useSay } from "../../data/say";
import { useSession } from "../../data/session";
import { transport } from "../../transport";
import type { CaseView, File as Kept } from "../../types.gen";
import { Notice } from "../../ui/Page";
import { word } from "../../words/i18n";
import type { Bringing } from "./bring";

export function FilesTab({
  view,
  files,
  unnamed,
  bring,
}: {
  view: CaseView;
  files: Kept[];
  /** Of these, files that no section or record names yet. */
  unnamed: Kept[];
  bring: Bringing;
}): ReactElement {
  const say = useSay();
  const works = useSession().may("work") && !isReadOnly(view.head.state);
  return (
    <div>
      {works && (
        <div className="case-tab-acts row">
          <Button icon={<Paperclip size={14} strokeWidth={1.5} />} onClick={() => void bring.pick()}>
            {bring.busy === null ? word("ui.field.pick") : word("ui.field.uploading", { name: bring.busy })}
          </Button>
          <span className="small dim">{word("ui.case.drop")}</span>
        </div>
      )}
      {works && unnamed.length > 0 && (
        <Notice
          action={
            <Button onClick={() => void bring.name(unnamed.map((file) => file.sha256))}>
              {word("ui.case.name_files")}
            </Button>
          }
        >
          {word("ui.case.unnamed", { n: unnamed.length })}
        </Notice>
      )}
      {files.length === 0 && <p className="case-none second">{word("ui.case.no_files")}</p>}
      <ul className="case-files" aria-label={word("ui.case.files")}>
        {files.map((file) => (
          <li key={file.sha256}>
            <button
              type="button"
              className="plain case-file"
              onClick={() => void openFile(file).catch(say.failed)}
              title={file.name}
            >
              <Thumb file={file} />
              <span className="col grow">
                <span className="case-file-name">{file.name}</span>
                <span className="small dim">
                  {size(file.bytes)}
                  {file.pixels && ` · ${file.pixels[0]}×${file.pixels[1]}`}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Thumb({ file }: { file: Kept }): ReactElement {
  if (isPicture(file.media_type)) {
    return <img src={transport().url(`file/${file.sha256}`)} alt="" width={64} height={48} loading="lazy" />;
  }
  const Icon = /\.(eml|msg)$/i.test(file.name) ? Mail : FileText;
  return (
    <span className="case-thumb">
      <Icon size={20} strokeWidth={1.5} aria-hidden="true" />
    </span>
  );
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
