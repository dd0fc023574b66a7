import type { FailureData, FailureFacts, UsageFault } from "../base/failure.ts";
import { unreachable } from "../base/never.ts";
import { englishAnki } from "./en-anki.ts";
import { englishFix } from "./en-fix.ts";
import type { FailureWords } from "./messages.ts";

/** Returns a failure in English: what happened, and the next step. */
export function englishFailure(facts: FailureFacts): FailureWords {
  switch (facts.code) {
    case "usage":
      return usageWords(facts.data);
    case "config-key":
      return words(
        `There is no setting “${facts.data.key}”.`,
        `The settings are: ${facts.data.allowed.join(", ")}.`,
      );
    case "config-value":
      return words(
        `“${facts.data.value}” can't be the value of ${facts.data.key}${facts.data.file === null ? "" : ` in ${facts.data.file}`}.`,
        `It takes: ${facts.data.allowed.join(", ")}.`,
      );
    case "config-broken":
      return words(
        `The settings in ${facts.data.file} can't be understood: ${facts.data.reason}.`,
        "Mend or delete that file.",
      );
    case "locked":
      return words(
        `Another sluice is open (process ${facts.data.pid} on ${facts.data.host}).`,
        `Close it first; if there is none, delete ${facts.data.file}.`,
      );
    case "relink-refused":
      return relinkWords(facts.data);
    default:
      return worldWords(facts);
  }
}

type WorldFacts = Exclude<
  FailureFacts,
  { readonly code: "usage" | "config-key" | "config-value" | "config-broken" | "locked" | "relink-refused" }
>;

function worldWords(facts: WorldFacts): FailureWords {
  switch (facts.code) {
    case "data-folder":
      return words(
        `The folder for your data, ${facts.data.folder}, can't be used: ${facts.data.reason}.`,
        "Choose another one with --data DIR, or mend its rights.",
      );
    case "journal-write":
      return words(
        `Your answer couldn't be written to ${facts.data.file}: ${facts.data.reason}.`,
        "Everything answered before is safe. Make room on the disk, then grade again.",
      );
    case "config-read":
      return words(
        `The settings in ${facts.data.file} can't be read: ${facts.data.reason}.`,
        "Mend its rights, or choose another place with --data DIR.",
      );
    case "stopped":
      return words("Stopped.", "What has been read by now is kept: the next start goes on from there.");
    case "output-write":
      return words(`The output couldn't be written: ${facts.data.reason}.`, "Make room, or write elsewhere.");
    case "config-write":
      return words(
        `The settings couldn't be written to ${facts.data.file}: ${facts.data.reason}.`,
        "Check its rights, or choose another place with --data DIR.",
      );
    case "file-read":
      return words(...englishAnki.failure.fileRead(facts.data.file, facts.data.reason));
    case "file-write":
      return words(...englishAnki.failure.fileWrite(facts.data.file, facts.data.reason));
    case "package-refused":
      return words(...englishAnki.failure.refused(facts.data.file, facts.data.fault));
    case "nothing-selected":
      return words(...englishAnki.failure.nothingSelected);
    case "journal-read":
      return words(
        `The journal ${facts.data.file} can't be read: ${facts.data.reason}.`,
        "Check its rights; nothing was changed.",
      );
    case "deck-missing":
      return words(
        `There is no deck at ${facts.data.path}.`,
        "Name a folder or a Markdown file: --deck PATH.",
      );
    case "exercise-unknown":
      return words(
        `There is no exercise “${facts.data.id}”.`,
        facts.data.near === null ? "sluice fix --list lists them." : `Did you mean ${facts.data.near}?`,
      );
    case "exercise-untrusted":
      return words(`The programs in ${facts.data.deck} may not run yet.`, englishFix.trust.refused);
    case "add-refused":
      return facts.data.why === "no-card"
        ? words("These words make no card.", "It takes a question, in one line, and an answer.")
        : words(
            `Behind what ${facts.data.file} has, nothing is read as a card; it is unchanged.`,
            "Its front matter may keep its cards out, or a block of code is left open at its end.",
          );
    case "card-known":
      return words(
        `“${facts.data.prompt}” is there already, with the same words.`,
        `See ${facts.data.file}:${facts.data.line}.`,
      );
    case "not-encodable":
      return words(
        `${facts.data.file} is in ${facts.data.encoding}, which lacks a character of this card; it is unchanged.`,
        "Save the file as UTF-8 first.",
      );
    case "not-suspended":
      return words(
        facts.data.reason === "active"
          ? `${facts.data.card} isn't suspended.`
          : `The notes have no card ${facts.data.card}.`,
        "sluice cards --suspended lists those that are.",
      );
    case "editor-missing":
      return words(
        "No editor is set.",
        'Set one, such as: sluice config set editor "code -w"; or export EDITOR=vim.',
      );
    case "editor-failed":
      return words(
        facts.data.code === null
          ? `The editor “${facts.data.editor}” couldn't be found.`
          : `The editor “${facts.data.editor}” ended with code ${facts.data.code}.`,
        "sluice config set editor NAME chooses another one.",
      );
    case "node-too-old":
      return words(
        `sluice needs Node ${facts.data.needed} or newer and this is ${facts.data.found}.`,
        "Upgrade Node.",
      );
    case "nothing-to-undo":
      return words(
        "There is nothing to undo.",
        "Answers and other actions can be undone one by one, newest first.",
      );
    case "nothing-to-redo":
      return words(
        "There is nothing to redo.",
        "Only what was undone last, with nothing done since, can be done again.",
      );
    default:
      return unreachable(facts);
  }
}

function relinkWords({ from, to, reason }: FailureData["relink-refused"]): FailureWords {
  switch (reason) {
    case "no-past":
      return words(`${from} has no history.`, "sluice doctor lists the histories that have lost their card.");
    case "no-note":
      return words(`The notes have no card ${to}.`, "sluice cards lists those that they have.");
    case "still-there":
      return words(
        `${from} is still in the notes and keeps its history.`,
        "Only a card that the notes have lost can hand its history on.",
      );
    case "older-past":
      return words(`${to} has an older history of its own.`, "Both histories stay as they are.");
    default:
      return unreachable(reason);
  }
}

function usageWords(fault: UsageFault): FailureWords {
  switch (fault.fault) {
    case "command-unknown":
      return words(`There is no command “${fault.name}”.`, near(fault.near, "sluice "));
    case "option-unknown":
      return words(`There is no option “${fault.name}” here.`, near(fault.near, ""));
    case "option-value":
      return words(`“${fault.value}” can't be the value of ${fault.name}.`, `It takes: ${fault.expected}.`);
    case "option-needs-value":
      return words(`${fault.name} needs a value.`, "sluice --help says which.");
    case "argument-extra":
      return words(`“${fault.value}” is one word too many.`, "sluice --help lists what each command takes.");
    case "argument-missing":
      return words(`${fault.name} is missing.`, "sluice --help lists what each command takes.");
    default:
      return unreachable(fault);
  }
}

function near(name: string | null, before: string): string {
  return name === null ? "sluice --help lists what there is." : `Did you mean ${before}${name}?`;
}

function words(what: string, next: string): FailureWords {
  return { what, next };
}
