import type { Yaml } from "mdast";
import type { YAMLMap } from "yaml";
import { isMap, isScalar, isSeq, parseDocument } from "yaml";

import type { Bilingual, Lang } from "../../base/lang.ts";
import { LANGS } from "../../base/lang.ts";
import type { Place, Problem } from "../../base/problem.ts";
import type { Chapter } from "../../card/deck.ts";
import { asListed } from "../plain-text.ts";
import type { TraitReading, Traits } from "./traits.ts";
import { isTraitKey, NO_TRAITS, readTrait } from "./traits.ts";

/** What the front matter of a file says. */
export interface FrontMatter {
  /** `unwanted` = `cards: false`: the file is none of ours. */
  readonly cards: "wanted" | "unwanted";
  /** The language of its notes; `null` if it doesn't say. */
  readonly lang: Lang | null;
  /** What holds for its notes unless their marks say otherwise. */
  readonly defaults: Traits;
  /** What the deck of a README is called, and its chapters. */
  readonly title: Bilingual | null;
  readonly chapters: readonly Chapter[];
  readonly problems: readonly Problem[];
}

/** The front matter of a file that has none. */
export const NO_FRONT_MATTER: FrontMatter = {
  cards: "wanted",
  lang: null,
  defaults: NO_TRAITS,
  title: null,
  chapters: [],
  problems: [],
};

/** Reads front matter; `placeOf` tells where one of the characters of its YAML stands. */
export function readFrontMatter(yaml: Yaml, placeOf: (index: number) => Place): FrontMatter {
  // In the failsafe schema every value is the text that was written: `1.20` is a version, not the number 1.2.
  const document = parseDocument(yaml.value, { schema: "failsafe", prettyErrors: false, logLevel: "silent" });
  const [error] = document.errors;
  if (error !== undefined) return broken(asListed(error.message), placeOf(error.pos[0]));
  if (document.contents === null) return NO_FRONT_MATTER;
  if (!isMap(document.contents)) return broken("no `key: value`", placeOf(0));
  return readKeys(document.contents, placeOf);
}

function broken(reason: string, place: Place): FrontMatter {
  return { ...NO_FRONT_MATTER, problems: [{ code: "front-matter-broken", place, data: { reason } }] };
}

/** What one key comes to. A key that isn't ours belongs to another program, and to it belong our keys beside it too. */
type KeyReading =
  | { readonly type: "says"; readonly matter: Partial<FrontMatter> }
  | TraitReading
  | { readonly type: "foreign" };

function readKeys(map: YAMLMap, placeOf: (index: number) => Place): FrontMatter {
  let matter = NO_FRONT_MATTER;
  const problems: Problem[] = [];
  let owner: "us" | "another" = "us";
  for (const { key, value } of map.items) {
    const name = textOf(key);
    const reading = readKey(name, value);
    if (reading.type === "foreign") owner = "another";
    if (reading.type === "says") matter = { ...matter, ...reading.matter };
    if (reading.type === "trait") matter = { ...matter, defaults: { ...matter.defaults, ...reading.trait } };
    if (reading.type === "unfit") {
      const data = { key: name, value: textOf(value), allowed: reading.allowed };
      problems.push({ code: "front-matter-value", place: placeOf(beginOf(value ?? key)), data });
    }
  }
  return { ...matter, problems: owner === "us" ? problems : [] };
}

function readKey(key: string, value: unknown): KeyReading {
  if (isTraitKey(key)) return readTrait(key, textOf(value));
  switch (key) {
    case "cards":
      return readCards(textOf(value));
    case "lang":
      return readLang(textOf(value));
    case "deck":
      return { type: "says", matter: { title: titleOf(value) } };
    case "chapters":
      return { type: "says", matter: { chapters: chaptersOf(value) } };
    default:
      return { type: "foreign" };
  }
}

function readCards(value: string): KeyReading {
  if (value !== "true" && value !== "false") return { type: "unfit", allowed: ["true", "false"] };
  return { type: "says", matter: { cards: value === "true" ? "wanted" : "unwanted" } };
}

function readLang(value: string): KeyReading {
  // Site generators write `zh-CN` and `en_US`.
  const lang = LANGS.find((known) => value.toLowerCase().split(/[-_]/)[0] === known);
  return lang === undefined ? { type: "unfit", allowed: LANGS } : { type: "says", matter: { lang } };
}

function chaptersOf(value: unknown): readonly Chapter[] {
  if (!isMap(value)) return [];
  return value.items.flatMap((item) => {
    const title = titleOf(item.value);
    return title === null ? [] : [{ key: textOf(item.key), title }];
  });
}

/** Returns a name that is given once for both languages, or for each (or for one, that then serves both). */
function titleOf(value: unknown): Bilingual | null {
  if (!isMap(value)) {
    const title = textOf(value);
    return title === "" ? null : { zh: title, en: title };
  }
  const [zh, en] = [textOf(value.get("zh", true)), textOf(value.get("en", true))];
  return zh === "" && en === "" ? null : { zh: zh || en, en: en || zh };
}

/** Returns a value as text; the items of a list are joined by commas. */
function textOf(value: unknown): string {
  if (isSeq(value)) return value.items.map(textOf).join(",");
  return isScalar(value) && typeof value.value === "string" ? asListed(value.value) : "";
}

function beginOf(node: unknown): number {
  return isScalar(node) || isSeq(node) || isMap(node) ? (node.range?.[0] ?? 0) : 0;
}
