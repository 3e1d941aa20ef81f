/** A whole complaint by keyboard alone: from the sign-in to the archive no pointer is touched (ux.md, A2). */
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Procedure } from "../src/types.gen";
import { faultsOf, launch, pageOf } from "./kit/browser";
import { houseOf } from "./kit/house";
import { choiceOf, Keyboard } from "./kit/keys";
import { password, ROOT } from "./kit/program";
import { type Said, story } from "./kit/story";
import { zh } from "./kit/words";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Stops of Tab from the first field of the intake to the last one that the procedure asks for. */
const STOPS_OF_INTAKE = 24;

test("the simple track to the archive, by keyboard alone", async () => {
  const told = story("p-ks-simple");
  const house = await houseOf(told);
  const page = await pageOf(browser);
  const faults = faultsOf(page);
  // Whoever calls these moves a pointer.
  const pointer = ["click", "dblclick", "down", "move", "up", "wheel"] as const;
  for (const name of pointer) {
    page.mouse[name] = () => {
      throw new Error("no mouse in this test");
    };
  }
  const keys = new Keyboard(page, (field, said) =>
    field.is === "customer" ? (told.customer.find((one) => one.code === said)?.zh ?? "") : choiceOf(field, said),
  );
  const view = (login: string, number: string) => house.call(login, "case_get", { case: null, number });
  const state = (login: string, number: string, task: string) => async () =>
    (await view(login, number)).tasks.find((one) => one.row.task === task)?.row.state;

  let rules: Procedure;
  const rail = page.getByRole("navigation", { name: zh("ui.shell.rail") });
  const signIn = async (login: string) => {
    const form = page.locator(".session-form");
    await form.waitFor();
    await expect.poll(() => keys.focus()).toMatchObject({ tag: "input" });
    if ((await keys.focus()).role !== "password") {
      await keys.type(login);
      await keys.to((here) => here.role === "password", "the password", 2);
    }
    await keys.type(password(login));
    await keys.press("Enter");
    await form.waitFor({ state: "hidden" });
    await rail.waitFor();
  };
  let who = "sales";
  const switchTo = async (login: string) => {
    if (login === who) return;
    who = login;
    await keys.press("Control+k");
    await page.locator(".palette").waitFor();
    await keys.type(zh("ui.shell.switch"));
    await page
      .locator(".palette [aria-selected=true]")
      .filter({ hasText: zh("ui.shell.switch") })
      .waitFor();
    await keys.press("Enter");
    await signIn(login);
  };
  /** Into the form of a task: F6 goes from pane to pane, and of several tasks at hand the first stops choose. */
  const intoForm = async (task: string, path: string) => {
    await page.locator(".case-middle .task").waitFor();
    const inMiddle = () => page.evaluate(() => document.activeElement?.closest("[data-pane=middle]") !== null);
    for (let n = 0; n < 4 && !(await inMiddle()); n += 1) await keys.press("F6");
    expect(await inMiddle(), "F6 comes to the form").toBe(true);
    const field = page.locator(`.task [data-path="${path}"]`);
    if ((await field.count()) === 0) {
      const name = rules.stage.flatMap((stage) => stage.task).find((one) => one.id === task)?.name.zh;
      await keys.to((here) => here.role === "tab" && here.name === name, `the task ${name}`, 5);
      await keys.press("Enter");
    }
    await field.waitFor();
  };
  /** A place is picked from those of the procedure, then counted. */
  const places = async ({ place, checked }: { place: string; checked: number }) => {
    const word = rules.list
      .find((one) => one.of === "containment.places.place")
      ?.items.find((one) => one.code === place)?.zh;
    await keys.to((here) => here.name === zh("ui.task.places.add"), "the button that adds a place");
    await keys.press("Enter");
    await expect.poll(() => keys.focus()).toMatchObject({ role: "menuitem" });
    await keys.until(word ?? "", "ArrowDown");
    await keys.press("Enter");
    const count = `${word} ${zh("section.containment.places.checked")}`;
    await page.getByLabel(count, { exact: true }).waitFor();
    await keys.to((here) => here.name === count, count);
    await keys.type(String(checked));
  };

  try {
    await page.goto(house.url);
    await signIn("sales");
    await page.getByRole("heading", { level: 1 }).waitFor();

    await keys.press("Alt+n");
    await page.locator(".intake").waitFor();
    await expect
      .poll(() => keys.focus(), { message: "the first field has the focus" })
      .toMatchObject({
        path: "complaint.customer",
      });
    const before = { strokes: keys.strokes, stops: keys.stops };
    await keys.fill("complaint", told.register.fill);
    const intake = { strokes: keys.strokes - before.strokes, stops: keys.stops - before.stops };
    await keys.press("Control+Enter");
    const read = page.locator(".readout-number");
    await read.waitFor();
    const number = (await read.textContent()) ?? "";
    await keys.press("Alt+o");
    await page.locator(".case").waitFor();
    const { head } = await view("sales", number);
    rules = (await house.call("sales", "procedure_get", { procedure: head.procedure })).procedure;

    for (const step of told.step) {
      await switchTo(step.who);
      const fill = Object.entries(step.fill ?? {}) as [string, Record<string, Said>][];
      const before = await state(step.who, number, step.task ?? "")();
      expect(before, step.task).toBe("open");
      for (const [target, said] of fill) {
        await intoForm(step.task ?? "", `${target}.${Object.keys(said)[0]}`);
        if (said.places) await places((said.places as never[])[0] as never);
        else await keys.fill(target, said);
      }
      await keys.press("Control+Enter");
      await expect.poll(state(step.who, number, step.task ?? ""), { timeout: 15_000, message: step.task }).toBe("done");
    }

    const end = await view("sales", number);
    expect({ stage: end.head.stage, state: end.head.state }).toEqual({ stage: "archive", state: "archived" });
    expect(faults).toEqual([]);
    expect(intake.stops, "Tab stops of the intake").toBeLessThanOrEqual(STOPS_OF_INTAKE);
    process.stdout.write(
      `intake: ${intake.stops} stops of Tab, ${intake.strokes} keys; the whole: ${keys.strokes} keys\n`,
    );
  } catch (cause) {
    await page.screenshot({ path: join(ROOT, "target/tmp/keyboard.png") }).catch(() => {});
    throw cause;
  } finally {
    await page.context().close();
    await house.close();
  }
});
