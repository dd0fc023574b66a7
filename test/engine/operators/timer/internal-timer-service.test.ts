import { describe, expect, test } from "vitest";

import { LONG_MIN } from "../../../../src/engine/java/long.ts";
import { InternalTimeServiceManager } from "../../../../src/engine/operators/timer/internal-time-service-manager.ts";
import type { InternalTimer, Triggerable } from "../../../../src/engine/operators/timer/internal-timer.ts";
import { KeyHashing } from "../../../../src/engine/state/key-hashing.ts";
import { KeyedStateBackend } from "../../../../src/engine/state/keyed-state-backend.ts";
import {
  VOID_NAMESPACE,
  VOID_NAMESPACE_TYPE,
  type VoidNamespace,
} from "../../../../src/engine/state/namespace.ts";
import { TestProcessingTimeService } from "../../../../src/engine/time/processing-time-service.ts";

type Restored = ConstructorParameters<typeof InternalTimeServiceManager<string>>[1];

function someTimers(
  restored?: Restored,
  onFire: (timer: InternalTimer<string, VoidNamespace>) => void = () => {},
) {
  const clock = new TestProcessingTimeService();
  const backend = new KeyedStateBackend<string>(new KeyHashing(128), () => 0);
  const manager = new InternalTimeServiceManager<string>({ backend, processingTimeService: clock }, restored);
  const fired: string[] = [];
  const note = (domain: string) => (timer: InternalTimer<string, VoidNamespace>) => {
    fired.push(`${domain} ${timer.key} ${timer.timestamp} for ${backend.currentKey}`);
    onFire(timer);
  };
  const triggerable: Triggerable<string, VoidNamespace> = {
    onEventTime: note("event"),
    onProcessingTime: note("processing"),
  };
  const timers = manager.getInternalTimerService("timers", VOID_NAMESPACE_TYPE, triggerable);
  return { clock, backend, manager, timers, fired };
}

describe("InternalTimerService", () => {
  test("fires for the key for which a timer was registered", () => {
    const { backend, manager, timers, fired } = someTimers();
    for (const key of ["a", "b"]) {
      backend.setCurrentKey(key);
      timers.registerEventTimeTimer(VOID_NAMESPACE, 10);
    }
    manager.advanceWatermark(10);
    expect(fired).toEqual(["event a 10 for a", "event b 10 for b"]);
    expect(timers.currentWatermark()).toBe(10);
  });

  test("asks its clock to be called for the first timer only, and again for the next", () => {
    const { clock, backend, timers, fired } = someTimers();
    backend.setCurrentKey("a");
    for (const time of [30, 10, 20]) timers.registerProcessingTimeTimer(VOID_NAMESPACE, time);
    clock.setCurrentTime(20);
    expect(fired).toEqual(["processing a 10 for a", "processing a 20 for a"]);
    clock.setCurrentTime(30);
    expect(timers.numProcessingTimeTimers()).toBe(0);
  });

  test("restores its timers and lets its watermark begin anew", () => {
    const before = someTimers();
    before.backend.setCurrentKey("a");
    before.timers.registerEventTimeTimer(VOID_NAMESPACE, 10);
    before.timers.registerProcessingTimeTimer(VOID_NAMESPACE, 20);
    before.manager.advanceWatermark(5);
    const after = someTimers(before.manager.snapshot());
    expect(after.timers.currentWatermark()).toBe(LONG_MIN);
    after.manager.advanceWatermark(10);
    after.clock.setCurrentTime(20);
    expect(after.fired).toEqual(["event a 10 for a", "processing a 20 for a"]);
  });

  test("puts restored timers into its heap as real Flink 2.3 does: by key group, as they lay in the old heap", () => {
    const register = ({ backend, timers }: ReturnType<typeof someTimers>, key: string, time: number) => {
      backend.setCurrentKey(key);
      timers.registerEventTimeTimer(VOID_NAMESPACE, time);
    };
    const before = someTimers();
    for (const [key, time] of [
      ["b", 29],
      ["a", 69],
      ["b", 49],
      ["c", 49],
      ["b", 59],
    ] as const) {
      register(before, key, time);
    }
    const after = someTimers(before.manager.snapshot());
    register(after, "a", 29);
    after.manager.advanceWatermark(Number.POSITIVE_INFINITY);
    expect(after.fired.map((text) => text.split(" ").slice(1, 3).join(" "))).toEqual([
      "b 29",
      "a 29",
      "b 49",
      "c 49",
      "b 59",
      "a 69",
    ]);
  });

  test("forgets a timer that is deleted", () => {
    const { backend, manager, timers, fired } = someTimers();
    backend.setCurrentKey("a");
    timers.registerEventTimeTimer(VOID_NAMESPACE, 10);
    timers.deleteEventTimeTimer(VOID_NAMESPACE, 10);
    timers.registerProcessingTimeTimer(VOID_NAMESPACE, 10);
    timers.deleteProcessingTimeTimer(VOID_NAMESPACE, 10);
    manager.advanceWatermark(10);
    expect([fired, manager.numEventTimeTimers(), manager.numProcessingTimeTimers()]).toEqual([[], 0, 0]);
  });
});

describe("InternalTimeServiceManager", () => {
  test("refuses a second timer service of the same name", () => {
    const { manager } = someTimers();
    const triggerable = { onEventTime: () => {}, onProcessingTime: () => {} };
    expect(() => manager.getInternalTimerService("timers", VOID_NAMESPACE_TYPE, triggerable)).toThrow(
      "timers",
    );
  });
});
