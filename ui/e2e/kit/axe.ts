/** axe-core over a page as it stands: what a screen reader, or somebody who sees badly, would stumble over. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { ROOT } from "./program";

const AXE = readFileSync(join(ROOT, "ui/node_modules/axe-core/axe.min.js"), "utf8");

interface Found {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What moves has come to rest: half-transparent text has no contrast yet. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ends = (one: Animation) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime));
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(ends)
        .map((one) => one.finished),
    );
  });
}

/** Every violation, one a line: which rule, where, what to do. Put in by the debugger, so the page keeps its strict CSP. */
export async function violations(page: Page, rules: "all" | "colours" = "all"): Promise<string[]> {
  await atRest(page);
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(AXE);
  const only =
    rules === "all" ? "{}" : '{ runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } }';
  const found = (await page.evaluate(`axe.run(document, ${only}).then((result) => result.violations)`)) as Found[];
  return found.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 300)} — ${node.failureSummary.replace(/\s+/g, " ")}`),
  );
}
