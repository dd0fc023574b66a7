import type { AnkiWords } from "./anki-words.ts";

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function counted(file: string, notes: number, cards: number, reviews: number): string {
  return `${file}: ${plural(notes, "note")}, ${plural(cards, "card")}, ${plural(reviews, "review")}`;
}

/** A note there with several card types is several notes here. */
function notesAs(notes: number, own: number): string {
  return plural(notes, "note") + (own === notes ? "" : ` (${own} here, one for each card type)`);
}

/** What there is to say about Anki, in English. */
export const englishAnki: AnkiWords = {
  command: {
    export: {
      summary: "write cards to a file: for Anki, for a spreadsheet, for programs",
      usage: "anki|text|csv|json",
      more: [
        "anki writes an .apkg with everything that you have here: text, decks, tags, memory and history. Export again whenever you like: Anki updates what has changed here and leaves your own edits and its scheduling alone.",
        "Cards carry both languages; --front says which of them asks. text is for reading and for Anki's text import, once an .apkg has brought the note types; csv for spreadsheets, json for programs.",
      ],
      examples: [
        "sluice export anki -o sluice.apkg",
        "sluice export anki --chapter 6 --front both --open",
        "sluice export csv -o cards.csv --level senior",
      ],
    },
    import: {
      summary: "take over reviews and notes from an Anki package",
      usage: "anki FILE",
      more: [
        "FILE is an .apkg or a .colpkg. Reviews of cards that came from here join your history, each once. Notes that didn't come from here become Markdown notes of your own, with their history. Nothing is taken twice, and a backup is made first.",
      ],
      examples: [
        "sluice import anki collection.colpkg --dry-run",
        "sluice import anki collection.colpkg --weights",
      ],
    },
  },
  option: {
    output: "the file to write; - is the output, but not for anki",
    front: "the language that asks (default: that of the interface)",
    format: "latest: the layout of Anki's own exports",
    chapter: "only this chapter; may be repeated",
    tag: "only this tag; may be repeated",
    level: "only this level (junior, middle, senior, staff); may be repeated",
    "no-history": "without your answers: every card is new, as for somebody else",
    "dry-run": "only say what would happen",
    open: "open the file: an .apkg with Anki",
    weights: "take over the FSRS weights too",
  },
  value: {
    output: "FILE",
    front: "zh|en|both",
    format: "legacy|latest",
    chapter: "CHAPTER",
    tag: "TAG",
    level: "LEVEL",
    "no-history": "",
    "dry-run": "",
    open: "",
    weights: "",
  },
  export: {
    progress: (done, total) => `writing notes ${done} / ${total}`,
    written: (file, notes, cards, reviews) => `Wrote ${counted(file, notes, cards, reviews)}.`,
    wouldWrite: (file, notes, cards, reviews) => `Would write ${counted(file, notes, cards, reviews)}.`,
    writtenNotes: (file, notes) => `Wrote ${file}: ${plural(notes, "note")}.`,
    wouldWriteNotes: (file, notes) => `Would write ${file}: ${plural(notes, "note")}.`,
    news: (added, changed, unchanged) =>
      `Since the last export: ${added} new, ${changed} changed, ${unchanged} unchanged.`,
    gone: (count) =>
      `${plural(count, "note")} exported before ${count === 1 ? "is" : "are"} no longer here; Anki keeps them.`,
    retyped: (count) =>
      `${plural(count, "note")} changed kind: Anki keeps the old text. Delete the note there and import again to get the new one.`,
    emptied: (count) =>
      `${plural(count, "note")} lost cards: in Anki, Tools > Empty Cards removes what is left of them.`,
    advice: [
      "In Anki's import dialog:",
      "  Import any learning progress: on. History travels only when a card is imported for the first time.",
      "  Import any deck presets: on for the first import.",
      "  Update notes: if newer.",
      "Before you study there: Deck Options > FSRS must be on, else the first answer to a card drops its memory.",
    ],
    notOpened: (file) => `No program opened ${file}: open it by hand, an .apkg in Anki by File > Import.`,
  },
  import: {
    progress: (done, total) => `taking over ${done} / ${total}`,
    found: (file, notes, cards, reviews) => `In ${counted(file, notes, cards, reviews)}.`,
    news: (reviews, notes, own) => `Took over ${plural(reviews, "review")} and ${notesAs(notes, own)}.`,
    wouldBring: (reviews, notes, own) =>
      `Would take over ${plural(reviews, "review")} and ${notesAs(notes, own)}.`,
    leftOut: "Not taken over:",
    knownNotes: (count) => `${plural(count, "note")} that ${count === 1 ? "is" : "are"} here already`,
    leftBehind: {
      known: (count) => `${plural(count, "review")} that ${count === 1 ? "is" : "are"} here already`,
      practised: (count) => `${plural(count, "answer")} in filtered decks that changed nothing`,
      rescheduled: (count) => `${plural(count, "review")} in name only: a day set by hand or by FSRS`,
      reset: (count) => `${plural(count, "review")} in name only: a card made new again`,
      future: (count) => `${plural(count, "answer")} from the future`,
      "no-answers": (count) => `${plural(count, "card")} with a state but without answers`,
      "no-words": (count) => `${plural(count, "card")} without a question or an answer in words`,
      "of-no-words": (count) => `${plural(count, "review")} of such cards`,
    },
    backup: (folder) => `Backup: ${folder}`,
    notesIn: (folder) => `New notes: ${folder}`,
    weightsTaken: "Took over the FSRS weights (sluice config get weights).",
    weightsThere: "The package has FSRS weights; --weights takes them over.",
    noWeights: "The package has no FSRS-6 weights.",
  },
  failure: {
    fileRead: (file, reason) => [`${file} can't be read (${reason}).`, "Check the path and its permissions."],
    fileWrite: (file, reason) => [
      `${file} can't be written (${reason}).`,
      "Check the path, its permissions and the free space; what was there is untouched.",
    ],
    refused: (file, refusal) => {
      switch (refusal) {
        case "no-package":
          return [`${file} is no Anki package.`, "In Anki: File > Export, as .apkg or .colpkg."];
        case "damaged":
          return [`${file} is damaged; nothing was taken over.`, "Export it from Anki once more."];
        case "too-large":
          return [
            `${file} is too large to be a collection; nothing was taken over.`,
            "Export single decks from Anki instead.",
          ];
        case "too-new":
          return [
            `${file} is of a newer Anki than sluice knows.`,
            "Export it with “Support older Anki versions” on.",
          ];
        case "stub-only":
          return [
            `${file} holds only the note that says “update Anki”.`,
            "Export it from Anki once more, with “Support older Anki versions” on.",
          ];
      }
    },
    nothingSelected: [
      "No card fits that selection.",
      "sluice cards lists all cards with chapter, level and tags.",
    ],
  },
};
