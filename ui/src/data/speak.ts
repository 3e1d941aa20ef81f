/** Sentences of the house for what was refused, from the catalogue: what, where, and what to do. */
import { Refusal, Unreachable } from "../transport";
import type { ApiError, Blocked, Field, Procedure } from "../types.gen";
import { named, word } from "../words/i18n";
import { roleName, stageName, taskName } from "./masters";

/** `section.field` as people call it. */
export function fieldName(path: string, procedure?: Procedure): string {
  const [target, ...rest] = path.split(".");
  const field = rest.filter((part) => !/^\d+$/.test(part)).join(".");
  if (!field) return targetName(path) === "_" ? argumentName(path) : targetName(path);
  const own = procedure?.field.find((one) => one.section === target && one.name === field);
  if (own) return named(own.label);
  for (const base of ["section", "record"]) {
    const key = `${base}.${target}.${field}`;
    const text = word(`${key}._`);
    if (text !== "_") return text;
    const plain = word(key);
    if (plain !== field.split(".").pop()) return plain;
  }
  return argumentName(path);
}

/** A field of a request that is part of no case, or one that no two rows may share. */
function argumentName(path: string): string {
  const last = path.split(".").pop() ?? path;
  for (const [key, none] of [
    [`argument.${path}._`, "_"],
    [`argument.${path}`, last],
    [`unique.${path}`, last],
  ] as const) {
    const text = word(key);
    if (text !== none) return text;
  }
  return last;
}

/** What a section or record is called. */
export function targetName(target: string): string {
  const section = word(`section.${target}._`);
  return section === "_" ? word(`record.${target}._`) : section;
}

/** `qe`, `responsible`, `responsible.head`, `each`, `anyone` in words. */
export function byName(by: string, procedure?: Procedure): string {
  if (by === "anyone" || by === "each") return word(`by.${by}`);
  const [who, head] = by.split(".");
  const bound = word(`bound.${who}`);
  const name = bound === who ? roleName(procedure, who ?? by) : bound;
  return head === "head" ? word("by.head", { who: name }) : name;
}

/** One reason why not. */
export function blockedText(blocked: Blocked, procedure?: Procedure): string {
  switch (blocked.why) {
    case "not_now":
      return word("blocked.not_now", { stage: stageName(procedure, blocked.stage) });
    case "needs_role":
      return word("blocked.needs_role", { by: blocked.by.map((by) => byName(by, procedure)).join(word("by.or")) });
    case "waits":
      return word("blocked.waits", { task: taskName(procedure, blocked.task) });
    case "missing":
      return word("blocked.missing", { field: fieldName(blocked.field, procedure) });
    case "said_otherwise":
      return word("blocked.said_otherwise", { field: fieldName(blocked.field, procedure) });
    case "own_work":
      return word("blocked.own_work", { task: taskName(procedure, blocked.task) });
    case "record":
      return word("blocked.record", { kind: targetName(blocked.kind) });
    case "not_allowed":
      return word("blocked.not_allowed", { step: word(`step.${blocked.step}`) });
    case "void":
      return word("blocked.void", { task: taskName(procedure, blocked.task) });
    case "answered":
      return word("blocked.answered", { task: taskName(procedure, blocked.task) });
    case "given":
    case "not_them":
    case "not_yours":
    case "own_deadline":
    case "customers_date":
    case "subject":
    case "needs_signature":
    case "needs_reason":
    case "read_only":
    case "own_request":
    case "clock":
      return word(`blocked.${blocked.why}`);
  }
}

/** What is wrong with these is said by a name or a number of a case: a stage, a task, the cases that end in this one. */
const NAMES_IT: ReadonlySet<string> = new Set(["stage_gone", "task_gone", "leads_others"]);

function wrongText(field: Field, procedure?: Procedure): string {
  const says = NAMES_IT.has(field.wrong) ? field.detail !== "" : /^[0-9]+$/.test(field.detail);
  const detail = says ? ` (${field.detail})` : "";
  return `${fieldName(field.field, procedure)}：${word(`wrong.${field.wrong}`)}${detail}`;
}

/** A refusal in sentences: the first says what happened, the others what to mend. */
export function sentences(error: unknown, procedure?: Procedure): string[] {
  if (error instanceof Unreachable) return [word("ui.error.unreachable")];
  if (!(error instanceof Refusal)) return [word("ui.error.unknown", { what: String(error) })];
  const said: ApiError = error.error;
  switch (said.code) {
    case "refused":
      return [word("error.refused"), ...said.blocked.map((blocked) => blockedText(blocked, procedure))];
    case "invalid":
      return [word("error.invalid"), ...said.fields.map((field) => wrongText(field, procedure))];
    case "conflict":
      return [word("error.conflict", { current: said.current })];
    case "replayed":
      return [word("error.replayed", { seq: said.seq })];
    case "forbidden":
      return said.needs === "signed_in"
        ? [word("ui.error.expired")]
        : [word("error.forbidden", { needs: word(`permission.${said.needs}`) })];
    case "not_found":
      return [
        word("error.not_found", {
          what: said.what
            .split(" ")
            .map((part) => word(`thing.${part}`))
            .join(" "),
        }),
      ];
    case "folder": {
      const key = `error.folder.${said.why}`;
      const text = word(key, { detail: said.detail });
      return [text === said.why ? word("error.folder._", { detail: said.detail }) : text];
    }
    case "busy":
      return [word("error.busy")];
    case "internal":
      return [word("error.internal", { incident: said.incident })];
  }
}
