import { describe, expect, it } from "vitest";
import type { Place } from "../../../../types.gen";
import { apply, stands, sumsOf } from "./places";

const place = (of: Partial<Place>): Place => ({
  id: 1,
  place: "wip",
  applies: null,
  who: null,
  done_at: null,
  stock: null,
  checked: null,
  ng: null,
  disposition: null,
  concession: "",
  note: "",
  ...of,
});

describe("the places of a containment", () => {
  it.each([
    ["not looked at", place({ stock: 10 }), "ahead"],
    ["half looked at", place({ stock: 10, checked: 4, ng: 0 }), "now"],
    ["looked through", place({ stock: 10, checked: 10, ng: 1 }), "done"],
    ["none there", place({ stock: 0, checked: 0 }), "done"],
    ["not there at all", place({ applies: "no" }), "done"],
  ])("%s", (_, one, how) => expect(stands(one)).toBe(how));

  it("are summed without those that do not apply", () => {
    const sums = sumsOf([
      place({ stock: 400, checked: 400, ng: 0 }),
      place({ stock: 380, checked: 240, ng: 5 }),
      place({ applies: "no", stock: 9, checked: 9, ng: 9 }),
    ]);
    expect(sums).toEqual({ stock: 780, checked: 640, ng: 5, rate: "0.8%", done: 2, left: 140 });
    expect(sumsOf([]).rate).toBeNull();
  });

  it("are asked again for their counts when they apply after all", () => {
    const off = apply(place({ stock: 3 }), false);
    expect(off).toMatchObject({ applies: "no", stock: 0, checked: 0, ng: 0 });
    expect(apply(off, true)).toMatchObject({ applies: "yes", stock: null, checked: null, ng: null });
  });
});
