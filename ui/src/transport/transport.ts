/**
 * How the form set reaches the house: the list of commands, files beside it, and what only a desktop can do.
 *
 * Two ways stand behind it, `http.ts` (a browser against `kesu serve`) and `tauri.ts` (the desktop window). Nothing here
 * knows what a command means.
 */
import type { ApiError, Commands, FormLanguage, Lang } from "../types.gen";

export type CommandName = keyof Commands;
export type Request<N extends CommandName> = Commands[N]["request"];
export type Response<N extends CommandName> = Commands[N]["response"];

/** The house said no; `error.code` says why. */
export class Refusal extends Error {
  readonly error: ApiError;
  constructor(error: ApiError) {
    super(error.code);
    this.name = "Refusal";
    this.error = error;
  }
}

/** The house did not answer: the program on the other side is gone, or the network. What was typed is a draft. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("unreachable", { cause });
    this.name = "Unreachable";
  }
}

/** A file that the house took in; it becomes part of a case by `file_claim`. */
export interface Received {
  /** Its SHA-256, by which everything names it. */
  file: string;
  bytes: number;
}

/** Which files a dialog offers. */
export type Kinds = "any" | "picture" | "scan" | "mail";

/** Bytes that may be opened or saved: a file of a case or of a controlled document, a form, or one's own deadlines for a calendar. */
export type Source = `file/${string}` | `form/${string}.pdf` | "ical/mine.ics";

/** Whether there is a folder to work in, and what is being done to it. */
export interface FolderView {
  state: "none" | "ready" | "damaged" | "newer" | "unfit";
  path: string;
  why: ApiError | null;
  doing: { what: "init" | "sample" | "verify" | "backup"; done: number; of: number } | null;
  /** Another place may be chosen. */
  movable: boolean;
}

/** What the first run asks (ux.md, First run). */
export interface InitFolder {
  path?: string | null;
  plant?: { zh: string; en: string };
  login?: string;
  name?: string;
  password: string;
  language?: Lang;
  /** A separate folder of made-up cases, clearly marked as such. */
  sample?: boolean;
}

export interface FolderMade {
  login: string;
  folder: FolderView;
}

/** What `verify` found. */
export interface Verified {
  head: string;
  entries: number;
  rows: number;
  files: number;
  breaks: number;
  /** The first of them; `is` is a word of `break.*`. */
  found: { is: string; break: string; [data: string]: unknown }[];
}

export interface BackedUp {
  /** Where it lies; a browser keeps it where it keeps downloads. */
  path: string | null;
  head: string;
  missing: number;
}

export interface Transport {
  readonly kind: "http" | "tauri";
  /** Calls a command. The same `id` sent twice is carried out once. `leaving`: the page goes, and the call outlives it. */
  call<N extends CommandName>(name: N, request: Request<N>, id?: string, leaving?: boolean): Promise<Response<N>>;
  /** Hands in a file's bytes. */
  upload(file: Blob, name: string): Promise<Received>;
  /** Asks for files and hands them in; empty when the user takes none. */
  pickFiles(kinds: Kinds, many: boolean): Promise<(Received & { name: string })[]>;
  /** An address under which the page may show or read the bytes. */
  url(source: Source): string;
  /** Opens it in the system's own viewer, which prints it. */
  open(source: Source): Promise<void>;
  /** Saves a copy where the user says; false when they say nowhere. */
  save(source: Source, name: string): Promise<boolean>;
  folderState(): Promise<FolderView>;
  folderInit(init: InitFolder): Promise<FolderMade>;
  /** Takes another folder that is there; only where it is movable. */
  folderOpen(path: string): Promise<FolderView>;
  /** A native dialog for a folder; nothing in a browser. */
  pickFolder(): Promise<string | null>;
  folderVerify(derived: boolean): Promise<Verified>;
  /** Writes a backup; null when the user says nowhere. */
  folderBackup(name: string): Promise<BackedUp | null>;
  /** A hint on the desktop; nothing depends on it. */
  notify(title: string, body: string): void;
  /** Called before the window goes: what is being typed is kept first. */
  onClose(keep: () => Promise<void>): void;
}

export type { FormLanguage };
