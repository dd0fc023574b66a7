import { readFileSync } from "node:fs";

/** What a process has had of the processor. */
export interface ProcessorTime {
  /** ms of all its threads together. */
  readonly used: number;
  /** Whether it works, or would if it were let: a process that waits for something doesn't. */
  readonly is: "working" | "waiting";
}

/** Linux counts the time of processes in hundredths of a second. */
const TICK = 10;

/** Returns what a process has had of the processor so far; `null` where nobody tells: only Linux does. */
export function processorTime(pid: number): ProcessorTime | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name of the program comes before, in brackets, and may hold anything.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [user = Number.NaN, system = Number.NaN] = fields.slice(10, 12).map(Number);
    return { used: (user + system) * TICK, is: state === "R" ? "working" : "waiting" };
  } catch {
    return null;
  }
}
