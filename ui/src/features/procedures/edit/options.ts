/** What can be chosen in the forms of a procedure, by the names that people know. */
import { documentText } from "../../../data/documents";
import { taskName } from "../../../data/masters";
import { byName, fieldName, targetName } from "../../../data/speak";
import { extrasOf, type FieldInfo, fieldsOf, isRecord } from "../../../fields/registry";
import { BOUND, FACTS, RECORDS, SECTIONS } from "../../../fields.gen";
import type { Procedure, Stage, Task } from "../../../types.gen";
import { named, word } from "../../../words/i18n";
import { formName } from "../../papers";
import { END } from "../picture";
import { anchorText, factWord, factWords, isAmount } from "../words";

export interface Option {
  value: string;
  label: string;
}

/** What was chosen stays in the list, even where it can no longer be chosen: it is shown with its fault. */
function withChosen(options: Option[], chosen: readonly string[], label: (value: string) => string): Option[] {
  const lost = chosen.filter((value) => !options.some((one) => one.value === value));
  return [...options, ...lost.map((value) => ({ value, label: label(value) }))];
}

/** Of whom a head may be meant. */
const DEPARTMENTS = ["responsible", "about_departments", "desk"];

export function byOptions(p: Procedure, chosen: readonly string[], each: boolean): Option[] {
  const all = [
    ...p.role.map((role) => role.id),
    ...BOUND,
    ...DEPARTMENTS.map((name) => `${name}.head`),
    ...(each ? ["each"] : []),
    "anyone",
  ];
  const label = (by: string) => byName(by, p);
  return withChosen(
    all.map((value) => ({ value, label: label(value) })),
    chosen,
    label,
  );
}

export function roleOptions(p: Procedure): Option[] {
  return p.role.map((role) => ({ value: role.id, label: named(role.name) }));
}

export function targetOptions(): Option[] {
  return [...Object.keys(SECTIONS), ...Object.keys(RECORDS)].map((value) => ({ value, label: targetName(value) }));
}

/** Fields of a target as paths, those of its lines too. */
function paths(p: Procedure, target: string): { path: string; field: FieldInfo | null }[] {
  const own = fieldsOf(target).flatMap((field) => [
    { path: `${target}.${field.name}`, field },
    ...(field.is === "lines"
      ? field.fields
          .filter((line) => line.name !== "id")
          .map((line) => ({ path: `${target}.${field.name}.${line.name}`, field: line }))
      : []),
  ]);
  return [...own, ...extrasOf(p, target).map((extra) => ({ path: `${target}.${extra.name}`, field: null }))];
}

/** Without the name of the section where there is only one. */
export function needOptions(p: Procedure, task: Task): Option[] {
  const all = task.fills.flatMap((target) => paths(p, target).map(({ path }) => path));
  const label = (path: string) => {
    const name = fieldName(path, p);
    return task.fills.length > 1
      ? word("ui.procedures.edit.of", { of: targetName(path.split(".")[0] ?? ""), what: name })
      : name;
  };
  return withChosen(
    all.map((value) => ({ value, label: label(value) })),
    task.needs,
    label,
  );
}

export function afterOptions(p: Procedure, stage: Stage, task: Task): Option[] {
  const others = stage.task.filter((one) => one.id !== task.id);
  return withChosen(
    others.map((one) => ({ value: one.id, label: named(one.name) })),
    task.after,
    (id) => taskName(p, id),
  );
}

const filled = (p: Procedure) => [...new Set(p.stage.flatMap((stage) => stage.task.flatMap((task) => task.fills)))];

/** Lists that can be worked through one by one: of what any task fills. */
export function eachOptions(p: Procedure, chosen: string | null): Option[] {
  const lists = filled(p).flatMap((target) =>
    paths(p, target).filter(
      ({ field }) =>
        field?.is === "lines" || (field?.is === "list" && ["department", "account", "who"].includes(field.item.is)),
    ),
  );
  const label = (path: string) =>
    word("ui.procedures.edit.of", { of: targetName(path.split(".")[0] ?? ""), what: fieldName(path, p) });
  return withChosen(
    lists.map(({ path }) => ({ value: path, label: label(path) })),
    chosen === null ? [] : [chosen],
    label,
  );
}

/** From when a deadline may count: the case, tasks, and days that are written down. */
export function anchorOptions(p: Procedure, chosen: string): Option[] {
  const done = p.stage.flatMap((stage) => stage.task.map((task) => `done:${task.id}`));
  const days = filled(p).flatMap((target) =>
    paths(p, target)
      .filter(({ field }) => field?.is === "date" || field?.is === "stamp")
      .map(({ path }) => `field:${path}`),
  );
  const label = (anchor: string) => anchorText(anchor, p);
  return withChosen(
    ["entered", "received", "registered", ...done, ...days].map((value) => ({ value, label: label(value) })),
    [chosen],
    label,
  );
}

/** Only what some task decides can be asked; first come the facts that are used already. */
export function factOptions(p: Procedure, chosen: readonly string[]): Option[] {
  const demanded = new Set(p.stage.flatMap((stage) => stage.task.flatMap((task) => task.needs)));
  const label = (fact: string) => word(`fact.${fact}`);
  const known = Object.entries(FACTS).filter(([, path]) => demanded.has(path));
  return withChosen(
    known.map(([fact]) => ({ value: fact, label: label(fact) })),
    chosen,
    label,
  );
}

export function wordOptions(p: Procedure, fact: string, chosen: readonly string[]): Option[] {
  const label = (code: string) => factWord(fact, code, p);
  return withChosen(
    factWords(fact, p).map((value) => ({ value, label: label(value) })),
    chosen,
    label,
  );
}

export function amountOptions(): Option[] {
  return Object.keys(FACTS)
    .filter(isAmount)
    .map((value) => ({ value, label: word(`fact.${value}`) }));
}

export function stageOptions(p: Procedure, chosen: readonly string[], end = true): Option[] {
  const all = [
    ...p.stage.map((stage) => ({ value: stage.id, label: named(stage.name) })),
    ...(end ? [{ value: END, label: word("state.case.archived") }] : []),
  ];
  return withChosen(all, chosen, (id) => id);
}

/** Tasks whose record this one can go on with: they fill a record of a kind that it fills too. */
export function ofOptions(p: Procedure, task: Task): Option[] {
  const records = task.fills.filter(isRecord);
  return taskOptions(p, task.of === null ? [] : [task.of], (other) => {
    return other.id !== task.id && other.fills.some((target) => records.includes(target));
  });
}

/** Tasks whose signature can stand in a box. */
export function signedOptions(p: Procedure, chosen: readonly string[]): Option[] {
  return taskOptions(p, chosen, (task) => task.signs !== null);
}

function taskOptions(p: Procedure, chosen: readonly string[], fits: (task: Task) => boolean): Option[] {
  const tasks = p.stage.flatMap((stage) => stage.task).filter(fits);
  return withChosen(
    tasks.map((task) => ({ value: task.id, label: named(task.name) })),
    chosen,
    (id) => taskName(p, id),
  );
}

export function recordOptions(): Option[] {
  return Object.keys(RECORDS).map((value) => ({ value, label: targetName(value) }));
}

/** Texts, which can be chosen from a list instead of typed. */
export function textOptions(p: Procedure, chosen: string | null): Option[] {
  const texts = [...Object.keys(SECTIONS), ...Object.keys(RECORDS)].flatMap((target) =>
    paths(p, target).filter(({ path, field }) => (field === null ? isOwnText(p, path) : field.is === "text")),
  );
  const label = (path: string) =>
    word("ui.procedures.edit.of", { of: targetName(path.split(".")[0] ?? ""), what: fieldName(path, p) });
  return withChosen(
    texts.map(({ path }) => ({ value: path, label: label(path) })),
    chosen === null ? [] : [chosen],
    label,
  );
}

const isOwnText = (p: Procedure, path: string): boolean =>
  p.field.some((one) => `${one.section}.${one.name}` === path && one.type === "text");

/** Forms of the family that the program prints. */
export const FORMS = ["F-1", "F-3", "F-4"] as const;

export function formOptions(chosen: string): Option[] {
  return withChosen(
    FORMS.map((value) => ({ value, label: formName(value) })),
    [chosen],
    formName,
  );
}

export function documentOptions(p: Procedure, chosen: readonly string[]): Option[] {
  const all = p.document.map((one) => ({ value: one.id, label: documentText(one) }));
  return withChosen(all, chosen, (id) => id);
}

/** Who can take a case in hand: whoever holds a role, or the departments that are complained about. */
export function deskOptions(p: Procedure, chosen: string): Option[] {
  const label = (by: string) => byName(by, p);
  return withChosen(
    [...p.role.map((role) => role.id), "about_departments"].map((value) => ({ value, label: label(value) })),
    [chosen],
    label,
  );
}

/** Who can be meant where there is no case: whoever holds a role, or anyone. */
export function dutyOptions(p: Procedure, chosen: readonly string[], anyone: boolean): Option[] {
  const label = (by: string) => byName(by, p);
  return withChosen(
    [...p.role.map((role) => role.id), ...(anyone ? ["anyone"] : [])].map((value) => ({ value, label: label(value) })),
    chosen,
    label,
  );
}
