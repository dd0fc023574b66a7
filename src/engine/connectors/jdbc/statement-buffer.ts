import type { WriteStatement } from "../../world/database/statement.ts";

/** Gathers statements for the elements that come until they are written (Flink's `JdbcBatchStatementExecutor`). */
export interface StatementBuffer<In> {
  readonly add: (element: In) => void;
  /** Returns what is to be written now, in order. */
  readonly statements: () => readonly WriteStatement[];
  /** Everything has been written. */
  readonly clear: () => void;
}

/** Returns a buffer with one statement for each element (`SimpleBatchStatementExecutor`). */
export function simpleBuffer<In>(statementOf: (element: In) => WriteStatement): StatementBuffer<In> {
  let gathered: WriteStatement[] = [];
  return {
    add: (element) => gathered.push(statementOf(element)),
    statements: () => gathered,
    clear: () => {
      gathered = [];
    },
  };
}
