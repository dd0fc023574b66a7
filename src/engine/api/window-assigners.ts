import { GlobalWindows as GlobalWindowsAssigner } from "../operators/window/assigners/global-windows.ts";
import * as sessions from "../operators/window/assigners/session-windows.ts";
import * as sliding from "../operators/window/assigners/sliding-windows.ts";
import * as tumbling from "../operators/window/assigners/tumbling-windows.ts";
import type { GlobalWindow } from "../operators/window/global-window.ts";
import type { TimeWindow } from "../operators/window/time-window.ts";
import type { WindowAssigner } from "../operators/window/window-assigner.ts";

type TimeWindows = WindowAssigner<unknown, TimeWindow>;

/** Windows of one size that follow each other, by timestamps (Flink's class of the same name). */
export const TumblingEventTimeWindows = {
  /** All in ms. Throws an IllegalArgumentException unless `abs(offset) < size`. */
  of: (size: number, offset = 0): TimeWindows => new tumbling.TumblingEventTimeWindows(size, offset),
};

/** Windows of one size that follow each other, by the clock (Flink's class of the same name). */
export const TumblingProcessingTimeWindows = {
  /** All in ms. Throws an IllegalArgumentException unless `abs(offset) < size`. */
  of: (size: number, offset = 0): TimeWindows => new tumbling.TumblingProcessingTimeWindows(size, offset),
};

/** Windows of one size that begin every `slide`, by timestamps (Flink's class of the same name). */
export const SlidingEventTimeWindows = {
  /** All in ms. Throws an IllegalArgumentException unless `abs(offset) < slide` and `size > 0`. */
  of: (size: number, slide: number, offset = 0): TimeWindows =>
    new sliding.SlidingEventTimeWindows(size, slide, offset),
};

/** Windows of one size that begin every `slide`, by the clock (Flink's class of the same name). */
export const SlidingProcessingTimeWindows = {
  /** All in ms. Throws an IllegalArgumentException unless `abs(offset) < slide` and `size > 0`. */
  of: (size: number, slide: number, offset = 0): TimeWindows =>
    new sliding.SlidingProcessingTimeWindows(size, slide, offset),
};

/** Windows that end when nothing has come for a while, by timestamps (Flink's class of the same name). */
export const EventTimeSessionWindows = {
  /** `gap` is in ms. Throws an IllegalArgumentException unless it is above 0. */
  withGap: (gap: number): TimeWindows => new sessions.EventTimeSessionWindows(gap),
  /** Each element says what gap (ms) ends the session after it. */
  withDynamicGap: <T>(gapOf: sessions.SessionWindowTimeGapExtractor<T>): WindowAssigner<T, TimeWindow> =>
    new sessions.DynamicEventTimeSessionWindows(gapOf),
};

/** Windows that end when nothing has come for a while, by the clock (Flink's class of the same name). */
export const ProcessingTimeSessionWindows = {
  /** `gap` is in ms. Throws an IllegalArgumentException unless it is above 0. */
  withGap: (gap: number): TimeWindows => new sessions.ProcessingTimeSessionWindows(gap),
  /** Each element says what gap (ms) ends the session after it. */
  withDynamicGap: <T>(gapOf: sessions.SessionWindowTimeGapExtractor<T>): WindowAssigner<T, TimeWindow> =>
    new sessions.DynamicProcessingTimeSessionWindows(gapOf),
};

/** One window for all elements of a key, which never ends (Flink's class of the same name). It needs a trigger. */
export const GlobalWindows = {
  create: (): WindowAssigner<unknown, GlobalWindow> => new GlobalWindowsAssigner(),
};
