import { expect, test } from "vitest";
import type { Document, KeptDocument, Procedure, Task } from "../types.gen";
import { citedBy, documentText } from "./documents";

const cited = (number: string, version = ""): Document => ({
  ...{ id: "rules", number, version, title: { zh: "奖惩规定", en: "" } },
});
const kept = (number: string, version: string) => ({ row: { number, version } }) as KeptDocument;

test.each<[string, Document, KeptDocument | null, string]>([
  ["as it is cited", cited("HR-07", "A/0"), null, "HR-07 奖惩规定 A/0 版"],
  ["a dash is no number", cited("—"), null, "奖惩规定"],
  ["the house gave it a number and a version", cited("—", "A/0"), kept("XS-03", "A/2"), "XS-03 奖惩规定 A/2 版"],
  ["the house gave it neither", cited("HR-07", "A/0"), kept("", ""), "HR-07 奖惩规定 A/0 版"],
])("a document is called by what is known of it: %s", (_, document, file, text) => {
  expect(documentText(document, file)).toBe(text);
});

test("a task cites in its own order, and nothing that is not there", () => {
  const other = { ...cited("A"), id: "other" };
  const procedure = { document: [cited("B"), other] } as Procedure;
  const task = { cites: ["other", "gone", "rules"] } as Task;
  expect(citedBy(task, procedure).map((one) => one.id)).toEqual(["other", "rules"]);
});
