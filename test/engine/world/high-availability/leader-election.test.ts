import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { CheckpointIdCounter } from "../../../../src/engine/world/high-availability/checkpoint-id-counter.ts";
import { CompletedCheckpointStore } from "../../../../src/engine/world/high-availability/completed-checkpoint-store.ts";
import { ExecutionPlanStore } from "../../../../src/engine/world/high-availability/execution-plan-store.ts";
import { FencedReceiver } from "../../../../src/engine/world/high-availability/fenced-receiver.ts";
import { FencingTokenException } from "../../../../src/engine/world/high-availability/fencing-token-exception.ts";
import { HighAvailabilityStore } from "../../../../src/engine/world/high-availability/high-availability-store.ts";
import { LeaderElector } from "../../../../src/engine/world/high-availability/leader-elector.ts";
import { World } from "../../../../src/engine/world/world.ts";
import { TestClock } from "../test-clock.ts";

function aStore() {
  const clock = new TestClock();
  return { store: new HighAvailabilityStore(new World(clock, 7)), clock };
}

/** A JobManager that stands for election and notes what it is told. */
function aCandidate(store: HighAvailabilityStore, name: string) {
  const told: string[] = [];
  const elector = new LeaderElector(store, name, {
    grantLeadership: (token) => told.push(`granted ${token}`),
    revokeLeadership: () => told.push("revoked"),
  });
  elector.start();
  return { elector, told };
}

/** Whether the store takes a write with this token. */
function accepts(store: HighAvailabilityStore, token: number): boolean {
  try {
    store.write(token, "probe", String(token));
    return true;
  } catch (failure) {
    if (failure instanceof FencingTokenException) return false;
    throw failure;
  }
}

describe("an election", () => {
  test("gives the lease to one, and to the next when it is not renewed", () => {
    const { store, clock } = aStore();
    const one = aCandidate(store, "one");
    const two = aCandidate(store, "two");
    expect([one.told, two.told, store.leader]).toEqual([["granted 1"], [], "one"]);
    one.elector.kill();
    clock.advanceTo(14_999);
    expect(store.leader).toBe("one");
    clock.advanceTo(15_000);
    expect([two.told, store.leader]).toEqual([["granted 2"], "two"]);
  });

  test("passes on at once when a leader stops by itself", () => {
    const { store, clock } = aStore();
    const one = aCandidate(store, "one");
    const two = aCandidate(store, "two");
    one.elector.stop();
    clock.advanceTo(5000);
    expect([one.told, two.told]).toEqual([["granted 1", "revoked"], ["granted 2"]]);
  });

  test("leaves a paused leader in the belief that it leads, and its writes are refused", () => {
    const { store, clock } = aStore();
    const one = aCandidate(store, "one");
    const two = aCandidate(store, "two");
    one.elector.pause(40_000);
    clock.advanceTo(15_000);
    expect(store.leader).toBe("two");
    clock.advanceTo(30_000);
    expect([one.elector.token, two.elector.token]).toEqual([1, 2]);
    expect([accepts(store, 1), accepts(store, 2)]).toEqual([false, true]);
    clock.advanceTo(40_000);
    expect(one.told).toEqual(["granted 1", "revoked"]);
  });

  test("lets a leader that cannot renew give up by itself", () => {
    const { store, clock } = aStore();
    const one = aCandidate(store, "one");
    store.endpoint.stop(60_000);
    clock.advanceTo(14_999);
    expect(one.elector.token).toBe(1);
    clock.advanceTo(15_000);
    expect(one.told).toEqual(["granted 1", "revoked"]);
    clock.advanceTo(70_000);
    expect(one.told).toEqual(["granted 1", "revoked", "granted 2"]);
  });

  test("has at most one leader whose token the store accepts, and tokens never go back", () => {
    const action = fc.record({
      who: fc.nat({ max: 2 }),
      what: fc.constantFrom("pause" as const, "kill" as const, "restart" as const, "nothing" as const),
      wait: fc.nat({ max: 20_000 }),
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
        const { store, clock } = aStore();
        const names = ["one", "two", "three"];
        const candidates = names.map((name) => aCandidate(store, name).elector);
        let newest = 0;
        for (const { who, what, wait } of actions) {
          if (what === "pause") candidates[who]?.pause(wait * 3);
          if (what === "kill") candidates[who]?.kill();
          if (what === "restart") {
            candidates[who]?.kill();
            candidates[who] = aCandidate(store, names[who] ?? "").elector;
          }
          clock.advanceBy(wait);
          const believed = candidates.flatMap(({ token }) => (token === null ? [] : [token]));
          const accepted = believed.filter((token) => accepts(store, token));
          expect(new Set(accepted).size).toBeLessThanOrEqual(1);
          for (const token of accepted) expect(token).toBeGreaterThanOrEqual(newest);
          newest = Math.max(newest, ...accepted);
          for (let token = 0; token < newest; token += 1) expect(accepts(store, token)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("a receiver of messages", () => {
  test("takes those of the leader it follows, and follows none that is older", () => {
    const receiver = new FencedReceiver();
    expect(() => receiver.receive(1, () => "ack")).toThrow(FencingTokenException);
    receiver.follow(2);
    expect(receiver.receive(2, () => "ack")).toBe("ack");
    receiver.follow(1);
    expect(() => receiver.receive(1, () => "ack")).toThrow(/1 did not match the expected fencing token 2/);
  });
});

describe("what a leader leaves to its successor", () => {
  test("is the newest completed checkpoint, and no more of them than should be kept", () => {
    const { store } = aStore();
    const checkpoints = new CompletedCheckpointStore(store, "job", 2);
    const token = store.tryAcquire("one", 1000)?.token ?? 0;
    checkpoints.add(token, { checkpointId: 9, path: "s3/9" });
    checkpoints.add(token, { checkpointId: 10, path: "s3/10" });
    expect(checkpoints.add(token, { checkpointId: 11, path: "s3/11" })).toEqual([
      { checkpointId: 9, path: "s3/9" },
    ]);
    expect(checkpoints.recover().at(-1)).toEqual({ checkpointId: 11, path: "s3/11" });
    expect(checkpoints.recover()).toHaveLength(2);
  });

  test("counts checkpoints on, and never gives one id to two leaders", () => {
    const { store, clock } = aStore();
    const counter = new CheckpointIdCounter(store, "job");
    const old = store.tryAcquire("one", 1000)?.token ?? 0;
    expect([counter.getAndIncrement(old), counter.getAndIncrement(old)]).toEqual([1, 2]);
    clock.advanceTo(1000);
    const young = store.tryAcquire("two", 1000)?.token ?? 0;
    expect(() => counter.getAndIncrement(old)).toThrow(FencingTokenException);
    expect(counter.getAndIncrement(young)).toBe(3);
  });

  test("is the list of jobs that run", () => {
    const { store } = aStore();
    const plans = new ExecutionPlanStore(store);
    const token = store.tryAcquire("one", 1000)?.token ?? 0;
    plans.put(token, "job-1", "s3/plan-1");
    plans.put(token, "job-2", "s3/plan-2");
    plans.remove(token, "job-1");
    expect([plans.jobIds(), plans.pathOf("job-2"), plans.pathOf("job-1")]).toEqual([
      ["job-2"],
      "s3/plan-2",
      null,
    ]);
    expect(() => plans.put(token + 1, "job-3", "x")).toThrow(FencingTokenException);
  });
});
