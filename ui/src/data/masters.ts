/** People, master data, plant and procedure: read once, asked by id everywhere. */
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type {
  Customer,
  Department,
  PersonView,
  Plant,
  Procedure,
  ProcedureLine,
  Product,
  Role,
  Who,
} from "../types.gen";
import { setZone, today } from "../ui/time";
import { named, word } from "../words/i18n";
import { call, useRead } from "./client";
import { useNow } from "./clock";
import { isVoidAsked } from "./told";

export interface Kept<T> {
  id: number;
  rev: number;
  body: T;
}

/** Rows of one kind of master data. */
function useKind<T>(of: "customer" | "product" | "department" | "plant" | "person"): Kept<T>[] {
  const list = useRead("master_list", { of, containing: "" });
  return useMemo(
    () => (list.data?.rows ?? []).map((row) => ({ id: row.id, rev: row.rev, body: row.row.body as T })),
    [list.data],
  );
}

export const useCustomers = () => useKind<Customer>("customer");
export const useProducts = () => useKind<Product>("product");
export const useDepartments = () => useKind<Department>("department");

/** All plants of the folder; most folders have one. */
export const usePlants = () => useKind<Plant>("plant");

/** The plant; there is one on one PC. Times are shown in its zone. */
export function usePlant(): Kept<Plant> | undefined {
  const plant = useKind<Plant>("plant")[0];
  if (plant) setZone(plant.body.zone);
  return plant;
}

export function usePeople(): PersonView[] {
  return useRead("people_list", {}).data?.people ?? [];
}

/** Names by id, for what is shown. */
export interface Names {
  customer(id: number | null | undefined): string;
  product(id: number | null | undefined): string;
  department(id: number | null | undefined): string;
  account(id: number | null | undefined): string;
  who(who: Who | null | undefined): string;
}

const NOBODY = "–";

export function useNames(): Names {
  const customers = useCustomers();
  const products = useProducts();
  const departments = useDepartments();
  const people = usePeople();
  return useMemo(() => {
    const customer = new Map(customers.map((row) => [row.id, named(row.body.name)]));
    const product = new Map(products.map((row) => [row.id, named(row.body.name)]));
    const department = new Map(departments.map((row) => [row.id, named(row.body.name)]));
    const account = new Map(people.map((person) => [person.account, person.name]));
    const of = (map: Map<number, string>) => (id: number | null | undefined) =>
      id === null || id === undefined ? NOBODY : (map.get(id) ?? (map.size === 0 ? "" : `#${id}`));
    return {
      customer: of(customer),
      product: of(product),
      department: of(department),
      account: of(account),
      who: (who) => (!who ? NOBODY : "account" in who ? of(account)(who.account) : who.name || NOBODY),
    };
  }, [customers, products, departments, people]);
}

/** A version of a procedure, with lookups by id. */
export function useProcedure(id: number | undefined): Procedure | undefined {
  return useRead("procedure_get", { procedure: id ?? 0 }, { enabled: id !== undefined }).data?.procedure;
}

/** A version of a procedure by which cases are registered now. */
export interface InForce {
  id: number;
  procedure: Procedure;
}

/** Of each number the newest issued version whose day has come. */
export function newestOf(lines: ProcedureLine[], day: string): number[] {
  const ids = new Map<string, number>();
  for (const line of lines) {
    if (line.state === "issued" && (line.effective === null || line.effective <= day)) ids.set(line.number, line.id);
  }
  return [...ids.values()];
}

/** All of them, or nothing while one is still being read. */
function together(answers: { data: InForce | undefined }[]): InForce[] | undefined {
  const read = answers.flatMap(({ data }) => data ?? []);
  return read.length === answers.length ? read : undefined;
}

/** Every procedure in force; nothing while they are being read. */
export function useProceduresInForce(): InForce[] | undefined {
  const day = today(useNow());
  const lines = useRead("procedure_list", {}).data?.procedures;
  const ids = useMemo(() => newestOf(lines ?? [], day), [lines, day]);
  const found = useQueries({
    queries: ids.map((id) => ({
      queryKey: ["procedure_get", { procedure: id }],
      queryFn: () => call("procedure_get", { procedure: id }),
      staleTime: 60_000,
    })),
    combine: together,
  });
  return lines && found;
}

/** The roles of all procedures in force, each once, in the order of the procedures. */
export function useRoles(): Role[] {
  const force = useProceduresInForce();
  return useMemo(() => {
    const roles = new Map<string, Role>();
    for (const { procedure } of force ?? []) {
      for (const role of procedure.role) if (!roles.has(role.id)) roles.set(role.id, role);
    }
    return [...roles.values()];
  }, [force]);
}

/** The procedure in force, for what is not registered yet. */
export function useProcedureInForce(): { id: number; procedure: Procedure } | undefined {
  const list = useRead("procedure_list", {}).data?.procedures ?? [];
  const issued = list.filter((line) => line.state === "issued");
  const id = issued.at(-1)?.id;
  const procedure = useProcedure(id);
  return id !== undefined && procedure ? { id, procedure } : undefined;
}

export function stageName(procedure: Procedure | undefined, id: string): string {
  if (id === "archive") return word("state.case.archived");
  const stage = procedure?.stage.find((one) => one.id === id);
  return stage ? named(stage.name) : id;
}

export function taskOf(procedure: Procedure | undefined, id: string) {
  for (const stage of procedure?.stage ?? []) {
    const task = stage.task.find((one) => one.id === id);
    if (task) return task;
  }
  return undefined;
}

export function taskName(procedure: Procedure | undefined, id: string): string {
  if (isVoidAsked({ task: id })) return word("ui.inbox.void_asked");
  const task = taskOf(procedure, id);
  return task ? named(task.name) : id;
}

export function roleName(procedure: Procedure | undefined, id: string): string {
  const role = procedure?.role.find((one) => one.id === id);
  return role ? named(role.name) : id;
}
