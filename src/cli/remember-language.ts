import type { Lang } from "../base/lang.ts";
import { setSetting } from "../store/config-file.ts";
import type { Context } from "./context.ts";

/** Makes a language that was chosen on a screen the setting; where it can't be written it holds for this time only. */
export function rememberLanguage({ places }: Context, lang: Lang): void {
  try {
    setSetting(places.config, "lang", lang);
  } catch {
    // The learner sees the other language, and asked for nothing more.
  }
}
