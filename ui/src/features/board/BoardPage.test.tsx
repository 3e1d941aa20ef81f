import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Pretended, pretend, shown } from "../../data/pretend";
import { BoardPage } from "./BoardPage";

const waiting = (tasks: number, overdue = 0) => ({
  ...{ tasks, overdue, today: 0, paused: 0, unknown_year: 0, oldest: null, first_due: null },
});
const TASK = {
  ...{ case: 5, number: "KS-5", summary: "划痕", customer: null, severity: null, procedure: 1 },
  ...{ task: { task: "judge", slot: "", round: 1 }, stage: "judge", holder: { role: "qe" }, opened: null },
  ...{ due: "2020-01-01T00:00:00.000Z", paused: false, unknown_year: null, reason: "等样品" },
};
const RULES = {
  number: "P-KS",
  title: { zh: "客户投诉处理规程", en: "" },
  role: [{ id: "qe", name: { zh: "品质工程师", en: "" } }],
  stage: [
    {
      id: "judge",
      name: { zh: "判定", en: "" },
      task: [{ id: "judge", name: { zh: "成立判定", en: "" }, by: ["qe"] }],
    },
  ],
};

let house: Pretended;
beforeEach(() => {
  house = pretend({
    board: () => ({
      ...{ at: "", today_ends: "", total: waiting(1, 1), tasks: [TASK] },
      stages: [{ procedure: "P-KS", stage: "judge", waiting: waiting(1, 1) }],
      holders: [{ holder: { role: "qe" }, waiting: waiting(1, 1) }],
    }),
    procedure_list: () => ({
      procedures: [
        { id: 1, rev: 1, number: "P-KS", version: "A/0", title: RULES.title, state: "issued", effective: null },
      ],
    }),
    procedure_get: () => ({ id: 1, procedure: RULES }),
    master_list: () => ({ rows: [] }),
    people_list: () => ({ people: [] }),
  });
});
afterEach(cleanup);

const user = userEvent.setup();
const last = () => house.of("board").at(-1);

test("a row says what waits for whom, and why it is late", async () => {
  shown(<BoardPage />);
  const row = (await screen.findByText("KS-5")).closest("tr");
  await waitFor(() => expect(row?.textContent).toContain("品质工程师"));
  expect(row?.textContent).toContain("成立判定");
  expect(row?.textContent).toContain("等样品");
  expect(row?.querySelector(".bad")).not.toBeNull();
});

test("a stage and a holder narrow the table together; the counts stay whole", async () => {
  shown(<BoardPage />);
  await user.click(await screen.findByRole("button", { name: /^判定/ }));
  await waitFor(() => expect(last()).toMatchObject({ procedure: "P-KS", stage: "judge", holder: null }));
  await user.click(screen.getByText("按等谁"));
  await user.click(await screen.findByRole("button", { name: /^品质工程师/ }));
  await waitFor(() => expect(last()).toMatchObject({ stage: "judge", holder: { role: "qe" } }));
  await user.click(screen.getByLabelText("只看逾期"));
  await waitFor(() => expect(last()).toMatchObject({ overdue: true }));
  const counts = house.of("board").filter((one) => (one as { limit: number }).limit === 1);
  for (const asked of counts) expect(asked).toMatchObject({ stage: null, holder: null, overdue: false });
  await user.click(screen.getByRole("button", { name: /阶段：判定/ }));
  await waitFor(() => expect(last()).toMatchObject({ stage: null, holder: { role: "qe" } }));
});
