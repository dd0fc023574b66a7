import { IllegalStateException } from "../java/exceptions.ts";

/** How many network buffers the channels and gates of a cluster may have. */
export interface NetworkBufferOptions {
  /** Buffers that belong to one channel alone; 2 by default. */
  readonly exclusivePerChannel: number;
  /** Buffers that all channels of a gate share; 8 by default. */
  readonly floatingPerGate: number;
}

/** Flink's figures: options up to 1.20, fixed since 2.0 (`NettyShuffleMaster`). */
export const DEFAULT_NETWORK_BUFFERS: NetworkBufferOptions = { exclusivePerChannel: 2, floatingPerGate: 8 };

/** Size of a network buffer, in bytes (`taskmanager.memory.segment-size`). */
export const NETWORK_BUFFER_SIZE = 32_768;

/** The buffers that a pipelined input gate asks for (Flink's `GateBuffersSpec`). */
export interface GateBuffersSpec {
  readonly exclusivePerChannel: number;
  /** Floating buffers without which the gate does not start. */
  readonly requiredFloating: number;
  /** Floating buffers that it takes at most. */
  readonly totalFloating: number;
  /** Exclusive and floating buffers together. */
  readonly targetTotal: number;
}

/**
 * Returns the buffers of a gate with so many input channels (`InputGateSpecUtils:createGateBuffersSpec`).
 * Throws an `IllegalStateException` if the gate could not have the one floating buffer that it needs to recover.
 */
export function createGateBuffersSpec(channels: number, options: NetworkBufferOptions): GateBuffersSpec {
  const { exclusivePerChannel, floatingPerGate } = options;
  const requiredFloating = 1;
  if (requiredFloating > floatingPerGate)
    throw new IllegalStateException("Wrong number of floating buffers.");
  return {
    exclusivePerChannel,
    requiredFloating,
    totalFloating: floatingPerGate,
    targetTotal: channels * exclusivePerChannel + floatingPerGate,
  };
}

/** The least and the most buffers of a pool. */
export interface BufferPoolRange {
  readonly min: number;
  readonly max: number;
}

/**
 * Returns the pool of a pipelined result partition: one buffer a subpartition and one to go on with, up to the
 * buffers that its consumers have (`NettyShuffleUtils:getMinMaxNetworkBuffersPerResultPartition`).
 */
export function resultPartitionBuffers(
  subpartitions: number,
  options: NetworkBufferOptions,
): BufferPoolRange {
  const min = subpartitions + 1;
  const max = subpartitions * options.exclusivePerChannel + options.floatingPerGate;
  return { min, max: Math.max(min, max) };
}
