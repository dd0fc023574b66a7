/** What a container gets, or a node has. */
export interface Resource {
  /** In MiB. */
  readonly memoryMb: number;
  readonly vcores: number;
}

/** Nothing at all. */
export const NO_RESOURCE: Resource = { memoryMb: 0, vcores: 0 };

export function addResources(one: Resource, other: Resource): Resource {
  return { memoryMb: one.memoryMb + other.memoryMb, vcores: one.vcores + other.vcores };
}

export function subtractResources(one: Resource, other: Resource): Resource {
  return { memoryMb: one.memoryMb - other.memoryMb, vcores: one.vcores - other.vcores };
}

/** Returns a share in [0, 1] of a resource, rounded up to multiples of a step. */
export function shareOf(resource: Resource, share: number, step: Resource): Resource {
  return roundUp({ memoryMb: resource.memoryMb * share, vcores: resource.vcores * share }, step);
}

/** Returns the next multiple of a step that is not below. */
export function roundUp(resource: Resource, step: Resource): Resource {
  return {
    memoryMb: Math.ceil(resource.memoryMb / step.memoryMb) * step.memoryMb,
    vcores: Math.ceil(resource.vcores / step.vcores) * step.vcores,
  };
}

export function sumOfResources(resources: readonly Resource[]): Resource {
  return resources.reduce(addResources, NO_RESOURCE);
}
