/** Where somebody stands who opens the window: no folder yet, nobody signed in, or signed in already. */
import type { FolderView } from "../../transport";
import { Refusal, transport } from "../../transport";
import type { MyView } from "../../types.gen";
import { remember } from "./recent";

export type Place =
  | { is: "asking" }
  | { is: "away"; why: unknown }
  | { is: "folder"; view: FolderView }
  | { is: "out" }
  | { is: "in"; me: MyView; turn: number };

/** A browser may speak with a server that has no such route: that one has its folder open all the time. */
async function folderView(): Promise<FolderView | null> {
  try {
    return await transport().folderState();
  } catch (error) {
    if (transport().kind === "http") return null;
    throw error;
  }
}

export async function whereWeAre(): Promise<Place> {
  // Both are asked at once: the second answer counts where the first says that there is a folder.
  const mine = transport().call("me", {});
  mine.catch(() => {});
  try {
    const view = await folderView();
    if (view && view.state !== "ready") return { is: "folder", view };
    const me = await mine;
    remember({ login: me.login, name: me.name });
    return { is: "in", me, turn: 0 };
  } catch (error) {
    return error instanceof Refusal && error.error.code === "forbidden" ? { is: "out" } : { is: "away", why: error };
  }
}

let ahead: Promise<Place> | null = null;

/** Begins the first look, which need not wait until there is something to draw it in. */
export function lookAhead(): void {
  ahead = whereWeAre();
}

/** What the look ahead found, once; else a look now. */
export function firstLook(): Promise<Place> {
  const look = ahead ?? whereWeAre();
  ahead = null;
  return look;
}
