import type { CheckedScenario } from "./comparison.ts";

/** The languages that the command speaks. */
export type ConformanceLanguage = "zh" | "en";

/** All that the command says to a person. */
export interface ConformanceWords {
  readonly help: string;
  readonly summary: (passed: number, failed: number, skipped: number) => string;
  readonly failure: (result: CheckedScenario) => string;
  readonly unreadable: (folder: string, reason: string) => string;
}

const en: ConformanceWords = {
  help: `Plays the scenarios of a folder and compares them with what real Apache Flink put out.

Usage: npm run conformance -- [DIR] [--json] [--lang zh|en]

  DIR     a folder with scenarios/ and golden/ (default: test/conformance)
  --json  print one JSON value: {v, passed, failed, skipped, results}
  --lang  the language of what is printed (default: from the environment)
  --help  print this

Scenarios of kinds that are not built yet are skipped.
Exit codes: 0 none failed, 1 some failed, 2 wrong usage, 3 the folder cannot be read.`,
  summary: (passed, failed, skipped) => `${passed} passed, ${failed} failed, ${skipped} skipped`,
  failure: ({ id, step, expected, actual }) =>
    `${id}${step === null ? "" : `, step ${step}`}\n  expected ${JSON.stringify(expected)}\n  actual   ${JSON.stringify(actual)}`,
  unreadable: (folder, reason) => `Cannot read ${folder}: ${reason}`,
};

const zh: ConformanceWords = {
  help: `逐个运行目录里的场景，与真实 Apache Flink 的输出比对。

用法：npm run conformance -- [目录] [--json] [--lang zh|en]

  目录    含有 scenarios/ 和 golden/ 的目录（默认 test/conformance）
  --json  只输出一个 JSON 值：{v, passed, failed, skipped, results}
  --lang  输出用的语言（默认取自环境变量）
  --help  显示本说明

尚未实现的场景类型会跳过。
退出码：0 全部通过，1 有场景不符，2 用法有误，3 目录读不了。`,
  summary: (passed, failed, skipped) => `通过 ${passed}，不符 ${failed}，跳过 ${skipped}`,
  failure: ({ id, step, expected, actual }) =>
    `${id}${step === null ? "" : `，第 ${step} 步`}\n  期望 ${JSON.stringify(expected)}\n  实际 ${JSON.stringify(actual)}`,
  unreadable: (folder, reason) => `读不了 ${folder}：${reason}`,
};

/** What the command says, by language. */
export const conformanceWords: { readonly [Language in ConformanceLanguage]: ConformanceWords } = { en, zh };
