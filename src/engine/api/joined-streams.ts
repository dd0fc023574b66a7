import type { Key } from "../java/hash-code.ts";
import type { KeySelector } from "../operators/functions.ts";
import { joinCoGroup, type JoinFunction } from "../operators/joins/co-group-function.ts";
import type { TaggedUnion } from "../operators/joins/tagged-union.ts";
import type { Evictor } from "../operators/window/evictor.ts";
import type { Trigger } from "../operators/window/trigger.ts";
import type { WindowAssigner } from "../operators/window/window-assigner.ts";
import type { Window } from "../operators/window/window.ts";
import { CoGroupedStreams, type CoGroupWithWindow } from "./co-grouped-streams.ts";
import type { DataStream } from "./data-stream.ts";
import type { SingleOutputStreamOperator } from "./single-output-stream-operator.ts";

/** Two streams that are going to be joined by key and window (Flink's class of the same name). */
export class JoinedStreams<T1, T2> {
  readonly #grouped: CoGroupedStreams<T1, T2>;

  constructor(first: DataStream<T1>, second: DataStream<T2>) {
    this.#grouped = new CoGroupedStreams(first, second);
  }

  /** Says what the key of an element of the first stream is. */
  where<K extends Key>(keySelector: KeySelector<T1, K>): JoinWhere<T1, T2, K> {
    const where = this.#grouped.where(keySelector);
    return {
      equalTo: (other) => ({
        window: (assigner) => new JoinWithWindow(where.equalTo(other).window(assigner)),
      }),
    };
  }
}

/** The key of the first stream is known (Flink's `JoinedStreams.Where`). */
export interface JoinWhere<T1, T2, K extends Key> {
  /** Says what the key of an element of the second stream is. */
  readonly equalTo: (keySelector: KeySelector<T2, K>) => JoinEqualTo<T1, T2, K>;
}

/** The keys of both streams are known (Flink's `JoinedStreams.Where.EqualTo`). */
export interface JoinEqualTo<T1, T2, K extends Key> {
  /** Puts the elements of both streams into the same windows. */
  readonly window: <W extends Window>(
    assigner: WindowAssigner<TaggedUnion<T1, T2>, W>,
  ) => JoinWithWindow<T1, T2, K, W>;
}

/** Two streams that are joined by key and window (Flink's `JoinedStreams.WithWindow`). */
export class JoinWithWindow<T1, T2, K extends Key, W extends Window> {
  readonly #grouped: CoGroupWithWindow<T1, T2, K, W>;

  constructor(grouped: CoGroupWithWindow<T1, T2, K, W>) {
    this.#grouped = grouped;
  }

  /** Lets windows fire when this trigger says so, instead of that of the assigner. */
  trigger(trigger: Trigger<TaggedUnion<T1, T2>, W>): JoinWithWindow<T1, T2, K, W> {
    return new JoinWithWindow(this.#grouped.trigger(trigger));
  }

  /** Drops elements of either stream before or after the function runs. */
  evictor(evictor: Evictor<TaggedUnion<T1, T2>, W>): JoinWithWindow<T1, T2, K, W> {
    return new JoinWithWindow(this.#grouped.evictor(evictor));
  }

  /** Keeps windows for so many ms after the watermark has passed their end; 0 by default. */
  allowedLateness(lateness: number): JoinWithWindow<T1, T2, K, W> {
    return new JoinWithWindow(this.#grouped.allowedLateness(lateness));
  }

  /** Makes a result of each pair: it is an inner join. */
  apply<Out>(joinFunction: JoinFunction<T1, T2, Out>): SingleOutputStreamOperator<Out> {
    return this.#grouped.apply(joinCoGroup<T1, T2, Out, K>(joinFunction));
  }
}
