import { describe, expect, test } from "vitest";

import {
  type DataStream,
  ScheduledSource,
  StreamExecutionEnvironment,
  WatermarkStrategy,
} from "../../src/engine/index.ts";
import { jsonText } from "../../src/exercise/json.ts";
import { playScene } from "../../src/exercise/play-scene.ts";
import { PLAIN_RUN, type RunRequest } from "../../src/exercise/run.ts";
import type { Scene } from "../../src/exercise/scene.ts";

interface Order {
  cents: number;
}

type Job = (orders: DataStream<Order>, write: (cents: number) => void) => void;

/** Orders come one after the other, of 1, 2 and 3 cents more than the seed. */
const scene: Scene<Job, Order, { readonly rows: readonly number[]; readonly variation: unknown }> = {
  input: (seed) => [1, 2, 3].map((cents) => ({ cents: seed + cents })),
  play({ job, input, variation, execute }) {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.getConfig().setAutoWatermarkInterval(0);
    const rows: number[] = [];
    const arrivals = input.map((value, index) => ({ at: index * 10, value }));
    const source = new ScheduledSource([arrivals]);
    job(env.fromSource(source, WatermarkStrategy.noWatermarks<Order>(), "orders"), (row) => rows.push(row));
    execute(env);
    return { rows, variation };
  },
};

const BUDGET = { steps: 1000, time: 60_000, allocations: 1000 };

const doubling: Job = (orders, write) => {
  orders.map(({ cents }) => 2 * cents).addSink({ invoke: write });
};

function play(job: Job, request: Partial<RunRequest> = {}, budget = BUDGET) {
  return playScene(scene, job, { ...PLAIN_RUN, ...request }, budget);
}

describe("playing a scene", () => {
  test("feeds the job with the data of a seed, or with the very elements, and brings what was observed", () => {
    expect(play(doubling, { input: 10 }).outcome.rows).toEqual([22, 24, 26]);
    expect(play(doubling, { input: [{ cents: 7 }] }).outcome.rows).toEqual([14]);
    expect(play(doubling, { variation: { order: 2 } }).outcome.variation).toEqual({ order: 2 });
  });

  test("comes to the same each time, step by step", () => {
    const [one, other] = [0, 1].map(() => play(doubling, { seed: 3, watch: "trace" }));
    expect(one).toEqual(other);
    expect(one?.steps).toBeGreaterThan(3);
  });

  test("tells of its clusters only what it was asked to look at", () => {
    const [plain, measured, traced] = (["outcome", "metrics", "trace"] as const).map((watch) => {
      const { metrics, trace, input } = play(doubling, { watch });
      return [metrics.length, trace.length > 0, input.length];
    });
    expect(plain).toEqual([0, false, 0]);
    expect(measured).toEqual([1, false, 0]);
    expect(traced).toEqual([0, true, 3]);
  });

  test("tells the elements as they were before anybody changed them", () => {
    const careless: typeof scene = {
      ...scene,
      play: (stage) => {
        for (const order of stage.input) order.cents = 0;
        return scene.play(stage);
      },
    };
    const { input, outcome } = playScene(careless, doubling, { ...PLAIN_RUN, watch: "trace" }, BUDGET);
    expect(outcome.rows).toEqual([0, 0, 0]);
    expect(input).toEqual([{ cents: 2 }, { cents: 3 }, { cents: 4 }]);
  });

  test("brings a NaN as a text, for it is what a job has come to; whoever compares must see it", () => {
    const careless: Job = (orders, write) => {
      orders.map(({ cents }) => (cents === 3 ? Number.NaN : cents)).addSink({ invoke: write });
    };
    expect(play(careless).outcome.rows).toEqual([2, "NaN", 4]);
  });

  test("refuses a scene that observes a Map", () => {
    const mapping = {
      ...scene,
      play: (stage: Parameters<typeof scene.play>[0]) => ({
        rows: new Map([["of", scene.play(stage).rows]]),
      }),
    };
    const { outcome } = playScene(mapping, doubling, PLAIN_RUN, BUDGET);
    expect(() => jsonText(outcome)).toThrow("Map at rows can't be told in JSON");
  });

  test("traces what is in a Map or a Set of the job, and a NaN", () => {
    const gathering: Job = (orders) => {
      orders
        .map(({ cents }) => ({
          kept: new Map([["of", new Set([cents])]]),
          mean: Number.NaN,
          day: new Date(0),
        }))
        .addSink({ invoke: () => {} });
    };
    const { trace } = play(gathering, { watch: "trace" });
    const values = trace.flatMap((event) => (event.type === "element-out" ? [jsonText(event.value)] : []));
    expect(values).toContain('{"kept":[["of",[2]]],"mean":"NaN","day":"1970-01-01T00:00:00.000Z"}');
  });

  test("tells why a job has failed for good, and what led to it, and goes on", () => {
    const failing: Job = (orders, write) => {
      orders
        .map(({ cents }) => {
          if (cents === 3) throw new TypeError("three");
          return cents;
        })
        .addSink({ invoke: write });
    };
    const { failure, outcome } = play(failing);
    expect(failure).toContain("TypeError: three");
    expect(outcome.rows).toEqual([2]);
  });

  test("tells what was thrown even if that is a text", () => {
    const failing: Job = (orders, write) => {
      orders
        .map((): number => {
          throw "three";
        })
        .addSink({ invoke: write });
    };
    expect(play(failing).failure).toMatch(/\n {2}caused by three$/u);
  });

  test("has things go wrong when it is told so", () => {
    const crash = [{ type: "fail-task", at: { step: 3 } }] as const;
    const { trace } = play(doubling, { faults: crash, watch: "trace" });
    expect(JSON.stringify(trace)).not.toBe(JSON.stringify(play(doubling, { watch: "trace" }).trace));
  });

  test("throws on what a job throws while it is described", () => {
    const broken: Job = () => {
      throw new RangeError("no such stream");
    };
    expect(() => play(broken)).toThrow("no such stream");
  });

  test("throws when a run takes more than it may", () => {
    expect(() => play(doubling, {}, { ...BUDGET, steps: 2 })).toThrow(/steps/u);
  });
});
