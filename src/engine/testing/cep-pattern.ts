import { NO_SKIP, type AfterMatchSkipStrategy } from "../operators/cep/after-match-skip-strategy.ts";
import type { Condition } from "../operators/cep/condition.ts";
import { Pattern } from "../operators/cep/pattern.ts";
import { numberOf } from "./arithmetic.ts";
import { evaluate, scopeOf } from "./expression.ts";
import { asList, asObject, numberField, objectsField, textField } from "./json-fields.ts";
import type { Json, JsonObject } from "./json.ts";

/** Returns the pattern that a scenario describes. */
export function patternOf(pipeline: JsonObject): Pattern<Json> {
  const [first, ...others] = objectsField(pipeline, "pattern");
  if (first === undefined) throw new Error("a pattern has at least one stage");
  const isStepwise = pipeline["withinType"] === "step";
  const bounded = (stage: Pattern<Json>) =>
    isStepwise ? stage.within(numberField(pipeline, "within"), "PREVIOUS_AND_CURRENT") : stage;
  let pattern = bounded(
    described(Pattern.begin<Json>(textField(first, "name"), skipOf(pipeline["skip"] ?? null)), first),
  );
  for (const stage of others) pattern = bounded(described(appended(pattern, stage), stage));
  return isStepwise || pipeline["within"] === undefined
    ? pattern
    : pattern.within(numberField(pipeline, "within"));
}

function skipOf(skip: Json): AfterMatchSkipStrategy {
  if (skip === null) return NO_SKIP;
  const strategy = asObject(skip);
  const type = textField(strategy, "type");
  switch (type) {
    case "none":
      return NO_SKIP;
    case "toNext":
      return { type: "skipToNext" };
    case "pastLast":
      return { type: "skipPastLastEvent" };
    case "toFirst":
      return { type: "skipToFirst", patternName: textField(strategy, "to") };
    case "toLast":
      return { type: "skipToLast", patternName: textField(strategy, "to") };
    default:
      throw new RangeError(`there is no skip strategy ${type}`);
  }
}

function appended(pattern: Pattern<Json>, stage: JsonObject): Pattern<Json> {
  const name = textField(stage, "name");
  const then = textField(stage, "then");
  switch (then) {
    case "next":
      return pattern.next(name);
    case "followedBy":
      return pattern.followedBy(name);
    case "followedByAny":
      return pattern.followedByAny(name);
    case "notNext":
      return pattern.notNext(name);
    case "notFollowedBy":
      return pattern.notFollowedBy(name);
    default:
      throw new RangeError(`nothing follows by ${then}`);
  }
}

/** The methods of a stage that a scenario may name, in the order in which they are called. */
const stageMethods: { readonly [field: string]: (stage: Pattern<Json>, value: Json) => unknown } = {
  where: (stage, expression) => stage.where(conditionOf(expression)),
  times: (stage, times) => {
    const [from, to = from] = asList(times).map(numberOf);
    return stage.times(from ?? 0, to);
  },
  oneOrMore: (stage) => stage.oneOrMore(),
  until: (stage, expression) => stage.until(conditionOf(expression)),
  consecutive: (stage) => stage.consecutive(),
  combinations: (stage) => stage.allowCombinations(),
  greedy: (stage) => stage.greedy(),
  optional: (stage) => stage.optional(),
};

function described(stage: Pattern<Json>, description: JsonObject): Pattern<Json> {
  for (const [field, method] of Object.entries(stageMethods)) {
    const value = description[field];
    if (value !== undefined && value !== false) method(stage, value);
  }
  return stage;
}

function conditionOf(expression: Json): Condition<Json> {
  return (el) => evaluate(expression, scopeOf({ el })) === true;
}
