import type { JudgedJob } from "../sandbox/exercise-runner.ts";
import type { Rating } from "../schedule/memory.ts";
import { momentOf, type Context } from "./context.ts";
import type { Lines } from "./lines.ts";
import { openExercise, type ChosenExercise } from "./open-exercise.ts";
import { PlainFixPrinter } from "./plain-fix-printer.ts";
import { PlainFixTalk } from "./plain-fix-talk.ts";
import { plainSpeech } from "./plain-speech.ts";
import { rememberLanguage } from "./remember-language.ts";

/** What a talk about a job has come to. */
export interface PlainFixEnd {
  /** `left`: the learner said so; `input-ended`: there were no more lines. */
  readonly how: "recorded" | "left" | "input-ended";
  /** The newest verdict. */
  readonly judged: JudgedJob;
  /** The event that the rating has become; `null` if there is none. */
  readonly recorded: { readonly event: string; readonly rating: Rating } | null;
}

/** Has a job mended line by line, until it is on record or left. Its programs may run. Rejects with a Failure. */
export async function fixInLines(
  context: Context,
  chosen: ChosenExercise,
  lines: Lines,
): Promise<PlainFixEnd> {
  let spoken = context.lang;
  const open = openExercise(context, chosen, () => spoken);
  try {
    const printer = new PlainFixPrinter(spoken, open, plainSpeech(context));
    const world = { open, printer, lines, now: () => momentOf(context) };
    const talk = new PlainFixTalk(world, (lang) => {
      spoken = lang;
      rememberLanguage(context, lang);
    });
    await talk.begin();
    const how = await hearAll(talk, printer, lines);
    await talk.leave();
    return endOf(talk, how);
  } finally {
    open.close();
  }
}

async function hearAll(
  talk: PlainFixTalk,
  printer: PlainFixPrinter,
  lines: Lines,
): Promise<"over" | "input-ended"> {
  for (;;) {
    printer.ask();
    const line = await lines.next();
    if (line === null) return "input-ended";
    if ((await talk.hear(line)) === "over") return "over";
  }
}

function endOf({ practice, performer }: PlainFixTalk, how: "over" | "input-ended"): PlainFixEnd {
  const { judged, event } = performer;
  const { stage } = practice;
  if (event !== null && stage.type === "over")
    return { how: "recorded", judged, recorded: { event, rating: stage.rating } };
  return { how: how === "over" ? "left" : how, judged, recorded: null };
}
