import type { WatermarkStatus } from "../../time/watermark-status.ts";
import type { Tracer } from "../../trace/tracer.ts";

/** Hears what the splits of one reader do. Timestamps are in ms. */
export interface SplitListener {
  readonly registered: (split: string) => void;
  readonly released: (split: string) => void;
  /** The next element is from this split. */
  readonly element: (split: string) => void;
  readonly watermark: (split: string, timestamp: number) => void;
  readonly status: (split: string, status: WatermarkStatus) => void;
}

/** Returns a listener that tells a tracer. */
export function tracedSplits(tracer: Tracer): SplitListener {
  return {
    registered: () => {},
    released: () => {},
    element: (split) => tracer.record({ type: "split-out", split }),
    watermark: (split, timestamp) => tracer.record({ type: "split-watermark", split, timestamp }),
    status: (split, status) => tracer.record({ type: "split-status", split, status }),
  };
}

/** Returns a listener that tells all of several; `null` for none. */
export function allOf(listeners: readonly SplitListener[]): SplitListener | null {
  const [only] = listeners;
  if (listeners.length < 2) return only ?? null;
  return {
    registered: (split) => {
      for (const listener of listeners) listener.registered(split);
    },
    released: (split) => {
      for (const listener of listeners) listener.released(split);
    },
    element: (split) => {
      for (const listener of listeners) listener.element(split);
    },
    watermark: (split, timestamp) => {
      for (const listener of listeners) listener.watermark(split, timestamp);
    },
    status: (split, status) => {
      for (const listener of listeners) listener.status(split, status);
    },
  };
}
