import type { AnkiDeck, DatedNoteType, NoteTypeField, Preset, Template } from "./collection.ts";
import { UNSYNCED } from "./rows.ts";
import { DEFAULT_DECK, DEFAULT_PRESET, FIELD_FONT, LATEX, PRESET_DEFAULTS } from "./settings.ts";

type Json = Readonly<Record<string, unknown>>;

/** Returns the note types as schema 11 has them. */
export function noteTypesJson(noteTypes: readonly DatedNoteType[]): string {
  return byId(noteTypes.map((noteType) => [noteType.id, noteTypeJson(noteType)]));
}

/** Returns the decks as schema 11 has them, together with the one that every collection has. */
export function decksJson(decks: readonly AnkiDeck[], { id, modified }: Preset): string {
  const everywhere = deckJson({ id: DEFAULT_DECK, name: "Default" }, DEFAULT_PRESET, 0);
  return byId([
    [DEFAULT_DECK, everywhere],
    ...decks.map((deck) => [deck.id, deckJson(deck, id, modified)] as const),
  ]);
}

/** Returns the presets as schema 11 has them, together with the one that every collection has. */
export function presetsJson(preset: Preset): string {
  return byId([
    [DEFAULT_PRESET, presetJson(DEFAULT_PRESET_VALUES)],
    [preset.id, presetJson(preset)],
  ]);
}

/** What the preset says that every collection has. */
export const DEFAULT_PRESET_VALUES: Preset = {
  id: DEFAULT_PRESET,
  name: "Default",
  modified: 0,
  weights: [],
  retention: PRESET_DEFAULTS.retention,
  learningSteps: PRESET_DEFAULTS.learningSteps,
  relearningSteps: PRESET_DEFAULTS.relearningSteps,
  newPerDay: PRESET_DEFAULTS.newPerDay,
  reviewsPerDay: PRESET_DEFAULTS.reviewsPerDay,
  maximumInterval: PRESET_DEFAULTS.maximumInterval,
};

function byId(entries: readonly (readonly [id: number, json: Json])[]): string {
  return JSON.stringify(Object.fromEntries(entries));
}

function noteTypeJson({ id, name, kind, modified, fields, templates, css }: DatedNoteType): Json {
  return {
    id,
    name,
    type: kind === "cloze" ? 1 : 0,
    mod: modified,
    usn: UNSYNCED,
    sortf: 0,
    did: null,
    tmpls: templates.map(templateJson),
    flds: fields.map(fieldJson),
    css,
    latexPre: LATEX.before,
    latexPost: LATEX.after,
    latexsvg: false,
    // Which fields a card needs; Anki works it out again on import.
    req: templates.map((_, ord) => [ord, "any", [0]]),
  };
}

function fieldJson({ id, name }: NoteTypeField, ord: number): Json {
  return {
    name,
    ord,
    sticky: false,
    rtl: false,
    font: FIELD_FONT.name,
    size: FIELD_FONT.size,
    description: "",
    plainText: false,
    collapsed: false,
    excludeFromSearch: false,
    id,
    tag: null,
    preventDeletion: true,
  };
}

function templateJson({ id, name, question, answer }: Template, ord: number): Json {
  return {
    name,
    ord,
    qfmt: question,
    afmt: answer,
    bqfmt: "",
    bafmt: "",
    did: null,
    bfont: "",
    bsize: 0,
    id,
  };
}

function deckJson({ id, name }: AnkiDeck, preset: number, modified: number): Json {
  const untouched = [0, 0];
  return {
    id,
    mod: modified,
    name,
    usn: UNSYNCED,
    lrnToday: untouched,
    revToday: untouched,
    newToday: untouched,
    timeToday: untouched,
    collapsed: false,
    browserCollapsed: false,
    desc: "",
    dyn: 0,
    conf: preset,
    extendNew: 0,
    extendRev: 0,
  };
}

function presetJson(preset: Preset): Json {
  const { id, name, modified, weights, retention } = preset;
  return {
    id,
    mod: modified,
    name,
    usn: UNSYNCED,
    maxTaken: PRESET_DEFAULTS.longestAnswer,
    autoplay: true,
    timer: 0,
    replayq: true,
    new: newCardsJson(preset),
    rev: reviewsJson(preset),
    lapse: lapsesJson(preset),
    buryInterdayLearning: true,
    dyn: false,
    fsrsWeights: [],
    fsrsParams5: [],
    fsrsParams6: weights,
    desiredRetention: retention,
    sm2Retention: PRESET_DEFAULTS.retention,
  };
}

// `bury`: cards of one note rest for the day once one of them was answered, as they do here.

function newCardsJson({ learningSteps, newPerDay }: Preset): Json {
  const { initialEase, graduatingInterval, easyInterval } = PRESET_DEFAULTS;
  return {
    bury: true,
    delays: learningSteps,
    initialFactor: initialEase * 1000,
    ints: [graduatingInterval, easyInterval, 0],
    order: 1,
    perDay: newPerDay,
  };
}

function reviewsJson({ maximumInterval, reviewsPerDay }: Preset): Json {
  const { easyMultiplier, intervalMultiplier, hardMultiplier } = PRESET_DEFAULTS;
  return {
    bury: true,
    ease4: easyMultiplier,
    ivlFct: intervalMultiplier,
    maxIvl: maximumInterval,
    perDay: reviewsPerDay,
    hardFactor: hardMultiplier,
  };
}

function lapsesJson({ relearningSteps }: Preset): Json {
  const { leechAction, leechThreshold, minimumLapseInterval } = PRESET_DEFAULTS;
  return {
    delays: relearningSteps,
    leechAction,
    leechFails: leechThreshold,
    minInt: minimumLapseInterval,
    mult: 0,
  };
}
