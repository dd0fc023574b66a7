import { homedir } from "node:os";
import { join } from "node:path";

import * as v from "valibot";

import { MINUTE } from "../base/day.ts";
import { LANGS } from "../base/lang.ts";
import type { Config, ConfigKey } from "./config.ts";
import { formatDuration, parseDuration } from "./duration.ts";

/** Which values a key can have. A value is read from its words: what stands between the commas. */
export interface Rule<Value> {
  readonly initial: Value;
  /** What somebody is told whose value was refused. */
  readonly allowed: readonly string[];
  readonly schema: v.GenericSchema<readonly string[], Value>;
  /** Returns a value as the configuration file holds it. */
  readonly toJson: (value: Value) => unknown;
}

/** The number of weights that FSRS-6 has. */
const WEIGHTS = 21;

/** The rule of every key, in the order in which the keys are listed. */
export const RULES: { readonly [Key in ConfigKey]: Rule<Config[Key]> } = {
  lang: { initial: null, allowed: LANGS, schema: word(v.picklist(LANGS)), toJson: asItIs },
  decks: { initial: [], allowed: ["PATH", "PATH,PATH"], schema: v.array(path()), toJson: asItIs },
  newPerDay: wholeNumber(20, 0, 9999),
  reviewsPerDay: wholeNumber(200, 0, 9999),
  retention: {
    initial: 0.9,
    allowed: ["0.7-0.99"],
    schema: word(v.pipe(number(), v.minValue(0.7), v.maxValue(0.99))),
    toJson: asItIs,
  },
  rollover: wholeNumber(4, 0, 23),
  grades: {
    initial: 4,
    allowed: ["2", "4"],
    schema: word(v.pipe(number(), v.picklist([2, 4]))),
    toJson: asItIs,
  },
  learningSteps: durations([1 * MINUTE, 10 * MINUTE]),
  relearningSteps: durations([10 * MINUTE]),
  learnAhead: {
    initial: 20 * MINUTE,
    allowed: ["20m", "1h"],
    schema: word(duration()),
    toJson: formatDuration,
  },
  weights: {
    initial: null,
    allowed: [`w0,w1,...,w${WEIGHTS - 1}`],
    schema: v.pipe(v.array(number()), v.length(WEIGHTS)),
    toJson: asItIs,
  },
  theme: {
    initial: "auto",
    allowed: ["auto", "dark", "light", "mono", "contrast"],
    schema: word(v.picklist(["auto", "dark", "light", "mono", "contrast"])),
    toJson: asItIs,
  },
  ambiguousWidth: {
    initial: "narrow",
    allowed: ["narrow", "wide"],
    schema: word(v.picklist(["narrow", "wide"])),
    toJson: asItIs,
  },
  editor: { initial: null, allowed: ["vim", "code -w", "subl -w"], schema: text(), toJson: asItIs },
};

/** Whatever is typed, commas and all. */
function text(): v.GenericSchema<readonly string[], string> {
  return v.pipe(
    v.array(v.string()),
    v.transform((words) => words.join(",").trim()),
    v.minLength(1),
  );
}

function asItIs(value: unknown): unknown {
  return value;
}

function word<Value>(schema: v.GenericSchema<string, Value>): v.GenericSchema<readonly string[], Value> {
  return v.pipe(
    v.strictTuple([v.string()]),
    v.transform(([only]) => only),
    schema,
  );
}

function number(): v.GenericSchema<string, number> {
  // `Number` alone would take "" and "0x10" too.
  return v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/), v.transform(Number));
}

function path(): v.GenericSchema<string, string> {
  return v.pipe(
    v.string(),
    v.minLength(1),
    v.transform((named) => (/^~(\/|$)/.test(named) ? join(homedir(), named.slice(1)) : named)),
  );
}

function duration(): v.GenericSchema<string, number> {
  return v.pipe(v.string(), v.transform(parseDuration), v.number());
}

function durations(initial: readonly number[]): Rule<readonly number[]> {
  return {
    initial,
    allowed: ["10m", "1m,10m", "10m,1h,1d"],
    schema: v.array(v.pipe(duration(), v.minValue(MINUTE))),
    toJson: (steps) => steps.map(formatDuration),
  };
}

function wholeNumber(initial: number, least: number, most: number): Rule<number> {
  return {
    initial,
    allowed: [`${least}-${most}`],
    schema: word(v.pipe(number(), v.integer(), v.minValue(least), v.maxValue(most))),
    toJson: asItIs,
  };
}
