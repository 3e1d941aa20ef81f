import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { pretend, SOMEBODY, shown } from "../../data/pretend";
import { Refusal } from "../../transport";
import type { PersonView } from "../../types.gen";
import { CalendarImport } from "./CalendarImport";
import { HandOver } from "./HandOver";

afterEach(cleanup);
const user = userEvent.setup();
const person = (account: number, name: string): PersonView => ({
  ...{ account, login: `p${account}`, name, state: "active", position: "", skills: [], posts: [] },
});
const PEOPLE = [person(1, "王敏"), person(2, "李建国"), person(3, "陈静")];
const [MIN, LI] = PEOPLE as [PersonView, PersonView, PersonView];

test("a year with wrong lines is not taken in, and each line is named", async () => {
  const wrong = (line: string, why: string, detail: string) => ({ field: line, wrong: why, detail });
  const fields = [wrong("text.12", "twice", "2027-01-01,off"), wrong("text.3", "bad_day", "2027-13-01,off")];
  let good = false;
  const house = pretend({
    calendar_import: () => {
      if (!good) throw new Refusal({ code: "invalid", fields });
      return { id: 1, rev: 2, off: 20, work: 5, open: 3, changed: 2 };
    },
  });
  let closed = false;
  shown(<CalendarImport plant={1} year={2027} rev={4} onClose={() => (closed = true)} />);
  await user.type(await screen.findByLabelText(/依据/), "国办发明电〔2026〕1 号");
  await user.type(screen.getByLabelText(/全年的日期/), "2027-01-01,off");
  await user.click(screen.getByRole("button", { name: /导入 2027 年$/ }));
  const lines = (await screen.findAllByRole("listitem")).map((line) => line.textContent);
  expect(lines[0]).toContain("第 3 行");
  expect(lines[1]).toContain("第 12 行");
  expect(closed).toBe(false);
  good = true;
  await user.click(screen.getByRole("button", { name: /导入 2027 年$/ }));
  await waitFor(() => expect(closed).toBe(true));
  expect(house.of("calendar_import").at(-1)).toMatchObject({ plant: 1, year: 2027, rev: 4, text: "2027-01-01,off" });
});

test("all work of a leaver goes to one successor, with a reason, and what went over is said", async () => {
  const house = pretend({ tasks_hand_over: () => ({ cases: 7, ended: 2, given: 1, headed: 0 }) });
  shown(<HandOver person={LI} people={PEOPLE} />);
  await user.click(screen.getByRole("button", { name: "交接…" }));
  const go = await screen.findByRole("button", { name: "交接全部工作" });
  expect((go as HTMLButtonElement).disabled).toBe(true);
  await user.click(screen.getByRole("combobox", { name: /交给/ }));
  await user.click(await screen.findByText("陈静 p3"));
  await user.type(screen.getByLabelText(/理由/), "离职");
  await user.click(screen.getByRole("button", { name: "把李建国的工作交给陈静" }));
  expect((await screen.findByRole("status")).textContent).toContain("李建国的工作已交给陈静");
  expect(screen.getByText("涉及案件 7 件")).toBeDefined();
  expect(house.of("tasks_hand_over")).toEqual([{ from: 2, to: 3, reason: "离职", posts: true }]);
});

test("handing over is offered to administrators and to heads of departments", () => {
  pretend({});
  const nobody = { ...SOMEBODY, permissions: ["signed_in" as const] };
  shown(<HandOver person={MIN} people={PEOPLE} />, nobody);
  expect(screen.queryByRole("button", { name: "交接…" })).toBeNull();
  cleanup();
  shown(<HandOver person={MIN} people={PEOPLE} />, { ...nobody, heads: [2] });
  expect(screen.getByRole("button", { name: "交接…" })).toBeDefined();
});
