import { expect, test } from "vitest";
import type { PersonView, Post } from "../../types.gen";
import { holders, holds } from "./roles";

const post = (some: Partial<Post>): Post => ({
  account: 1,
  role: "qe",
  procedure: null,
  plant: 1,
  department: null,
  from: null,
  until: null,
  deputy_for: null,
  ...some,
});
const person = (account: number, posts: Post[], state: PersonView["state"] = "active"): PersonView => ({
  account,
  login: `p${account}`,
  name: `P${account}`,
  position: "",
  skills: [],
  state,
  posts: posts.map((one, index) => ({ id: account * 10 + index, rev: 1, post: one })),
});

test("a post holds from its first day to its last, both included", () => {
  const table: [Partial<Post>, string][] = [
    [{}, "now"],
    [{ from: "2026-11-25", until: "2026-11-25" }, "now"],
    [{ from: "2026-11-26" }, "ahead"],
    [{ until: "2026-11-24" }, "over"],
  ];
  for (const [some, is] of table) expect(holds(post(some), "2026-11-25")).toBe(is);
});

test("closed accounts and posts that are over hold nothing; deputies come behind", () => {
  const people = [
    person(1, [post({ deputy_for: 2 }), post({ role: "gm", until: "2026-01-01" })]),
    person(2, [post({})]),
    person(3, [post({})], "disabled"),
  ];
  const found = holders(people, "2026-11-25");
  expect(found.get("qe")?.map((one) => one.person.account)).toEqual([2, 1]);
  expect(found.has("gm")).toBe(false);
});
