/** A house that only pretends, for tests of pages: it answers what it was told to, and remembers what it was asked. */
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { App } from "antd";
import type { ReactElement } from "react";
import type { Transport } from "../transport";
import { useTransport as takeTransport } from "../transport";
import type { MyView, Permission } from "../types.gen";
import { client } from "./client";
import { SessionContext } from "./session";

export interface Pretended {
  /** Every call, in its order. */
  asked: { name: string; request: unknown }[];
  /** What was asked of one command. */
  of(name: string): unknown[];
}

/** Takes the place of the house. A command without an answer gives nothing back. */
export function pretend(answers: Record<string, (request: never) => unknown>): Pretended {
  const asked: Pretended["asked"] = [];
  client.clear();
  const call = async (name: string, request: unknown) => {
    asked.push({ name, request });
    return answers[name]?.(request as never) ?? {};
  };
  takeTransport({ kind: "http", call, onClose: () => {}, folderState: async () => ({}) } as unknown as Transport);
  return { asked, of: (name) => asked.filter((one) => one.name === name).map((one) => one.request) };
}

export const SOMEBODY: MyView = {
  account: 1,
  login: "qe",
  name: "王敏",
  language: "zh",
  posts: [],
  heads: [],
  permissions: ["signed_in", "read", "work", "admin"],
  folder: "f",
};

/** Draws a page for somebody who is signed in. */
export function shown(page: ReactElement, me: MyView = SOMEBODY): void {
  const may = (permission: Permission) => me.permissions.includes(permission);
  render(
    <QueryClientProvider client={client}>
      <SessionContext.Provider value={{ me, may, switchUser: () => {}, signOut: () => {} }}>
        <App>{page}</App>
      </SessionContext.Provider>
    </QueryClientProvider>,
  );
}
