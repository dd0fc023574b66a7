import { spawn, type ChildProcess as NodeChild } from "node:child_process";
import { randomUUID } from "node:crypto";
import { StringDecoder } from "node:string_decoder";

import type { Limit } from "../exercise/run-end.ts";
import { answerIn } from "./answer-in.ts";
import { childCommand } from "./child-command.ts";
import type { MachineLimits } from "./limits.ts";
import { watchMemory } from "./memory-watch.ts";
import type { Answer, Order, OrderLine } from "./messages.ts";
import { processorTime, type ProcessorTime } from "./processor-time.ts";

/** Why a child is gone. */
export type ChildEnd =
  | { readonly type: "killed" }
  | { readonly type: "exceeded"; readonly limit: Limit; readonly message: string }
  | { readonly type: "died"; readonly message: string };

/** What is told about a child while it lives. */
export interface ChildListener {
  readonly answered: (answer: Answer) => void;
  /** Called once, last. */
  readonly ended: (end: ChildEnd) => void;
}

/** Characters kept of what Node itself writes to stderr when it dies. */
const MOST_LAST_WORDS = 65_536;

/** What Node writes when there is no memory for objects, or for bytes. */
const NO_MEMORY = /heap out of memory|Array buffer allocation failed/u;

/** The exit code of a Node whose main program waits for something that never comes. */
const UNSETTLED = 13;

/** A process that runs programs of strangers, with everything forbidden that Node and the system can forbid. */
export class ExerciseChild {
  readonly #child: NodeChild;
  /** The number of the group of processes that it leads; `null` = none. */
  readonly #group: number | null;
  readonly #limits: MachineLimits;
  readonly #listener: ChildListener;
  readonly #decoder = new StringDecoder("utf8");
  readonly #stopWatching: () => void;
  #end: ChildEnd | null = null;
  #state: "living" | "gone" = "living";
  /** The pieces of a line that has not come to its end. */
  #pending: string[] = [];
  /** What every line of the answer to the last order begins with. */
  #token = "";
  #received = 0;
  #lastWords = "";

  /** Starts a child from the folder with the built program. */
  constructor(program: string, limits: MachineLimits, listener: ChildListener) {
    const { execPath: node, platform, env: own } = process;
    const host = { program, node, platform, systemRoot: own["SystemRoot"] };
    const { file, args, options } = childCommand(host, limits.processor);
    this.#limits = limits;
    this.#listener = listener;
    this.#child = spawn(file, args, options);
    this.#group = options.detached ? (this.#child.pid ?? null) : null;
    this.#listen();
    const { pid } = this.#child;
    this.#stopWatching =
      pid === undefined ? () => {} : watchMemory(pid, limits.memory, () => this.#exceed("memory"));
  }

  /** Gives an order. Until the next one, what answers this one is heard and nothing else. */
  tell(order: Order): void {
    this.#token = randomUUID();
    const line: OrderLine = { token: this.#token, order };
    this.#child.stdin?.write(`${JSON.stringify(line)}\n`);
  }

  /** Returns what it has had of the processor; `null` where nobody tells. */
  processorTime(): ProcessorTime | null {
    const { pid } = this.#child;
    return pid === undefined ? null : processorTime(pid);
  }

  /** Ends it at once for having taken too long. */
  runOutOfTime(): void {
    this.#exceed("wall");
  }

  /** Ends it at once. */
  kill(): void {
    this.#endBy({ type: "killed" });
  }

  #listen(): void {
    const { stdin, stdout, stderr } = this.#child;
    // A child that has died can't be told anything; that it has, `exit` tells.
    stdin?.on("error", () => {});
    stdout?.on("data", (chunk: Buffer) => this.#receive(chunk));
    stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(0, MOST_LAST_WORDS);
    });
    this.#child.once("error", ({ message }) => this.#finish({ type: "died", message }));
    // Whatever is left of its group holds streams open.
    this.#child.once("exit", () => killGroup(this.#group));
    this.#child.once("close", (code, signal) => this.#finish(this.#naturalEnd(code, signal)));
  }

  #receive(chunk: Buffer): void {
    if (this.#end !== null) return;
    this.#received += chunk.length;
    if (this.#received > this.#limits.output) return this.#exceed("output");
    const [end = "", ...starts] = this.#decoder.write(chunk).split("\n");
    this.#pending.push(end);
    for (const start of starts) {
      this.#hear(this.#pending.join(""));
      this.#pending = [start];
    }
  }

  #hear(line: string): void {
    const head = `${this.#token} `;
    const answer = line.startsWith(head) ? answerIn(line.slice(head.length)) : null;
    if (answer === null) this.#endBy({ type: "died", message: "what the child has answered is no answer" });
    else if (this.#end === null) this.#listener.answered(answer);
  }

  #exceed(limit: Limit): void {
    this.#endBy({ type: "exceeded", limit, message: "" });
  }

  #endBy(end: ChildEnd): void {
    this.#end ??= end;
    this.#child.kill("SIGKILL");
  }

  #naturalEnd(code: number | null, signal: string | null): ChildEnd {
    if (NO_MEMORY.test(this.#lastWords)) return { type: "exceeded", limit: "memory", message: "" };
    if (signal === "SIGXCPU") return { type: "exceeded", limit: "wall", message: "" };
    if (code === UNSETTLED) return { type: "died", message: "a top-level await that is never settled" };
    const last = this.#lastWords.trim().split("\n").at(-1) ?? "";
    return { type: "died", message: `${signal ?? `exit code ${code}`}${last === "" ? "" : `: ${last}`}` };
  }

  /** Of a child that couldn't be started Node tells twice: that it failed, and that it is closed. */
  #finish(natural: ChildEnd): void {
    if (this.#state === "gone") return;
    this.#state = "gone";
    this.#stopWatching();
    this.#listener.ended(this.#end ?? natural);
  }
}

/** Ends all processes of a group; one that has ended already stays so. */
function killGroup(group: number | null): void {
  if (group === null) return;
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // Nobody is left.
  }
}
