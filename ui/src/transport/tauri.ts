/**
 * The desktop window: one rpc command, a scheme of its own for bytes, and what the system offers. The only file that
 * knows Tauri. What each call gives: CONTRACT.md.
 */
import { convertFileSrc, invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { ApiError } from "../types.gen";
import type { CommandName, Request, Response, Source, Transport } from "./transport";
import { Refusal, Unreachable } from "./transport";

type Args = Parameters<typeof invoke>[1];

async function ask<T>(command: string, args?: Args, options?: Parameters<typeof invoke>[2]): Promise<T> {
  try {
    return await invoke<T>(command, args, options);
  } catch (error) {
    if (typeof error === "object" && error !== null && "code" in error) throw new Refusal(error as ApiError);
    throw new Unreachable(error);
  }
}

export function tauri(): Transport {
  return {
    kind: "tauri",
    call<N extends CommandName>(name: N, request: Request<N>, id?: string): Promise<Response<N>> {
      return ask("rpc", { name, payload: request, request: id ?? null });
    },
    async upload(file, name) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return ask("upload", bytes, { headers: { "x-kesu-name": encodeURIComponent(name) } });
    },
    pickFiles: (kinds, many) => ask("pick_files", { kinds, many }),
    url: (source: Source) => convertFileSrc(source, "kesu"),
    open: (source) => ask("open_source", { source }),
    save: async (source, name) => (await ask<string | null>("save_source", { source, name })) !== null,
    folderState: () => ask("folder_state"),
    folderInit: (init) => ask("folder_init", { new: init }),
    folderOpen: (path) => ask("folder_open", { path }),
    pickFolder: () => ask("pick_folder"),
    folderVerify: (derived) => ask("folder_verify", { derived }),
    folderBackup: async (name) => {
      const made = await ask<{ path: string; head: string; missing: string[] } | null>("folder_backup", { name });
      return made && { path: made.path, head: made.head, missing: made.missing.length };
    },
    notify: (title, body) => void ask("notify", { title, body }).catch(() => {}),
    onClose: (keep) => {
      void listen("kesu:closing", () => {
        void keep().finally(() => ask("window_flushed").catch(() => {}));
      });
    },
  };
}
