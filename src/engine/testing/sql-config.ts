import { textField } from "./json-fields.ts";
import type { JsonObject } from "./json.ts";

const millisecondsOf: { readonly [unit: string]: number } = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Returns the duration that an option of a scenario's `config` names, such as "24 h", in ms; 0 if it is not set. */
export function durationOption(config: JsonObject, name: string): number {
  if (config[name] === undefined) return 0;
  const text = textField(config, name);
  const [, count, unit = ""] = /^(\d+) *([a-z]+)$/u.exec(text) ?? [];
  const milliseconds = millisecondsOf[unit];
  if (milliseconds === undefined) throw new TypeError(`${name} is no duration: ${text}`);
  return Number(count) * milliseconds;
}
