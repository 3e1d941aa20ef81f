/**
 * What is done with a case as a whole and with a task beside doing it, by its people in the browser: a void number, a merge, a
 * split, a withdrawal; a task that is passed on, co-signed, taken back, whose deadline moves; what somebody is told (I-12, A-4,
 * T-4, I-6).
 */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { CaseView, TaskRow } from "../src/types.gen";
import { violations } from "./kit/axe";
import { faultsOf, launch, pageOf } from "./kit/browser";
import { Hands } from "./kit/hands";
import type { House } from "./kit/house";
import { houseOf } from "./kit/house";
import { Play } from "./kit/play";
import { password } from "./kit/program";
import { story } from "./kit/story";
import { zh } from "./kit/words";

const told = story("p-ks-capa");
told.account.push({ login: "qe2", name: "韩雪", roles: ["qe"] });

let browser: Browser;
let house: House;
let page: Page;
let hands: Hands;
let faults: string[];

beforeAll(async () => {
  [browser, house] = await Promise.all([launch(), houseOf(told)]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});
beforeEach(async () => {
  page = await pageOf(browser);
  hands = new Hands(page, house.url);
  faults = faultsOf(page);
});
afterEach(async () => {
  expect(faults).toEqual([]);
  await page.context().close();
});

/** Somebody opens a case. */
async function opens(login: string, of: number, task = ""): Promise<void> {
  await hands.become(login, told.account.find((one) => one.login === login)?.name ?? login);
  await hands.go(`/cases/${of}${task && `?task=${task},`}`);
}

async function registered(lines: string[], words = "木条开裂"): Promise<{ case: number; number: string }> {
  const complaint = {
    customer: house.customers.get("JX"),
    channel: "phone",
    received_at: new Date(Date.now() - 3_600_000).toISOString(),
    class: "service",
    words: { zh: words, en: "" },
    defect: words,
    acknowledged: "yes",
    samples: "no",
    lines: lines.map((name) => ({ name })),
  };
  return house.call("qe", "case_register", { complaint } as never);
}

const viewOf = (of: number, login = "qe"): Promise<CaseView> =>
  house.call(login, "case_get", { case: of, number: null });

const rowOf = async (of: number, task: string, slot = ""): Promise<TaskRow | undefined> =>
  (await viewOf(of)).tasks.findLast((one) => one.row.task === task && one.row.slot === slot)?.row;

/** It stands there, and nobody is shut out from it. */
async function seen(place: Locator): Promise<void> {
  await place.waitFor();
  expect(await violations(page), "axe").toEqual([]);
}

/** An act of the menu at the head: its dialog. */
async function act(name: string): Promise<Locator> {
  await page.getByRole("button", { name: zh("ui.case.more") }).click();
  await page.getByRole("menuitem", { name: zh(`ui.case.${name}`) }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  return dialog;
}

/** Says why, and does it. */
async function because(dialog: Locator, label: string, reason: string, go: string): Promise<void> {
  await dialog.getByLabel(label).fill(reason);
  await dialog.getByRole("button", { name: new RegExp(`^${go}`) }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** One of the ways with a task, from its form or from the list of what waits. */
async function way(name: string): Promise<Locator> {
  const button = page.getByRole("button", { name: `${zh(`ui.task.way.${name}`)}…` });
  const more = page.getByRole("button", { name: zh("ui.task.ways") });
  await button.or(more).first().waitFor();
  if ((await button.count()) > 0) await button.first().click();
  else {
    await more.click();
    await page.getByRole("menuitem", { name: zh(`ui.task.way.${name}`) }).click();
  }
  const dialog = page.getByRole("dialog", { name: zh(`ui.task.way.${name}`) });
  await dialog.waitFor();
  return dialog;
}

async function pick(control: Locator, word: string): Promise<void> {
  await control.click();
  await control.fill(word);
  await page.locator(".ant-select-dropdown:visible .ant-select-item-option").filter({ hasText: word }).first().click();
}

const go = (name: string) => zh(`ui.task.way_go.${name}`);

test("a number is void when somebody else approves, and stays", async () => {
  const { case: of, number } = await registered(["座椅"]);
  await opens("qe", of);
  const dialog = await act("void");
  // Nobody does such a thing without a reason, and is told so.
  await dialog.getByRole("button", { name: zh("ui.case.void_act") }).click();
  await dialog.getByRole("alert").waitFor();
  await seen(dialog);
  await because(dialog, zh("ui.case.reason"), "与昨天的登记重复", zh("ui.case.void_act"));
  await page.getByRole("button", { name: zh("ui.case.void_back") }).waitFor();
  // Whoever asks does not approve.
  expect(await page.getByRole("button", { name: zh("ui.case.void_approve") }).count()).toBe(0);
  await seen(page.getByText("与昨天的登记重复").first());
  // Whoever may finds it among what waits, with the reason, and opens the case from there.
  await hands.become("plant", told.account.find((one) => one.login === "plant")?.name ?? "plant");
  await hands.go("/inbox");
  const row = page.locator(".inbox-row").filter({ hasText: zh("ui.inbox.void_asked") });
  await row.focus();
  const preview = page.getByRole("complementary", { name: zh("ui.inbox.preview") });
  await seen(preview.getByText("与昨天的登记重复"));
  await row.press("Enter");
  await page.getByRole("button", { name: zh("ui.case.void_approve") }).click();
  await seen(page.locator(".case-seal").filter({ hasText: zh("state.case.void") }));
  expect((await viewOf(of)).head).toMatchObject({ state: "void", number });
});

test("of two complaints about one matter one leads, and each is found from the other", async () => {
  const [leads, ends] = [await registered(["座椅"], "座椅开裂"), await registered(["座椅"], "座椅又开裂")];
  await opens("qe", leads.case);
  const dialog = await act("merge");
  await pick(dialog.getByLabel(zh("ui.case.merge_other")), ends.number);
  await seen(dialog);
  await because(dialog, zh("ui.case.reason"), "同一批座椅", zh("ui.case.merge_act"));
  await page.getByRole("button", { name: `${zh("ui.case.link.merged")} ${ends.number}` }).click();
  await seen(page.locator(".case-seal").filter({ hasText: zh("state.case.merged") }));
  await page.getByRole("button", { name: `${zh("ui.case.link.merged_into")} ${leads.number}` }).click();
  await page.getByRole("heading", { level: 1 }).filter({ hasText: leads.number }).waitFor();
  expect((await viewOf(ends.case)).head.state).toBe("merged");
});

test("product lines become cases of their own", async () => {
  const { case: of, number } = await registered(["座椅", "花箱", "垃圾桶"]);
  await opens("qe", of);
  const dialog = await act("split");
  for (const line of ["花箱", "垃圾桶"]) await dialog.getByLabel(line).check();
  await dialog.getByLabel(zh("ui.case.split_each")).check();
  await seen(dialog);
  await because(dialog, zh("ui.case.reason"), "三种产品，三种原因", zh("ui.case.split_act", { n: 2 }));
  const child = page.getByRole("button", { name: new RegExp(`^${zh("ui.case.link.split_into")}`) });
  await child.nth(1).waitFor();
  await child.first().click();
  await seen(page.getByRole("button", { name: `${zh("ui.case.link.split_from")} ${number}` }));
  expect((await viewOf(of)).head.links.split_into).toHaveLength(2);
});

test("the customer takes it back: who said so, and where that stands", async () => {
  const { case: of } = await registered(["座椅"]);
  await opens("sales", of);
  const dialog = await act("withdraw");
  await dialog.getByLabel(zh("ui.case.withdraw_by")).fill("采购 林经理");
  await dialog.getByLabel(zh("ui.case.withdraw_evidence"), { exact: true }).fill("11-24 来电，录音 0921");
  await seen(dialog);
  await because(dialog, zh("ui.case.withdraw_why"), "是他们自己装错了", zh("ui.case.withdraw_act"));
  await seen(page.locator(".case-seal").filter({ hasText: zh("state.case.withdrawn") }));
  await page.getByText("采购 林经理").first().waitFor();
  expect((await viewOf(of)).head.state).toBe("withdrawn");
});

test("a task is passed on and waits for that account alone; whoever passed it takes it back", async () => {
  const { case: of } = await registered(["座椅"]);
  await opens("qe", of, "judge");
  const dialog = await way("pass");
  await pick(dialog.getByLabel(zh("ui.task.ask.pass_to")), "韩雪");
  await seen(dialog);
  await because(dialog, zh("ui.task.ask.pass_reason"), "今天出差", go("pass"));
  await seen(page.locator(".case-waiting").getByText("今天出差"));
  expect((await rowOf(of, "judge"))?.passed).toMatchObject({ to: house.accounts.get("qe2") });
  await because(await way("pass_back"), zh("ui.task.ask.pass_back_reason"), "出差取消", go("pass_back"));
  await page.locator(".task .field").first().waitFor();
  expect((await rowOf(of, "judge"))?.passed).toBeNull();
});

test("somebody else moves the deadline; the first one is kept and seen", async () => {
  const { case: of } = await registered(["座椅"]);
  await opens("plant", of);
  const dialog = await way("move");
  const to = dialog.getByLabel(zh("ui.task.ask.move_to"));
  await to.fill("2099-12-01 17:00");
  await to.press("Enter");
  await to.press("Tab");
  await seen(dialog.getByText(zh("ui.task.due.first"), { exact: true }));
  await pick(dialog.getByLabel(zh("ui.task.ask.move_asked_by")), "陈立新");
  await because(dialog, zh("ui.task.ask.move_reason"), "等实验室报告", go("move"));
  await seen(page.locator(".case-waiting").getByText("等实验室报告"));
  const row = await rowOf(of, "judge");
  expect(row?.moved).toHaveLength(1);
  expect(row?.first_due).not.toBeNull();
  await page
    .locator(".case-clocks")
    .getByText(new RegExp(zh("ui.case.first_due").slice(0, 3)))
    .waitFor();
});

test("one more is asked to sign, and the question is taken back from the history", async () => {
  const { case: of } = await registered(["座椅"]);
  await opens("qe", of, "judge");
  const dialog = await way("ask");
  await pick(dialog.getByLabel(zh("ui.task.ask.ask_to")), "何厂长");
  await because(dialog, zh("ui.task.ask.ask_reason"), "可能涉及安全", go("ask"));
  const slot = `added:${house.accounts.get("plant")}`;
  await expect.poll(async () => (await rowOf(of, "judge", slot))?.state).toBe("open");
  await opens("plant", of);
  await seen(page.locator(".task-story").getByText("可能涉及安全"));
  await opens("qe", of);
  const past = page.getByRole("list", { name: zh("ui.case.past") });
  await past.getByRole("button", { name: `${zh("ui.task.way.take_back")}…` }).click();
  const back = page.getByRole("dialog", { name: zh("ui.task.way.take_back") });
  await because(back, zh("ui.task.ask.take_back_reason"), "与安全无关", go("take_back"));
  expect((await rowOf(of, "judge", slot))?.state).toBe("superseded");
});

test("who is told reads it with one press, and nothing waits for it", async () => {
  const { case: of } = await registered(["座椅"]);
  const judge = { task: "judge", slot: "", round: 1 };
  const save = (section: object) =>
    house.call("qe", "section_save", { case: of, task: judge, rev: 0, section, extra: {}, reason: "" } as never);
  await save({ kind: "validity", body: { verdict: "established", reason: "裂口夹手" } });
  await save({ kind: "level", body: { severity: "major", track: "simple" } });
  await house.call("qe", "task_do", { case: of, task: judge, step: "done", reason: "", behalf: null, paper: null });
  await opens("plant", of, "judge,told:plant");
  await seen(page.getByRole("heading", { name: zh("ui.task.told.to_read") }));
  await page.getByText("裂口夹手").first().waitFor();
  await page.keyboard.press("Control+Enter");
  await expect.poll(async () => (await rowOf(of, "judge", "told:plant"))?.state).toBe("done");
  expect((await viewOf(of)).head.stage).toBe("settle");
});

test("at the approval one more is asked to sign; what was signed is taken back while the stage waits", async () => {
  const own = await houseOf(told);
  try {
    const play = new Play(page, own, told);
    await play.register();
    for (const step of told.step) {
      if (step.task === "approve") break;
      await play.step(step);
    }
    const { rows } = await own.call("qe", "register_list", { search: "", limit: 5, overdue: false } as never);
    const of = rows[0]?.case ?? 0;
    const row = async (slot: string) =>
      (await own.call("qe", "case_get", { case: of, number: null })).tasks.findLast(
        ({ row }) => row.task === "approve" && row.slot === slot,
      );
    const round = (await row(""))?.row.round ?? 0;
    await play.hands.become("plant", "何厂长");
    await play.hands.go(`/cases/${of}/sign/approve/${round}`);
    const dialog = await way("ask");
    await pick(dialog.getByLabel(zh("ui.task.ask.ask_to")), "方总");
    await because(dialog, zh("ui.task.ask.ask_reason"), "费用接近限额", go("ask"));
    const added = `added:${own.accounts.get("gm")}`;
    await expect.poll(async () => (await row(added))?.row.state).toBe("open");
    await seen(page.locator(".sign-pane"));
    await page.getByRole("radio", { name: zh("choice.answer.approved") }).check({ force: true });
    await page.locator("input[type=password]").fill(password("plant"));
    await page.keyboard.press("Control+Enter");
    await expect.poll(async () => (await row(""))?.row.state).toBe("done");
    await play.hands.go(`/cases/${of}`);
    const past = page.getByRole("list", { name: zh("ui.case.past") });
    await past
      .getByRole("button", { name: `${zh("ui.task.way.take_back")}…` })
      .first()
      .click();
    const back = page.getByRole("dialog", { name: zh("ui.task.way.take_back") });
    await because(back, zh("ui.task.ask.take_back_reason"), "看漏了一项", go("take_back"));
    expect((await row(""))?.row.state).toBe("open");
    await page.getByRole("tab", { name: new RegExp(`^${zh("ui.case.signatures")}`) }).click();
    await seen(page.getByText(zh("ui.case.signature_back")));
    // Whoever was asked opens the same page, by the address of the row beside.
    await play.hands.become("gm", "方总");
    await play.hands.go(`/cases/${of}/sign/approve/${round}/${added}`);
    await seen(page.locator(".sign-pane"));
  } finally {
    await own.close();
  }
});
