import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import type { Random } from "../../src/base/random.ts";

/** When a run is killed: some time after its start, or some time after it has acknowledged so many answers. */
export interface KillPoint {
  readonly answers: number;
  /** Milliseconds. */
  readonly delay: number;
}

/** A run of the program that was killed, or that had ended before. */
export interface KilledRun {
  /** The ids of the events that it said it had saved. */
  readonly acknowledged: readonly string[];
  readonly end: "killed" | "ended";
  readonly stderr: string;
}

/** Returns a point to kill at: half of them anywhere from the start on, half of them right behind an answer. */
export function randomKillPoint(random: Random): KillPoint {
  return random() < 0.5
    ? { answers: 0, delay: random() * 600 }
    : { answers: 1 + Math.floor(random() * 300), delay: random() * 4 };
}

/** Returns lines as somebody types them who answers cards, and now and then undoes, redoes, suspends or buries. */
export function randomLines(count: number, random: Random): string {
  const lines = Array.from({ length: count }, () => {
    const dice = random();
    if (dice < 0.9) return `\n${1 + Math.floor(random() * 4)}\n`;
    return `${"ursb".charAt(Math.floor(random() * 4))}\n`;
  });
  return lines.join("");
}

/** Runs the program on some input and kills it at a point. */
export async function runAndKill(
  command: readonly string[],
  input: string,
  { answers, delay }: KillPoint,
): Promise<KilledRun> {
  const child = spawn(process.execPath, command, { stdio: ["pipe", "pipe", "pipe"] });
  const killSoon = (): void => {
    setTimeout(() => child.kill("SIGKILL"), delay);
  };
  const acknowledged: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    const [, id] = /^saved (\S+)$/u.exec(line) ?? [];
    if (id === undefined) return;
    acknowledged.push(id);
    if (acknowledged.length === answers) killSoon();
  });
  const stderr = child.stderr.setEncoding("utf8").toArray();
  // A dead program reads no more.
  child.stdin.on("error", () => null).end(input);
  if (answers === 0) killSoon();
  const [, signal] = await once(child, "close");
  return { acknowledged, end: signal === "SIGKILL" ? "killed" : "ended", stderr: (await stderr).join("") };
}
