import { FencingTokenException } from "./fencing-token-exception.ts";

/**
 * Takes messages of one leader only (Flink's `FencedRpcEndpoint`): every message carries the token under which its sender
 * leads, and one with another token is refused. Flink's tokens are random UUIDs; these count up, which also shows an
 * order.
 */
export class FencedReceiver {
  #expected: number | null = null;

  /** Follows a new leader. A token that is older than the one it has heard of comes late and is ignored. */
  follow(token: number): void {
    if (this.#expected === null || token > this.#expected) this.#expected = token;
  }

  /** Takes a message. Throws a `FencingTokenException` if its sender does not lead. */
  receive<T>(token: number, message: () => T): T {
    if (token !== this.#expected) throw new FencingTokenException(token, this.#expected);
    return message();
  }
}
