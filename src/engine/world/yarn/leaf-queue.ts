import { DEFAULT_MAXIMUM_AM_SHARE, type QueueConfiguration } from "./queue-configuration.ts";
import { fitsIn, type AllocationLimits, type ResourceCalculator } from "./resource-calculator.ts";
import { addResources, shareOf, subtractResources, sumOfResources, type Resource } from "./resource.ts";
import type { YarnApplication } from "./yarn-application.ts";

/** What a queue needs to know of its cluster. */
export interface QueueSurroundings {
  readonly clusterResource: Resource;
  readonly limits: AllocationLimits;
  readonly calculator: ResourceCalculator;
}

/** A queue of applications with a share of a cluster (`LeafQueue` of YARN's CapacityScheduler), first come first served. */
export class LeafQueue {
  readonly name: string;
  readonly #configuration: QueueConfiguration;
  readonly #surroundings: QueueSurroundings;
  readonly #applications: YarnApplication[] = [];

  constructor(configuration: QueueConfiguration, surroundings: QueueSurroundings) {
    this.name = configuration.name;
    this.#configuration = configuration;
    this.#surroundings = surroundings;
  }

  get applications(): readonly YarnApplication[] {
    return this.#applications.filter(({ state }) => state !== "FINISHED");
  }

  /** What its applications have. */
  get used(): Resource {
    return sumOfResources(
      this.applications.flatMap(({ containers }) => containers.map(({ granted }) => granted)),
    );
  }

  /** How full it is: what it uses of its guarantee, by memory. The emptiest queue gets the next container. */
  get utilization(): number {
    const { clusterResource } = this.#surroundings;
    return this.used.memoryMb / (clusterResource.memoryMb * this.#configuration.capacity);
  }

  /** What application masters may use: a share of what the queue has, or could have now, if that is more. */
  amLimit(usedByOthers: Resource): Resource {
    const { clusterResource, limits } = this.#surroundings;
    const { capacity, maximumAmShare = DEFAULT_MAXIMUM_AM_SHARE } = this.#configuration;
    const guaranteed = shareOf(clusterResource, capacity, limits.minimum);
    const current = this.#currentLimit(usedByOthers);
    const usable = current.memoryMb > guaranteed.memoryMb ? current : guaranteed;
    return shareOf(usable, maximumAmShare, limits.minimum);
  }

  submit(application: YarnApplication): void {
    this.#applications.push(application);
  }

  /**
   * Lets masters start as far as their limit goes. One may always start, however small the limit is: otherwise a queue
   * would stand still for ever.
   */
  activateApplications(usedByOthers: Resource): void {
    const limit = this.amLimit(usedByOthers);
    for (const application of this.applications) {
      if (application.isActivated) continue;
      const active = this.applications.filter(({ isActivated }) => isActivated);
      const masters = [...active, application].map(({ applicationMaster }) => applicationMaster.granted);
      const isWithin = fitsIn(sumOfResources(masters), limit, this.#surroundings.calculator);
      application.isActivated = isWithin || active.length === 0;
      application.waitingFor = application.isActivated ? null : "Queue's AM resource limit exceeded.";
    }
  }

  /** Whether the queue may have so much more. */
  hasRoomFor(resource: Resource, usedByOthers: Resource): boolean {
    const after = addResources(this.used, resource);
    return fitsIn(after, this.#currentLimit(usedByOthers), this.#surroundings.calculator);
  }

  /** What the queue could use now: its maximum, and never what others hold. */
  #currentLimit(usedByOthers: Resource): Resource {
    const { clusterResource } = this.#surroundings;
    const { maximumCapacity = 1 } = this.#configuration;
    const left = subtractResources(clusterResource, usedByOthers);
    return {
      memoryMb: Math.min(clusterResource.memoryMb * maximumCapacity, left.memoryMb),
      vcores: Math.min(clusterResource.vcores * maximumCapacity, left.vcores),
    };
  }
}
