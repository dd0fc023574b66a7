import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { hostname } from "node:os";

import * as v from "valibot";

import { Failure } from "../base/failure.ts";
import { processStart } from "./process-start.ts";
import { codeOf, unlessMissing } from "./system-error.ts";

/** The right to write, held until it is released or its process ends. */
export interface Lock {
  /** Lets others write. */
  readonly release: () => void;
}

/** Who holds a lock, as its file says. */
const holderSchema = v.object({
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  host: v.string(),
  started: v.string(),
});

type Holder = v.InferOutput<typeof holderSchema>;

/** How long a lock may be without words: its maker has created the file and is about to fill it. In milliseconds. */
const PAUSE_OF_A_MAKER = 100;

/**
 * Takes a lock, also one that a process left behind when it died. Throws the Failure `locked` if a running process,
 * or one of another machine, holds it, and what the system throws if its file can't be made.
 */
export function takeLock(path: string): Lock {
  const mine = JSON.stringify(myself());
  while (!create(path, mine)) {
    const found = readLock(path);
    if (found === null) continue;
    const holder = holderIn(found);
    if (holder === null) sleep(PAUSE_OF_A_MAKER);
    else refuseIfHeld(path, holder);
    setAside(path, found);
  }
  return {
    release: () => {
      if (readLock(path) === mine) rmSync(path, { force: true });
    },
  };
}

function myself(): Holder {
  return { pid: process.pid, host: hostname(), started: processStart(process.pid) ?? "" };
}

function create(path: string, text: string): boolean {
  const descriptor = openNew(path);
  if (descriptor === null) return false;
  try {
    writeSync(descriptor, text);
    return true;
  } catch (error) {
    // A full disk lets a file be made and not be filled.
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function openNew(path: string): number | null {
  try {
    return openSync(path, "wx");
  } catch (error) {
    if (codeOf(error) === "EEXIST") return null;
    throw error;
  }
}

function readLock(path: string): string | null {
  return unlessMissing(() => readFileSync(path, "utf8"));
}

function holderIn(text: string): Holder | null {
  try {
    return v.parse(holderSchema, JSON.parse(text));
  } catch {
    return null;
  }
}

function refuseIfHeld(path: string, { pid, host, started }: Holder): void {
  if (host === hostname()) {
    const running = processStart(pid);
    // The same pid with another start is another process: pids are used again.
    if (running === null || (running !== "" && started !== "" && running !== started)) return;
  }
  throw new Failure({ code: "locked", data: { file: path, pid, host } });
}

// A rename has one winner. It may still win a lock that somebody else has made in the meantime; that one is put back.
function setAside(path: string, dead: string): void {
  const aside = `${path}.${process.pid}`;
  if (unlessMissing(() => renameSync(path, aside)) === null) return;
  const taken = readFileSync(aside, "utf8");
  if (taken !== dead) create(path, taken);
  rmSync(aside, { force: true });
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
