import type { ListItem, Paragraph, RootContent } from "mdast";

import type { NoteKind } from "../marks/traits.ts";
import type { Document } from "../source/document.ts";

/** How a file is written, taken as a whole. */
export interface Habits {
  /** `shown` = the file is its own table of contents, so that its numbers mean something. */
  readonly numbers: "shown" | "hidden";
  /** The ways of setting a question apart that occur again and again in it: styles of numbers, `bold`, `item`. */
  readonly prompts: ReadonlySet<string>;
  /** Those of them that are styles of numbers which rise through the whole file: what has such a number is asked, whatever it says. */
  readonly rising: ReadonlySet<string>;
  /** `open` = the answers of its numbered questions go on below the lists that these stand in. */
  readonly items: "closed" | "open";
  /** The items of lists that are questions by their numbers. */
  readonly questions: ReadonlySet<ListItem>;
  /** The lines in bold type that stand above questions as headings do. */
  readonly chapters: ReadonlySet<RootContent>;
  /** The lines in bold type that head what stands between two rules. */
  readonly leads: ReadonlySet<RootContent>;
  /** `asked` = what stands in a line of its own in bold type is asked, even if it only names a topic. */
  readonly topics: "asked" | "told";
  /** The paragraphs that may begin with a question which nothing else sets apart. */
  readonly paragraphs: ReadonlySet<Paragraph>;
  /** `questions` = its bullets are for questions, the answers stand inside them. */
  readonly bullets: "questions" | "points";
  /** `questions` = most of what it unfolds answers a question. */
  readonly folds: "questions" | "texts";
  /** `questions` = its quotes are questions, each answered by what follows. */
  readonly quotes: "questions" | "texts";
  /** `questions` = a section of it that is a list of lines is a list of questions. */
  readonly lists: "questions" | "points";
  /** What its headings say, without their numbers: a line that repeats one is an entry of a table of contents. */
  readonly headings: ReadonlySet<string>;
  /** Headings that stand in one topic after the other: each says nothing without the topic above it. */
  readonly aspects: ReadonlySet<string>;
}

/** What has to be known of the file, and of the headings above, to judge a few blocks. */
export interface Context {
  readonly document: Document;
  readonly habits: Habits;
  /** The kind that the front matter gives to all notes; `null` if it gives none. */
  readonly kind: NoteKind | null;
  /** The headings above, outermost first. */
  readonly trail: readonly string[];
}
