import type { Source, SourceReader, SourceReaderContext, SourceSplit } from "../runtime/source/source.ts";
import type { InputStatus, ReaderOutput } from "../runtime/source/source.ts";
import { EXTERNAL_SYSTEM, type ExternalSystem } from "../world/external-system.ts";
import type { Json } from "./json.ts";

/** What a script gives to a source. */
export type LedEntry =
  | { readonly type: "record"; readonly value: Json; readonly timestamp: number }
  | { readonly type: "watermark"; readonly timestamp: number }
  | { readonly type: "status"; readonly status: "idle" | "active" };

/** What a script has given to one instance of a source so far. It survives the failures of the job. */
export class LedLog implements ExternalSystem {
  readonly [EXTERNAL_SYSTEM] = "script";
  readonly entries: LedEntry[] = [];
  #hasEnded = false;
  #wakeUp: () => void = () => {};

  /** Whether nothing more will come. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  append(entry: LedEntry): void {
    this.entries.push(entry);
    this.#wakeUp();
  }

  end(): void {
    this.#hasEnded = true;
    this.#wakeUp();
  }

  /** Has `wakeUp` called when something comes; who asked before is forgotten. */
  listen(wakeUp: () => void): void {
    this.#wakeUp = wakeUp;
  }
}

interface LedSplit extends SourceSplit {
  readonly sub: number;
  readonly position: number;
}

/** A source that a script leads, element by element; after a failure it reads again from where the snapshot says. */
export class LedSource implements Source<Json, LedSplit> {
  readonly boundedness = "CONTINUOUS_UNBOUNDED";
  readonly #logOf: (sub: number) => LedLog;

  constructor(logOf: (sub: number) => LedLog) {
    this.#logOf = logOf;
  }

  discoverSplits(parallelism: number): readonly LedSplit[] {
    return Array.from({ length: parallelism }, (_, sub) => ({ splitId: `script-${sub}`, sub, position: 0 }));
  }

  createReader(context: SourceReaderContext): SourceReader<Json, LedSplit> {
    return new LedReader(this.#logOf, context);
  }
}

class LedReader implements SourceReader<Json, LedSplit> {
  readonly #logOf: (sub: number) => LedLog;
  readonly #context: SourceReaderContext;
  readonly #splits: { readonly splitId: string; readonly sub: number; position: number }[] = [];

  constructor(logOf: (sub: number) => LedLog, context: SourceReaderContext) {
    this.#logOf = logOf;
    this.#context = context;
  }

  addSplits(splits: readonly LedSplit[]): void {
    for (const split of splits) {
      this.#splits.push({ ...split });
      this.#logOf(split.sub).listen(() => this.#context.wakeUp());
    }
  }

  pollNext(output: ReaderOutput<Json>): InputStatus {
    for (const split of this.#splits) {
      const entry = this.#logOf(split.sub).entries[split.position];
      if (entry === undefined) continue;
      split.position += 1;
      give(entry, output);
      return "MORE_AVAILABLE";
    }
    return this.#splits.every(({ sub }) => this.#logOf(sub).hasEnded) ? "END_OF_INPUT" : "NOTHING_AVAILABLE";
  }

  /** The script says when. */
  nextAvailableAt(): number {
    return Number.POSITIVE_INFINITY;
  }

  snapshotState(): readonly LedSplit[] {
    return this.#splits.map((split) => ({ ...split }));
  }
}

function give(entry: LedEntry, output: ReaderOutput<Json>): void {
  if (entry.type === "record") output.collect(entry.value, entry.timestamp);
  else if (entry.type === "watermark") output.emitWatermark(entry.timestamp);
  else if (entry.status === "idle") output.markIdle();
  else output.markActive();
}
