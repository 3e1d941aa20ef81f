import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { pretend, SOMEBODY, shown } from "../../data/pretend";
import { Refusal } from "../../transport";
import type { Difference, DocumentView, Procedure } from "../../types.gen";
import { Documents } from "./Documents";
import { linesOf } from "./differences";

afterEach(cleanup);
const user = userEvent.setup();

const RULES: DocumentView = {
  cited: { id: "rules", number: "HR-07", version: "", title: { zh: "奖惩规定", en: "" } },
  kept: {
    ...{ rev: 3, media_type: "application/pdf", bytes: 20 },
    row: { procedure: "P-JD", document: "rules", number: "", version: "A/1", name: "奖惩规定.pdf", file: "f1" },
  },
};
const SALES: DocumentView = {
  cited: { id: "sales", number: "—", version: "", title: { zh: "销售管理制度", en: "" } },
  kept: null,
};
const row = async (title: string) => within(await screen.findByRole("row", { name: new RegExp(title) }));

test("a document without a file says so, and who only reads is offered nothing", async () => {
  pretend({ document_list: () => ({ documents: [RULES, SALES] }) });
  shown(<Documents procedure={4} />, { ...SOMEBODY, permissions: ["signed_in", "read"] });
  expect((await row("销售管理制度")).getByText("尚未上传")).toBeDefined();
  expect((await row("奖惩规定")).getByText("A/1 版")).toBeDefined();
  expect(screen.getAllByRole("button").map((one) => one.textContent)).toEqual(["奖惩规定.pdf"]);
});

test("another version goes with the file that is kept, over the revision on the screen; a refusal is said and typed words stay", async () => {
  let free = false;
  const house = pretend({
    document_list: () => ({ documents: [RULES] }),
    document_save: () => {
      if (!free) throw new Refusal({ code: "conflict", at: 4 } as never);
      return { id: 1, rev: 4 };
    },
  });
  shown(<Documents procedure={4} />);
  await user.click((await row("奖惩规定")).getByRole("button", { name: "更换「奖惩规定」" }));
  const dialog = within(await screen.findByRole("dialog"));
  const save = dialog.getByRole("button", { name: "存入受控文件" }) as HTMLButtonElement;
  expect(save.disabled, "nothing is other").toBe(true);
  const version = dialog.getByLabelText("版本") as HTMLInputElement;
  await user.clear(version);
  await user.type(version, "A/2");
  await user.click(save);
  expect((await dialog.findByRole("alert")).textContent).not.toBe("");
  expect(version.value).toBe("A/2");
  free = true;
  await user.click(save);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const request = { procedure: 4, document: "rules", rev: 3, number: "", version: "A/2", file: "f1" };
  expect(house.of("document_save")).toEqual([request, request]);
});

test("what a task goes by and which desk is offered stand by name among the differences", () => {
  const procedure = {
    ...{ role: [{ id: "qe", name: { zh: "品质部", en: "" } }], limit: [], list: [], field: [] },
    document: [RULES.cited],
    stage: [{ id: "s", name: { zh: "判定", en: "" }, task: [{ id: "t", name: { zh: "判定成立", en: "" } }], exit: [] }],
  } as unknown as Procedure;
  const differ = (of: string, field: string, before: unknown, after: unknown, more = {}): Difference => ({
    ...{ how: "changed", of, stage: null, id: "", field, before, after },
    ...more,
  });
  const found = [
    differ("task", "cites", [], ["rules"], { stage: "s", id: "t" }),
    differ("document", "version", "", "A/1", { id: "rules" }),
    differ("desk", "", null, { when: {}, by: "qe" }, { how: "added" }),
    differ("desk", "by", "qe", "about_departments"),
  ];
  const lines = linesOf(found, procedure, procedure).map((one) => [one.field, one.before, one.after]);
  expect(lines).toEqual([
    ["依照文件", "–", "HR-07 奖惩规定"],
    ["版本", "–", "A/1"],
    ["", "", "任何情况 → 品质部"],
    ["谁做", "品质部", "被投诉部门"],
  ]);
});
