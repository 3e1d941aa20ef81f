/** Lines that belong to groups while they stand in one list: why-chains by branch, twigs by bone. Ids stay with their lines. */

export interface Line {
  id: number;
  cause: string;
}

/** A line of a group with its place in the whole list. */
export interface Placed<L> {
  line: L;
  at: number;
}

export function groupOf<L extends Line, K extends keyof L>(lines: readonly L[], by: K, value: L[K]): Placed<L>[] {
  return lines.flatMap((line, at) => (line[by] === value ? [{ line, at }] : []));
}

/** A new line behind the n-th of its group; behind the last of all where the group has none. */
export function insertAfter<L extends Line>(lines: readonly L[], group: readonly Placed<L>[], n: number, line: L): L[] {
  const at = group[n]?.at ?? group.at(-1)?.at ?? lines.length - 1;
  return [...lines.slice(0, at + 1), line, ...lines.slice(at + 1)];
}

export function replaceAt<L>(lines: readonly L[], at: number, of: Partial<L>): L[] {
  return lines.map((line, n) => (n === at ? { ...line, ...of } : line));
}

export function removeAt<L>(lines: readonly L[], at: number): L[] {
  return lines.filter((_, n) => n !== at);
}

/** The last step of a chain that says something is its root cause. */
export function rootOf<L extends Line>(group: readonly Placed<L>[]): L | undefined {
  return group.findLast(({ line }) => line.cause.trim() !== "")?.line;
}
