// What the shell promises in ui/src/transport/CONTRACT.md, asked of the real window: calls, bytes, dialogs, the folder.
// Knows nothing of the form set. Usage: node tests/e2e/desktop/shell.mjs [runs]

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { open } from "./driver.mjs";

const PASSWORD = "correct horse";
const WORDS = "第一批轮毂焊缝生锈，客户拍了照片";
/** One grey pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
);

async function run() {
  const app = await open();
  const { driver, invoke, picks, places } = app;
  const done = async (command, args, options) => {
    const answer = await invoke(command, args, options);
    assert.ok("done" in answer, `${command}: ${JSON.stringify(answer.refused)}`);
    return answer.done;
  };
  const refused = async (command, args, options) => {
    const answer = await invoke(command, args, options);
    assert.ok("refused" in answer, `${command} gives ${JSON.stringify(answer.done)}`);
    return answer.refused;
  };
  let request = 0;
  const call = (name, payload) => done("rpc", { name, payload, request: `request-${++request}` });
  try {
    // The first run.
    const none = await done("folder_state");
    assert.deepEqual([none.state, none.path, none.movable], ["none", places.data, false]);
    assert.equal((await refused("rpc", { name: "me", payload: {}, request: null })).why, "no_folder");
    const founder = { plant: { zh: "某厂", en: "" }, login: "qe", name: "王工", password: "short", language: "zh" };
    assert.equal((await refused("folder_init", { new: founder })).fields[0].field, "password");
    const made = await done("folder_init", { new: { ...founder, password: PASSWORD } });
    assert.deepEqual([made.login, made.folder.state], ["qe", "ready"]);

    // The session: no token comes into the window.
    assert.deepEqual(await refused("rpc", { name: "me", payload: {}, request: null }), {
      code: "forbidden",
      needs: "signed_in",
    });
    const signed = await call("sign_in", { login: "qe", password: PASSWORD });
    assert.deepEqual(Object.keys(signed).sort(), ["account", "is"]);
    const me = await call("me", {});
    assert.equal(me.name, "王工");
    await driver.navigate().refresh();
    assert.equal((await call("me", {})).account, me.account);

    // A case, Chinese all the way.
    await call("post_save", { post: { account: me.account, role: "sales", plant: me.posts[0].plant } });
    const customer = await call("master_save", {
      row: { kind: "customer", body: { code: "C1", name: { zh: "某客户", en: "" } } },
    });
    const complaint = { customer: customer.id, channel: "phone", class: "quality", words: { zh: WORDS } };
    const { case: id } = await call("case_register", { complaint });
    const view = await call("case_get", { case: id });
    assert.ok(JSON.stringify(view).includes(WORDS));

    // Bytes: taken in raw, from a dialog, shown, saved.
    const named = { headers: { "x-kesu-name": encodeURIComponent("照片 1.png") } };
    const sent = await done("upload", { bytes: [...PNG] }, named);
    assert.equal(sent.bytes, PNG.length);
    await call("file_claim", { case: id, file: sent.file });
    const width = await driver.executeAsyncScript(
      (source, answer) => {
        const image = new Image();
        image.onload = () => answer(image.naturalWidth);
        image.onerror = () => answer(-1);
        image.src = window.__TAURI_INTERNALS__.convertFileSrc(source, "kesu");
      },
      `file/${sent.file}`,
    );
    assert.equal(width, 1, "a picture of a case is shown");
    const scan = join(places.home, "扫描件.txt");
    writeFileSync(scan, WORDS);
    picks(scan);
    const [taken] = await done("pick_files", { kinds: "any", many: true });
    assert.deepEqual([taken.name, taken.bytes], ["扫描件.txt", Buffer.byteLength(WORDS)]);
    await call("file_claim", { case: id, file: taken.file });
    picks();
    assert.deepEqual(await done("pick_files", { kinds: "scan", many: false }), []);
    const copy = join(places.out, "copy.txt");
    picks(copy);
    assert.equal(await done("save_source", { source: `file/${taken.file}`, name: taken.name }), copy);
    assert.equal(readFileSync(copy, "utf8"), WORDS);
    picks(join(places.data, "kesu.db"));
    assert.equal((await refused("save_source", { source: `file/${taken.file}`, name: "x" })).fields[0].wrong, "inside_folder");
    assert.equal((await refused("open_source", { source: `file/${taken.file}` })).fields[0].wrong, "unusable");

    // A paper, read by a script as the preview reads it.
    const issued = await call("form_issue", { case: id, form: "F-1", language: "zh", accept_gaps: true });
    const fetched = await driver.executeAsyncScript(
      (source, answer) => {
        fetch(window.__TAURI_INTERNALS__.convertFileSrc(source, "kesu")).then(
          async (response) => {
            const bytes = new Uint8Array(await response.arrayBuffer());
            answer([response.status, String.fromCharCode(...bytes.slice(0, 5)), bytes.length]);
          },
          (cause) => answer([String(cause)]),
        );
      },
      `form/${issued.code}.pdf`,
    );
    assert.deepEqual(fetched.slice(0, 2), [200, "%PDF-"]);
    const paper = join(places.out, "F-1.pdf");
    picks(paper);
    await done("save_source", { source: `form/${issued.code}.pdf`, name: "F-1.pdf" });
    assert.equal(readFileSync(paper).length, fetched[2]);

    // The whole folder.
    const verified = await done("folder_verify", { derived: true });
    assert.deepEqual([verified.breaks, verified.found], [0, []]);
    const backup = join(places.out, "kesu.zip");
    picks(backup);
    const written = await done("folder_backup", { name: "kesu.zip" });
    assert.deepEqual([written.path, written.head, existsSync(backup)], [backup, verified.head, true]);

    await call("sign_out", {});
    assert.equal((await refused("rpc", { name: "me", payload: {}, request: null })).needs, "signed_in");
    return app;
  } catch (cause) {
    await app.close();
    throw cause;
  }
}

const runs = Number(process.argv[2] ?? 1);
for (let at = 1; at <= runs; at++) {
  const begun = Date.now();
  const app = await run();
  if (process.env.KESU_SHOT) await app.shot(process.env.KESU_SHOT);
  await app.close();
  console.log(`run ${at} of ${runs}: ${Date.now() - begun} ms`);
}
