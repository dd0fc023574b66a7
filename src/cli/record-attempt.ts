import { Failure } from "../base/failure.ts";
import type { CardId } from "../card/card.ts";
import type { Deck } from "../card/deck.ts";
import type { Exercise } from "../card/exercise.ts";
import type { Variant } from "../exercise/variant.ts";
import { cardProgress, type Progress } from "../history/progress.ts";
import type { PracticeEffect } from "../practice/practice.ts";
import type { Memory } from "../schedule/memory.ts";
import { momentOf, type Context } from "./context.ts";
import { reloadedDeck } from "./decks.ts";
import { openSitting } from "./sitting.ts";

/** An attempt that is on record: the id of its event, and what it made of the memory. */
export interface RecordedAttempt {
  readonly event: string;
  readonly memory: Memory;
}

/**
 * Puts an attempt on record, durably. Whoever could mend the job but not say why it was broken doesn't know yet what the
 * cards say that it is about: those learned before are rated hard, before the attempt. Throws the Failures of `openSitting` and of the disk. */
export async function recordAttempt(
  context: Context,
  exercise: Exercise,
  { name, fixKind }: Variant,
  { rating, attempt, end, rootCause }: Extract<PracticeEffect, { readonly type: "record" }>,
): Promise<RecordedAttempt> {
  const card = exercise.id as CardId;
  const sitting = await openSitting(context, await reloadedDeck(context), 0, context.lang);
  try {
    const { hints, runs, failingRuns, ms } = attempt;
    const { deck, progress } = sitting.start;
    const missed = rootCause === "wrong" ? learnedCards(exercise, deck, progress) : [];
    const of = { type: "card-rated", lang: context.lang, source: "exercise", ...momentOf(context) } as const;
    const cause = rootCause === null ? {} : { rootCause };
    const told = { end, variant: name, fixKind, hints, runs, failingRuns, ...cause };
    const message = sitting.perform({
      type: "record",
      drafts: [
        ...missed.map((linked) => ({ ...of, card: linked, rating: "hard", ms: 0 }) as const),
        { ...of, card, rating, ms, attempt: told },
      ],
    });
    if (message.type === "record-failed") throw new Failure(message.failure);
    if (message.type !== "recorded") throw new Error("a rating was put on record without a word");
    const { memory } = cardProgress(sitting.store.progress(), card);
    if (memory === null) throw new Error("a rating left no memory");
    return { event: message.action.id, memory };
  } finally {
    sitting.close();
  }
}

/** Returns the cards that an exercise is about, as far as they have been learned and are asked. */
function learnedCards({ cards }: Exercise, deck: Deck, progress: Progress): readonly CardId[] {
  const about = deck.cards.filter(({ id, note }) => cards.includes(id) || cards.includes(note));
  return about
    .map(({ id }) => id)
    .filter((id) => {
      const { memory, standing } = cardProgress(progress, id);
      return memory !== null && standing === "active";
    });
}
