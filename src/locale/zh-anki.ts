import type { AnkiWords } from "./anki-words.ts";

function counted(file: string, notes: number, cards: number, reviews: number): string {
  return `${file}：${notes} 条笔记，${cards} 张卡片，${reviews} 次复习`;
}

/** A note there with several card types is several notes here. */
function notesAs(notes: number, own: number): string {
  return `${notes} 条笔记${own === notes ? "" : `（每种卡片类型一条，这里共 ${own} 条）`}`;
}

/** 与 Anki 往来的中文说法。 */
export const chineseAnki: AnkiWords = {
  command: {
    export: {
      summary: "把卡片导出成文件：给 Anki、表格软件或其他程序",
      usage: "anki|text|csv|json",
      more: [
        "anki 导出 .apkg，带上这里的一切：正文、牌组、标签、记忆状态和复习历史。可以反复导出：Anki 只更新这里改过的笔记，你在 Anki 里的修改和排期不受影响。",
        "每张卡片都带中英文，--front 决定用哪种语言提问。text 供阅读，也供 Anki 的文本导入（笔记模板要先由 .apkg 带过去），csv 供表格软件，json 供程序使用。",
      ],
      examples: [
        "sluice export anki -o sluice.apkg",
        "sluice export anki --chapter 6 --front both --open",
        "sluice export csv -o cards.csv --level senior",
      ],
    },
    import: {
      summary: "从 Anki 的牌组包导入复习历史和笔记",
      usage: "anki FILE",
      more: [
        "FILE 是 .apkg 或 .colpkg。出自这里的卡片，复习记录并入你的历史，每条只算一次；其他笔记转成你自己的 Markdown 笔记，连同历史。重复导入不会重复计算，导入前先备份。",
      ],
      examples: [
        "sluice import anki collection.colpkg --dry-run",
        "sluice import anki collection.colpkg --weights",
      ],
    },
  },
  option: {
    output: "写入的文件；- 表示标准输出（anki 除外）",
    front: "提问所用的语言（默认与界面相同）",
    format: "latest：Anki 自己导出时的新格式",
    chapter: "只要这一章，可重复",
    tag: "只要这个标签，可重复",
    level: "只要这个级别（junior、middle、senior、staff），可重复",
    "no-history": "不带复习记录，卡片都是新的，适合给别人",
    "dry-run": "只说会做什么，不动手",
    open: "导出后打开文件，.apkg 用 Anki 打开",
    weights: "一并采用 FSRS 权重",
  },
  value: {
    output: "FILE",
    front: "zh|en|both",
    format: "legacy|latest",
    chapter: "CHAPTER",
    tag: "TAG",
    level: "LEVEL",
    "no-history": "",
    "dry-run": "",
    open: "",
    weights: "",
  },
  export: {
    progress: (done, total) => `正在写笔记 ${done} / ${total}`,
    written: (file, notes, cards, reviews) => `已写入 ${counted(file, notes, cards, reviews)}。`,
    wouldWrite: (file, notes, cards, reviews) => `将写入 ${counted(file, notes, cards, reviews)}。`,
    writtenNotes: (file, notes) => `已写入 ${file}：${notes} 条笔记。`,
    wouldWriteNotes: (file, notes) => `将写入 ${file}：${notes} 条笔记。`,
    news: (added, changed, unchanged) =>
      `与上次导出相比：新增 ${added}，修改 ${changed}，未变 ${unchanged}。`,
    gone: (count) => `${count} 条导出过的笔记这里已经没有了，Anki 里仍会保留。`,
    retyped: (count) =>
      `${count} 条笔记换了题型，Anki 里仍是旧内容：在 Anki 里删掉它们再导入，就能换成新的。`,
    emptied: (count) => `${count} 条笔记少了卡片：在 Anki 里用“工具 > 清理空卡片”删掉。`,
    advice: [
      "在 Anki 的导入窗口里：",
      "  “导入所有学习进度信息”：勾选。历史只在卡片第一次导入时带过去。",
      "  “导入所有牌组预设配置”：第一次导入时勾选。",
      "  “更新笔记”：选“仅在笔记较现有新时”。",
      "在 Anki 里学习之前，先在“牌组选项”里打开 FSRS，否则第一次作答就会丢掉这张卡片的记忆状态。",
    ],
    notOpened: (file) => `没有程序打开 ${file}，请手动打开；.apkg 在 Anki 里用“文件 > 导入”。`,
  },
  import: {
    progress: (done, total) => `正在导入 ${done} / ${total}`,
    found: (file, notes, cards, reviews) => `${counted(file, notes, cards, reviews)}。`,
    news: (reviews, notes, own) => `导入了 ${reviews} 次复习、${notesAs(notes, own)}。`,
    wouldBring: (reviews, notes, own) => `将导入 ${reviews} 次复习、${notesAs(notes, own)}。`,
    leftOut: "没有导入的：",
    knownNotes: (count) => `${count} 条笔记这里已有`,
    leftBehind: {
      known: (count) => `${count} 次复习这里已有`,
      practised: (count) => `${count} 次筛选牌组里的作答，不影响排期`,
      rescheduled: (count) => `${count} 次不是作答，而是手动或由 FSRS 改期`,
      reset: (count) => `${count} 次不是作答，而是把卡片重置为新卡`,
      future: (count) => `${count} 次作答时间在未来`,
      "no-answers": (count) => `${count} 张卡片有进度却没有作答记录`,
      "no-words": (count) => `${count} 张卡片的问题或答案没有文字`,
      "of-no-words": (count) => `${count} 次复习属于这些卡片`,
    },
    backup: (folder) => `备份：${folder}`,
    notesIn: (folder) => `新笔记：${folder}`,
    weightsTaken: "已采用其中的 FSRS 权重（sluice config get weights）。",
    weightsThere: "包里有 FSRS 权重，加上 --weights 即可采用。",
    noWeights: "包里没有 FSRS-6 权重。",
  },
  failure: {
    fileRead: (file, reason) => [`无法读取 ${file}（${reason}）。`, "请检查路径和权限。"],
    fileWrite: (file, reason) => [
      `无法写入 ${file}（${reason}）。`,
      "请检查路径、权限和剩余空间；原有内容未动。",
    ],
    refused: (file, refusal) => {
      switch (refusal) {
        case "no-package":
          return [`${file} 不是 Anki 的牌组包。`, "请在 Anki 里用“文件 > 导出”生成 .apkg 或 .colpkg。"];
        case "damaged":
          return [`${file} 已损坏，什么都没有导入。`, "请从 Anki 重新导出。"];
        case "too-large":
          return [`${file} 大得不像一个集合，什么都没有导入。`, "请在 Anki 里改为导出单个牌组。"];
        case "too-new":
          return [`${file} 来自更新的 Anki，sluice 还不认识。`, "导出时请勾选“支持较旧的 Anki 版本”。"];
        case "stub-only":
          return [
            `${file} 里只有一条“请更新 Anki”的提示。`,
            "请从 Anki 重新导出，并勾选“支持较旧的 Anki 版本”。",
          ];
      }
    },
    nothingSelected: ["没有卡片符合这个条件。", "sluice cards 会列出所有卡片的章节、级别和标签。"],
  },
};
