import { readFileSync } from "node:fs";

import { codeOf } from "./system-error.ts";

/**
 * Tells when a process of this machine started, in the system's own words: with the pid they name one process, for
 * pids are used again. `null` = it doesn't run; `""` = it runs, but the system doesn't say since when.
 */
export function processStart(pid: number): string | null {
  if (!isThere(pid)) return null;
  const { state, start } = inProc(pid) ?? byPs(pid);
  // A zombie and a dead one have ended; only their parent hasn't asked how.
  return /^[ZX]/u.test(state) ? null : start;
}

/** What the system tells about a process; both are `""` if it doesn't. */
interface ProcessFacts {
  readonly state: string;
  readonly start: string;
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process can't be signalled, but it is there.
    return codeOf(error) !== "ESRCH";
  }
}

/** Reads what Linux tells, see proc_pid_stat(5); `null` where it doesn't. */
function inProc(pid: number): ProcessFacts | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name in parentheses may hold spaces and parentheses itself. The start is the twentieth field behind it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", start: fields[19] ?? "" };
  } catch {
    return null;
  }
}

function byPs(pid: number): ProcessFacts {
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { stdout } = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" });
  const [state = "", ...start] = (stdout ?? "").trim().split(/\s+/u);
  return { state, start: start.join(" ") };
}
