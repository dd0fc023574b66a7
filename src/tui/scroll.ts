import type { Extent } from "./app-state.ts";
import type { KeyName } from "./key-name.ts";

/** An offset beyond the end of any page: its end. */
export const END = Number.MAX_SAFE_INTEGER;

/** Returns the offset after a key that scrolls, within what the page has. */
export function scrolled(
  offset: number,
  { key, extent }: { readonly key: KeyName; readonly extent: Extent },
): number {
  const steps: Readonly<Record<KeyName, number>> = {
    up: -1,
    k: -1,
    down: 1,
    j: 1,
    pageup: -extent.page,
    pagedown: extent.page,
  };
  return Math.max(0, Math.min(extent.furthest, Math.min(offset, extent.furthest) + (steps[key] ?? 0)));
}
