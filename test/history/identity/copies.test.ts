import { describe, expect, test } from "vitest";

import type { Source } from "../../../src/card/deck.ts";
import { facesOf } from "../../../src/history/identity/notes.ts";
import { aFile, Learner, type Reading } from "./a-learner.ts";

const BARRIER = [
  "A barrier is a mark that the coordinator sends into every source of the job.",
  "It flows along with the records and never overtakes one of them.",
  "What comes before it belongs to the snapshot, what comes behind it to the next one.",
];

function aNote(question: string, sentences: readonly string[]): string {
  return `## ${question}\n\n${sentences.join(" ")}\n\n`;
}

/** Returns the uid of the note that asks `question` in a file; `null` if none does. */
function uidIn({ deck }: Reading, path: string, question: string): string | null {
  const faces = deck.cards.flatMap((card) => facesOf(card).map((face) => ({ face, uid: card.note })));
  const found = faces.find(({ face }) => face.place.file === path && face.prompt === question);
  return found?.uid ?? null;
}

/** Reads notes in one version after the other, and learns whatever is new. */
function learn(learner: Learner, ...versions: readonly (readonly Source[])[]): Reading {
  const readings = versions.map((sources) => learner.sit(sources, () => true));
  const last = readings.at(-1);
  if (last === undefined) throw new Error("nothing to learn");
  return last;
}

const QUESTION = "What is a barrier?";

describe("copies of a note", () => {
  test("don't stand in each other's way once only one of them is left", () => {
    const learner = new Learner();
    const here = ["See a.png.", ...BARRIER];
    const there = ["See b.png.", ...BARRIER];
    const before = learn(
      learner,
      [aFile("a.md", aNote(QUESTION, here)), aFile("b.md", aNote(QUESTION, there))],
      [aFile("a.md", aNote(QUESTION, there))],
    );
    const after = learn(learner, [aFile("a.md", aNote(QUESTION, [...there, "So it costs little."]))]);
    expect(uidIn(after, "a.md", QUESTION)).toBe(uidIn(before, "a.md", QUESTION));
  });

  test("leave no past to a note that only says a part of what they say", () => {
    const learner = new Learner();
    const here = ["See a.png.", ...BARRIER];
    const there = ["See b.png.", ...BARRIER];
    const before = learn(learner, [
      aFile("copy/a.md", aNote(QUESTION, there)),
      aFile("own/a.md", aNote(QUESTION, here)),
    ]);
    const after = learn(learner, [
      aFile("own/a.md", aNote(QUESTION, there)),
      aFile("own/b.md", aNote("How do they flow?", BARRIER)),
    ]);
    expect(uidIn(after, "own/a.md", QUESTION)).toBe(uidIn(before, "copy/a.md", QUESTION));
    expect(uidIn(after, "own/b.md", "How do they flow?")).not.toBe(uidIn(before, "own/a.md", QUESTION));
  });

  test("of an answer don't take its past to another file while its own still asks", () => {
    const learner = new Learner();
    const asks = "What does it print?";
    const neighbour = aNote(asks, ["A number that begins at zero."]);
    const before = learn(learner, [aFile("a.md", neighbour + aNote(asks, ["See a.png.", ...BARRIER]))]);
    const after = learn(learner, [
      aFile("a.md", neighbour + aNote(asks, ["See b.png.", ...BARRIER])),
      aFile("b.md", aNote("Was gibt das aus?", ["See a.png.", ...BARRIER])),
    ]);
    const uids = (reading: Reading) => reading.deck.cards.map(({ note }) => note);
    expect(uids(after).slice(0, 2)).toEqual(uids(before));
  });
});

describe("the past of a note", () => {
  test("doesn't go to a part of what it said that asks something else in another file", () => {
    const learner = new Learner();
    const more = [
      "Sinks hold back what they wrote.",
      "Sources forget nothing before that.",
      "Alignment costs time.",
    ];
    const others = ["Why savepoints?", "What is a key group?"].map((asks) =>
      aNote(asks, [`${asks} Look it up.`]),
    );
    const before = learn(learner, [aFile("a.md", others.join("") + aNote(QUESTION, [...more, ...BARRIER]))]);
    const after = learn(learner, [
      aFile("b.md", others.slice(0, 1).join("") + aNote("Where do they come from?", BARRIER)),
      aFile("c.md", others.slice(1).join("")),
    ]);
    expect(uidIn(after, "b.md", "Why savepoints?")).toBe(uidIn(before, "a.md", "Why savepoints?"));
    expect(uidIn(after, "b.md", "Where do they come from?")).not.toBe(uidIn(before, "a.md", QUESTION));
  });

  test("doesn't go to a question about the same that is answered otherwise", () => {
    const learner = new Learner();
    const asks = "Is barrier alignment really over?";
    const before = learn(learner, [aFile("a.md", aNote("Barrier alignment?", ["Waiting."]))]);
    const after = learn(learner, [aFile("a.md", aNote(asks, ["Never mind."]))]);
    expect(uidIn(after, "a.md", asks)).not.toBe(uidIn(before, "a.md", "Barrier alignment?"));
  });
});
