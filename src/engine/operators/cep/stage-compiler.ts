import { always, not } from "./condition.ts";
import type { Condition } from "./condition.ts";
import { leaveToLoop } from "./nfa-graph.ts";
import type { StateBuilder } from "./nfa-graph.ts";
import type { Pattern } from "./pattern.ts";
import {
  forbiddenBefore,
  ignoreCondition,
  innerIgnoreCondition,
  loopTakeCondition,
} from "./stage-conditions.ts";
import type { StateFactory } from "./state-factory.ts";
import type { Times } from "./times.ts";

/** What a state of a stage leads to, and under which conditions. */
interface SingletonState<T> {
  /** Where an event that is taken leads. */
  readonly sink: StateBuilder<T>;
  /** Where the match goes on if the stage is left out; `null` if it must not be. */
  readonly proceed: StateBuilder<T> | null;
  readonly take: Condition<T>;
  /** `null`: no event may be passed over. */
  readonly ignore: Condition<T> | null;
}

/** How a stage that takes several events leads on. */
interface RepeatedState<T> {
  readonly sink: StateBuilder<T>;
  /** Where the match goes on if the stage ends early or is left out. */
  readonly proceed: StateBuilder<T>;
  readonly times: Times;
}

/** What a stage is compiled among. */
export interface StageSurroundings<T> {
  readonly factory: StateFactory<T>;
  /** The stage behind it; `null` for the last one. */
  readonly following: Pattern<T> | null;
  /** What stands for a state, by its name, once the loop before it has seen its `until`. */
  readonly afterUntil: Map<string, StateBuilder<T>>;
}

/** Makes the states of one stage that takes events (`NFACompiler:convertPattern`). */
export class StageCompiler<T> {
  readonly #stage: Pattern<T>;
  readonly #factory: StateFactory<T>;
  readonly #following: Pattern<T> | null;
  readonly #afterUntil: Map<string, StateBuilder<T>>;

  constructor(stage: Pattern<T>, { factory, following, afterUntil }: StageSurroundings<T>) {
    this.#stage = stage;
    this.#factory = factory;
    this.#following = following;
    this.#afterUntil = afterUntil;
  }

  /** Returns the first state of the stage; the last one leads to `sink`. */
  compile(sink: StateBuilder<T>): StateBuilder<T> {
    const state = this.#taking(sink);
    this.#addStopStates(state);
    return state;
  }

  #taking(sink: StateBuilder<T>): StateBuilder<T> {
    const times = this.#stage.getTimes();
    if (times === null) {
      const take = this.#stage.getCondition();
      return this.#singleton({
        sink,
        proceed: this.#ifOptional(sink),
        take,
        ignore: ignoreCondition(this.#stage),
      });
    }
    if (this.#stage.getQuantifier().kind === "TIMES") return this.#repeated({ sink, proceed: sink, times });
    const loop = this.#looping(this.#withoutTransitiveNots(sink));
    return this.#repeated({ sink: loop, proceed: sink, times });
  }

  #ifOptional(state: StateBuilder<T>): StateBuilder<T> | null {
    return this.#has("OPTIONAL") ? state : null;
  }

  #repeated({ sink, proceed, times }: RepeatedState<T>): StateBuilder<T> {
    const take = loopTakeCondition(this.#stage);
    const ignore = innerIgnoreCondition(this.#stage);
    if (this.#has("GREEDY") && times.from !== times.to) this.#preferLoop(sink, take);
    let state = sink;
    for (let count = 1; count < times.to; count++) {
      const mayEnd = count <= times.to - times.from;
      state = this.#singleton({ sink: state, proceed: mayEnd ? proceed : null, take, ignore });
      this.#addStopStateToLooping(state);
    }
    const first = {
      sink: state,
      proceed: this.#ifOptional(proceed),
      take,
      ignore: ignoreCondition(this.#stage),
    };
    return this.#singleton(first);
  }

  #preferLoop(sink: StateBuilder<T>, take: Condition<T>): void {
    if (this.#stage.getUntilCondition() !== null) this.#afterUntil.set(sink.name, this.#factory.copy(sink));
    leaveToLoop(sink, take);
  }

  /** Has a twin without the way on, so that each way on is gone once. */
  #looping(sink: StateBuilder<T>): StateBuilder<T> {
    const take = loopTakeCondition(this.#stage);
    const ignore = innerIgnoreCondition(this.#stage);
    const state = this.#factory.createTaking(this.#stage);
    if (this.#has("GREEDY")) this.#preferLoop(sink, this.#stage.getCondition());
    this.#addProceed(state, sink);
    state.addTake(state, take);
    this.#addStopStateToLooping(state);
    if (ignore === null) return state;
    const twin = this.#factory.createFor(this.#stage);
    twin.addTake(state, take);
    twin.addIgnore(twin, ignore);
    state.addIgnore(twin, ignore);
    this.#addStopStateToLooping(twin);
    return state;
  }

  #singleton({ sink: target, proceed, take, ignore }: SingletonState<T>): StateBuilder<T> {
    const state = this.#factory.createTaking(this.#stage);
    const sink = this.#withoutTransitiveNots(target);
    state.addTake(sink, take);
    if (proceed !== null) this.#addProceed(state, proceed);
    if (ignore === null) return state;
    if (proceed === null) {
      state.addIgnore(state, ignore);
      return state;
    }
    const twin = this.#factory.createFor(this.#stage);
    twin.addTake(sink, take);
    twin.addIgnore(twin, ignore);
    this.#addStopStates(twin);
    state.addIgnore(twin, ignore);
    return state;
  }

  /** A greedy loop goes on by one way before its `until` and by another one from then on. */
  #addProceed(state: StateBuilder<T>, target: StateBuilder<T>): void {
    const until = this.#stage.getUntilCondition();
    const afterUntil = this.#afterUntil.get(target.name);
    if (!this.#has("GREEDY") || until === null || afterUntil === undefined) {
      state.addProceed(target, always);
      return;
    }
    state.addProceed(afterUntil, until);
    state.addProceed(target, not(until));
  }

  /** Once an event is taken behind an optional stage, the `notFollowedBy` before that stage forbids nothing more. */
  #withoutTransitiveNots(state: StateBuilder<T>): StateBuilder<T> {
    const stops = new Set(forbiddenBefore(this.#stage).map(({ name }) => name));
    return stops.size === 0 || !this.#has("OPTIONAL") ? state : this.#factory.copyWithoutStops(state, stops);
  }

  #addStopStates(state: StateBuilder<T>): void {
    for (const stage of forbiddenBefore(this.#stage))
      state.addProceed(this.#factory.stopStateOf(stage), stage.getCondition());
  }

  #addStopStateToLooping(state: StateBuilder<T>): void {
    const following = this.#following;
    if (following?.getQuantifier().consumingStrategy !== "NOT_FOLLOW") return;
    state.addProceed(this.#factory.stopStateOf(following), following.getCondition());
  }

  #has(property: "OPTIONAL" | "GREEDY"): boolean {
    return this.#stage.getQuantifier().properties.includes(property);
  }
}
