/** Fails where the types say that no value can arrive: the end of a `switch` over a union. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
