import type { Lang } from "../base/lang.ts";
import { calledAs } from "./called.ts";
import { en } from "./en.ts";
import type { Messages } from "./messages.ts";
import { zh } from "./zh.ts";

let spoken: Readonly<Record<Lang, Messages>> = { zh, en };

/** Has commands be named from now on as they are called here: `npx sluice check` where there is no `sluice check`. */
export function nameProgram(program: string): void {
  const commands = Object.keys(en.help.command);
  spoken =
    program === "sluice"
      ? { zh, en }
      : { zh: calledAs(zh, program, commands), en: calledAs(en, program, commands) };
}

/** Returns everything that sluice says in `lang`. */
export function messagesIn(lang: Lang): Messages {
  return spoken[lang];
}

/** Returns the language that a locale name asks for (`zh_CN.UTF-8`, `en-US`); `null` for any other one. */
function langOfLocale(name: string): Lang | null {
  if (/^zh/iu.test(name)) return "zh";
  return /^en/iu.test(name) ? "en" : null;
}

/** Returns the language of the interface: what was asked for, then what is configured, then what the locale says, then English. */
export function chooseLang(asked: Lang | null, configured: Lang | null, locales: readonly string[]): Lang {
  const named = locales.map(langOfLocale).find((lang) => lang !== null);
  return asked ?? configured ?? named ?? "en";
}
