/** A person without a mouse: only keys are pressed, and where the focus stands is read off the page. */
import type { Page } from "playwright-core";
import type { FieldInfo } from "../../src/fields/registry";
import { RECORDS, SECTIONS } from "../../src/fields.gen";
import { day, type Said } from "./story";
import { zh } from "./words";

/** What has the focus, as a screen reader would say it. */
export interface Focus {
  tag: string;
  role: string;
  name: string;
  /** The field of the form in which it stands. */
  path: string;
  checked: boolean;
  value: string;
}

export class Keyboard {
  /** Keys pressed, Chinese characters counted as one each. */
  strokes = 0;
  /** How often Tab was pressed. */
  stops = 0;

  constructor(
    readonly page: Page,
    /** What a code of the story is called on the screen. */
    readonly called: (field: FieldInfo, said: Said) => string,
  ) {}

  async press(key: string): Promise<void> {
    this.strokes += 1;
    if (key === "Tab" || key === "Shift+Tab") this.stops += 1;
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.strokes += [...text].length;
    await this.page.keyboard.type(text);
  }

  focus(): Promise<Focus> {
    return this.page.evaluate(() => {
      const here = document.activeElement as HTMLInputElement | null;
      const of = here?.getAttribute("aria-labelledby")?.split(" ") ?? [];
      const named = of.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
      const labels = [...(here?.labels ?? [])].map((one) => one.textContent).join(" ");
      const name = here?.getAttribute("aria-label") ?? (named || labels || here?.textContent || "");
      return {
        tag: here?.tagName.toLowerCase() ?? "",
        role: here?.getAttribute("role") ?? here?.type ?? "",
        name: name.trim(),
        path: here?.closest<HTMLElement>("[data-path]")?.dataset.path ?? "",
        checked: here?.getAttribute("aria-checked") === "true" || here?.checked === true,
        value: here?.value ?? "",
      };
    });
  }

  /** Tab until the focus is there. Says where it has been when it never comes. */
  async to(is: (focus: Focus) => boolean, what: string, most = 80): Promise<Focus> {
    const been: string[] = [];
    for (let n = 0; n <= most; n += 1) {
      const here = await this.focus();
      if (is(here)) return here;
      been.push(here.path || here.name || here.tag);
      await this.press("Tab");
    }
    throw new Error(`Tab never comes to ${what}; it went through ${been.join(" → ")}`);
  }

  field(path: string): Promise<Focus> {
    return this.to((here) => here.path === path, path);
  }

  /** Fills a section from the top of the page to its end, as Tab goes. */
  async fill(target: string, said: Record<string, Said>): Promise<void> {
    const paths = await this.page
      .locator("[data-path]")
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLElement).dataset.path ?? ""));
    const at = (name: string) => paths.indexOf(`${target}.${name}`);
    const fields = SECTIONS[target] ?? RECORDS[target] ?? [];
    for (const [name, value] of Object.entries(said).sort(([a], [b]) => at(a) - at(b))) {
      const field = fields.find((one) => one.name === name);
      if (!field) throw new Error(`no field ${target}.${name}`);
      await this.field(`${target}.${name}`);
      await this.enter(field, value);
    }
  }

  /** One field, which has the focus. */
  async enter(field: FieldInfo, said: Said): Promise<void> {
    const here = await this.focus();
    if (/combobox|listbox/.test(here.role)) return this.choose(this.called(field, said));
    if (here.role === "radio") return this.pick(this.called(field, said));
    if (field.is === "date") return this.type(day(String(said)));
    return this.type(String(said));
  }

  /** Out of a list: what is typed leaves one, Enter takes it. */
  private async choose(word: string): Promise<void> {
    await this.type(word);
    await this.page.locator(".ant-select-item-option-active").filter({ hasText: word }).first().waitFor();
    await this.press("Enter");
  }

  /** Choices side by side: arrows go on, Space takes the one on which the focus stands. */
  private async pick(word: string): Promise<void> {
    const { checked } = await this.until(word, "ArrowRight");
    if (!checked) await this.press("Space");
  }

  /** An arrow until the focus stands on this word. */
  async until(word: string, arrow: "ArrowRight" | "ArrowDown", most = 12): Promise<Focus> {
    const been: string[] = [];
    for (let n = 0; n <= most; n += 1) {
      const here = await this.focus();
      if (here.name === word) return here;
      been.push(here.name || here.tag);
      const stood = await this.page.evaluateHandle(() => document.activeElement);
      await this.press(arrow);
      // A menu moves the focus a frame later; of choices the first arrow chooses where the focus stands.
      await this.page.waitForFunction(
        ([before, checked]) => {
          const moved = document.activeElement !== before;
          return moved || String((before as Element).getAttribute("aria-checked") === "true") !== checked;
        },
        [stood, String(here.checked)] as const,
      );
    }
    throw new Error(`${arrow} never comes to ${word}; it went through ${been.join(" → ")}`);
  }
}

/** The word of a choice on the screen. */
export function choiceOf(field: FieldInfo, said: Said): string {
  return field.is === "choice" ? zh(`choice.${field.of}.${said}`) : String(said);
}
