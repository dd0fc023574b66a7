import { describe, expect, test } from "vitest";

import { ClientProcess } from "../../../../src/engine/world/client-process.ts";
import { SocketServer } from "../../../../src/engine/world/socket/socket-server.ts";
import { World } from "../../../../src/engine/world/world.ts";
import { TestClock } from "../test-clock.ts";

function aServer(bufferSize = 2) {
  const world = new World(new TestClock());
  return { world, server: new SocketServer<number>(world, { bufferSize }) };
}

describe("a sender over a socket", () => {
  test("loses what nobody is there for, and what the buffers have no room for", () => {
    const { server } = aServer();
    server.send(1);
    let readable = 0;
    const connection = server.connect(() => {
      readable += 1;
    });
    for (const line of [2, 3, 4]) server.send(line);
    expect([connection.read(), connection.read(), connection.read()]).toEqual([2, 3, undefined]);
    expect([server.sent, server.dropped, readable]).toEqual([4, 2, 2]);
  });

  test("never sends a line again: what was on the way when the connection ends is lost", () => {
    const { server, world } = aServer();
    const process = new ClientProcess("taskmanager-1");
    const first = world.runAs(process, () => server.connect(() => {}));
    for (const line of [1, 2]) server.send(line);
    expect(first.read()).toBe(1);
    process.kill();
    server.send(3);
    const second = server.connect(() => {});
    server.send(4);
    expect([second.read(), second.read(), server.dropped]).toEqual([4, undefined, 2]);
  });

  test("has one reader: an old one that closes late does not disturb the new one", () => {
    const { server } = aServer();
    const old = server.connect(() => {});
    const young = server.connect(() => {});
    server.send(1);
    old.close();
    expect([young.read(), server.dropped]).toEqual([1, 0]);
  });
});
