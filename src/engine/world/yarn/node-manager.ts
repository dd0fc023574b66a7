import { fitsIn, type ResourceCalculator } from "./resource-calculator.ts";
import { subtractResources, sumOfResources, type Resource } from "./resource.ts";

/** A process on one machine, paid for in full as long as it lives. */
export interface Container {
  readonly id: string;
  readonly applicationId: string;
  readonly queue: string;
  readonly role: "application-master" | "worker";
  /** What was asked for. */
  readonly asked: Resource;
  /** What it got: rounded up. */
  readonly granted: Resource;
}

/** One machine: a container must fit on it whole, however much is free elsewhere (YARN's `NodeManager`). */
export class NodeManager {
  readonly name: string;
  readonly total: Resource;
  readonly #containers = new Map<string, Container>();

  constructor(name: string, total: Resource) {
    this.name = name;
    this.total = total;
  }

  containers(): readonly Container[] {
    return [...this.#containers.values()];
  }

  get available(): Resource {
    return subtractResources(this.total, sumOfResources(this.containers().map(({ granted }) => granted)));
  }

  hasRoomFor(resource: Resource, calculator: ResourceCalculator): boolean {
    return fitsIn(resource, this.available, calculator);
  }

  start(container: Container): void {
    this.#containers.set(container.id, container);
  }

  stop(containerId: string): void {
    this.#containers.delete(containerId);
  }
}
