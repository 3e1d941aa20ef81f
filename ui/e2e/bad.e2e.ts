/**
 * What goes wrong while somebody types (A2, "Bad input"): nothing typed is lost, and the words say what to do. Each test has a
 * case of its own in one house.
 */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { emptyBody } from "../src/fields/registry";
import { SECTIONS } from "../src/fields.gen";
import type { CaseView } from "../src/types.gen";
import { faultsOf, launch, pageOf } from "./kit/browser";
import { Hands } from "./kit/hands";
import { type House, houseOf } from "./kit/house";
import { password } from "./kit/program";
import { moment, story } from "./kit/story";
import { zh } from "./kit/words";

let browser: Browser;
let house: House;
beforeAll(async () => {
  const told = story("p-ks-simple");
  told.account.push({ login: "qe2", name: "李建华", roles: ["qe"] });
  [browser, house] = await Promise.all([launch(), houseOf(told)]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

let opened: Page[] = [];
let faults: string[][] = [];
beforeEach(() => {
  opened = [];
  faults = [];
});
afterEach(async () => {
  for (const page of opened) await page.context().close();
  expect(faults.flat(), "no page broke").toEqual([]);
});

/** A page of somebody who is signed in. */
async function signedIn(login: string, more: BrowserContextOptions = {}): Promise<Page> {
  const page = await pageOf(browser, more);
  await page.request.post(`${house.url}/api/sign_in`, { data: { login, password: password(login) } });
  opened.push(page);
  faults.push(faultsOf(page));
  return page;
}

const go = (page: Page, address: string) => new Hands(page, house.url).go(address);

/** A case that waits for its judgement. */
async function registered(): Promise<number> {
  const complaint = {
    ...emptyBody(SECTIONS.complaint ?? []),
    customer: house.customers.get("HY"),
    channel: "phone",
    class: "quality",
    words: { zh: "门板上有一道划痕。", en: "" },
    acknowledged: "yes",
    samples: "no",
    lines: [],
    files: [],
  };
  const request = { procedure: null, plant: null, confidential: false, complaint };
  return (await house.call("sales", "case_register", request as never)).case;
}

const judging = (of: number) => `/cases/${of}?task=judge`;
const reason = (page: Page) => page.locator('[data-path="validity.reason"] textarea');
const WHY = "照片可见划痕长约 6 cm，属装箱时未垫珍珠棉。";

function validity(view: CaseView): { rev: number; body: Record<string, unknown> } {
  const found = view.sections.find((one) => one.counts && one.row.kind === "validity");
  return { rev: found?.rev ?? 0, body: (found?.row.body ?? {}) as Record<string, unknown> };
}
const get = (of: number): Promise<CaseView> => house.call("qe", "case_get", { case: of, number: null });

/** What is kept of somebody's typing. */
async function drafts(login: string, of: number | null): Promise<string> {
  const { drafts } = await house.call(login, "draft_list", { case: of });
  return drafts.map((one) => one.text).join("\n");
}

const status = (page: Page, word: "connected" | "lost") =>
  page.locator(".status [role=status]").filter({ hasText: zh(`ui.shell.${word}`) });

test("the backend is gone while a task is typed, and comes back", async () => {
  const of = await registered();
  const page = await signedIn("qe");
  await go(page, judging(of));
  await status(page, "connected").waitFor();
  await house.kill();
  await reason(page).fill(WHY);
  await status(page, "lost").waitFor();
  await page.keyboard.press("Control+s");
  await page.getByText(zh("ui.error.unreachable")).first().waitFor();
  await house.restart();
  await status(page, "connected").waitFor();
  // Nobody touches a key: what could not be kept is kept by itself.
  await expect.poll(() => drafts("qe", of), { timeout: 15_000 }).toContain(WHY);
  expect(await reason(page).inputValue()).toBe(WHY);
  await page.keyboard.press("Control+s");
  await expect.poll(async () => validity(await get(of)).body.reason).toBe(WHY);
});

/** Fills what a registration cannot do without. */
async function fillIntake(page: Page, words: string): Promise<void> {
  await go(page, "/cases/new");
  const forget = page.getByRole("button", { name: zh("ui.intake.forget") });
  if ((await forget.count()) > 0) await forget.click();
  await page.locator('[data-path="complaint.customer"] input').first().fill("海悦");
  await page.locator(".ant-select-item-option-active").filter({ hasText: "海悦" }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator('[data-path="complaint.channel"]').getByText(zh("choice.channel.phone"), { exact: true }).click();
  await page.locator('[data-path="complaint.class"]').getByText(zh("choice.class.quality"), { exact: true }).click();
  await page.locator('[data-path="complaint.words"] textarea').fill(words);
}

/** Cases whose complaint says this. */
async function found(words: string): Promise<number> {
  const page = await house.call("sales", "register_list", { search: "", limit: 200, overdue: false } as never);
  return page.rows.filter((row) => row.summary.includes(words)).length;
}

test("the backend is gone while it is registered: sent again, it is one case", async () => {
  const page = await signedIn("sales");
  await fillIntake(page, "断线时登记的一件");
  await house.kill();
  await page.keyboard.press("Control+Enter");
  await page.getByText(zh("ui.error.unreachable")).first().waitFor();
  expect(await page.locator('[data-path="complaint.words"] textarea').inputValue()).toBe("断线时登记的一件");
  await house.restart();
  await page.keyboard.press("Control+Enter");
  await page.locator(".readout-number").waitFor();
  expect(await found("断线时登记的一件")).toBe(1);
});

test("the answer of a registration is lost: sent again, it is one case", async () => {
  const page = await signedIn("sales");
  await fillIntake(page, "答复丢失的一件");
  const carriedOut = { times: 0 };
  await page.route("**/api/case_register", async (route) => {
    await route.fetch();
    carriedOut.times += 1;
    await route.abort();
  });
  await page.keyboard.press("Control+Enter");
  await page.getByText(zh("ui.error.unreachable")).first().waitFor();
  expect(carriedOut.times).toBeGreaterThan(0);
  await page.unroute("**/api/case_register");
  await page.keyboard.press("Control+Enter");
  const number = page.locator(".readout-number");
  await number.waitFor();
  expect(await found("答复丢失的一件")).toBe(1);
  const { head } = await house.call("sales", "case_get", { case: null, number: await number.textContent() });
  expect(head.number).toBe(await number.textContent());
});

test("somebody else saves the same section meanwhile", async () => {
  const of = await registered();
  const page = await signedIn("qe");
  await go(page, judging(of));
  await reason(page).fill(WHY);
  const body = { ...emptyBody(SECTIONS.validity ?? []), verdict: "not_established", reason: "另一人先写的理由" };
  const request = { case: of, task: { task: "judge", slot: "", round: 1 }, rev: 0, extra: {}, reason: "" };
  await house.call("qe2", "section_save", { ...request, section: { kind: "validity", body } } as never);
  await page.keyboard.press("Control+s");
  const notice = zh("ui.task.outdated", { target: zh("section.validity"), rev: 1 });
  await page.getByText(notice).waitFor();
  expect(await reason(page).inputValue()).toBe(WHY);
  expect(validity(await get(of)).body.reason, "nothing was overwritten").toBe("另一人先写的理由");
  await page.getByRole("button", { name: zh("ui.task.mine") }).click();
  await page.getByText(notice).waitFor({ state: "hidden" });
  await page.keyboard.press("Control+s");
  await expect.poll(async () => validity(await get(of))).toMatchObject({ rev: 2, body: { reason: WHY } });
});

test("the session ends while a task is typed", async () => {
  const of = await registered();
  const page = await signedIn("qe");
  await go(page, judging(of));
  await reason(page).pressSequentially(WHY.slice(0, 4));
  await page.request.post(`${house.url}/api/sign_out`, { data: {} });
  await reason(page).pressSequentially(WHY.slice(4));
  const cover = page.locator('.session-cover[data-why="expired"]');
  await cover.getByText(zh("ui.session.expired_text")).waitFor();
  await cover.locator("input[name=password]").fill(password("qe"));
  await page.keyboard.press("Enter");
  await cover.waitFor({ state: "hidden" });
  expect(await reason(page).inputValue()).toBe(WHY);
  await expect.poll(() => drafts("qe", of)).toContain(WHY);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName), { message: "the cursor is where it was" })
    .toBe("TEXTAREA");
});

test("a picture that is none", async () => {
  const of = await registered();
  const page = await signedIn("qe");
  await go(page, judging(of));
  await page.getByRole("tab", { name: new RegExp(`^${zh("ui.case.files")}`) }).click();
  const file = { name: "现场照片.png", mimeType: "image/png", buffer: Buffer.from("这不是图片") };
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page
      .getByRole("button", { name: zh("ui.field.pick") })
      .last()
      .click(),
  ]);
  await chooser.setFiles(file);
  const said = page.getByRole("alert").filter({ hasText: "现场照片.png" });
  await said.waitFor();
  expect(await said.textContent()).toContain(zh("wrong.file_lies"));
  expect((await house.call("qe", "file_list", { case: of })).files).toEqual([]);
});

/** Puts it on the clipboard and pastes it where the cursor is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await page.keyboard.press("Control+v");
}

test("10 MB are pasted into a text, and what is too long for the house", async () => {
  const of = await registered();
  const page = await signedIn("qe");
  await go(page, judging(of));
  await reason(page).fill(WHY);
  await paste(page, "0123456789".repeat(1_000_000));
  await page.getByText(zh("ui.error.pasted", { n: "10,000,000" })).waitFor();
  expect(await reason(page).inputValue(), "what stood there stands").toBe(WHY);

  await paste(page, "长".repeat(150_000));
  await expect.poll(async () => (await reason(page).inputValue()).length).toBe(150_000 + WHY.length);
  await page.keyboard.press("Control+s");
  const said = page
    .locator(".ant-message-notice, [role=alert]")
    .filter({ hasText: `${zh("wrong.too_long")} (100000)` });
  await said.first().waitFor();
  expect(await said.first().textContent()).toContain(zh("section.validity.reason"));
  expect((await reason(page).inputValue()).length, "nothing is cut off").toBe(150_000 + WHY.length);
  await reason(page).fill(WHY);
  await page.keyboard.press("Control+s");
  await expect.poll(async () => validity(await get(of)).body.reason).toBe(WHY);
});

test("the window is closed in the middle of a form", async () => {
  const of = await registered();
  const page = await signedIn("qe");
  await go(page, judging(of));
  await reason(page).fill(WHY);
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => drafts("qe", of)).toContain(WHY);
  const again = await page.context().newPage();
  await go(again, judging(of));
  expect(await reason(again).inputValue()).toBe(WHY);
});

test("the window is closed in the middle of the intake", async () => {
  const page = await signedIn("sales");
  await fillIntake(page, "关窗前写的一句");
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => drafts("sales", null)).toContain("关窗前写的一句");
  const again = await page.context().newPage();
  await go(again, "/cases/new");
  await again.getByText(zh("ui.intake.restored")).waitFor();
  expect(await again.locator('[data-path="complaint.words"] textarea').inputValue()).toBe("关窗前写的一句");
});

test("two windows of one person on one case", async () => {
  const of = await registered();
  const one = await signedIn("qe");
  const two = await one.context().newPage();
  await go(one, judging(of));
  await go(two, judging(of));
  await reason(one).fill("第一个窗口");
  await reason(two).fill("第二个窗口");
  await one.keyboard.press("Control+s");
  await expect.poll(async () => validity(await get(of)).body.reason).toBe("第一个窗口");
  await two.keyboard.press("Control+s");
  await two.getByText(zh("ui.task.outdated", { target: zh("section.validity"), rev: 1 })).waitFor();
  expect(await reason(two).inputValue()).toBe("第二个窗口");
  expect(validity(await get(of)).body.reason).toBe("第一个窗口");
  await two.getByRole("button", { name: zh("ui.task.theirs") }).click();
  await expect.poll(() => reason(two).inputValue()).toBe("第一个窗口");
});

/** Minutes between what is shown and now at the plant. */
async function minutesOff(shown: string): Promise<number> {
  const at = (text: string) => Date.parse(`${text.replace(" ", "T")}:00Z`);
  return Math.abs(at(shown) - at(moment("now"))) / 60_000;
}

const heard = (page: Page) => page.locator('[data-path="complaint.received_at"] input');

test("a machine in another time zone shows the plant's times", async () => {
  const page = await signedIn("sales", { timezoneId: "America/New_York" });
  await fillIntake(page, "另一时区登记的一件");
  expect(await minutesOff(await heard(page).inputValue())).toBeLessThanOrEqual(2);
  const at = moment("now-3h");
  await heard(page).fill(at);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  const number = page.locator(".readout-number");
  await number.waitFor();
  const view = await house.call("sales", "case_get", { case: null, number: await number.textContent() });
  const body = view.sections.find((one) => one.row.kind === "complaint")?.row.body as { received_at: string };
  expect(Date.parse(body.received_at)).toBe(Date.parse(`${at.replace(" ", "T")}:00+08:00`));
  const clock = await page.locator(".status-item").last().textContent();
  const [day = "", time = ""] = [/\d\d-\d\d/.exec(clock ?? "")?.[0], /\d\d:\d\d/.exec(clock ?? "")?.[0]];
  expect(await minutesOff(`${moment("now").slice(0, 5)}${day} ${time}`)).toBeLessThanOrEqual(2);
});

test.each([1, -1])("a browser whose clock is off by %d hour", async (hours) => {
  const page = await signedIn("sales");
  await page.addInitScript((off) => {
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...said: unknown[]) {
        if (said.length === 0) super(Real.now() + off);
        else super(...(said as [number]));
      }
      static override now(): number {
        return Real.now() + off;
      }
    } as DateConstructor;
  }, hours * 3_600_000);
  await fillIntake(page, `时钟差 ${hours} 小时`);
  expect(await minutesOff(await heard(page).inputValue())).toBeLessThanOrEqual(2);
  await page.keyboard.press("Control+Enter");
  await page.locator(".readout-number").waitFor();
  expect(await found(`时钟差 ${hours} 小时`)).toBe(1);
});
