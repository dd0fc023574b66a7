import { NO_SKIP } from "./after-match-skip-strategy.ts";
import type { AfterMatchSkipStrategy } from "./after-match-skip-strategy.ts";
import { always, and, or } from "./condition.ts";
import type { Condition } from "./condition.ts";
import { MalformedPatternException } from "./malformed-pattern-exception.ts";
import {
  checkNoOptionalPathToNot,
  checkNotNegated,
  checkSingle,
  consecutive,
  greedy,
  optional,
  quantifierOf,
  withCombinations,
} from "./quantifier.ts";
import type { ConsumingStrategy, Quantifier } from "./quantifier.ts";
import { timesOf } from "./times.ts";
import type { Times } from "./times.ts";

/** What `within` bounds: the time from the first to the last event, or from one event to the next. */
export type WithinType = "FIRST_AND_LAST" | "PREVIOUS_AND_CURRENT";

/**
 * The last stage of a pattern and, behind `previous`, all stages before it (Flink's `Pattern`).
 *
 * @example
 * Pattern.begin<Login>("failed").where((login) => !login.ok).times(3).consecutive()
 *   .next("worked").where((login) => login.ok).within(60_000);
 */
export class Pattern<T> {
  readonly name: string;
  readonly previous: Pattern<T> | null;
  readonly afterMatchSkipStrategy: AfterMatchSkipStrategy;
  readonly #windowTimes = new Map<WithinType, number>();
  #quantifier: Quantifier;
  #condition: Condition<T> | null = null;
  #untilCondition: Condition<T> | null = null;
  #times: Times | null = null;

  private constructor(
    name: string,
    previous: Pattern<T> | null,
    strategies: { readonly consuming: ConsumingStrategy; readonly skip: AfterMatchSkipStrategy },
  ) {
    this.name = name;
    this.previous = previous;
    this.afterMatchSkipStrategy = strategies.skip;
    this.#quantifier = quantifierOf("SINGLE", strategies.consuming);
  }

  /** Begins a pattern. */
  static begin<T>(name: string, afterMatchSkipStrategy: AfterMatchSkipStrategy = NO_SKIP): Pattern<T> {
    return new Pattern<T>(name, null, { consuming: "STRICT", skip: afterMatchSkipStrategy });
  }

  getQuantifier(): Quantifier {
    return this.#quantifier;
  }

  getCondition(): Condition<T> {
    return this.#condition ?? always;
  }

  getUntilCondition(): Condition<T> | null {
    return this.#untilCondition;
  }

  /** Returns how many events the stage takes; `null` for a single one. */
  getTimes(): Times | null {
    return this.#times;
  }

  /** Returns what `within` says, ms; `null` if it says nothing. */
  getWindowSize(type: WithinType): number | null {
    return this.#windowTimes.get(type) ?? null;
  }

  /** The event must fit this condition too. */
  where(condition: Condition<T>): this {
    this.#condition = this.#condition === null ? condition : and(this.#condition, condition);
    return this;
  }

  /** The event may fit this condition instead. */
  or(condition: Condition<T>): this {
    this.#condition = this.#condition === null ? condition : or(this.#condition, condition);
    return this;
  }

  /** Ends the loop of this stage with the first event that fits. */
  until(condition: Condition<T>): this {
    if (this.#untilCondition !== null) {
      throw new MalformedPatternException("Only one until condition can be applied.");
    }
    if (this.#quantifier.kind !== "LOOPING") {
      throw new MalformedPatternException("The until condition is only applicable to looping states.");
    }
    this.#untilCondition = condition;
    return this;
  }

  /** Bounds the time that a match may take, ms. */
  within(windowTime: number, type: WithinType = "FIRST_AND_LAST"): this {
    this.#windowTimes.set(type, windowTime);
    return this;
  }

  /** The very next event must fit the new stage. */
  next(name: string): Pattern<T> {
    return this.#append(name, "STRICT");
  }

  /** The next event that fits the new stage is taken, whatever lies between. */
  followedBy(name: string): Pattern<T> {
    return this.#append(name, "SKIP_TILL_NEXT");
  }

  /** Every later event that fits the new stage is taken, each in a match of its own. */
  followedByAny(name: string): Pattern<T> {
    return this.#append(name, "SKIP_TILL_ANY");
  }

  /** The very next event must not fit the new stage. */
  notNext(name: string): Pattern<T> {
    checkNoOptionalPathToNot(this.#quantifier);
    return this.#append(name, "NOT_NEXT");
  }

  /** No event before the stage that follows, or before the end of the window, may fit the new stage. */
  notFollowedBy(name: string): Pattern<T> {
    checkNoOptionalPathToNot(this.#quantifier);
    return this.#append(name, "NOT_FOLLOW");
  }

  /** The stage may be left out. */
  optional(): this {
    if (this.previous?.getQuantifier().properties.includes("GREEDY") === true) {
      throw new MalformedPatternException("Optional pattern cannot be preceded by greedy pattern");
    }
    this.#quantifier = optional(this.#quantifier);
    return this;
  }

  /** The stage takes one event or more. */
  oneOrMore(): this {
    return this.timesOrMore(1);
  }

  /** The stage takes so many events or more. */
  timesOrMore(times: number): this {
    return this.#repeat("LOOPING", times, times);
  }

  /** The stage takes so many events; from 0 on it may be left out. */
  times(from: number, to: number = from): this {
    return this.#repeat("TIMES", from, to);
  }

  /** The loop of this stage takes as many events as there are. */
  greedy(): this {
    checkNotNegated(this.#quantifier);
    this.#quantifier = greedy(this.#quantifier);
    return this;
  }

  /** Any events may lie between those of the loop, even such that fit. */
  allowCombinations(): this {
    this.#quantifier = withCombinations(this.#quantifier);
    return this;
  }

  /** No event may lie between those of the loop. */
  consecutive(): this {
    this.#quantifier = consecutive(this.#quantifier);
    return this;
  }

  #append(name: string, consuming: ConsumingStrategy): Pattern<T> {
    return new Pattern<T>(name, this, { consuming, skip: this.afterMatchSkipStrategy });
  }

  #repeat(kind: "LOOPING" | "TIMES", from: number, to: number): this {
    checkNotNegated(this.#quantifier);
    checkSingle(this.#quantifier);
    this.#quantifier = quantifierOf(kind, this.#quantifier.consumingStrategy);
    this.#times = timesOf(from, to);
    if (from === 0) this.#quantifier = optional(this.#quantifier);
    return this;
  }
}
