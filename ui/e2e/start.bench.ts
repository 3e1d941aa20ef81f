/** What the window takes to start, and what all its processes hold of the memory once somebody can sign in. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { print } from "./kit/figures";
import { houseOf } from "./kit/house";
import type { Story } from "./kit/story";
import { DESKTOP, openWindow } from "./kit/window";

const RUNS = Number(process.env.KESU_BENCH_RUNS ?? 7);

/** A folder with one account: the window begins at the sign-in. */
const HOUSE: Story = {
  title: "",
  procedure: "P-KS",
  org: "俊德户外设施厂",
  account: [],
  customer: [],
  register: { who: "admin", fill: {} },
  step: [],
  row: {},
};

test("start and memory", async () => {
  const house = await houseOf(HOUSE);
  await house.kill();
  const place = mkdtempSync(join(tmpdir(), "kesu-bench-"));
  const began = join(place, "began");
  // Writes down when the program is executed, and becomes it.
  const binary = join(place, "kesu-desktop");
  writeFileSync(binary, `#!/bin/sh\ndate +%s%N > '${began}'\nexec '${DESKTOP}' "$@"\n`);
  chmodSync(binary, 0o755);
  const usable: number[] = [];
  const whole: number[] = [];
  const parts = new Map<string, number[]>();
  try {
    for (let run = 0; run < RUNS; run += 1) {
      const window = await openWindow({ binary, data: house.dir });
      try {
        await window.see(".session-form input[name=login]:focus");
        // Nothing is drawn before the form: its first paint is the first of the page.
        const painted = await window.read(paintedAt);
        usable.push(painted - Number(readFileSync(began, "utf8")) / 1e6);
        const processes = window.processes();
        whole.push(processes.reduce((sum, one) => sum + one.pss, 0) / 1024);
        for (const { name, pss } of processes) parts.set(name, [...(parts.get(name) ?? []), pss / 1024]);
      } finally {
        await window.close();
      }
    }
  } finally {
    await house.close();
    rmSync(place, { recursive: true, force: true });
  }
  process.stdout.write("\n| figure | min | median | max | | runs |\n| --- | --- | --- | --- | --- | --- |\n");
  print("start to the sign-in, painted", "ms", usable);
  print("memory of all processes (PSS)", "MiB", whole);
  for (const [name, values] of parts) print(`of it ${name}`, "MiB", values);
  expect(usable).toHaveLength(RUNS);
});

/** In the page: when it was first painted, in milliseconds since 1970. */
function paintedAt(): number {
  const first = performance.getEntriesByName("first-contentful-paint")[0];
  return performance.timeOrigin + (first?.startTime ?? Number.NaN);
}
