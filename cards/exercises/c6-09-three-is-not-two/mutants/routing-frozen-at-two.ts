// expect: rescaled
// say.en: the routing no longer follows the number of subtasks, but the list does: it is dealt out anew on every change. And with one subtask there is no second one to route to.
// say.zh: 路由不再随子任务个数变化了，列表却照样重新分发；只有一个子任务时，更没有第二个可以路由。
import {
  type DataStream,
  type ListState,
  ListStateDescriptor,
  type RichMapFunction,
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
    .partitionCustom(
      (account: number) => account % 2,
      ({ account }) => account,
    )
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
    // FIX: started from a savepoint with three subtasks instead of two, some accounts begin at zero.
    this.saved = context.getOperatorStateStore().getListState(new ListStateDescriptor("balances"));
    for (const [account, cents] of this.saved.get()) this.balances.set(account, cents);
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
