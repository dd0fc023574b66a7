import type { StreamExecutionEnvironment } from "../../../src/engine/api/stream-execution-environment.ts";
import { createJobGraph } from "../../../src/engine/graph/job-graph-generator.ts";
import type { JobConfiguration } from "../../../src/engine/runtime/cluster/job-configuration.ts";
import { MiniCluster } from "../../../src/engine/runtime/cluster/mini-cluster.ts";
import { DEFAULT_RUN_OPTIONS, type RunOptions } from "../../../src/engine/runtime/cluster/run-options.ts";
import { PhysicalPlan } from "../../../src/engine/runtime/execution/physical-plan.ts";
import type { TwoPhaseCommitSinkFunction } from "../../../src/engine/runtime/sink/two-phase-commit-sink-function.ts";
import { EXTERNAL_SYSTEM, type ExternalSystem } from "../../../src/engine/world/external-system.ts";

/** A cluster for what an environment has been told, not started. */
export function clusterOf(
  env: StreamExecutionEnvironment,
  options: Partial<RunOptions> = {},
  changes: Partial<JobConfiguration> = {},
): MiniCluster {
  const configuration = { ...env.getConfig().toJobConfiguration("test"), ...changes };
  const plan = new PhysicalPlan(createJobGraph(env.getStreamGraph(), configuration.chaining));
  return new MiniCluster(plan, configuration, env, {
    ...DEFAULT_RUN_OPTIONS,
    exchange: "buffered",
    ...options,
  });
}

/** A store with transactions: what is committed is seen, and stays. */
export class TransactionStore<T> implements ExternalSystem {
  readonly [EXTERNAL_SYSTEM] = "store";
  readonly committed: T[] = [];
  readonly #open = new Map<number, T[]>();
  #nextId = 1;

  begin(): number {
    const id = this.#nextId++;
    this.#open.set(id, []);
    return id;
  }

  write(id: number, value: T): void {
    this.#open.get(id)?.push(value);
  }

  /** Committing twice does no harm. */
  commit(id: number): void {
    this.committed.push(...(this.#open.get(id) ?? []));
    this.#open.delete(id);
  }

  abort(id: number): void {
    this.#open.delete(id);
  }
}

/** The protocol of two phases against a store, as it should be. */
export function twoPhases<T>(store: TransactionStore<T>): TwoPhaseCommitSinkFunction<T, number> {
  return {
    beginTransaction: () => store.begin(),
    invoke: (transaction, value) => store.write(transaction, value),
    preCommit: () => {},
    commit: (transaction) => store.commit(transaction),
    abort: (transaction) => store.abort(transaction),
  };
}

/** The same with its commit in the wrong place: before the checkpoint is complete. */
export function committedTooSoon<T>(store: TransactionStore<T>): TwoPhaseCommitSinkFunction<T, number> {
  return { ...twoPhases(store), preCommit: (transaction) => store.commit(transaction), commit: () => {} };
}
