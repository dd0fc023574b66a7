/** Characters that a job may write to its console in one run. */
const MOST_SAID = 65_536;

let said: string[] = [];
let length = 0;

// Taken before any job runs: what a job puts in their place is not asked.
const { stringify } = JSON;
const NativeDate = Date;

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
 * programs share is frozen: a job can't change the engine that it runs on.
 */
export function closeWorld(): void {
  Object.defineProperty(globalThis, "console", { value: CONSOLE });
  Object.defineProperty(globalThis, "Date", { value: StoppedDate });
  Math.random = () => {
    throw new TypeError("a run has no dice: Math.random() would make it another one each time");
  };
  for (const name of [
    "Temporal",
    "WebAssembly",
    "FinalizationRegistry",
    "WeakRef",
    "Atomics",
    "SharedArrayBuffer",
  ])
    Reflect.deleteProperty(globalThis, name);
  for (const shared of SHARED) freezeWithPrototype(shared);
}

/** A Date of which nobody learns the time of day. */
class StoppedDate extends NativeDate {
  constructor(...parts: readonly []) {
    if (parts.length === 0) throw noClock("new Date()");
    super(...parts);
  }

  static override now(): number {
    throw noClock("Date.now()");
  }
}

function noClock(call: string): TypeError {
  return new TypeError(`a run has virtual time only: ask the timer service, not ${call}`);
}

const CONSOLE = Object.freeze({ log: say, info: say, warn: say, error: say, debug: say, trace: say });

const SHARED: readonly unknown[] = [
  Object,
  Function,
  Array,
  String,
  Number,
  Boolean,
  Symbol,
  BigInt,
  Map,
  Set,
  WeakMap,
  WeakSet,
  Promise,
  RegExp,
  StoppedDate,
  NativeDate,
  JSON,
  Math,
  Reflect,
  Object.getPrototypeOf([].values()),
  Object.getPrototypeOf(new Map().values()),
  Object.getPrototypeOf(new Set().values()),
  Object.getPrototypeOf(Uint8Array),
];

function freezeWithPrototype(shared: unknown): void {
  Object.freeze(shared);
  if (typeof shared === "function") Object.freeze(shared.prototype);
}

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
