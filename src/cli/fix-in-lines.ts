import { Failure } from "../base/failure.ts";
import type { JudgedJob } from "../sandbox/exercise-runner.ts";
import type { Rating } from "../schedule/memory.ts";
import type { ChosenExercise } from "./begun-attempt.ts";
import { momentOf, type Context } from "./context.ts";
import type { Lines } from "./lines.ts";
import { openExercise } from "./open-exercise.ts";
import type { PlainExercise } from "./plain-exercise.ts";
import { PlainFixPrinter } from "./plain-fix-printer.ts";
import { PlainFixTalk } from "./plain-fix-talk.ts";
import { plainSpeech } from "./plain-speech.ts";
import { rememberLanguage } from "./remember-language.ts";

/** What a talk about a job has come to. */
export interface PlainFixEnd {
  /** `left`: the learner said so; `input-ended`: there were no more lines. */
  readonly how: "recorded" | "left" | "input-ended" | "interrupted";
  /** The learner's file, an absolute path. */
  readonly file: string;
  /** The newest verdict; `null`: the file was gone all the time, or there was no time for one. */
  readonly judged: JudgedJob | null;
  /** The event that the rating has become; `null` if there is none. */
  readonly recorded: { readonly event: string; readonly rating: Rating } | null;
}

/** Returns the newest verdict of a talk that nobody has interrupted. Throws the Failure `file-read` if there is none. */
export function judgedIn({ judged, file }: PlainFixEnd): JudgedJob {
  if (judged === null) throw new Failure({ code: "file-read", data: { file, reason: "ENOENT" } });
  return judged;
}

/** Has a job mended line by line, until it is on record or left. Its programs may run. Rejects with a Failure. */
export async function fixInLines(
  context: Context,
  chosen: ChosenExercise,
  lines: Lines,
): Promise<PlainFixEnd> {
  let spoken = context.lang;
  const open = openExercise(context, chosen, () => spoken);
  // What runs then is nobody's concern any more.
  lines.signal.addEventListener("abort", open.close, { once: true });
  try {
    const printer = new PlainFixPrinter(spoken, open, plainSpeech(context, lines.signal));
    const world = { open, printer, lines, now: () => momentOf(context) };
    const talk = new PlainFixTalk(world, (lang) => {
      spoken = lang;
      rememberLanguage(context, lang);
    });
    await talk.begin();
    const heard = await hearAll(talk, printer, lines);
    await talk.leave();
    return endOf(talk, lines.signal.aborted ? "interrupted" : heard, open);
  } finally {
    lines.signal.removeEventListener("abort", open.close);
    open.close();
  }
}

async function hearAll(
  talk: PlainFixTalk,
  printer: PlainFixPrinter,
  lines: Lines,
): Promise<"left" | "input-ended"> {
  for (;;) {
    printer.ask();
    const line = await lines.next();
    if (line === null) return "input-ended";
    if ((await talk.hear(line)) === "over") return "left";
  }
}

function endOf(
  { practice, performer }: PlainFixTalk,
  how: Exclude<PlainFixEnd["how"], "recorded">,
  { file }: PlainExercise,
): PlainFixEnd {
  const { judged, event } = performer;
  const { stage } = practice;
  if (event !== null && stage.type === "over")
    return { how: "recorded", file, judged, recorded: { event, rating: stage.rating } };
  return { how, file, judged, recorded: null };
}
