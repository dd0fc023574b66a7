import type { InputPort } from "../../runtime/task/input-port.ts";
import { StatusWatermarkValve } from "../../time/valve.ts";

/** Returns the ports of several streams that lead to one input: the slowest one's watermark counts. */
export function unionPorts(input: InputPort, streams: number): readonly InputPort[] {
  const valve = new StatusWatermarkValve(streams, {
    emitWatermark: (timestamp) => input.processWatermark(timestamp),
    emitWatermarkStatus: (status) => input.processWatermarkStatus(status),
  });
  return Array.from({ length: streams }, (_, stream) => ({
    processElement: (value: unknown, timestamp: number) => input.processElement(value, timestamp),
    processWatermark: (timestamp) => valve.inputWatermark(timestamp, stream),
    processWatermarkStatus: (status) => valve.inputWatermarkStatus(status, stream),
  }));
}
