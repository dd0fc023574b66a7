import { describe, expect, test } from "vitest";

import {
  AsyncDataStream,
  type AsyncFunction,
  CEP,
  JobExecutionException,
  Pattern,
  type ResultFuture,
  type StreamExecutionEnvironment,
} from "../../../src/engine/index.ts";
import { newEnvironment, timedStream } from "./streams.ts";

/** Answers after as many ms as the number says. */
function slowCall(env: StreamExecutionEnvironment): AsyncFunction<number, string> {
  return {
    asyncInvoke: (delay: number, future: ResultFuture<string>) => {
      env.clock.schedule(env.clock.now() + delay, () => future.complete([`after ${delay}`]));
    },
  };
}

describe("AsyncDataStream", () => {
  test("keeps the order, or sends answers as they come", () => {
    const wait = (mode: "orderedWait" | "unorderedWait") => {
      const env = newEnvironment();
      const call = slowCall(env);
      return AsyncDataStream[mode](env.fromData(30, 10, 20), () => call, {
        timeout: 1_000,
      }).executeAndCollect();
    };
    expect(wait("orderedWait")).toEqual(["after 30", "after 10", "after 20"]);
    expect(wait("unorderedWait")).toEqual(["after 10", "after 20", "after 30"]);
  });

  test("has no more calls in flight than it may have", () => {
    const env = newEnvironment();
    const call = slowCall(env);
    const numbers = env.fromData(30, 10, 20);
    const answers = AsyncDataStream.unorderedWait(numbers, () => call, { timeout: 1_000, capacity: 1 });
    expect(answers.executeAndCollect()).toEqual(["after 30", "after 10", "after 20"]);
    expect(env.clock.now()).toBe(60);
  });

  test("fails a job whose call takes too long, in Flink's words", () => {
    const env = newEnvironment();
    const call = slowCall(env);
    const answers = AsyncDataStream.orderedWait(env.fromData(30), () => call, { timeout: 20 });
    expect(() => answers.executeAndCollect()).toThrow(JobExecutionException);
  });
});

describe("CEP", () => {
  test("finds a pattern for each key", () => {
    const env = newEnvironment();
    const logins = timedStream(
      env,
      ["ann no", 1],
      ["bob no", 2],
      ["ann no", 3],
      ["ann yes", 4],
      ["bob yes", 5],
    );
    const pattern = Pattern.begin<string>("failed")
      .where((login) => login.endsWith("no"))
      .times(2)
      .next("worked")
      .where((login) => login.endsWith("yes"));
    const alerts = CEP.pattern(
      logins.keyBy((login) => login.slice(0, 3)),
      pattern,
    ).process<string>({
      processMatch: (match, _context, out) => out.collect(match.get("worked")?.[0] ?? ""),
    });
    expect(alerts.executeAndCollect()).toEqual(["ann yes"]);
  });
});
