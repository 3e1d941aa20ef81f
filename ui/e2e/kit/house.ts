/** A served folder with the people and master data of a story, and commands as a page would send them. */
import type { Commands } from "../../src/types.gen";
import { password, type Served, serve } from "./program";
import type { Named, Story } from "./story";

export interface House extends Served {
  accounts: Map<string, number>;
  departments: Map<string, number>;
  customers: Map<string, number>;
  products: Map<string, number>;
  /** Calls a command as somebody. */
  call<N extends keyof Commands>(
    login: string,
    name: N,
    request: Partial<Commands[N]["request"]>,
  ): Promise<Commands[N]["response"]>;
}

export async function houseOf(story: Story): Promise<House> {
  const served = await serve(story.org);
  const tokens = new Map<string, string>();
  const send = async (name: string, request: unknown, token?: string) => {
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (token) headers.authorization = `Bearer ${token}`;
    const response = await fetch(`${served.url}/api/${name}`, {
      method: "POST",
      headers,
      body: JSON.stringify(request),
    });
    const body = await response.json();
    if (!response.ok) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return body;
  };
  const house: House = {
    ...served,
    accounts: new Map(),
    departments: new Map(),
    customers: new Map(),
    products: new Map(),
    async call(login, name, request) {
      let token = tokens.get(login);
      if (!token) {
        const signed = await send("sign_in", { login, password: password(login) });
        token = signed.token as string;
        tokens.set(login, token);
      }
      return send(name, request, token);
    },
  };
  const inForce = (await house.call("admin", "procedure_list", {})).procedures;
  if (!inForce.some((one) => one.number === story.procedure)) {
    await house.call("admin", "procedure_adopt", { number: story.procedure });
  }
  const plant = (await house.call("admin", "master_list", { of: "plant", containing: "" })).rows[0]?.id ?? 0;
  const add = async (login: string, command: "master_save" | "plant_save", kind: string, named: Named, more = {}) => {
    const body = { code: named.code, name: { zh: named.zh, en: named.en ?? "" }, ...more };
    return (await house.call(login, command, { row: { kind, body } } as never)).id;
  };
  for (const department of story.department ?? []) {
    house.departments.set(department.code, await add("admin", "plant_save", "department", department, { plant }));
  }
  for (const person of story.account) {
    const request = {
      login: person.login,
      name: person.name,
      language: "zh" as const,
      first_password: password(person.login),
      password: password("admin"),
    };
    const added = await house.call("admin", "account_add", request);
    if (added.is !== "done") throw new Error(`no account: ${JSON.stringify(added)}`);
    house.accounts.set(person.login, added.done.account);
    for (const role of person.roles) {
      const department = person.department === undefined ? null : house.departments.get(person.department);
      const post = { account: added.done.account, role, plant, department };
      await house.call("admin", "post_save", { post } as never);
    }
  }
  for (const { head, ...department } of story.department ?? []) {
    const id = house.departments.get(department.code);
    const leads = head === undefined ? undefined : house.accounts.get(head);
    if (leads === undefined) continue;
    const body = { code: department.code, name: { zh: department.zh, en: department.en ?? "" }, plant, head: leads };
    await house.call("admin", "plant_save", { id, rev: 1, row: { kind: "department", body } } as never);
  }
  const clerk = story.account[0]?.login ?? "admin";
  for (const customer of story.customer) {
    house.customers.set(customer.code, await add(clerk, "master_save", "customer", customer));
  }
  for (const product of story.product ?? []) {
    house.products.set(product.code, await add(clerk, "master_save", "product", product));
  }
  return house;
}
