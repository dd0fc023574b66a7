/** Why a service refused a request: the client asks too much (HTTP 429), or the service is broken (HTTP 500). */
export type Refusal = "throttled" | "internal-error";

/** A request that a service answered, but not with what was asked for. The same request may succeed later. */
export class ServiceException extends Error {
  override readonly name = "ServiceException";
  readonly refusal: Refusal;

  constructor(system: string, refusal: Refusal) {
    super(`${system}: ${refusal === "throttled" ? "too many requests" : "internal error"}`);
    this.refusal = refusal;
  }
}
