import type { StreamOperator } from "../../operators/stream-operator.ts";
import type { InputStatus } from "./source.ts";

/** An operator that begins a stream: its task asks it for elements as long as it has any. */
export interface SourceStreamOperator extends StreamOperator {
  /** Sends at most one element. */
  readonly emitNext: () => InputStatus;
  /** Returns when (ms) to ask again after NOTHING_AVAILABLE; Infinity to be woken up. */
  readonly nextAvailableAt: () => number;
  /** Takes up to which watermark (ms) the source may go: others are behind. */
  readonly alignTo?: (maxAllowedWatermark: number) => void;
}
