import type { ExportRequest } from "../anki/export/export-request.ts";
import { selectCards } from "../anki/export/selection.ts";
import type { CodePainter, CodeSpan } from "../anki/notes/code-html.ts";
import { createHighlight } from "../pages/markdown/highlight.ts";
import type { Span } from "../pages/row.ts";
import type { IdentifiedDeck } from "../store/identify-deck.ts";
import { pictureFiles } from "../store/picture-files.ts";
import type { StoredHistory } from "../store/stored-history.ts";
import { isGiven } from "./command.ts";
import { deckPaths, limitsOf, momentOf, type Context } from "./context.ts";
import { knownEvents } from "./known-events.ts";
import { progressLine } from "./progress-line.ts";
import { textsAtHand } from "./texts-at-hand.ts";
import { frontIn, selectionIn } from "./transfer-options.ts";
import { wantedParameters } from "./wanted-parameters.ts";

/** Returns everything that an export is made from. Throws the Failure `usage`. */
export async function exportRequest(
  context: Context,
  known: IdentifiedDeck,
  history: StoredHistory,
): Promise<ExportRequest> {
  const { terminal, words } = context;
  const [front, selection] = [frontIn(context), selectionIn(context)];
  return {
    deck: known.deck,
    textOf: textsAtHand(selectCards(known.deck.cards, selection), await known.openTexts()),
    selection,
    front,
    lang: front === "both" ? context.lang : front,
    history: isGiven(context, "no-history") ? "without" : "with",
    events: knownEvents(context, known, history),
    progress: known.progress,
    parameters: wantedParameters(context),
    limits: limitsOf(context),
    moment: momentOf(context),
    zone: context.clock.zone,
    paint: codePainter(),
    pictures: pictureFiles(deckPaths(context)),
    onProgress: progressLine(terminal, words.anki.export.progress),
  };
}

function codePainter(): CodePainter {
  const highlight = createHighlight();
  return (code, language) => {
    const rows = highlight(code, language);
    if (rows === null) return null;
    return rows.flatMap((row, index) => [...(index === 0 ? [] : [LINE_END]), ...row.map(spanOf)]);
  };
}

const LINE_END: CodeSpan = { text: "\n", tone: "" };

function spanOf({ text, tone }: Span): CodeSpan {
  return { text, tone: tone === "plain" ? "" : tone };
}
