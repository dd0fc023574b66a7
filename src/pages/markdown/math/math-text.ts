import { DOUBLE_STRUCK, MARKS, SYMBOLS, TYPES, WORDS } from "./math-symbols.ts";
import { inBrackets, raisedText } from "./raised-text.ts";

/** Longer formulas, and such as are nested deeper, are left as they are written. */
const LONGEST = 4000;
const DEEPEST = 40;

const TOKEN = /\\[A-Za-z]+\*?|\\[\s\S]|[\s\S]/gu;

/** A formula's tokens, and how far they have been read. */
interface Reader {
  readonly tokens: readonly string[];
  at: number;
  depth: number;
}

/** Returns a formula of LaTeX in one line of characters: `\frac{a}{b} \le x_1^2` is `a/b ≤ x₁²`. */
export function mathText(latex: string): string {
  return mathLines(latex).join("; ");
}

/** Returns a formula of LaTeX in characters, a line for each of its rows. */
export function mathLines(latex: string): readonly string[] {
  const tokens = latex.length > LONGEST ? [] : (latex.match(TOKEN) ?? []);
  const reader: Reader = { tokens, at: 0, depth: 0 };
  const text = tokens.length === 0 ? latex : readUntil(reader, null);
  return text
    .split("\n")
    .map((line) => line.replaceAll(/[ \t]+/gu, " ").trim())
    .filter((line) => line !== "");
}

/** Reads up to a closing token, or to the end; rows end with a line break. */
function readUntil(reader: Reader, closing: string | null): string {
  let text = "";
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at] ?? "";
    if (token === closing) {
      reader.at += 1;
      break;
    }
    text += readOne(reader);
  }
  return text;
}

/** Reads one character, command or group. */
function readOne(reader: Reader): string {
  const token = reader.tokens[reader.at] ?? "";
  reader.at += 1;
  switch (token) {
    case "{":
      return readGroup(reader, "}");
    case "^":
      return raisedText(readArgument(reader), "raised");
    case "_":
      return raisedText(readArgument(reader), "lowered");
    case "&":
    case "~":
    case "\n":
      return " ";
    case "}":
      return "";
    default:
      return token.startsWith("\\") ? readCommand(token.slice(1), reader) : token;
  }
}

function readGroup(reader: Reader, closing: string): string {
  if (reader.depth >= DEEPEST) return "";
  reader.depth += 1;
  const text = readUntil(reader, closing);
  reader.depth -= 1;
  return text;
}

/** Reads what a command is about: a group, or the next character or command. */
function readArgument(reader: Reader): string {
  while (/^\s$/u.test(reader.tokens[reader.at] ?? "")) reader.at += 1;
  if (reader.depth >= DEEPEST) return "";
  reader.depth += 1;
  const text = readOne(reader).trim();
  reader.depth -= 1;
  return text;
}

function readCommand(name: string, reader: Reader): string {
  const symbol = SYMBOLS.get(name);
  if (symbol !== undefined) return symbol;
  const mark = MARKS.get(name);
  if (mark !== undefined) return marked(readArgument(reader), mark);
  if (WORDS.has(name.replace("*", ""))) return wordBefore(name.replace("*", ""), reader);
  if (TYPES.has(name.replace("*", ""))) return "";
  return readConstruct(name, reader);
}

/** A function is parted from its argument: `log n`, but `log(n)`. */
function wordBefore(name: string, { tokens, at }: Reader): string {
  return /^(?:[A-Za-z0-9]|\\[A-Za-z]+)$/u.test(
    tokens[at] === " " ? (tokens[at + 1] ?? "") : (tokens[at] ?? ""),
  )
    ? `${name} `
    : name;
}

function readConstruct(name: string, reader: Reader): string {
  switch (name) {
    case "frac":
    case "dfrac":
    case "tfrac":
    case "cfrac":
      return `${inBrackets(readArgument(reader))}/${inBrackets(readArgument(reader))}`;
    case "sqrt":
      return readRoot(reader);
    case "binom":
      return `C(${readArgument(reader)}, ${readArgument(reader)})`;
    case "mathbb":
      return [...readArgument(reader)].map((letter) => DOUBLE_STRUCK.get(letter) ?? letter).join("");
    case "begin":
    case "end":
      return readEnvironment(name, reader);
    case "left":
    case "right":
    case "big":
    case "Big":
    case "bigg":
    case "Bigg":
      return readDelimiter(reader);
    case "not":
      return `${readArgument(reader)}\u0338`;
    case "tag":
    case "label":
      readArgument(reader);
      return "";
    default:
      return isControl(name) ? spacing(name) : unknown(name, reader);
  }
}

function isControl(name: string): boolean {
  return !/^[a-z]/iu.test(name) || /^(?:newline|quad|qquad|enspace|thinspace)$/u.test(name);
}

/** Rows end with two backslashes; some commands are room; every other character that is escaped is itself. */
function spacing(name: string): string {
  if (name === "\\" || name === "newline") return "\n";
  if (name === "|") return "‖";
  return /^[{}%&#$_]$/u.test(name) || !/^[,;:>! a-z]/iu.test(name) ? name : name === "!" ? "" : " ";
}

/** An unknown command stays as it is written. */
function unknown(name: string, reader: Reader): string {
  return reader.tokens[reader.at] === "{" ? `\\${name}{${readArgument(reader)}}` : `\\${name}`;
}

function readRoot(reader: Reader): string {
  let degree = "";
  if (reader.tokens[reader.at] === "[") {
    reader.at += 1;
    degree = raisedText(readGroup(reader, "]"), "raised");
  }
  return `${degree}√${inBrackets(readArgument(reader))}`;
}

/** An environment begins and ends a row; a matrix is told from the text around it by brackets. */
function readEnvironment(name: string, reader: Reader): string {
  const environment = readArgument(reader);
  if (/^[bp]?matrix$/u.test(environment)) return name === "begin" ? "[" : "]";
  return environment === "cases" && name === "begin" ? "{ " : "";
}

function readDelimiter(reader: Reader): string {
  const delimiter = readArgument(reader);
  return delimiter === "." ? "" : delimiter;
}

/** Puts a mark on each character; more than a few of them would be no letters any more. */
function marked(text: string, mark: string): string {
  return text.length > 3 ? `(${text})${mark}` : [...text].map((character) => character + mark).join("");
}
