import { CepOperator, type PatternSearch } from "../operators/cep/cep-operator.ts";
import type { Match } from "../operators/cep/nfa.ts";
import { OutputTag } from "../operators/output-tag.ts";
import { patternOf } from "./cep-pattern.ts";
import type { DrivenOperator } from "./driven-operator.ts";
import type { Json, JsonObject } from "./json.ts";
import { keyedOperator } from "./one-input-maker.ts";
import { specOf } from "./scenario.ts";

/** Makes the operator of `CEP.pattern(stream.keyBy(), pattern)`. */
export function makeCep(pipeline: JsonObject): DrivenOperator {
  return keyedOperator(
    specOf(pipeline),
    (parameters, keySelector) => new CepOperator(parameters, keySelector, searchOf(pipeline)),
  );
}

function searchOf(pipeline: JsonObject): PatternSearch<Json, Json> {
  const timeoutTag = tagOf(pipeline["timeoutTag"]);
  return {
    pattern: patternOf(pipeline),
    timeBehaviour: pipeline["time"] === "processing" ? "ProcessingTime" : "EventTime",
    lateDataOutputTag: tagOf(pipeline["lateTag"]),
    patternProcessFunction: {
      processMatch: (match, _context, out) => out.collect(jsonOf(match)),
      processTimedOutMatch: (match, context) => {
        if (timeoutTag !== null) context.output(timeoutTag, jsonOf(match));
      },
    },
  };
}

function tagOf(name: Json | undefined): OutputTag<Json> | null {
  return typeof name === "string" ? new OutputTag<Json>(name) : null;
}

function jsonOf(match: Match<Json>): Json {
  return Object.fromEntries(match);
}
