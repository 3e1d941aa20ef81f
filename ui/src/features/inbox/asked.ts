/** What the inbox asks the house: the same questions by the page and by its lists, so that each is asked once. */

/** The longest answer of the list; who has more sees the most urgent ones. */
export const MOST = 500;

/** The first page of the cases in which this person took that part. */
export function asked(mine: "registered" | "done") {
  return { ...EVERYTHING, mine, limit: 200, count: true };
}

const EVERYTHING = {
  plant: null,
  procedure: null,
  stage: null,
  state: null,
  customer: null,
  class: null,
  severity: null,
  track: null,
  verdict: null,
  owner: null,
  from: null,
  until: null,
  overdue: false,
  search: "",
  after: null,
};
