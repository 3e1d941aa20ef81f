/**
 * Types what a story says into the forms of the page, field by field of the registry, as a person would: into boxes, onto
 * radios, out of lists.
 */
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import type { FieldInfo, FieldType } from "../../src/fields/registry";
import { RECORDS, SECTIONS } from "../../src/fields.gen";
import { ROOT } from "./program";
import { day, moment, type Said, type Story } from "./story";
import { zh } from "./words";

/** Names of the story as the screen shows them. */
export class Meaning {
  constructor(readonly story: Story) {}
  person(login: string): string {
    return this.story.account.find((one) => one.login === login)?.name ?? login;
  }
  customer(code: string): string {
    return this.story.customer.find((one) => one.code === code)?.zh ?? code;
  }
  product(code: string): string {
    return this.story.product?.find((one) => one.code === code)?.zh ?? code;
  }
  department(code: string): string {
    return this.story.department?.find((one) => one.code === code)?.zh ?? code;
  }
}

/** What a field of a section or record is called. */
export function label(path: string): string {
  const [target, ...rest] = path.split(".");
  const base = target && target in SECTIONS ? "section" : "record";
  return zh(`${base}.${target}.${rest.join(".")}`);
}

export class Filler {
  constructor(
    readonly page: Page,
    readonly meaning: Meaning,
    /** The part of the page in which the form stands. */
    readonly scope: Locator,
    /** The lines that stand at a path now. */
    readonly stands: (path: string) => Record<string, Said>[] = () => [],
    /** What a code of the procedure's own list is called on the screen. */
    readonly coded: (path: string, code: string) => { label: string; name: string } | undefined = () => undefined,
  ) {}

  /** Fills the fields of one section or record. */
  async fill(target: string, said: Record<string, Said>): Promise<void> {
    const fields = SECTIONS[target] ?? RECORDS[target] ?? [];
    for (const [name, value] of Object.entries(said)) {
      const field = fields.find((one) => one.name === name);
      if (!field) throw new Error(`no field ${target}.${name}`);
      await this.field(`${target}.${name}`, field, value);
    }
  }

  private async field(path: string, field: FieldInfo, said: Said): Promise<void> {
    const box = this.scope.locator(`[data-path="${path}"]`);
    if (field.is === "lines") {
      const own = OWN[path];
      const lines = said as Record<string, Said>[];
      if (own) return this.ownLines(path, own, field.fields, lines, box);
      // The intake has its lines short at the top, and whole under 更多.
      const table = (await box.locator("table").count()) > 0 ? box : this.scope;
      return this.lines(path, field.fields, lines, table);
    }
    await this.value(box, path, field, said);
  }

  /** Lines of an editor of its own. What stands there keeps its place: an empty line of the story means that one. */
  private async ownLines(
    path: string,
    own: OwnEditor,
    fields: readonly FieldInfo[],
    said: Record<string, Said>[],
    box: Locator,
  ): Promise<void> {
    const stands = this.stands(path);
    const before: Record<string, Said>[] = [];
    for (const [n, line] of said.entries()) {
      const whole = { ...(stands[n] ?? {}), ...line };
      const at = own.place(whole, before, n, (column, code) => this.coded(`${path}.${column}`, code)?.name ?? code);
      before.push(whole);
      if (Object.keys(line).length === 0) continue;
      await own.add?.(this.page, box, n, at);
      for (const [column, value] of Object.entries(line)) {
        const field = fields.find((one) => one.name === column);
        if (!field) throw new Error(`no field ${path}.${column}`);
        const name = own.label(at, column, label(`${path}.${column}`));
        if (name === null) continue;
        const cell = box.getByLabel(name, { exact: true });
        if (own.ticks?.[column]) await cell.setChecked(value === own.ticks[column]);
        else await this.control(cell, `${path}.${column}`, field, value);
      }
    }
    // Of a check-list the items that the story does not name were not looked at.
    const drop = box.getByRole("button", { name: zh("ui.task.check.drop") });
    if ((await drop.count()) > 0) await drop.click();
  }

  /** Lines of a table: a cell is found by its name, 「围堵地点 第 1 行 检查数量」. */
  private async lines(
    path: string,
    fields: readonly FieldInfo[],
    said: Record<string, Said>[],
    box: Locator,
  ): Promise<void> {
    const name = label(path);
    for (const [n, line] of said.entries()) {
      for (const [column, value] of Object.entries(line)) {
        const field = fields.find((one) => one.name === column);
        if (!field) throw new Error(`no field ${path}.${column}`);
        const cell = this.cell(box, name, n, label(`${path}.${column}`));
        if ((await cell.count()) === 0) await this.addLine(box, name);
        await this.control(cell.first(), `${path}.${column}`, field, value);
      }
    }
  }

  private cell(box: Locator, name: string, n: number, column: string): Locator {
    return box.getByLabel(`${name} ${zh("ui.field.line", { n: n + 1 })} ${column}`, { exact: true });
  }

  private async addLine(box: Locator, name: string): Promise<void> {
    await box.getByRole("button", { name: `${name} ${zh("ui.field.add_line")}` }).click();
  }

  /** One field with its label; what it holds decides how it is typed. */
  private async value(box: Locator, path: string, type: FieldType, said: Said): Promise<void> {
    switch (type.is) {
      case "told": {
        const told = typeof said === "string" ? { zh: said } : (said as { zh?: string; en?: string });
        for (const [lang, text] of Object.entries(told)) {
          const switches = box.getByText(new RegExp(`^${zh(`ui.field.${lang}`)}( ✓)?$`));
          if ((await switches.count()) > 0) await switches.first().click();
          await box.locator("textarea").first().fill(text);
        }
        return;
      }
      case "choice": {
        const word = zh(`choice.${type.of}.${said}`);
        const radio = box.getByRole("radio", { name: word, exact: true });
        // The radio itself is hidden; a hand goes for its word.
        if ((await radio.count()) > 0) return box.getByText(word, { exact: true }).last().click();
        return this.choose(box.getByRole("combobox").last(), word);
      }
      case "tick":
        return box.getByRole("checkbox").setChecked(said === true);
      case "list":
        if (type.item.is === "file") {
          for (const name of said as string[]) await this.attach(box, name);
          return;
        }
        await this.emptied(box);
        for (const one of said as string[]) {
          await this.choose(box.getByRole("combobox"), this.listed(type.item, one));
        }
        return;
      case "file":
        return this.attach(box, said as string);
      default:
        return this.control(box.locator("input, textarea").first(), path, type, said);
    }
  }

  /** What is said takes the place of what stands there, or was offered. */
  private async emptied(box: Locator): Promise<void> {
    const chosen = box.locator(".ant-select-selection-item-remove");
    for (let left = await chosen.count(); left > 0; left -= 1) await chosen.first().click();
  }

  private listed(item: FieldType, said: string): string {
    if (item.is === "department") return this.meaning.department(said);
    if (item.is === "account") return this.meaning.person(said);
    return said;
  }

  /** One control by itself, as in a table. */
  private async control(control: Locator, path: string, type: FieldType, said: Said): Promise<void> {
    switch (type.is) {
      case "text":
      case "house":
      case "told": {
        // A text with a list of the procedure behind it is chosen, not typed.
        if ((await control.getAttribute("role")) === "combobox" && type.is === "text") {
          return this.fromList(control, path, String(said));
        }
        return control.fill(String(typeof said === "object" ? (said as { zh: string }).zh : said));
      }
      case "number":
      case "amount":
        return control.fill(String(said));
      case "date":
        return this.date(control, day(String(said)));
      case "stamp":
        return this.date(control, moment(String(said)));
      case "choice": {
        const word = zh(`choice.${type.of}.${said}`);
        const sideBySide = (await control.getAttribute("role")) === "radiogroup";
        return sideBySide ? control.getByText(word, { exact: true }).click() : this.choose(control, word);
      }
      case "customer":
        return this.choose(control, this.meaning.customer(String(said)));
      case "product":
        return this.choose(control, this.meaning.product(String(said)));
      case "department":
        return this.choose(control, this.meaning.department(String(said)));
      case "account":
        return this.choose(control, this.meaning.person(String(said)));
      case "who":
        await control.fill(this.meaning.person(String(said)));
        return control.press("Tab");
      case "line":
        return this.choose(control, String(said), true);
      case "tick":
        return control.setChecked(said === true);
      default:
        throw new Error(`no way to type ${type.is}`);
    }
  }

  private async date(control: Locator, text: string): Promise<void> {
    await control.fill(text);
    await control.press("Enter");
    await control.press("Tab");
  }

  /** Picks from a list that drops down: by the words themselves, or by the number of a line with which they begin. */
  private async choose(control: Locator, word: string, byNumber = false): Promise<void> {
    await control.click();
    if (!byNumber) await control.fill(word).catch(() => {});
    const options = this.page.locator(".ant-select-dropdown:visible .ant-select-item-option");
    const text = byNumber ? new RegExp(`^${word} `) : new RegExp(`^${literal(word)}(\\s.*)?$`);
    await options.filter({ hasText: text }).first().click();
  }

  /** A word of the procedure's own list: found by its whole way from the root, shown by its own name. */
  private async fromList(control: Locator, path: string, code: string): Promise<void> {
    const item = this.coded(path, code) ?? { label: code, name: code };
    await control.click();
    await control.fill(item.label);
    const options = this.page.locator(".ant-select-dropdown:visible .ant-select-item-option");
    await options
      .filter({ hasText: new RegExp(`^${literal(item.name)}$`) })
      .first()
      .click();
  }

  /** Hands a file of tests/data in by the button of the field. */
  private async attach(box: Locator, name: string): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent("filechooser"),
      // The button is called by the label of its field.
      box.getByText(zh("ui.field.pick")).click(),
    ]);
    await chooser.setFiles(join(ROOT, "tests/data", name));
    await box.getByText(name).first().waitFor();
    await box.getByText(zh("ui.field.pick")).waitFor();
  }
}

/** How an editor of its own (features/case/task/editors) is typed into. */
interface OwnEditor {
  /** Where a line stands: what its cells are called by. */
  place(
    line: Record<string, Said>,
    before: Record<string, Said>[],
    n: number,
    coded: (column: string, code: string) => string,
  ): string;
  /** What a cell is called; null where the place says it already. */
  label(at: string, column: string, word: string): string | null;
  /** Columns that are ticked, and by which word. */
  ticks?: Record<string, string>;
  add?(page: Page, box: Locator, n: number, at: string): Promise<void>;
}

/** Of the lines before, those in the same group. */
const nth = (line: Record<string, Said>, before: Record<string, Said>[], group: string) =>
  before.filter((one) => one[group] === line[group]).length + 1;

const addBy = (word: string, known: (n: number) => string) => async (_: Page, box: Locator, n: number) => {
  if ((await box.getByLabel(known(n), { exact: true }).count()) === 0) {
    await box.getByRole("button", { name: new RegExp(`^${word}`) }).click();
  }
};

const OWN: Record<string, OwnEditor> = {
  "containment.places": {
    place: (line, _before, _n, coded) => coded("place", String(line.place)),
    label: (at, column, word) => {
      if (column === "place") return null;
      return column === "applies" ? `${at} ${zh("ui.task.places.not_here")}` : `${at} ${word}`;
    },
    ticks: { applies: "no" },
    add: async (page, box, _line, name) => {
      if ((await box.getByLabel(`${name} ${label("containment.places.checked")}`, { exact: true }).count()) > 0) return;
      await box.getByRole("button", { name: zh("ui.task.places.add") }).click();
      await page.getByRole("menuitem", { name, exact: true }).click();
    },
  },
  "check_list.lines": {
    place: (line, _before, _n, coded) => coded("item", String(line.item)),
    label: (at, column, word) => (column === "item" ? null : column === "in_order" ? at : `${at} ${word}`),
  },
  "causes.whys": {
    place: (line, before) =>
      `${zh(`choice.branch.${line.branch}`)} ${zh("ui.task.whys.nth", { n: nth(line, before, "branch") })}`,
    label: (at, column, word) => (column === "branch" ? null : column === "cause" ? at : `${at} ${word}`),
  },
  "causes.bones": {
    place: (line, before) =>
      `${zh(`choice.bone.${line.bone}`)} ${zh("ui.field.line", { n: nth(line, before, "bone") })}`,
    label: (at, column, word) => (column === "bone" ? null : column === "cause" ? at : `${at} ${word}`),
  },
  "problem.is_not": {
    place: (_line, _before, n) => zh("ui.field.line", { n: n + 1 }),
    label: (at, _column, word) => `${at} ${word}`,
    add: addBy(
      zh("ui.task.is_not.add"),
      (n) => `${zh("ui.field.line", { n: n + 1 })} ${label("problem.is_not.question")}`,
    ),
  },
  "actions.lines": {
    place: (_line, _before, n) => zh("ui.task.actions.nth", { n: n + 1 }),
    label: (at, _column, word) => `${at} ${word}`,
    add: addBy(
      zh("ui.task.actions.add"),
      (n) => `${zh("ui.task.actions.nth", { n: n + 1 })} ${label("actions.lines.what")}`,
    ),
  },
};

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
