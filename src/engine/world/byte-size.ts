/** The size of a number in bytes, whatever its value. */
const NUMBER_BYTES = 8;

/** Returns about how many bytes a value takes on a wire or a disk. It never looks at a locale or a clock. */
export function byteSizeOf(value: unknown): number {
  switch (typeof value) {
    case "string":
      return value.length;
    case "number":
    case "bigint":
      return NUMBER_BYTES;
    case "boolean":
      return 1;
    case "object":
      return value === null ? 0 : byteSizeOfParts(value);
    default:
      return 0;
  }
}

function byteSizeOfParts(value: object): number {
  if (Array.isArray(value)) return sum(value.map(byteSizeOf));
  return sum(Object.entries(value).map(([name, part]) => name.length + byteSizeOf(part)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
