import { IllegalArgumentException } from "../../java/exceptions.ts";
import { Endpoint, type EndpointBehaviour } from "../endpoint.ts";
import { EXTERNAL_SYSTEM, type ExternalSystem } from "../external-system.ts";
import type { World } from "../world.ts";
import { LeafQueue } from "./leaf-queue.ts";
import { NodeManager, type Container } from "./node-manager.ts";
import type { QueueConfiguration } from "./queue-configuration.ts";
import { normalize, type AllocationLimits, type ResourceCalculator } from "./resource-calculator.ts";
import { subtractResources, sumOfResources, type Resource } from "./resource.ts";
import { YarnApplication, type ContainerRequest } from "./yarn-application.ts";

/** A cluster of machines and how it is divided. */
export interface YarnClusterConfiguration extends EndpointBehaviour {
  /** Its name in traces. */
  readonly name?: string;
  readonly nodes: readonly { readonly name: string; readonly resource: Resource }[];
  readonly queues: readonly QueueConfiguration[];
  /** The smallest and the largest container; by default 1,024 MB and 1 core, 8,192 MB and 4 cores, as YARN's. */
  readonly limits?: AllocationLimits;
  /** What counts; by default memory only, as YARN's. */
  readonly calculator?: ResourceCalculator;
}

const DEFAULT_LIMITS: AllocationLimits = {
  minimum: { memoryMb: 1024, vcores: 1 },
  maximum: { memoryMb: 8192, vcores: 4 },
};

/**
 * A YARN cluster with the CapacityScheduler: machines, queues with shares, and applications that ask for containers. An
 * application stays ACCEPTED until its master has a container, and there are four things it may lack: a place among the
 * masters of its queue, room in the queue, room on one machine, or a container that is not larger than allowed.
 */
export class YarnCluster implements ExternalSystem {
  readonly [EXTERNAL_SYSTEM]: string;
  readonly endpoint: Endpoint;
  readonly #nodes: readonly NodeManager[];
  readonly #queues: readonly LeafQueue[];
  readonly #limits: AllocationLimits;
  readonly #calculator: ResourceCalculator;
  #applications = 0;
  #containers = 0;

  constructor(world: World, configuration: YarnClusterConfiguration) {
    const { name = "yarn", nodes, queues, limits = DEFAULT_LIMITS, calculator = "memory" } = configuration;
    this[EXTERNAL_SYSTEM] = name;
    this.endpoint = new Endpoint(world, name, configuration);
    this.#nodes = nodes.map((node) => new NodeManager(node.name, node.resource));
    this.#limits = limits;
    this.#calculator = calculator;
    const clusterResource = this.total;
    this.#queues = queues.map((queue) => new LeafQueue(queue, { clusterResource, limits, calculator }));
  }

  get nodes(): readonly NodeManager[] {
    return this.#nodes;
  }

  get queues(): readonly LeafQueue[] {
    return this.#queues;
  }

  get total(): Resource {
    return sumOfResources(this.#nodes.map(({ total }) => total));
  }

  get used(): Resource {
    return sumOfResources(this.#queues.map(({ used }) => used));
  }

  /** What containers got beyond what was asked for. */
  get roundingWaste(): Resource {
    const containers = this.#nodes.flatMap((node) => node.containers());
    return sumOfResources(containers.map(({ asked, granted }) => subtractResources(granted, asked)));
  }

  /** Hands an application in. Throws an `InvalidResourceRequestException` or, for a queue it has not, an exception. */
  submit(name: string, queueName: string, master: Resource): YarnApplication {
    return this.endpoint.call("submit", () => {
      const queue = this.#queueNamed(queueName);
      this.#applications += 1;
      const request = this.#request("application-master", master);
      const application = new YarnApplication(`application_${this.#applications}`, name, queueName, request);
      queue.submit(application);
      this.#schedule();
      return application;
    });
  }

  /** Asks for containers, which come as soon as there is room. Throws an `InvalidResourceRequestException`. */
  requestContainers(application: YarnApplication, count: number, resource: Resource): void {
    this.endpoint.call("allocate", () => {
      const request = this.#request("worker", resource);
      for (let index = 0; index < count; index += 1) application.ask(request);
      this.#schedule();
    });
  }

  /** Gives a container back. */
  releaseContainer(application: YarnApplication, containerId: string): void {
    this.endpoint.call("release", () => {
      application.drop(containerId);
      this.#stop(containerId);
      this.#schedule();
    });
  }

  /** Ends an application: all its containers are free. */
  finish(application: YarnApplication): void {
    this.endpoint.call("finish", () => {
      for (const { id } of application.finish()) this.#stop(id);
      this.#schedule();
    });
  }

  /** Gives containers out, one at a time to the queue that has least of its guarantee, until none can be given. */
  #schedule(): void {
    for (const queue of this.#queues) queue.activateApplications(this.#usedByOthers(queue));
    let hasAllocated = true;
    while (hasAllocated) {
      const byNeed = this.#queues.toSorted((one, other) => one.utilization - other.utilization);
      hasAllocated = byNeed.some((queue) =>
        queue.applications.some((application) => this.#allocate(queue, application)),
      );
    }
  }

  #allocate(queue: LeafQueue, application: YarnApplication): boolean {
    const request = application.nextRequest();
    if (request === null) return false;
    if (!queue.hasRoomFor(request.granted, this.#usedByOthers(queue))) {
      application.waitingFor = "Queue's maximum capacity reached.";
      return false;
    }
    const node = this.#nodes.find((candidate) => candidate.hasRoomFor(request.granted, this.#calculator));
    if (node === undefined) {
      application.waitingFor = "No node has room for the container.";
      return false;
    }
    this.#start(node, application, request);
    return true;
  }

  #start(node: NodeManager, application: YarnApplication, request: ContainerRequest): void {
    this.#containers += 1;
    const { id: applicationId, queue } = application;
    const container: Container = { ...request, id: `container_${this.#containers}`, applicationId, queue };
    node.start(container);
    application.take(container);
  }

  #stop(containerId: string): void {
    for (const node of this.#nodes) node.stop(containerId);
  }

  #request(role: Container["role"], asked: Resource): ContainerRequest {
    return { role, asked, granted: normalize(asked, this.#limits, this.#calculator) };
  }

  #usedByOthers(queue: LeafQueue): Resource {
    return subtractResources(this.used, queue.used);
  }

  #queueNamed(name: string): LeafQueue {
    const queue = this.#queues.find((candidate) => candidate.name === name);
    if (queue === undefined)
      throw new IllegalArgumentException(`Application submitted to unknown queue: ${name}`);
    return queue;
  }
}
