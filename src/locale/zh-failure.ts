import type { FailureData, FailureFacts, UsageFault } from "../base/failure.ts";
import { unreachable } from "../base/never.ts";
import type { FailureWords } from "./messages.ts";
import { chineseAnki } from "./zh-anki.ts";
import { chineseFix } from "./zh-fix.ts";

/** Returns a failure in Chinese: what happened, and the next step. */
export function chineseFailure(facts: FailureFacts): FailureWords {
  switch (facts.code) {
    case "usage":
      return usageWords(facts.data);
    case "config-key":
      return words(`没有“${facts.data.key}”这个设置。`, `可用的设置：${facts.data.allowed.join("、")}。`);
    case "config-value":
      return words(
        `${facts.data.file === null ? "" : `${facts.data.file} 里的 `}${facts.data.key} 不能设为“${facts.data.value}”。`,
        `可用的值：${facts.data.allowed.join("、")}。`,
      );
    case "config-broken":
      return words(`读不懂 ${facts.data.file} 里的设置：${facts.data.reason}。`, "请改好或删掉这个文件。");
    case "locked":
      return words(
        `另一个 sluice 正开着（${facts.data.host} 上的进程 ${facts.data.pid}）。`,
        `请先关掉它；如果并没有，就删掉 ${facts.data.file}。`,
      );
    case "relink-refused":
      return relinkWords(facts.data);
    default:
      return worldWords(facts);
  }
}

type WorldFacts = Exclude<
  FailureFacts,
  { readonly code: "usage" | "config-key" | "config-value" | "config-broken" | "locked" | "relink-refused" }
>;

function worldWords(facts: WorldFacts): FailureWords {
  switch (facts.code) {
    case "data-folder":
      return words(
        `数据文件夹 ${facts.data.folder} 用不了：${facts.data.reason}。`,
        "用 --data DIR 换一个，或者改好它的权限。",
      );
    case "journal-write":
      return words(
        `这次作答没能写进 ${facts.data.file}：${facts.data.reason}。`,
        "之前的作答都在。请腾出磁盘空间，再打一次分。",
      );
    case "config-read":
      return words(
        `读不了 ${facts.data.file} 里的设置：${facts.data.reason}。`,
        "请检查权限，或用 --data DIR 换个地方。",
      );
    case "stopped":
      return words("已停下。", "读好的部分已经保存，下次从这里接着读。");
    case "output-write":
      return words(`输出没能写完：${facts.data.reason}。`, "请腾出空间，或换个地方输出。");
    case "config-write":
      return words(
        `设置没能写进 ${facts.data.file}：${facts.data.reason}。`,
        "请检查权限，或用 --data DIR 换个地方。",
      );
    case "file-read":
      return words(...chineseAnki.failure.fileRead(facts.data.file, facts.data.reason));
    case "file-write":
      return words(...chineseAnki.failure.fileWrite(facts.data.file, facts.data.reason));
    case "package-refused":
      return words(...chineseAnki.failure.refused(facts.data.file, facts.data.fault));
    case "nothing-selected":
      return words(...chineseAnki.failure.nothingSelected);
    case "journal-read":
      return words(`读不了日志 ${facts.data.file}：${facts.data.reason}。`, "请检查权限，什么都没有改动。");
    case "deck-missing":
      return words(`${facts.data.path} 没有牌组。`, "请指定文件夹或 Markdown 文件：--deck PATH。");
    case "exercise-unknown":
      return words(
        `没有“${facts.data.id}”这个练习。`,
        facts.data.near === null
          ? "用 sluice fix --list 查看所有练习。"
          : `是不是想输入 ${facts.data.near}？`,
      );
    case "exercise-untrusted":
      return words(`${facts.data.deck} 里的程序还没有被允许运行。`, chineseFix.trust.refused);
    case "add-refused":
      return facts.data.why === "no-card"
        ? words("这些文字不成卡片。", "需要一行问题和一段答案。")
        : words(
            `接在 ${facts.data.file} 末尾的内容不会被当作卡片，文件未改动。`,
            "可能是文件头里排除了卡片，或者末尾有没关上的代码块。",
          );
    case "card-known":
      return words(
        `“${facts.data.prompt}”已经有了，文字完全一样。`,
        `在 ${facts.data.file}:${facts.data.line}。`,
      );
    case "not-encodable":
      return words(
        `${facts.data.file} 的编码是 ${facts.data.encoding}，写不出这张卡里的某个字，文件未改动。`,
        "请先把文件另存为 UTF-8。",
      );
    case "not-suspended":
      return words(
        facts.data.reason === "active"
          ? `${facts.data.card} 没有被暂停。`
          : `笔记里没有卡片 ${facts.data.card}。`,
        "sluice cards --suspended 列出已暂停的卡。",
      );
    case "editor-missing":
      return words(
        "还没有设编辑器。",
        '请设一个，例如：sluice config set editor "code -w"，或 export EDITOR=vim。',
      );
    case "editor-failed":
      return words(
        facts.data.code === null
          ? `找不到编辑器“${facts.data.editor}”。`
          : `编辑器“${facts.data.editor}”以代码 ${facts.data.code} 退出。`,
        "要换一个：sluice config set editor 名字。",
      );
    case "node-too-old":
      return words(
        `sluice 需要 Node ${facts.data.needed} 或更新的版本，当前是 ${facts.data.found}。`,
        "请升级 Node。",
      );
    case "nothing-to-undo":
      return words("没有可撤销的操作。", "作答和其他操作都能从最近的一步起逐个撤销。");
    case "nothing-to-redo":
      return words("没有可重做的操作。", "只有刚撤销、之后没有新操作的那一步才能重做。");
    default:
      return unreachable(facts);
  }
}

function relinkWords({ from, to, reason }: FailureData["relink-refused"]): FailureWords {
  switch (reason) {
    case "no-past":
      return words(`${from} 没有历史。`, "sluice doctor 会列出哪些历史失去了卡片。");
    case "no-note":
      return words(`笔记里没有 ${to} 这张卡。`, "sluice cards 会列出笔记里的卡片。");
    case "still-there":
      return words(`${from} 还在笔记里，历史仍归它。`, "只有笔记里已经没有的卡，历史才能转给别的卡。");
    case "older-past":
      return words(`${to} 自己的历史更早。`, "两边的历史都保持原样。");
    default:
      return unreachable(reason);
  }
}

function usageWords(fault: UsageFault): FailureWords {
  switch (fault.fault) {
    case "command-unknown":
      return words(`没有“${fault.name}”这个命令。`, near(fault.near, "sluice "));
    case "option-unknown":
      return words(`这里没有“${fault.name}”这个选项。`, near(fault.near, ""));
    case "option-value":
      return words(`${fault.name} 不能是“${fault.value}”。`, `可用的值：${fault.expected}。`);
    case "option-needs-value":
      return words(`${fault.name} 需要一个值。`, "用 sluice --help 查看。");
    case "argument-extra":
      return words(`多了一个词：“${fault.value}”。`, "用 sluice --help 查看每个命令的用法。");
    case "argument-missing":
      return words(`缺少 ${fault.name}。`, "用 sluice --help 查看每个命令的用法。");
    default:
      return unreachable(fault);
  }
}

function near(name: string | null, before: string): string {
  return name === null ? "用 sluice --help 查看都有什么。" : `是不是想用 ${before}${name}？`;
}

function words(what: string, next: string): FailureWords {
  return { what, next };
}
