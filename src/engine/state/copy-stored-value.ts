import { JavaHashMap } from "../java/java-hash-map.ts";
import { copyValue } from "./copy-value.ts";

/** Returns a copy of what lies in a state: of a map state the list of its entries, of any other the value itself. */
export function copyStoredValue(value: unknown): unknown {
  return value instanceof JavaHashMap ? copyValue(value.entries()) : copyValue(value);
}
