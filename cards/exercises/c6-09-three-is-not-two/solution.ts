import {
  type DataStream,
  type RichMapFunction,
  type RuntimeContext,
  type ValueState,
  ValueStateDescriptor,
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
  balance: ValueState<number> | undefined;

  open(context: RuntimeContext): void {
    this.balance = context.getState(new ValueStateDescriptor<number>("balance"));
  }

  map({ account, cents }: Payment): Payment {
    const balance = (this.balance?.value() ?? 0) + cents;
    this.balance?.update(balance);
    return { account, cents: balance };
  }
}
