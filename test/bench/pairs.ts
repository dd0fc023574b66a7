/** A figure: what a ratio of two things measured side by side may be at most. */
export interface Figure {
  readonly name: string;
  readonly atMost: number;
  /** In which unit it is measured; `ms` if nothing is said. */
  readonly unit?: string;
  /** Measures the thing and what it is held against, in that unit; called again and again, in turn. */
  readonly measure: () => Promise<readonly [value: number, against: number]>;
}

/** Measures a figure in pairs and prints median, range and limit; returns whether the median keeps to the limit. */
export async function report(
  { name, atMost, measure, unit = "ms" }: Figure,
  pairs: number,
): Promise<boolean> {
  await measure();
  const ratios: number[] = [];
  const values: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const [value, against] = await measure();
    ratios.push(value / against);
    values.push(value);
  }
  const median = medianOf(ratios);
  const holds = median <= atMost;
  console.log(
    `${holds ? "✓" : "✗"} ${name}: ${median.toFixed(2)} [${Math.min(...ratios).toFixed(2)}..${Math.max(...ratios).toFixed(2)}]` +
      ` of at most ${atMost} (${pairs} pairs, ${medianOf(values).toFixed(2)} ${unit})`,
  );
  return holds;
}

/** Returns the middle of some numbers. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
