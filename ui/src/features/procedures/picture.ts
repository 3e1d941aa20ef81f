/**
 * The picture of a procedure: lanes are whose turn it is, columns are stages; boxes are tasks, lines are exits.
 *
 * Only numbers here, so that it can be tested: a line to the next stage goes straight, one that leaps goes over the
 * lanes, one that goes back goes under them, and no two share a track where they would cover one another.
 */

export const BOX = { width: 124, height: 56, gap: 8 } as const;
const COLUMN = 160;
/** Words on a line of one column need more room than the gap that it crosses. */
const WORDS = 128;
const LEFT = 104;
const HEAD = 30;
const TRACK = 18;
const PAD = 12;

export interface StageIn {
  id: string;
  tasks: { id: string; lane: string }[];
  exits: { to: string; label: string }[];
}

export interface Box {
  task: string;
  stage: string;
  x: number;
  y: number;
}

export interface Line {
  from: string;
  to: string;
  label: string;
  back: boolean;
  points: [number, number][];
  /** Where its words stand, and how wide they may be. */
  at: { x: number; y: number; width: number };
}

export interface Picture {
  width: number;
  height: number;
  columns: { id: string; x: number; width: number }[];
  lanes: { name: string; y: number; height: number }[];
  boxes: Box[];
  lines: Line[];
  /** The end of all ways. */
  end: { x: number; y: number };
}

export const END = "archive";

interface Way {
  from: number;
  to: number;
  fromId: string;
  toId: string;
  label: string;
  /** The columns that it covers, of its track. */
  span: [number, number];
  kind: "next" | "over" | "under";
  track: number;
}

/** A track for each way, so that ways on one track do not overlap. The shortest lie nearest to the lanes. */
function onTracks(ways: Way[]): number {
  const ends: [number, number][][] = [];
  const sorted = [...ways].sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
  for (const way of sorted) {
    let track = ends.findIndex((held) => held.every(([a, b]) => way.span[1] <= a || way.span[0] >= b));
    if (track < 0) track = ends.push([]) - 1;
    ends[track]?.push(way.span);
    way.track = track;
  }
  return ends.length;
}

/** `order` says which lanes come first; the others follow as they appear. */
export function draw(stages: StageIn[], order: string[] = []): Picture {
  const index = new Map(stages.map((stage, n) => [stage.id, n]));
  index.set(END, stages.length);
  const ways: Way[] = stages.flatMap((stage, from) =>
    stage.exits.map((exit): Way => {
      const to = index.get(exit.to) ?? stages.length;
      const kind = to <= from ? "under" : to === from + 1 && exit.label === "" ? "next" : "over";
      // A way leaves behind its column and arrives before that of its end; one to the next column has its words around
      // the gap.
      const near = to === from + 1 ? 0.05 : 0.4;
      const [a, b] = kind === "under" ? [to - 0.5, from + 0.5] : [from + near, to - near];
      return { from, to, fromId: stage.id, toId: exit.to, label: exit.label, span: [a, b], kind, track: 0 };
    }),
  );
  const over = onTracks(ways.filter((way) => way.kind === "over"));
  const under = onTracks(ways.filter((way) => way.kind === "under"));

  const held = new Set(stages.flatMap((stage) => stage.tasks.map((task) => task.lane)));
  const names = [...new Set([...order.filter((lane) => held.has(lane)), ...held])];
  const most = (lane: string) => Math.max(1, ...stages.map((s) => s.tasks.filter((task) => task.lane === lane).length));
  let y = HEAD + over * TRACK + (over ? PAD : 0);
  const lanes = names.map((name) => {
    const height = most(name) * (BOX.height + BOX.gap) + PAD;
    const lane = { name, y, height };
    y += height;
    return lane;
  });
  const floor = y;
  const x = (column: number) => LEFT + column * COLUMN + (COLUMN - BOX.width) / 2;

  const boxes: Box[] = stages.flatMap((stage, column) => {
    const rows = new Map<string, number>();
    return stage.tasks.map((task) => {
      const n = rows.get(task.lane) ?? 0;
      rows.set(task.lane, n + 1);
      const lane = lanes.find((one) => one.name === task.lane);
      return {
        task: task.id,
        stage: stage.id,
        x: x(column),
        y: (lane?.y ?? 0) + PAD / 2 + BOX.gap / 2 + n * (BOX.height + BOX.gap),
      };
    });
  });
  const last = stages.at(-1);
  const of = (stage: string) => boxes.filter((box) => box.stage === stage);
  const end = { x: x(stages.length), y: (last && of(last.id).at(-1)?.y) ?? HEAD };
  const mid = (box: { y: number } | undefined) => (box?.y ?? HEAD) + BOX.height / 2;

  // Lines that run down the same gap between two columns keep a little apart.
  const used = new Map<string, number>();
  const gap = (column: number, side: "out" | "in") => {
    const key = `${column}${side}`;
    const n = used.get(key) ?? 0;
    used.set(key, n + 1);
    const off = 5 + (n % 4) * 4;
    return side === "out" ? x(column) + BOX.width + off : x(column) - off - 3;
  };
  const lines = ways.map((way): Line => {
    const start = of(way.fromId).at(-1);
    const target = way.toId === END ? end : of(way.toId)[0];
    const [y1, y2] = [mid(start), mid(target)];
    const [x1, x2] = [x(way.from) + BOX.width, x(way.to)];
    const base = { from: way.fromId, to: way.toId, label: way.label, back: way.kind === "under" };
    if (way.kind === "next") {
      const bend = (x1 + x2) / 2;
      return {
        ...base,
        points: [
          [x1, y1],
          [bend, y1],
          [bend, y2],
          [x2, y2],
        ],
        at: { x: 0, y: 0, width: 0 },
      };
    }
    const out = gap(way.from, "out");
    const into = gap(way.to, "in");
    const level =
      way.kind === "over"
        ? HEAD + PAD / 2 + (over - way.track - 0.5) * TRACK
        : floor + PAD / 2 + (way.track + 0.5) * TRACK;
    const [a, b] = [Math.min(out, into), Math.max(out, into)];
    return {
      ...base,
      points: [
        [x1, y1],
        [out, y1],
        [out, level],
        [into, level],
        [into, y2],
        [x2, y2],
      ],
      at:
        b - a - 12 < WORDS
          ? { x: (a + b - WORDS) / 2, y: level, width: WORDS }
          : { x: a + 6, y: level, width: b - a - 12 },
    };
  });
  return {
    width: LEFT + (stages.length + 1) * COLUMN,
    height: floor + under * TRACK + PAD,
    columns: [...stages.map((stage) => stage.id), END].map((id, column) => ({
      id,
      x: LEFT + column * COLUMN,
      width: COLUMN,
    })),
    lanes,
    boxes,
    lines,
    end,
  };
}
