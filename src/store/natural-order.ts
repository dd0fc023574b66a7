/**
 * Compares two names as people order them, `2-state.md` before `10-sql.md`: numbers by their value, everything else by
 * its code units, so that the order is the same on every machine.
 */
export function compareNames(a: string, b: string): number {
  const [partsA, partsB] = [a.split(/(\d+)/), b.split(/(\d+)/)];
  for (const [index, partA] of partsA.entries()) {
    const partB = partsB[index];
    if (partB === undefined) return 1;
    const order = index % 2 === 1 ? compareNumbers(partA, partB) : compareUnits(partA, partB);
    if (order !== 0) return order;
  }
  return partsA.length - partsB.length || compareUnits(a, b);
}

// As text, for a name may hold more digits than a number has.
function compareNumbers(a: string, b: string): number {
  const [digitsA, digitsB] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
  return digitsA.length - digitsB.length || compareUnits(digitsA, digitsB);
}

function compareUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
