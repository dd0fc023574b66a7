// expect: rescaled
// say.en: keyBy sends an account to the owner of its key group, but the list is still dealt out by position, whoever needs it. Only keyed state travels with its key group.
// say.zh: keyBy 把账户送到它所属 key group 的主人那里，列表却还是按位置分发，不管谁要用。只有 keyed state 才跟着 key group 走。
// variant: keyed-state
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
    .keyBy(({ account }) => account)
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
