import type { ListItem } from "mdast";

import type { Bilingual, Lang } from "../../base/lang.ts";
import { LANGS } from "../../base/lang.ts";
import type { Place, Problem } from "../../base/problem.ts";
import type {
  Exercise,
  ExerciseFile,
  ExerciseText,
  Mutant,
  RootCause,
  Solution,
} from "../../card/exercise.ts";
import { asListed, plainText } from "../plain-text.ts";
import type { Document } from "../source/document.ts";
import { placeAt, readDocument } from "../source/document.ts";
import { extentOf } from "../source/extent.ts";
import type { ExerciseFacts } from "./exercise-facts.ts";
import { exerciseFacts } from "./exercise-facts.ts";
import type { ExerciseSection, SectionName } from "./exercise-sections.ts";
import { exerciseSections, SECTION_NAMES } from "./exercise-sections.ts";
import { bilingualIn, fileHeader } from "./file-header.ts";

/** What a folder comes to: `null` if too much is missing for an exercise. */
export interface CompiledExercise {
  readonly exercise: Exercise | null;
  readonly problems: readonly Problem[];
}

/** Compiles the files of an exercise's folder, their paths as within it. */
export function compileExercise(folder: string, files: readonly ExerciseFile[]): CompiledExercise {
  return new ExerciseFolder(folder, files).compile();
}

type FolderFacts = Pick<Exercise, "id" | "difficulty" | "par" | "fixKind" | "budget" | "chapter" | "cards">;

class ExerciseFolder {
  readonly #folder: string;
  readonly #files: ReadonlyMap<string, string>;
  readonly #problems: Problem[] = [];

  constructor(folder: string, files: readonly ExerciseFile[]) {
    this.#folder = folder;
    this.#files = new Map(files.map(({ path, text }) => [path, text]));
  }

  compile(): CompiledExercise {
    const told = LANGS.flatMap((lang) => {
      const file = this.#file(`exercise.${lang}.md`);
      return file === null ? [] : [{ lang, ...this.#tell(file) }];
    });
    const facts = this.#factsIn(told.map((each) => each.facts));
    const [job, scene, check] = [this.#file("job.ts"), this.#file("scene.ts"), this.#file("check.ts")];
    if (facts === null || job === null || scene === null || check === null) return this.#result(null);
    return this.#result({
      ...facts,
      folder: this.#folder,
      title: bothOf(told.map(({ lang, title }) => [lang, title])),
      texts: Object.fromEntries(told.map(({ lang, text }) => [lang, text])),
      job,
      scene,
      check,
      solutions: this.#solutions(),
      mutants: this.#mutants(),
    });
  }

  #result(exercise: Exercise | null): CompiledExercise {
    return { exercise, problems: this.#problems };
  }

  #file(path: string): ExerciseFile | null {
    const text = this.#files.get(path);
    if (text !== undefined) return { path, text };
    this.#problems.push({ code: "exercise-file-missing", place: this.#placeOf(path), data: { path } });
    return null;
  }

  #tell(file: ExerciseFile): { facts: ExerciseFacts; title: string; text: ExerciseText } {
    const document = readDocument({
      path: `${this.#folder}/${file.path}`,
      role: "exercise",
      text: file.text,
    });
    const facts = exerciseFacts(document);
    this.#problems.push(...facts.problems);
    const { title, sections } = exerciseSections(document);
    for (const section of SECTION_NAMES) {
      if (!sections.has(section))
        this.#problems.push({
          code: "exercise-section-missing",
          place: this.#placeOf(file.path),
          data: { section },
        });
    }
    return { facts, title: title?.text ?? "", text: textOf(document, sections) };
  }

  /** The facts stand in one language, by custom the English one. */
  #factsIn(told: readonly ExerciseFacts[]): FolderFacts | null {
    const full = told.find(({ difficulty }) => difficulty !== undefined);
    const { id = null, difficulty, par, fix, budget, chapter = "", cards = [] } = full ?? {};
    if (
      id !== null &&
      difficulty !== undefined &&
      par !== undefined &&
      fix !== undefined &&
      budget !== undefined
    )
      return { id, difficulty, par, fixKind: fix, budget, chapter, cards };
    const reason = "id, chapter, difficulty, par, cards, fix, budget";
    this.#problems.push({
      code: "front-matter-broken",
      place: this.#placeOf("exercise.en.md"),
      data: { reason },
    });
    return null;
  }

  #solutions(): readonly Solution[] {
    const first = this.#file("solution.ts");
    const others = this.#matching(/^solution\.alt-[a-z0-9-]+\.ts$/u).map((file) => {
      const tradeOff = bilingualIn(fileHeader(file.text), "trade-off");
      if (tradeOff === null)
        this.#problems.push({
          code: "exercise-header",
          place: this.#placeOf(file.path),
          data: { key: "trade-off" },
        });
      return { ...file, tradeOff };
    });
    return first === null ? others : [{ ...first, tradeOff: null }, ...others];
  }

  #mutants(): readonly Mutant[] {
    return this.#matching(/^mutants\/[a-z0-9-]+\.ts$/u).flatMap((file) => {
      const header = fileHeader(file.text);
      const [expect, say] = [header.get("expect"), bilingualIn(header, "say")];
      if (expect !== undefined && say !== null)
        return [{ ...file, expect, say, variant: header.get("variant") ?? null }];
      const key = expect === undefined ? "expect" : "say";
      this.#problems.push({ code: "exercise-header", place: this.#placeOf(file.path), data: { key } });
      return [];
    });
  }

  #matching(pattern: RegExp): readonly ExerciseFile[] {
    return [...this.#files].flatMap(([path, text]) => (pattern.test(path) ? [{ path, text }] : []));
  }

  /** A problem with a whole file stands at its beginning. */
  #placeOf(path: string): Place {
    return { file: `${this.#folder}/${path}`, line: 1, column: 1 };
  }
}

/** Returns what each language calls it; what one lacks, the other gives. */
function bothOf(titles: readonly (readonly [Lang, string])[]): Bilingual {
  const title = (lang: Lang): string => titles.find(([each]) => each === lang)?.[1] ?? titles[0]?.[1] ?? "";
  return { zh: title("zh"), en: title("en") };
}

function textOf(document: Document, sections: ReadonlyMap<SectionName, ExerciseSection>): ExerciseText {
  const markdown = (name: SectionName): string => sections.get(name)?.content.markdown ?? "";
  return {
    symptom: markdown("symptom"),
    hints: itemsOf(sections.get("hints")).map((item) => sliceOf(document, item)),
    why: markdown("why"),
    interview: markdown("interview"),
    rootCause: rootCauseOf(document, sections.get("rootCause")),
  };
}

function rootCauseOf(document: Document, section: ExerciseSection | undefined): RootCause {
  const list = section?.nodes.findIndex(({ type }) => type === "list") ?? -1;
  const options = itemsOf(section).map((item) => ({
    text: sliceOf(document, item),
    standing: item.checked === true ? ("right" as const) : ("wrong" as const),
  }));
  return { question: asListed(plainText(section?.nodes.slice(0, list) ?? [])), options };
}

function itemsOf(section: ExerciseSection | undefined): readonly ListItem[] {
  return section?.nodes.flatMap((node) => (node.type === "list" ? node.children : [])) ?? [];
}

/** Returns what an item says, without its mark and its indentation. */
function sliceOf(document: Document, { children }: ListItem): string {
  const [first, last] = [children[0], children.at(-1)];
  if (first === undefined || last === undefined) return "";
  const { start } = extentOf(first);
  const { column } = placeAt(document, start);
  const indentation = new RegExp(`\\n {1,${column - 1}}`, "gu");
  return document.text.slice(start, extentOf(last).end).replaceAll(indentation, "\n");
}
