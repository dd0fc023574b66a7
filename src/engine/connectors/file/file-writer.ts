import type {
  FlushReason,
  SinkWriter,
  SinkWriterContext,
  WriterInitContext,
} from "../../runtime/sink/sink.ts";
import type { ProcessingTimeService, ScheduledTimer } from "../../time/processing-time-service.ts";
import { dateTimeBuckets } from "./bucket-assigner.ts";
import type { FileSinkOptions } from "./file-sink-options.ts";
import { PartFile, type InProgressFile, type PendingFile } from "./part-file.ts";
import { defaultRollingPolicy, type RollingPolicy } from "./rolling-policy.ts";

const MINUTE = 60_000;
const FIVE_MEBIBYTES = 5 * 2 ** 20;

/** Writes the files of one subtask, one at a time in each bucket (Flink's class of the same name). */
export class FileWriter<In> implements SinkWriter<In, InProgressFile, PendingFile> {
  readonly #options: FileSinkOptions<In>;
  readonly #policy: RollingPolicy;
  readonly #clock: ProcessingTimeService;
  /** Begins the names of this writer's files, so that no two writers ever use one name. */
  readonly #uid: string;
  readonly #files = new Map<string, PartFile>();
  #pending: PendingFile[] = [];
  #fileCount = 0;
  #timer: ScheduledTimer | null = null;

  constructor(options: FileSinkOptions<In>, context: WriterInitContext, restored: readonly InProgressFile[]) {
    this.#options = options;
    this.#policy = options.rollingPolicy ?? defaultRollingPolicy();
    this.#clock = context.getProcessingTimeService();
    this.#uid = Math.floor(options.store.endpoint.random() * 2 ** 32).toString(16);
    for (const file of restored) this.#goOnWith(file);
    this.#scheduleCheck();
  }

  write(element: In, context: SinkWriterContext): void {
    const now = this.#clock.getCurrentProcessingTime();
    const assign = this.#options.bucketAssigner ?? dateTimeBuckets();
    const bucket = assign(element, {
      timestamp: context.timestamp(),
      currentWatermark: context.currentWatermark(),
      currentProcessingTime: now,
    });
    const file = this.#files.get(bucket) ?? this.#begin(bucket, now);
    file.write(this.#options.encoder(element), now);
    if (this.#policy.shouldRollOnEvent(file.progress)) this.#roll(file);
  }

  flush(reason: FlushReason): void {
    if (reason !== "endOfInput" && this.#policy.shouldRollOnCheckpoint === "no") return;
    for (const file of this.#files.values()) this.#roll(file);
  }

  prepareCommit(): readonly PendingFile[] {
    const pending = this.#pending;
    this.#pending = [];
    return pending;
  }

  snapshotState(): readonly InProgressFile[] {
    return [...this.#files.values()].map((file) => file.snapshot());
  }

  /** Uploads that are open stay open: the next attempt goes on with those that the checkpoint knows. */
  close(): void {
    this.#timer?.cancel();
  }

  /** Of two files of one bucket, which fewer subtasks than before may inherit, the older is closed. */
  #goOnWith(restored: InProgressFile): void {
    const older = this.#files.get(restored.bucket);
    if (older !== undefined) this.#roll(older);
    this.#files.set(restored.bucket, new PartFile(this.#options.store, this.#partSize, restored));
  }

  #begin(bucket: string, now: number): PartFile {
    const key = `${this.#options.basePath}/${bucket}/part-${this.#uid}-${this.#fileCount}`;
    this.#fileCount += 1;
    const file = PartFile.begin(this.#options.store, this.#partSize, { bucket, key }, now);
    this.#files.set(bucket, file);
    return file;
  }

  #roll(file: PartFile): void {
    this.#pending.push(file.close());
    this.#files.delete(file.bucket);
  }

  #scheduleCheck(): void {
    const interval = this.#options.bucketCheckInterval ?? MINUTE;
    const next = this.#clock.getCurrentProcessingTime() + interval;
    this.#timer = this.#clock.registerTimer(next, (now) => {
      for (const file of this.#files.values()) {
        if (this.#policy.shouldRollOnProcessingTime(file.progress, now)) this.#roll(file);
      }
      this.#scheduleCheck();
    });
  }

  get #partSize(): number {
    return this.#options.uploadPartSize ?? FIVE_MEBIBYTES;
  }
}
