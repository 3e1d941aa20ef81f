/** Photos, mails and scans that came with the complaint: taken in at once, part of the case when it has a number (I-5). */
import { Button } from "antd";
import { FileText, Image, Mail, Paperclip, X } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { sentences } from "../../data/speak";
import { filesOf } from "../../fields/Files";
import { transport } from "../../transport";
import { word } from "../../words/i18n";
import type { Waiting } from "./register";

export { filesOf };

/** A file that could not be taken in; it is kept so that it can be tried again. */
interface Failed {
  file: File;
  why: string;
}

/** What is not part of a case yet is shown from this machine: the house shows files of cases only. */
const previews = new Map<string, string>();

export interface Taking {
  busy: string | null;
  failed: Failed[];
  wrong: string[];
  take(files: File[]): Promise<void>;
  pick(): Promise<void>;
}

/** Hands files in as they come, one after the other, so that a slow one blocks nobody's typing. */
export function useTaking(add: (files: Waiting[]) => void): Taking {
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState<Failed[]>([]);
  const [wrong, setWrong] = useState<string[]>([]);
  return {
    busy,
    failed,
    wrong,
    async take(files) {
      setFailed((before) => before.filter((one) => !files.includes(one.file)));
      for (const file of files) {
        setBusy(file.name);
        try {
          const kept = await transport().upload(file, file.name);
          previews.set(kept.file, URL.createObjectURL(file));
          add([{ file: kept.file, name: file.name, bytes: kept.bytes }]);
        } catch (error) {
          setFailed((before) => [...before, { file, why: sentences(error).join(" ") }]);
        }
      }
      setBusy(null);
    },
    async pick() {
      setWrong([]);
      try {
        add(await transport().pickFiles("any", true));
      } catch (error) {
        setWrong(sentences(error));
      }
    },
  };
}

export function Attachments({
  files,
  taking,
  onRemove,
}: {
  files: readonly Waiting[];
  taking: Taking;
  onRemove: (file: string) => void;
}): ReactElement {
  return (
    <ul className="intake-files" aria-label={word("section.complaint.files")}>
      {files.map((file) => (
        <li key={file.file} className="intake-file">
          <FileMark name={file.name} file={file.file} />
          <span className="col">
            <span className="intake-file-name">{file.name}</span>
            <span className="mini dim">{size(file.bytes)}</span>
          </span>
          <Button
            type="text"
            size="small"
            icon={<X size={14} strokeWidth={1.5} />}
            aria-label={word("ui.field.remove_file", { name: file.name })}
            onClick={() => onRemove(file.file)}
          />
        </li>
      ))}
      <li>
        <Button
          type="dashed"
          icon={<Paperclip size={14} strokeWidth={1.5} />}
          onClick={() => void taking.pick()}
          aria-live="polite"
        >
          {taking.busy === null ? word("ui.field.pick") : word("ui.field.uploading", { name: taking.busy })}
        </Button>
      </li>
      {taking.failed.map((one) => (
        <li key={`${one.file.name}-${one.file.lastModified}`} className="small bad row" role="alert">
          {word("ui.intake.not_taken", { name: one.file.name, why: one.why })}
          <Button size="small" onClick={() => void taking.take([one.file])}>
            {word("ui.error.retry")}
          </Button>
        </li>
      ))}
      {taking.wrong.map((text) => (
        <li key={text} className="small bad" role="alert">
          {text}
        </li>
      ))}
    </ul>
  );
}

function FileMark({ name, file }: { name: string; file: string }): ReactElement {
  const picture = /\.(png|jpe?g)$/i.test(name);
  const preview = previews.get(file);
  if (picture && preview) return <img src={preview} alt="" width={36} height={28} />;
  const Icon = picture ? Image : /\.(eml|msg)$/i.test(name) ? Mail : FileText;
  return <Icon size={18} strokeWidth={1.5} aria-hidden="true" />;
}

/** `312 kB`, `1.8 MB`. */
export function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
