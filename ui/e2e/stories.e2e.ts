/** The stories of tests/scenarios by mouse and keyboard: the register afterwards is the one that the terminal made. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RegisterLine } from "../src/types.gen";
import { faultsOf, launch, pageOf } from "./kit/browser";
import { houseOf } from "./kit/house";
import { Play } from "./kit/play";
import { TARGET } from "./kit/program";
import { story } from "./kit/story";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Moments differ from run to run; that there is one does not. */
function still(lines: RegisterLine[]): Record<string, unknown>[] {
  const moment = /^(received|received_on|registered|next_due|customer_due|settled_at|closed_at|archived_at)$/;
  return lines.map((line) =>
    Object.fromEntries(Object.entries(line).map(([name, value]) => [name, moment.test(name) ? value !== null : value])),
  );
}

/** What the terminal left behind (tests/tests/whole/stories.rs). */
function ofTerminal(name: string): RegisterLine[] {
  return JSON.parse(readFileSync(join(TARGET, `tmp/register-${name}.json`), "utf8"));
}

const STORIES = (
  process.env.KESU_STORY ?? "p-ks-simple,p-ks-one-account,p-ks-capa,p-ks-8d,p-5s,p-re-leak,p-pc-untrue"
).split(",");

test.each(STORIES)("%s", async (name) => {
  const told = story(name);
  const house = await houseOf(told);
  const page = await pageOf(browser);
  const faults = faultsOf(page);
  try {
    const play = new Play(page, house, told);
    await play.whole();
    const register = await house.call(told.register.who, "register_list", {
      search: "",
      limit: 50,
      overdue: false,
    } as never);
    expect(still(register.rows)).toEqual(still(ofTerminal(name)));
    expect(faults).toEqual([]);
  } catch (cause) {
    await page.screenshot({ path: join(TARGET, `tmp/story-${name}.png`) }).catch(() => {});
    throw cause;
  } finally {
    await page.context().close();
    await house.close();
  }
});
