/**
 * The case of `two_pauses_over_national_day_as_the_case_shows_them` (crates/api/tests/api/time.rs) as a person reads it on the
 * screen: every deadline to the minute, by both clocks, in the plant's time (D-5, T-2).
 */
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { pretend, shown } from "../../data/pretend";
import { heardAt } from "../../transport/skew";
import { CasePage } from "./CasePage";

/** A moment of 2026 by the wall clock of the plant, `10-08 10:23`. */
const at = (local: string) => new Date(`2026-${local.replace(" ", "T")}:00+08:00`).toISOString();

const TASKS = { contain: "启动围堵", judge: "判定成立与否、定级", samples: "跟踪样品" };
type Name = keyof typeof TASKS;

const RULES = {
  number: "P-KS",
  role: [{ id: "qe", name: { zh: "品质工程师", en: "" } }],
  stage: [
    {
      id: "intake",
      name: { zh: "受理", en: "" },
      task: Object.entries(TASKS).map(([id, zh]) => ({
        ...{ id, name: { zh, en: "" }, does: "fill", by: ["qe"], fills: [], each: null },
      })),
      exit: [],
    },
  ],
};

const LINKS = { split_from: null, split_into: [], merged_into: null, merged: [] };

function row(task: Name) {
  const row = {
    ...{ stage: "intake", task, slot: "", round: 1, state: "open", opened: at("09-29 10:00"), hand: null },
    ...{ moved: [], passed: null, asked: null, taken_back: [], late: [], said: {}, first_due: null, done_at: null },
    ...{ done_by: null, deputy_for: null, excuse: null, reason: "", set_aside: false },
  };
  return { row, blocked: [{ why: "needs_role", by: ["qe"] }], void: false, offers: [], fills: [], warnings: [] };
}

/** Until when, by the department's clock and by the customer's. */
type Dues = Record<Name, [string, string]>;

interface Moment {
  now: string;
  pauses: [from: string, until: string | null, reason: string][];
  dues: Dues;
  stopped?: Name[];
}

async function read({ now, pauses, dues, stopped = [] }: Moment): Promise<void> {
  heardAt(at(now));
  const clock = (task: Name) => ({
    key: { task, slot: "", round: 1 },
    due: at(dues[task][0]),
    customer_due: at(dues[task][1]),
    first_due: null,
    paused_with: stopped.includes(task) ? "客户" : null,
    unknown_year: null,
  });
  const held = pauses.map(([from, until]) => ({
    ...{ from: at(from), until: until && at(until), holder: { party: "客户" }, task: null },
  }));
  pretend({
    case_get: () => ({
      ...{ case: 7, rev: 1, sections: [], records: [], signatures: [], can_reopen: [], void_blocked: [] },
      head: {
        ...{
          number: "KS-2026-0007",
          plant: 1,
          procedure: 1,
          stage: "intake",
          way: ["intake"],
          round: 1,
          state: "open",
        },
        ...{ received: at("09-29 10:00"), registered: at("09-29 10:00"), reopened: [], links: LINKS, handed: [] },
        pauses: pauses.map(([from, until, reason]) => ({
          ...{ from: at(from), until: until && at(until), reason, holder: "客户", customer_agreed: false },
        })),
      },
      tasks: (Object.keys(TASKS) as Name[]).map(row),
      clocks: (Object.keys(TASKS) as Name[]).map(clock),
      ball: { stretches: held, shares: [{ holder: { party: "客户" }, millis: 0 }] },
    }),
    procedure_get: () => ({ id: 1, procedure: RULES }),
    procedure_list: () => ({ procedures: [] }),
    draft_list: () => ({ drafts: [] }),
    file_list: () => ({ files: [] }),
    case_timeline: () => ({ entries: [] }),
    master_list: () => ({ rows: [] }),
    people_list: () => ({ people: [] }),
  });
  shown(
    <Router hook={memoryLocation({ path: "/cases/7" }).hook}>
      <CasePage />
    </Router>,
  );
  await screen.findByRole("button", { name: TASKS.samples });
}

/** The two clocks beside a task, as they are read. */
function clocks(task: Name): string[] {
  const line = screen.getByRole("button", { name: TASKS[task] }).closest("li");
  return [...(line?.querySelectorAll(".clock") ?? [])].map((one) => (one.textContent ?? "").replace(" 先到期", ""));
}

afterEach(() => {
  cleanup();
  heardAt(new Date().toISOString());
});

const AS_RULED: Dues = {
  contain: ["09-30 10:00", "09-30 10:00"],
  judge: ["09-30 17:30", "09-30 17:30"],
  samples: ["10-08 17:30", "10-08 17:30"],
};
const FIRST = ["09-30 15:07", "10-08 10:23", "等待客户寄回不良品"] as [string, string, string];

test("as ruled: one working day ends today, two end behind the holiday", async () => {
  await read({ now: "09-30 09:18", pauses: [], dues: AS_RULED });
  expect(clocks("contain")).toEqual(["内09-30 周三 10:00剩 42 分钟", "客09-30 周三 10:00剩 42 分钟"]);
  expect(clocks("judge")).toEqual(["内09-30 周三 17:30剩 8 小时 12 分", "客09-30 周三 17:30剩 8 小时 12 分"]);
  expect(clocks("samples")).toEqual(["内10-08 周四 17:30剩 8.3 天", "客10-08 周四 17:30剩 8.3 天"]);
});

test("while the case stands, so do the department's clocks, and the customer's run on", async () => {
  const [from, , reason] = FIRST;
  await read({ now: "10-05 12:00", pauses: [[from, null, reason]], dues: AS_RULED, stopped: ["judge", "samples"] });
  expect(clocks("contain")[0], "containment cannot be paused").toBe("内09-30 周三 10:00逾 5.1 天");
  expect(clocks("judge")).toEqual(["内暂停中", "客09-30 周三 17:30逾 4.8 天"]);
  expect(clocks("samples")).toEqual(["内暂停中", "客10-08 周四 17:30剩 3.2 天"]);
  expect(screen.getByText(/计时已暂停，等客户：等待客户寄回不良品/)).toBeDefined();
});

test("after the second pause the make-up Saturday is worked, and each pause can be read to the minute", async () => {
  const second = ["10-08 16:41", "10-10 09:02", "客户要求节后再议"] as [string, string, string];
  const dues: Dues = {
    contain: ["09-30 10:00", "09-30 10:00"],
    judge: ["10-10 17:30", "09-30 17:30"],
    samples: ["10-12 17:30", "10-10 17:30"],
  };
  await read({ now: "10-10 09:30", pauses: [FIRST, second], dues });
  expect(clocks("judge")).toEqual(["内10-10 周六 17:30剩 8 小时 0 分", "客09-30 周三 17:30逾 9.7 天"]);
  expect(clocks("samples")).toEqual(["内10-12 周一 17:30剩 2.3 天", "客10-10 周六 17:30剩 8 小时 0 分"]);
  await userEvent.click(screen.getByRole("button", { name: "各方用时" }));
  const stretches = (await screen.findAllByRole("list")).find((one) => one.closest(".case-ball-history"));
  const lines = within(stretches as HTMLElement).getAllByRole("listitem");
  expect(lines.map((one) => one.textContent)).toEqual([
    "10-08 周四 16:41 – 10-10 周六 09:02　外部：客户",
    "09-30 周三 15:07 – 10-08 周四 10:23　外部：客户",
  ]);
});
