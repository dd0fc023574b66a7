import { describe, expect, test } from "vitest";

import { SocketSource } from "../../../src/engine/connectors/socket/socket-source.ts";
import { SocketServer } from "../../../src/engine/world/socket/socket-server.ts";
import { World } from "../../../src/engine/world/world.ts";
import { TestClock } from "../world/test-clock.ts";
import { readAll } from "./writer-context.ts";

describe("a socket source", () => {
  test("reads what comes while it is connected, and cannot read it again", () => {
    const server = new SocketServer<number>(new World(new TestClock()));
    const source = new SocketSource(server);
    let woken = 0;
    const aReader = () => {
      const reader = source.createReader({
        getIndexOfSubtask: () => 0,
        currentParallelism: () => 1,
        currentProcessingTime: () => 0,
        wakeUp: () => {
          woken += 1;
        },
      });
      reader.addSplits(source.discoverSplits());
      return reader;
    };
    const reader = aReader();
    for (const line of [1, 2]) server.send(line);
    expect(readAll(reader)).toMatchObject({ values: [1, 2], status: "NOTHING_AVAILABLE" });
    expect([woken, reader.snapshotState(1), reader.nextAvailableAt()]).toEqual([
      2,
      [{ splitId: "socket" }],
      Number.POSITIVE_INFINITY,
    ]);
    server.send(3);
    reader.close?.();
    server.send(4);
    expect(readAll(aReader()).values).toEqual([]);
    expect(server.dropped).toBe(2);
  });

  test("leaves the socket to the subtask that has its split", () => {
    const server = new SocketServer<number>(new World(new TestClock()));
    const context = {
      getIndexOfSubtask: () => 1,
      currentParallelism: () => 2,
      currentProcessingTime: () => 0,
      wakeUp: () => {},
    };
    const reader = new SocketSource(server).createReader(context);
    reader.addSplits([]);
    expect([readAll(reader).values, server.endpoint.count("connect")]).toEqual([[], 0]);
  });
});
