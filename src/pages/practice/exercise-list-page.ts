import type { Lang } from "../../base/lang.ts";
import type { Exercise } from "../../card/exercise.ts";
import type { Messages } from "../../locale/messages.ts";
import { progressBar } from "../bar.ts";
import { inputRows, type LineInput } from "../input-rows.ts";
import { keyHintRow } from "../key-hints.ts";
import { columnWidth, type Page, type Size } from "../layout.ts";
import { clipRow, EMPTY_ROW, padRow, row, span, spreadRow, type Row } from "../row.ts";
import { signs } from "../signs.ts";

/** An exercise in the list, and how it stands. */
export interface ListedExercise {
  readonly exercise: Exercise;
  /** Whether an attempt is under way: the first one, or one more. */
  readonly attempt: "none" | "begun";
  readonly standing: "new" | "due" | "done";
  /** When it comes back, in words; `""` = it isn't scheduled. */
  readonly due: string;
}

/** The list as it is on the screen. */
export interface ExerciseList {
  /** What fits the filter. */
  readonly shown: readonly ListedExercise[];
  /** All that there are, and how many of them were done at least once. */
  readonly total: number;
  readonly done: number;
  /** Which of them is selected, counted from 0. */
  readonly selected: number;
  /** What is searched for; `null` = nothing is being written. */
  readonly search: LineInput | null;
  readonly lang: Lang;
  readonly notice: readonly Row[];
}

/** Returns the list of the exercises. */
export function exerciseListPage(list: ExerciseList, size: Size, words: Messages): Page {
  const width = columnWidth(size);
  const { practice } = words;
  const counted: Row = [
    span(`${list.done} / ${list.total} `, "quiet"),
    ...progressBar(list.done, list.total, 9),
  ];
  return {
    head: [EMPTY_ROW, spreadRow(row(practice.exercises, "accent", "bold"), counted, width), EMPTY_ROW],
    body:
      list.shown.length === 0
        ? [row(list.total === 0 ? practice.noExercises : practice.noMatch, "quiet")]
        : list.shown.map((each, index) =>
            listedRow(each, index === list.selected ? SELECTED : UNSELECTED, list.lang, { width, words }),
          ),
    foot: [EMPTY_ROW, ...list.notice, ...footRows(list, size, words)],
  };
}

/** What tells the selected exercise from the others. */
const SELECTED = { mark: "❯ ", id: "accent", title: ["bold"] } as const;
const UNSELECTED = { mark: "  ", id: "quiet", title: [] } as const;

const SIGNS = { new: " ", begun: "▸", due: "!", done: "✓" } as const;
const TONES = { new: "quiet", begun: "accent", due: "warning", done: "good" } as const;

function listedRow(
  { exercise, attempt, standing, due }: ListedExercise,
  look: typeof SELECTED | typeof UNSELECTED,
  lang: Lang,
  { width, words }: { readonly width: number; readonly words: Messages },
): Row {
  const { begun, ...others } = words.practice.standing;
  const known = standing === "new" ? [] : [others[standing], due];
  const told = attempt === "begun" ? [begun, ...known] : [others[standing], due];
  const sign = attempt === "begun" ? "begun" : standing;
  const state = told.filter((part) => part !== "").join(signs(" · "));
  const left: Row = [
    span(signs(look.mark), "accent"),
    span(`${signs(SIGNS[sign])} `, TONES[sign]),
    ...padRow(row(exercise.id, look.id), 8),
    ...padRow(
      row(signs("●").repeat(exercise.difficulty) + signs("○").repeat(5 - exercise.difficulty), "quiet"),
      7,
    ),
    span(exercise.title[lang], "plain", ...look.title),
  ];
  return clipRow(spreadRow(left, row(state, TONES[sign]), width), width);
}

function footRows(list: ExerciseList, size: Size, words: Messages): readonly Row[] {
  if (list.search !== null) {
    const keys = [
      { key: "Enter", does: words.practice.choose },
      { key: "Esc", does: words.keys.cancel },
    ];
    return [...inputRows(list.search, "/", columnWidth(size)), keyHintRow(keys, size)];
  }
  const keys = [
    { key: "Enter", does: words.practice.begin },
    { key: "/", does: words.practice.search },
    { key: "f", does: words.practice.filter },
    { key: "?", does: words.keys.help },
    { key: "q", does: words.keys.quit },
  ];
  return [keyHintRow(keys, size)];
}
