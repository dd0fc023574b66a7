interface Letter {
  readonly sender: string;
  readonly read: () => void;
}

/**
 * The messages that wait for the JobManager. Those of one sender are read in their order; whose comes first of several
 * senders, only chance decides in a real network.
 */
export class Mailroom {
  readonly #choose: (count: number) => number;
  readonly #letters: Letter[] = [];

  /** `choose` picks one of so many senders, from 0; the first one's message has waited the longest. */
  constructor(choose: (count: number) => number) {
    this.#choose = choose;
  }

  get isEmpty(): boolean {
    return this.#letters.length === 0;
  }

  add(sender: string, read: () => void): void {
    this.#letters.push({ sender, read });
  }

  /** Takes a message out; `undefined` if there is none. */
  take(): (() => void) | undefined {
    if (this.#letters.length < 2) return this.#letters.pop()?.read;
    const senders = [...new Set(this.#letters.map(({ sender }) => sender))];
    const chosen = senders[this.#choose(senders.length)];
    const position = this.#letters.findIndex(({ sender }) => sender === chosen);
    return position < 0 ? undefined : this.#letters.splice(position, 1)[0]?.read;
  }

  clear(): void {
    this.#letters.length = 0;
  }
}
