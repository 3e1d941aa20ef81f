/** A lost answer registers nobody twice, and a file that fails leaves the case standing. */
import { afterEach, expect, test } from "vitest";
import { bodyOf } from "../../fields/registry";
import type { Transport } from "../../transport";
import { Refusal, useTransport as takeTransport, Unreachable } from "../../transport";
import { http } from "../../transport/http";
import type { Intake } from "./register";
import { complaintOf, isSaid, lacking, putFiles, register } from "./register";

const received = "2026-11-24T01:00:00.000Z";

function intake(): Intake {
  const line = { id: 0, product: null, name: "", lot: "", delivered: null };
  const lines = [{ ...line, lot: "261011-05" }, line];
  const body = { ...bodyOf("complaint", null), customer: 9, received_at: received, lines };
  return { body, extra: {}, procedure: null, confidential: false, files: [], request: null };
}

type Answers = (name: string, request: unknown, id?: string) => unknown;

function house(answers: Answers): void {
  const call = async (name: string, request: unknown, id?: string) => answers(name, request, id);
  takeTransport({ ...http(), call } as unknown as Transport);
}

afterEach(() => takeTransport(http()));

test("empty lines are not sent, and files are not", () => {
  const sent = complaintOf({ ...intake(), body: { ...intake().body, files: ["ab"] } });
  expect(sent.lines.map((line) => line.lot)).toEqual(["261011-05"]);
  expect(sent.files).toEqual([]);
});

test("what is lacking is what the procedure asks for", () => {
  const required = new Set(["complaint.customer", "complaint.words", "capa.source"]);
  expect(lacking(required, (field) => field === "customer")).toEqual(["complaint.words"]);
});

test("a registration whose answer was lost is found by the same id, not made again", async () => {
  const ids: (string | undefined)[] = [];
  house((name, _request, id) => {
    if (name === "case_register") {
      ids.push(id);
      if (ids.length === 1) throw new Unreachable("gone");
      throw new Refusal({ code: "replayed", seq: 77 });
    }
    return {
      rows: [
        { case: 3, number: "KS-3", received: "2026-01-01T00:00:00.000Z" },
        { case: 4, number: "KS-4", received },
      ],
    };
  });
  // What was typed since does not lead astray: it is found by what was sent.
  const now = { ...intake(), body: { ...intake().body, received_at: "2026-11-25T00:00:00.000Z" } };
  const sent = { id: "request-1", complaint: complaintOf(intake()) };
  expect(await register(now, "P-KS", sent)).toEqual({ case: 4, number: "KS-4", missing: [], before: true });
  expect(ids).toEqual(["request-1", "request-1"]);
});

test("a file that fails is left over with its reason; the others are named in the complaint", async () => {
  let saved: unknown;
  house((name, request) => {
    const asked = request as { file?: string; section?: { body: { files: string[] } } };
    if (name === "file_claim" && asked.file === "bad") throw new Refusal({ code: "busy" });
    if (name === "case_get") {
      return { sections: [{ rev: 5, row: { kind: "complaint", body: { files: ["old"] }, extra: {} } }] };
    }
    if (name === "section_save") saved = request;
    return {};
  });
  const file = (name: string) => ({ file: name, name, bytes: 1 });
  const left = await putFiles(4, [file("good"), file("bad")], [], {}, "why");
  expect(left.files.map((one) => one.file)).toEqual(["bad"]);
  expect(left.unnamed).toBeNull();
  expect(saved).toMatchObject({ case: 4, rev: 5, reason: "why", section: { body: { files: ["old", "good"] } } });
});

test("a field of a product is said when every product that is one has it", () => {
  const { body } = intake();
  expect(isSaid("lines.lot", body)).toBe(true);
  expect(isSaid("lines.name", body)).toBe(false);
  expect(isSaid("lines.lot", { ...body, lines: [] })).toBe(false);
  expect(isSaid("customer", body)).toBe(true);
  expect(isSaid("words", body)).toBe(false);
});
