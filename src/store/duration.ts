import { DAY, HOUR, MINUTE } from "../base/day.ts";

const UNITS = { d: DAY, h: HOUR, m: MINUTE } as const;

/** Returns a duration such as `10m`, `2h` or `1d` in milliseconds; `null` if the word is none. */
export function parseDuration(word: string): number | null {
  const [, amount, unit] = /^(\d{1,4})([mhd])$/.exec(word) ?? [];
  if (amount === undefined || !isUnit(unit)) return null;
  return Number(amount) * UNITS[unit];
}

/** Returns a duration in milliseconds as `parseDuration` reads it, in the largest unit that leaves no rest. */
export function formatDuration(ms: number): string {
  const unit = (["d", "h", "m"] as const).find(
    (candidate) => ms >= UNITS[candidate] && ms % UNITS[candidate] === 0,
  );
  return unit === undefined ? "0m" : `${ms / UNITS[unit]}${unit}`;
}

function isUnit(unit: string | undefined): unit is keyof typeof UNITS {
  return unit === "d" || unit === "h" || unit === "m";
}
