import { KeyHashing } from "../../../src/engine/state/key-hashing.ts";
import type { KeyedStateSnapshot } from "../../../src/engine/state/keyed-snapshot.ts";
import { KeyedStateBackend } from "../../../src/engine/state/keyed-state-backend.ts";

/** Returns a backend of 128 key groups that works for the key "a", at a clock that the test may set. */
export function aBackend(clock = { now: 0 }, restored?: KeyedStateSnapshot): KeyedStateBackend<string> {
  const backend = new KeyedStateBackend<string>(new KeyHashing(128), () => clock.now, restored);
  backend.setCurrentKey("a");
  return backend;
}
