/**
 * A process that talks to systems outside: the JVM of a TaskManager, say. What a task forgets to close stays open as
 * long as its process lives; when the process dies, the operating system closes its sockets.
 */
export class ClientProcess {
  readonly name: string;
  readonly #sockets = new Set<() => void>();

  constructor(name: string) {
    this.name = name;
  }

  /** How many sockets the process holds. */
  get openSockets(): number {
    return this.#sockets.size;
  }

  /** Opens a socket; `onBroken` is called if the process dies with it. Returns what closes it. */
  openSocket(onBroken: () => void): () => void {
    this.#sockets.add(onBroken);
    return () => {
      this.#sockets.delete(onBroken);
    };
  }

  /** Kills the process: the other ends of its sockets see them break. */
  kill(): void {
    const broken = [...this.#sockets];
    this.#sockets.clear();
    for (const onBroken of broken) onBroken();
  }
}
