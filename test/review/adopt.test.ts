import { describe, expect, test } from "vitest";

import type { Card, CardId } from "../../src/card/card.ts";
import type { Deck } from "../../src/card/deck.ts";
import { deckNews } from "../../src/review/deck-news.ts";
import type { DeckChanged } from "../../src/review/session.ts";
import { card } from "../history/builders.ts";
import { aCard, aDeck, Sitting } from "./builders.ts";

/** Returns the report of a deck that was read again. */
function read(
  sitting: Sitting,
  deck: Deck,
  ...successors: readonly (readonly [string, string])[]
): DeckChanged {
  const ids = new Map<CardId, CardId>(successors.map(([was, is]) => [card(was), card(is)]));
  return { type: "deck-changed", deck, progress: sitting.progress, successors: ids };
}

/** Returns a card with another text. */
function rewritten(id: string): Card {
  const { faces, ...rest } = aCard(id, ["zh"]);
  return { ...rest, faces: faces.zh === undefined ? {} : { zh: { ...faces.zh, fingerprint: "another" } } };
}

describe("a session whose notes have changed", () => {
  test("stays on the card in front, asked or turned, with its new text", () => {
    const sitting = new Sitting(aDeck("a", "b"));
    const deck = { ...aDeck("b"), cards: [aCard("b"), rewritten("a")] };
    sitting.report(read(sitting, deck));
    expect(sitting.session.stage).toMatchObject({
      kind: "asking",
      card: { faces: { zh: { fingerprint: "another" } } },
    });
    sitting.do({ type: "revealed" }).report(read(sitting, aDeck("a")));
    expect(sitting.session.stage).toMatchObject({ kind: "revealed", card: aCard("a") });
    expect(sitting.session.queue.counts.new).toBe(1);
  });

  test("shows the language that is left of a card", () => {
    const sitting = new Sitting(aDeck("a"));
    sitting.report(read(sitting, { ...aDeck(), cards: [aCard("a", ["en"])] }));
    expect(sitting.session.stage).toMatchObject({ kind: "asking", lang: "en" });
  });

  test("follows a card that goes by another id, with the futures of that", () => {
    const sitting = new Sitting(aDeck("a", "b")).rate("good").do({ type: "revealed" });
    sitting.report(read(sitting, aDeck("x", "y"), ["a", "x"], ["b", "y"]));
    expect([sitting.card, sitting.stage]).toEqual(["y", "revealed"]);
    expect(sitting.session.answers.map(({ event }) => event.card)).toEqual(["x"]);
    sitting.do({ type: "rated", rating: "good" });
    expect(sitting.events.at(-1)).toMatchObject({ type: "card-rated", card: "y" });
  });

  test("asks the next card when the one in front has gone, and none when all have", () => {
    const sitting = new Sitting(aDeck("a", "b")).do({ type: "revealed" });
    sitting.report(read(sitting, aDeck("b")));
    expect([sitting.card, sitting.stage]).toEqual(["b", "asking"]);
    sitting.report(read(sitting, aDeck()));
    expect(sitting.stage).toBe("idle");
  });

  test("asks what has come when nothing was left", () => {
    const sitting = new Sitting(aDeck());
    sitting.report(read(sitting, aDeck("a")));
    expect(sitting.card).toBe("a");
  });
});

describe("deckNews", () => {
  const { session } = new Sitting(aDeck("a", "b"));
  const newsOf = (deck: Deck): unknown =>
    deckNews(session, { type: "deck-changed", deck, progress: session.progress, successors: new Map() });

  test("tells of the card in front before all others", () => {
    expect(newsOf({ ...aDeck("b"), cards: [rewritten("a"), aCard("b")] })).toBe("card-changed");
    expect(newsOf(aDeck("b"))).toBe("card-gone");
    expect(newsOf({ ...aDeck("b"), cards: [aCard("a"), rewritten("b")] })).toBe("notes-changed");
    expect(newsOf(aDeck("a"))).toBe("notes-changed");
    expect(newsOf(aDeck("a", "b"))).toBe(null);
  });
});
