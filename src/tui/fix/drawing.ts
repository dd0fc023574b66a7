import type { Moment } from "../../base/day.ts";
import type { Messages } from "../../locale/messages.ts";
import type { Size } from "../../pages/layout.ts";
import type { Highlight } from "../../pages/markdown/highlight.ts";
import type { SignSet } from "../../pages/trace/trace-signs.ts";

/** What the screens are drawn with, besides what they show. */
export interface FixStyle {
  readonly highlight: Highlight | null;
  readonly signs: SignSet;
  readonly moment: Moment;
}

/** What an attempt is drawn with. */
export interface Drawing {
  readonly style: FixStyle;
  readonly size: Size;
  readonly words: Messages;
}
