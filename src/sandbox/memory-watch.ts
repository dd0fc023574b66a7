import { readFileSync } from "node:fs";

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
    const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, "latin1")) ?? [];
    return kibibytes === undefined ? null : Number(kibibytes) * 1024;
  } catch {
    return null;
  }
}
