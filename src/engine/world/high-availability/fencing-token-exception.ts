/** Says that a message or a write comes from somebody who is not the leader any more (Flink's class of the same name). */
export class FencingTokenException extends Error {
  override readonly name = "FencingTokenException";

  constructor(received: number, expected: number | null) {
    super(
      `Fencing token mismatch: the fencing token ${received} did not match the expected fencing token ${expected ?? "(none)"}`,
    );
  }
}
