/** Processes of a session, and what they hold of the memory, as Linux tells it. */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";

export interface Process {
  pid: number;
  name: string;
  /** Its share of the memory in kB: what several have in common is parted among them. */
  pss: number;
}

/** Those that were started in this session (man 2 setsid), and still run. */
export function processesOf(session: number): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        // Behind the name in brackets: state, parent, group, session.
        const [state, , , of] = (readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1) ?? "").split(" ");
        if (Number(of) !== session || state === "Z") return [];
        const [command = ""] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
        const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1];
        return [{ pid: Number(pid), name: basename(command), pss: Number(pss ?? 0) }];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}
