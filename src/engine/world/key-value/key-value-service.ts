import { copyValue } from "../../state/copy-value.ts";
import { ConnectionException } from "../connection-exception.ts";
import { Endpoint, type EndpointBehaviour } from "../endpoint.ts";
import { EXTERNAL_SYSTEM, type ExternalSystem } from "../external-system.ts";
import type { World } from "../world.ts";
import { ServiceException } from "./service-exception.ts";
import { TokenBucket } from "./token-bucket.ts";

/** How a service behaves. What is left out it does not do: it answers at once, always, and as many as ask. */
export interface KeyValueServiceConfiguration extends EndpointBehaviour {
  /** Its name in traces. */
  readonly name?: string;
  /** The share of requests, in [0, 1], that end with an internal error. */
  readonly failureShare?: number;
  /** The share of requests, in [0, 1], that are never answered: only a time-out of the client ends them. */
  readonly silentShare?: number;
  /** More requests a second than these are refused. */
  readonly requestsPerSecond?: number;
  /** More requests at one time than these are refused. */
  readonly maxConcurrentRequests?: number;
}

/** What came of a request. */
export type Answer<T> =
  | { readonly type: "success"; readonly value: T }
  | { readonly type: "failure"; readonly error: Error };

/**
 * A key-value service over a network, such as Redis or DynamoDB: what a job asks for each element to enrich it. Slow
 * answers overtake each other, requests fail, are refused when they are too many, or vanish.
 */
export class KeyValueService<V> implements ExternalSystem {
  readonly [EXTERNAL_SYSTEM]: string;
  readonly endpoint: Endpoint;
  readonly #world: World;
  readonly #configuration: KeyValueServiceConfiguration;
  readonly #bucket: TokenBucket | null;
  readonly #values = new Map<string, V>();
  #inFlight = 0;
  #peakInFlight = 0;

  constructor(world: World, configuration: KeyValueServiceConfiguration = {}) {
    const { name = "key-value-service", requestsPerSecond } = configuration;
    this[EXTERNAL_SYSTEM] = name;
    this.endpoint = new Endpoint(world, name, configuration);
    this.#world = world;
    this.#configuration = configuration;
    this.#bucket = requestsPerSecond === undefined ? null : new TokenBucket(requestsPerSecond);
  }

  /** How many requests wait for their answers; those that never come count until their clients' processes die. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** The most requests that ever waited at one time. */
  get peakInFlight(): number {
    return this.#peakInFlight;
  }

  /** Returns what is stored, for whoever looks from outside of the experiment. */
  entries(): readonly (readonly [key: string, value: V])[] {
    return [...this.#values];
  }

  /** Stores values without a request: how an experiment fills the service. */
  load(entries: Iterable<readonly [key: string, value: V]>): void {
    for (const [key, value] of entries) this.#values.set(key, value);
  }

  /** Waits for the value of a key; `null` if there is none. Throws a `ServiceException` or a `ConnectionException`. */
  get(key: string): V | null {
    return this.endpoint.call("get", () => this.#admitted(() => this.#read(key)));
  }

  /** Waits until a value is stored. Throws a `ServiceException` or a `ConnectionException`. */
  put(key: string, value: V): void {
    this.endpoint.call("put", () => this.#admitted(() => this.#values.set(key, copyValue(value))));
  }

  /** Asks for the value of a key and returns at once; the answer comes later, if it comes. */
  requestValue(key: string, onAnswer: (answer: Answer<V | null>) => void): void {
    this.#request("get", () => this.#read(key), onAnswer);
  }

  /** Sends a value to be stored and returns at once; the answer comes later, if it comes. */
  requestPut(key: string, value: V, onAnswer: (answer: Answer<null>) => void): void {
    const stored = copyValue(value);
    this.#request(
      "put",
      () => {
        this.#values.set(key, stored);
        return null;
      },
      onAnswer,
    );
  }

  #read(key: string): V | null {
    return copyValue(this.#values.get(key) ?? null);
  }

  #request<T>(operation: string, carryOut: () => T, onAnswer: (answer: Answer<T>) => void): void {
    const answer = this.#answerTo(operation, carryOut);
    const isSilent = this.endpoint.random() < (this.#configuration.silentShare ?? 0);
    this.#inFlight += 1;
    this.#peakInFlight = Math.max(this.#peakInFlight, this.#inFlight);
    const closeSocket = this.#world.process.openSocket(() => {
      this.#inFlight -= 1;
      arrival?.cancel();
    });
    const { clock } = this.#world;
    const arrival = isSilent
      ? null
      : clock.schedule(clock.now() + this.endpoint.drawLatency(), () => {
          closeSocket();
          this.#inFlight -= 1;
          onAnswer(answer);
        });
  }

  #answerTo<T>(operation: string, carryOut: () => T): Answer<T> {
    try {
      return {
        type: "success",
        value: this.endpoint.callAside(operation, () => this.#admitted(carryOut)),
      };
    } catch (error) {
      if (error instanceof ConnectionException || error instanceof ServiceException)
        return { type: "failure", error };
      throw error;
    }
  }

  /** Carries a request out unless the service refuses it. */
  #admitted<T>(carryOut: () => T): T {
    const { failureShare = 0, maxConcurrentRequests = Number.POSITIVE_INFINITY } = this.#configuration;
    const isWithinRate = this.#bucket?.tryTake(this.#world.clock.now()) ?? true;
    if (!isWithinRate || this.#inFlight >= maxConcurrentRequests) {
      throw new ServiceException(this[EXTERNAL_SYSTEM], "throttled");
    }
    if (this.endpoint.random() < failureShare) {
      throw new ServiceException(this[EXTERNAL_SYSTEM], "internal-error");
    }
    return carryOut();
  }
}
