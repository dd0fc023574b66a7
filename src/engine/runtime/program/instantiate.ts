import { isExternalSystem } from "../../world/external-system.ts";

/** A user's function, or what makes one: each subtask of each attempt has its own. */
export type Instantiable<F extends object> = F | (() => F);

/**
 * Returns a user's function as one subtask sees it. In Flink the function is serialized, and every subtask of every
 * attempt reads it anew: what it keeps in its fields is neither shared nor does it survive a failure. Here a supplier is
 * called; an object is copied with its fields (`#private` fields can't be: use a supplier), except for external systems.
 */
export function instantiate<F extends object>(given: Instantiable<F>): F {
  return typeof given === "function" ? given() : copyOf(given);
}

function copyOf<T>(value: T): T;
function copyOf(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return structuredClone(value);
  if (typeof value !== "object" || value === null || isExternalSystem(value)) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => copyOf(item));
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [copyOf(key), copyOf(item)]));
  if (value instanceof Set) return new Set([...value].map((item: unknown) => copyOf(item)));
  const copy = Object.create(Object.getPrototypeOf(value)) as Record<string, unknown>;
  for (const [name, item] of Object.entries(value)) copy[name] = copyOf(item);
  return copy;
}
