import type { Block } from "../blocks/block.ts";
import { quotesAt } from "../blocks/quotes.ts";
import type { Context } from "../forms/context.ts";
import { labelForm } from "../forms/label-form.ts";
import { askOn } from "../forms/quote-form.ts";
import { plainText } from "../plain-text.ts";
import { isSource } from "../words/labels.ts";

/** Returns the quotes that sum a topic up: those at its beginning, unless they ask, are answered, or only say where it is from. */
export function summaryAbove(context: Context, own: readonly Block[]): readonly Block[] {
  const quotes = quotesAt(own, 0);
  const cites = quotes.every(({ node }) => isSource(plainText([node]).trim()));
  return cites || askOn(quotes) || labelForm(context, own, 0) !== null ? [] : quotes;
}
