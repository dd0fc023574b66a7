/** The id of the deck that every collection has. */
export const DEFAULT_DECK = 1;

/** The id of the preset that every collection has. */
export const DEFAULT_PRESET = 1;

/**
 * Returns the settings of a collection: Anki's own ones, with two that decide how reviews are read. Without `schedVer`
 * 2 ratings are taken for those of the old scheduler; without `creationOffset` days are those of the importing machine.
 * Days are counted as logical ones, so the hour at which they begin is always Anki's usual one, whatever ours is.
 */
export function collectionSettings(minutesWest: number): Readonly<Record<string, unknown>> {
  return {
    activeDecks: [DEFAULT_DECK],
    curDeck: DEFAULT_DECK,
    newSpread: 0,
    collapseTime: 1200,
    timeLim: 0,
    estTimes: true,
    dueCounts: true,
    curModel: null,
    nextPos: 1,
    sortType: "noteFld",
    sortBackwards: false,
    addToCur: true,
    dayLearnFirst: false,
    schedVer: 2,
    sched2021: true,
    creationOffset: minutesWest,
    rollover: 4,
  };
}

/** What Anki puts around LaTeX, as every note type of its own has it. */
export const LATEX = {
  before: [
    String.raw`\documentclass[12pt]{article}`,
    String.raw`\special{papersize=3in,5in}`,
    String.raw`\usepackage[utf8]{inputenc}`,
    String.raw`\usepackage{amssymb,amsmath}`,
    String.raw`\pagestyle{empty}`,
    String.raw`\setlength{\parindent}{0in}`,
    String.raw`\begin{document}`,
    "",
  ].join("\n"),
  after: String.raw`\end{document}`,
} as const;

/** How Anki's editor shows a field. */
export const FIELD_FONT = { name: "Arial", size: 20 } as const;

/** Anki's defaults for what our preset doesn't decide. */
export const PRESET_DEFAULTS = {
  initialEase: 2.5,
  easyMultiplier: 1.3,
  hardMultiplier: 1.2,
  intervalMultiplier: 1,
  graduatingInterval: 1,
  easyInterval: 4,
  minimumLapseInterval: 1,
  leechThreshold: 8,
  /** Tags a leech and doesn't suspend it. */
  leechAction: 1,
  /** Seconds. */
  longestAnswer: 60,
  retention: 0.9,
  learningSteps: [1, 10],
  relearningSteps: [10],
  newPerDay: 20,
  reviewsPerDay: 200,
  maximumInterval: 36_500,
} as const;
