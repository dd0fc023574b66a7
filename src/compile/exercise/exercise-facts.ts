import * as v from "valibot";
import { isNode, parseDocument } from "yaml";

import type { Place, Problem } from "../../base/problem.ts";
import type { Document } from "../source/document.ts";
import { placeAt } from "../source/document.ts";
import { extentOf } from "../source/extent.ts";

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/u));
const amount = v.pipe(v.number(), v.integer(), v.minValue(1));
const budget = v.object({ steps: amount, time: amount, allocations: amount });

/** What the front matter of an exercise can say; one of its languages says all of it, the other no more than the id. */
const schema = v.object({
  id,
  chapter: v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), ""),
  difficulty: v.optional(v.pipe(amount, v.maxValue(5))),
  par: v.optional(amount),
  cards: v.optional(v.array(id), []),
  question: v.optional(v.string(), ""),
  fix: v.optional(v.string()),
  budget: v.optional(budget),
});

/** What the front matter of one language of an exercise says. */
export interface ExerciseFacts extends Omit<v.InferOutput<typeof schema>, "id"> {
  /** `null` if it says none. */
  readonly id: string | null;
  readonly problems: readonly Problem[];
}

const NO_FACTS: Omit<ExerciseFacts, "problems"> = { id: null, chapter: "", cards: [], question: "" };
const FENCE = "---\n";

/** Reads the front matter of an exercise. */
export function exerciseFacts(document: Document): ExerciseFacts {
  const [first] = document.root.children;
  if (first?.type !== "yaml") return broken("no `id: ...`", placeAt(document, 0));
  const begin = extentOf(first).start + FENCE.length;
  const yaml = parseDocument(first.value, { prettyErrors: false, logLevel: "silent" });
  const [error] = yaml.errors;
  if (error !== undefined) return broken(error.message, placeAt(document, begin + error.pos[0]));
  const parsed = v.safeParse(schema, yaml.toJS());
  if (parsed.success) return { ...parsed.output, problems: [] };
  const problems = parsed.issues.map((issue): Problem => {
    const path = (issue.path ?? []).map(({ key }) => String(key));
    const node = yaml.getIn(path, true);
    const place = placeAt(document, begin + (isNode(node) ? (node.range?.[0] ?? 0) : 0));
    return { code: "front-matter-value", place, data: { key: path.join("."), ...valuesOf(issue) } };
  });
  return { ...NO_FACTS, problems };
}

function broken(reason: string, place: Place): ExerciseFacts {
  return { ...NO_FACTS, problems: [{ code: "front-matter-broken", place, data: { reason } }] };
}

function valuesOf({ received, expected }: v.BaseIssue<unknown>) {
  return { value: received, allowed: expected === null ? [] : [expected] };
}
