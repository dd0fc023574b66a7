import type { Moment } from "../base/day.ts";
import { Failure } from "../base/failure.ts";
import { unreachable } from "../base/never.ts";
import { JudgedTexts } from "../practice/judged-texts.ts";
import type { PracticeEffect, PracticeEvent, PracticeMessage } from "../practice/practice.ts";
import type { JudgedJob } from "../sandbox/exercise-runner.ts";
import type { Lines } from "./lines.ts";
import type { PlainExercise } from "./plain-exercise.ts";
import type { PlainFixPrinter } from "./plain-fix-printer.ts";

/** What a talk about a job works with. */
export interface PlainFixWorld {
  readonly open: PlainExercise;
  readonly printer: PlainFixPrinter;
  readonly lines: Lines;
  readonly now: () => Moment;
}

/** What has come of an effect, in order. */
type Reports = readonly PracticeMessage[];

/** Does what an attempt wants, where it is talked about line by line: one after the other, each to its end. */
export class PlainFixPerformer {
  readonly #world: PlainFixWorld;
  readonly #judgedTexts = new JudgedTexts();
  #judged: JudgedJob | null = null;
  #text: string | null = null;
  #event: string | null = null;

  constructor(world: PlainFixWorld) {
    this.#world = world;
  }

  /** The newest verdict; `null` before the first one. */
  get judged(): JudgedJob | null {
    return this.#judged;
  }

  /** The text that the newest verdict is on. */
  get text(): string {
    return this.#text ?? "";
  }

  /** The event that a rating has become; `null` before it is on disk. */
  get event(): string | null {
    return this.#event;
  }

  /** Does what an attempt wants, and says what the world refuses. */
  async perform(effect: PracticeEffect): Promise<Reports> {
    try {
      return await this.performOrThrow(effect);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#world.printer.fail(error.facts);
      return [this.#report({ type: "failed", failure: error.facts })];
    }
  }

  /** Does what an attempt wants. Rejects with a Failure. */
  async performOrThrow(effect: PracticeEffect): Promise<Reports> {
    const { open, printer } = this.#world;
    switch (effect.type) {
      case "run":
        return await this.#run(effect.number);
      case "open-editor":
        return await this.#edit();
      case "record":
        return await this.#record(effect);
      case "reset":
      case "undo-reset":
      case "keep-attempt":
        open.keep(effect);
        if (effect.type !== "keep-attempt") printer.putBack(effect.type);
        return [];
      default:
        return unreachable(effect);
    }
  }

  async #run(run: number): Promise<Reports> {
    const { open, printer, lines } = this.#world;
    const text = open.text();
    if (text === null) {
      printer.say("fileGone");
      return [];
    }
    const judged = await open.judge(text);
    if (judged === null) return [];
    const { verdict } = judged;
    const came = this.#report({ type: "verdict-came", run, verdict, text: this.#judgedTexts.take(text) });
    this.#judged = judged;
    this.#text = text;
    printer.verdict(judged);
    if (lines.signal.aborted) return [came];
    const [remark, advice] = await Promise.all([open.remarkOn(verdict), open.advise()]);
    printer.besides(remark, advice);
    return remark === null ? [came] : [came, this.#report({ type: "remark-came", run, remark })];
  }

  /** An editor that keeps the terminal is waited for; of one beside it nobody knows when it has saved. */
  async #edit(): Promise<Reports> {
    const { open, printer, lines } = this.#world;
    const where = await open.edit((run) => lines.pausedFor(run));
    if (where === "beside") {
      printer.say("openBeside");
      return [];
    }
    if (open.text() !== this.#text) return [this.#report({ type: "saved" })];
    printer.say("asItWas");
    return [];
  }

  async #record(effect: Extract<PracticeEffect, { readonly type: "record" }>): Promise<Reports> {
    const { event, memory } = await this.#world.open.rate(effect);
    this.#event = event;
    this.#world.printer.saved(event);
    return [this.#report({ type: "recorded", memory, rating: effect.rating })];
  }

  #report(event: PracticeEvent): PracticeMessage {
    return { ...event, moment: this.#world.now() };
  }
}
