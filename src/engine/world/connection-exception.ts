/** Which half of a call the network lost. */
export type LostHalf = "request" | "answer";

/**
 * Says that no answer came to a call of a system outside. The caller cannot tell the two cases apart: the request was
 * lost and nothing happened, or it was carried out and only the answer was lost.
 */
export class ConnectionException extends Error {
  override readonly name = "ConnectionException";
  /** For whoever looks from outside of the experiment; a client must not read it. */
  readonly lost: LostHalf;

  constructor(system: string, operation: string, lost: LostHalf) {
    super(`${system} did not answer ${operation}`);
    this.lost = lost;
  }
}
