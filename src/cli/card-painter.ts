import type { Lang } from "../base/lang.ts";
import { askedText } from "../card/asked-text.ts";
import type { Card, Face } from "../card/card.ts";
import type { NoteText } from "../card/note-text.ts";
import { messagesIn } from "../locale/choose.ts";
import { answerRows, questionRows, type CardSight, type CardStyle } from "../pages/card-rows.ts";
import { createHighlight } from "../pages/markdown/highlight.ts";
import { row, type Row } from "../pages/row.ts";
import { readNotesLines } from "../store/notes-lines.ts";
import { optionsOf, type Drawing, type Painter } from "../tui/painter.ts";
import type { Context } from "./context.ts";
import { infoFacts } from "./info-facts.ts";
import { PictureSender, showsPictures } from "./pictures.ts";
import { acceptedOf } from "./plain-want.ts";
import type { OpenSitting } from "./sitting.ts";
import { summaryFacts } from "./summary-facts.ts";

/** Returns who draws the cards of a sitting. */
export function createPainter(context: Context, { store, textOf }: OpenSitting): Painter {
  const highlight = createHighlight();
  const noteOf = (card: Card, lang: Lang): NoteText | null => {
    const face = card.faces[lang];
    const text = face === undefined ? null : textOf(face.text);
    return text === null ? null : askedText(text, card.sibling);
  };
  const { terminal } = context;
  const pictures = showsPictures(terminal.environment) ? new PictureSender(terminal.prompt) : null;
  const styleOf = ({ card, lang, width, wide, words }: Drawing): CardStyle => ({
    width,
    wide,
    highlight,
    words: messagesIn(words).review,
    ...(pictures === null ? {} : { pictures: pictures.beside(faceOf(card, lang).place.file) }),
  });
  // A note can vanish from disk while its card is in front; its question is still in the index.
  const draw = (drawing: Drawing, rows: (text: NoteText) => readonly Row[]): readonly Row[] => {
    const text = noteOf(drawing.card, drawing.lang);
    return text === null ? [row(faceOf(drawing.card, drawing.lang).prompt)] : rows(text);
  };
  return {
    question: (drawing) => draw(drawing, (text) => questionRows(text, sightOf(drawing), styleOf(drawing))),
    answer: (drawing) => draw(drawing, (text) => answerRows(text, drawing.picked, styleOf(drawing))),
    options: (card, lang) => optionsOf(noteOf(card, lang)),
    accepted: (card, lang) => acceptedOf(noteOf(card, lang)),
    info: (card, lang, moment) => infoFacts({ card, lang, moment }, store, context.words),
    source: (card, lang) => {
      const { file, line } = faceOf(card, lang).place;
      return { file, line, lines: readNotesLines(file) };
    },
    summary: (session) => summaryFacts(context, session),
  };
}

function sightOf({ card, side, picked }: Drawing): CardSight {
  return { sibling: card.sibling, side, picked };
}

function faceOf(card: Card, lang: Lang): Face {
  const face = card.faces[lang];
  if (face === undefined) throw new Error(`${card.id} has no face in ${lang}`);
  return face;
}
