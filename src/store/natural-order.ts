/**
 * Sorts things by their names as people order them, `2-state.md` before `10-sql.md`: numbers by their value, everything
 * else by its code units, so that the order is the same on every machine. Returns a new list.
 */
export function inNaturalOrder<Named extends { readonly name: string }>(
  things: readonly Named[],
): readonly Named[] {
  const keyed = things.map((thing) => ({ thing, key: keyOf(thing.name) }));
  keyed.sort((a, b) => compareUnits(a.key, b.key) || compareUnits(a.thing.name, b.thing.name));
  return keyed.map(({ thing }) => thing);
}

/** A name whose code units order it: how many digits a number has stands in front of them. */
function keyOf(name: string): string {
  return name.replaceAll(/\d+/gu, (number) => {
    const digits = number.replace(/^0+/u, "");
    // What stands beside a number compares with its first digit: every digit says the same as a zero.
    return `0${String.fromCharCode(digits.length)}${digits}`;
  });
}

function compareUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
