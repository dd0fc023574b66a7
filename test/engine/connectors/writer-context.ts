import type { SinkWriterContext, WriterInitContext } from "../../../src/engine/runtime/sink/sink.ts";
import type { ReaderOutput, SourceReader, SourceSplit } from "../../../src/engine/runtime/source/source.ts";
import { TestProcessingTimeService } from "../../../src/engine/time/processing-time-service.ts";

/** What a writer is told of an element without a time. */
export const NO_TIME: SinkWriterContext = {
  timestamp: () => null,
  currentWatermark: () => Number.NEGATIVE_INFINITY,
};

/** What a writer is told when it begins; `restored` is the checkpoint that it goes on from. */
export function aWriterContext(
  given: {
    readonly subtask?: number;
    readonly parallelism?: number;
    readonly restored?: number | null;
    readonly clock?: TestProcessingTimeService;
  } = {},
): WriterInitContext {
  const { subtask = 0, parallelism = 1, restored = null, clock = new TestProcessingTimeService() } = given;
  return {
    getTaskInfo: () => ({
      indexOfThisSubtask: subtask,
      numberOfParallelSubtasks: parallelism,
      maxNumberOfParallelSubtasks: 128,
    }),
    getProcessingTimeService: () => clock,
    getRestoredCheckpointId: () => restored,
  };
}

/** Reads until the reader has nothing; returns what it sent and how it ended. */
export function readAll<T, Split extends SourceSplit>(reader: SourceReader<T, Split>) {
  const elements: {
    readonly splitId: string;
    readonly element: T;
    readonly timestamp: number | undefined;
  }[] = [];
  const released: string[] = [];
  const outputFor = (splitId: string) => ({
    collect: (element: T, timestamp?: number) => elements.push({ splitId, element, timestamp }),
    emitWatermark: () => {},
    markIdle: () => {},
    markActive: () => {},
  });
  const output: ReaderOutput<T> = {
    ...outputFor(""),
    createOutputForSplit: outputFor,
    releaseOutputForSplit: (splitId) => released.push(splitId),
  };
  let status = reader.pollNext(output);
  while (status === "MORE_AVAILABLE") status = reader.pollNext(output);
  return { elements, values: elements.map(({ element }) => element), released, status };
}
