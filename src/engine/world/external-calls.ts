/** One call of a system outside, as whoever injects faults or records a trace sees it. */
export interface ExternalCall {
  /** Counts the calls of all systems of a world, from 1: with the same seed a call has the same number again. */
  readonly number: number;
  readonly system: string;
  readonly operation: string;
  /** When it was made, in ms. */
  readonly time: number;
}

/**
 * Looks at every call of every system, and may throw in its caller: before it is carried out, or when it has been and
 * only its answer is missing. A `ConnectionException` is what clients expect of a network; anything else goes through
 * them, so a crash between two calls of one step is an error of the interceptor's own.
 */
export interface CallInterceptor {
  readonly before?: (call: ExternalCall) => void;
  readonly after?: (call: ExternalCall) => void;
}

/** The calls that a job makes of all systems of a world. */
export class ExternalCalls {
  readonly #interceptors: CallInterceptor[] = [];
  #made = 0;

  /** How many calls have been made so far. */
  get made(): number {
    return this.#made;
  }

  /** Has an interceptor see all calls from now on, after those that came before it. */
  intercept(interceptor: CallInterceptor): void {
    this.#interceptors.push(interceptor);
  }

  /** Carries out a call between its two moments at which it can fail. */
  perform<T>(system: string, operation: string, time: number, carryOut: () => T): T {
    this.#made += 1;
    const call: ExternalCall = { number: this.#made, system, operation, time };
    for (const interceptor of this.#interceptors) interceptor.before?.(call);
    const answer = carryOut();
    for (const interceptor of this.#interceptors) interceptor.after?.(call);
    return answer;
  }
}
