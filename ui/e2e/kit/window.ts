/**
 * The real desktop program, driven through WebKit's own driver. Each has a screen of its own, its own session bus, its own
 * data folder and its own settings, so that nothing is left over and nothing is shared.
 *
 * Dialogs of the system cannot be driven: what the next one answers is written down with `picks`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, By, Capabilities, error, type WebDriver, type WebElement } from "selenium-webdriver";
import { type Display, display } from "./display";
import { type Process, processesOf } from "./processes";
import { TARGET } from "./program";

/** The program as `cargo build -p kesu-desktop` leaves it. */
export const DESKTOP = process.env.KESU_DESKTOP ?? join(TARGET, "debug/kesu-desktop");

/** So long anything may take before the run is given up. */
const PATIENCE = 30_000;

/** A place on the page: of what fits the selector and begins with these words, what fits the next one. */
export type Place = (string | [css: string, words: string])[];

/** What the shell answers, as it resolves or rejects. */
export type Answer = { done: unknown } | { refused: Record<string, unknown> };

export interface Opened {
  binary?: string;
  /** The data folder; else a place where there is none yet. */
  data?: string;
  env?: Record<string, string>;
}

export async function openWindow({ binary = DESKTOP, data, env = {} }: Opened = {}): Promise<Window> {
  const home = mkdtempSync(join(tmpdir(), "kesu-e2e-"));
  const places = { home, data: data ?? join(home, "data"), out: join(home, "out"), answers: join(home, "answers") };
  mkdirSync(places.out);
  const screen = await display();
  const port = await freePort();
  const driving = spawn("dbus-run-session", ["--", "WebKitWebDriver", `--port=${port}`], {
    // A group of its own, so that all of it ends together.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      DISPLAY: screen.name,
      TAURI_WEBVIEW_AUTOMATION: "true",
      KESU_DATA: places.data,
      KESU_E2E_PICK: places.answers,
      // Set, so that the program leaves it alone: without shared buffers WebKitGTK never answers for a screenshot.
      WEBKIT_DISABLE_DMABUF_RENDERER: "0",
      // No reader of screens is there to be told of everything.
      NO_AT_BRIDGE: "1",
      XDG_CACHE_HOME: join(home, "cache"),
      XDG_CONFIG_HOME: join(home, "config"),
      XDG_DATA_HOME: join(home, "share"),
      ...env,
    },
  });
  let said = "";
  driving.stderr?.on("data", (piece: Buffer) => {
    said += piece;
  });
  const stop = async () => {
    if (driving.pid !== undefined && driving.exitCode === null && driving.signalCode === null) {
      const ended = once(driving, "exit");
      process.kill(-driving.pid, "SIGTERM");
      await ended;
    }
    await screen.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await answering(port);
    const wanted = new Capabilities();
    wanted.setBrowserName("wry");
    wanted.set("webkitgtk:browserOptions", { binary, args: [] });
    const building = new Builder().usingServer(`http://127.0.0.1:${port}/`).withCapabilities(wanted).build();
    const driver = await within(building, "the program opens no window");
    await driver.manage().setTimeouts({ script: PATIENCE, pageLoad: PATIENCE, implicit: 0 });
    return new Window(driver, places, screen, driving.pid ?? 0, stop);
  } catch (cause) {
    await stop();
    throw new Error(`no window; its driver said: ${said}`, { cause });
  }
}

export class Window {
  constructor(
    readonly driver: WebDriver,
    readonly places: { home: string; data: string; out: string; answers: string },
    private readonly screen: Display,
    private readonly session: number,
    private readonly stop: () => Promise<void>,
  ) {}

  /** What the next dialogs answer; none is a dialog that is cancelled. */
  picks(...paths: string[]): void {
    writeFileSync(this.places.answers, paths.join("\n"));
  }

  /** Asks the shell itself, as the form set does. */
  invoke(command: string, args: unknown = null, options: unknown = null): Promise<Answer> {
    return this.driver.executeAsyncScript<Answer>(asked, command, args, options);
  }

  /** What is seen, once it is there and lies still. */
  see(...place: Place): Promise<WebElement> {
    return this.found(place, false);
  }

  /** Presses it, once nothing lies over it and it may be pressed. */
  async press(...place: Place): Promise<WebElement> {
    for (;;) {
      const there = await this.found(place, true);
      try {
        await there.click();
        return there;
      } catch (cause) {
        // Drawn anew between the look and the press: a hand presses what is there now.
        if (!(cause instanceof error.StaleElementReferenceError)) throw cause;
      }
    }
  }

  /** Types into a box. */
  async type(css: string, text: string): Promise<void> {
    await (await this.press(css)).sendKeys(text);
  }

  /** Keys held together, to whatever has the focus. They are let go at the end: the sign that says so would be typed here. */
  async keys(...keys: string[]): Promise<void> {
    await (await this.driver.switchTo().activeElement()).sendKeys(...keys);
  }

  /** A field of a form: its choices stand side by side or drop down, where it is found by what is typed. */
  async choose(path: string, choice: string): Promise<void> {
    const field = `[data-path="${path}"]`;
    await this.see(field);
    if ((await this.driver.findElements(By.css(`${field} [role=radio], ${field} .ant-segmented`))).length > 0) {
      await this.press([`${field} button[role=radio], ${field} .ant-segmented-item-label`, choice]);
      return;
    }
    await this.press(`${field} .ant-select`);
    await (await this.see(`${field} .ant-select input`)).sendKeys(choice);
    await this.press([".ant-select-dropdown .ant-select-item-option", choice]);
  }

  /** Reads something off the page. */
  read<T>(script: (...args: never[]) => T, ...args: unknown[]): Promise<T> {
    return this.driver.executeScript<T>(script, ...args);
  }

  /** What the page has to say: for a failure. */
  async shown(): Promise<string> {
    return this.read(() => document.body.textContent.replaceAll(/\s+/g, " ").slice(0, 2_000));
  }

  async shot(path: string): Promise<void> {
    writeFileSync(path, await within(this.driver.takeScreenshot(), "no picture"), "base64");
  }

  /** The program and what it has started; its driver and the bus are none of it. */
  processes(): Process[] {
    return processesOf(this.session).filter((one) => /kesu|WebKit.*Process/.test(one.name));
  }

  /** Presses the cross of the window, and waits until the program is gone. */
  async cross(title: string): Promise<void> {
    await this.screen.cross(title);
    const until = Date.now() + PATIENCE;
    while (this.processes().some((one) => one.name.startsWith("kesu"))) {
      if (Date.now() > until) throw new Error("the program does not end with its window");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async close(): Promise<void> {
    // A window that was closed by its cross is gone already.
    await within(this.driver.quit(), "the window does not close").catch(() => {});
    await this.stop();
  }

  private async found(place: Place, toPress: boolean): Promise<WebElement> {
    try {
      return await this.driver.executeAsyncScript<WebElement>(sought, place, toPress);
    } catch (cause) {
      throw new Error(`not seen: ${JSON.stringify(place)}; but: ${await this.shown()}`, { cause });
    }
  }
}

/** In the page: resolves with `{ done }` or `{ refused }`. */
function asked(
  command: string,
  args: { bytes?: number[] } | null,
  options: unknown,
  answer: (answer: Answer) => void,
): void {
  const shell = (window as unknown as { __TAURI_INTERNALS__: { invoke(...args: unknown[]): Promise<unknown> } })
    .__TAURI_INTERNALS__;
  const raw = args?.bytes ? new Uint8Array(args.bytes) : (args ?? {});
  shell.invoke(command, raw, options ?? undefined).then(
    (done) => answer({ done }),
    (refused) => answer({ refused }),
  );
}

/** In the page: the first one that is shown and lies where it lay a frame before. */
function sought(place: Place, toPress: boolean, answer: (found: Element) => void): void {
  let lay = "";
  const look = () => {
    const [found] = place.reduce<ParentNode[]>((all, step) => all.flatMap((one) => of(one, step)), [document]);
    if (found instanceof Element && isStill(found)) return answer(found);
    requestAnimationFrame(look);
  };
  const of = (whole: ParentNode, step: string | [string, string]) => {
    const [css, words] = typeof step === "string" ? [step, ""] : step;
    return [...whole.querySelectorAll(css)].filter(
      // A dialog that is on its way is there, and not seen yet.
      (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && begins(one, words),
    );
  };
  const begins = (one: Element, words: string) => one.textContent?.trim().startsWith(words);
  const isStill = (found: Element) => {
    if (toPress) found.scrollIntoView({ block: "nearest", inline: "nearest" });
    const { x, y, width, height } = found.getBoundingClientRect();
    const lies = [x, y, width, height].join();
    const same = lies === lay;
    lay = lies;
    if (!same || !toPress) return same;
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return found.contains(top) && !found.matches(":disabled");
  };
  look();
}

function within<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what} within ${PATIENCE} ms`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function freePort(): Promise<number> {
  return new Promise((resolve, fail) => {
    const server = createServer().on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function answering(port: number): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/status`)).ok) return;
    } catch {
      // Not yet.
    }
    if (Date.now() > until) throw new Error(`WebKitWebDriver does not answer within ${PATIENCE} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
