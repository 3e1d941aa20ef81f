/** Plays a story in the browser as its people would: each signs in, opens what waits, types, signs, prints. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { isTold } from "../../src/data/told";
import { choicesOf } from "../../src/fields/tree";
import { RECORDS } from "../../src/fields.gen";
import type { CaseView, Procedure, Task, TaskKey, TaskView } from "../../src/types.gen";
import { Filler, Meaning } from "./fill";
import { Hands } from "./hands";
import type { House } from "./house";
import { password } from "./program";
import { day, type Fill, type Form, type Said, type Step, type Story, type Then } from "./story";
import { zh } from "./words";

export class Play {
  readonly hands: Hands;
  private readonly meaning: Meaning;
  private case = 0;
  private number = "";
  private code = "";
  private procedure: Procedure | undefined;
  /** The case before the step. */
  private now: CaseView | undefined;

  constructor(
    readonly page: Page,
    readonly house: House,
    readonly story: Story,
  ) {
    this.meaning = new Meaning(story);
    this.hands = new Hands(page, house.url);
  }

  /** From the sign-in to the last step. */
  async whole(): Promise<void> {
    await this.register();
    for (const [n, step] of this.story.step.entries()) {
      try {
        await this.step(step);
      } catch (cause) {
        const name = `${n + 1} ${step.who} ${step.how ?? "do"} ${step.task ?? ""}: ${step.say ?? ""}`;
        throw new Error(`step ${name}\n${cause instanceof Error ? cause.message : cause}`, { cause });
      }
    }
  }

  /** The case as somebody sees it, asked behind the page: what the story expects to be seen. */
  async view(login: string): Promise<CaseView> {
    return this.house.call(login, "case_get", { case: this.case, number: null });
  }

  async register(): Promise<void> {
    const { who, fill, then } = this.story.register;
    const kept = (await this.house.call(who, "procedure_list", {})).procedures;
    const id = kept.findLast((one) => one.number === this.story.procedure)?.id ?? 0;
    this.procedure = (await this.house.call(who, "procedure_get", { procedure: id })).procedure;
    await this.hands.become(who, this.person(who));
    await this.hands.go("/cases/new");
    const form = this.page.getByRole("region", { name: zh("ui.intake.title") });
    await form.waitFor();
    await this.choose(form);
    const more = this.page.getByText(zh("ui.intake.more"), { exact: true });
    await more.click();
    await this.filler(form).fill("complaint", fill);
    await this.page.keyboard.press("Control+Enter");
    const dialog = this.page.getByRole("dialog");
    const number = dialog.getByText(/^[A-Z]+-\d{4}-\d{4}$/).first();
    await number.waitFor();
    this.number = (await number.textContent()) ?? "";
    await dialog.getByRole("button", { name: zh("ui.intake.open") }).click();
    await this.page.getByRole("heading", { level: 1 }).waitFor();
    const found = await this.house.call(who, "case_get", { case: null, number: this.number });
    this.case = found.case;
    await this.see(who, then ?? {});
  }

  /** Where several procedures are in force, the page asks which one. */
  private async choose(form: Locator): Promise<void> {
    const which = form.getByRole("combobox", { name: zh("ui.intake.procedure") });
    if ((await which.count()) === 0) return;
    await which.click();
    const name = `${this.procedure?.title.zh}　${this.story.procedure}`;
    await this.page
      .locator(".ant-select-dropdown:visible .ant-select-item-option")
      .filter({ hasText: name })
      .first()
      .click();
  }

  private person(login: string): string {
    return this.meaning.person(login);
  }

  async step(step: Step): Promise<void> {
    await this.hands.become(step.who, this.person(step.who));
    for (const name of step.attach ?? []) await this.attach(name);
    const before = await this.view(step.who);
    this.now = before;
    await this.does(step, before);
    if (step.refused) {
      const after = await this.view(step.who);
      expect([after.head.stage, after.head.round], "a refusal moves nothing").toEqual([
        before.head.stage,
        before.head.round,
      ]);
    }
    await this.see(step.who, step.then ?? {});
  }

  private async does(step: Step, view: CaseView): Promise<void> {
    switch (step.how ?? "do") {
      case "issue":
        if (step.form) await this.issue(step.form, step.refused !== undefined);
        return;
      case "reopen":
        return this.reopen(step);
      case "excuse":
        return this.way(step, view, "excuse");
      case "not_needed":
        return this.way(step, view, "not_needed");
      case "reported":
        return this.way(step, view, "reported");
      case "save":
      case "unsigned":
        return this.save(step, view);
      case "do":
        if (step.behalf) return this.way(step, view, "behalf");
        if (step.paper) return this.onPaper(step, view);
        return this.do(step, view);
    }
  }

  private task(name: string): Task {
    const all = this.procedure?.stage.flatMap((stage) => stage.task) ?? [];
    const found = all.find((task) => task.id === name);
    if (!found) throw new Error(`no task ${name}`);
    return found;
  }

  /** The latest row of the task that the step means. */
  private row(step: Step, view: CaseView): TaskView | undefined {
    const slot = this.slot(step, view);
    const rows = view.tasks.filter((one) => one.row.task === step.task && one.row.slot === slot);
    return rows.sort((a, b) => a.row.round - b.row.round).at(-1);
  }

  /** A line by its number, a department by its code, a member by who they are. */
  private slot(step: Step, view: CaseView): string {
    if (step.slot === undefined) return "";
    if (typeof step.slot !== "string") return String(step.slot);
    if (step.slot.startsWith("told:")) return step.slot;
    const department = this.house.departments.get(step.slot);
    if (department !== undefined) return String(department);
    const team = view.sections.find((one) => one.counts && one.row.kind === "team");
    const account = this.house.accounts.get(step.slot);
    const name = this.person(step.slot);
    const members = (team?.row.body as { members?: { id: number; who: { account?: number; name?: string } | null }[] })
      ?.members;
    const member = members?.find((one) => one.who?.account === account || one.who?.name === name);
    return String(member?.id ?? "");
  }

  /** Opens the form of a task. */
  private async open(step: Step, view: CaseView): Promise<Locator> {
    await this.hands.go(`/cases/${this.case}?task=${step.task},${encodeURIComponent(this.slot(step, view))}`);
    const form = this.page.locator(".task");
    await form.or(this.page.locator(".case-waiting, .case-read")).first().waitFor();
    return form;
  }

  private async do(step: Step, view: CaseView): Promise<void> {
    const task = this.task(step.task ?? "");
    const row = this.row(step, view);
    if (step.refused) return this.refused(step, view, task);
    if (task.does === "approve")
      return this.approve(step, row?.row ?? { task: task.id, slot: "", round: view.head.round });
    const form = await this.open(step, view);
    await this.fill(form, step.fill ?? {});
    await this.hands.settled();
    await this.page.keyboard.press("Control+Enter");
    if (task.signs) await this.sign(step.who);
    await this.over(step, row?.row);
  }

  /** The page has heard that it is done: the row is over. */
  private async over(step: Step, key: TaskKey | undefined): Promise<void> {
    await expect
      .poll(
        async () => {
          const rows = (await this.view(step.who)).tasks;
          const row = rows.find(
            (one) => one.row.task === key?.task && one.row.slot === key?.slot && one.row.round === key?.round,
          );
          return row?.void ? "void and open" : (row?.row.state ?? "gone");
        },
        { timeout: 15_000, message: await this.hands.said() },
      )
      .not.toMatch(/open|waiting/);
  }

  private async sign(login: string): Promise<void> {
    const box = this.page.getByRole("group", { name: zh("ui.task.sign.box") }).last();
    await box.waitFor();
    await box.locator("input[type=password]").fill(password(login));
    await this.page.keyboard.press("Enter");
  }

  /** Everything that is to be typed, on whichever sheet of the form it stands. */
  private async fill(form: Locator, fill: Fill): Promise<void> {
    for (const [target, said] of Object.entries(fill)) {
      for (const [name, value] of Object.entries(said)) {
        await this.hands.sheet(form, target, name);
        await this.filler(form).fill(target, { [name]: value });
      }
    }
  }

  private filler(form: Locator): Filler {
    const stands = (path: string) => {
      const [target = "", list = ""] = path.split(".");
      const body = this.now?.sections.find((one) => one.counts && one.row.kind === target)?.row.body;
      return ((body as Record<string, unknown> | undefined)?.[list] as Record<string, Said>[] | undefined) ?? [];
    };
    const coded = (path: string, code: string) => {
      const list = this.procedure?.list.find((one) => one.of === path);
      return list && choicesOf(list).find((one) => one.value === code);
    };
    return new Filler(this.page, this.meaning, form, stands, coded);
  }

  /** What is refused cannot be done here either: the act is not there, or stands blocked with its reasons. */
  private async refused(step: Step, view: CaseView, task: Task): Promise<void> {
    const form = await this.open(step, view);
    // A task that is not at hand is not shown: another one may be, or none.
    if ((await form.getByRole("heading", { name: task.name.zh, exact: true }).count()) === 0) return;
    const writable = await form.locator("input:not([disabled]), textarea:not([disabled])").count();
    if (step.fill && writable > 0) {
      await this.fill(form, step.fill);
      await this.page.keyboard.press("Control+s");
      await this.hands.settled();
    }
    const act = form.getByRole("button", { name: /完成「|完成此任务|签名并完成/ });
    if ((await act.count()) > 0) expect(await act.first().isDisabled(), "the act is blocked").toBe(true);
  }

  /** Saves without handing in; what is over is corrected, with a reason. */
  private async save(step: Step, view: CaseView): Promise<void> {
    const row = this.row(step, view);
    const isOver = row !== undefined && !/open|waiting|ahead/.test(row.row.state);
    if (isOver) return this.correct(step);
    const form = await this.open(step, view);
    await this.fill(form, step.fill ?? {});
    await this.page.keyboard.press("Control+s");
    await this.hands.settled();
  }

  private async correct(step: Step): Promise<void> {
    for (const [target, said] of Object.entries(step.fill ?? {})) {
      await this.hands.go(`/cases/${this.case}`);
      const name = zh(`${target in RECORDS ? "record" : "section"}.${target}`);
      await this.page
        .getByRole("navigation", { name: zh("ui.case.list") })
        .getByRole("button", { name })
        .first()
        .click();
      if (target in RECORDS) {
        await this.goOn(target, said, step);
        continue;
      }
      const correct = this.page.getByRole("button", { name: zh("ui.case.correct") });
      // What may only be read offers no correction.
      await this.page.locator(".case-read").waitFor();
      if (step.refused && (await correct.count()) === 0) continue;
      await correct.click();
      const form = this.page.locator(".case-read");
      for (const [field, value] of Object.entries(said)) {
        await this.hands.sheet(form, target, field);
        await this.filler(form).fill(target, { [field]: value });
      }
      if (step.reason) await this.page.getByLabel(zh("ui.case.correct_why")).fill(step.reason);
      await this.page.getByRole("button", { name: new RegExp(`^${zh("ui.case.correct_act")}`) }).click();
      if (step.refused) await this.page.getByText(zh("blocked.needs_reason")).first().waitFor();
      else await this.page.getByText(zh("ui.case.corrected", { name })).first().waitFor();
    }
  }

  /** Goes on with the newest record of a kind: in the task that is at hand for it, else in the drawer in which it is opened. */
  private async goOn(target: string, said: Record<string, Said>, step: Step): Promise<void> {
    const rows = this.page.locator(".case-read .case-record");
    const form = this.page.locator(`.task:has([data-path^="${target}."])`);
    await rows.or(form).first().waitFor();
    if ((await form.count()) > 0) {
      await this.fill(form, { [target]: said });
      await this.page.keyboard.press("Control+s");
      return this.hands.settled();
    }
    await rows.last().click();
    const drawer = this.page.getByRole("dialog");
    await drawer.waitFor();
    for (const [field, value] of Object.entries(said)) await this.filler(drawer).fill(target, { [field]: value });
    if (step.reason) await drawer.getByLabel(zh("ui.case.record_why")).fill(step.reason);
    await drawer.getByRole("button", { name: new RegExp(`^${zh("ui.case.record_save")}`) }).click();
    if (step.refused) await drawer.getByRole("alert").first().waitFor();
    else await drawer.waitFor({ state: "hidden" });
  }

  private async approve(step: Step, key: TaskKey): Promise<void> {
    await this.hands.approval(this.case, key, step.fill?.approval ?? {}, this.procedure, password(step.who));
    await this.over(step, key);
  }

  /** Not needed, reported ahead, excused, recorded for somebody. */
  private async way(step: Step, view: CaseView, way: "not_needed" | "reported" | "excuse" | "behalf"): Promise<void> {
    const row = this.row(step, view);
    const form = await this.open(step, view);
    await this.fill(form, step.fill ?? {});
    // As in the terminal: what is refused is saved before.
    if (step.fill) await this.page.keyboard.press("Control+s");
    await this.hands.settled();
    const dialog = await this.hands.otherWay(form, zh(`ui.task.way.${way}`), step.refused !== undefined);
    if (!dialog) return;
    if (way === "behalf") {
      await dialog.getByLabel(zh("ui.task.ask.behalf_who")).fill(this.person(step.behalf?.who ?? ""));
      await this.page.keyboard.press("Tab");
      await dialog.getByLabel(zh("ui.task.ask.behalf_source")).fill(step.behalf?.source ?? "");
    } else {
      await dialog.getByLabel(zh(`ui.task.ask.${way}_reason`)).fill(step.reason ?? "");
    }
    const go = dialog.getByRole("button", { name: new RegExp(`^${zh(`ui.task.way_go.${way}`)}`) });
    if (step.refused) return this.hands.refusedIn(dialog, go);
    await go.click();
    await dialog.waitFor({ state: "hidden" });
    if (way !== "excuse") await this.over(step, row?.row);
  }

  /** The form is printed, signed by hand, scanned; the scan completes the task. */
  private async onPaper(step: Step, view: CaseView): Promise<void> {
    const paper = step.paper;
    if (!paper) return;
    const row = this.row(step, view);
    let form = await this.open(step, view);
    await this.fill(form, step.fill ?? {});
    await this.page.keyboard.press("Control+s");
    await this.hands.settled();
    if (paper.form) {
      await this.issue(paper.form, false);
      form = await this.open(step, view);
    }
    const dialog = await this.hands.otherWay(form, zh("ui.task.way.paper"), step.refused !== undefined);
    if (!dialog) return;
    await dialog.getByLabel(zh("ui.task.ask.paper_who")).fill(this.person(paper.who));
    await this.page.keyboard.press("Tab");
    if (paper.of) await dialog.getByLabel(zh("ui.task.ask.paper_of")).fill(paper.of);
    const on = dialog.getByLabel(zh("ui.task.ask.paper_on"));
    await on.fill(day("today"));
    await on.press("Enter");
    await dialog.getByLabel(zh("ui.task.ask.paper_code")).fill(this.code);
    await this.hands.choose(dialog.getByLabel(zh("ui.task.ask.paper_scan")), paper.scan);
    await dialog.getByText(paper.scan).first().waitFor();
    const go = dialog.getByRole("button", { name: new RegExp(`^${zh("ui.task.way_go.paper")}`) });
    if (step.refused) return this.hands.refusedIn(dialog, go);
    await go.click();
    await this.over(step, row?.row);
  }

  private async issue(form: Form, refused: boolean): Promise<void> {
    await this.hands.go(`/cases/${this.case}`);
    const paper = await this.hands.issue(form, refused);
    if (refused) return;
    const issued = await this.house.call(this.story.register.who, "form_list", { case: this.case });
    const last = issued.forms.filter((one) => one.form === form.id && one.language === form.lang).at(-1);
    expect(last, `${form.id} was issued`).toBeDefined();
    this.code = last?.code ?? "";
    expect(paper.outdated ?? false).toBe(false);
  }

  private async reopen(step: Step): Promise<void> {
    await this.hands.go(`/cases/${this.case}`);
    const stage = this.procedure?.stage.find((one) => one.id === step.to);
    await this.hands.reopen(stage?.name.zh ?? "", step.reason ?? "");
  }

  private async attach(name: string): Promise<void> {
    await this.hands.go(`/cases/${this.case}`);
    await this.page.getByRole("tab", { name: new RegExp(`^${zh("ui.case.files")}`) }).click();
    const pick = this.page.getByRole("button", { name: zh("ui.field.pick") }).last();
    await this.hands.choose(pick, name);
    await this.page.getByText(name).first().waitFor();
  }

  /** What the story says is to be seen. */
  private async see(login: string, then: Then): Promise<void> {
    const view = await this.view(login);
    const names = (passes: (one: TaskView) => boolean) =>
      [...new Set(view.tasks.filter(passes).map((one) => one.row.task))].sort();
    const wanted = (list: string[] | undefined) => (list === undefined ? undefined : [...list].sort());
    const seen = {
      stage: view.head.stage,
      round: view.head.round,
      state: view.head.state,
      // Without what somebody is merely told.
      open: names((one) => one.row.state === "open" && !isTold(one.row)),
      void: names((one) => one.void),
      set_aside: names((one) => one.row.set_aside),
    };
    const want = { ...then, open: wanted(then.open), void: wanted(then.void), set_aside: wanted(then.set_aside) };
    for (const name of Object.keys(seen) as (keyof typeof seen)[]) {
      if (want[name] !== undefined) {
        const value = name === "round" ? Number(want[name]) : want[name];
        expect(seen[name], name).toEqual(value);
      }
    }
  }
}
