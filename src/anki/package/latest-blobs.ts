import type { DatedNoteType, NoteTypeField, Preset, Template } from "./collection.ts";
import type { ProtobufField } from "./protobuf-writer.ts";
import {
  bytesField,
  fractionField,
  fractionsField,
  integerField,
  message,
  messageField,
  presentInteger,
  textField,
  yesField,
} from "./protobuf-writer.ts";
import { FIELD_FONT, LATEX, PRESET_DEFAULTS } from "./settings.ts";

/** `Notetype.Config` (proto/anki/notetypes.proto). */
export function noteTypeBlob({ kind, css, templates }: DatedNoteType): Uint8Array {
  return message([
    integerField(1, kind === "cloze" ? 1 : 0),
    textField(3, css),
    textField(5, LATEX.before),
    textField(6, LATEX.after),
    ...templates.map((_, ord) => messageField(8, requirement(ord))),
  ]);
}

/** `Notetype.Config.CardRequirement`: a card needs any of the fields of which the first is one. */
function requirement(ord: number): readonly ProtobufField[] {
  const [any, firstField] = [1, 0];
  return [integerField(1, ord), integerField(2, any), bytesField(3, Uint8Array.of(firstField))];
}

/** `Notetype.Field.Config`. */
export function fieldBlob({ id }: NoteTypeField): Uint8Array {
  return message([
    textField(3, FIELD_FONT.name),
    integerField(4, FIELD_FONT.size),
    presentInteger(9, id),
    // It can't be deleted: without it no later import would fit.
    yesField(11),
  ]);
}

/** `Notetype.Template.Config`. */
export function templateBlob({ id, question, answer }: Template): Uint8Array {
  return message([textField(1, question), textField(2, answer), presentInteger(8, id)]);
}

/** `Deck.KindContainer` of a normal deck (proto/anki/decks.proto). */
export function deckBlob(preset: number): Uint8Array {
  return message([messageField(1, [integerField(1, preset)])]);
}

/** `DeckConfig.Config` (proto/anki/deck_config.proto). */
export function presetBlob(preset: Preset): Uint8Array {
  const usual = PRESET_DEFAULTS;
  return message([
    fractionsField(1, preset.learningSteps),
    fractionsField(2, preset.relearningSteps),
    fractionsField(6, preset.weights),
    integerField(9, preset.newPerDay),
    integerField(10, preset.reviewsPerDay),
    fractionField(11, usual.initialEase),
    fractionField(12, usual.easyMultiplier),
    fractionField(13, usual.hardMultiplier),
    fractionField(15, usual.intervalMultiplier),
    integerField(16, preset.maximumInterval),
    integerField(17, usual.minimumLapseInterval),
    integerField(18, usual.graduatingInterval),
    integerField(19, usual.easyInterval),
    integerField(21, usual.leechAction),
    integerField(22, usual.leechThreshold),
    integerField(24, usual.longestAnswer),
    yesField(27),
    yesField(28),
    yesField(29),
    fractionField(37, preset.retention),
    fractionField(40, usual.retention),
    // Sounds are waited for.
    yesField(44),
  ]);
}
