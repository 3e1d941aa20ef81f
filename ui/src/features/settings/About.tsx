/** 关于: which program, which folder. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactElement } from "react";
import { version } from "../../../package.json";
import { keepAll } from "../../data/draft";
import { usePlant } from "../../data/masters";
import { useSession } from "../../data/session";
import { transport } from "../../transport";
import { Panel } from "../../ui/Page";
import { named, word } from "../../words/i18n";
import { useVerified } from "./Backup";
import { Row, useRun, Wrong } from "./parts";

export function About(): ReactElement {
  const { me } = useSession();
  const plant = usePlant();
  const verified = useVerified();
  const folder = useQuery({ queryKey: ["folder"], queryFn: () => transport().folderState(), retry: false }).data;
  const { run, busy, wrong } = useRun();
  const other = () =>
    void run(async () => {
      const path = await transport().pickFolder();
      if (path === null) return undefined;
      await keepAll();
      await transport().folderOpen(path);
      // Another folder has other people: everything begins anew, at its sign-in.
      window.location.reload();
      return undefined;
    });
  return (
    <Panel className="settings-narrow" title={word("ui.product")}>
      <div className="settings-form">
        <p className="second">{word("ui.settings.about.text")}</p>
        <Row label={word("ui.settings.about.version")}>{version}</Row>
        <Row label={word("ui.settings.about.where")}>
          {word(transport().kind === "tauri" ? "ui.settings.about.window" : "ui.settings.about.browser")}
        </Row>
        {plant && (
          <Row label={word("ui.settings.about.plant")}>
            {[named(plant.body.name), named(plant.body.unit)].filter(Boolean).join(" · ")}
          </Row>
        )}
        {folder && (
          <Row label={word("ui.settings.about.folder")}>
            <span className="settings-copy">{folder.path}</span>
            {folder.movable && (
              <Button size="small" loading={busy} onClick={other}>
                {word("ui.settings.about.other")}
              </Button>
            )}
          </Row>
        )}
        <Wrong said={wrong} />
        <Row label={word("ui.settings.about.id")}>
          <span className="settings-copy">{me.folder}</span>
        </Row>
        <Row label={word("ui.settings.about.head")}>
          {verified ? (
            <span className="settings-copy">{verified.what.head}</span>
          ) : (
            <span className="dim">{word("ui.settings.about.head_none")}</span>
          )}
        </Row>
      </div>
    </Panel>
  );
}
