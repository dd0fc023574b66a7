import type { LeftOutRule, Problem } from "../base/problem.ts";
import { englishExerciseProblem } from "./en-exercise-problem.ts";
import type { ProblemWords } from "./messages.ts";

const LEFT_OUT: Readonly<Record<LeftOutRule, string>> = {
  "links-only": "it holds nothing but links",
  contents: "it is a table of contents",
  "no-body": "nothing stands below it",
  "holds-cards": "the cards are in its sections",
  title: "it is the title of the file",
  dialogue: "it is a dialogue",
  label: "it is a label, not a question",
  unclear: "it may be a question, or a part of the text",
};

/** Returns a problem of the notes in English. */
export function englishProblem(problem: Problem): ProblemWords {
  switch (problem.code) {
    case "front-matter-broken":
      return words(
        "front matter that is a YAML mapping",
        `mend the lines between the --- marks: ${problem.data.reason}`,
      );
    case "front-matter-value":
    case "mark-value":
      return words(`${problem.data.key}=${allowed(problem.data.allowed)}`, `replace “${problem.data.value}”`);
    case "mark-key":
      return words(
        `one of the keys ${allowed(problem.data.allowed)}`,
        `rename or remove “${problem.data.key}”; the rest of the mark counts`,
      );
    case "mark-alone":
      return words("a card below the mark", "put the mark on the line before its question, or delete it");
    case "id-duplicate":
      return words(
        `an id that no other card has`,
        `rename “${problem.data.id}”; ${at(problem.data.first)} has it already`,
      );
    case "card-duplicate":
      return words(
        "each question once",
        `delete this “${problem.data.prompt}” or give it an id; it stands in ${at(problem.data.first)} already`,
      );
    case "languages-differ":
      return words(
        "both languages of the same kind, with as many hidden pieces or options",
        `make “${problem.data.id}” agree with ${at(problem.data.other)}`,
      );
    default:
      return contentWords(problem);
  }
}

type ContentProblem = Exclude<
  Problem,
  {
    readonly code:
      | "front-matter-broken"
      | "front-matter-value"
      | "mark-value"
      | "mark-key"
      | "mark-alone"
      | "id-duplicate"
      | "card-duplicate"
      | "languages-differ";
  }
>;

function contentWords(problem: ContentProblem): ProblemWords {
  switch (problem.code) {
    case "answer-missing":
      return words(
        `an answer to “${problem.data.prompt}”`,
        "write it below the question, or leave it for later",
      );
    case "choice-undecided":
      return words(
        `a right option and a wrong one, and not ${problem.data.right} right of ${problem.data.options}`,
        "mark the right options with [x] and the others with [ ]",
      );
    case "cloze-missing":
      return words("something hidden", "put ==...== or {{...}} around what is to be recalled");
    case "section-left-out":
      return words(
        `a card, but ${LEFT_OUT[problem.data.rule]}`,
        "if it should be one, put <!-- card: --> on the line before it",
      );
    case "file-unreadable":
      return words("a file that can be read", unreadableFix(problem.data.reason));
    case "file-too-large":
      return words(
        `at most ${megabytes(problem.data.limit)}`,
        `split the file; it has ${megabytes(problem.data.bytes)}`,
      );
    case "file-binary":
      return words("text", "move the file out of the deck");
    case "file-encoding":
      return words("UTF-8", `save the file as UTF-8; it looks like ${problem.data.guess}`);
    case "link-loop":
      return words("a link that leads to a file", "remove the link; it leads back to a folder above it");
    case "exercise-file-missing":
      return words("the folder of an exercise holds this file", `add ${problem.data.path}`);
    case "exercise-section-missing":
      return words(`a section "${problem.data.section}"`, "add it under a heading of the second rank");
    case "exercise-header":
      return words(
        "the head of the file says what it is for",
        `begin it with a line // ${problem.data.key}: ...`,
      );
    case "deck-missing":
      return words("a folder or a file", "check the path");
    default:
      return englishExerciseProblem(problem);
  }
}

function words(expected: string, fix: string): ProblemWords {
  return { expected, fix };
}

function allowed(values: readonly string[]): string {
  return values.join(" | ");
}

function at(place: { readonly file: string; readonly line: number }): string {
  return `${place.file}:${place.line}`;
}

function megabytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`;
}

/** `reason` begins with what the system calls the error. */
function unreadableFix(reason: string): string {
  if (reason.startsWith("ENOENT")) return "mend or remove the link: it leads nowhere";
  return reason.startsWith("E") ? `check its rights: ${reason}` : `move it out of the deck: ${reason}`;
}
