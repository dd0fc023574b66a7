import { type Key, type KeyType, hashCode } from "../../java/hash-code.ts";
import { JavaHashMap } from "../../java/java-hash-map.ts";
import type { TimeToLive, TtlValue } from "./time-to-live.ts";

/** Returns the value, or `null` if it has expired. */
export function unexpiredValue<T>(stored: TtlValue<T>, ttl: TimeToLive): TtlValue<T> | null {
  return ttl.hasExpired(stored) ? null : stored;
}

/** Returns the elements that live, the list itself if all do, `null` if none does. */
export function unexpiredElements<T>(stored: TtlValue<T>[], ttl: TimeToLive): TtlValue<T>[] | null {
  const alive = stored.filter((element) => !ttl.hasExpired(element));
  if (alive.length === 0) return null;
  return alive.length === stored.length ? stored : alive;
}

/** Returns the entries that live, the map itself if all do; if none does an empty map, as Flink. */
export function unexpiredEntries<UK extends Key, UV>(
  stored: JavaHashMap<UK, TtlValue<UV>>,
  ttl: TimeToLive,
  keyType: KeyType | undefined,
): JavaHashMap<UK, TtlValue<UV>> {
  const alive = stored.entries().filter(([, value]) => !ttl.hasExpired(value));
  if (alive.length === stored.size) return stored;
  const map = new JavaHashMap<UK, TtlValue<UV>>((key) => hashCode(key, keyType));
  for (const [key, value] of alive) map.set(key, value);
  return map;
}
