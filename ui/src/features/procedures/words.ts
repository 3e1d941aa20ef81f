/** Deadlines, conditions and holders of a procedure in words: the page and the picture say them alike. */

import { taskName } from "../../data/masters";
import { byName, fieldName } from "../../data/speak";
import { fieldAt } from "../../fields/registry";
import { CHOICES, FACTS } from "../../fields.gen";
import type { Due, Exit, Procedure, Task, Words } from "../../types.gen";
import { named, word } from "../../words/i18n";

/** `24h`, `2d`, `2wd` as people say it. */
export function spanText(span: string): string {
  const [, n, unit] = /^(\d+)(h|d|wd)$/.exec(span) ?? [];
  return n && unit ? word(`ui.procedures.span.${unit}`, { n }) : span;
}

/** From when a deadline counts. */
export function anchorText(anchor: string, procedure: Procedure): string {
  const [kind, rest] = anchor.split(":");
  if (kind === "done" && rest) return word("ui.procedures.from.done", { task: taskName(procedure, rest) });
  if (kind === "field" && rest) return word("ui.procedures.from.field", { field: fieldName(rest, procedure) });
  return word(`ui.procedures.from.${kind}`);
}

export function dueText(due: Due, procedure: Procedure): string {
  return word("ui.procedures.due", { span: spanText(due.span), from: anchorText(due.from, procedure) });
}

/** The choice from which a fact takes its words; nothing for amounts, whose words are limits of the procedure. */
function choiceOf(fact: string): string | undefined {
  const [target = "", ...field] = (FACTS[fact] ?? "").split(".");
  const type = fieldAt(target, field.join("."));
  if (type?.is === "tick") return "yes_no";
  return type?.is === "choice" ? type.of : undefined;
}

/** All words of a fact, worst first. */
export function factWords(fact: string, procedure: Procedure): string[] {
  const choice = choiceOf(fact);
  if (choice) return [...(CHOICES[choice] ?? [])];
  return [...procedure.limit.filter((limit) => limit.fact === fact).map((limit) => limit.word), "below"];
}

/** Is it an amount, on which limits are set? */
export const isAmount = (fact: string): boolean => choiceOf(fact) === undefined;

export function factWord(fact: string, code: string, procedure: Procedure): string {
  const limit = procedure.limit.find((one) => one.fact === fact && one.word === code);
  if (limit) return word("ui.procedures.limit_from", { n: (limit.from / 100).toLocaleString("en") });
  if (code === "below") return word("limit.below");
  const choice = choiceOf(fact);
  return choice ? word(`choice.${choice}.${code}`) : code;
}

/** Conditions in one line; empty where there are none. */
export function whenText(when: { [fact: string]: Words | undefined }, procedure: Procedure, facts = true): string {
  return Object.entries(when)
    .map(([fact, words]) => {
      const codes = words === undefined ? [] : Array.isArray(words) ? words : [words];
      const said = codes.map((code) => factWord(fact, code, procedure)).join(word("ui.procedures.or"));
      return facts ? word("ui.procedures.fact", { fact: word(`fact.${fact}`), words: said }) : said;
    })
    .join(word("ui.list.comma"));
}

/** What stands on the line of an exit. Yes and no say nothing without what they answer. */
export function exitText(exit: Exit, procedure: Procedure): string {
  const bare = Object.keys(exit.when).some((fact) => choiceOf(fact) === "yes_no");
  return whenText(exit.when, procedure, bare);
}

/** Everybody who may do a task. */
export function holders(task: Task, procedure: Procedure): string {
  return task.by.map((by) => byName(by, procedure)).join(word("by.or"));
}

/** Whose lane a task stands in: of whoever is named first; each of a list is that list. */
export function laneOf(task: Task, procedure: Procedure): string {
  const by = task.by[0];
  if (by === "each" && task.each) return fieldName(task.each, procedure);
  return by === undefined ? "–" : byName(by, procedure);
}

export const title = (procedure: Procedure): string => named(procedure.title);
