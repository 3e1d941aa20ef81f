/** The program under test: a data folder of its own, and a server in front of it. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

export const ROOT = resolve(import.meta.dirname, "../../..");
/** Where cargo leaves what it builds. */
export const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
export const KESU = process.env.KESU_BIN ?? join(TARGET, "debug/kesu");
const run = promisify(execFile);

/** The password of an account in stories; `house.rs` says the same. */
export const password = (login: string) => `kesu-${login}-2026`;

/** Runs a verb of the terminal. */
export async function kesu(login: string, args: string[]): Promise<string> {
  const env = { ...process.env, KESU_PASSWORD: password(login) };
  return (await run(KESU, args, { env, maxBuffer: 64 * 1024 * 1024 })).stdout;
}

export interface Served {
  dir: string;
  url: string;
  /** Stops the server as a crash would; the folder stays. */
  kill(): Promise<void>;
  /** Starts it again at the same address. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A folder with nobody but its administrator, served. */
export async function serve(org: string): Promise<Served> {
  const temp = mkdtempSync(join(tmpdir(), "kesu-e2e-"));
  const dir = join(temp, "data");
  await kesu("admin", ["init", "--data", dir, "--org", org, "--admin", "admin"]);
  return serveFolder(dir, temp);
}

/** A sample folder of so many cases, served. */
export async function serveSample(cases: number, full: number): Promise<Served> {
  const temp = mkdtempSync(join(tmpdir(), "kesu-e2e-"));
  const dir = join(temp, "data");
  await run(KESU, ["sample", "--data", dir, "--cases", String(cases), "--full", String(full)], {
    env: { ...process.env, KESU_PASSWORD: SAMPLE_PASSWORD },
  });
  return serveFolder(dir, temp);
}

/** A folder that is not there yet: the first run. */
export async function serveNothing(): Promise<Served> {
  const temp = mkdtempSync(join(tmpdir(), "kesu-e2e-"));
  return serveFolder(join(temp, "data"), temp);
}

/** A folder that is there, and stays. */
export function serveThere(dir: string): Promise<Served> {
  return serveFolder(dir, null);
}

/** All accounts of a sample have this one. */
export const SAMPLE_PASSWORD = "kesu-sample-2026";

async function serveFolder(dir: string, temp: string | null): Promise<Served> {
  let child = await start(dir, "127.0.0.1:0");
  const url = child.url;
  const served: Served = {
    dir,
    url,
    kill: () => stop(child.process, "SIGKILL"),
    restart: async () => {
      child = await start(dir, new URL(url).host);
    },
    close: async () => {
      await stop(child.process, "SIGTERM");
      if (temp !== null) rmSync(temp, { recursive: true, force: true });
    },
  };
  return served;
}

/** Starts the server and reads its address off its first line. */
function start(dir: string, listen: string): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(KESU, ["serve", "--data", dir, "--listen", listen], { stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((done, failed) => {
    let said = "";
    const read = (piece: Buffer) => {
      said += piece.toString();
      const url = /http:\/\/[0-9.:]+/.exec(said)?.[0];
      if (url) done({ process: child, url });
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.on("exit", (code) => failed(new Error(`kesu serve ended with ${code}: ${said}`)));
  });
}

function stop(child: ChildProcess, how: "SIGTERM" | "SIGKILL"): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.once("exit", () => done());
    child.kill(how);
  });
}
