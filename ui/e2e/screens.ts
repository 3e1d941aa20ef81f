/** Takes the pictures of docs/screens: every screen of a sample folder, in light, the first ones in dark too. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, pageOf } from "./kit/browser";
import { Hands } from "./kit/hands";
import { ROOT, SAMPLE_PASSWORD, type Served, serveSample } from "./kit/program";

const OUT = process.env.KESU_SCREENS ?? join(ROOT, "docs/screens");

/** Screens by name: who looks, at which address, how wide, and what is waited for. */
const SCREENS: { name: string; login: string; path: string; width?: number; dark?: boolean }[] = [
  { name: "inbox", login: "qe", path: "/", dark: true },
  { name: "intake", login: "sales", path: "/cases/new" },
  { name: "register", login: "qe", path: "/cases", dark: true },
  { name: "case", login: "qe", path: "/cases/:causes", dark: true },
  { name: "containment", login: "qe", path: "/cases/:containment" },
  { name: "approval", login: "plant", path: "/cases/:approve", dark: true },
  { name: "approval-phone", login: "plant", path: "/cases/:approve", width: 420 },
  { name: "actions", login: "qe", path: "/actions" },
  { name: "procedure", login: "qe", path: "/procedures/1" },
  { name: "people", login: "admin", path: "/settings/people" },
  { name: "calendar", login: "admin", path: "/settings/calendar" },
  { name: "backup", login: "admin", path: "/settings/backup" },
];

let browser: Browser;
let house: Served;
beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  browser = await launch();
  house = await serveSample(200, 60);
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

/** Addresses that depend on what the sample has: the first case in which somebody has this task at hand. */
async function address(page: Page, path: string): Promise<string> {
  const wanted = /:(\w+)$/.exec(path)?.[1];
  if (!wanted) return path;
  const tasks = await page.evaluate(async () => {
    const response = await fetch("/api/inbox_list", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ limit: 200 }),
    });
    return (await response.json()).tasks as { case: number; task: { task: string; slot: string; round: number } }[];
  });
  const names: Record<string, string> = { causes: "analyse", containment: "contain", approve: "approve" };
  const found = tasks.find((one) => one.task.task === names[wanted]);
  if (!found) throw new Error(`nobody has ${wanted} at hand in this sample`);
  const { task, round } = found.task;
  return wanted === "approve" ? `/cases/${found.case}/sign/${task}/${round}` : `/cases/${found.case}?task=${task}`;
}

test.each(SCREENS)("$name", async ({ name, login, path, width, dark }) => {
  const page = await pageOf(browser, width ? { viewport: { width, height: 900 } } : {});
  try {
    const hands = new Hands(page, house.url);
    await hands.become(login, login, SAMPLE_PASSWORD);
    await hands.go(await address(page, path));
    for (const scheme of dark ? (["light", "dark"] as const) : (["light"] as const)) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.waitForLoadState("networkidle");
      await page.waitForTimeout(800);
      const file = join(OUT, `${name}${scheme === "dark" ? "-dark" : ""}.png`);
      const picture = await page.screenshot({ path: file });
      expect(picture.length, name).toBeGreaterThan(20_000);
    }
  } finally {
    await page.context().close();
  }
});
