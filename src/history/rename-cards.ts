import type { CardId } from "../card/card.ts";
import type { Owners } from "./owners.ts";
import type { Progress } from "./progress.ts";

type ById<Value> = Readonly<Record<CardId, Value>>;

/**
 * Returns a progress in which every card is called as it is at the end of the renamings that come after it; `null` if two
 * histories become one, for what they make together only a replay can tell.
 */
export function renameCards(progress: Progress, owners: Owners): Progress | null {
  if (owners.renamed.size === 0) return progress;
  const cards = renameKeys(progress.cards, owners);
  const seen = renameKeys(progress.seen, owners);
  return cards === null || seen === null ? null : { ...progress, cards, seen };
}

function renameKeys<Value>(byId: ById<Value>, { ofEarlier }: Owners): ById<Value> | null {
  const ids = Object.keys(byId) as CardId[];
  const renamed = new Map(ids.map((id) => [ofEarlier(id), byId[id] as Value]));
  return renamed.size === ids.length ? (Object.fromEntries(renamed) as ById<Value>) : null;
}
