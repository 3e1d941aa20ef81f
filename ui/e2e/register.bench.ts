/**
 * The register of a folder with very many cases, in a browser: what a filter takes from the press to its painted rows, and
 * whether a scroll ever rests on a row that is not drawn.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { launch, pageOf } from "./kit/browser";
import { print } from "./kit/figures";
import { Hands } from "./kit/hands";
import { KESU, ROOT, SAMPLE_PASSWORD, serveThere } from "./kit/program";
import { zh } from "./kit/words";

const CASES = process.env.KESU_BENCH_UI_CASES ?? "100000";
/** Made once and kept: it takes minutes and gigabytes. */
const FOLDER = process.env.KESU_BENCH_FOLDER ?? join(ROOT, `target/bench-data/register-${CASES}`);
const SECRET = process.env.KESU_BENCH_PASSWORD ?? SAMPLE_PASSWORD;
/** Each asks something that nobody asked before, so that nothing comes from what the page keeps. */
const SEARCHES = ["座椅", "开裂", "划伤", "漏装", "包装", "锈", "色差"];

test(`a register of ${CASES} cases`, async () => {
  if (!existsSync(FOLDER)) {
    mkdirSync(join(FOLDER, ".."), { recursive: true });
    const args = ["sample", "--data", FOLDER, "--cases", CASES, "--full", "100"];
    execFileSync(KESU, args, { env: { ...process.env, KESU_PASSWORD: SECRET }, stdio: "inherit" });
  }
  const served = await serveThere(FOLDER);
  const browser = await launch();
  try {
    const page = await pageOf(browser);
    const hands = new Hands(page, served.url);
    await hands.become("qe", "qe", SECRET);
    await hands.go("/cases");
    await page.locator(".register-table tbody tr[data-case]").first().waitFor();
    await hands.settled();
    process.stdout.write("\n| figure | min | median | max | | times |\n| --- | --- | --- | --- | --- | --- |\n");
    print("a view, press to painted rows", "ms", await views(page));
    print("a search, last key to painted rows (40 ms of it is the pause)", "ms", await searches(page));
    const blank = await scrolls(page);
    print("a scroll, until every row in sight is drawn", "ms", blank.times);
    process.stdout.write(`| rows not drawn where a scroll rests | ${blank.blank} of ${blank.looked} | | | | |\n`);
    expect(blank.blank, "rows in sight that are not drawn").toBe(0);
  } finally {
    await browser.close();
    await served.close();
  }
});

/** Between an event of this kind and the frame in which the answer is on the screen. */
async function timed(page: Page, kind: "click" | "input", act: () => Promise<void>): Promise<number> {
  await page.evaluate(arm, kind);
  await act();
  return page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted);
}

/** In the page: `window.painted` is told when the rows have changed and a frame with them was drawn. */
function arm(kind: string): void {
  const panel = document.querySelector(".register-panel");
  const place = window as unknown as { painted: Promise<number> };
  place.painted = new Promise((done) => {
    let began = 0;
    let asked = false;
    addEventListener(
      kind,
      (event) => {
        began = event.timeStamp;
      },
      { capture: true },
    );
    const look = () => {
      const busy = panel?.getAttribute("aria-busy") === "true";
      if (busy) asked = true;
      if (!asked || busy) return;
      watch.disconnect();
      // After the next frame was handed over.
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
    };
    const watch = new MutationObserver(look);
    if (panel) watch.observe(panel, { attributes: true, attributeFilter: ["aria-busy"] });
  });
}

async function views(page: Page): Promise<number[]> {
  const times: number[] = [];
  const pills = page.locator(".register-views .register-pill");
  for (let n = 0; n < (await pills.count()); n += 1) {
    const pill = pills.nth(n);
    if ((await pill.getAttribute("aria-pressed")) === "true") continue;
    times.push(await timed(page, "click", () => pill.click()));
  }
  await pills.first().click();
  return times;
}

async function searches(page: Page): Promise<number[]> {
  const times: number[] = [];
  const box = page.getByLabel(zh("ui.register.search_label"));
  for (const words of SEARCHES) times.push(await timed(page, "input", () => box.fill(words)));
  await box.fill("");
  await page.locator(`.register-table[aria-rowcount="${Number(CASES) + 1}"]`).waitFor();
  return times;
}

/** Wheel, keys and the bar, through thousands of rows. */
async function scrolls(page: Page): Promise<{ blank: number; looked: number; times: number[] }> {
  const box = page.locator(".register-box");
  const sum = { blank: 0, looked: 0, times: [] as number[] };
  const look = async () => {
    const { blank, rows, after } = await page.evaluate(resting);
    sum.blank += blank;
    sum.looked += rows;
    sum.times.push(after);
  };
  await box.hover();
  for (let n = 0; n < 20; n += 1) {
    await page.mouse.wheel(0, 1_500);
    await look();
  }
  await page.locator(".register-table").focus();
  for (const key of ["PageDown", "PageDown", "End", "End", "Home", "End", "PageUp"]) {
    await page.keyboard.press(key);
    await look();
  }
  for (const share of [0.5, 1, 1, 0, 0.25, 1, 0.5]) {
    await box.evaluate((element, to) => element.scrollTo({ top: to * element.scrollHeight }), share);
    await look();
  }
  return sum;
}

/** In the page: places in sight on which no row lies, looked at in each frame until there is none, for half a second. */
function resting(): Promise<{ blank: number; rows: number; after: number }> {
  const began = performance.now();
  const look = () => {
    const box = document.querySelector(".register-box");
    if (!box) return { blank: 1, rows: 1 };
    const { left, top, width } = box.getBoundingClientRect();
    const head = box.querySelector("thead")?.getBoundingClientRect().height ?? 0;
    let [blank, rows] = [0, 0];
    for (let y = top + head + 16; y < top + box.clientHeight - 16; y += 32) {
      rows += 1;
      if (!document.elementFromPoint(left + width / 2, y)?.closest("tr[data-case]")) blank += 1;
    }
    return { blank, rows };
  };
  return new Promise((done) => {
    const frame = () => {
      const { blank, rows } = look();
      const after = performance.now() - began;
      if (blank === 0 || after > 500) done({ blank, rows, after });
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(() => requestAnimationFrame(frame));
  });
}
