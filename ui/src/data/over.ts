/** Where a case is over: nothing is written to it any more, or nobody has to do anything more. */
const READ_ONLY = ["archived", "withdrawn", "merged", "void"];

/** Nothing is written to a case in this state, unless it is taken back. */
export const isReadOnly = (state: string): boolean => READ_ONLY.includes(state);

/** Nobody has to do anything more in a case in this state. */
export const isOver = (state: string): boolean => state === "closed" || isReadOnly(state);
