import type { Scene } from "sluice/exercise";
import {
  createJobGraph,
  EXTERNAL_SYSTEM,
  requiredSlots,
  ScheduledSource,
  StreamExecutionEnvironment,
  WatermarkStrategy,
} from "sluice/flink";

import type { Click, job, LocatedClick, ScoredClick, Work } from "./job.ts";

/** How long (ms) each step takes for one click. */
const COST = { decode: 3, locate: 6.5, score: 15, store: 40 };

const CLICKS = 200;
const CLICKS_PER_SECOND = 250;
const REGIONS = ["north", "east", "south", "west"];
const OPERATORS = ["decode", "locate", "score", "store"];

/** Does the work, and lets it take its time on the clock of the job. */
class TimedWork implements Work {
  readonly [EXTERNAL_SYSTEM] = "work";
  readonly stored: string[] = [];
  readonly #spend: (duration: number) => void;

  constructor(spend: (duration: number) => void) {
    this.#spend = spend;
  }

  readonly decode = (line: string): Click => {
    this.#spend(COST.decode);
    const [id = "", network, cents] = line.split(" ");
    return { id, network: Number(network), cents: Number(cents) };
  };

  readonly locate = (click: Click): LocatedClick => {
    this.#spend(COST.locate);
    return { ...click, region: REGIONS[click.network % REGIONS.length] ?? "north" };
  };

  readonly score = (click: LocatedClick): ScoredClick => {
    this.#spend(COST.score);
    return { ...click, risk: click.cents % 100 };
  };

  readonly store = ({ id, region, risk }: ScoredClick): void => {
    this.#spend(COST.store);
    this.stored.push(`${id} ${region} ${risk}`);
  };
}

/** What has been stored, how fast, and on what. */
export interface Outcome {
  /** A row a suspicious click, such as `c14 north 80`. */
  readonly stored: readonly string[];
  readonly clicksPerSecond: number;
  /** The subtasks of each operator. */
  readonly subtasks: { readonly [operator: string]: number };
  /** The tasks, which are chains of operators, by their names. */
  readonly tasks: readonly string[];
  /** The slots that the job takes. */
  readonly slots: number;
}

export const scene: Scene<typeof job, string, Outcome> = {
  input: (seed) =>
    Array.from({ length: CLICKS }, (_, index) => {
      const network = (index * 7 + seed) % 11;
      return `c${index + 1} ${network} ${500 + ((index + seed) % 5) * 20}`;
    }),

  play({ job, input, execute }) {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.getConfig().setAutoWatermarkInterval(0);
    env
      .getConfig()
      .setNetwork({ recordsPerBuffer: 1, exclusivePerChannel: 1, floatingPerGate: 1, bufferTimeout: 0 });
    const arrivals = input.map((line, index) => ({ at: (index * 1000) / CLICKS_PER_SECOND, value: line }));
    const lines = env.fromSource(
      new ScheduledSource([arrivals]),
      WatermarkStrategy.noWatermarks<string>(),
      "clicks",
    );
    const work = new TimedWork((duration) => env.clock.spend(duration));
    job(lines, work);
    const graph = env.getStreamGraph();
    const subtasks = OPERATORS.map((operator) => {
      const node = graph.nodes.find(({ name }) => name === operator);
      return [operator, node?.parallelism ?? 0] as const;
    });
    const jobGraph = createJobGraph(graph, "enabled");
    execute(env);
    return {
      stored: work.stored.toSorted(),
      clicksPerSecond: Math.round((input.length * 1000) / Math.max(1, env.clock.now())),
      subtasks: Object.fromEntries(subtasks),
      tasks: jobGraph.vertices.map(({ name }) => name),
      slots: requiredSlots(jobGraph),
    };
  },
};
