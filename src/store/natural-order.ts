/**
 * Compares two names as people order them, `2-state.md` before `10-sql.md`: numbers by their value, everything else by
 * its code units, so that the order is the same on every machine. Only equal names come out equal.
 */
export function compareNames(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index += 1;
  const start = startOfNumber(a, index);
  const [numberA, numberB] = [numberAt(a, start), numberAt(b, start)];
  const byValue = numberA === "" || numberB === "" ? 0 : compareNumbers(numberA, numberB);
  return byValue === 0 ? compareUnits(a.slice(index), b.slice(index)) : byValue;
}

/** Returns where the number begins that reaches up to `index`, or `index` if none does. */
function startOfNumber(name: string, index: number): number {
  let start = index;
  while (start > 0 && isDigit(name.charAt(start - 1))) start -= 1;
  return start;
}

function numberAt(name: string, start: number): string {
  let end = start;
  while (isDigit(name.charAt(end))) end += 1;
  return name.slice(start, end);
}

// As text, for a name may hold more digits than a number has.
function compareNumbers(a: string, b: string): number {
  const [digitsA, digitsB] = [a.replace(/^0+/u, ""), b.replace(/^0+/u, "")];
  return digitsA.length - digitsB.length || compareUnits(digitsA, digitsB);
}

function compareUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function isDigit(unit: string): boolean {
  return unit >= "0" && unit <= "9" && unit !== "";
}
