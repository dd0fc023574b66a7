import { RuntimeException } from "../java/exceptions.ts";
import type { ResultFuture } from "../operators/async/result-future.ts";
import type { Json } from "./json.ts";

/** The service that a scenario's asynchronous function asks: it answers when the script says so. */
export class ScriptedService {
  readonly #asked = new Map<string, ResultFuture<Json>>();
  #calls = 0;

  /** The number of calls so far, retries and those after a restore included. */
  get calls(): number {
    return this.#calls;
  }

  /** Takes a call for the element of that id. */
  call(id: string, resultFuture: ResultFuture<Json>): void {
    this.#calls++;
    this.#asked.set(id, resultFuture);
  }

  /** Answers the newest call for an element. */
  complete(id: string, results: readonly Json[]): void {
    this.#find(id).complete(results);
  }

  /** Lets the newest call for an element fail. */
  fail(id: string): void {
    this.#find(id).completeExceptionally(new RuntimeException(`The call for "${id}" failed.`));
  }

  #find(id: string): ResultFuture<Json> {
    const resultFuture = this.#asked.get(id);
    if (resultFuture === undefined) throw new Error(`The script answers "${id}" before it is asked.`);
    return resultFuture;
  }
}
