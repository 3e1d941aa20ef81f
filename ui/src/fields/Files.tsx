/** Files of a case: dropped, pasted, picked; kept as they are and shown small (I-5). */
import { Button } from "antd";
import { FileText, Paperclip, X } from "lucide-react";
import type { ReactElement } from "react";
import { useRef, useState } from "react";
import { useRead, useWrite } from "../data/client";
import { useSay } from "../data/say";
import { sentences } from "../data/speak";
import { transport } from "../transport";
import type { File as Kept } from "../types.gen";
import { word } from "../words/i18n";
import type { ControlProps } from "./context";
import { useForm } from "./context";
import "./fields.css";

/** Files that a paste or drop brings; a screenshot has no name of its own. */
export function filesOf(data: DataTransfer | null): File[] {
  const files = [...(data?.files ?? [])];
  return files.map((file) => (file.name === "image.png" ? new File([file], shotName(), { type: file.type }) : file));
}

function shotName(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return `${word("ui.field.screenshot")} ${two(now.getHours())}-${two(now.getMinutes())}-${two(now.getSeconds())}.png`;
}

/** Names of what was handed in here; the list of the case names a file only once something uses it. */
const namesOf = new Map<string, string>();

/** Hands files in and makes them part of a case. */
export function useTakeIn(of: number | null) {
  const claim = useWrite("file_claim");
  const [busy, setBusy] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string[]>([]);
  const claimed = async (file: string): Promise<string> => {
    if (of !== null) await claim.mutateAsync({ case: of, file });
    return file;
  };
  /** One of several that is refused is said by its name; the others come in all the same. */
  const refused = (name: string, error: unknown) => {
    const why = sentences(error).slice(-1)[0] ?? "";
    setWrong((before) => [...before, word("ui.case.not_taken", { name, why })]);
  };
  const take = async (files: File[]): Promise<string[]> => {
    const taken: string[] = [];
    setWrong([]);
    for (const file of files) {
      setBusy(file.name);
      try {
        const received = await transport().upload(file, file.name);
        namesOf.set(received.file, file.name);
        taken.push(await claimed(received.file));
      } catch (error) {
        refused(file.name, error);
      }
    }
    setBusy(null);
    return taken;
  };
  const pick = async (): Promise<string[]> => {
    setWrong([]);
    let chosen: Awaited<ReturnType<ReturnType<typeof transport>["pickFiles"]>> = [];
    try {
      chosen = await transport().pickFiles("any", true);
    } catch (error) {
      setWrong(sentences(error));
    }
    const taken: string[] = [];
    for (const file of chosen) {
      namesOf.set(file.file, file.name);
      try {
        taken.push(await claimed(file.file));
      } catch (error) {
        refused(file.name, error);
      }
    }
    return taken;
  };
  return { take, pick, busy, wrong };
}

export function FileCard({
  file,
  name,
  onRemove,
}: {
  file: string;
  name: string;
  onRemove?: (() => void) | undefined;
}): ReactElement {
  const say = useSay();
  const picture = /\.(png|jpe?g)$/i.test(name);
  const source = `file/${file}` as const;
  const show = () =>
    void (picture || /\.pdf$/i.test(name) ? transport().open(source) : transport().save(source, name)).catch(
      say.failed,
    );
  return (
    <span className="file-card">
      <button type="button" className="plain" onClick={show} title={name}>
        {picture ? (
          <img src={transport().url(source)} alt="" loading="lazy" />
        ) : (
          <FileText size={20} strokeWidth={1.5} aria-hidden="true" />
        )}
        <span className="small clip">{name}</span>
      </button>
      {onRemove && (
        <Button
          type="text"
          size="small"
          icon={<X size={14} />}
          aria-label={word("ui.field.remove_file", { name })}
          onClick={onRemove}
        />
      )}
    </span>
  );
}

export function FilesControl({ many, ...props }: ControlProps & { many: boolean }): ReactElement {
  const form = useForm();
  const files = useRead("file_list", { case: form.case ?? 0 }, { enabled: form.case !== null }).data?.files ?? [];
  const names = new Map(files.map((file: Kept) => [file.sha256, file.name]));
  const { take, pick, busy, wrong } = useTakeIn(form.case);
  const value = many ? ((props.value as string[] | null) ?? []) : props.value ? [props.value as string] : [];
  // A file takes its time to come in, and people go on typing: what is on the form by then is changed, not what was.
  const latest = useRef({ value, onChange: props.onChange });
  latest.current = { value, onChange: props.onChange };
  const put = (taken: string[]) => {
    if (taken.length === 0) return;
    const next = [...new Set([...latest.current.value, ...taken])];
    latest.current.onChange(many ? next : (next.at(-1) ?? null));
  };
  return (
    // The zone takes drops and pastes beside its button, so a keyboard loses nothing.
    <fieldset
      className="files"
      aria-label={props.label}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void take(filesOf(event.dataTransfer)).then(put);
      }}
      onPaste={(event) => {
        const pasted = filesOf(event.clipboardData);
        if (pasted.length > 0) {
          event.preventDefault();
          event.stopPropagation();
          void take(pasted).then(put);
        }
      }}
    >
      {value.map((file) => (
        <FileCard
          key={file}
          file={file}
          name={names.get(file) ?? namesOf.get(file) ?? file.slice(0, 8)}
          onRemove={
            props.readOnly ? undefined : () => props.onChange(many ? value.filter((one) => one !== file) : null)
          }
        />
      ))}
      {!props.readOnly && (
        <Button
          id={props.id}
          type="dashed"
          icon={<Paperclip size={14} strokeWidth={1.5} />}
          onClick={() => void pick().then(put)}
        >
          {busy === null ? word("ui.field.pick") : word("ui.field.uploading", { name: busy })}
        </Button>
      )}
      {!props.readOnly && <span className="small dim">{word("ui.field.drop")}</span>}
      {wrong.map((text) => (
        <p className="small bad" role="alert" key={text}>
          {text}
        </p>
      ))}
    </fieldset>
  );
}
