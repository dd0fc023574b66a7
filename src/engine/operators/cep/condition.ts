/** What a condition may ask besides the event itself (Flink's `IterativeCondition.Context`). */
export interface ConditionContext<T> {
  /** Returns the events that the partial match has taken for a stage so far, in order. */
  readonly getEventsForPattern: (name: string) => readonly T[];
  /** Returns the event's timestamp, or its processing time, ms. */
  readonly timestamp: () => number;
}

/** Tells whether an event fits (Flink's `IterativeCondition`). */
export type Condition<T> = (event: T, context: ConditionContext<T>) => boolean;

/** Fits every event. */
export const always = (): boolean => true;

/** Returns a condition that fits what both fit. */
export function and<T>(left: Condition<T>, right: Condition<T>): Condition<T> {
  return (event, context) => left(event, context) && right(event, context);
}

/** Returns a condition that fits what one of the two fits. */
export function or<T>(left: Condition<T>, right: Condition<T>): Condition<T> {
  return (event, context) => left(event, context) || right(event, context);
}

/** Returns a condition that fits what the given one does not. */
export function not<T>(condition: Condition<T>): Condition<T> {
  return (event, context) => !condition(event, context);
}
