/** The two languages of interface, cards and exercises. */
export type Lang = "zh" | "en";

/** Both languages, in the order in which they are listed. */
export const LANGS: readonly Lang[] = ["zh", "en"];

/** A text that exists in both languages. */
export type Bilingual = Readonly<Record<Lang, string>>;

/** Returns the other language. */
export function otherLang(lang: Lang): Lang {
  return lang === "zh" ? "en" : "zh";
}
