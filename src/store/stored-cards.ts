import type { Day } from "../base/day.ts";
import { instantOf } from "../base/day.ts";
import type { CardId } from "../card/card.ts";
import type { CardProgress } from "../history/progress.ts";
import type { Memory, Phase } from "../schedule/memory.ts";

/** What has become of cards, in columns of numbers: thousands are read at every start, and most are alike. Plain JSON. */
export interface StoredCards {
  readonly ids: readonly CardId[];
  /** The logical days that the columns number. */
  readonly days: readonly Day[];
  readonly columns: Readonly<Record<Column, readonly number[]>>;
  /** The cards that the columns can't say everything of. */
  readonly others: Readonly<Record<CardId, CardProgress>>;
}

type Column =
  | "stability"
  | "difficulty"
  | "phase"
  | "step"
  | "dueDay"
  | "dueAt"
  | "at"
  | "day"
  | "tz"
  | "reps"
  | "lapses"
  | "introduced";

const PHASES: readonly Phase[] = ["learning", "review", "relearning"];

/** What stands in a column where there is nothing to say. */
const NONE = -1;

/** How many fields a card has that has been answered and nothing else, and what belongs to it. */
const PLAIN_FIELDS = { card: 5, memory: 8, last: 3 };

/** Returns cards as they are stored. */
export function storedCards(cards: Readonly<Record<CardId, CardProgress>>): StoredCards {
  const days = new Map<Day, number>();
  const numberOf = (day: Day): number => {
    const number = days.get(day) ?? days.size;
    days.set(day, number);
    return number;
  };
  const ids = Object.keys(cards) as CardId[];
  const rows = ids.map((id) => rowOf(cards[id], numberOf));
  const column = (name: Column): readonly number[] => rows.map((row) => row[name]);
  return {
    ids,
    columns: {
      stability: column("stability"),
      difficulty: column("difficulty"),
      phase: column("phase"),
      step: column("step"),
      dueDay: column("dueDay"),
      dueAt: column("dueAt"),
      at: column("at"),
      day: column("day"),
      tz: column("tz"),
      reps: column("reps"),
      lapses: column("lapses"),
      introduced: column("introduced"),
    },
    days: [...days.keys()],
    others: Object.fromEntries(Object.entries<CardProgress>(cards).filter((_, at) => rows[at] === NO_ROW)),
  };
}

/** Returns stored cards as they were. */
export function cardsStored(stored: StoredCards): Record<CardId, CardProgress> {
  // Without a prototype any id will do, and thousands of them are no burden.
  const cards: Record<CardId, CardProgress> = Object.create(null);
  const { ids, days, columns, others } = stored;
  const dueDays = days.map((day): Memory["due"] => ({ kind: "day", day }));
  for (let row = 0; row < ids.length; row += 1) {
    const id = ids[row] as CardId;
    const memory = memoryAt(row, stored, dueDays);
    const introduced = days[numberAt(row, columns.introduced)] ?? null;
    const other = memory === null ? others[id] : undefined;
    cards[id] = other ?? { memory, introduced, standing: "active", buriedOn: null, flag: null };
  }
  return cards;
}

function memoryAt(
  row: number,
  { days, columns }: StoredCards,
  dueDays: readonly Memory["due"][],
): Memory | null {
  const phase = PHASES[numberAt(row, columns.phase)];
  const day = days[numberAt(row, columns.day)];
  if (phase === undefined || day === undefined) return null;
  return {
    stability: numberAt(row, columns.stability),
    difficulty: numberAt(row, columns.difficulty),
    phase,
    step: numberAt(row, columns.step),
    due: dueDays[numberAt(row, columns.dueDay)] ?? {
      kind: "instant",
      at: instantOf(numberAt(row, columns.dueAt)),
    },
    last: { at: instantOf(numberAt(row, columns.at)), day, tz: numberAt(row, columns.tz) },
    reps: numberAt(row, columns.reps),
    lapses: numberAt(row, columns.lapses),
  };
}

function numberAt(row: number, column: readonly number[]): number {
  return column[row] ?? NONE;
}

type Row = Readonly<Record<Column, number>>;

/** A card that has been answered and nothing else. */
type PlainCard = CardProgress & { readonly memory: Memory; readonly introduced: Day };

const NO_ROW: Row = {
  stability: NONE,
  difficulty: NONE,
  phase: NONE,
  step: NONE,
  dueDay: NONE,
  dueAt: NONE,
  at: NONE,
  day: NONE,
  tz: NONE,
  reps: NONE,
  lapses: NONE,
  introduced: NONE,
};

function isPlain(card: CardProgress): card is PlainCard {
  const { memory, introduced, standing, buriedOn, flag } = card;
  const isOnlyAnswered = standing === "active" && buriedOn === null && flag === null && introduced !== null;
  return isOnlyAnswered && memory !== null && hasOnlyKnownFields(card, memory);
}

/** Tells whether nothing is said of a card that the columns don't know: what is recorded grows from release to release. */
function hasOnlyKnownFields(card: CardProgress, memory: Memory): boolean {
  return (
    Object.keys(card).length === PLAIN_FIELDS.card &&
    Object.keys(memory).length === PLAIN_FIELDS.memory &&
    Object.keys(memory.last).length === PLAIN_FIELDS.last
  );
}

function rowOf(card: CardProgress | undefined, numberOf: (day: Day) => number): Row {
  if (card === undefined || !isPlain(card)) return NO_ROW;
  const { memory, introduced } = card;
  const { stability, difficulty, phase, step, due, last, reps, lapses } = memory;
  return {
    stability,
    difficulty,
    phase: PHASES.indexOf(phase),
    step,
    dueDay: due.kind === "day" ? numberOf(due.day) : NONE,
    dueAt: due.kind === "instant" ? due.at : NONE,
    at: last.at,
    day: numberOf(last.day),
    tz: last.tz,
    reps,
    lapses,
    introduced: numberOf(introduced),
  };
}
