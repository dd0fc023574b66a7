import { Failure } from "../base/failure.ts";
import type { CardId } from "../card/card.ts";
import type { Exercise } from "../card/exercise.ts";
import type { Variant } from "../exercise/variant.ts";
import { cardProgress } from "../history/progress.ts";
import type { PracticeEffect } from "../practice/practice.ts";
import type { Memory } from "../schedule/memory.ts";
import { momentOf, reloadedDeck, type Context } from "./context.ts";
import { openSitting } from "./sitting.ts";

/** An attempt that is on record: the id of its event, and what it made of the memory. */
export interface RecordedAttempt {
  readonly event: string;
  readonly memory: Memory;
}

/** Puts an attempt on record, durably. Throws the Failures of `openSitting` and of the disk. */
export async function recordAttempt(
  context: Context,
  { id }: Exercise,
  { name, fixKind }: Variant,
  { rating, attempt, end }: Extract<PracticeEffect, { readonly type: "record" }>,
): Promise<RecordedAttempt> {
  const card = id as CardId;
  const sitting = await openSitting(context, await reloadedDeck(context), 0, context.lang);
  try {
    const { hints, runs, failingRuns, ms } = attempt;
    const told = { end, variant: name, fixKind, hints, runs, failingRuns };
    const body = { type: "card-rated", card, lang: context.lang, rating, ms, source: "exercise" } as const;
    const message = sitting.perform({
      type: "record",
      drafts: [{ ...momentOf(context), ...body, attempt: told }],
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
