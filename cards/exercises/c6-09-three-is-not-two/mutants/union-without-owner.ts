// expect: one-owner
// say.en: now every subtask has every balance after a restore, and writes them all into the next savepoint, most of them stale. The second rescaling finds several balances an account, and which one wins is luck.
// say.zh: 恢复后每个子任务都有全部余额，下一个 savepoint 又把它们全写进去，其中大多是旧的。第二次扩缩容时同一账户有好几个余额，哪个生效全看运气。
// variant: union-owner
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
    // FIX: rescaled a second time, some accounts have an old balance.
    this.saved = context.getOperatorStateStore().getUnionListState(new ListStateDescriptor("balances"));
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
