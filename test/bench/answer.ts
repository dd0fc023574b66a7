import { closeSync, fdatasyncSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

import { dayOf, instantOf } from "../../src/base/day.ts";
import { cardIdOf } from "../../src/card/card.ts";
import type { EventDraft } from "../../src/history/event.ts";
import { lineOf } from "../../src/history/parse-event.ts";
import { placesBelow } from "../../src/store/places.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { medianOf, type Figure } from "./pairs.ts";

const REVIEWS = 100_000;
const ANSWERS = 50;

/** From a key to an answer that outlives a crash, beside one line appended and synced with nothing around it. */
export function answerFigure(folder: string): Figure {
  let store: Store | null = null;
  let number = 0;
  return {
    name: `answer until durable at ${REVIEWS.toLocaleString("en")} reviews / bare append + fdatasync`,
    atMost: 3,
    measure: () => {
      store ??= filledStore(folder);
      const open = store;
      const answers = times(() => {
        number += 1;
        open.append([rating(number)]);
      });
      const bare = bareAppends(folder);
      return Promise.resolve([answers, bare] as const);
    },
  };
}

function filledStore(folder: string): Store {
  const store = openStore(placesBelow(folder));
  for (let from = 0; from < REVIEWS; from += 1000) {
    store.append(Array.from({ length: 1000 }, (_, index) => rating(from + index)));
  }
  store.progress();
  return store;
}

function rating(number: number): EventDraft {
  const at = instantOf(1_796_086_800_000 + number * 60_000);
  return {
    type: "card-rated",
    at,
    tz: 480,
    day: dayOf(at, 480, 4),
    card: cardIdOf(`card-${number % 5000}`, ""),
    lang: "zh",
    rating: number % 7 === 0 ? "again" : "good",
    ms: 4000,
    source: "review",
  };
}

function bareAppends(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const file = openSync(join(folder, "bare"), "a");
  const line = `${lineOf({ v: 1, id: "abcd:100000" as never, ...rating(1) } as never)}\n`;
  const ms = times(() => {
    writeSync(file, line);
    fdatasyncSync(file);
  });
  closeSync(file);
  return ms;
}

function times(work: () => void): number {
  const each: number[] = [];
  for (let round = 0; round < ANSWERS; round += 1) {
    const begun = performance.now();
    work();
    each.push(performance.now() - begun);
  }
  return medianOf(each);
}
