import type { Moment } from "../base/day.ts";
import type { CardProgress } from "../history/progress.ts";
import { isoAt } from "./clock.ts";
import type { Context } from "./context.ts";

/** Where a card stands, in one word. */
export type CardState = "new" | "learning" | "review" | "relearning" | "suspended" | "buried";

/** Returns where a card stands at a moment. */
export function stateOf({ memory, standing, buriedOn }: CardProgress, moment: Moment): CardState {
  if (standing === "suspended") return "suspended";
  if (buriedOn === moment.day) return "buried";
  return memory === null ? "new" : memory.phase;
}

/** Returns when a card is due: a day as it is, an instant as ISO 8601; `null` for a card that was never answered. */
export function dueOf({ memory }: CardProgress, { clock }: Context): string | null {
  if (memory === null) return null;
  return memory.due.kind === "day" ? memory.due.day : isoAt(memory.due.at, clock.zone);
}
