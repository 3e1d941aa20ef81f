/** A browser as the plant has it: Chinese, its clock in China unless a test says otherwise. */
import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);

export async function launch(): Promise<Browser> {
  const path = process.env.KESU_CHROMIUM ?? CHROMIUM;
  if (!path) throw new Error("no Chromium: Debian has it in `chromium`; or name one in KESU_CHROMIUM");
  return chromium.launch({ executablePath: path, args: ["--no-sandbox"] });
}

export async function pageOf(browser: Browser, more: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    ...more,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** What went wrong in the page itself; a test that passes has none. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  return faults;
}
