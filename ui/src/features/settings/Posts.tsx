/** The posts of one person: role, department, from when until when, for whom (M-5). A post ends by its last day, never by deletion. */
import { Button } from "antd";
import type { ReactElement } from "react";
import { useState } from "react";
import { useNow } from "../../data/clock";
import { useNames } from "../../data/masters";
import { useSession } from "../../data/session";
import type { PersonView, Post, PostView } from "../../types.gen";
import { Panel } from "../../ui/Page";
import { day, today } from "../../ui/time";
import { word } from "../../words/i18n";
import { PostForm } from "./PostForm";
import { holds } from "./roles";
import { useRoleName } from "./useRoleName";

export function Posts({ person, people }: { person: PersonView; people: PersonView[] }): ReactElement {
  const may = useSession().may("admin");
  const [edited, edit] = useState<number | "new" | null>(null);
  const close = () => edit(null);
  const form = (view: PostView | null) => (
    <PostForm account={person.account} view={view} people={people} onClose={close} />
  );
  return (
    <Panel
      title={word("ui.settings.people.posts_of", { name: person.name })}
      aside={
        may &&
        edited !== "new" && (
          <Button size="small" onClick={() => edit("new")}>
            {word("ui.settings.people.add_post")}
          </Button>
        )
      }
    >
      {person.posts.length === 0 && edited !== "new" && (
        <p className="settings-form heed">{word("ui.settings.people.no_post")}</p>
      )}
      <ul aria-label={word("ui.settings.people.posts")}>
        {person.posts.map((view) => (
          <li key={view.id} className="settings-post">
            {edited === view.id ? (
              form(view)
            ) : (
              <PostLine post={view.post} onEdit={may ? () => edit(view.id) : undefined} />
            )}
          </li>
        ))}
        {edited === "new" && <li className="settings-post">{form(null)}</li>}
      </ul>
      <Deputies of={person} people={people} />
    </Panel>
  );
}

/** Who stands in for this person, now or later. */
function Deputies({ of, people }: { of: PersonView; people: PersonView[] }): ReactElement | null {
  const now = useNow();
  const role = useRoleName();
  const found = people.flatMap((person) =>
    person.posts
      .filter(({ post }) => post.deputy_for === of.account && holds(post, today(now)) !== "over")
      .map(({ id, post }) => ({ id, post, name: person.name })),
  );
  if (found.length === 0) return null;
  return (
    <section aria-label={word("ui.settings.people.deputies")}>
      <h3 className="settings-sub small second">{word("ui.settings.people.deputies")}</h3>
      <ul>
        {found.map(({ id, post, name }) => (
          <li key={id} className="settings-post settings-line" data-span={holds(post, today(now))}>
            <span className="strong">{name}</span>
            <span>{role(post.role)}</span>
            <span className="grow second">{timesOf(post, now)}</span>
            {holds(post, today(now)) === "ahead" && <span className="chip">{word("ui.settings.people.not_yet")}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function timesOf(post: Post, now: string): string {
  const times = [
    post.from !== null && word("ui.settings.people.since", { from: day(post.from, now) }),
    post.until !== null && word("ui.settings.people.to", { until: day(post.until, now) }),
  ].filter((part) => part !== false);
  return times.length === 0 ? word("ui.settings.people.all_time") : times.join("，");
}

function PostLine({ post, onEdit }: { post: Post; onEdit: (() => void) | undefined }): ReactElement {
  const now = useNow();
  const names = useNames();
  const role = useRoleName();
  const span = holds(post, today(now));
  return (
    <div className="settings-line" data-span={span}>
      <span className="strong">{role(post.role)}</span>
      <span>{post.department === null ? "" : names.department(post.department)}</span>
      <span className="second">
        {post.deputy_for === null
          ? word("ui.settings.people.own")
          : word("ui.settings.people.deputy_of", { name: names.account(post.deputy_for) })}
      </span>
      <span className="grow second">
        {timesOf(post, now)}
        {post.procedure !== null && ` · ${post.procedure}`}
      </span>
      {span !== "now" && (
        <span className="chip">{word(span === "over" ? "ui.settings.people.over" : "ui.settings.people.not_yet")}</span>
      )}
      {onEdit && (
        <Button size="small" aria-label={`${word("ui.settings.change")} ${role(post.role)}`} onClick={onEdit}>
          {word("ui.settings.change")}
        </Button>
      )}
    </div>
  );
}
