/** Takes the pictures of docs/screens: every screen of a sample folder, in light, the first ones in dark too. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, pageOf } from "./kit/browser";
import { Hands } from "./kit/hands";
import { ROOT, SAMPLE_PASSWORD, type Served, serveSample } from "./kit/program";
import { zh } from "./kit/words";

const OUT = process.env.KESU_SCREENS ?? join(ROOT, "docs/screens");

interface Screen {
  name: string;
  login: string;
  /** An address; `:task` is the first case in which this person has that task at hand. */
  path: string;
  width?: number;
  dark?: boolean;
  /** What somebody has done on it before the picture is taken. */
  before?: (page: Page) => Promise<void>;
}

const SCREENS: Screen[] = [
  { name: "inbox", login: "qe", path: "/", dark: true },
  { name: "intake", login: "sales", path: "/cases/new" },
  { name: "register", login: "qe", path: "/cases", dark: true },
  { name: "case", login: "qe", path: "/cases/:analyse", dark: true, before: askWhy },
  { name: "containment", login: "qe", path: "/cases/:contain", before: allPlaces },
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

/** A complaint that came in just now: the sample itself has nothing that waits to be contained. */
async function register(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ask = async (name: string, request: unknown) => {
      const headers = { "content-type": "application/json" };
      return (await fetch(`/api/${name}`, { method: "POST", headers, body: JSON.stringify(request) })).json();
    };
    const customers = await ask("master_list", { of: "customer", containing: "" });
    const words = { zh: "桶盖铰链那里掉漆，露出来的地方生锈了，放在公园才两个星期。", en: "" };
    const line = { id: 0, name: "户外果皮箱 GX-120", lot: "20261103-1", delivered: 260, defective: 9 };
    const said = {
      customer: customers.rows[0].id,
      channel: "phone",
      class: "quality",
      words,
      defect: "铰链处掉漆生锈",
    };
    const now = new Date(Date.now() - 3_600_000).toISOString();
    await ask("case_register", {
      complaint: { ...said, lines: [line], received_at: now, acknowledged: "yes", samples: "no" },
    });
  });
}

/** Addresses that depend on what the sample has. */
async function address(page: Page, path: string): Promise<string> {
  const wanted = /:(\w+)$/.exec(path)?.[1];
  if (!wanted) return path;
  if (wanted === "contain") await register(page);
  const tasks = await page.evaluate(async () => {
    const headers = { "content-type": "application/json" };
    const response = await fetch("/api/inbox_list", { method: "POST", headers, body: JSON.stringify({ limit: 200 }) });
    return (await response.json()).tasks as { case: number; task: { task: string; slot: string; round: number } }[];
  });
  const found = tasks.findLast((one) => one.task.task === wanted);
  if (!found) throw new Error(`nobody has ${wanted} at hand in this sample`);
  const { task, round } = found.task;
  return wanted === "approve" ? `/cases/${found.case}/sign/${task}/${round}` : `/cases/${found.case}?task=${task}`;
}

/** Three chains, typed as they are typed: Enter asks the next why. */
async function askWhy(page: Page): Promise<void> {
  const chains: Record<string, string[]> = {
    occurrence: [
      "焊缝边缘漆膜起泡，附着力只有 2 级",
      "焊缝两侧残留氧化皮，磷化膜不连续",
      "焊后酸洗只有 3 分钟，规定 8 分钟",
    ],
    escape: ["成品只查外观，盐雾每季抽一次", "控制计划没有列焊缝附着力"],
    system: ["提速由车间自行决定，没有走变更评审"],
  };
  for (const [branch, whys] of Object.entries(chains)) {
    const chain = page.getByRole("region", { name: zh(`choice.branch.${branch}`) });
    for (const [n, why] of whys.entries()) {
      const row = chain.locator("input.why-text").nth(n);
      await row.fill(why);
      await row.press("Enter");
    }
  }
}

async function allPlaces(page: Page): Promise<void> {
  await page.getByRole("button", { name: zh("ui.task.places.all") }).click();
  const found: [string, number, number, number][] = [
    ["成品库", 86, 86, 3],
    ["在制", 40, 40, 0],
    ["中转仓/VMI", 120, 64, 1],
  ];
  for (const [place, ...counts] of found) {
    for (const [n, field] of ["stock", "checked", "ng"].entries()) {
      const cell = page.getByLabel(`${place} ${zh(`section.containment.places.${field}`)}`, { exact: true });
      await cell.fill(String(counts[n]));
    }
  }
  await page.keyboard.press("Tab");
}

test.each(SCREENS)("$name", async ({ name, login, path, width, dark, before }) => {
  const page = await pageOf(browser, width ? { viewport: { width, height: 900 } } : {});
  try {
    const hands = new Hands(page, house.url);
    await hands.become(login, login, SAMPLE_PASSWORD);
    await hands.go(await address(page, path));
    await hands.settled();
    await before?.(page);
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
