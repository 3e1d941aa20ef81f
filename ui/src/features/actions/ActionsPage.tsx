/** 改善: the corrective and preventive actions of all cases — who does what until when, with what evidence and effect. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Checkbox, Segmented } from "antd";
import type { ReactElement } from "react";
import { useId, useMemo, useState } from "react";
import { call } from "../../data/client";
import { useNow } from "../../data/clock";
import { useDepartments, useNames, usePeople } from "../../data/masters";
import { useSession } from "../../data/session";
import { sentences } from "../../data/speak";
import type { ActionLine, BehindAction } from "../../types.gen";
import { Empty, Notice, Page } from "../../ui/Page";
import { today } from "../../ui/time";
import { named, word } from "../../words/i18n";
import { ActionTable } from "./ActionTable";
import "./actions.css";
import { BY, type By, groupActions, isLate } from "./groups";

/** What was chosen; coming back from a case finds it again. */
const left = { over: false, mine: false, by: "due" as By };

export function ActionsPage(): ReactElement {
  const now = useNow();
  const { me } = useSession();
  const names = useNames();
  const [over, setOver] = useState(left.over);
  const [mine, setMine] = useState(left.mine);
  const [by, setBy] = useState<By>(left.by);
  Object.assign(left, { over, mine, by });
  const asked = { over, owner: mine ? me.account : null, limit: 500 };
  const pages = useInfiniteQuery({
    queryKey: ["action_list", asked],
    queryFn: ({ pageParam }) => call("action_list", { ...asked, after: pageParam }),
    initialPageParam: null as BehindAction | null,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const lines = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data]);
  const departmentOf = useDepartmentOf();
  const day = today(now);
  const keyOf = (line: ActionLine): string => {
    if (by === "department") return departmentOf(line.action.owner);
    return line.action.owner === null ? line.action.owner_name || "–" : names.account(line.action.owner);
  };
  const groups = groupActions(lines, by, day, keyOf);
  const late = lines.filter((line) => isLate(line, day)).length;
  const id = useId();
  return (
    <Page
      title={word("ui.actions.title")}
      head={
        <>
          <Segmented
            tabIndex={-1}
            aria-label={word("ui.actions.which")}
            options={[
              { value: "todo", label: word("ui.actions.todo") },
              { value: "over", label: word("ui.actions.over") },
            ]}
            value={over ? "over" : "todo"}
            onChange={(value) => setOver(value === "over")}
          />
          <Checkbox className="actions-mine" checked={mine} onChange={(event) => setMine(event.target.checked)}>
            {word("ui.actions.mine")}
          </Checkbox>
          <span className="grow" />
          <span className="second small" id={id}>
            {word("ui.actions.by")}
          </span>
          <Segmented
            tabIndex={-1}
            aria-labelledby={id}
            options={BY.map((one) => ({ value: one, label: word(`ui.actions.by_${one}`) }))}
            value={by}
            onChange={setBy}
          />
        </>
      }
    >
      <section className="panel actions" aria-busy={pages.isPending}>
        {pages.error && (
          <Notice tone="bad" action={<Button onClick={() => void pages.refetch()}>{word("ui.error.retry")}</Button>}>
            {sentences(pages.error).join(" ")}
          </Notice>
        )}
        {pages.data && lines.length === 0 ? (
          <div className="grow">
            <Empty
              title={word(`ui.actions.none.${over ? "over" : "todo"}`)}
              text={word(`ui.actions.none.${over ? "over" : "todo"}_text`)}
            >
              {mine && <Button onClick={() => setMine(false)}>{word("ui.actions.none.all")}</Button>}
            </Empty>
          </div>
        ) : (
          <ActionTable groups={groups} by={by} over={over} today={day} />
        )}
        <div className="panel-foot small" role="status">
          {pages.data && (
            <span className="second">
              {word("ui.actions.count", { n: `${lines.length}${pages.hasNextPage ? "+" : ""}` })}
            </span>
          )}
          {late > 0 && <span className="bad strong">{word("ui.actions.late_count", { n: late })}</span>}
          <span className="grow" />
          {pages.hasNextPage && (
            <Button size="small" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {word("ui.actions.more")}
            </Button>
          )}
        </div>
      </section>
    </Page>
  );
}

/** The department of somebody, by the first post that names one. */
function useDepartmentOf(): (account: number | null) => string {
  const people = usePeople();
  const departments = useDepartments();
  return useMemo(() => {
    const name = new Map(departments.map((row) => [row.id, named(row.body.name)]));
    const of = new Map(
      people.map((person) => {
        const post = person.posts.find((one) => one.post.department !== null)?.post;
        return [person.account, post?.department == null ? undefined : name.get(post.department)];
      }),
    );
    return (account) => (account === null ? undefined : of.get(account)) ?? word("ui.actions.no_department");
  }, [people, departments]);
}
