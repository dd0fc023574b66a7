import { DEFAULT_NETWORK_BUFFERS, type NetworkBufferOptions } from "../../cluster/network-buffers.ts";

/** The buffers of a job's channels. */
export interface NetworkOptions extends NetworkBufferOptions {
  /** Records that fit into a buffer: few, so that queues can be seen. In Flink a buffer has 32 KiB. */
  readonly recordsPerBuffer: number;
  /** Buffers beyond its pool that a subtask may fill to finish a record. */
  readonly maxOverdraftBuffersPerGate: number;
  /** How long (ms) a record waits for its buffer to be full; 0: not at all, -1: for ever. */
  readonly bufferTimeout: number;
}

/** Flink's figures, with small buffers. */
export const DEFAULT_NETWORK_OPTIONS: NetworkOptions = {
  ...DEFAULT_NETWORK_BUFFERS,
  recordsPerBuffer: 4,
  maxOverdraftBuffersPerGate: 5,
  bufferTimeout: 100,
};
