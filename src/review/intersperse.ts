/** How much of each lot the day has had already. */
export interface Served {
  readonly reviews: number;
  readonly fresh: number;
}

/**
 * Returns reviews and new cards in one row, the new ones spread evenly over the whole day: the n-th of N new cards comes
 * after n / (N + 1) of the day's reviews. What the day has had counts too, so that the rest of the row stays as it was
 * when its first card has been answered.
 */
export function intersperse<Entry>(
  reviews: readonly Entry[],
  fresh: readonly Entry[],
  served: Served,
): readonly Entry[] {
  const allReviews = served.reviews + reviews.length;
  const allFresh = served.fresh + fresh.length;
  const row: Entry[] = [];
  let taken = 0;
  for (const [index, entry] of fresh.entries()) {
    const nth = served.fresh + index + 1;
    const before = Math.floor((nth * allReviews) / (allFresh + 1)) - served.reviews;
    row.push(...reviews.slice(taken, Math.max(taken, before)), entry);
    taken = Math.max(taken, before);
  }
  return [...row, ...reviews.slice(taken)];
}
