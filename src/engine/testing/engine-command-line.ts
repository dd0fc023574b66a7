import type { EngineLanguage } from "./engine-words.ts";
import type { Misuse } from "./misuse-text.ts";

/** Steps after which a job is taken for a runaway if nobody says otherwise. */
const DEFAULT_STEPS = 1_000_000;

/** The options of the command, as Node's `parseArgs` wants them. */
export const ENGINE_OPTIONS = {
  seed: { type: "string" },
  trace: { type: "boolean" },
  metrics: { type: "boolean" },
  "fail-at": { type: "string" },
  steps: { type: "string" },
  json: { type: "boolean" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** What a command line asks for. */
export interface Wish {
  readonly file: string;
  readonly seed: number | null;
  /** The step that fails; `null`: none. */
  readonly failAt: number | null;
  readonly steps: number;
  readonly shown: ReadonlySet<"trace" | "metrics">;
  readonly form: "json" | "text";
}

/** A command line as it has been understood, and the language to answer in. */
export type CommandLine = { readonly language: EngineLanguage } & (
  | { readonly type: "help" }
  | { readonly type: "misuse"; readonly misuse: Misuse }
  | { readonly type: "run"; readonly wish: Wish }
);

/** An option as it stands in the command line. */
interface Flag {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

/** A word of the command line, as Node's `parseArgs` sees it if it is not strict. */
export type Token =
  | { readonly kind: "positional"; readonly value: string }
  | ({ readonly kind: "option" } & Flag)
  | { readonly kind: "option-terminator" };

/** Reads the words behind the command's name; who does not name a language is answered in `ofEnvironment`. */
export function readCommandLine(tokens: readonly Token[], ofEnvironment: EngineLanguage): CommandLine {
  const positionals = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const flags = tokens.filter((token) => token.kind === "option");
  const values = new Map(flags.map(({ name, value }) => [name, value]));
  const lang = values.get("lang") ?? ofEnvironment;
  const language = lang === "zh" || lang === "en" ? lang : ofEnvironment;
  const misuse = flags.map(misuseOf).find((each) => each !== null);
  if (misuse !== undefined) return { type: "misuse", language, misuse };
  if (values.has("help")) return { type: "help", language };
  const file = fileOf(positionals);
  return typeof file === "string"
    ? { type: "run", language, wish: wishOf(file, values) }
    : { type: "misuse", language, misuse: file };
}

/** Returns the job file of `run JOB.ts`, or what is wrong. */
function fileOf([command, file, ...others]: readonly string[]): string | Misuse {
  if (command === undefined) return { fault: "command-missing" };
  if (command !== "run") return { fault: "command-unknown", given: command };
  if (file === undefined) return { fault: "file-missing" };
  const [other] = others;
  return other === undefined ? file : { fault: "word-unknown", given: other };
}

function wishOf(file: string, values: ReadonlyMap<string, string | undefined>): Wish {
  const numberOf = (name: "seed" | "fail-at" | "steps") => {
    const value = values.get(name);
    return value === undefined ? null : Number(value);
  };
  return {
    file,
    seed: numberOf("seed"),
    failAt: numberOf("fail-at"),
    steps: numberOf("steps") ?? DEFAULT_STEPS,
    shown: new Set((["trace", "metrics"] as const).filter((part) => values.has(part))),
    form: values.has("json") ? "json" : "text",
  };
}

function misuseOf({ name, rawName: option, value }: Flag): Misuse | null {
  if (!Object.hasOwn(ENGINE_OPTIONS, name)) return { fault: "option-unknown", option };
  const { type } = ENGINE_OPTIONS[name as keyof typeof ENGINE_OPTIONS];
  if (type === "boolean") return value === undefined ? null : { fault: "value-unwanted", option };
  if (value === undefined) return { fault: "value-missing", option };
  if (name === "lang")
    return value === "zh" || value === "en" ? null : { fault: "language-unknown", given: value };
  return /^\d+$/u.test(value) ? null : { fault: "not-a-number", option, given: value };
}
