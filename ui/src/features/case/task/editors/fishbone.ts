/** Where the lines of a fishbone stand. Pure geometry, so that the drawing and a test see the same. */
import type { Bone, Twig } from "../../../../types.gen";

export interface DrawnTwig {
  twig: Twig;
  /** Where it meets its bone. */
  x: number;
  y: number;
}

export interface DrawnBone {
  bone: Bone;
  up: boolean;
  /** Its label. */
  x: number;
  y: number;
  /** Where it meets the spine. */
  joint: number;
  twigs: DrawnTwig[];
}

export interface Drawing {
  width: number;
  height: number;
  spine: number;
  head: number;
  bones: DrawnBone[];
}

const WIDTH = 860;
const HEAD = 700;
const LEFT = 20;
const SLANT = 78;
const LABEL = 26;
/** Every twig needs so much of its bone's height. */
const TWIG = 24;
const ABOVE: Bone[] = ["people", "machine", "material"];
const BELOW: Bone[] = ["method", "environment", "measurement"];

/** The usual six, three above and three below; management stands above as a fourth where somebody wrote there. */
export function draw(twigs: readonly Twig[]): Drawing {
  const above = twigs.some((twig) => twig.bone === "management") ? [...ABOVE, "management" as const] : ABOVE;
  const of = (bone: Bone) => twigs.filter((twig) => twig.bone === bone && twig.cause.trim() !== "");
  const room = (bones: readonly Bone[]) => Math.max(108, ...bones.map((bone) => of(bone).length * TWIG + 12));
  const [up, down] = [room(above), room(BELOW)];
  const spine = LABEL + up;
  const place = (bones: readonly Bone[], isUp: boolean): DrawnBone[] => {
    const wide = (HEAD - LEFT) / bones.length;
    return bones.map((bone, n) => {
      const joint = LEFT + (n + 1) * wide - 14;
      const high = isUp ? up : down;
      const mine = of(bone);
      const twigsOf = mine.map((twig, at): DrawnTwig => {
        // From the far end of the bone towards the spine.
        const part = (at + 0.75) / (mine.length + 0.5);
        const y = isUp ? LABEL + part * high : spine + high - part * high;
        return { twig, x: joint - SLANT * (1 - part), y };
      });
      return { bone, up: isUp, x: joint - SLANT, y: isUp ? LABEL : spine + high, joint, twigs: twigsOf };
    });
  };
  return {
    width: WIDTH,
    height: spine + down + LABEL,
    spine,
    head: HEAD,
    bones: [...place(above, true), ...place(BELOW, false)],
  };
}

/** Cut to so many half widths: a Chinese character takes two. */
export function cut(text: string, halves: number): string {
  let used = 0;
  for (let at = 0; at < text.length; at += 1) {
    used += text.charCodeAt(at) > 0x2e80 ? 2 : 1;
    if (used > halves) return `${text.slice(0, at)}…`;
  }
  return text;
}
