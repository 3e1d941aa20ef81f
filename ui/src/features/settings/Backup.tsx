/** 备份与校验: is everything as the journal says, and a copy of it all; for administrators. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { DatabaseBackup, ShieldCheck } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import { useNow } from "../../data/clock";
import { useSession } from "../../data/session";
import type { BackedUp, Verified } from "../../transport";
import { transport } from "../../transport";
import { Mark } from "../../ui/Mark";
import { Notice, Panel } from "../../ui/Page";
import { moment, today } from "../../ui/time";
import { word } from "../../words/i18n";
import { useDoing } from "../session";
import { ReadOnly, Row, useRun, Wrong } from "./parts";

interface Known {
  what: Verified;
  at: string;
}
const KEY = ["verified"];

/** What the last verification of this sitting found. */
export function useVerified(): Known | null {
  return (
    useQuery<Known | null>({ queryKey: KEY, queryFn: () => null, staleTime: Number.POSITIVE_INFINITY }).data ?? null
  );
}

export function Backup(): ReactElement {
  const may = useSession().may("admin");
  return (
    <div className="settings-stack scroll">
      {!may && <ReadOnly needs="admin" />}
      <Verify may={may} />
      <Copy may={may} />
    </div>
  );
}

function Progress({ label }: { label: string }): ReactElement {
  const doing = useDoing(true);
  const known = doing !== null && doing.of > 0;
  return (
    <div role="status" className="settings-progress">
      <span>{label}</span>
      <progress aria-label={label} {...(known ? { value: doing.done, max: doing.of } : {})} />
      {known && (
        <span className="small second">
          {word("ui.settings.backup.count", {
            done: doing.done.toLocaleString("en"),
            of: doing.of.toLocaleString("en"),
          })}
        </span>
      )}
    </div>
  );
}

function Verify({ may }: { may: boolean }): ReactElement {
  const queries = useQueryClient();
  const verified = useVerified();
  const now = useNow();
  const { run, busy, wrong } = useRun();
  const verify = () =>
    void run(async () => {
      const what = await transport().folderVerify(true);
      queries.setQueryData<Known>(KEY, { what, at: new Date().toISOString() });
      return undefined;
    });
  return (
    <Panel title={word("ui.settings.backup.verify")}>
      <div className="settings-form">
        <p className="second">{word("ui.settings.backup.verify_text")}</p>
        {busy ? (
          <Progress label={word("ui.settings.backup.verifying")} />
        ) : (
          verified && <Found {...verified} now={now} />
        )}
        <Wrong said={wrong} />
        <div className="settings-acts">
          <Button
            type="primary"
            disabled={!may}
            loading={busy}
            icon={<ShieldCheck size={16} strokeWidth={1.5} aria-hidden="true" />}
            onClick={verify}
          >
            {word("ui.settings.backup.do_verify")}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Found({ what, at, now }: Known & { now: string }): ReactElement {
  const numbers = {
    entries: what.entries.toLocaleString("en"),
    rows: what.rows.toLocaleString("en"),
    files: what.files.toLocaleString("en"),
  };
  return (
    <>
      {what.breaks === 0 ? (
        <p role="status">
          <Mark state="done" /> <b>{word("ui.settings.backup.ok")}</b> {word("ui.settings.backup.ok_text", numbers)}{" "}
          <span className="dim">{word("ui.settings.backup.last", { at: moment(at, now) })}</span>
        </p>
      ) : (
        <Notice tone="bad">
          <b>{word("ui.settings.backup.bad", { breaks: what.breaks.toLocaleString("en") })}</b>{" "}
          {word("ui.settings.backup.bad_text", numbers)}
        </Notice>
      )}
      {what.found.length > 0 && (
        <>
          <h3 className="small second">
            {word("ui.settings.backup.found")}
            {what.found.length < what.breaks && `（${word("ui.settings.backup.first", { n: what.found.length })}）`}
          </h3>
          <ul className="settings-breaks scroll" aria-label={word("ui.settings.backup.found")}>
            {what.found.map((one) => (
              <li key={JSON.stringify(one)}>
                <Mark state="broken" size={13} /> {word(`break.${one.is}`, said(one))}
              </li>
            ))}
          </ul>
        </>
      )}
      <Row label={word("ui.settings.backup.head")} hint={word("ui.settings.backup.head_hint")}>
        <span className="settings-copy">{what.head}</span>
      </Row>
    </>
  );
}

/** The data of a break, as a sentence can take them; a table is called as people call what stands in it. */
function said(one: Verified["found"][number]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(one).map(([key, value]) => [key, key === "table" ? word(`thing.${String(value)}`) : String(value)]),
  );
}

function Copy({ may }: { may: boolean }): ReactElement {
  const [made, setMade] = useState<BackedUp | null>(null);
  const now = useNow();
  const { run, busy, wrong } = useRun();
  const backup = () =>
    void run(async () => {
      setMade(await transport().folderBackup(`${word("ui.settings.backup.name")}-${today(now)}.zip`));
      return undefined;
    });
  return (
    <Panel title={word("ui.settings.backup.backup")}>
      <div className="settings-form">
        <p className="second">{word("ui.settings.backup.backup_text")}</p>
        {busy && <Progress label={word("ui.settings.backup.backing")} />}
        {!busy && made && (
          <p role="status">
            <Mark state="done" />{" "}
            {made.path === null
              ? word("ui.settings.backup.done_download")
              : word("ui.settings.backup.done_path", { path: made.path })}
          </p>
        )}
        {!busy && made && made.missing > 0 && (
          <Notice tone="bad">{word("ui.settings.backup.missing", { n: made.missing })}</Notice>
        )}
        <Wrong said={wrong} />
        <div className="settings-acts">
          <Button
            disabled={!may}
            loading={busy}
            icon={<DatabaseBackup size={16} strokeWidth={1.5} aria-hidden="true" />}
            onClick={backup}
          >
            {word("ui.settings.backup.do_backup")}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
