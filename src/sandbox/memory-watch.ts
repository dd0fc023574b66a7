import { readFileSync } from "node:fs";

/** Bytes of a page where /proc tells sizes in pages. */
const PAGE = 4096;

const INTERVAL = 20;

/** Calls `exceeded` once a process uses more memory than so many bytes; only Linux tells. Returns what ends the watch. */
export function watchMemory(pid: number, limit: number, exceeded: () => void): () => void {
  const timer = setInterval(() => {
    const bytes = residentBytes(pid);
    if (bytes === null) clearInterval(timer);
    else if (bytes > limit) {
      clearInterval(timer);
      exceeded();
    }
  }, INTERVAL);
  timer.unref();
  return () => clearInterval(timer);
}

function residentBytes(pid: number): number | null {
  try {
    const [, resident = ""] = readFileSync(`/proc/${pid}/statm`, "latin1").split(" ");
    return Number(resident) * PAGE;
  } catch {
    return null;
  }
}
