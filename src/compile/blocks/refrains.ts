import { isAsked } from "./aspects-below.ts";
import type { Heading } from "./block.ts";

/** One in so many may stand below a topic. */
const TOPIC_EVERY = 4;

/** An asking heading without a number, and the one in whose section it stands. */
interface Asked {
  readonly text: string;
  readonly above: Heading | undefined;
}

/**
 * Makes topics of asking headings that occur again and again, each time below another question: `#### How to bring it up`
 * is a part of its answer. Below topics the same question may be asked of each. `repeated` = what headings say often.
 */
export function withRefrainsTold(
  headings: readonly Heading[],
  repeated: ReadonlySet<string>,
): readonly Heading[] {
  const asked = askedIn(headings).filter(({ text }) => repeated.has(text));
  const all = Map.groupBy(asked, ({ text }) => text);
  const refrains = new Set([...all].flatMap(([text, each]) => (standBelowQuestions(each) ? [text] : [])));
  if (refrains.size === 0) return headings;
  return headings.map((heading) =>
    refrains.has(textOf(heading) ?? "")
      ? { ...heading, line: { ...heading.line, manner: "tells" } }
      : heading,
  );
}

function askedIn(headings: readonly Heading[]): readonly Asked[] {
  const open: Heading[] = [];
  return headings.flatMap((heading) => {
    while ((open.at(-1)?.rank ?? 0) >= heading.rank) open.pop();
    const above = open.at(-1);
    open.push(heading);
    const text = textOf(heading);
    return text === null ? [] : [{ text, above }];
  });
}

/** Returns what an asking heading without a number says; `null` for any other. */
function textOf({ line }: Heading): string | null {
  return line.manner === "asks" && line.numbering === null ? line.text : null;
}

/** Tells whether headings stand below questions often enough, each below another. */
function standBelowQuestions(asked: readonly Asked[]): boolean {
  const above = asked.map((each) => each.above);
  if (asked.length < 2 || new Set(above).size < asked.length) return false;
  const topics = above.filter((heading) => heading === undefined || !isAsked(heading)).length;
  return topics * TOPIC_EVERY <= asked.length;
}
