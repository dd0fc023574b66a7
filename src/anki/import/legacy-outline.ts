import * as v from "valibot";

import { PackageRefusal } from "../package/package-refusal.ts";
import type { TableRow } from "../package/sqlite-database.ts";
import type { FoundCollection } from "./find-collection.ts";
import { withoutSilentParts } from "./html-tree.ts";
import type { Outline } from "./outline.ts";
import type { PackageNoteType } from "./package-contents.ts";
import type { SchedulerVersion } from "./read-event.ts";

const name = v.string();
const weights = v.optional(v.array(v.number()), []);

const noteTypes = v.record(
  v.string(),
  v.object({
    name,
    type: v.number(),
    flds: v.array(v.object({ name })),
    tmpls: v.array(v.object({ name, qfmt: v.string(), afmt: v.optional(v.string(), "") })),
  }),
);

const decks = v.record(v.string(), v.object({ name, conf: v.optional(v.number(), 0) }));
const presets = v.record(v.string(), v.object({ name, fsrsParams6: weights }));
const settings = v.object({ schedVer: v.optional(v.number(), 1) });

/** The columns of `col` that hold JSON. */
const [CONF, MODELS, DECKS, DCONF] = [8, 9, 10, 11];

/** Reads what schema 11 has as JSON. Throws a PackageRefusal. */
export function readLegacyOutline({ database, layout }: FoundCollection): Outline {
  const [col = []] = database.rows("col");
  return {
    scheduler: schedulerOf(col, layout),
    noteTypes: new Map(
      entries(jsonAt(col, MODELS, noteTypes)).map(([id, model]) => [id, noteTypeOf(id, model)]),
    ),
    decks: new Map(
      entries(jsonAt(col, DECKS, decks)).map(([id, deck]) => [id, { name: deck.name, preset: deck.conf }]),
    ),
    presets: entries(jsonAt(col, DCONF, presets)).map(([id, preset]) => ({
      id,
      name: preset.name,
      weights: preset.fsrsParams6,
    })),
  };
}

/** Old Ankis wrote `schedVer` 1 into packages of the second scheduler too: only in the oldest layout it tells the truth. */
function schedulerOf(col: TableRow, layout: FoundCollection["layout"]): SchedulerVersion {
  if (layout === "later") return "later";
  return jsonAt(col, CONF, settings).schedVer === 1 ? "first" : "later";
}

function noteTypeOf(id: number, model: v.InferOutput<typeof noteTypes>[string]): PackageNoteType {
  return {
    id,
    name: model.name,
    kind: model.type === 1 ? "cloze" : "normal",
    fields: model.flds.map((field) => field.name),
    templates: model.tmpls.map(({ name, qfmt, afmt }) => ({
      name,
      question: withoutSilentParts(qfmt),
      answer: withoutSilentParts(afmt),
    })),
  };
}

function entries<Value>(record: Readonly<Record<string, Value>>): readonly (readonly [number, Value])[] {
  return Object.entries(record).map(([id, value]) => [Number(id), value]);
}

function jsonAt<Value>(col: TableRow, column: number, schema: v.GenericSchema<unknown, Value>): Value {
  try {
    return v.parse(schema, JSON.parse(String(col[column])));
  } catch (error) {
    throw new PackageRefusal("damaged", error);
  }
}
