import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { eventIdOf } from "../../src/history/event-id.ts";
import type { EventDraft, HistoryEvent } from "../../src/history/event.ts";
import { eventOf } from "../../src/history/event.ts";
import type { Progress } from "../../src/history/progress.ts";
import { NO_PROGRESS, cardProgress } from "../../src/history/progress.ts";
import { replay, resume } from "../../src/history/replay.ts";
import { revise } from "../../src/history/revise.ts";
import type { UndoTarget } from "../../src/history/undo.ts";
import { redoTarget, undoTarget } from "../../src/history/undo.ts";
import { actions, after, card, draft, journal, rated, withoutHead } from "./builders.ts";

const DEVICE = "d3f2";

/** A journal that is written to as the real one is: what follows is worked out from one event to the next. */
class Notebook {
  events: HistoryEvent[] = [];
  progress: Progress = NO_PROGRESS;

  add(draft: EventDraft): void {
    const event = eventOf(draft, eventIdOf(DEVICE, this.events.length + 1));
    this.events = [...this.events, event];
    const resumption = resume(this.progress, [event]);
    this.progress =
      resumption.kind === "resumed" ? resumption.progress : revise(this.progress, this.events, event);
  }

  undo(): Outcome {
    return this.#retract(undoTarget(this.events, DEVICE));
  }

  redo(): Outcome {
    return this.#retract(redoTarget(this.events, DEVICE));
  }

  #retract(target: UndoTarget | null): Outcome {
    if (target === null) return "nothing";
    this.add(draft({ type: "retracted", event: target.retract }, this.events.at(-1)));
    return "done";
  }
}

/** What undo and redo ought to do: go back and forth in a list of states. */
class States {
  #past: readonly Progress[] = [];
  #future: readonly Progress[] = [];
  now: Progress = withoutHead(NO_PROGRESS);

  act(after: Progress): void {
    this.#past = [...this.#past, this.now];
    this.#future = [];
    this.now = after;
  }

  undo(): Outcome {
    const before = this.#past.at(-1);
    if (before === undefined) return "nothing";
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, this.now];
    this.now = before;
    return "done";
  }

  redo(): Outcome {
    const after = this.#future.at(-1);
    if (after === undefined) return "nothing";
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, this.now];
    this.now = after;
    return "done";
  }
}

type Outcome = "done" | "nothing";

function notebook(drafts: readonly EventDraft[]): Notebook {
  const book = new Notebook();
  for (const each of drafts) book.add(each);
  return book;
}

/** Actions only: what the program notes by itself is no action and can't be undone. */
const deeds = actions.map((drafts) =>
  drafts.filter(({ type }) => type !== "card-seen" && type !== "card-renamed"),
);

describe("undo and redo", () => {
  test("n undos take n actions back to where they began, and n redos bring them again", () => {
    fc.assert(
      fc.property(deeds, fc.nat(25), (drafts, cut) => {
        const book = notebook(drafts.slice(0, cut));
        const start = withoutHead(book.progress);
        const rest = drafts.slice(cut);
        for (const each of rest) book.add(each);
        const end = withoutHead(book.progress);
        expect(rest.map(() => book.undo())).toEqual(rest.map(() => "done"));
        expect(withoutHead(book.progress)).toEqual(start);
        expect(rest.map(() => book.redo())).toEqual(rest.map(() => "done"));
        expect(withoutHead(book.progress)).toEqual(end);
      }),
    );
  });

  test("go back and forth among the states there were, whatever is done in between", () => {
    const keys = fc.array(fc.constantFrom("act", "undo", "redo"), { maxLength: 40, size: "max" });
    fc.assert(
      fc.property(keys, deeds, (pressed, drafts) => {
        const book = new Notebook();
        const states = new States();
        const supply = [...drafts];
        for (const key of pressed) {
          const next = supply[0];
          if (key === "act" && next !== undefined) {
            supply.shift();
            book.add(next);
            states.act(withoutHead(book.progress));
          }
          const outcomes =
            key === "undo"
              ? [book.undo(), states.undo()]
              : key === "redo"
                ? [book.redo(), states.redo()]
                : [];
          expect(outcomes[0]).toBe(outcomes[1]);
          expect(withoutHead(book.progress)).toEqual(states.now);
          expect(book.progress).toEqual(replay(book.events));
        }
      }),
    );
  });

  test("give an overdue card the due day back that it had", () => {
    const book = notebook([rated("a", "easy")]);
    const before = cardProgress(book.progress, card("a"));
    book.add(rated("a", "good", after(0, 40)));
    book.undo();
    expect(cardProgress(book.progress, card("a"))).toEqual(before);
  });

  test("take back what happened in an earlier process, for nothing but the journal is asked", () => {
    const events = journal([rated("a", "good"), rated("b", "again", after(1))]);
    expect(undoTarget(events, DEVICE)).toEqual({ retract: "d3f2:2", action: events[1] });
    expect(redoTarget(events, DEVICE)).toBeNull();
  });

  test("leave alone what the program noted by itself", () => {
    const seen = draft({
      type: "card-seen",
      card: card("a"),
      question: "",
      answer: "",
      file: "a.md",
      line: 1,
    });
    expect(undoTarget(journal([seen]), DEVICE)).toBeNull();
    expect(undoTarget(journal([seen, rated("a", "good"), seen]), DEVICE)?.retract).toBe("d3f2:2");
  });

  test("leave alone what another device did", () => {
    const events = [...journal([rated("a", "good")]), ...journal([rated("a", "good", after(9))], "b2")];
    expect(undoTarget(events, DEVICE)?.retract).toBe("d3f2:1");
  });

  test("keep what another device did to the same card since", () => {
    const mine = journal([rated("a", "good")]);
    const theirs = journal([rated("a", "again", after(5))], "b2");
    const undo = journal([draft({ type: "retracted", event: eventIdOf(DEVICE, 1) }, after(9))], DEVICE, 2);
    const progress = replay([...mine, ...theirs, ...undo]);
    expect(progress.cards).toEqual(replay(theirs).cards);
  });

  test("work by number where the clock was put back", () => {
    const events = journal([
      rated("a", "good", after(60)),
      draft({ type: "retracted", event: eventIdOf(DEVICE, 1) }, after(0)),
    ]);
    expect(replay(events).cards).toEqual({});
    const target = redoTarget(events, DEVICE);
    expect(target?.retract).toBe("d3f2:2");
    const redone = journal(
      [draft({ type: "retracted", event: eventIdOf(DEVICE, 2) }, after(-60))],
      DEVICE,
      3,
    );
    expect(replay([...events, ...redone]).cards).toEqual(replay(events.slice(0, 1)).cards);
  });
});
