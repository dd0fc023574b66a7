import type { Bilingual } from "../../base/lang.ts";

/** Why runs can't tell: no checkpoint was completed, so that a crash always began from nothing. */
export const NO_CHECKPOINT: Bilingual = {
  zh: "崩溃之前没有完成过任何检查点，这次运行什么也证明不了。",
  en: "No checkpoint was completed before a crash, so these runs prove nothing.",
};

/** Why a check can't tell: it asks for no run, or has nothing to compare one with. */
export const TOO_FEW_RUNS: Bilingual = {
  zh: "这项检查没有足够的运行可比较，什么也证明不了。",
  en: "This check has too few runs to look at, so it proves nothing.",
};
