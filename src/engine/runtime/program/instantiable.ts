import { IllegalArgumentException } from "../../java/exceptions.ts";
import { isExternalSystem } from "../../world/external-system.ts";

/** A user's function, or what makes one: each subtask of each attempt has its own. */
export type Instantiable<F extends object> = F | (() => F);

/**
 * Returns what makes a user's function as one subtask sees it. In Flink the function is serialized, and every subtask of
 * every attempt reads it anew: what it keeps in its fields is neither shared nor does it survive a failure. Here a
 * supplier is called; an object is copied with its fields (`#private` fields can't be: use a supplier), except for
 * external systems. Throws an IllegalArgumentException for a class.
 */
export function instancesOf<F extends object>(given: Instantiable<F>): () => F {
  if (typeof given !== "function") return () => copyOf(given);
  if (isClass(given)) throw new IllegalArgumentException(insteadOfClass(given.name));
  return given;
}

/** Says what to give instead of a class. */
export function insteadOfClass(name: string): string {
  return `${name} is a class, not a function: give new ${name}(), or () => new ${name}() if it has #private fields.`;
}

/** Nobody can give a class another prototype; a function's can be replaced, and an arrow has none. */
function isClass(given: () => object): boolean {
  return Object.getOwnPropertyDescriptor(given, "prototype")?.writable === false;
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
