/** Marks a branch that no value can reach; it throws if one does, for then a union has grown unseen. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
