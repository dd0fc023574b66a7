import { describe, expect, test } from "vitest";

import type { Wording } from "../../../src/card/note-text.ts";
import { followNotes, type FormerNote } from "../../../src/history/identity/follow-notes.ts";
import { matchNotes } from "../../../src/history/identity/match-notes.ts";
import type { PresentNote } from "../../../src/history/identity/notes.ts";

function former(uid: string, question: string, answer: string, file = "a.md"): FormerNote {
  return { uid, file, line: 3, wordings: [{ question, answer }] };
}

/** Notes that have come, by their uids; each says a question and its answer. */
function follow(
  went: readonly FormerNote[],
  came: Readonly<Record<string, Wording>>,
  file = "a.md",
): Readonly<Record<string, string>> {
  const notes = Object.entries(came).map(([uid, { question }]): PresentNote => {
    const face = { place: { file, line: 3, column: 1 }, prompt: question, trail: [], fingerprint: uid };
    return { uid, named: "by-wording", faces: [{ ...face, text: { file, index: 0 } }] };
  });
  const wordingsOf = ({ uid }: PresentNote): readonly Wording[] =>
    came[uid] === undefined ? [] : [came[uid]];
  const found = followNotes(went, { notes, wordingsOf }, matchNotes);
  return Object.fromEntries([...found].map(([uid, note]) => [uid, note.uid]));
}

const BARRIER = former("old1", "What is a barrier?", "A mark in the stream that parts it into pieces.");
const STATE = former("old2", "What is keyed state?", "What an operator remembers for each key of its input.");

describe("followNotes", () => {
  test("finds what edited notes have become by what they say", () => {
    const came = {
      new1: {
        question: "What is keyed state?",
        answer: "What an operator remembers for every key of its input.",
      },
      new2: { question: "What is a barrier?", answer: "A mark in the stream that cuts it into pieces." },
    };
    expect(follow([BARRIER, STATE], came)).toEqual({ old1: "new2", old2: "new1" });
  });

  test("takes one that went and one that came in the same file for the same", () => {
    const came = { new1: { question: "Why savepoints?", answer: "Upgrades." } };
    expect(follow([BARRIER], came)).toEqual({ old1: "new1" });
    expect(follow([BARRIER], came, "b.md")).toEqual({});
    expect(follow([BARRIER, STATE], came)).toEqual({});
  });
});
