import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

import * as v from "valibot";

import { Failure } from "../base/failure.ts";
import type { Rule } from "./config-rules.ts";
import { RULES } from "./config-rules.ts";
import type { Config, ConfigKey } from "./config.ts";
import { makeFolder } from "./make-folder.ts";
import { replaceFile } from "./replace-file.ts";
import { reasonOf, unlessMissing } from "./system-error.ts";

/** One key of the configuration as `config list` shows it. */
export interface Setting {
  readonly key: ConfigKey;
  /** The value as `config set` takes it; `""` if there is none, not even a default. */
  readonly value: string;
  readonly origin: "default" | "file";
}

/** The value that takes a key out of the file. */
const UNSET = "default";

/** What the file holds: keys that exist, with values that may be wrong. */
type Entries = Readonly<Record<string, unknown>>;

const entriesSchema = v.custom<Entries>(
  (json) => typeof json === "object" && json !== null && !Array.isArray(json),
  "no JSON object",
);

const KEYS = Object.keys(RULES).filter(isKey);

/** Reads the configuration; without a file every key has its default. Throws the Failures `config-broken`, `config-key` and `config-value`. */
export function readConfig(file: string): Config {
  const entries = readEntries(file);
  const valueOf = <Key extends ConfigKey>(key: Key): Config[Key] => valueIn(entries, key);
  return {
    lang: valueOf("lang"),
    decks: valueOf("decks").map((deck) => resolve(dirname(file), deck)),
    newPerDay: valueOf("newPerDay"),
    reviewsPerDay: valueOf("reviewsPerDay"),
    retention: valueOf("retention"),
    rollover: valueOf("rollover"),
    grades: valueOf("grades"),
    learningSteps: valueOf("learningSteps"),
    relearningSteps: valueOf("relearningSteps"),
    learnAhead: valueOf("learnAhead"),
    weights: valueOf("weights"),
    theme: valueOf("theme"),
  };
}

/** Returns every key with its value, in the order of the documentation. Throws as `readConfig` does. */
export function listSettings(file: string): readonly Setting[] {
  const entries = readEntries(file);
  return KEYS.map((key) => settingIn(entries, key));
}

/** Returns one key with its value. Throws as `readConfig` does, and `config-key` if there is no such key. */
export function getSetting(file: string, key: string): Setting {
  return settingIn(readEntries(file), knownKey(key));
}

/**
 * Sets a key in the file and returns it as it now is; the value `default` takes it out of the file. Throws the
 * Failures `config-key` and `config-value` with what is allowed, and `config-write`.
 */
export function setSetting(file: string, key: string, value: string): Setting {
  const known = knownKey(key);
  const { [known]: _, ...others } = readEntries(file);
  const entries = value === UNSET ? others : { ...others, [known]: enteredJson(known, value) };
  writeEntries(file, entries);
  return settingIn(entries, known);
}

function isKey(key: string): key is ConfigKey {
  return Object.hasOwn(RULES, key);
}

function knownKey(key: string): ConfigKey {
  if (isKey(key)) return key;
  throw new Failure({ code: "config-key", data: { key, allowed: KEYS } });
}

function readEntries(file: string): Entries {
  const entries = parseEntries(file);
  for (const key of Object.keys(entries)) knownKey(key);
  return entries;
}

function parseEntries(file: string): Entries {
  try {
    const text = unlessMissing(() => readFileSync(file, "utf8"), ["ENOENT", "ENOTDIR"]);
    // Some editors put a byte order mark in front, which JSON doesn't know.
    const parsed: unknown = text === null ? {} : JSON.parse(text.replace(/^\uFEFF/u, ""));
    return v.parse(entriesSchema, parsed);
  } catch (error) {
    throw new Failure({ code: "config-broken", data: { file, reason: reasonOf(error) } }, error);
  }
}

function writeEntries(file: string, entries: Entries): void {
  try {
    makeFolder(dirname(file));
    replaceFile(file, `${JSON.stringify(entries, null, 2)}\n`);
  } catch (error) {
    throw new Failure({ code: "config-write", data: { file, reason: reasonOf(error) } }, error);
  }
}

function valueIn<Key extends ConfigKey>(entries: Entries, key: Key): Config[Key] {
  return Object.hasOwn(entries, key) ? valueOfWords(key, wordsOf(entries[key])) : RULES[key].initial;
}

function settingIn(entries: Entries, key: ConfigKey): Setting {
  const value = jsonOf(key, valueIn(entries, key));
  return { key, value: wordsOf(value).join(","), origin: Object.hasOwn(entries, key) ? "file" : "default" };
}

// A path is meant from where the person stands now, not from where the file lies.
function enteredJson(key: ConfigKey, entered: string): unknown {
  const json = jsonOf(key, valueOfWords(key, wordsOf(entered)));
  return key === "decks" ? wordsOf(json).map((deck) => resolve(deck)) : json;
}

function valueOfWords<Key extends ConfigKey>(key: Key, words: readonly string[]): Config[Key] {
  const rule: Rule<Config[Key]> = RULES[key];
  const result = v.safeParse(rule.schema, words);
  if (result.success) return result.output;
  throw new Failure({
    code: "config-value",
    data: { key, value: words.join(","), allowed: rule.allowed },
  });
}

function jsonOf<Key extends ConfigKey>(key: Key, value: Config[Key]): unknown {
  const rule: Rule<Config[Key]> = RULES[key];
  return rule.toJson(value);
}

// The file may hold a list as people type it, `"1m,10m"`, or as JSON has lists.
function wordsOf(json: unknown): readonly string[] {
  if (Array.isArray(json)) return json.map(String);
  if (json === null || json === "") return [];
  return (typeof json === "string" ? json : JSON.stringify(json)).split(",").map((word) => word.trim());
}
