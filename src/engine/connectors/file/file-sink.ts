import type { Committer, Sink, SinkWriter, WriterInitContext } from "../../runtime/sink/sink.ts";
import { FileCommitter } from "./file-committer.ts";
import type { FileSinkOptions } from "./file-sink-options.ts";
import { FileWriter } from "./file-writer.ts";
import type { InProgressFile, PendingFile } from "./part-file.ts";

/**
 * Writes elements to files in an object store (Flink's class of the same name), so that each is seen once: a file is in
 * progress, then pending until its checkpoint is complete, then finished, and only a finished one is visible. Without
 * checkpoints no file is ever finished.
 */
export class FileSink<In> implements Sink<In, InProgressFile, PendingFile> {
  readonly options: FileSinkOptions<In>;

  constructor(options: FileSinkOptions<In>) {
    this.options = options;
  }

  createWriter(context: WriterInitContext): SinkWriter<In, InProgressFile, PendingFile> {
    return new FileWriter(this.options, context, []);
  }

  restoreWriter(
    context: WriterInitContext,
    states: readonly InProgressFile[],
  ): SinkWriter<In, InProgressFile, PendingFile> {
    return new FileWriter(this.options, context, states);
  }

  createCommitter(): Committer<PendingFile> {
    return new FileCommitter(this.options.store);
  }
}
