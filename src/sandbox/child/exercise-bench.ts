import type { Budget } from "../../engine/runtime/cluster/budget.ts";
import type { RunEnd } from "../../exercise/run-end.ts";
import type { Answer, Order, OrderLine } from "../messages.ts";
import type { Court, Questions } from "./jury.ts";
import { type Evaluated, type Exports, RejectedFile, Room } from "./room.ts";
import { thrownFault } from "./thrown-fault.ts";

/** Two programs to be evaluated in contexts of their own, and where the answers go. */
export interface BenchOptions {
  /** The text of exercise-stage.js. */
  readonly stage: string;
  /** The text of exercise-jury.js. */
  readonly jury: string;
  readonly answer: (line: string) => void;
}

/** What the job and its scene export. */
interface Cast {
  readonly scene: Exports;
  readonly job: Exports;
}

type OnStage = (cast: Cast, runText: string) => string;

type Judge = (checks: Exports, trialText: string, court: Court) => string;

type Sweep = (checks: Exports, sweepText: string, court: Questions) => string;

type Trying = Pick<Extract<Order, { readonly type: "judge" }>, "job" | "trial" | "answers">;

/** What an exercise gives: what stands around its jobs. */
type Setting = Extract<Order, { readonly type: "prepare" }>;

/** Effort to have the engine compiled: more would only keep the learner waiting. */
const WARM_UP = { answers: "played", trial: { seeds: 2, data: 1 } } as const;

/** The exercise at work in the child: a stage for its jobs and, in another context, the checks that judge them. */
export class ExerciseBench {
  readonly #options: BenchOptions;
  readonly #stage = new Room("sluice/flink");
  readonly #jury = new Room("sluice/exercise");
  #staged: Exports = {};
  #judging: Exports = {};
  #setting: Setting = {
    type: "prepare",
    scene: "",
    check: "",
    budget: { steps: 0, time: 0, allocations: 0 },
  };

  constructor(options: BenchOptions) {
    this.#options = options;
  }

  /** Furnishes the two contexts: nothing of an exercise is needed for it. */
  async furnish(): Promise<void> {
    this.#staged = await this.#stage.furnish(this.#options.stage, "flink");
    this.#judging = await this.#jury.furnish(this.#options.jury, "exercise");
  }

  /** Carries out an order, a line of JSON. */
  async obey(line: string): Promise<void> {
    const { token, order } = JSON.parse(line) as OrderLine;
    await this.#carryOut(order, (answer) => this.#options.answer(`${token} ${answer}`));
  }

  async #carryOut(order: Order, answer: BenchOptions["answer"]): Promise<void> {
    switch (order.type) {
      case "prepare":
        this.#setting = order;
        return;
      case "warm":
        answer(BEGUN);
        await this.#judge({ ...WARM_UP, job: order.job }, () => {});
        return answer(READY);
      case "judge": {
        answer(BEGUN);
        const end = await this.#judge(order, (id) => answer(textOf({ type: "check", id })));
        return answer(`{"type":"end","end":${end}}`);
      }
      case "play": {
        const played = await this.#play(order);
        return answer(`{"type":"shown","request":${JSON.stringify(order.request)},"played":${played}}`);
      }
      case "sweep":
        return answer(`{"type":"swept","seeds":${await this.#sweep(order)}}`);
    }
  }

  /** Returns a RunEnd as JSON. */
  async #judge({ job, trial, answers }: Trying, begin: Court["begin"]): Promise<string> {
    return await this.#unlessThrown(async () => {
      const { checks, play, input } = await this.#courtFor(job);
      return (this.#judging["judge"] as Judge)(checks, JSON.stringify(trial), {
        begin,
        play: answers === "played" ? play : copying(play),
        input,
      });
    });
  }

  /** Returns a Played as JSON. */
  async #play({ job, request }: Extract<Order, { readonly type: "play" }>): Promise<string> {
    return await this.#unlessThrown(async () =>
      this.#court(await this.#castOf(job), "play")(JSON.stringify(request)),
    );
  }

  /** Returns what came of each seed as JSON; `null` where nothing did. */
  async #sweep({ job, sweep }: Extract<Order, { readonly type: "sweep" }>): Promise<string> {
    try {
      const { checks, play, input } = await this.#courtFor(job);
      return (this.#judging["sweep"] as Sweep)(checks, JSON.stringify(sweep), { play, input });
    } catch {
      return "null";
    }
  }

  /** Returns the checks, and the stage that they ask about a job. */
  async #courtFor(job: string): Promise<Questions & { readonly checks: Exports }> {
    const cast = await this.#castOf(job);
    const { exports: checks } = await this.#evaluate(this.#jury, "check.ts", this.#setting.check);
    return { checks, play: this.#court(cast, "play"), input: this.#court(cast, "input") };
  }

  #court(cast: Cast, name: "play" | "input"): (requestText: string) => string {
    const onStage = this.#staged[name] as OnStage;
    const budget: Budget = this.#setting.budget;
    const rest = `,"budget":${JSON.stringify(budget)}}`;
    return (requestText) => {
      const answer: unknown = onStage(cast, `{"request":${requestText}${rest}`);
      if (typeof answer !== "string") throw new TypeError("only text leaves the stage");
      return answer;
    };
  }

  async #castOf(job: string): Promise<Cast> {
    const scene = await this.#evaluate(this.#stage, "scene.ts", this.#setting.scene);
    const { exports } = await this.#evaluate(this.#stage, "job.ts", job);
    return { scene: scene.exports, job: exports };
  }

  async #evaluate(room: Room, file: string, text: string): Promise<Evaluated> {
    try {
      return await room.evaluate(file, text);
    } catch (error) {
      throw error instanceof RejectedFile ? error : new ThrownByFile(file, error);
    }
  }

  async #unlessThrown(act: () => Promise<string>): Promise<string> {
    try {
      return await act();
    } catch (error) {
      return JSON.stringify(endOf(error));
    }
  }
}

function textOf(answer: Answer): string {
  return JSON.stringify(answer);
}

const BEGUN = textOf({ type: "begun" });
const READY = textOf({ type: "ready" });

/** Returns what always answers as it did first. */
function copying(play: Court["play"]): Court["play"] {
  let first: string | null = null;
  return (requestText) => (first ??= play(requestText));
}

/** Carries what a file threw while it was loaded. */
class ThrownByFile extends Error {
  readonly file: string;
  readonly thrown: unknown;

  constructor(file: string, thrown: unknown) {
    super(file);
    this.file = file;
    this.thrown = thrown;
  }
}

function endOf(error: unknown): RunEnd {
  if (error instanceof RejectedFile) return { type: "rejected", fault: error.fault };
  if (error instanceof ThrownByFile) return { type: "threw", fault: thrownFault(error.file, error.thrown) };
  return { type: "threw", fault: thrownFault("job.ts", error) };
}
