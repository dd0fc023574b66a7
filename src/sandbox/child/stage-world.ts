import { freezeAll, keepAssignable, namelessIntrinsics } from "./freeze-world.ts";

/** Characters that a job may write to its console in one run. */
const MOST_SAID = 65_536;

let said: string[] = [];
let length = 0;

// Taken before any job runs: what a job puts in their place is not asked.
const { stringify } = JSON;

/** Ends a run that writes too much. */
export class OutputExceededError extends Error {
  override readonly name = "OutputExceededError";
}

/** Forgets what was written to the console. */
export function startSaying(): void {
  said = [];
  length = 0;
}

/** Returns what was written to the console since. */
export function saidText(): string {
  // A job that caught the error has not been silent for that.
  if (length > MOST_SAID) throw tooMuch();
  return said.join("\n");
}

/**
 * Takes from the context what makes runs differ, clocks and dice, and puts a console there that only collects. What all
 * programs share is frozen, and what is `offered` to them: a job can't change what it runs on, nor who judges it.
 */
export function closeWorld(offered: readonly unknown[]): void {
  Object.defineProperty(globalThis, "console", { value: CONSOLE });
  stopDate();
  Math.random = () => {
    throw new TypeError("a run has no dice: Math.random() would make it another one each time");
  };
  for (const name of UNPREDICTABLE) Reflect.deleteProperty(globalThis, name);
  Reflect.deleteProperty(Intl, "DateTimeFormat");
  for (const { prototype } of ERRORS) for (const name of ["name", "message"]) keepAssignable(prototype, name);
  freezeAll([globalThis, ...namelessIntrinsics(), ...offered]);
}

/** What depends on the clock, on memory, or on what other threads do. */
const UNPREDICTABLE = [
  "Temporal",
  "WebAssembly",
  "FinalizationRegistry",
  "WeakRef",
  "Atomics",
  "SharedArrayBuffer",
] as const;

const ERRORS = [
  Error,
  AggregateError,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
] as const;

/** Puts a Date in the place of Date of which nobody learns the time of day; the one that knows it is nowhere any more. */
function stopDate(): void {
  const NativeDate = Date;
  const stopped = new Proxy(NativeDate, {
    apply: () => {
      throw noClock("Date()");
    },
    construct: (_, parts: readonly unknown[], made) => {
      if (parts.length === 0) throw noClock("new Date()");
      return Reflect.construct(NativeDate, parts, made) as Date;
    },
  });
  NativeDate.now = () => {
    throw noClock("Date.now()");
  };
  NativeDate.prototype.constructor = stopped;
  Object.defineProperty(globalThis, "Date", { value: stopped });
}

function noClock(call: string): TypeError {
  return new TypeError(`a run has virtual time only: ask the timer service, not ${call}`);
}

const CONSOLE = Object.freeze({ log: say, info: say, warn: say, error: say, debug: say, trace: say });

function say(...parts: readonly unknown[]): void {
  const text = parts
    .map((part) => (typeof part === "string" ? part : (stringify(part) ?? String(part))))
    .join(" ");
  length += text.length + 1;
  if (length > MOST_SAID) throw tooMuch();
  said.push(text);
}

function tooMuch(): OutputExceededError {
  return new OutputExceededError(`The job has written more than ${MOST_SAID} characters in one run.`);
}
