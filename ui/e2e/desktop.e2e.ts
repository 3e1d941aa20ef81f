/**
 * The real window: what the shell promises in ui/src/transport/CONTRACT.md, a story with Chinese typed by keys, and a window
 * that is closed while somebody types.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Key } from "selenium-webdriver";
import { expect, test } from "vitest";
import { houseOf } from "./kit/house";
import { password, TARGET } from "./kit/program";
import type { Story } from "./kit/story";
import { openWindow, type Window } from "./kit/window";
import { zh } from "./kit/words";

/** The title of the window (src-tauri/tauri.conf.json). */
const TITLE = "Kesu 客诉";

/** Runs in a window; of a failure a picture is kept. */
async function windowed(name: string, data: string | undefined, act: (window: Window) => Promise<void>): Promise<void> {
  const window = await openWindow(data === undefined ? {} : { data });
  try {
    await act(window);
  } catch (cause) {
    await window.shot(join(TARGET, `tmp/window-${name}.png`)).catch(() => {});
    throw cause;
  } finally {
    await window.close();
  }
}

const SECRET = "correct horse";
const WORDS = "第一批轮毂焊缝生锈，客户拍了照片";
/** One grey pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
);

test("the shell keeps its contract", () =>
  windowed("contract", undefined, async (window) => {
    const { picks, places } = { picks: window.picks.bind(window), places: window.places };
    // biome-ignore lint/suspicious/noExplicitAny: answers are looked at, and a wrong one fails what looks at it
    const done = async (command: string, args?: unknown, options?: unknown): Promise<any> => {
      const answer = await window.invoke(command, args, options);
      if ("refused" in answer) throw new Error(`${command}: ${JSON.stringify(answer.refused)}`);
      return answer.done;
    };
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const refused = async (command: string, args?: unknown): Promise<any> => {
      const answer = await window.invoke(command, args);
      if ("done" in answer) throw new Error(`${command} gives ${JSON.stringify(answer.done)}`);
      return answer.refused;
    };
    let request = 0;
    const call = (name: string, payload: unknown) => {
      request += 1;
      return done("rpc", { name, payload, request: `request-${request}` });
    };
    const me = { name: "me", payload: {}, request: null };

    // The first run.
    expect(await done("folder_state")).toMatchObject({ state: "none", path: places.data, movable: false });
    expect(await refused("rpc", me)).toMatchObject({ why: "no_folder" });
    const founder = { plant: { zh: "某厂", en: "" }, login: "qe", name: "王工", password: "short", language: "zh" };
    expect((await refused("folder_init", { new: founder })).fields[0].field).toBe("password");
    const made = await done("folder_init", { new: { ...founder, password: SECRET } });
    expect(made).toMatchObject({ login: "qe", folder: { state: "ready" } });

    // The session: no token comes into the window, and a reload does not end it.
    expect(await refused("rpc", me)).toEqual({ code: "forbidden", needs: "signed_in" });
    const signed = await call("sign_in", { login: "qe", password: SECRET });
    expect(Object.keys(signed).sort()).toEqual(["account", "is"]);
    const mine = await call("me", {});
    expect(mine.name).toBe("王工");
    await window.driver.navigate().refresh();
    expect((await call("me", {})).account).toBe(mine.account);

    // A case, Chinese all the way.
    await call("post_save", { post: { account: mine.account, role: "sales", plant: mine.posts[0].plant } });
    const customer = await call("master_save", {
      row: { kind: "customer", body: { code: "C1", name: { zh: "某客户", en: "" } } },
    });
    const complaint = { customer: customer.id, channel: "phone", class: "quality", words: { zh: WORDS } };
    const { case: id } = await call("case_register", { complaint });
    expect(JSON.stringify(await call("case_get", { case: id }))).toContain(WORDS);

    // Bytes: taken in raw, from a dialog, shown, saved.
    const named = { headers: { "x-kesu-name": encodeURIComponent("照片 1.png") } };
    const sent = await done("upload", { bytes: [...PNG] }, named);
    expect(sent.bytes).toBe(PNG.length);
    await call("file_claim", { case: id, file: sent.file });
    expect(await window.driver.executeAsyncScript(widthOf, `file/${sent.file}`), "a picture is shown").toBe(1);
    const scan = join(places.home, "扫描件.txt");
    writeFileSync(scan, WORDS);
    picks(scan);
    const [taken] = await done("pick_files", { kinds: "any", many: true });
    expect(taken).toMatchObject({ name: "扫描件.txt", bytes: Buffer.byteLength(WORDS) });
    await call("file_claim", { case: id, file: taken.file });
    picks();
    expect(await done("pick_files", { kinds: "scan", many: false }), "cancelled").toEqual([]);
    const copy = join(places.out, "copy.txt");
    const source = `file/${taken.file}`;
    picks(copy);
    expect(await done("save_source", { source, name: taken.name })).toBe(copy);
    expect(readFileSync(copy, "utf8")).toBe(WORDS);
    picks(join(places.data, "kesu.db"));
    expect((await refused("save_source", { source, name: "x" })).fields[0].wrong).toBe("inside_folder");
    expect((await refused("open_source", { source })).fields[0].wrong).toBe("unusable");

    // A paper, read by a script as the preview reads it.
    const issued = await call("form_issue", { case: id, form: "F-1", language: "zh", accept_gaps: true });
    const read = await window.driver.executeAsyncScript<unknown[]>(bytesOf, `form/${issued.code}.pdf`);
    expect(read.slice(0, 2)).toEqual([200, "%PDF-"]);
    const paper = join(places.out, "F-1.pdf");
    picks(paper);
    await done("save_source", { source: `form/${issued.code}.pdf`, name: "F-1.pdf" });
    expect(readFileSync(paper).length).toBe(read[2]);

    // The whole folder.
    const verified = await done("folder_verify", { derived: true });
    expect(verified).toMatchObject({ breaks: 0, found: [] });
    const backup = join(places.out, "kesu.zip");
    picks(backup);
    expect(await done("folder_backup", { name: "kesu.zip" })).toMatchObject({ path: backup, head: verified.head });
    expect(existsSync(backup)).toBe(true);

    await call("sign_out", {});
    expect((await refused("rpc", me)).needs).toBe("signed_in");
  }));

interface Shell {
  __TAURI_INTERNALS__: { convertFileSrc(source: string, scheme: string): string };
}

/** In the page: how wide a picture is that is shown. */
function widthOf(source: string, answer: (width: number) => void): void {
  const image = new Image();
  image.onload = () => answer(image.naturalWidth);
  image.onerror = () => answer(-1);
  image.src = (window as unknown as Shell).__TAURI_INTERNALS__.convertFileSrc(source, "kesu");
}

/** In the page: how a fetch is answered, its first bytes, and how many there are. */
function bytesOf(source: string, answer: (read: unknown[]) => void): void {
  fetch((window as unknown as Shell).__TAURI_INTERNALS__.convertFileSrc(source, "kesu")).then(
    async (response) => {
      const bytes = new Uint8Array(await response.arrayBuffer());
      answer([response.status, String.fromCharCode(...bytes.slice(0, 5)), bytes.length]);
    },
    (cause) => answer([String(cause)]),
  );
}

/** The people of the story, and the department that answers. */
const HOUSE: Story = {
  title: "一条座面开裂",
  procedure: "P-KS",
  org: "俊德户外设施厂",
  account: [
    { login: "sales", name: "周敏", roles: ["sales"] },
    { login: "qe", name: "陈立新", roles: ["qe"] },
  ],
  department: [{ code: "WOOD", zh: "木工车间" }],
  customer: [{ code: "JX", zh: "锦绣园林景观工程有限公司" }],
  register: { who: "sales", fill: {} },
  step: [],
  row: {},
};
const CUSTOMER = "锦绣园林景观工程有限公司";
const SAID = "座椅座面木条裂了，十八条里有六条，裂口长约三厘米，游客会划手。";
const REASON = "断条含水率 18%，高于 12% 的要求；同批还有四十二张在用。";
const FACT = "1.5 m 座椅座面木条 18/60 开裂，裂口沿年轮方向。";
const HALF = "电话里说还有两张桌子在晃，螺丝孔裂开了，话没有说完";

test("from the phone to the signed and printed report, and nothing typed is lost with the window", async () => {
  const house = await houseOf(HOUSE);
  try {
    // The folder is the window's now.
    await house.kill();
    await windowed("story", house.dir, async (window) => {
      await signIn(window, "sales");
      await register(window);
      await window.press(`[title="${zh("ui.shell.switch")}"]`);
      await signIn(window, "qe");
      await judge(window);
      await sign(window);
      await print(window);
      await half(window);
      await window.cross(TITLE);
    });
    await windowed("again", house.dir, async (window) => {
      await signIn(window, "qe");
      await window.press(["button", zh("ui.inbox.register")]);
      await window.see([".intake-main", zh("ui.intake.restored")]);
      expect(await (await window.see(box("complaint.words", "textarea"))).getAttribute("value")).toBe(HALF);
    });
  } finally {
    await house.close();
  }
});

const box = (path: string, kind: string) => `[data-path="${path}"] ${kind}`;

async function signIn(window: Window, login: string): Promise<void> {
  const known = await window.read(() => document.querySelectorAll(".session-form input[type=radio]").length);
  if (known > 0) await window.press([".session-form label", zh("ui.session.other")]);
  await window.type(".session-form input[name=login]", login);
  await window.type(".session-form input[name=password]", password(login));
  await window.keys(Key.ENTER);
  await window.see("nav.rail [aria-current=page]");
}

/** Six facts are enough (I-14). */
async function register(window: Window): Promise<void> {
  await window.press(["button", zh("ui.inbox.register")]);
  await window.choose("complaint.customer", CUSTOMER);
  await window.choose("complaint.channel", zh("choice.channel.phone"));
  await window.type(box("complaint.words", "textarea"), SAID);
  await window.choose("complaint.class", zh("choice.class.quality"));
  await window.choose("complaint.acknowledged", zh("choice.yes_no.yes"));
  await window.choose("complaint.samples", zh("choice.yes_no.no"));
  await window.keys(Key.CONTROL, Key.ENTER);
  const number = await (await window.see(".readout-number")).getText();
  expect(number).toMatch(/^[A-Z]+-\d{4}-0001$/);
  await window.press(["[role=dialog] button", zh("ui.intake.open")]);
  await window.see([".case-head h1", number]);
}

/** The second account judges: a cause is to be found. */
async function judge(window: Window): Promise<void> {
  await window.press([".case-pill", "判定成立与否、定级"]);
  await window.choose("validity.verdict", zh("choice.verdict.established"));
  await window.type(box("validity.reason", "textarea"), REASON);
  await window.choose("level.severity", zh("choice.severity.ordinary"));
  await window.choose("level.track", zh("choice.track.capa"));
  await window.keys(Key.CONTROL, Key.ENTER);
}

/** The report is issued with a signature. */
async function sign(window: Window): Promise<void> {
  await window.press([".case-pill", "发出纠正与预防措施报告"]);
  await window.choose("capa.source", zh("choice.capa_source.complaint"));
  await window.type(box("capa.reply_due", "input"), "2030-01-31");
  await window.keys(Key.ENTER);
  await window.choose("capa.from_department", "木工车间");
  await window.type(box("capa.fact", "textarea"), FACT);
  await window.keys(Key.CONTROL, Key.ENTER);
  await window.type(".task-sign input[type=password]", password("qe"));
  await window.keys(Key.ENTER);
  await window.see([".case-pill", "原因分析"]);
}

/** The report as it prints: it has ink, it says what was typed, and its copy is a PDF. */
async function print(window: Window): Promise<void> {
  await window.press(["button", zh("ui.papers.menu")]);
  await window.press([".papers-forms li", `F-3 ${zh("ui.papers.form.F-3")}`], ["button", zh("ui.papers.issue")]);
  await window.see(".paper canvas");
  await window.driver.executeAsyncScript(inked, ".paper canvas", 5_000);
  expect(await window.driver.executeAsyncScript(textOf, ".paper figcaption")).toContain(FACT);
  const copy = join(window.places.out, "纠正与预防措施报告.pdf");
  window.picks(copy);
  await window.press([".paper-tools button", zh("ui.papers.save")]);
  await expect.poll(() => existsSync(copy), { timeout: 15_000 }).toBe(true);
  const pdf = readFileSync(copy, "latin1");
  expect([pdf.slice(0, 5), pdf.trimEnd().slice(-5)]).toEqual(["%PDF-", "%%EOF"]);
  await window.press(".paper-dialog .ant-modal-close");
  await window.press(".ant-drawer-close");
}

/** In the page: answers once so many pixels are dark. A paper is drawn piece by piece. */
function inked(css: string, enough: number, answer: () => void): void {
  const look = () => {
    const canvas = document.querySelector<HTMLCanvasElement>(css);
    const data = canvas?.width ? canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data : null;
    let dark = 0;
    for (let at = 0; data && at < data.length; at += 4) {
      if ((data[at + 3] ?? 0) > 128 && (data[at] ?? 255) < 128) dark += 1;
    }
    if (dark > enough) answer();
    else setTimeout(look, 100);
  };
  look();
}

/** In the page: what stands there, once something does. */
function textOf(css: string, answer: (text: string) => void): void {
  const look = () => {
    const text = document.querySelector(css)?.textContent;
    if (text) answer(text);
    else requestAnimationFrame(look);
  };
  look();
}

/** A second complaint is begun, and not ended. */
async function half(window: Window): Promise<void> {
  await window.press(["nav.rail .rail-item > span", zh("ui.rail.inbox")]);
  await window.press(["button", zh("ui.inbox.register")]);
  await window.type(box("complaint.words", "textarea"), HALF);
}
