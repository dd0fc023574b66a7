import { LANGS, type Lang } from "../../base/lang.ts";
import type { Problem } from "../../base/problem.ts";
import type { ExerciseText } from "../../card/exercise.ts";
import { changedLines } from "./changed-lines.ts";
import { type ExerciseOnDisk, placeIn } from "./file-place.ts";

const LEAST_HINTS = 3;
const MOST_LINES = 25;
const LEAST_MUTANTS = 2;
const OPTIONS = 4;
/** Two reviews in a row never need the same kind of fix. */
const LEAST_KINDS = 2;

const HEADINGS = { hints: /^## (?:Hints|提示)/u, rootCause: /^## (?:Root cause|根因)/u } as const;

/** What exercises point at. */
export interface Surroundings {
  /** The uids of the notes of all decks. */
  readonly cards: ReadonlySet<string>;
  readonly chapters: ReadonlySet<string>;
}

/** Returns what is wrong with an exercise that can be seen without running it. */
export function judgeTexts(disk: ExerciseOnDisk, around: Surroundings): readonly Problem[] {
  return [
    ...LANGS.flatMap((lang) => judgeText(disk, lang)),
    ...judgeDiff(disk),
    ...judgeLinks(disk, around),
    ...judgeFiles(disk),
  ];
}

function judgeText(disk: ExerciseOnDisk, lang: Lang): readonly Problem[] {
  const path = `exercise.${lang}.md`;
  const text = disk.exercise.texts[lang];
  if (text === undefined)
    return [{ code: "exercise-text-missing", place: placeIn(disk, path), data: { lang } }];
  return [...judgeHints(disk, path, text), ...judgeCause(disk, path, text)];
}

function judgeHints(disk: ExerciseOnDisk, path: string, { hints }: ExerciseText): readonly Problem[] {
  const place = placeIn(disk, path, HEADINGS.hints);
  const told = hints.slice(0, -1).flatMap((hint, index): readonly Problem[] => {
    const token = solutionTokens(disk).find((each) => wordsOf(hint).has(each));
    return token === undefined
      ? []
      : [{ code: "exercise-hint-tells", place, data: { rung: index + 1, token } }];
  });
  if (hints.length >= LEAST_HINTS) return told;
  return [{ code: "exercise-hints-few", place, data: { count: hints.length, least: LEAST_HINTS } }, ...told];
}

function judgeCause(disk: ExerciseOnDisk, path: string, { rootCause }: ExerciseText): readonly Problem[] {
  const options = rootCause.options.length;
  const right = rootCause.options.filter(({ standing }) => standing === "right").length;
  if (options === OPTIONS && right === 1) return [];
  return [
    {
      code: "exercise-cause-options",
      place: placeIn(disk, path, HEADINGS.rootCause),
      data: { options, right },
    },
  ];
}

/** The identifiers that the solution has and the broken job hasn't: what a hint may not tell before the last. */
function solutionTokens({ exercise }: ExerciseOnDisk): readonly string[] {
  const known = wordsOf(withoutComments(exercise.job.text));
  const solved = wordsOf(withoutComments(exercise.solutions[0]?.text ?? ""));
  // Plain words are no secrets, and a hint needs some of them.
  return [...solved].filter((word) => !known.has(word) && /[a-z][A-Z]|^[A-Z]\w*[a-z]/u.test(word));
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, "");
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[A-Za-z_]\w+/gu) ?? []);
}

function judgeDiff(disk: ExerciseOnDisk): readonly Problem[] {
  const { job, solutions } = disk.exercise;
  const lines = changedLines(job.text, solutions[0]?.text ?? "");
  if (lines <= MOST_LINES) return [];
  return [
    { code: "exercise-diff-large", place: placeIn(disk, "solution.ts"), data: { lines, most: MOST_LINES } },
  ];
}

function judgeLinks(disk: ExerciseOnDisk, { cards, chapters }: Surroundings): readonly Problem[] {
  const { exercise } = disk;
  const path = "exercise.en.md";
  const unknown = exercise.cards.filter((card) => !cards.has(card));
  return [
    ...unknown.map(
      (card): Problem => ({
        code: "exercise-card-unknown",
        place: placeIn(disk, path, /^cards:/u),
        data: { card },
      }),
    ),
    ...(chapters.has(exercise.chapter)
      ? []
      : [
          {
            code: "exercise-chapter-unknown",
            place: placeIn(disk, path, /^chapter:/u),
            data: { chapter: exercise.chapter },
          } as const,
        ]),
  ];
}

const PARTS =
  /^(?:exercise\.(?:zh|en)\.md|job\.ts|scene\.ts|check\.ts|solution(?:\.alt-[a-z0-9-]+)?\.ts|mutants\/[a-z0-9-]+\.ts)$/u;

function judgeFiles(disk: ExerciseOnDisk): readonly Problem[] {
  const { exercise, files } = disk;
  const stray = files.filter(({ path }) => !PARTS.test(path));
  const problems = stray.map(
    ({ path }): Problem => ({ code: "exercise-file-stray", place: placeIn(disk, path), data: { path } }),
  );
  const name = exercise.folder.split("/").at(-1) ?? "";
  if (!name.startsWith(`${exercise.id}-`))
    problems.push({
      code: "exercise-folder-name",
      place: placeIn(disk, "exercise.en.md", /^id:/u),
      data: { id: exercise.id },
    });
  const count = exercise.mutants.length;
  if (count < LEAST_MUTANTS)
    problems.push({
      code: "exercise-mutants-few",
      place: placeIn(disk, "job.ts"),
      data: { count, least: LEAST_MUTANTS },
    });
  const kinds = new Set([exercise.fixKind, ...exercise.mutants.flatMap(({ variant }) => variant ?? [])]);
  if (kinds.size < LEAST_KINDS)
    problems.push({
      code: "exercise-kinds-few",
      place: placeIn(disk, "job.ts"),
      data: { kind: exercise.fixKind },
    });
  return problems;
}
