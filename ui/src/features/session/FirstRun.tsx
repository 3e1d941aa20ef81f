/** No data folder yet: one screen makes it (ux.md, First run), or a separate one with made-up cases to look around in. */
import { Button } from "antd";
import { Compass, Factory, ShieldCheck } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { useState } from "react";
import { sentences } from "../../data/speak";
import type { FolderView } from "../../transport";
import { transport } from "../../transport";
import { useKeys } from "../../ui/keys";
import { Mark } from "../../ui/Mark";
import { Notice } from "../../ui/Page";
import { language, word } from "../../words/i18n";
import { Brand, Card, Languages } from "./Card";
import { Line, Place } from "./FirstFields";
import type { Wanted } from "./first";
import { faults, initOf, NOTHING } from "./first";
import { useDoing } from "./progress";

type Made = (login: string, password: string, sample: boolean) => Promise<void>;

export function FirstRun({
  view,
  onMade,
  onOpened,
}: {
  view: FolderView;
  onMade: Made;
  onOpened: (view: FolderView) => void;
}): ReactElement {
  const [wanted, setWanted] = useState<Wanted>({ ...NOTHING, path: view.path });
  const [tried, setTried] = useState(false);
  const [wrong, setWrong] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const doing = useDoing(busy);
  const missing = tried ? faults(wanted) : {};
  const put = (some: Partial<Wanted>) => setWanted((before) => ({ ...before, ...some }));

  const pick = (sample: boolean) => {
    put({ sample });
    setTried(false);
    setWrong([]);
  };

  const make = async () => {
    if (busy) return;
    setTried(true);
    const found = faults(wanted);
    const first = Object.keys(found)[0];
    if (first !== undefined) {
      document.querySelector<HTMLInputElement>(`input[name="${first}"]`)?.focus();
      return;
    }
    setBusy(true);
    setWrong([]);
    try {
      const made = await transport().folderInit(initOf(wanted, view.movable, language()));
      await onMade(made.login, wanted.password, wanted.sample);
    } catch (error) {
      setWrong(sentences(error));
      setBusy(false);
    }
  };
  useKeys({ "Ctrl+Enter": () => void make() });
  const open = async () => {
    const path = await transport().pickFolder();
    if (path === null) return;
    try {
      onOpened(await transport().folderOpen(path));
    } catch (error) {
      setWrong(sentences(error));
    }
  };

  const line = (
    name: "plantZh" | "plantEn" | "login" | "name" | "password" | "again",
    key: string,
    more: object = {},
  ) => (
    <Line
      name={name}
      label={word(`ui.session.first.${key}`)}
      value={wanted[name]}
      fault={missing[name]}
      onChange={(text) => put({ [name]: text })}
      {...more}
    />
  );

  return (
    <Card wide>
      <Brand title={word("ui.session.first.title")} text={word("ui.session.first.lead")} aside={<Languages />} />
      <fieldset className="first" disabled={busy}>
        <legend className="visually-hidden">{word("ui.session.first.title")}</legend>
        <div className="first-left">
          {!wanted.sample && (
            <>
              <h2>{word("ui.session.first.plant")}</h2>
              {line("plantZh", "plant_zh", {
                required: true,
                hint: word("ui.session.first.plant_zh_hint"),
                autoFocus: true,
              })}
              {line("plantEn", "plant_en", { hint: word("ui.session.first.plant_en_hint") })}
            </>
          )}
          {wanted.sample && <h2>{word("ui.session.first.sample_title")}</h2>}
          <Place view={view} wanted={wanted} onPath={(path) => put({ path })} />
          <h2>
            {word(wanted.sample ? "ui.session.first.sample_account" : "ui.session.first.account")}
            <span className="small second">
              {word(wanted.sample ? "ui.session.first.sample_hint" : "ui.session.first.account_hint")}
            </span>
          </h2>
          {!wanted.sample && (
            <div className="first-two">
              {line("login", "login", { required: true, hint: word("ui.session.first.login_hint") })}
              {line("name", "name", { required: true, hint: word("ui.session.first.name_hint") })}
            </div>
          )}
          <div className="first-two">
            {line("password", "password", {
              required: true,
              secret: true,
              hint: word("ui.session.first.password_hint"),
            })}
            {line("again", "again", { required: true, secret: true })}
          </div>
          {!wanted.sample && (
            <p className="first-note small">
              <ShieldCheck size={16} strokeWidth={1.5} aria-hidden="true" />
              <span>
                {word("ui.session.first.sign")}
                <b>{word("ui.session.first.sign_strong")}</b>
                {word("ui.session.first.sign_rest")}
              </span>
            </p>
          )}
        </div>
        <div className="first-right">
          <h2 id="first-start">{word("ui.session.first.start")}</h2>
          <div role="radiogroup" aria-labelledby="first-start" className="col first-ways">
            <Way
              on={!wanted.sample}
              icon={<Factory size={20} strokeWidth={1.5} />}
              of="real"
              onPick={() => pick(false)}
            />
            <Way
              on={wanted.sample}
              icon={<Compass size={20} strokeWidth={1.5} />}
              of="sample"
              onPick={() => pick(true)}
            />
          </div>
          {view.movable && (
            <Button className="first-open" onClick={() => void open()}>
              {word("ui.session.first.open")}
            </Button>
          )}
          <dl className="first-facts small">
            {["procedure", "calendar", "backup"].map((key) => (
              <div key={key}>
                <dt className="second">{word(`ui.session.first.${key}`)}</dt>
                <dd>{word(`ui.session.first.${key}_text`)}</dd>
              </div>
            ))}
          </dl>
          {wrong.length > 0 && <Notice tone="bad">{wrong.join(" ")}</Notice>}
          {tried && Object.keys(missing).length > 0 && (
            <p className="small bad" role="alert">
              <Mark state="late" size={12} /> {Object.values(missing).join(word("ui.list.semicolon"))}
            </p>
          )}
          {busy ? (
            <div role="status">
              <p>{word(wanted.sample ? "ui.session.first.making_sample" : "ui.session.first.making")}</p>
              <progress
                className="session-progress"
                aria-label={word("ui.session.first.making")}
                {...(doing && doing.of > 0 ? { value: doing.done, max: doing.of } : {})}
              />
            </div>
          ) : (
            <Button type="primary" size="large" className="first-make" onClick={() => void make()}>
              {word(wanted.sample ? "ui.session.first.make_sample" : "ui.session.first.make")} <kbd>Ctrl Enter</kbd>
            </Button>
          )}
          {!wanted.sample && <p className="small dim">{word("ui.session.first.later")}</p>}
        </div>
      </fieldset>
    </Card>
  );
}

function Way({
  on,
  icon,
  of,
  onPick,
}: {
  on: boolean;
  icon: ReactNode;
  of: "real" | "sample";
  onPick: () => void;
}): ReactElement {
  return (
    <label className="session-choice first-way" data-on={on}>
      <input type="radio" name="first-way" checked={on} onChange={onPick} />
      <span aria-hidden="true" className="row">
        {icon}
      </span>
      <span className="grow">
        <span className="strong">{word(`ui.session.first.${of}`)}</span>
        <span className="small second first-way-text">{word(`ui.session.first.${of}_text`)}</span>
      </span>
    </label>
  );
}
