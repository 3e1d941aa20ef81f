/** The list over HTTP on this machine. The session is a cookie that no script can read. What each call gives: CONTRACT.md. */
import type { ApiError } from "../types.gen";
import { heardAt } from "./skew";
import type {
  Response as Answer,
  BackedUp,
  CommandName,
  FolderMade,
  FolderView,
  Kinds,
  Received,
  Request,
  Source,
  Transport,
  Verified,
} from "./transport";
import { Refusal, Unreachable } from "./transport";

const JSON_TYPE = { "content-type": "application/json" };

async function send(path: string, init: RequestInit): Promise<globalThis.Response> {
  let response: globalThis.Response;
  try {
    response = await fetch(path, { credentials: "same-origin", ...init });
  } catch (cause) {
    throw new Unreachable(cause);
  }
  heardAt(response.headers.get("date"));
  if (!response.ok) throw new Refusal(await parsed<ApiError>(response));
  return response;
}

async function parsed<T>(response: globalThis.Response): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch (cause) {
    throw new Unreachable(cause);
  }
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  return parsed<T>(await send(path, init));
}

function post<T>(path: string, body: unknown, headers: Record<string, string> = {}, leaving = false): Promise<T> {
  const text = JSON.stringify(body);
  // A page that goes takes its calls along, unless they are marked; browsers mark no more than 64 kB.
  const keepalive = leaving && text.length < 20_000;
  return ask(path, { method: "POST", headers: { ...JSON_TYPE, ...headers }, body: text, keepalive });
}

function follow(url: string, name?: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.rel = "noopener";
  if (name === undefined) link.target = "_blank";
  else link.download = name;
  link.click();
}

const ACCEPT: Record<Kinds, string> = {
  any: "",
  picture: "image/png,image/jpeg",
  scan: "image/png,image/jpeg,application/pdf",
  mail: ".eml,.msg",
};

function choose(kinds: Kinds, many: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = many;
    input.accept = ACCEPT[kinds];
    input.hidden = true;
    const end = (files: File[]) => {
      input.remove();
      resolve(files);
    };
    input.addEventListener("change", () => end([...(input.files ?? [])]));
    input.addEventListener("cancel", () => end([]));
    // Some browsers open no dialog for an input that stands in no page.
    document.body.append(input);
    input.click();
  });
}

function upload(file: Blob, name: string): Promise<Received> {
  const headers = { "content-type": "application/octet-stream" };
  return ask(`/file?name=${encodeURIComponent(name)}`, { method: "POST", headers, body: file });
}

export function http(): Transport {
  const url = (source: Source) => `/${source}`;
  return {
    kind: "http",
    async call<N extends CommandName>(
      name: N,
      request: Request<N>,
      id?: string,
      leaving?: boolean,
    ): Promise<Answer<N>> {
      return post<Answer<N>>(`/api/${name}`, request, id === undefined ? {} : { "x-request-id": id }, leaving);
    },
    upload,
    async pickFiles(kinds, many) {
      const taken = [];
      for (const file of await choose(kinds, many)) {
        taken.push({ ...(await upload(file, file.name)), name: file.name });
      }
      return taken;
    },
    url,
    open: async (source) => follow(url(source)),
    save: async (source, name) => {
      follow(url(source), name);
      return true;
    },
    folderState: () => ask<FolderView>("/folder", { method: "GET" }),
    folderInit: (init) => post<FolderMade>("/folder/init", init),
    folderOpen: () => ask<FolderView>("/folder", { method: "GET" }),
    pickFolder: async () => null,
    folderVerify: (derived) => post<Verified>("/folder/verify", { derived }),
    async folderBackup(name): Promise<BackedUp> {
      const response = await send("/folder/backup", { method: "POST", headers: JSON_TYPE, body: "{}" });
      const address = URL.createObjectURL(await response.blob());
      follow(address, name);
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      const header = (key: string) => response.headers.get(key) ?? "";
      return { path: null, head: header("x-kesu-head"), missing: Number(header("x-kesu-missing")) };
    },
    notify: () => {},
    onClose: (keep) => {
      window.addEventListener("pagehide", () => void keep());
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden") void keep();
      });
    },
  };
}
