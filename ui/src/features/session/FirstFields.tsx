/** The fields of the first run: a line to type in, and the place of the data folder. */
import { Button, Input } from "antd";
import { FolderOpen } from "lucide-react";
import type { ReactElement } from "react";
import { useId } from "react";
import type { FolderView } from "../../transport";
import { transport } from "../../transport";
import { Mark } from "../../ui/Mark";
import { word } from "../../words/i18n";
import type { Wanted } from "./first";
import { pathOf } from "./first";

export function Line({
  name,
  label,
  value,
  onChange,
  required = false,
  secret = false,
  autoFocus = false,
  hint,
  fault,
}: {
  name: string;
  label: string;
  value: string;
  onChange: (text: string) => void;
  required?: boolean;
  secret?: boolean;
  autoFocus?: boolean;
  hint?: string;
  fault?: string | undefined;
}): ReactElement {
  const id = useId();
  const shared = {
    id,
    name,
    size: "large" as const,
    value,
    autoFocus,
    "aria-required": required,
    "aria-invalid": fault !== undefined,
    "aria-describedby": `${id}-hint`,
    status: fault === undefined ? ("" as const) : ("error" as const),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className="session-field">
      <div className="row">
        <label htmlFor={id} className="small second grow">
          {label}
          {required && (
            <span className="session-star" aria-hidden="true">
              {" *"}
            </span>
          )}
        </label>
        <span id={`${id}-hint`} className={fault === undefined ? "small dim" : "small bad"}>
          {fault === undefined ? (
            hint
          ) : (
            <>
              <Mark state="late" size={12} /> {fault}
            </>
          )}
        </span>
      </div>
      {secret ? <Input.Password {...shared} autoComplete="new-password" /> : <Input {...shared} autoComplete="off" />}
    </div>
  );
}

/** Where the data lies: offered, and another place where this window may choose one. */
export function Place({
  view,
  wanted,
  onPath,
}: {
  view: FolderView;
  wanted: Wanted;
  onPath: (path: string) => void;
}): ReactElement {
  const id = useId();
  const choose = async () => {
    const path = await transport().pickFolder();
    if (path !== null) onPath(path);
  };
  return (
    <div className="session-field">
      <div className="row">
        <label htmlFor={id} className="small second grow">
          {word("ui.session.first.folder")}
        </label>
        <span className="small dim">
          {word(view.movable ? "ui.session.first.folder_hint" : "ui.session.first.folder_fixed")}
        </span>
      </div>
      <div className="row">
        <Input id={id} name="path" size="large" className="grow" readOnly value={pathOf(wanted, view.movable)} />
        {view.movable && (
          <Button
            size="large"
            icon={<FolderOpen size={16} strokeWidth={1.5} aria-hidden="true" />}
            onClick={() => void choose()}
          >
            {word("ui.session.first.choose")}
          </Button>
        )}
      </div>
    </div>
  );
}
