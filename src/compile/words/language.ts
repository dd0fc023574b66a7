import type { Lang } from "../../base/lang.ts";
import { LANGS } from "../../base/lang.ts";

/** Terms stay Latin in Chinese notes: one Chinese character among so many words is enough. */
const WORDS_FOR_EACH_CHARACTER = 4;

/** How much of a text is looked at, in UTF-16 units. */
const ENOUGH = 20_000;

/** Returns the language of a file: that of its name (`NAME.zh.md`), else the declared one, else the one it is written in. */
export function langOf(path: string, declared: Lang | null, text: string): Lang {
  const suffix = /\.([a-z]{2})\.[a-z]+$/i.exec(path)?.[1]?.toLowerCase();
  return LANGS.find((lang) => lang === suffix) ?? declared ?? scriptOf(text.slice(0, ENOUGH));
}

function scriptOf(text: string): Lang {
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[A-Za-z]+/g)?.length ?? 0;
  return characters * WORDS_FOR_EACH_CHARACTER > words ? "zh" : "en";
}
