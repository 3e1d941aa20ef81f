/** Which fields a row of master data shows, and what a new one begins with. The house judges what is written. */
import type { Customer, Department, Master, MasterKind, Person, Plant, Product } from "../../types.gen";

export type Is = "text" | "names" | "lang" | "format" | "customer" | "account" | "plant" | "contacts";

export interface Spec {
  name: string;
  /** The word `ui.settings.field.{label}`. */
  label: string;
  is: Is;
  required?: boolean;
  /** Shown in the list, as so wide a part of it. */
  column?: number;
}

const NAMES = { zh: "", en: "" };
const CUSTOMER: Customer = { code: "", name: NAMES, address: "", class: "", format: null, language: "zh" };
const PERSON: Person = { customer: 0, name: "", phone: "", email: "" };
const PRODUCT: Product = { code: "", name: NAMES, model: "", revision: "" };
const DEPARTMENT: Department = { code: "", name: NAMES, plant: 0, head: null };
const PLANT: Plant = {
  code: "",
  name: NAMES,
  unit: NAMES,
  zone: "Asia/Shanghai",
  currency: "CNY",
  logo: null,
  in_charge: null,
  contacts: [],
};

export const KINDS: Record<MasterKind, { fields: Spec[]; fresh: Master }> = {
  customer: {
    fresh: { kind: "customer", body: CUSTOMER },
    fields: [
      { name: "code", label: "code", is: "text", required: true, column: 1 },
      { name: "name", label: "name", is: "names", required: true, column: 3 },
      { name: "class", label: "class", is: "text", column: 1 },
      { name: "address", label: "address", is: "text" },
      { name: "format", label: "format", is: "format", column: 2 },
      { name: "language", label: "language", is: "lang" },
    ],
  },
  person: {
    fresh: { kind: "person", body: PERSON },
    fields: [
      { name: "name", label: "person_name", is: "text", required: true, column: 1 },
      { name: "customer", label: "customer", is: "customer", required: true, column: 3 },
      { name: "phone", label: "phone", is: "text", column: 2 },
      { name: "email", label: "email", is: "text", column: 2 },
    ],
  },
  product: {
    fresh: { kind: "product", body: PRODUCT },
    fields: [
      { name: "code", label: "product_code", is: "text", required: true, column: 1 },
      { name: "name", label: "name", is: "names", required: true, column: 2 },
      { name: "model", label: "model", is: "text", column: 1 },
      { name: "revision", label: "revision", is: "text", column: 1 },
    ],
  },
  department: {
    fresh: { kind: "department", body: DEPARTMENT },
    fields: [
      { name: "code", label: "code", is: "text", required: true, column: 1 },
      { name: "name", label: "name", is: "names", required: true, column: 2 },
      { name: "head", label: "head", is: "account", column: 2 },
      { name: "plant", label: "plant", is: "plant", required: true },
    ],
  },
  plant: {
    fresh: { kind: "plant", body: PLANT },
    fields: [
      { name: "code", label: "code", is: "text", required: true, column: 1 },
      { name: "name", label: "name", is: "names", required: true, column: 2 },
      { name: "unit", label: "unit", is: "names", column: 2 },
      { name: "zone", label: "zone", is: "text", required: true, column: 2 },
      { name: "currency", label: "currency", is: "text", required: true },
      { name: "in_charge", label: "in_charge", is: "account", column: 2 },
      { name: "contacts", label: "contacts", is: "contacts" },
    ],
  },
};

/** A row as its fields, by name: the form knows the fields by the table above, not by their types. */
export function fieldsOf(master: Master): Record<string, unknown> {
  return master.body as unknown as Record<string, unknown>;
}

export function withField(master: Master, name: string, value: unknown): Master {
  return { ...master, body: { ...master.body, [name]: value } } as Master;
}

/** Does the row hold these words, in whatever field, its spelling by pinyin included? */
export function contains(row: unknown, words: string): boolean {
  const text = JSON.stringify(row).toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((one) => text.includes(one));
}
