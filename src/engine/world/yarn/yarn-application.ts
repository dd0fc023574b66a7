import type { Container } from "./node-manager.ts";
import type { Resource } from "./resource.ts";

/** How far an application is: ACCEPTED means that its master has no container yet. */
export type YarnApplicationState = "ACCEPTED" | "RUNNING" | "FINISHED";

/** A container that an application waits for. */
export interface ContainerRequest {
  readonly role: Container["role"];
  readonly asked: Resource;
  /** What it will get: rounded up. */
  readonly granted: Resource;
}

/** Why an application does not get on. */
export type WaitingReason =
  | "Queue's AM resource limit exceeded."
  | "Queue's maximum capacity reached."
  | "No node has room for the container.";

/** An application of a cluster, as its ResourceManager sees it. */
export class YarnApplication {
  readonly id: string;
  readonly name: string;
  readonly queue: string;
  readonly applicationMaster: ContainerRequest;
  readonly #containers: Container[] = [];
  readonly #pending: ContainerRequest[] = [];
  state: YarnApplicationState = "ACCEPTED";
  /** Whether the queue counts its master among those that run. */
  isActivated = false;
  /** What it waits for, `null` if for nothing. */
  waitingFor: WaitingReason | null = null;

  constructor(id: string, name: string, queue: string, applicationMaster: ContainerRequest) {
    this.id = id;
    this.name = name;
    this.queue = queue;
    this.applicationMaster = applicationMaster;
  }

  /** The containers that it has, its master's first. */
  get containers(): readonly Container[] {
    return this.#containers;
  }

  /** How many containers it waits for, its master's included. */
  get pendingContainers(): number {
    return this.#pending.length + (this.state === "ACCEPTED" ? 1 : 0);
  }

  /** Returns what it wants next, `null` if it wants nothing. */
  nextRequest(): ContainerRequest | null {
    if (this.state === "ACCEPTED") return this.isActivated ? this.applicationMaster : null;
    return this.#pending[0] ?? null;
  }

  ask(request: ContainerRequest): void {
    this.#pending.push(request);
  }

  /** Takes a container for its next request. */
  take(container: Container): void {
    if (container.role === "application-master") this.state = "RUNNING";
    else this.#pending.shift();
    this.#containers.push(container);
    this.waitingFor = null;
  }

  /** Gives a container back. */
  drop(containerId: string): void {
    const index = this.#containers.findIndex(({ id }) => id === containerId);
    if (index >= 0) this.#containers.splice(index, 1);
  }

  /** Ends it, and returns the containers that it had. */
  finish(): readonly Container[] {
    this.state = "FINISHED";
    this.isActivated = false;
    this.waitingFor = null;
    this.#pending.length = 0;
    return this.#containers.splice(0);
  }
}
