/**
 * Every page, light and dark, as somebody meets it who cannot see it or sees it badly: axe-core finds nothing, and at 200 %
 * nothing is cut off.
 *
 * Lists that drop down and calendars that open are antd's own markup at the end of the document; they stay closed here, and
 * the keyboard story opens them.
 */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROUTES } from "../src/app/routes";
import { SETTING_TABS } from "../src/features/settings/tabs";
import { violations } from "./kit/axe";
import { launch, pageOf } from "./kit/browser";
import { SAMPLE_PASSWORD, type Served, serveNothing, serveSample } from "./kit/program";
import { zh } from "./kit/words";

let browser: Browser;
let house: Served;
const pages = new Map<string, Page>();
beforeAll(async () => {
  [browser, house] = await Promise.all([launch(), serveSample(60, 30)]);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

/** A page on which somebody is signed in already, at this address. */
async function at(login: string, path: string, size = { width: 1366, height: 768 }): Promise<Page> {
  let page = pages.get(login);
  if (!page) {
    page = await pageOf(browser);
    const answer = await page.request.post(`${house.url}/api/sign_in`, { data: { login, password: SAMPLE_PASSWORD } });
    expect(answer.ok(), `${login} signs in`).toBe(true);
    pages.set(login, page);
  }
  const address = await addressOf(page, path);
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: "light" });
  // Drawn anew, as if the program had just been started here.
  await page.goto("about:blank");
  await page.goto(`${house.url}/${address}`, { waitUntil: "networkidle" });
  await page.locator("h1").first().waitFor();
  return page;
}

/** `:judge` is the first case in which this person has that task at hand. What is asked stands before the hash. */
async function addressOf(page: Page, path: string): Promise<string> {
  const [, wanted, rest] = /^\/cases\/:(\w+)(\/sign)?$/.exec(path) ?? [];
  if (!wanted) return `#${path}`;
  const response = await page.request.post(`${house.url}/api/inbox_list`, { data: { limit: 500 } });
  const { tasks } = (await response.json()) as { tasks: { case: number; task: { task: string; round: number } }[] };
  const found = tasks.find((one) => one.task.task === wanted);
  if (!found) throw new Error(`nobody has ${wanted} at hand in this sample`);
  return rest ? `#/cases/${found.case}/sign/${wanted}/${found.task.round}` : `?task=${wanted}#/cases/${found.case}`;
}

/** Nothing is wrong in light; in dark only the colours are others. */
async function clean(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  expect(await violations(page), "light").toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator("html[data-theme=dark]").waitFor();
  expect(await violations(page, "colours"), "dark").toEqual([]);
}

/** A page by its address, who looks, and what stands there once all is drawn. */
const PAGES: [path: string, login: string, sees: string][] = [
  ["/", "qe", ".inbox li"],
  ["/cases", "qe", ".register-table tbody tr"],
  ["/cases/new", "sales", ".intake-part"],
  ["/cases/:judge", "qe", ".task .field"],
  ["/cases/:team", "qe", ".task .field"],
  ["/cases/:analyse", "qe", ".task .field"],
  ["/cases/:plan", "qe", ".task .field"],
  ["/cases/:measures", "dept", ".task .field"],
  ["/cases/:settle", "sales", ".task .field"],
  ["/cases/:approve/sign", "plant", ".approval-trail li"],
  ["/board", "qe", ".board-table tbody tr"],
  ["/actions", "qe", ".actions tbody tr"],
  ["/procedures", "qe", ".procedure-main"],
  ["/procedures/1", "admin", ".procedure-main"],
  ...SETTING_TABS.map(({ id }): [string, string, string] => [`/settings/${id}`, "admin", ".settings-part > *"]),
  ["/settings/masters", "qe", ".settings-part > *"],
];

test("no route is left out", () => {
  const like = (route: string) => new RegExp(`^${route.replace(/\/:\w+\?/g, "(/[^/]+)?").replace(/:\w+/g, "[^/]+")}$`);
  const looked = PAGES.map(([path]) => path.replace("/sign", "/sign/approve/1"));
  expect(ROUTES.filter((route) => !looked.some((path) => like(route.path).test(path)))).toEqual([]);
});

test.each(PAGES)("%s (%s)", async (path, login, sees) => {
  const page = await at(login, path);
  await page.locator(sees).first().waitFor();
  await clean(page);
});

test("the approval, as narrow as a telephone", async () => {
  const page = await at("plant", "/cases/:approve/sign", { width: 420, height: 900 });
  await page.locator(".approval").waitFor();
  await clean(page);
  expect(await tooWide(page)).toBe(0);
});

/** What opens over a page. */
const OPENED: [name: string, login: string, path: string, open: (page: Page) => Promise<void>][] = [
  ["papers", "qe", "/cases/:analyse", (page) => press(page, zh("ui.papers.menu"))],
  [
    "a paper",
    "qe",
    "/cases/:analyse",
    async (page) => {
      await press(page, zh("ui.papers.menu"));
      await press(page, zh("ui.papers.preview"));
      await page.locator(".paper-pages canvas, canvas").first().waitFor();
    },
  ],
  ["palette", "qe", "/", (page) => page.keyboard.press("Control+k")],
  [
    "palette with cases",
    "qe",
    "/",
    async (page) => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("KS-2026-00");
      await page.locator(".palette-number").first().waitFor();
    },
  ],
  ["switch of user", "qe", "/", (page) => page.getByTitle(zh("ui.shell.switch")).click()],
  ["pause", "qe", "/cases/:analyse", (page) => press(page, zh("ui.case.pause"))],
  ["another way", "qe", "/cases/:analyse", (page) => menu(page, zh("ui.task.ways"), 0)],
  ["reopen", "qe", "/cases/:analyse", (page) => menu(page, zh("ui.case.more"), 0)],
  ["confide", "qe", "/cases/:analyse", (page) => menu(page, zh("ui.case.more"), zh("ui.case.confide"))],
  ["files", "qe", "/cases/:analyse", (page) => page.getByRole("tab", { name: zh("ui.case.files") }).click()],
  ["a section", "qe", "/cases/:analyse", (page) => page.keyboard.press("Alt+1")],
  [
    "a correction",
    "qe",
    "/cases/:analyse",
    async (page) => {
      await page.keyboard.press("Alt+1");
      await press(page, zh("ui.case.correct"));
    },
  ],
  ["filters", "qe", "/cases", (page) => press(page, zh("ui.register.filters"))],
  ["columns", "qe", "/cases", (page) => press(page, zh("ui.register.columns"))],
  ["somebody new", "admin", "/settings/people", (page) => press(page, zh("ui.settings.people.add"))],
  ["somebody", "admin", "/settings/people", (page) => page.locator(".settings-pick").nth(1).click()],
  ["a hand-over", "admin", "/settings/people", (page) => press(page, zh("ui.settings.hand.open"))],
  ["a year to import", "admin", "/settings/calendar", (page) => press(page, zh("ui.settings.calendar.import"))],
  ["what is told", "qe", "/", (page) => page.getByRole("tab", { name: zh("ui.inbox.told") }).click()],
  ["what is pressed", "plant", "/", (page) => page.getByRole("tab", { name: zh("ui.inbox.pressed") }).click()],
  ["duties", "qe", "/", (page) => page.getByRole("tab", { name: zh("ui.inbox.duties") }).click()],
  ["the board by holder", "qe", "/board", (page) => page.getByText(zh("ui.board.by_holder"), { exact: true }).click()],
  [
    "the morning sheet",
    "qe",
    "/board",
    async (page) => {
      await press(page, zh("ui.board.morning"));
      await page.locator(".paper-pages canvas").first().waitFor();
    },
  ],
  ["a customer", "qe", "/settings/masters", (page) => page.locator(".settings-table tbody tr").first().click()],
  ["what is missing", "qe", "/cases/:judge", (page) => page.keyboard.press("Control+Enter")],
];

test.each(OPENED)("opened: %s (%s, %s)", async (_name, login, path, open) => {
  const page = await at(login, path);
  const before = await page.locator("body").innerHTML();
  await open(page);
  await expect.poll(() => page.locator("body").innerHTML()).not.toBe(before);
  await page.waitForLoadState("networkidle");
  await clean(page);
});

async function press(page: Page, name: string): Promise<void> {
  await page
    .getByRole("button", { name: new RegExp(`^${name.replace("…", ".")}`) })
    .first()
    .click();
}

/** One of a menu, by its name or from the top: a dialog. */
async function menu(page: Page, name: string, which: number | string): Promise<void> {
  await press(page, name);
  const items = page.getByRole("menuitem");
  const item = typeof which === "number" ? items.nth(which) : items.filter({ hasText: which });
  await item.waitFor();
  if ((await item.getAttribute("aria-disabled")) === "true") throw new Error(`${name} ${which} is not offered here`);
  await item.click();
  await page.getByRole("dialog").waitFor();
}

/** How far the page, or a part of it that does not scroll, is wider than it may be. */
function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => {
    const parts = [document.documentElement, ...document.querySelectorAll("#main, .page-head, .strip, .status")];
    return Math.max(...parts.map((part) => part.scrollWidth - part.clientWidth));
  });
}

test("the number that is read out", async () => {
  const page = await at("sales", "/cases/new");
  await page.getByLabel(zh("section.complaint.customer")).first().click();
  await page.locator(".ant-select-dropdown:visible .ant-select-item-option").first().click();
  await page.locator('[data-path="complaint.channel"]').getByRole("radio").first().click();
  await page.locator('[data-path="complaint.class"]').getByRole("radio").first().click();
  await page.locator('[data-path="complaint.words"] textarea').fill("门板上有一道划痕。");
  for (const name of ["acknowledged", "samples"]) {
    await page.locator(`[data-path="complaint.${name}"]`).getByRole("radio").first().click();
  }
  await page.keyboard.press("Control+Enter");
  await page.locator(".readout-number").waitFor();
  await page.waitForLoadState("networkidle");
  await clean(page);
});

test("signing in, and the first run", async () => {
  const page = await pageOf(browser);
  await page.goto(house.url);
  await page.locator("input[name=login]").fill("qe");
  await clean(page);
  await page.locator("input[name=password]").fill("not this one");
  await page.keyboard.press("Enter");
  await page.locator(".session-wrong svg").waitFor();
  await clean(page);
  const nothing = await serveNothing();
  try {
    await page.goto(nothing.url);
    await page.locator(".first-ways").waitFor();
    await clean(page);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").waitFor();
    await clean(page);
    await page.getByRole("radio").last().check({ force: true });
    await clean(page);
    await page.getByText("English", { exact: true }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await clean(page);
  } finally {
    await page.context().close();
    await nothing.close();
  }
});

// 1366×768 at 200 % are 683×384 of its pixels.
const TWICE = { width: 683, height: 384 };

test.each([
  ["/cases/new", "sales", zh("ui.intake.register")],
  ["/cases/:analyse", "qe", zh("ui.task.submit_long").slice(0, 2)],
  ["/cases/:approve/sign", "plant", ""],
])("at 200 %: %s (%s) fits, and its act is in reach", async (path, login, act) => {
  const page = await at(login, path, TWICE);
  const primary = page.locator(".strip .ant-btn-primary, .approval .ant-btn-primary").filter({ hasText: act }).last();
  await primary.waitFor();
  expect(await tooWide(page)).toBe(0);
  await primary.scrollIntoViewIfNeeded();
  const hit = await primary.evaluate((button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect(hit, "nothing lies over the act, and it is inside the window").toBe(true);
});
