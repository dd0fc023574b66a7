import { readFileSync } from "node:fs";

import type { RootContent, TableCell, TableRow } from "mdast";
import { beforeAll, describe, expect, test } from "vitest";

import { severityOf } from "../src/base/problem.ts";
import type { CardKind } from "../src/card/card.ts";
import { compileExercise } from "../src/compile/exercise/compile-exercise.ts";
import { parseMarkdown } from "../src/compile/parse-markdown.ts";
import { plainText } from "../src/compile/plain-text.ts";
import { judgeTexts } from "../src/exercise/gate/judge-texts.ts";
import { runGate } from "../src/sandbox/exercise-gate.ts";
import { compileDeck, type CompiledDeck } from "./compile/compile-deck.ts";
import { buildRunner, BUILT } from "./sandbox/program.ts";

const { children } = parseMarkdown(readFileSync(new URL("../cards/README.md", import.meta.url), "utf8"));
const forms = sectionCalled("Forms");

function sectionCalled(title: string): readonly RootContent[] {
  const isHeading = (node: RootContent): boolean => node.type === "heading";
  const begin = children.findIndex((node) => isHeading(node) && plainText([node]) === title);
  const end = children.findIndex((node, index) => index > begin && isHeading(node));
  return children.slice(begin + 1, end);
}

/** A form as the table tells it: how it is written, and how many cards of which kind it gives. */
interface Form {
  readonly name: string;
  readonly examples: readonly string[];
  readonly kinds: readonly string[];
}

function formIn({ children: [name, english, chinese, cards] }: TableRow): Form {
  const count = Number(/×\s*(\d+)/u.exec(textOf(cards))?.[1] ?? 1);
  return {
    name: textOf(name),
    examples: [english, chinese].map((cell) => linesIn(cell).join("\n")).filter((text) => text !== ""),
    kinds: Array.from({ length: count }, () => linesIn(cards)[0] ?? ""),
  };
}

function textOf(cell: TableCell | undefined): string {
  return cell === undefined ? "" : plainText([cell]).trim();
}

/** A piece of code is a line of the notes. */
function linesIn(cell: TableCell | undefined): readonly string[] {
  return (cell?.children ?? []).flatMap((node) => (node.type === "inlineCode" ? [node.value] : []));
}

function compiled(text: string): CompiledDeck {
  return compileDeck([{ path: "notes.md", role: "notes", text: `${text}\n` }]);
}

function complaintsOf({ problems }: CompiledDeck): readonly unknown[] {
  return problems.filter((problem) => severityOf(problem) !== "info");
}

const TABLE = forms.flatMap((node) => (node.type === "table" ? node.children.slice(1).map(formIn) : []));
const EXAMPLES = TABLE.flatMap(({ name, examples, kinds }) =>
  examples.map((text) => ({ name, text, kinds })),
);

/** What the deck of exercises makes; notes can't. */
const ELSEWHERE: readonly CardKind[] = ["exercise"];
const KINDS: readonly CardKind[] = [
  "basic",
  "outline",
  "cloze",
  "choice",
  "order",
  "typed",
  "number",
  "error",
  "exercise",
];

describe("the forms that cards/README.md teaches", () => {
  test.each(EXAMPLES)("give what it says: $name, “$text”", ({ text, kinds }) => {
    const deck = compiled(text);
    expect(deck.deck.cards.map(({ kind }) => kind)).toEqual(kinds);
    expect(complaintsOf(deck)).toEqual([]);
  });

  test("are of every kind that notes can have", () => {
    const taught = new Set(TABLE.flatMap(({ kinds }) => kinds));
    expect(KINDS.filter((kind) => !taught.has(kind))).toEqual(ELSEWHERE);
  });

  test("may have a mark with all that it names", () => {
    const [mark = ""] = forms.flatMap((node) => (node.type === "code" ? [node.value] : []));
    const deck = compiled(`${mark}\n## Why?\n\nBecause.`);
    expect(complaintsOf(deck)).toEqual([]);
    expect(deck.deck.cards).toMatchObject([
      { id: "my-id", kind: "typed", level: "senior", chapter: "6", since: "1.15", until: "1.20" },
    ]);
  });
});

/** The files of the smallest exercise: blocks of code that say behind their language what they are. */
const SMALLEST = sectionCalled("The smallest exercise").flatMap((node) =>
  node.type === "code" && node.meta ? [{ path: node.meta, text: `${node.value}\n` }] : [],
);

describe("the smallest exercise that cards/README.md shows", () => {
  beforeAll(buildRunner, 60_000);

  const { exercise, problems } = compileExercise("deck/exercises/my-01-free-orders", SMALLEST);

  test("is complete, in both languages", () => {
    expect(problems).toEqual([]);
    expect(exercise).toMatchObject({ id: "my-01", chapter: "6", fixKind: "filter", cards: [] });
  });

  test("passes the gates", async () => {
    if (exercise === null) throw new Error("it is no exercise");
    const disk = { exercise, files: SMALLEST };
    expect(judgeTexts(disk, { cards: new Set(), chapters: new Set(["6"]) })).toEqual([]);
    expect(await runGate(disk, { program: BUILT, seeds: 5, onProgram: () => {} })).toEqual([]);
  });

  test("needs a card of its chapter in the notes, and its id in both texts", () => {
    if (exercise === null) throw new Error("it is no exercise");
    const nowhere = { cards: new Set<string>(), chapters: new Set(["1"]) };
    expect(judgeTexts({ exercise, files: SMALLEST }, nowhere)).toMatchObject([
      { code: "exercise-chapter-unknown" },
    ]);
    const nameless = SMALLEST.map(({ path, text }) => ({
      path,
      text: text.replace("---\nid: my-01\n---", ""),
    }));
    expect(compileExercise("deck/exercises/my-01-free-orders", nameless).problems).toMatchObject([
      { code: "front-matter-broken" },
    ]);
  });
});
