// The real desktop program, driven through WebKit's own driver. One session per driver; each has its own display where
// there is none, its own session bus, its own data folder and its own settings, so that nothing is left over and nothing is shared.
//
// Dialogs of the system cannot be driven: what the next one answers is written down with `picks`.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const { Builder, Capabilities } = createRequire(join(root, "ui", "package.json"))("selenium-webdriver");

/** The program as `cargo build -p kesu-desktop` leaves it. */
export const BINARY = process.env.KESU_DESKTOP ?? join(root, "target", "debug", "kesu-desktop");

/** So long anything may take before the run is given up. */
const PATIENCE = 30_000;

/**
 * Opens the program. `env` is added to its environment.
 * Gives the driver, the folders of this run, `picks` and `close`.
 */
export async function open({ binary = BINARY, env = {} } = {}) {
  const home = mkdtempSync(join(tmpdir(), "kesu-e2e-"));
  const answers = join(home, "answers");
  const places = { data: join(home, "data"), home, out: join(home, "out") };
  mkdirSync(places.out);
  const port = await freePort();
  const command = ["dbus-run-session", "--", "WebKitWebDriver", `--port=${port}`];
  if (!process.env.DISPLAY) {
    command.unshift("xvfb-run", "--auto-servernum", "--server-args=-screen 0 1440x900x24");
  }
  const driving = spawn(command[0], command.slice(1), {
    // A group of its own, so that all of it ends together.
    detached: true,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      TAURI_WEBVIEW_AUTOMATION: "true",
      KESU_DATA: places.data,
      KESU_E2E_PICK: answers,
      // Set, so that the program leaves it alone: without shared buffers WebKitGTK never answers for a screenshot.
      WEBKIT_DISABLE_DMABUF_RENDERER: "0",
      XDG_CACHE_HOME: join(home, "cache"),
      XDG_CONFIG_HOME: join(home, "config"),
      XDG_DATA_HOME: join(home, "share"),
      ...env,
    },
  });
  const stop = async () => {
    const ended = new Promise((resolve) => driving.once("exit", resolve));
    try {
      process.kill(-driving.pid, "SIGTERM");
      await ended;
    } catch {
      // It has ended already.
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await answering(port);
    const wanted = new Capabilities();
    wanted.setBrowserName("wry");
    wanted.set("webkitgtk:browserOptions", { binary, args: [] });
    const driver = await within(
      new Builder().usingServer(`http://127.0.0.1:${port}/`).withCapabilities(wanted).build(),
      "the program opens no window",
    );
    await driver.manage().setTimeouts({ script: PATIENCE, pageLoad: PATIENCE, implicit: 0 });
    return {
      driver,
      places,
      /** What the next dialogs answer; none is a dialog that is cancelled. */
      picks: (...paths) => writeFileSync(answers, paths.join("\n")),
      /** Asks the shell itself, as the form set does. */
      invoke: (command, args, options) => invoke(driver, command, args, options),
      /** Writes a picture of the page. */
      shot: async (path) => writeFileSync(path, await within(driver.takeScreenshot(), "no picture"), "base64"),
      close: async () => {
        await within(driver.quit(), "the window does not close").catch(() => {});
        await stop();
      },
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** Resolves with `{ done }` or `{ refused }`. */
function invoke(driver, command, args, options) {
  const ask = (command, args, options, answer) => {
    const raw = args && args.bytes ? new Uint8Array(args.bytes) : args;
    window.__TAURI_INTERNALS__.invoke(command, raw ?? {}, options ?? undefined).then(
      (done) => answer({ done }),
      (refused) => answer({ refused }),
    );
  };
  return driver.executeAsyncScript(ask, command, args ?? null, options ?? null);
}

function within(promise, what) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what} within ${PATIENCE} ms`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function freePort() {
  return new Promise((resolve, fail) => {
    const server = createServer().on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answering(port) {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      const status = await fetch(`http://127.0.0.1:${port}/status`);
      if (status.ok) return;
    } catch {
      // Not yet.
    }
    if (Date.now() > until) throw new Error(`WebKitWebDriver does not answer within ${PATIENCE} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
