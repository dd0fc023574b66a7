import { UnsupportedOperationException } from "../../java/exceptions.ts";
import { MalformedPatternException } from "./malformed-pattern-exception.ts";

/** What happens to events between two that are taken (Flink's `Quantifier.ConsumingStrategy`). */
export type ConsumingStrategy = "STRICT" | "SKIP_TILL_NEXT" | "SKIP_TILL_ANY" | "NOT_FOLLOW" | "NOT_NEXT";

/** How often a stage takes an event, and what may lie between (Flink's `Quantifier`). */
export interface Quantifier {
  readonly kind: "SINGLE" | "LOOPING" | "TIMES";
  /** Between the stage before and the first event of this one. */
  readonly consumingStrategy: ConsumingStrategy;
  /** Between two events of this stage. */
  readonly innerConsumingStrategy: "STRICT" | "SKIP_TILL_NEXT" | "SKIP_TILL_ANY";
  readonly properties: readonly ("OPTIONAL" | "GREEDY")[];
}

/** Returns the quantifier of a stage of that kind, without any property. */
export function quantifierOf(kind: Quantifier["kind"], consumingStrategy: ConsumingStrategy): Quantifier {
  return { kind, consumingStrategy, innerConsumingStrategy: "SKIP_TILL_NEXT", properties: [] };
}

/** Returns the quantifier with gaps at will inside the loop. Throws a `MalformedPatternException` if that makes no sense. */
export function withCombinations(quantifier: Quantifier): Quantifier {
  checkThat(quantifier.kind !== "SINGLE", `Combinations not applicable to ${describe(quantifier)}!`);
  checkThat(quantifier.innerConsumingStrategy !== "STRICT", EITHER_OR);
  checkThat(quantifier.innerConsumingStrategy !== "SKIP_TILL_ANY", "Combinations already applied!");
  return { ...quantifier, innerConsumingStrategy: "SKIP_TILL_ANY" };
}

/** Returns the quantifier without gaps inside the loop. Throws a `MalformedPatternException` if that makes no sense. */
export function consecutive(quantifier: Quantifier): Quantifier {
  checkThat(quantifier.kind !== "SINGLE", `Consecutive not applicable to ${describe(quantifier)}!`);
  checkThat(quantifier.innerConsumingStrategy !== "SKIP_TILL_ANY", EITHER_OR);
  checkThat(quantifier.innerConsumingStrategy !== "STRICT", "Consecutive already applied!");
  return { ...quantifier, innerConsumingStrategy: "STRICT" };
}

/** Returns the quantifier of a stage that may be left out. Throws a `MalformedPatternException` if that makes no sense. */
export function optional(quantifier: Quantifier): Quantifier {
  checkThat(!quantifier.properties.includes("OPTIONAL"), "Optional already applied!");
  checkThat(!isNegated(quantifier), "NOT pattern cannot be optional");
  return { ...quantifier, properties: [...quantifier.properties, "OPTIONAL"] };
}

/** Returns the quantifier of a loop that takes as much as it can. Throws a `MalformedPatternException` if that makes no sense. */
export function greedy(quantifier: Quantifier): Quantifier {
  checkThat(
    quantifier.innerConsumingStrategy !== "SKIP_TILL_ANY",
    "Option not applicable to FollowedByAny pattern",
  );
  checkThat(quantifier.kind !== "SINGLE", "Option not applicable to singleton quantifier");
  return { ...quantifier, properties: [...quantifier.properties, "GREEDY"] };
}

/** Throws a `MalformedPatternException` if the stage must not take an event. */
export function checkNotNegated(quantifier: Quantifier): void {
  checkThat(!isNegated(quantifier), "Option not applicable to NOT pattern");
}

/** Throws a `MalformedPatternException` if the stage takes several events already. */
export function checkSingle(quantifier: Quantifier): void {
  const message = `Already applied quantifier to this Pattern. Current quantifier is: ${describe(quantifier)}`;
  checkThat(quantifier.kind === "SINGLE", message);
}

/** Throws an `UnsupportedOperationException` if a negated stage behind this one could be reached past it. */
export function checkNoOptionalPathToNot({ properties }: Quantifier): void {
  if (!properties.includes("OPTIONAL")) return;
  throw new UnsupportedOperationException(
    "Specifying a pattern with an optional path to NOT condition is not supported yet. You can simulate such " +
      "pattern with two independent patterns, one with and the other without the optional part.",
  );
}

function isNegated({ consumingStrategy }: Quantifier): boolean {
  return consumingStrategy === "NOT_NEXT" || consumingStrategy === "NOT_FOLLOW";
}

const EITHER_OR = "You can apply either combinations or consecutive, not both!";

function checkThat(holds: boolean, message: string): void {
  if (!holds) throw new MalformedPatternException(message);
}

/** Writes a quantifier as Flink's messages do. */
function describe({ kind, properties, consumingStrategy, innerConsumingStrategy }: Quantifier): string {
  const ordered = (["OPTIONAL", "GREEDY"] as const).filter((property) => properties.includes(property));
  const all = [kind, ...ordered];
  return (
    `Quantifier{properties=[${all.join(", ")}], consumingStrategy=${consumingStrategy}, ` +
    `innerConsumingStrategy=${innerConsumingStrategy}}`
  );
}
