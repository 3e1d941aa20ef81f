/** Pages of a list by place. */

/** Rows a page: some screens full, and less than a frame to draw. */
export const PAGE = 200;

/** So many rows before the end of a page the next one is asked. */
const AHEAD = 60;

export interface Pages {
  first: number;
  last: number;
}

/** The pages of the places from `first` to before `end`, and those that a scroll comes to next. */
export function pagesOf(first: number, end: number): Pages {
  return {
    first: Math.floor(Math.max(0, first - AHEAD) / PAGE),
    last: Math.floor(Math.max(0, end - 1 + AHEAD) / PAGE),
  };
}
