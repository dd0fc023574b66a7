const HAN = String.raw`[\p{Script=Han}\u3000-\u303F\uFF01-\uFF60]`;
const CHINESE_BREAK = new RegExp(String.raw`(?<=${HAN})\n(?=${HAN})`, "gu");

/** Returns text with its line breaks gone: one between two Chinese characters is nothing, any other is a space. */
export function joinLines(text: string): string {
  return text.includes("\n") ? text.replaceAll(CHINESE_BREAK, "").replaceAll("\n", " ") : text;
}
