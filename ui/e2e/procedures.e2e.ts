/**
 * A quality engineer copies P-JD in the app, adds an approval from ¥5,000 on, breaks it, reads why it is refused, mends it;
 * another one issues it, and cases run on it (M-6, D-11).
 */
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProcedureLine } from "../src/types.gen";
import { violations } from "./kit/axe";
import { faultsOf, launch, pageOf } from "./kit/browser";
import { Hands } from "./kit/hands";
import { type House, houseOf } from "./kit/house";
import { Play } from "./kit/play";
import { TARGET } from "./kit/program";
import { day, type Step, type Story, story } from "./kit/story";
import { zh } from "./kit/words";

const edit = (key: string, values: Record<string, string | number> = {}) => zh(`ui.procedures.edit.${key}`, values);
const part = (key: string) => zh(`ui.procedures.part.${key}`);

/** What the copy is called, and what is added to it. */
const COPY = { number: "JD-KS-01", title: "本厂客诉处理规程", prefix: "JDK" };
const TASK = "总经理审阅处理方案并批示";
const ROLE = "总经理";
const STAGE = "厂长批准";
const CHANGE = "6 厂长批准：方案费用 5000 元及以上，另由总经理批准";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The page of a draft as a hand finds it: parts by the outline, fields by their labels. */
class Editor {
  constructor(readonly page: Page) {}
  get form(): Locator {
    return this.page.getByRole("region", { name: edit("tab.forms"), exact: true });
  }
  get outline(): Locator {
    return this.page.getByRole("navigation", { name: edit("outline") });
  }
  get proof(): Locator {
    return this.page.getByRole("complementary", { name: edit("proof") });
  }
  get text(): Locator {
    return this.page.getByRole("textbox", { name: edit("tab.text"), exact: true });
  }
  get issue(): Locator {
    return this.page.getByRole("button", { name: edit("issue"), exact: true });
  }

  async part(name: string | RegExp): Promise<void> {
    await this.outline.getByRole("button", { name }).click();
  }
  async press(name: string): Promise<void> {
    await this.form.getByRole("button", { name, exact: true }).click();
  }
  async type(label: string, text: string): Promise<void> {
    await this.form.getByLabel(label, { exact: true }).fill(text);
  }
  /** Takes one of a list that drops down; of several that were taken, it gives one back. */
  async pick(label: string, option: string): Promise<void> {
    await this.form.getByRole("combobox", { name: label, exact: true }).last().click();
    await this.page
      .locator(".ant-select-dropdown:visible .ant-select-item-option")
      .filter({ has: this.page.getByText(option, { exact: true }) })
      .click();
    await this.page.keyboard.press("Escape");
  }
  async tab(name: string): Promise<void> {
    await this.page
      .getByRole("radiogroup", { name: zh("ui.procedures.parts") })
      .getByText(name)
      .click();
  }
  async proved(): Promise<void> {
    await this.proof
      .getByRole("status")
      .filter({ hasText: edit("proved") })
      .waitFor();
  }
  async save(): Promise<void> {
    await this.page.keyboard.press("Control+s");
    await this.page.getByRole("status").getByText(edit("all_saved"), { exact: true }).waitFor();
  }
}

test("P-JD is copied, broken, mended, issued by another one, and asks the general manager from ¥5,000 on", async () => {
  const told = story("p-jd-slight");
  // The house knows a general manager already, by P-KS.
  told.account.push({ login: "gm", name: "方总", roles: ["gm"] });
  const house = await houseOf(told);
  const page = await pageOf(browser);
  const faults = faultsOf(page);
  const hands = new Hands(page, house.url);
  const editor = new Editor(page);
  const becomes = (login: string) =>
    hands.become(login, told.account.find((one) => one.login === login)?.name ?? login);
  try {
    await becomes("qt");
    await hands.go("/procedures");
    await copies(page, told.procedure);
    await editor.proved();
    expect(await violations(page), "the editor").toEqual([]);
    await addsApproval(editor);
    await isToldWhy(editor);

    const draft = new URL(page.url()).hash.slice(1);
    await becomes("plant");
    await hands.go(draft);
    await slipsInTheText(editor);
    const dialog = await issues(editor);
    await dialog
      .getByRole("alert")
      .filter({ hasText: zh("wrong.own_text") })
      .waitFor();
    expect(await violations(page), "whoever wrote it last").toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });

    await becomes("gm");
    await hands.go(draft);
    await editor.proved();
    await issues(editor);
    await isInForce(editor);

    const lines = (await house.call("gm", "procedure_list", {})).procedures;
    const issued = lines.find((one) => one.number === COPY.number);
    const { procedure } = await house.call("gm", "procedure_get", { procedure: issued?.id ?? 0 });
    const added = procedure?.stage.flatMap((stage) => stage.task).find((one) => one.name.zh === TASK);
    await becomes("plant");
    await withdraws(
      page,
      hands,
      lines.find((one) => one.number === told.procedure),
    );
    await page.context().close();

    const copy = { ...told, procedure: COPY.number };
    await runs(house, { ...copy, step: above(told.step, added?.id ?? "") });
    await runs(house, { ...copy, step: told.step.slice(0, behindApproval(told.step)) });
    const { rows } = await house.call("gm", "register_list", { search: "", limit: 5, overdue: false } as never);
    const ran = rows.map((row) => `${row.number.split("-")[0]} ${row.stage}`);
    expect(ran.sort(), "both ran on the copy").toEqual([`${COPY.prefix} archive`, `${COPY.prefix} carry`]);
    expect(faults).toEqual([]);
  } catch (cause) {
    await page.screenshot({ path: join(TARGET, "tmp/procedures.png") }).catch(() => {});
    throw cause;
  } finally {
    await page.context().close();
    await house.close();
  }
});

/** Under a number, a title and a prefix of its own. */
async function copies(page: Page, number: string): Promise<void> {
  await page.getByRole("button", { name: zh("ui.procedures.list.copy_of", { number }) }).click();
  const dialog = page.getByRole("dialog");
  for (const [name, text] of Object.entries(COPY)) {
    await dialog.getByLabel(zh(`ui.procedures.copy.${name}`), { exact: true }).fill(text);
  }
  await dialog.getByRole("button", { name: zh("ui.procedures.copy.ok") }).click();
}

/** A limit, a role, and an approval behind that of the plant manager: by the desk, which made the plan. */
async function addsApproval(editor: Editor): Promise<void> {
  await editor.part(edit("limits"));
  await editor.press(edit("add_limit"));
  await editor.type(edit("limit_from", { n: 1 }), "5000");
  await editor.part(edit("roles"));
  await editor.press(edit("known_role"));
  await editor.page.getByRole("menuitem", { name: ROLE, exact: true }).click();
  expect(await editor.form.getByLabel(edit("role_zh", { n: 6 })).inputValue()).toBe(ROLE);
  await editor.part(new RegExp(`\\d ${STAGE}`));
  await editor.press(edit("add_task"));
  const name = edit("name");
  await editor.type(edit("zh", { what: name }), TASK);
  await editor.type(edit("en", { what: name }), "The general manager reviews the plan and gives a decision");
  await editor.pick(part("does"), zh("docs.does.approve"));
  await editor.pick(part("who"), zh("bound.desk"));
  await editor.pick(part("after"), "厂长审阅处理方案并批示");
  await editor.press(edit("add_condition"));
  await editor.pick(edit("condition"), zh("fact.cost"));
  await editor.pick(zh("fact.cost"), zh("ui.procedures.limit_from", { n: "5,000" }));
  await editor.press(edit("add_due"));
  await editor.type(part("source"), "本厂审批权限表第 2 条");
}

/** Whoever fills the plan does not approve it: said beside the form, at its place, and counted in the outline. */
async function isToldWhy(editor: Editor): Promise<void> {
  const plan = "参照投诉要求提出处理方案（退货、换货、维修、折价、赔偿等）";
  const own = `“${zh("bound.desk")}”在任务“${plan}”中填写了“${zh("section.plan")}”，不能自己批准自己填写的内容；请换一个批准人`;
  const said = editor.proof.getByRole("button").filter({ hasText: own });
  await said.waitFor();
  expect(await said.textContent()).toContain(`${STAGE}${edit("in")}${TASK}`);
  expect(await editor.issue.isDisabled(), "what is not proved is not issued").toBe(true);
  expect(await violations(editor.page), "a fault").toEqual([]);
  await editor.part(edit("document"));
  await editor.outline.getByRole("button", { name: new RegExp(`^${TASK} \\d+$`) }).waitFor();
  await said.click();
  const there = editor.form.getByRole("listitem").filter({ hasText: own });
  await there.waitFor();
  await editor.pick(part("who"), zh("bound.desk"));
  await editor.pick(part("who"), ROLE);
  await editor.proved();
  await there.waitFor({ state: "hidden" });
  await editor.save();
}

/** The text is the same procedure; a slip in it is told by its line, and shows itself there. */
async function slipsInTheText(editor: Editor): Promise<void> {
  await editor.tab(edit("tab.text"));
  const good = (await editor.text.inputValue()).replace("权限表第 2 条", "权限表第 3 条");
  expect(good, "what the forms said").toContain("权限表第 3 条");
  const at = good.lastIndexOf('does = "approve"');
  await editor.text.fill(`${good.slice(0, at)}${good.slice(at).replace("approve", "aprove")}`);
  const line = good.slice(0, at).split("\n").length;
  const said = editor.proof.getByRole("button").filter({ hasText: "“aprove”不在可选的词里" });
  await said.waitFor();
  expect(await said.textContent()).toContain(edit("line", { n: line }));
  expect(await editor.issue.isDisabled(), "nor is what cannot be read").toBe(true);
  expect(await violations(editor.page), "a slip").toEqual([]);
  await said.click();
  const marked = (area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd);
  expect(await editor.text.evaluate(marked as never)).toBe('does = "aprove"');
  await editor.text.fill(good);
  await editor.proved();
  await editor.save();
}

/** From today on. */
async function issues(editor: Editor): Promise<Locator> {
  await editor.issue.click();
  const dialog = editor.page.getByRole("dialog");
  const from = dialog.getByLabel(zh("ui.procedures.head.effective"), { exact: true });
  await from.fill(day("today"));
  await from.press("Enter");
  await dialog.getByLabel(zh("ui.procedures.issue.change"), { exact: true }).fill(CHANGE);
  expect(await violations(editor.page), "the dialog").toEqual([]);
  await dialog.getByRole("button", { name: zh("ui.procedures.issue.ok"), exact: true }).click();
  return dialog;
}

/** The record of changes says what is other, and who approved it. */
async function isInForce(editor: Editor): Promise<void> {
  const { page } = editor;
  await page.getByText(zh("ui.procedures.standing.in_force"), { exact: true }).first().waitFor();
  await page.getByText(zh("ui.procedures.effective", { day: day("today") }), { exact: true }).waitFor();
  await editor.tab(zh("ui.procedures.tab.about"));
  const change = page.getByRole("row").filter({ hasText: CHANGE });
  expect(await change.textContent()).toMatch(/何厂长.*方总/);
}

/** Nothing new is handled by it any more. */
async function withdraws(page: Page, hands: Hands, line: ProcedureLine | undefined): Promise<void> {
  await hands.go(`/procedures/${line?.id}`);
  await page.getByRole("button", { name: zh("ui.procedures.withdraw.act"), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(zh("ui.procedures.withdraw.why")).fill("改用本厂规程");
  await dialog.getByRole("button", { name: zh("ui.procedures.withdraw.ok_issued"), exact: true }).click();
  await page.getByText(zh("ui.procedures.standing.withdrawn"), { exact: true }).first().waitFor();
}

const behindApproval = (steps: Step[]) => steps.findIndex((one) => one.task === "approve" && one.then) + 1;

/** The same story with a plan of ¥5,200: the plant manager does not suffice, behind them the general manager signs. */
function above(steps: Step[], task: string): Step[] {
  const cost = (one: Step): Step =>
    one.task === "plan" ? { ...one, fill: { plan: { ...one.fill?.plan, cost: 5200 } } } : one;
  const at = behindApproval(steps);
  const [plant] = steps.slice(at - 1, at) as [Step];
  const { then: _, ...first } = plant;
  const gm: Step = { ...plant, who: "gm", task, fill: { approval: { answer: "approved" } } };
  return [...steps.slice(0, at - 1), first, gm, ...steps.slice(at)].map(cost);
}

/** A complaint is registered, and its people handle it as the story says. */
async function runs(house: House, told: Story): Promise<void> {
  const page = await pageOf(browser);
  const faults = faultsOf(page);
  try {
    await new Play(page, house, told).whole();
    expect(faults).toEqual([]);
  } catch (cause) {
    await page.screenshot({ path: join(TARGET, "tmp/procedures-case.png") }).catch(() => {});
    throw cause;
  } finally {
    await page.context().close();
  }
}
