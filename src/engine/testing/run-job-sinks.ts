import type { SinkFunction } from "../runtime/sink/sink-function.ts";
import type { Committer, Sink, SinkWriter } from "../runtime/sink/sink.ts";
import { EXTERNAL_SYSTEM, type ExternalSystem } from "../world/external-system.ts";
import { canonicalJson, type Json } from "./json.ts";

/** Where the sinks of a played job write to: what is there can be seen by everybody, and stays. */
export class JobOutput implements ExternalSystem {
  readonly [EXTERNAL_SYSTEM] = "output";
  readonly #values: Json[] = [];
  readonly #committed = new Set<number>();
  #nextTransaction = 1;

  /** Returns a number that no transaction had before. */
  beginTransaction(): number {
    return this.#nextTransaction++;
  }

  write(value: Json): void {
    this.#values.push(value);
  }

  /** Makes the values of a transaction seen, once; whether it had not been done before. */
  commit({ transaction, values }: PreparedValues): boolean {
    if (this.#committed.has(transaction)) return false;
    this.#committed.add(transaction);
    this.#values.push(...values);
    return true;
  }

  /** Returns all values that can be seen, in the order of their texts. */
  values(): readonly Json[] {
    const texts = this.#values.map((value) => ({ value, text: canonicalJson(value) }));
    return texts.sort((one, other) => (one.text < other.text ? -1 : 1)).map(({ value }) => value);
  }
}

/** What a writer has prepared for a checkpoint. */
interface PreparedValues {
  readonly transaction: number;
  readonly values: readonly Json[];
}

/** Returns a sink that writes each value at once. */
export function plainSink(output: JobOutput): SinkFunction<Json> {
  return { invoke: (value) => output.write(value) };
}

/** Returns a sink whose values are seen when their checkpoint is complete. */
export function transactionalSink(output: JobOutput): Sink<Json, never, PreparedValues> {
  return {
    createWriter: () => new PreparingWriter(output),
    createCommitter: () => committerTo(output),
  };
}

class PreparingWriter implements SinkWriter<Json, never, PreparedValues> {
  readonly #output: JobOutput;
  #values: Json[] = [];

  constructor(output: JobOutput) {
    this.#output = output;
  }

  write(value: Json): void {
    this.#values.push(value);
  }

  /** What is written waits for `prepareCommit`. */
  flush(): void {}

  prepareCommit(): readonly PreparedValues[] {
    const values = this.#values;
    this.#values = [];
    return values.length === 0 ? [] : [{ transaction: this.#output.beginTransaction(), values }];
  }
}

function committerTo(output: JobOutput): Committer<PreparedValues> {
  return {
    commit: (requests) => {
      for (const request of requests) {
        if (!output.commit(request.getCommittable())) request.signalAlreadyCommitted();
      }
    },
  };
}
