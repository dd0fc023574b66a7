/** What we say, whatever it is: a text, a function that makes one, or a number of such things by their names. */
type Said = unknown;

/**
 * Returns the same words for somebody who calls the program otherwise than by its name: where they name one of its
 * commands, as in `sluice check`, they name it as it is called here, as in `npx sluice check`.
 */
export function calledAs<Words extends object>(
  words: Words,
  program: string,
  commands: readonly string[],
): Words {
  const pattern = new RegExp(`(?<![\\w/-])sluice (?=(?:${commands.join("|")})(?![\\w-]))`, "gu");
  const rename = (said: Said): Said => {
    if (typeof said === "string") return said.replaceAll(pattern, `${program} `);
    if (typeof said === "function")
      return (...values: readonly unknown[]) => rename(Reflect.apply(said, undefined, values));
    if (Array.isArray(said)) return said.map(rename);
    return typeof said === "object" && said !== null ? renamed(said) : said;
  };
  const renamed = <Part extends object>(part: Part): Part =>
    new Proxy(part, { get: (target, key) => rename(Reflect.get(target, key)) });
  return renamed(words);
}
