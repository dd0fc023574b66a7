import type { Tone } from "../pages/row.ts";

/** How a tone looks: a colour of the terminal's own sixteen, so that its scheme decides, and whether it is dimmed. */
export interface Look {
  readonly color?: string;
  readonly dimColor?: true;
  readonly bold?: true;
  readonly underline?: true;
  readonly inverse?: true;
}

/** How every tone looks. */
export type Theme = Readonly<Record<Tone, Look>>;

const DARK: Theme = {
  plain: {},
  accent: { color: "cyan" },
  good: { color: "green" },
  warning: { color: "yellow" },
  bad: { color: "red" },
  quiet: { color: "gray" },
  keyword: { color: "magenta" },
  literal: { color: "green" },
};

const LIGHT: Theme = {
  ...DARK,
  accent: { color: "blue" },
  warning: { color: "magenta" },
  literal: { color: "blue" },
};

/** Without colours: words, signs, bold and underline say it all. */
const MONO: Theme = {
  plain: {},
  accent: {},
  good: {},
  warning: {},
  bad: {},
  quiet: { dimColor: true },
  keyword: {},
  literal: {},
};

/** Nothing is dimmed and nothing is coloured: what matters is told apart by weight, lines and reversal. */
const CONTRAST: Theme = {
  plain: {},
  accent: { bold: true },
  good: { bold: true },
  warning: { bold: true, underline: true },
  bad: { bold: true, inverse: true },
  quiet: {},
  keyword: { bold: true },
  literal: { underline: true },
};

/** What decides on the theme: the setting, and the environment of the process. */
export interface ThemeWish {
  readonly setting: "auto" | "dark" | "light" | "mono" | "contrast";
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Returns the theme: none of the colours under NO_COLOR (no-color.org) or on a dumb terminal, else the one set, else by COLORFGBG. */
export function themeFor({ setting, environment }: ThemeWish): Theme {
  if (setting === "contrast") return CONTRAST;
  if (setting === "mono" || (environment["NO_COLOR"] ?? "") !== "" || environment["TERM"] === "dumb")
    return MONO;
  return setting === "light" || (setting === "auto" && isLight(environment)) ? LIGHT : DARK;
}

function isLight(environment: ThemeWish["environment"]): boolean {
  // COLORFGBG is "foreground;background" in the terminal's own numbers: 7 and 15 are the light ones.
  const background = environment["COLORFGBG"]?.split(";").at(-1);
  return background === "7" || background === "15";
}
