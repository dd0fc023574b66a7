import type { SourceSplit } from "../../runtime/source/source.ts";
import type { Condition } from "../../world/database/condition.ts";
import type { Database } from "../../world/database/database.ts";
import type { Row } from "../../world/database/sql-value.ts";

/** The column by which a table is read in pieces (`scan.partition.*`): from `lower` to `upper`, both included. */
export interface PartitionedScan {
  readonly column: string;
  readonly lower: number;
  readonly upper: number;
  /** How many pieces. */
  readonly count: number;
}

/** A piece of a table, and how far it has been read. */
export interface JdbcSplit extends SourceSplit {
  /** What the database is asked for. */
  readonly where: Condition | null;
  /** How many of its rows have been sent on. */
  readonly rowsRead: number;
}

/** What a JDBC source is set to. */
export interface JdbcSourceOptions<T> {
  readonly database: Database;
  readonly table: string;
  readonly extractor: (row: Row) => T;
  /** The filter that the database evaluates; without it every row comes over the network. */
  readonly where?: Condition;
  /** The columns that are sent; all of them by default. */
  readonly columns?: readonly string[];
  readonly partitionedScan?: PartitionedScan;
}
