/** Who holds which role today: posts as they are said, by the day at the plant. */
import type { PersonView, Post } from "../../types.gen";

/** Roles of the program's own, beside those of the procedure. */
export const OWN_ROLES = ["admin", "reader"] as const;

export type Span = "now" | "over" | "ahead";

/** Does this post hold on this day (`2026-11-25`)? */
export function holds(post: Post, today: string): Span {
  if (post.until !== null && post.until < today) return "over";
  return post.from !== null && post.from > today ? "ahead" : "now";
}

/** Everybody who holds each role today, deputies behind the others; accounts that are closed hold none. */
export function holders(people: PersonView[], today: string): Map<string, { person: PersonView; post: Post }[]> {
  const found = new Map<string, { person: PersonView; post: Post }[]>();
  for (const person of people) {
    if (person.state !== "active") continue;
    for (const { post } of person.posts) {
      if (holds(post, today) === "now") found.set(post.role, [...(found.get(post.role) ?? []), { person, post }]);
    }
  }
  for (const list of found.values()) {
    list.sort((a, b) => Number(a.post.deputy_for !== null) - Number(b.post.deputy_for !== null));
  }
  return found;
}
