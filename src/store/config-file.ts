import { existsSync, readFileSync } from "node:fs";
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

/**
 * Reads the configuration; without a file every key has its default. Throws the Failures `config-read`, `config-broken`
 * and `config-value`. A key that doesn't exist is nobody's loss: another release may know it.
 */
export function readConfig(file: string): Config {
  const entries = readEntries(file);
  const valueOf = <Key extends ConfigKey>(key: Key): Config[Key] => valueIn(file, entries, key);
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
    ambiguousWidth: valueOf("ambiguousWidth"),
    editor: valueOf("editor"),
  };
}

/** Returns the keys in the file that don't exist. Throws the Failures `config-read` and `config-broken`. */
export function strayKeys(file: string): readonly string[] {
  return Object.keys(readEntries(file)).filter((key) => !isKey(key));
}

/** Returns every key with its value, in the order of the documentation. Throws as `readConfig` does. */
export function listSettings(file: string): readonly Setting[] {
  const entries = readEntries(file);
  return KEYS.map((key) => settingIn(file, entries, key));
}

/** Returns one key with its value. Throws as `readConfig` does, and `config-key` if there is no such key. */
export function getSetting(file: string, key: string): Setting {
  return settingIn(file, readEntries(file), knownKey(key));
}

/**
 * Sets a key in the file and returns it as it now is; the value `default` takes it out of the file. Throws the
 * Failures `config-key` and `config-value` with what is allowed, `deck-missing`, and `config-write`.
 */
export function setSetting(file: string, key: string, value: string): Setting {
  const known = knownKey(key);
  const { [known]: _, ...others } = readEntries(file);
  const entries = value === UNSET ? others : { ...others, [known]: enteredJson(known, value) };
  writeEntries(file, entries);
  return settingIn(file, entries, known);
}

function isKey(key: string): key is ConfigKey {
  return Object.hasOwn(RULES, key);
}

function knownKey(key: string): ConfigKey {
  if (isKey(key)) return key;
  throw new Failure({ code: "config-key", data: { key, allowed: KEYS } });
}

function readEntries(file: string): Entries {
  const text = readText(file);
  try {
    // Some editors put a byte order mark in front, which JSON doesn't know.
    const parsed: unknown = text === null ? {} : JSON.parse(text.replace(/^\uFEFF/u, ""));
    return v.parse(entriesSchema, parsed);
  } catch (error) {
    throw new Failure({ code: "config-broken", data: { file, reason: reasonOf(error) } }, error);
  }
}

function readText(file: string): string | null {
  try {
    return unlessMissing(() => readFileSync(file, "utf8"), ["ENOENT", "ENOTDIR"]);
  } catch (error) {
    throw new Failure({ code: "config-read", data: { file, reason: reasonOf(error) } }, error);
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

function valueIn<Key extends ConfigKey>(file: string, entries: Entries, key: Key): Config[Key] {
  return Object.hasOwn(entries, key) ? valueOfWords(key, wordsOf(entries[key]), file) : RULES[key].initial;
}

function settingIn(file: string, entries: Entries, key: ConfigKey): Setting {
  const value = jsonOf(key, valueIn(file, entries, key));
  return { key, value: wordsOf(value).join(","), origin: Object.hasOwn(entries, key) ? "file" : "default" };
}

// A path is meant from where the person stands now, not from where the file lies.
function enteredJson(key: ConfigKey, entered: string): unknown {
  const json = jsonOf(key, valueOfWords(key, wordsOf(entered), null));
  return key === "decks" ? wordsOf(json).map(existingDeck) : json;
}

function existingDeck(deck: string): string {
  if (!existsSync(deck)) throw new Failure({ code: "deck-missing", data: { path: deck } });
  return resolve(deck);
}

/** `file` = where the words stand; `null` = somebody has typed them. */
function valueOfWords<Key extends ConfigKey>(
  key: Key,
  words: readonly string[],
  file: string | null,
): Config[Key] {
  const rule: Rule<Config[Key]> = RULES[key];
  const result = v.safeParse(rule.schema, words);
  if (result.success) return result.output;
  throw new Failure({
    code: "config-value",
    data: { key, value: words.join(","), allowed: rule.allowed, file },
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
