/**
 * Returns a copy of a value that shares nothing mutable with it, as if it had been written and read by a serializer:
 * arrays, maps, sets and objects (with their prototype) are copied, everything else is immutable and stays.
 */
export function copyValue<T>(value: T): T;
export function copyValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => copyValue(item));
  if (value instanceof Map)
    return new Map([...value].map(([key, item]) => [copyValue(key), copyValue(item)]));
  if (value instanceof Set) return new Set([...value].map((item: unknown) => copyValue(item)));
  return copyObject(value);
}

function copyObject(value: object): object {
  const copy = Object.create(Object.getPrototypeOf(value)) as Record<string, unknown>;
  for (const [name, item] of Object.entries(value)) copy[name] = copyValue(item);
  return copy;
}
