import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { call, client } from "../../data/client";
import { useSession } from "../../data/session";
import type { FolderView, Transport } from "../../transport";
import { Refusal, useTransport } from "../../transport";
import type { MyView } from "../../types.gen";
import { Gate } from "./Gate";

const READY: FolderView = { state: "ready", path: "/data", why: null, doing: null, movable: false };
const person = (account: number, login: string): MyView => ({
  account,
  login,
  name: login.toUpperCase(),
  language: "zh",
  posts: [],
  heads: [],
  permissions: ["signed_in"],
  folder: "f",
});
const PEOPLE = [person(1, "qe"), person(2, "gm")];

/** A house with two people, one password, and a session that a test may end. */
class House {
  who: MyView | null = null;
  folder: FolderView = READY;
  asked: string[] = [];

  transport(): Transport {
    const answers: Record<string, (request: unknown) => unknown> = {
      sign_in: (request) => {
        const { login, password } = request as { login: string; password: string };
        const found = PEOPLE.find((one) => one.login === login);
        if (!found || password !== "right") return { is: "wrong", left: 4 };
        this.who = found;
        return { is: "in", token: "", account: found.account };
      },
      sign_out: () => {
        this.who = null;
        return {};
      },
      me: () => this.who,
      preference_get: () => ({ value: null }),
      setting_get: () => ({
        rev: 0,
        setting: { name: "security", value: { lock_after: 5, lock_minutes: 15, idle_minutes: 10 } },
      }),
    };
    const call = async (name: string, request: unknown) => {
      this.asked.push(name);
      if (name !== "sign_in" && this.who === null) throw new Refusal({ code: "forbidden", needs: "signed_in" });
      return answers[name]?.(request) ?? {};
    };
    return { kind: "tauri", call, folderState: async () => this.folder, onClose: () => {} } as unknown as Transport;
  }
}

function Typing(): ReactElement {
  const session = useSession();
  const [text, setText] = useState("");
  return (
    <>
      <p>here: {session.me.login}</p>
      <input aria-label="text" value={text} onChange={(event) => setText(event.target.value)} />
      <button type="button" onClick={session.switchUser}>
        switch
      </button>
    </>
  );
}

let house: House;
const user = userEvent.setup();

function shown(): void {
  render(
    <QueryClientProvider client={client}>
      <Gate onTheme={() => {}}>
        <Typing />
      </Gate>
    </QueryClientProvider>,
  );
}

async function signIn(password = "right"): Promise<void> {
  await user.type(await screen.findByLabelText("密码"), `${password}{Enter}`);
}

beforeEach(() => {
  house = new House();
  useTransport(house.transport());
  localStorage.clear();
  client.clear();
});
afterEach(cleanup);

test("nobody sees a page before signing in; a wrong password says how many tries are left", async () => {
  shown();
  await user.type(await screen.findByLabelText("登录名"), "qe");
  await signIn("wrong");
  expect((await screen.findByRole("alert")).textContent).toContain("4 次");
  expect(screen.queryByText(/here:/)).toBeNull();
  await signIn();
  await screen.findByText("here: qe");
});

test("a session that ends leaves what was typed on the page, for the same person", async () => {
  house.who = person(1, "qe");
  shown();
  await user.type(await screen.findByLabelText("text"), "外箱破损");
  house.who = null;
  await call("people_list", {}).catch(() => {});
  await screen.findByRole("dialog");
  await signIn();
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect((screen.getByLabelText("text") as HTMLInputElement).value).toBe("外箱破损");
});

test("another person gets the page anew", async () => {
  house.who = person(1, "qe");
  localStorage.setItem("kesu.logins", JSON.stringify([{ login: "gm", name: "GM" }]));
  shown();
  await user.type(await screen.findByLabelText("text"), "外箱破损");
  await user.click(screen.getByText("switch"));
  await screen.findByRole("dialog");
  await signIn();
  await screen.findByText("here: gm");
  expect((screen.getByLabelText("text") as HTMLInputElement).value).toBe("");
});

test("who changes their mind about switching is where they were", async () => {
  house.who = person(1, "qe");
  shown();
  await user.type(await screen.findByLabelText("text"), "外箱");
  await user.click(screen.getByText("switch"));
  await screen.findByRole("dialog");
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect((screen.getByLabelText("text") as HTMLInputElement).value).toBe("外箱");
  expect(house.asked).not.toContain("sign_out");
});

test("a folder that is not ready is said before anybody is asked for a password", async () => {
  house.folder = { ...READY, state: "damaged", why: { code: "folder", why: "damaged", detail: "kesu.db" } };
  shown();
  await screen.findByRole("heading", { name: "数据文件夹已损坏" });
  expect(screen.queryByLabelText("密码")).toBeNull();
  expect(screen.getByRole("alert").textContent).toContain("kesu.db");
});
