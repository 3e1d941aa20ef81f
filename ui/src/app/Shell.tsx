/** One window, three parts: the rail, the page, the status bar. */
import { useQuery } from "@tanstack/react-query";
import { Badge } from "antd";
import { FolderOpen, Monitor, ShieldCheck, User } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { useLocation } from "wouter";
import mark from "../../../icons/kesu.svg";
import { useRead } from "../data/client";
import { useNow } from "../data/clock";
import { usePlant, useRoles } from "../data/masters";
import { useNews } from "../data/news";
import { useReached } from "../data/reach";
import { useSession } from "../data/session";
import { isTold } from "../data/told";
import { transport } from "../transport";
import type { Role } from "../types.gen";
import { moment } from "../ui/time";
import { named, word } from "../words/i18n";
import { Broken } from "./Broken";
import { usePasteLimit } from "./pasted";
import { ROUTES } from "./routes";
import "./shell.css";

export function Shell({ under, children }: { under: string; children: ReactNode }): ReactElement {
  const [at] = useLocation();
  usePasteLimit();
  return (
    <div className="shell">
      {/* No link: the part of an address behind # is the route. */}
      <button type="button" className="visually-hidden skip" onClick={() => document.getElementById("main")?.focus()}>
        {word("ui.shell.skip")}
      </button>
      <Rail under={under} />
      <main id="main" tabIndex={-1}>
        <Broken at={at}>{children}</Broken>
      </main>
      <Status />
    </div>
  );
}

/** The longest answer of the inbox. */
const MOST = 500;

function Rail({ under }: { under: string }): ReactElement {
  const [, go] = useLocation();
  const inbox = useRead("inbox_list", { limit: MOST }, { every: 60_000 });
  const waiting = inbox.data?.tasks.filter((one) => !isTold(one.task)).length ?? 0;
  useNews(inbox.data?.tasks);
  // A list that is as long as it can be is longer.
  const badge = waiting >= MOST ? `${MOST}+` : waiting;
  return (
    <nav className="rail" aria-label={word("ui.shell.rail")}>
      <img className="rail-mark" src={mark} alt={word("ui.product")} width={28} height={28} />
      {ROUTES.flatMap((route) => {
        if (!route.rail) return [];
        const Icon = route.rail.icon;
        const here = route.path.split("/:")[0] ?? route.path;
        const lit = under === here;
        return (
          <button
            key={route.path}
            type="button"
            className="rail-item"
            aria-current={lit ? "page" : undefined}
            onClick={() => go(here)}
          >
            <Badge
              count={here === "/" ? badge : 0}
              overflowCount={MOST}
              size="small"
              // A long number grows to the left: at the right the rail ends.
              offset={[`${badge}`.length > 2 ? -3 : 4, -2]}
              color="var(--accent-fill)"
            >
              <Icon size={20} strokeWidth={1.5} aria-hidden="true" />
            </Badge>
            <span>{word(`ui.rail.${route.rail.word}`)}</span>
          </button>
        );
      })}
    </nav>
  );
}

/** The program has two roles of its own beside those of the procedures. */
function roleOf(id: string, known: readonly Role[]): string {
  if (id === "admin" || id === "reader") return word(`ui.shell.role.${id}`);
  const role = known.find((one) => one.id === id);
  return role ? named(role.name) : id;
}

function Status(): ReactElement {
  const now = useNow();
  const session = useSession();
  const plant = usePlant();
  const connected = useReached();
  // Whether the house is there is asked for sooner while it is not.
  useRead("me", {}, { every: connected ? 60_000 : 2_000 });
  const folder = useQuery({ queryKey: ["folder"], queryFn: () => transport().folderState(), retry: false }).data;
  const known = useRoles();
  const roles = [...new Set(session.me.posts.map((post) => roleOf(post.role, known)))].join(word("ui.list.comma"));
  return (
    <footer className="status small">
      <button
        type="button"
        className="plain status-item"
        onClick={() => session.switchUser()}
        title={word("ui.shell.switch")}
      >
        <User size={14} strokeWidth={1.5} aria-hidden="true" /> {session.me.name}
        {roles !== "" && <span className="clip status-roles">· {roles}</span>}
      </button>
      <span className="status-item" title={folder?.path}>
        <FolderOpen size={14} strokeWidth={1.5} aria-hidden="true" />{" "}
        {plant && [named(plant.body.name), named(plant.body.unit)].filter(Boolean).join(" · ")}
        {folder && <span className="dim status-path clip">{folder.path}</span>}
      </span>
      <span className="status-item">
        <Monitor size={14} strokeWidth={1.5} aria-hidden="true" />{" "}
        {word(transport().kind === "tauri" ? "ui.shell.alone" : "ui.shell.browser")}
      </span>
      <span className={connected ? "status-item" : "status-item bad strong"} role="status">
        <ShieldCheck size={14} strokeWidth={1.5} aria-hidden="true" />{" "}
        {word(connected ? "ui.shell.connected" : "ui.shell.lost")}
      </span>
      <span className="grow" />
      <span className="status-item">{moment(now, now)}</span>
    </footer>
  );
}
