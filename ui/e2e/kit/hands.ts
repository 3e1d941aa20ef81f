/** What every page has: signing in and switching, addresses, sheets of a form, papers, other ways. */
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import type { IssuedView, Procedure, TaskKey } from "../../src/types.gen";
import { password as passwordOf, ROOT } from "./program";
import type { Form, Said } from "./story";
import { zh } from "./words";

/** Tools into which a long section is parted (features/case/task/editors). */
const TOOLS: Record<string, Record<string, string>> = {
  causes: { whys: "whys", bones: "bones" },
  problem: { is_not: "is_not" },
};
const REST: Record<string, string> = { causes: "proof", problem: "problem" };

export class Hands {
  private who: string | undefined;
  /** Calls that are under way. */
  private asking = 0;

  constructor(
    readonly page: Page,
    readonly url: string,
  ) {
    const calls = (url: string) => url.includes("/api/");
    page.on("request", (request) => {
      if (calls(request.url())) this.asking += 1;
    });
    const over = (request: { url(): string }) => {
      if (calls(request.url())) this.asking -= 1;
    };
    page.on("requestfinished", over);
    page.on("requestfailed", over);
  }

  /** Signs in, or switches the user in place. */
  async become(login: string, name: string, secret = passwordOf(login)): Promise<void> {
    if (this.who === login) return;
    if (this.who === undefined) await this.page.goto(this.url);
    else await this.page.getByTitle(zh("ui.shell.switch")).click();
    await this.signIn(login, name, secret);
    this.who = login;
  }

  /** Fills the sign-in form that stands there, as a page or over one. */
  async signIn(login: string, name: string, secret: string): Promise<void> {
    const form = this.page.locator(".session-form");
    await form.waitFor();
    const known = form.getByRole("radio", { name: new RegExp(name) });
    const other = form.getByRole("radio", { name: zh("ui.session.other") });
    if ((await known.count()) > 0) {
      await known.first().check({ force: true });
    } else {
      if ((await other.count()) > 0) await other.check({ force: true });
      await form.locator("input[name=login]").fill(login);
    }
    await form.locator("input[name=password]").fill(secret);
    await form.locator("input[name=password]").press("Enter");
    await form.waitFor({ state: "hidden" });
    await this.page.locator("#main").waitFor();
  }

  /** An address of the form set; what others did meanwhile is asked for anew. What is asked stands before the hash. */
  async go(address: string): Promise<void> {
    const [path = "", asked = ""] = address.split("?");
    await this.page.goto(`${this.url}/?${asked}#${path}`);
    await this.page.reload();
    await this.page.getByRole("heading", { level: 1 }).first().waitFor();
  }

  /** Shows the sheet of a section on which a field stands. */
  async sheet(form: Locator, target: string, field: string): Promise<void> {
    const rest = REST[target];
    if (rest === undefined) return;
    const tool = form
      .locator(".ant-segmented")
      .getByText(zh(`ui.task.tool.${TOOLS[target]?.[field] ?? rest}`), { exact: true });
    if ((await tool.count()) > 0) await tool.first().click();
  }

  /** What is being sent has come back. */
  async settled(): Promise<void> {
    let quiet = 0;
    while (quiet < 3) {
      await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
      quiet = this.asking === 0 ? quiet + 1 : 0;
    }
  }

  /** Messages that stand on the page now, for a failure. */
  async said(): Promise<string> {
    const texts = await this.page.locator("[role=alert], .ant-message, .strip .reasons").allTextContents();
    return texts.join(" | ");
  }

  async choose(button: Locator, name: string): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), button.click()]);
    await chooser.setFiles(join(ROOT, "tests/data", name));
  }

  /** One of 更多方式: its dialog. What is refused may not even be offered. */
  async otherWay(form: Locator, name: string, refused: boolean): Promise<Locator | undefined> {
    const ways = form.getByRole("button", { name: zh("ui.task.ways") });
    if (refused && (await ways.count()) === 0) return undefined;
    await ways.click();
    await this.page.getByRole("menuitem").first().waitFor();
    const way = this.page.getByRole("menuitem", { name: new RegExp(name) });
    if (refused && (await way.count()) === 0) {
      await this.page.keyboard.press("Escape");
      return undefined;
    }
    await way.click();
    const dialog = this.page.getByRole("dialog", { name });
    await dialog.waitFor();
    return dialog;
  }

  /** What a dialog asks for and has not: its act stands blocked, or the house says no. */
  async refusedIn(dialog: Locator, go: Locator): Promise<void> {
    if (!(await go.isDisabled())) {
      await go.click();
      await dialog.getByRole("alert").first().waitFor();
    }
    await this.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  }

  /** Issues a form from the case page. */
  async issue(form: Form, refused: boolean): Promise<Partial<IssuedView>> {
    await this.page.getByRole("button", { name: zh("ui.papers.menu") }).click();
    const drawer = this.page.getByRole("dialog", { name: zh("ui.papers.menu") });
    await drawer
      .locator(".ant-segmented")
      .getByText(zh(`ui.papers.lang.${form.lang}`), { exact: true })
      .click();
    const line = drawer
      .getByRole("listitem")
      .filter({ hasText: zh(`ui.papers.form.${form.id}`) })
      .first();
    await line.getByRole("button", { name: zh("ui.papers.issue") }).click();
    const gaps = drawer.getByRole("alert");
    const paper = this.page.locator(".papers-dialog, .paper-pages, canvas").first();
    await gaps.or(paper).first().waitFor();
    if (refused) {
      await gaps.waitFor();
      await this.page.keyboard.press("Escape");
      await drawer.waitFor({ state: "hidden" });
      return {};
    }
    if (await gaps.isVisible()) await gaps.getByRole("button", { name: zh("ui.papers.anyway") }).click();
    await paper.waitFor();
    // The paper and the drawer behind it are closed.
    for (const open of [paper, drawer]) {
      await this.page.keyboard.press("Escape");
      await open.waitFor({ state: "hidden" });
    }
    return {};
  }

  async reopen(stage: string, reason: string): Promise<void> {
    await this.page.getByRole("button", { name: zh("ui.case.more") }).click();
    await this.page.getByRole("menuitem", { name: zh("ui.case.reopen") }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByText(stage, { exact: true }).first().click();
    await dialog.getByLabel(zh("ui.case.reason")).fill(reason);
    await dialog
      .getByRole("button", { name: new RegExp(`^${zh("ui.case.reopen_act", { stage }).slice(0, 4)}`) })
      .click();
    await dialog.waitFor({ state: "hidden" });
  }

  /** The page of an approval: the answer, where it goes back to, why, and the password. */
  async approval(
    of: number,
    key: TaskKey,
    said: Record<string, Said>,
    p: Procedure | undefined,
    secret: string,
  ): Promise<void> {
    await this.go(`/cases/${of}/sign/${key.task}/${key.round}${key.slot ? `/${key.slot}` : ""}`);
    const rejected = said.answer === "rejected";
    await this.page
      .getByRole("radio", { name: new RegExp(zh(`choice.answer.${said.answer ?? "approved"}`)) })
      .check({ force: true });
    if (rejected && said.back_to) {
      const stage = p?.stage.find((one) => one.id === said.back_to)?.name.zh ?? "";
      await this.page
        .getByRole("radio", { name: stage })
        .or(this.page.getByRole("combobox"))
        .first()
        .click({ force: true });
      const option = this.page
        .locator(".ant-select-dropdown:visible .ant-select-item-option")
        .filter({ hasText: stage });
      if ((await option.count()) > 0) await option.first().click();
    }
    if (said.reason) await this.page.locator("textarea").first().fill(String(said.reason));
    await this.page.locator("input[type=password]").fill(secret);
    await this.page.keyboard.press("Control+Enter");
  }
}
