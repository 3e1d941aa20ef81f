import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Pretended, pretend, shown } from "../../data/pretend";
import { now } from "../../transport";
import { InboxPage } from "./InboxPage";

const HOUR = 3_600_000;
const stamp = (hours: number) => new Date(now().getTime() + hours * HOUR).toISOString();

function task(of: number, slot: string, due: string | null) {
  return {
    case: of,
    number: `KS-${of}`,
    summary: "划痕",
    customer: 9,
    severity: "major",
    class: null,
    task: { task: "judge", slot, round: 1 },
    stage: "judge",
    opened: stamp(-30),
    due,
    customer_due: due && stamp(-2),
    procedure: 1,
    product: "",
    lot: "",
    owner: null,
    remind: null,
    paused_with: null,
    unknown_year: null,
  };
}

const DUTY = {
  ...{ plant: 4, procedure: 1, number: "P-KS", duty: "review", name: { zh: "月度客诉例会", en: "Review" } },
  ...{ every: "month", by: ["qe"], tells: ["plant"], period: "2026-10", from: "2026-10-01" },
  ...{ due_on: "2026-11-05", due: stamp(-300), state: "overdue" },
};

const JUDGE = { id: "judge", name: { zh: "成立判定", en: "Judge" }, does: "decide", by: ["qe"] };
const RULES = {
  number: "P-KS",
  role: [{ id: "plant", name: { zh: "厂长", en: "Head of plant" } }],
  stage: [{ id: "judge", name: { zh: "判定", en: "Judging" }, task: [JUDGE] }],
};

let house: Pretended;
let tasks: ReturnType<typeof task>[];
let refuses = false;

beforeEach(() => {
  refuses = false;
  tasks = [task(1, "", stamp(-1)), task(2, "", stamp(400)), task(3, "told:plant", null)];
  const { number, summary, customer, severity, stage, procedure } = task(7, "", null);
  const late = { case: 7, number, summary, customer, severity, stage, procedure };
  const pressed = {
    ...late,
    task: { task: "judge", slot: "", round: 1 },
    role: "plant",
    since: stamp(-5),
    due: stamp(-9),
  };
  const part = (count: number) => ({ count, tasks: [] });
  house = pretend({
    inbox_list: () => ({ tasks, pressed: [pressed] }),
    digest: () => ({ day: "2026-11-23", yesterday: part(0), today: part(0), soon: part(0), overdue: part(1) }),
    draft_list: () => ({ drafts: [] }),
    duty_list: () => ({ open: [DUTY], done: [] }),
    register_list: () => ({ rows: [], next: null, count: { cases: 0, overdue: 0 } }),
    procedure_get: () => ({ id: 1, procedure: RULES }),
    case_get: () => ({ head: { way: [], stage: "judge" }, sections: [], tasks: [] }),
    case_timeline: () => ({ entries: [] }),
    master_list: () => ({ rows: [] }),
    people_list: () => ({ people: [] }),
    task_do: (request: { case: number }) => {
      tasks = tasks.filter((one) => one.case !== request.case);
      return {};
    },
    duty_done: () => {
      if (refuses) throw new Error("no");
      return { id: 1, rev: 1 };
    },
  });
});
afterEach(cleanup);

const user = userEvent.setup();
const tab = (name: RegExp) => screen.findByRole("tab", { name });

test("what one is told is no task that waits: each tab counts its own", async () => {
  shown(<InboxPage />);
  await waitFor(async () => expect((await tab(/待我处理/)).textContent).toContain("2"));
  expect((await tab(/催办/)).textContent).toContain("1");
  expect((await tab(/告知与待阅/)).textContent).toContain("1");
  expect((await tab(/定期工作/)).textContent).toContain("1");
  const list = await screen.findByRole("region", { name: /待我处理，共 2 项/ });
  expect(within(list).queryByText("KS-3")).toBeNull();
});

test("a part of the day narrows the list, and gives it back", async () => {
  shown(<InboxPage />);
  await user.click(await screen.findByRole("button", { name: /逾期\s*1/ }));
  expect(await screen.findByRole("region", { name: /共 1 项/ })).toBeDefined();
  await user.click(screen.getByRole("button", { name: "显示全部" }));
  expect(await screen.findByRole("region", { name: /共 2 项/ })).toBeDefined();
  expect((screen.getByRole("button", { name: /昨天到期/ }) as HTMLButtonElement).disabled).toBe(true);
});

test("of two clocks the one that runs out first says so", async () => {
  shown(<InboxPage />);
  const row = await screen.findByRole("button", { name: /KS-2/ });
  expect(within(row).getAllByText("先到期")).toHaveLength(1);
  expect(row.querySelector('.clock[data-first="true"]')?.textContent).toContain("客");
});

test("one key says that it was read, and the row goes", async () => {
  shown(<InboxPage />);
  await user.click(await tab(/告知与待阅/));
  (await screen.findByRole("button", { name: /划痕/ })).focus();
  await user.keyboard(" ");
  await screen.findByText("没有要看的告知");
  expect(house.of("task_do")).toEqual([
    {
      ...{ case: 3, task: { task: "judge", slot: "told:plant", round: 1 } },
      ...{ step: "done", reason: "", behalf: null, paper: null },
    },
  ]);
});

test("a duty is done in place; what was typed stays when the house says no", async () => {
  refuses = true;
  shown(<InboxPage />);
  await user.click(await tab(/定期工作/));
  await user.click(await screen.findByRole("button", { name: /月度客诉例会/ }));
  const text = await screen.findByLabelText(/做了什么/);
  await user.type(text, "开了例会");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect((await screen.findByRole("alert")).textContent).toContain("no");
  expect((text as HTMLTextAreaElement).value).toBe("开了例会");
  refuses = false;
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByLabelText(/做了什么/)).toBeNull());
  expect(house.of("duty_done").at(-1)).toMatchObject({
    ...{ number: "P-KS", duty: "review", period: "2026-10", plant: 4, text: "开了例会" },
    done_on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  });
});
