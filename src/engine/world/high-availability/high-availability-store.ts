import { Endpoint, type EndpointBehaviour } from "../endpoint.ts";
import { EXTERNAL_SYSTEM, type ExternalSystem } from "../external-system.ts";
import type { WorldClock } from "../world-clock.ts";
import type { World } from "../world.ts";
import { FencingTokenException } from "./fencing-token-exception.ts";
import { heldLease, type Lease } from "./lease.ts";

/** What a high-availability store is set to. */
export interface HighAvailabilityStoreConfiguration extends EndpointBehaviour {
  /** Its name in traces. */
  readonly name?: string;
}

/**
 * A small store that never lies: ZooKeeper, or the ConfigMaps of Kubernetes. It gives the right to lead to one candidate
 * at a time, and keeps the few facts a successor needs (a list of jobs, a pointer to the last checkpoint; the data itself
 * lies in an object store). Writes carry the token of their leader, and only that of the last leader is accepted: a
 * process that was paused and believes it still leads can do no harm.
 */
export class HighAvailabilityStore implements ExternalSystem {
  readonly [EXTERNAL_SYSTEM]: string;
  readonly endpoint: Endpoint;
  readonly clock: WorldClock;
  readonly #entries = new Map<string, string>();
  #lease: Lease | null = null;

  constructor(world: World, configuration: HighAvailabilityStoreConfiguration = {}) {
    const { name = "high-availability-store" } = configuration;
    this[EXTERNAL_SYSTEM] = name;
    this.clock = world.clock;
    this.endpoint = new Endpoint(world, name, configuration);
  }

  /** Who leads now, `null` if nobody does. */
  get leader(): string | null {
    return heldLease(this.#lease, this.clock.now())?.holder ?? null;
  }

  /**
   * Asks for the right to lead for `duration` ms, or for longer if the candidate leads already; a process that starts
   * anew has to be a candidate of another name. Returns the lease, or
   * `null` if another one leads. A lease that has ended counts for nothing, also for who held it last: it gets a new
   * token.
   */
  tryAcquire(candidate: string, duration: number): Lease | null {
    return this.endpoint.call("acquire", () => {
      const now = this.clock.now();
      const held = heldLease(this.#lease, now);
      if (held !== null) return held.holder === candidate ? this.#renew(held, now + duration) : null;
      const token = (this.#lease?.token ?? 0) + 1;
      return this.#renew({ holder: candidate, token, expiresAt: now }, now + duration);
    });
  }

  /** Gives the right to lead back, so that another need not wait for its end. */
  release({ token }: Lease): void {
    this.endpoint.call("release", () => {
      if (this.#lease?.token === token) this.#lease = { ...this.#lease, expiresAt: this.clock.now() };
    });
  }

  /** Returns what is stored under a name, `null` if nothing is. */
  read(name: string): string | null {
    return this.endpoint.call("read", () => this.#entries.get(name) ?? null);
  }

  /** Returns the names that begin with a prefix, in order. */
  list(prefix: string): readonly string[] {
    return this.endpoint.call("list", () =>
      [...this.#entries.keys()].filter((name) => name.startsWith(prefix)).toSorted(),
    );
  }

  /** Stores an entry for the leader with this token. Throws a `FencingTokenException` if somebody has led since. */
  write(token: number, name: string, value: string): void {
    this.endpoint.call("write", () => {
      this.#requireLeader(token);
      this.#entries.set(name, value);
    });
  }

  /** Removes an entry for the leader with this token. Throws a `FencingTokenException` if somebody has led since. */
  remove(token: number, name: string): void {
    this.endpoint.call("remove", () => {
      this.#requireLeader(token);
      this.#entries.delete(name);
    });
  }

  #renew(lease: Lease, expiresAt: number): Lease {
    this.#lease = { ...lease, expiresAt };
    return this.#lease;
  }

  #requireLeader(token: number): void {
    const last = this.#lease?.token ?? null;
    if (token !== last) throw new FencingTokenException(token, last);
  }
}
