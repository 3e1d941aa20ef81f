/**
 * A file is brought to a document that P-JD cites, and opened from the procedure and from the task that goes by it; the desk
 * that its table offers is saved with the task as it was offered (M-9, I-6).
 */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "./kit/axe";
import { faultsOf, launch, pageOf } from "./kit/browser";
import { Hands } from "./kit/hands";
import { type House, houseOf } from "./kit/house";
import { story } from "./kit/story";
import { zh } from "./kit/words";

const TITLE = "销售管理制度（客户投诉处理办法）";
const FILE = "rusted-weld.png";
const OWN = { number: "XS-03", version: "A/2" };
const told = story("p-jd-slight");
told.account.push({ login: "audit", name: "钱审核", roles: ["reader"] });
const documents = (key: string, values: Record<string, string> = {}) => zh(`ui.documents.${key}`, values);

let browser: Browser;
let house: House;
beforeAll(async () => {
  [browser, house] = await Promise.all([launch(), houseOf(told)]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

test("a cited document is brought, and opened by everybody where it is cited", async () => {
  const page = await pageOf(browser);
  const faults = faultsOf(page);
  const hands = new Hands(page, house.url);
  const becomes = (login: string) =>
    hands.become(login, told.account.find((one) => one.login === login)?.name ?? login);
  const of = await registered();
  const procedure = await inForce();

  await becomes("sales");
  await hands.go(`/cases/${of}`);
  const cited = page.getByRole("list", { name: zh("ui.procedures.part.cites") });
  await cited.getByText(TITLE).waitFor();
  await cited.getByText(documents("none_here")).waitFor();

  await about(page, hands, procedure);
  const line = page.getByRole("row").filter({ hasText: TITLE });
  await line.getByText(documents("none"), { exact: true }).waitFor();
  await line.getByRole("button", { name: documents("bring_of", { title: TITLE }) }).click();
  const dialog = page.getByRole("dialog");
  for (const [name, text] of Object.entries(OWN)) {
    await dialog.getByLabel(documents(`own.${name}`), { exact: true }).fill(text);
  }
  await hands.choose(dialog.getByText(zh("ui.field.pick")), FILE);
  await dialog.getByText(FILE).waitFor();
  expect(await violations(page), "the dialog").toEqual([]);
  await dialog.getByRole("button", { name: documents("save") }).click();
  await dialog.waitFor({ state: "hidden" });
  const file = await opened(page, line.getByRole("button", { name: FILE }));
  expect(await violations(page), "the document").toEqual([]);

  await hands.go(`/cases/${of}`);
  const text = `${OWN.number} ${TITLE} ${documents("version", { version: OWN.version })}`;
  expect(await opened(page, cited.getByRole("button", { name: text }))).toBe(file);
  expect(await violations(page), "the task").toEqual([]);

  await becomes("audit");
  await about(page, hands, procedure);
  expect(await opened(page, line.getByRole("button", { name: FILE })), "who only reads").toBe(file);
  expect(await line.getByRole("button").count(), "and replaces nothing").toBe(1);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("the desk of the table is offered, said to be so, and saved with the task", async () => {
  const page = await pageOf(browser);
  const faults = faultsOf(page);
  const hands = new Hands(page, house.url);
  const of = await registered();
  const task = { task: "judge", slot: "", round: 1 };
  const body = { verdict: "partly", reason: "划痕属实", reason_holds: "yes", demand_holds: "no" };
  const section = { kind: "validity", body };
  await house.call("sales", "section_save", { case: of, task, rev: 0, section, extra: {}, reason: "" } as never);
  await house.call("sales", "task_do", { case: of, task, step: "done", reason: "", behalf: null, paper: null });

  await hands.become("sales", "周敏");
  await hands.go(`/cases/${of}`);
  const form = page.locator(".task");
  await form.getByText(zh("ui.task.offered"), { exact: true }).waitFor();
  await form.getByText("质、技部", { exact: true }).waitFor();
  expect(await violations(page), "the offer").toEqual([]);
  await form.locator('[data-path="assignment.reason"] textarea').fill("质量投诉");
  await page.keyboard.press("Control+Enter");
  await expect
    .poll(async () => (await view(of)).tasks.find((one) => one.row.task === "assign")?.row.state)
    .toBe("done");
  const said = (await view(of)).sections.find((one) => one.row.kind === "assignment")?.row.body;
  const [departments, who] = [[house.departments.get("QT")], { account: house.accounts.get("qt") }];
  expect(said).toMatchObject({ departments, who, reason: "质量投诉" });
  expect(faults).toEqual([]);
  await page.context().close();
});

const view = (of: number) => house.call("sales", "case_get", { case: of, number: null });

async function inForce(): Promise<number> {
  const { procedures } = await house.call("sales", "procedure_list", {});
  return procedures.find((one) => one.number === told.procedure)?.id ?? 0;
}

async function registered(): Promise<number> {
  const complaint = {
    ...{
      customer: house.customers.get("MJ"),
      contact: "丁主管",
      channel: "wechat",
      class: "quality",
      category: "1.4.1",
    },
    ...{ object: "product", words: { zh: "三台餐车侧板有划痕", en: "" }, demand_words: { zh: "八折", en: "" } },
    received_at: new Date(Date.now() - 3_600_000).toISOString(),
  };
  return (await house.call("sales", "case_register", { procedure: told.procedure, complaint } as never)).case;
}

async function about(page: Page, hands: Hands, procedure: number): Promise<void> {
  await hands.go(`/procedures/${procedure}`);
  const parts = page.getByRole("radiogroup", { name: zh("ui.procedures.parts") });
  await parts.getByText(zh("ui.procedures.tab.about"), { exact: true }).click();
}

/** The address under which it stands in the window that opens, and there it is. */
async function opened(page: Page, button: Locator): Promise<string> {
  const [window] = await Promise.all([page.context().waitForEvent("page"), button.click()]);
  await window.waitForLoadState();
  const answer = await page.request.get(window.url());
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/png"]);
  await window.close();
  return window.url();
}
