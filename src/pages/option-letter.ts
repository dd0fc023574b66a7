/** Returns the letter by which an option is picked: A for the first, which is option 0. */
export function optionLetter(index: number): string {
  return String.fromCodePoint(65 + index);
}
