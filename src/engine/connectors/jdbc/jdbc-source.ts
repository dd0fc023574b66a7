import type { Source, SourceReader, SourceReaderContext } from "../../runtime/source/source.ts";
import type { Condition } from "../../world/database/condition.ts";
import type { JdbcSourceOptions, JdbcSplit, PartitionedScan } from "./jdbc-source-options.ts";
import { JdbcSourceReader } from "./jdbc-source-reader.ts";

/**
 * Reads a table as it is when its pieces are read (Flink's class of the same name): it is bounded, and after a failure
 * what has not been read yet may have changed.
 */
export class JdbcSource<T> implements Source<T, JdbcSplit> {
  readonly options: JdbcSourceOptions<T>;
  readonly boundedness = "BOUNDED";

  constructor(options: JdbcSourceOptions<T>) {
    this.options = options;
  }

  discoverSplits(): readonly JdbcSplit[] {
    const { where = null, partitionedScan } = this.options;
    if (partitionedScan === undefined) return [{ splitId: "split-0", where, rowsRead: 0 }];
    return rangesOf(partitionedScan).map((range, index) => ({
      splitId: `split-${index}`,
      where: where === null ? range : { type: "and", conditions: [range, where] },
      rowsRead: 0,
    }));
  }

  createReader(_context: SourceReaderContext): SourceReader<T, JdbcSplit> {
    return new JdbcSourceReader(this.options);
  }
}

/** Returns the conditions that divide the values of a column into ranges of about the same length. */
function rangesOf({ column, lower, upper, count }: PartitionedScan): readonly Condition[] {
  const length = Math.max(1, Math.ceil((upper - lower + 1) / count));
  const starts = Array.from({ length: count }, (_, index) => lower + index * length);
  return starts
    .filter((start) => start <= upper)
    .map((start) => ({
      type: "and",
      conditions: [
        { type: "comparison", column, operator: ">=", value: start },
        { type: "comparison", column, operator: "<=", value: Math.min(upper, start + length - 1) },
      ],
    }));
}
