import { hashString } from "../java/hash-code.ts";
import { ClientProcess } from "./client-process.ts";
import { ExternalCalls } from "./external-calls.ts";
import { seededRandom, type Random } from "./random.ts";
import type { WorldClock } from "./world-clock.ts";

/**
 * The surroundings of a cluster: the clock, the dice and the network that all systems outside share. Nothing that
 * happens to a job touches it. With the same seed the same calls get the same answers.
 */
export class World {
  readonly clock: WorldClock;
  readonly calls = new ExternalCalls();
  readonly #seed: number;
  #process = new ClientProcess("client");

  constructor(clock: WorldClock, seed = 0) {
    this.clock = clock;
    this.#seed = seed;
  }

  /** The process whose code runs now: to it belong the sockets that are opened. */
  get process(): ClientProcess {
    return this.#process;
  }

  /** Runs a piece of code as a part of a process. */
  runAs<T>(process: ClientProcess, code: () => T): T {
    const caller = this.#process;
    this.#process = process;
    try {
      return code();
    } finally {
      this.#process = caller;
    }
  }

  /** Returns dice for one system, so that what one of them does changes nothing in another. */
  randomFor(system: string): Random {
    return seededRandom(this.#seed ^ hashString(system));
  }
}
