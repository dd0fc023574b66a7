import type { Row, Span } from "./row.ts";
import { textWidth } from "./text-width.ts";

/** Punctuation that may not begin a line (GB/T 15834 and JIS X 4051, the common part). */
const NO_START = new Set("，。、；：？！）》」』】〉〕”’…—·%‰℃,.;:?!)]}");
/** Punctuation that may not end a line. */
const NO_END = new Set("（《「『【〈〔“‘([{");

/** ZERO WIDTH JOINER, which makes one picture of two emoji. */
const JOINER = "\u200d";

/** No real cluster is longer; measuring again and again what is would take for ever. */
const LONGEST_CLUSTER = 64;

/** A piece of text that is never divided, unless it alone is wider than the line. */
interface Token {
  readonly span: Span;
  readonly text: string;
  readonly cells: number;
  readonly type: "word" | "han" | "space";
}

/** Returns the row as lines of at most `width` cells, broken between Chinese characters and at spaces. */
export function wrapRow(line: Row, width: number): readonly Row[] {
  const room = Math.max(2, width);
  const lines: Token[][] = [[]];
  let cells = 0;
  for (const token of splitWide(tokensOf(line), room)) {
    if (cells + token.cells > room) {
      const carried = carriedOver(lines.at(-1) ?? [], token, room);
      cells = carried.reduce((sum, each) => sum + each.cells, 0);
      lines.push(carried);
      if (token.type === "space") continue;
    }
    lines.at(-1)?.push(token);
    cells += token.cells;
  }
  return lines.map((tokens) => rowOf(trimmed(tokens)));
}

/** Takes off the end of a full line what may not stand there once `next` begins the following one. */
function carriedOver(full: Token[], next: Token, room: number): Token[] {
  if (next.type === "space") return [];
  const carried: Token[] = [];
  let cells = next.cells;
  const first = (): Token => carried[0] ?? next;
  while (full.length > 1 && (mayNotStart(first()) || mayNotEnd(full.at(-1)))) {
    const last = full.pop();
    if (last === undefined) break;
    cells += last.cells;
    if (last.type === "space" || cells > room) {
      full.push(last);
      break;
    }
    carried.unshift(last);
  }
  return carried;
}

function mayNotStart(token: Token): boolean {
  return NO_START.has(token.text[0] ?? "");
}

function mayNotEnd(token: Token | undefined): boolean {
  return token !== undefined && NO_END.has(token.text.at(-1) ?? "");
}

function trimmed(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  while (end > 0 && tokens[end - 1]?.type === "space") end -= 1;
  return tokens.slice(0, end);
}

/** Joins neighbours of one look again: fewer spans, fewer changes of colour. */
function rowOf(tokens: readonly Token[]): Row {
  const spans: Span[] = [];
  let look: Span | null = null;
  for (const token of tokens) {
    const last = spans.at(-1);
    if (last !== undefined && look === token.span)
      spans[spans.length - 1] = { ...last, text: last.text + token.text };
    else spans.push({ ...token.span, text: token.text });
    look = token.span;
  }
  return spans;
}

function tokensOf(line: Row): readonly Token[] {
  return line.flatMap((piece) => tokensOfSpan(piece));
}

function tokensOfSpan(piece: Span): readonly Token[] {
  const tokens: Token[] = [];
  for (const text of piece.text.match(/ +|[^ ]/gu) ?? []) {
    const cells = text.startsWith(" ") ? text.length : textWidth(text);
    const token: Token = { span: piece, text, cells, type: typeOf(text, cells) };
    const last = tokens.at(-1);
    if (last !== undefined && isOneWord(last, token)) tokens[tokens.length - 1] = join(last, token);
    else tokens.push(token);
  }
  return tokens;
}

function typeOf(text: string, cells: number): Token["type"] {
  if (text.startsWith(" ")) return "space";
  return cells === 2 ? "han" : "word";
}

/** Letters belong to their word; marks, joiners and what a joiner joins belong to the character before. */
function isOneWord(last: Token, next: Token): boolean {
  if (last.type === "space" || next.type === "space") return false;
  return (last.type === "word" && next.type === "word") || next.cells === 0 || last.text.endsWith(JOINER);
}

function join(last: Token, next: Token): Token {
  const text = last.text + next.text;
  // What a mark, a selector or a joiner makes of the character before it is known only from both.
  const isCluster = text.length <= LONGEST_CLUSTER && (next.cells === 0 || last.text.endsWith(JOINER));
  return { ...last, text, cells: isCluster ? textWidth(text) : last.cells + next.cells };
}

/** Cuts words that no line can hold, such as class names and addresses in a narrow column. */
function splitWide(tokens: readonly Token[], room: number): readonly Token[] {
  return tokens.flatMap((token) => (token.cells <= room ? [token] : cutToken(token, room)));
}

function cutToken(token: Token, room: number): readonly Token[] {
  const parts: Token[] = [];
  let part: Token = { ...token, text: "", cells: 0 };
  for (const character of token.text) {
    const cells = textWidth(character);
    if (part.text !== "" && part.cells + cells > room) {
      parts.push(part);
      part = { ...token, text: "", cells: 0 };
    }
    part = { ...part, text: part.text + character, cells: part.cells + cells };
  }
  return [...parts, part];
}
