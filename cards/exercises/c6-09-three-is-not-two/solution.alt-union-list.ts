// trade-off.en: routing of one's own stays, as for work that has no key: every subtask reads the whole list and keeps what is its own. The list is read as often as there are subtasks, so it has to be short.
// trade-off.zh: 保留自己的路由，适合没有 key 的场合：每个子任务读整张列表，只留属于自己的。有多少子任务就读多少遍，列表必须短。
import {
  type DataStream,
  type ListState,
  ListStateDescriptor,
  type RichMapFunction,
  type RuntimeContext,
  type StateInitializationContext,
} from "sluice/flink";

/* @locked */
export interface Payment {
  readonly account: number;
  readonly cents: number;
}

/** The table of balances: one row an account, and a new balance replaces the old one. */
export interface BalanceTable {
  readonly put: (account: number, cents: number) => void;
}

/** Which of some subtasks works on an account: the routing that all jobs of the house have in common. */
export function ownerOf(account: number, subtasks: number): number {
  return account % subtasks;
}

export function job(payments: DataStream<Payment>, table: BalanceTable): void {
  /* @end */
  payments
    .partitionCustom(ownerOf, ({ account }) => account)
    .map(new RunningBalance())
    .uid("balance")
    .name("balance")
    .addSink({ invoke: ({ account, cents }) => table.put(account, cents) })
    .name("table");
}

/** Adds what is paid into each account. */
class RunningBalance implements RichMapFunction<Payment, Payment> {
  readonly balances = new Map<number, number>();
  saved: ListState<readonly [number, number]> | undefined;

  initializeState(context: StateInitializationContext): void {
    this.saved = context.getOperatorStateStore().getUnionListState(new ListStateDescriptor("balances"));
  }

  open(context: RuntimeContext): void {
    const { indexOfThisSubtask, numberOfParallelSubtasks } = context.getTaskInfo();
    for (const [account, cents] of this.saved?.get() ?? []) {
      if (ownerOf(account, numberOfParallelSubtasks) === indexOfThisSubtask)
        this.balances.set(account, cents);
    }
  }

  snapshotState(): void {
    this.saved?.update([...this.balances]);
  }

  map({ account, cents }: Payment): Payment {
    const balance = (this.balances.get(account) ?? 0) + cents;
    this.balances.set(account, balance);
    return { account, cents: balance };
  }
}
