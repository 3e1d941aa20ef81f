/** The data folder is there and cannot be used: why, and what to do about it. */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { sentences } from "../../data/speak";
import type { FolderView } from "../../transport";
import { Refusal, transport } from "../../transport";
import { Notice } from "../../ui/Page";
import { word } from "../../words/i18n";
import { Brand, Card, Languages } from "./Card";

export function Trouble({ view, onView }: { view: FolderView; onView: (view: FolderView) => void }): ReactElement {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string[]>([]);
  const ask = async (how: () => Promise<FolderView | null>) => {
    setBusy(true);
    setWrong([]);
    try {
      const next = await how();
      if (next) onView(next);
    } catch (error) {
      setWrong(sentences(error));
    } finally {
      setBusy(false);
    }
  };
  const other = async () => {
    const path = await transport().pickFolder();
    return path === null ? null : transport().folderOpen(path);
  };
  return (
    <Card>
      <Brand title={word(`ui.session.trouble.${view.state}`)} aside={<Languages />} />
      <div className="session-body">
        {view.why && <Notice tone="bad">{sentences(new Refusal(view.why)).join(" ")}</Notice>}
        <p>{word(`ui.session.trouble.do_${view.state}`)}</p>
        <p className="small second">
          {word("ui.session.trouble.where")}　<span className="session-path">{view.path}</span>
        </p>
        {wrong.length > 0 && <Notice tone="bad">{wrong.join(" ")}</Notice>}
        <div className="row">
          <Button type="primary" size="large" loading={busy} onClick={() => void ask(() => transport().folderState())}>
            {word("ui.session.trouble.again")}
          </Button>
          {view.movable && (
            <Button size="large" disabled={busy} onClick={() => void ask(other)}>
              {word("ui.session.trouble.other")}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}
