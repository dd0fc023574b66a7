import { describe, expect, test } from "vitest";

import { SubtaskCheckpointCoordinator } from "../../../../src/engine/runtime/barrier/subtask-checkpoint-coordinator.ts";
import { aBarrier } from "./builders.ts";

const aCoordinator = () => {
  const done: string[] = [];
  const coordinator = new SubtaskCheckpointCoordinator({
    prepareSnapshotPreBarrier: (id) => done.push(`prepare ${id}`),
    broadcastBarrier: ({ id }) => done.push(`barrier ${id}`),
    snapshotState: (id) => done.push(`snapshot ${id}`),
    broadcastCancelMarker: (id) => done.push(`cancel ${id}`),
  });
  return { coordinator, done };
};

describe("SubtaskCheckpointCoordinator", () => {
  test("sends the barrier on before it takes its snapshot", () => {
    const { coordinator, done } = aCoordinator();
    coordinator.triggerCheckpointOnBarrier(aBarrier(1));
    expect(done).toEqual(["prepare 1", "barrier 1", "snapshot 1"]);
  });

  test("takes part in no checkpoint that is not newer than the last one", () => {
    const { coordinator, done } = aCoordinator();
    coordinator.abortCheckpointOnBarrier(3);
    coordinator.triggerCheckpointOnBarrier(aBarrier(2));
    coordinator.triggerCheckpointOnBarrier(aBarrier(3));
    expect(done).toEqual(["cancel 3"]);
  });
});
