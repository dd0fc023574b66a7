import { unreachable } from "../java/unreachable.ts";
import type { Random } from "./random.ts";

/** How long a system outside takes to answer, in ms. */
export type Latency =
  | { readonly type: "constant"; readonly ms: number }
  | { readonly type: "uniform"; readonly from: number; readonly to: number }
  /** Most answers take `usual` ms, and a share in [0, 1] of them `slow` ms: what a tail latency looks like. */
  | { readonly type: "long-tail"; readonly usual: number; readonly slow: number; readonly share: number };

/** Answers at once: what a system does unless it is told otherwise. */
export const NO_LATENCY: Latency = { type: "constant", ms: 0 };

/** Returns how long one call takes, in ms. */
export function drawLatency(latency: Latency, random: Random): number {
  switch (latency.type) {
    case "constant":
      return latency.ms;
    case "uniform":
      return latency.from + random() * (latency.to - latency.from);
    case "long-tail":
      return random() < latency.share ? latency.slow : latency.usual;
    default:
      return unreachable(latency);
  }
}
