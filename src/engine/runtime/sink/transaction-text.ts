/** Returns what a transaction is called: its name, or what it consists of. */
export function transactionText(transaction: unknown): string {
  return typeof transaction === "string" ? transaction : (JSON.stringify(transaction) ?? String(transaction));
}
