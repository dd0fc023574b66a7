/** Who has written which row and has not ended yet: nobody else may write it until then. */
export class RowLocks {
  readonly #owners = new Map<string, object>();

  /** Whether the row could be locked: it was free, or is locked by the same owner. */
  tryLock(table: string, key: string, owner: object): boolean {
    const name = `${table}\n${key}`;
    const holder = this.#owners.get(name);
    if (holder !== undefined && holder !== owner) return false;
    this.#owners.set(name, owner);
    return true;
  }

  /** Gives all rows of an owner free. */
  releaseAll(owner: object): void {
    for (const [name, holder] of this.#owners) {
      if (holder === owner) this.#owners.delete(name);
    }
  }

  /** How many rows are locked. */
  get size(): number {
    return this.#owners.size;
  }
}
