import type { Day, Instant } from "../base/day.ts";
import type { Queue } from "./queue.ts";

/** What a day still holds, in numbers. */
export interface Agenda {
  readonly day: Day;
  readonly counts: Queue["counts"];
  /** When the next card comes that isn't counted; `null` if none will. */
  readonly nextAt: Instant | null;
  /** From this instant on, and before that one, nothing of it changes while nobody answers. */
  readonly from: Instant;
  readonly until: Instant;
}

/** Tells whether an agenda says what there is to do at an instant. */
export function holdsAt({ from, until }: Agenda, at: Instant): boolean {
  return from <= at && at < until;
}
