import type {
  InputStatus,
  ReaderOutput,
  Source,
  SourceReader,
  SourceReaderContext,
  SourceSplit,
} from "../../runtime/source/source.ts";
import type { SocketConnection, SocketServer } from "../../world/socket/socket-server.ts";

/**
 * Reads a socket (Flink's `socketTextStream`). It has nothing to write into a checkpoint: what was read and not yet
 * processed when a job fails is lost, as is what comes until it runs again.
 */
export class SocketSource<T> implements Source<T> {
  readonly server: SocketServer<T>;
  readonly boundedness = "CONTINUOUS_UNBOUNDED";

  constructor(server: SocketServer<T>) {
    this.server = server;
  }

  /** One split, for there is one connection. */
  discoverSplits(): readonly SourceSplit[] {
    return [{ splitId: "socket" }];
  }

  createReader(context: SourceReaderContext): SourceReader<T, SourceSplit> {
    return new SocketReader(this.server, context);
  }
}

class SocketReader<T> implements SourceReader<T, SourceSplit> {
  readonly #server: SocketServer<T>;
  readonly #context: SourceReaderContext;
  #splits: readonly SourceSplit[] = [];
  #connection: SocketConnection<T> | null = null;

  constructor(server: SocketServer<T>, context: SourceReaderContext) {
    this.#server = server;
    this.#context = context;
  }

  addSplits(splits: readonly SourceSplit[]): void {
    this.#splits = [...this.#splits, ...splits];
    if (splits.length > 0) this.#connection ??= this.#server.connect(() => this.#context.wakeUp());
  }

  pollNext(output: ReaderOutput<T>): InputStatus {
    const line = this.#connection?.read();
    if (line === undefined) return "NOTHING_AVAILABLE";
    output.collect(line);
    return "MORE_AVAILABLE";
  }

  nextAvailableAt(): number {
    return Number.POSITIVE_INFINITY;
  }

  snapshotState(): readonly SourceSplit[] {
    return this.#splits;
  }

  close(): void {
    this.#connection?.close();
  }
}
