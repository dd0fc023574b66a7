import type { Transformation } from "../graph/transformation.ts";
import type { StateDescriptor } from "../state/state-descriptor.ts";

/** The description of a broadcast state: that of a map, whatever its keys and values. */
export type BroadcastStateDescriptor = Pick<StateDescriptor, "name"> & { readonly type: "map" };

/**
 * A stream that every instance gets as a whole, and the broadcast states that it may fill (Flink's class of the same
 * name).
 */
export class BroadcastStream<T> {
  declare readonly elementType: T;
  readonly transformation: Transformation;
  readonly broadcastStateDescriptors: readonly BroadcastStateDescriptor[];

  constructor(transformation: Transformation, descriptors: readonly BroadcastStateDescriptor[]) {
    this.transformation = transformation;
    this.broadcastStateDescriptors = descriptors;
  }
}
