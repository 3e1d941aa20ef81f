/** Views: those that everybody has, with their counts, and those that somebody keeps under a name. */
import { App, Button, Input, Popover } from "antd";
import { Star, Trash2 } from "lucide-react";
import type { ReactElement } from "react";
import { useMemo, useState } from "react";
import { useRead, useWrite } from "../../data/client";
import { useNow } from "../../data/clock";
import { useSay } from "../../data/say";
import { useSession } from "../../data/session";
import { onKeys } from "../../ui/keys";
import { word } from "../../words/i18n";
import { ALL, type Filter, type KeptView, QUICK, type Quick, quick, readViews, sameFilter, type View } from "./filter";
import { useCount } from "./useCases";

const NAME = "register.views";

export function Views({ view, onChange }: { view: View; onChange: (next: View) => void }): ReactElement {
  const now = useNow();
  const { me } = useSession();
  const kept = useRead("preference_get", { name: NAME }).data;
  const views = useMemo(() => readViews(kept?.value), [kept]);
  const save = useWrite("preference_save");
  const say = useSay();
  const { message } = App.useApp();
  const keep = (next: KeptView[]) =>
    save.mutate({ name: NAME, value: JSON.stringify(next) }, { onError: (error) => say.failed(error) });
  const forget = (gone: KeptView) => {
    keep(views.filter((one) => one.name !== gone.name));
    // Taken back as easily as it was done.
    message.open({
      content: (
        <>
          {word("ui.register.view.gone", { name: gone.name })}{" "}
          <Button size="small" type="link" onClick={() => keep(views)}>
            {word("ui.register.view.undo")}
          </Button>
        </>
      ),
    });
  };
  return (
    <nav className="register-views" aria-label={word("ui.register.views")}>
      <ul>
        {QUICK.map((which) => (
          <li key={which}>
            <Pill
              which={which}
              filter={quick(which, me.account, now)}
              on={sameFilter(view.filter, quick(which, me.account, now))}
              onChoose={(filter) => onChange({ ...view, filter })}
            />
          </li>
        ))}
        {views.map((one) => (
          <li key={one.name} className="row">
            <button
              type="button"
              className="plain register-pill"
              aria-pressed={
                sameFilter(one.filter, view.filter) && one.search === view.search && one.order === view.order
              }
              onClick={() => onChange({ ...ALL, ...one })}
            >
              <Star size={13} strokeWidth={1.5} aria-hidden="true" /> {one.name}
            </button>
            <Button
              type="text"
              size="small"
              aria-label={word("ui.register.view.forget", { name: one.name })}
              icon={<Trash2 size={13} strokeWidth={1.5} />}
              onClick={() => forget(one)}
            />
          </li>
        ))}
      </ul>
      <KeepAs onKeep={(name) => keep([...views.filter((one) => one.name !== name), { name, ...view }])} />
    </nav>
  );
}

function Pill({
  which,
  filter,
  on,
  onChoose,
}: {
  which: Quick;
  filter: Filter;
  on: boolean;
  onChoose: (filter: Filter) => void;
}): ReactElement {
  const count = useCount(filter);
  return (
    <button type="button" className="plain register-pill" aria-pressed={on} onClick={() => onChoose(filter)}>
      {word(`ui.register.view.${which}`)}{" "}
      {count !== undefined && <span className="small">{count.toLocaleString("en")}</span>}
    </button>
  );
}

function KeepAs({ onKeep }: { onKeep: (name: string) => void }): ReactElement {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const done = () => {
    if (!name.trim()) return;
    onKeep(name.trim());
    setName("");
    setOpen(false);
  };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      placement="bottomLeft"
      content={
        <section className="row" aria-label={word("ui.register.view.save")}>
          <Input
            aria-label={word("ui.register.view.name")}
            placeholder={word("ui.register.view.name")}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={onKeys({ Enter: done })}
          />
          <Button onClick={done} disabled={!name.trim()}>
            {word("ui.register.view.keep")}
          </Button>
        </section>
      }
    >
      <Button type="text" size="small" icon={<Star size={14} strokeWidth={1.5} />}>
        {word("ui.register.view.save")}
      </Button>
    </Popover>
  );
}
