import { NUMERAL } from "./numbering.ts";

// Labels are taken with what decorates them: numbers, colons, brackets, emoji.
const EDGE = String.raw`[\s\p{P}\p{S}\d]*`;

function whole(words: string): RegExp {
  return new RegExp(`^${EDGE}(?:${words})${EDGE}$`, "iu");
}

/** Returns what finds words at the beginning of a line as its label: with a colon, `signs` or in brackets. */
function before(words: string, signs: string): RegExp {
  const number = String.raw`\s*(?:\d{0,4}|${NUMERAL})\s*`;
  return new RegExp(
    `^(?:(?:${words})${number}(?:[:：]${signs})|[【［\\[](?:${words})${number}[】］\\]]\\s*[:：]?)\\s*`,
    "iu",
  );
}

const QUESTION_BEFORE = before("q|question|问|问题|题目|面试题|提问|面试官问", String.raw`|[.、)）](?=\s)`);
const ANSWER_BEFORE = before(
  "a|(?:(?:expected|sample|model|short|suggested|ideal|possible|correct|good|best) )?answer|ans|答|(?:正确|参考)?答案|回答|参考回答|解答|solution",
  "",
);
const EXPLANATION_BEFORE = before("(?:题目|答案|参考)?解析|题解|explanation", "");

const REMARK_BEFORE = before("(?:题目|问题)?分析|(?:解题)?思路|(?:题目)?解析|点评|analysis", "");

const QUESTION = whole(
  "面试题目?|(?:题目|问题)(?:描述|内容)?|问|原题|提问|题|q|(?:the |interview |sample )?questions?(?: (?:details?|description|statement))?",
);
/** What only counts a question: `Theory Question 7`. */
const COUNTED_QUESTION = /^(?:\p{L}+\s){0,2}question\s*#?\s*\d{1,4}[\s\p{P}]*$/iu;
const ANSWER = whole(
  "(?:点击|点我|展开|查看|显示|参考|标准|正确|示例|面试题?|题目?|推荐|简要|详细|基本)*(?:答案|回答|解答|剖析|解析|题解|(?:解题|解答)思路|解法|答)(?:\\s*[&＆和与及/、+]?\\s*(?:解析|剖析))?|a|ans|(?:click (?:here )?to |view |show |see |reveal |the |sample |short |model |perfect |ideal |good |strong |best |suggested |possible |expected )*(?:answers?|solution|explanation)",
);
const CONTENTS = whole(
  "(?:文章|本文)?(?:目录|导航|大纲|提纲|内容|正文)|(?:table of )?contents?|toc|list of questions",
);

/** Returns how long the label is that a question begins with (`Q:`, `问：`); 0 if there is none. */
export function questionLabelOf(text: string): number {
  return QUESTION_BEFORE.exec(text)?.[0].length ?? 0;
}

/** Returns how long the label is that an answer begins with (`A:`, `答：`); 0 if there is none. */
export function answerLabelOf(text: string): number {
  return ANSWER_BEFORE.exec(text)?.[0].length ?? 0;
}

/** Returns how long the label is that an explanation begins with (`解析：`), which may be all of an answer; 0 if there is none. */
export function explanationLabelOf(text: string): number {
  return EXPLANATION_BEFORE.exec(text)?.[0].length ?? 0;
}

/** Tells whether a text remarks on a question, which gives away some of the answer: `分析：`. */
export function isRemarkOnQuestion(text: string): boolean {
  return REMARK_BEFORE.test(text);
}

/** Tells whether a heading is only the label of a question: `Question`, `面试题`. */
export function isQuestionLabel(title: string): boolean {
  return QUESTION.test(title) || COUNTED_QUESTION.test(title);
}

/** Tells whether a heading or a line is only the label of an answer: `Answer`, `参考答案：`. */
export function isAnswerLabel(title: string): boolean {
  return ANSWER.test(title);
}

/** Tells whether a heading begins an answer: it is the label of one, or says the answer behind it (`Answer: D`). */
export function beginsAnswer(title: string): boolean {
  return isAnswerLabel(title) || answerLabelOf(title) > 0;
}

const UNFOLD = whole(
  "(?:点击|点我|请)*(?:展开|查看|显示|详情|折叠)+(?:全部|更多|详情)*|(?:click (?:here )?(?:to |for )?)?(?:view|show|see|reveal|expand|open|toggle|more)(?: the| full| more| details?)*",
);

/** Tells whether a line says that more is to be unfolded: `View answer`, `展开`. */
export function isUnfoldLabel(text: string): boolean {
  return UNFOLD.test(text) || isAnswerLabel(text);
}

/** Tells whether a heading announces a table of contents. */
export function isContentsLabel(title: string): boolean {
  return CONTENTS.test(title);
}

const AROUND = whole(
  [
    "(?:面试|考试|笔试)(?:前|后|开始|结束|准备|总结|感受|感想|心得|结果|技巧|建议)|准备(?:过程|工作)|学习(?:指南|路线图?|路径|建议|资源|资料|目标|计划|顺序)|.{0,12}小结|总结|结论|回顾|summary|conclusions?|recap|前言|序言?|引言|导言|导读|写在前面|写在最后|(?:先|再)?(?:说|讲|聊)?(?:点|些|几句|句)?(?:题外话|废话)|后记|结语|结束语|尾声|end|the end|全文完|絮叨|唠叨|闲聊|碎碎念|求点赞|日常求赞|点赞|附录|说明|(?:以上|以下|本文)?(?:答案|内容|回答)?仅供参考|声明|免责声明|版权(?:声明)?|鸣谢|致谢|感谢",
    "(?:本文|本章|本节)(?:导读|导航|概要)|题目来源|(?:本文|本章|本节)?(?:参考|引用|相关|推荐|扩展|延伸|拓展|学习)*(?:资料|文献|文档|链接|文章|阅读|书籍|书单|来源|博客|连接)(?:推荐|与扩展)?|参考|推荐|扩展|来源",
    "关于(?:我|作者|本文|本书|本项目)?|作者|(?:我的|个人|作者|关注)*(?:微信)?公众号|联系(?:我|我们|方式|作者)|微信(?:公众号)?|交流群?|打赏|赞助|贡献(?:者|指南)?|(?:持续)?更新(?:日志|记录|中)?|更新历史|许可证?|待(?:办|完成|补充|更新|整理|续)|未完待续",
    "references?|further reading|see also|(?:useful |related |other |additional |more |learning |study |preparation |external |recommended |online )*(?:resources?(?: for (?:continued|further|more) (?:learning|study|reading|practice))?|links?|courses?|reading(?: list)?|books?|tools? to learn)|sources?|bibliography|acknowledge?ments?|credits?",
    "thank(?:s| you)|what is this(?: repo(?:sitory)?)?(?: for| about)?|how to (?:contribute|use this (?:repo(?:sitory)?|guide|list))|license|licence|contributing|contributors?|contributions?|authors?|about(?: (?:me|us|the author))?|changelog|sponsors?|backers?|support|star history|disclaimer|preface|foreword|appendix|todo|feedback|contact(?: me| us)?|(?:let[’']s )?connect(?: with (?:me|us))?|follow (?:me|us)(?: on)?|good luck|final (?:prep )?checklist|interview preparation tips|contribute(?: & stay updated)?|community(?: (?:&|and) support)?",
    "(?:suggested |recommended )?(?:study|learning|reading) (?:order|plan|guide|path|goals?|objectives?|outcomes?)|(?:what|where) to (?:learn|go|read|study)(?: next)?|next steps|prerequisites?|(?:interview|preparation|study) tips",
  ].join("|"),
);

const ASPECT = whole(
  [
    "概述|概览|概念|简介|介绍|定义|特征|背景|总览|基本概念|优点|缺点|优缺点|优势|劣势|相同点|不同点|共同点|异同点?|特点|特性|好处|坏处|用途|作用|原理|实现|实现方式|使用|用法|使用方法|使用场景|应用场景|场景|适用场景",
    "语法|格式|步骤|流程|过程|示例|例子|例|举例|代码|代码示例|示例代码|样例|案例|注意|注意事项|注意点|补充|拓展|扩展|总结|小结|小节|结论|结果|输出|思路|分析|方案[一二三四五]?|方法[一二三四五]?|图解|源码|对比|区别|(?:区别|联系)[与和及](?:区别|联系)",
    "(?:是|有)什么(?:用|好处|作用|缺点|优点|特点)?|为什么(?:要?用它?|需要它?|使用)?|(?:如何|怎么|怎样)(?:做|办|用|实现|使用|完成|解决|处理|避免|优化|配置|选择|选取|排查|工作)?",
    "what(?: is (?:it|this))?|why(?: (?:use )?it)?|how(?: to(?: use| fix| solve)?(?: it)?)?",
    "overview|introduction|intro|definition|background|symptoms?|problem|scenario|fix(?:es)?|trade-?offs?|pros|cons|pros and cons|advantages?|disadvantages?|benefits?|drawbacks?|features?|usage|use cases?|when(?: to use(?: it)?)?|(?:step|步骤)\\s*\\d+.*|how it works|why (?:this|it) (?:works|matters)|syntax|(?:good |bad |simple |code )?examples?|code|output|result|notes?|summary|conclusion|recap|key points?|steps?|tl;?dr|best practices|explanation|details?|(?:time|space) complexity|complexity|edge cases|(?:\\w+ )?approach(?: \\w+)?|(?:worked )?solution",
  ].join("|"),
);

const ASIDE = whole(
  "和|与|或|或者|以及|然后|and|or|but|then|vs|versus|注|注意(?:事项)?|备注|提示|说明|警告|重要|补充|示例|例如|例|比如|如下|代码|输出|结果|引用|原文|来源|参考|译文|摘要|note|notes|nb|tips?|warning|important|caution|info|hint|example|e\\.?g|output|result|source|see|quote|update|edit|disclaimer",
);

/** Tells whether a heading stands around the notes: a preface, references, thanks. */
export function isAroundNotes(title: string): boolean {
  return AROUND.test(title);
}

const PREFACE = whole("前言|序言?|引言|导言|导读|写在前面|preface|foreword");

/** Tells whether a heading opens the notes: chapters below it are set too low. */
export function isPreface(title: string): boolean {
  return PREFACE.test(title);
}

const RECORD =
  /\binterviews?(?:\s(?:questions?(?: ?(?:&|and|with) ?answers?)?|q ?& ?a|experience|records?|rounds?|process))?[\s\p{P}\d]*$|面试(?:题目?|问题)\s?(?:[与和及]答案|总结|汇总|大全|集锦|合集|整理|精选|\d+\s?[题道问强])[\s\p{P}]*$|面经|面试(?:记录|经历|经验|过程)|笔试$|(?:(?<![这那另每])[一二三四五终]|(?<![a-z])hr\s*|(?<!\d)\d)面(?!\p{L})|\bround \d/iu;

const MISCELLANY = whole(
  "其[他它余](?:.{0,12}(?:知识点?|问题|面试题|题目?|内容|常见题|补充))?|杂项|misc(?:ellaneous|ellany)?|others?(?: (?:questions?|topics?))?",
);

/** Tells whether a heading stands above what belongs nowhere else: `Miscellaneous`. */
export function isMiscellany(title: string): boolean {
  return MISCELLANY.test(title);
}

/** Tells whether a heading names an interview, or a round of one: what stands below was asked there, and answers nothing. */
export function isRecord(title: string): boolean {
  return RECORD.test(title);
}

/** Tells whether a heading names an aspect that says nothing without what stands above it: `优点`, `Example`. */
export function isAspect(title: string): boolean {
  return ASPECT.test(title);
}

/** Tells whether a line announces an aside: `Note`, `提示：`. */
export function isAside(title: string): boolean {
  return ASIDE.test(title);
}

const CITED =
  /根据|官方|文档|原文|如下|以下|下面|引用|摘自|来自|写道|提到|指出|介绍|描述|说明|所示|例如|比如|模板|\b(?:says?|states?|stated|follow(?:s|ing)|quot(?:e|es|ed|ing)|according|docs?|documentation|wrote|writes?|from|example|reads?)\b/i;

const SOURCE =
  /^(?:(?:参考|来源|出处|摘自|转自|选自|原文|sources?)\s?[:：].{1,120}|《[^》]{1,40}》[^。！？，；：]{0,40})$/iu;

/** Tells whether a text only names where something is from: `《机器学习》 2.5`, `Source: ...`. */
export function isSource(text: string): boolean {
  return SOURCE.test(text);
}

/** Tells whether a line introduces what somebody else has said: `The documentation says:`. */
export function isCitation(text: string): boolean {
  return /[:：]$/.test(text) && CITED.test(text);
}
