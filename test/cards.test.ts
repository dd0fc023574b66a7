import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

import { LANGS, type Lang } from "../src/base/lang.ts";
import { severityOf } from "../src/base/problem.ts";
import type { Card } from "../src/card/card.ts";
import { compileDeck } from "./compile/compile-deck.ts";

const CARDS = fileURLToPath(new URL("../cards", import.meta.url));

/** The kinds that the deck may use. */
const KINDS = ["basic", "cloze", "choice"];

/** What the notes that it all began with ask at an interview, as cards of our own. */
const SEED = [
  "c7-pressure-test",
  "c8-optimizations-seed",
  "c8-dedup-massive-keys",
  "c8-exactly-once-seed",
  "c7-traffic-peak",
  "c1-checkpoint-vs-spark-checkpoint",
];

const sources = readdirSync(CARDS, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md") && !path.startsWith("exercises"))
  .toSorted()
  .map((path) => ({
    path: relative(CARDS, join(CARDS, path)),
    role: path === "README.md" ? ("readme" as const) : ("notes" as const),
    text: readFileSync(join(CARDS, path), "utf8"),
  }));

const { deck, problems, textOf } = compileDeck(sources);
const notes = [...new Map(deck.cards.map((card) => [card.note, card])).values()];

function textIn(card: Card, lang: Lang) {
  const face = card.faces[lang];
  if (face === undefined) throw new Error(`${card.id} has no ${lang}`);
  return textOf(face.text);
}

function wordsIn(card: Card, lang: Lang): string {
  const { question, answer } = textIn(card, lang).wording;
  return `${question} ${answer}`;
}

describe("the deck", () => {
  test("compiles without a complaint", () => {
    expect(problems.filter((problem) => severityOf(problem) !== "info")).toEqual([]);
  });

  test("has at least 60 notes, over all eight chapters", () => {
    expect(notes.length).toBeGreaterThanOrEqual(60);
    expect([...new Set(notes.map((card) => card.chapter))].toSorted()).toEqual([..."12345678"]);
  });

  test("names itself and its chapters in both languages", () => {
    expect(deck.title).toEqual({ zh: "Flink 面试", en: "Flink interview" });
    expect(deck.chapters.map(({ key }) => key)).toEqual([..."12345678"]);
  });

  test("asks what the first notes ask", () => {
    expect(notes.map((card) => card.note)).toEqual(expect.arrayContaining(SEED));
  });
});

describe.each(notes.map((card) => [card.note, card] as const))("%s", (_, card) => {
  test("is there in both languages, with a level and a kind of the deck", () => {
    expect(LANGS.filter((lang) => card.faces[lang] !== undefined)).toEqual(LANGS);
    expect(card.level).not.toBeNull();
    expect(KINDS).toContain(card.kind);
  });

  test("says enough, and no more than can be said in an interview", () => {
    expect(wordsIn(card, "en").split(/\s+/u).length).toBeGreaterThan(30);
    expect(wordsIn(card, "en").split(/\s+/u).length).toBeLessThan(330);
    expect([...wordsIn(card, "zh")].length).toBeLessThan(1100);
  });

  test("tells no option right before it is picked", () => {
    for (const text of LANGS.map((lang) => textIn(card, lang))) {
      const options = text.kind === "choice" ? text.options : [];
      expect(options.filter(({ content }) => /^\[[ xX]\]/u.test(content.markdown))).toEqual([]);
    }
  });

  test("names a page that it can be checked against", () => {
    for (const lang of LANGS) expect(JSON.stringify(textIn(card, lang))).toMatch(/\]\(https:\/\//u);
  });

  test("is set in Chinese as Chinese is: no half-width comma or stop between Chinese characters", () => {
    expect(wordsIn(card, "zh")).not.toMatch(/\p{Script=Han}[,;:?!]\p{Script=Han}/u);
  });
});
