/** Nothing waits: what will be here, and three ways to begin. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactElement } from "react";
import { useLocation } from "wouter";
import { useSession } from "../../data/session";
import { transport } from "../../transport";
import { word } from "../../words/i18n";

export function Begin({ onRegister }: { onRegister: () => void }): ReactElement {
  const [, go] = useLocation();
  const { may } = useSession();
  // Another folder can be chosen in the window only; a browser shows what its server keeps.
  const folder = useQuery({ queryKey: ["folder"], queryFn: () => transport().folderState(), retry: false }).data;
  const ways = [
    { is: "register", act: onRegister, keys: "Alt N", shown: may("work") },
    { is: "people", act: () => go("/settings/people?"), shown: may("admin") },
    { is: "sample", act: () => go("/settings/about?"), shown: folder?.movable === true },
  ].filter((way) => way.shown);
  return (
    <section className="panel inbox-begin" aria-labelledby="inbox-empty">
      <div>
        <h2 id="inbox-empty">{word("ui.inbox.empty.title")}</h2>
        <p className="second">{word("ui.inbox.empty.text")}</p>
        <ul>
          {ways.map((way, at) => (
            <li key={way.is} className="inbox-way" data-first={at === 0}>
              <span className="grow">
                <span className="strong">{word(`ui.inbox.empty.${way.is}`)}</span>
                <br />
                <span className="small second">{word(`ui.inbox.empty.${way.is}_text`)}</span>
              </span>
              {way.keys && <kbd>{way.keys}</kbd>}
              <Button onClick={way.act}>{word(`ui.inbox.empty.${way.is}_go`)}</Button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
