/** Returns how far an element is from an older one (Flink's class of the same name). */
export type DeltaFunction<T> = (older: T, newer: T) => number;
