import type { Day } from "../base/day.ts";
import type { Messages } from "./messages.ts";
import { durationOf, intervalOf, parts, timeUntil } from "./spans.ts";
import { chineseAnki } from "./zh-anki.ts";
import { chineseFailure } from "./zh-failure.ts";
import { chineseFix } from "./zh-fix.ts";
import { chineseHelp } from "./zh-help.ts";
import { chinesePlainFix } from "./zh-plain-fix.ts";
import { chinesePractice } from "./zh-practice.ts";
import { chineseProblem } from "./zh-problem.ts";
import { chineseTrace } from "./zh-trace.ts";

const WEEKDAYS = "日一二三四五六";

function date(day: Day): string {
  const { weekday, month, date } = parts(day);
  return `${month + 1}月${date}日 周${WEEKDAYS[weekday]}`;
}

const UNITS = { second: "秒", minute: "分钟", hour: "小时", day: "天", month: "个月", year: "年" } as const;

/** Everything that sluice says, in Chinese. */
export const zh: Messages = {
  lang: "zh",
  help: chineseHelp,
  anki: chineseAnki,
  trace: chineseTrace,
  fix: chineseFix,
  practice: chinesePractice,
  plainFix: chinesePlainFix,
  home: {
    today: "今天",
    review: "复习",
    learning: "学习中",
    fresh: "新卡",
    about: (minutes) => (minutes < 1 ? "不到 1 分钟" : `约 ${minutes} 分钟`),
    begin: "开始今天的复习",
    goOn: "接着复习",
    nothingDue: "现在没有要复习的卡。",
    nothingDueAtAll: "今天的都做完了。",
    noCards: "这个牌组里还没有卡片。",
    noCardsNext: "把问题写成标题，答案写在下面，然后运行：sluice check",
    nextCard: (when) => `下一张卡：${when}。`,
    meanwhile: "这会儿可以再学几张新卡，或者看看做过标记的卡。",
    learnMore: (count) => `今天再学 ${count} 张新卡`,
    streak: (days) => `连续 ${days} 天`,
    command: (offer, command) => `${offer}：${command}`,
    deck: (title, cards) => `${title} · ${cards} 张卡`,
    problems: (errors, warnings) => `笔记里有 ${errors} 个错误、${warnings} 个提醒：sluice check`,
  },
  review: {
    showAnswer: "看答案",
    choose: "选好后按 Enter",
    type: "输入答案后按 Enter",
    yourAnswer: "你的答案",
    flip: "English",
    grade: { again: "重来", hard: "吃力", good: "记得", easy: "轻松" },
    onlyIn: (lang) => (lang === "zh" ? "只有中文" : "只有英文"),
    fresh: "新卡",
    learning: "学习中",
    relearning: "重学中",
    flagged: "有标记",
    suggested: "建议",
    right: "对",
    wrong: "错",
    hidden: "……",
    undone: "已撤销。",
    redone: "已重做。",
    suspended: "已暂停，不再出现：按 u 撤销，以后用 sluice cards --suspended 找回。",
    buried: "已搁置，明天再来。",
    flagSet: "已标记。",
    flagTaken: "已取消标记。",
    reason: "哪里不对（可以不写）",
    noReason: "没写理由",
    note: "备注",
    noteSet: "备注已存好。",
    noteTaken: "备注已删去。",
    cardChanged: "这张卡的文字改了，历史不变。",
    cardGone: "刚才那张卡已不在笔记里，历史保留着；接着下一张。",
    notesChanged: "笔记有改动，已重新读过。",
    clockWentBack: "电脑的时钟比上次作答还早，这段时间按零计算。",
    left: (count) => `还剩 ${count} 张`,
  },
  info: {
    title: "这张卡",
    uid: "编号",
    source: "出处",
    kind: "类型",
    kinds: {
      basic: "问答",
      outline: "提纲",
      cloze: "填空",
      choice: "选择",
      order: "排序",
      typed: "打字作答",
      number: "数值",
      error: "找错",
      exercise: "练习",
    },
    level: "级别",
    levels: { junior: "初级", middle: "中级", senior: "高级", staff: "资深" },
    validity: "Flink",
    memory: "记忆",
    noMemory: "还没学过",
    stability: (days) => `稳定性 ${days} 天`,
    difficulty: (value) => `难度 ${value}（满 10）`,
    recall: (percent) => `此刻记得的概率 ${percent} %`,
    due: "到期",
    dueOn: (date, when) => `${date}（${when}）`,
    dueToday: "今天",
    overdue: (days) => `已过期 ${days} 天`,
    history: "历史",
    noHistory: "还没答过",
    reps: (count, lapses) => `答过 ${count} 次，忘过 ${lapses} 次`,
  },
  summary: {
    title: "这一轮结束了",
    answers: (count) => `答了 ${count} 次`,
    took: (duration) => `用时 ${duration}`,
    perCard: (seconds) => `每张 ${seconds} 秒`,
    remembered: (percent) => `记住 ${percent} %`,
    fresh: (count) => `新卡 ${count} 张`,
    again: "值得再看一眼",
    saved: "都已存好。",
    nothing: "这次没有作答，一切照旧。",
    nothingDue: "眼下没有到期的卡",
    nothingDueNext: (extra) =>
      extra > 0 ? `想多学一点：按 Enter 回首页，今天还可以再学 ${extra} 张新卡。` : "今天可以歇着了。",
    left: (count) => `今天还剩 ${count} 张。`,
  },
  plain: {
    begin: "按 Enter 看答案，输入 ? 看所有按键，q 退出。",
    choose: "输入选项字母后按 Enter。",
    answer: "答案",
    help: [
      "Enter   看答案（选择题先输入选项字母）",
      "1-4     重来、吃力、记得、轻松",
      "u r     撤销、重做",
      "s b     暂停、搁置到明天（也可以输入 -）",
      "e       在编辑器里改这张卡",
      "n 文字  写备注，只有自己看；只输入 n 则删去",
      "* 理由  标记这张卡，理由可以不写；再输入 * 则取消",
      "l       English",
      "q       退出（都已存好）",
    ],
    nothingDueNext: (extra) =>
      extra > 0 ? `想多学一点：运行 sluice，今天还可以再学 ${extra} 张新卡。` : "今天可以歇着了。",
    gradeFirst: "请打分：1 重来，2 吃力，3 记得，4 轻松。",
    revealFirst: "请先按 Enter 看答案。",
    exercise: (command) =>
      `这是一个练习：按 Enter 现在打开，输入 - 推迟到明天；以后也可以用 ${command} 打开。`,
    unknown: (line) => `这里不认识“${line}”，输入 ? 看有哪些键。`,
    suggestion: (grade) => `建议打分：${grade}`,
    done: "眼下就这些了。",
  },
  keys: {
    reveal: "看答案",
    grade: "打分：重来、吃力、记得、轻松",
    choose: "选择选项",
    erase: "删一个字",
    cursor: "移动光标",
    save: "存好",
    cancel: "不写了",
    pick: "选一档，Enter 确认",
    note: "写备注，只有自己看",
    edit: "在编辑器里改这张卡",
    undo: "撤销",
    redo: "重做",
    bury: "搁置到明天",
    suspend: "暂停",
    flag: "标记（可写理由），或取消标记",
    info: "这张卡的信息",
    source: "看它在笔记里的位置",
    language: "English",
    help: "所有按键",
    quit: "退出",
    back: "返回",
    home: "首页",
    scroll: "滚动",
    start: "开始",
    fix: "修复作业",
    move: "选择",
  },
  keysTitle: "按键",
  readingNotes: (done, total) => `正在读笔记 ${done} / ${total}   Esc 停下`,
  smallWindow: "窗口太小了：sluice 至少需要 40 列 10 行。",
  sentences: (sentences) => sentences.join(""),
  date,
  interval: (ms) =>
    intervalOf(
      ms,
      (value, unit) => `${value} ${UNITS[unit]}`,
      (text) => `<${text}`,
    ),
  duration: (ms) => durationOf(ms, (value, unit) => `${value} ${UNITS[unit]}`),
  inTime: (ms) =>
    timeUntil(ms, {
      now: "现在",
      minutes: (count) => `${count} 分钟后`,
      hours: (count) => `${count} 小时后`,
      days: (count) => `${count} 天后`,
    }),
  problem: chineseProblem,
  failureLine: (facts) => chineseFailure(facts).what + chineseFailure(facts).next,
  bug: "这是 sluice 自己的错误。请带上下面几行报告给我们。",
  check: {
    summary: ({ files, cards, errors, warnings, left }) =>
      `${files} 个文件，${cards} 张卡：${errors} 个错误，${warnings} 个提醒` +
      (left > 0 ? `，${left} 节没有成卡（用 --json 看原因）` : ""),
    severity: { error: "错误", warning: "提醒", info: "说明" },
    expected: "要求：",
    fix: "改法：",
    stubs: (count) => `有 ${count} 个问题没有答案`,
    none: "没有卡片。牌组的 README.md 不出卡：要是问题写在里面，请直接给出这个文件：sluice check 目录/README.md。",
    copied: ({ questions, original }) =>
      `这个文件有 ${questions} 个问题已在 ${original} 里：请删掉它们，或只让其中一个文件留在牌组里`,
  },
  add: {
    template: "## 后面写问题，空一行写答案（Markdown）。保存并退出就添加；什么都不写就不添加。",
    added: (place, card) => `已添加到 ${place}：“${card}”`,
    nothing: "没有内容，什么也没添加。",
    elsewhere: (file) => `${file} 不在当前的牌组里；要复习它，加 --deck，或设置 sluice config set decks ...`,
  },
  cards: {
    none: "没有卡片。",
    total: (count) => `共 ${count} 张`,
    unsuspendNext: "恢复其中一张：sluice cards --unsuspend 编号",
    unsuspended: (card) => `“${card}”已恢复，会照常出现。`,
    state: {
      new: "新卡",
      learning: "学习中",
      review: "复习",
      relearning: "重学中",
      suspended: "已暂停",
      buried: "已搁置",
    },
  },
  due: {
    line: (review, learning, fresh) => `复习 ${review}   学习中 ${learning}   新卡 ${fresh}`,
    next: (when) => `下一张卡：${when}。`,
    none: "没有排定的卡。",
  },
  history: {
    undone: (what) => `已撤销：${what}`,
    redone: (what) => `已重做：${what}`,
    event: (type, card, rating) => {
      if (rating !== null) return `“${card}” → ${zh.review.grade[rating]}`;
      const verbs: Readonly<Record<string, string>> = {
        "card-suspended": "暂停",
        "card-unsuspended": "恢复",
        "card-buried": "搁置",
        "card-unburied": "取消搁置",
        "card-flagged": "标记",
        "card-unflagged": "取消标记",
        "card-noted": "写备注：",
        "card-relinked": "把历史接到",
      };
      return `${verbs[type] ?? type}“${card}”`;
    },
    relinked: (old, card) => `${old} 的历史接到了“${card}”上。`,
  },
  doctor: {
    journal: (files, events, unknown) =>
      `日志：${files} 个文件，${events} 条事件` +
      (unknown > 0 ? `，其中 ${unknown} 条这个版本不认识（原样保留）` : ""),
    torn: (file, bytes) => `${file}：最后一行没写完，略去 ${bytes} 字节。`,
    brokenLine: (file, line) => `${file}:${line}：这一行不是事件，原样保留，不计入。`,
    unwritten: (file, reason) => `${file} 没能写入：${reason}。`,
    snapshot: {
      current: "快照：与日志一致。",
      behind: "快照：比日志旧一点，其余从日志读取。",
      unfit: "快照：来自别的日志，会重新生成。",
      missing: "快照：还没有，会由日志生成。",
      old: "快照：由另一个版本写下，会由日志重新生成。",
      broken: "快照：已损坏，会由日志重新生成。",
    },
    orphans: (count) =>
      count === 0 ? "有历史的卡都还在笔记里。" : `有 ${count} 张带历史的卡已不在笔记里，历史保留着。`,
    doubts: (count) => `其中 ${count} 张可能还在，只是改动很大。由你决定：sluice relink OLD NEW`,
    likeness: (percent) => `相似度 ${percent}%`,
    healthy: "一切正常。",
  },
  config: {
    set: (key, value) => `${key} = ${value}`,
    standard: "（默认）",
    meaning: {
      lang: "界面的语言；卡片有两种语言时也按它",
      decks: "笔记所在的文件夹或文件；不设就用自带的牌组",
      newPerDay: "每天最多几张新卡",
      reviewsPerDay: "每天最多复习几张",
      retention: "到期那天还记得的把握",
      rollover: "几点算新的一天",
      grades: "有几档评分可选",
      learningSteps: "新卡隔多久再出现，之后才按天计",
      relearningSteps: "忘了的卡隔多久再出现",
      learnAhead: "没有别的卡时，学习中的卡最多可以提前多久",
      weights: "FSRS-6 的 21 个权重；不设就用它自带的",
      theme: "dark 深色、light 浅色、mono 无色、contrast 高对比；auto 由终端决定",
      ambiguousWidth: "终端把“ ” … → 这类符号画成多宽",
      editor: "用哪个编辑器打开笔记；不设就看 $VISUAL 和 $EDITOR",
    },
    stray: (file, keys) => `${file} 里有这个版本不认识的设置，原样保留：${keys.join("、")}`,
  },
};
