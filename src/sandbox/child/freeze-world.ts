/** Freezes what was given and all that can be reached from it, but for what the functions among it keep to themselves. */
export function freezeAll(roots: readonly unknown[]): void {
  const found = new Set(roots.filter(isObject));
  // A set tells of those, too, that are added meanwhile.
  for (const each of found) {
    freeze(each);
    for (const part of reachableFrom(each)) if (isObject(part)) found.add(part);
  }
}

/** Returns what the language has without a name: what generators and asynchronous functions are made of, and iterators. */
export function namelessIntrinsics(): readonly unknown[] {
  return [
    function* generate() {},
    async () => {},
    async function* generateLater() {},
    [].values(),
    new Map().entries(),
    new Set().entries(),
    ""[Symbol.iterator](),
    "".matchAll(/x/gu),
    mapped([].values()),
    new Intl.Segmenter().segment(""),
    new Intl.Segmenter().segment("")[Symbol.iterator](),
  ];
}

/**
 * Lets errors be given a name and a message of their own: what is inherited from something frozen could no more be
 * assigned to.
 */
export function keepAssignable(prototype: object, name: string): void {
  const inherited: unknown = Reflect.get(prototype, name);
  Object.defineProperty(prototype, name, {
    get: () => inherited,
    set(this: object, value: unknown) {
      Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
    },
  });
}

/** Returns an iterator of what another gives, as its method `map` does. */
function mapped(values: Iterator<unknown> & { readonly map?: (change: typeof String) => unknown }): unknown {
  return values.map?.(String);
}

function freeze(each: object): void {
  // The elements of a typed array can't be frozen.
  if (ArrayBuffer.isView(each)) Object.preventExtensions(each);
  else Object.freeze(each);
}

function reachableFrom(each: object): readonly unknown[] {
  const parts = Reflect.ownKeys(each).flatMap((key) => {
    const { value, get, set } = Reflect.getOwnPropertyDescriptor(each, key) ?? {};
    return [value, get, set] as readonly unknown[];
  });
  return [Reflect.getPrototypeOf(each), ...parts];
}

function isObject(value: unknown): value is object {
  return typeof value === "function" || (typeof value === "object" && value !== null);
}
