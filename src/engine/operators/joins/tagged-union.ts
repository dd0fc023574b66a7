import type { KeySelector } from "../functions.ts";

/** An element of one of two streams that were made one, and from which it is (Flink's class of the same name). */
export type TaggedUnion<T1, T2> =
  | { readonly input: "one"; readonly value: T1 }
  | { readonly input: "two"; readonly value: T2 };

/** Returns the key of an element of either stream (Flink's `UnionKeySelector`). */
export function unionKeySelector<T1, T2, K>(
  first: KeySelector<T1, K>,
  second: KeySelector<T2, K>,
): KeySelector<TaggedUnion<T1, T2>, K> {
  return (element) => (element.input === "one" ? first(element.value) : second(element.value));
}
