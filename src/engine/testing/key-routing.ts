import type { Key, KeyType } from "../java/hash-code.ts";
import { assignToKeyGroup, computeOperatorIndexForKeyGroup } from "../state/key-groups.ts";
import type { DrivenOperator, ScriptedElement } from "./driven-operator.ts";
import type { ParallelPipeline } from "./one-input-maker.ts";

/** How many instances an operator has, and which of them gets an element. */
export type Routing = Pick<DrivenOperator, "parallelism" | "maxParallelism" | "route">;

const DEFAULT_MAX_PARALLELISM = 128;

/** Returns the routing of elements without keys: where the script says, the first instance if it says nothing. */
export function plainRouting(pipeline: ParallelPipeline): Routing {
  return {
    parallelism: pipeline.parallelism ?? 1,
    maxParallelism: pipeline.maxParallelism ?? DEFAULT_MAX_PARALLELISM,
    route: ({ sub }) => [sub ?? 0],
  };
}

/** Returns the routing of elements with keys: by key group. */
export function keyedRouting(
  pipeline: ParallelPipeline & { readonly keyType?: KeyType },
  keyOf: (element: ScriptedElement) => Key,
): Routing {
  const { parallelism, maxParallelism } = plainRouting(pipeline);
  return {
    parallelism,
    maxParallelism,
    route: (element, instances) => {
      const keyGroup = assignToKeyGroup(keyOf(element), maxParallelism, pipeline.keyType);
      return [computeOperatorIndexForKeyGroup(maxParallelism, instances, keyGroup)];
    },
  };
}
