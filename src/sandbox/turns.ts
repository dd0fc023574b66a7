/** Lets one thing happen after the other, in the order in which they were asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Begins something once all that was asked for before has ended; settles as that does. */
  take<Value>(begin: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(begin);
    this.#last = turn.catch(() => {});
    return turn;
  }
}
