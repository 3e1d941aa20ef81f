/** Who holds a task, by name where a name is known: the post, the department, the line that its slot names. */

import type { Kept, Names } from "../../data/masters";
import { byName } from "../../data/speak";
import { slotOf } from "../../data/told";
import type { By, CaseView, Department, PersonView, Procedure, TaskRow, Who } from "../../types.gen";
import { word } from "../../words/i18n";
import { bodyThatCounts } from "./stand";

export interface House {
  people: PersonView[];
  departments: Kept<Department>[];
  names: Names;
  /** Today at the plant. */
  today: string;
}

export interface Holder {
  /** Names of people; empty where only the role is known. */
  names: string[];
  /** The role or department in words. */
  as: string;
}

type Row = Pick<TaskRow, "task" | "slot"> & Partial<Pick<TaskRow, "passed">>;

/** People whose post of this role holds today at the plant of the case. */
function postsOf(role: string, view: CaseView, procedure: Procedure, house: House): string[] {
  return house.people
    .filter((person) => person.state === "active")
    .filter((person) =>
      person.posts.some(
        ({ post }) =>
          post.role === role &&
          post.plant === view.head.plant &&
          (post.procedure === null || post.procedure === procedure.number) &&
          (post.from === null || post.from <= house.today) &&
          (post.until === null || post.until >= house.today),
      ),
    )
    .map((person) => person.name);
}

interface LineOf {
  id: number;
  who?: Who | null;
  owner?: Who | null;
}

/** The line of the list for which this row stands. */
function lineOf(view: CaseView, each: string, slot: string): LineOf | undefined {
  const [target, list] = each.split(".");
  const lines = (bodyThatCounts(view, target ?? "")?.[list ?? ""] as LineOf[] | undefined) ?? [];
  return lines.find((line) => typeof line === "object" && String(line.id) === slot);
}

/** Where the case itself says which departments and people it binds. */
const DEPARTMENTS = {
  responsible: ["responsibility", "departments"],
  desk: ["assignment", "departments"],
  about_departments: ["complaint", "about_departments"],
} as const;
const PEOPLE = { handler: ["assignment", "who"], engineer_sent: ["dispatch", "engineer"] } as const;

function one(by: By, slot: string, each: string | null, view: CaseView, procedure: Procedure, house: House): Holder {
  const { names } = house;
  const as = byName(by, procedure);
  const [who, head] = by.split(".");
  const department = (ids: number[]): Holder => {
    const heads = house.departments.filter((row) => ids.includes(row.id)).flatMap((row) => row.body.head ?? []);
    return {
      names: heads.map((id) => names.account(id)),
      as: ids.map((id) => names.department(id)).join(word("ui.list.comma")) || as,
    };
  };
  switch (who) {
    case "each": {
      if (each === "responsibility.departments") return department([Number(slot)]);
      const line = each ? lineOf(view, each, slot) : undefined;
      const person = line?.who ?? line?.owner;
      return { names: person ? [names.who(person)] : [], as };
    }
    case "responsible":
    case "desk":
    case "about_departments": {
      const [section, list] = DEPARTMENTS[who];
      const ids = bodyThatCounts(view, section)?.[list] as number[] | undefined;
      return ids?.length ? department(ids) : { names: [], as };
    }
    case "handler":
    case "engineer_sent": {
      const [section, field] = PEOPLE[who];
      const person = bodyThatCounts(view, section)?.[field] as Who | null | undefined;
      return { names: person ? [names.who(person)] : [], as };
    }
    case "owner": {
      const owner = bodyThatCounts(view, "level")?.owner as number | null | undefined;
      return { names: owner ? [names.account(owner)] : [], as };
    }
    case "about":
    case "receiver":
    case "team":
    case "leader": {
      const leader = who === "leader" ? (bodyThatCounts(view, "team")?.leader as Who | null | undefined) : null;
      return { names: leader ? [names.who(leader)] : [], as };
    }
    default:
      return { names: head ? [] : postsOf(who ?? by, view, procedure, house), as };
  }
}

export function holderOf(row: Row, view: CaseView, procedure: Procedure, house: House): Holder {
  const task = procedure.stage.flatMap((stage) => stage.task).find((candidate) => candidate.id === row.task);
  const { sort, name, line } = slotOf(row.slot);
  if (row.passed) return { names: [house.names.account(row.passed.to)], as: word("ui.case.by_passing") };
  if (sort === "added") return { names: [house.names.account(Number(name))], as: word("ui.case.by_asking") };
  const by = sort === "told" ? [name as By] : (task?.by ?? []);
  const all = by.map((who) => one(who, line, task?.each ?? null, view, procedure, house));
  return {
    names: [...new Set(all.flatMap((holder) => holder.names))],
    as: [...new Set(all.map((holder) => holder.as))].join(word("by.or")),
  };
}

/** A few names, and how many more. */
export function namesText(names: readonly string[]): string {
  if (names.length <= 2) return names.join(word("ui.list.comma"));
  return word("ui.case.and_more", { names: names.slice(0, 2).join(word("ui.list.comma")), n: names.length });
}
