// Longer texts are prose; the patterns below are for lines.
const LONGEST = 400;

// Behind a word and not inside an address or an operator (`a?b=c`, `x ?? y`).
const MARK =
  /[\p{L}\p{N})）\]】"'”’」』`+#*%…](?:\s?？|\s\?+$|\?+(?=$|[\s\p{Script=Han}"'”’」』】）)（【*_~☆★⭐！!]))/u;

/** A place left open; inside a name the underscores stand behind letters. */
const BLANK = /(?<![\p{Script=Latin}\p{N}_])_{3,}/u;

/** What may stand behind the last word: signs of importance and a remark in brackets. */
const TAIL = String.raw`[\s"'”’」』】☆★⭐🔥！!：:]*(?:[（(【][^（(）)【】]{0,24}[）)】]\s*)?$`;

const CHINESE_WORD = new RegExp(
  [
    "什么|怎么|怎样|如何|为何|为啥|何谓|何时|何为|啥",
    "哪些|哪个|哪种|哪里|哪几|哪儿|哪类|哪一|几种|几个|多少|多大|多久",
    "(?:正确|错误|不对|对|合适|符合|属于.{0,12}|可以|能够|需要)的(?:是|有|包括)",
    "是否|能否|可否|有没有|是不是|会不会|能不能|可不可以|要不要|该不该|有无",
    `^(?:下列|以下|下面|如下|上述|请问|这段|该).{1,30}(?:输出|结果|返回值?|值)(?:是|为)${TAIL}`,
    `(?:区别|异同|不同|不同点|差别|差异|优缺点|优劣)${TAIL}`,
    `[吗呢么]${TAIL}`,
    `^.{4,}[，,；;]\\s*请?(?:[说讲谈聊](?:[说讲谈聊]|一[说讲谈聊下]|下)|(?:介绍|解释|描述|分析|比较|对比|说明)(?:一下|下)|简述)`,
  ].join("|"),
  "u",
);

const CHINESE_CHOICE = /^(?:是|用|选|该用|应该用|使用|选择).{1,30}还是.{1,30}$/u;

const CHINESE_TASK = new RegExp(
  [
    "^(?:请|试|你|您|能|可以|再|先|来|简单|大致|详细|具体|地)*",
    "(?:[说讲谈聊](?:[说讲谈聊]|一[说讲谈聊下]|下)",
    "|(?:介绍|解释|描述|分析|比较|对比|概述|总结|说明|设计|实现|写|画|简介)(?:一下|下|一个|出)",
    "|简述|阐述|论述|讲述|叙述|列举|列出|举例|举出|举一?个|手写|推导|估算|何以",
    "|(?:解释|描述|介绍|说明)(?=.{2})(?!器|符|性|文档|信息|文件|书|如下|[:：])",
    "|(?:知道|了解|听说过|用过|看过|清楚|熟悉).*(?:吗|么|什么|\\?|？))",
  ].join(""),
  "u",
);

const ENGLISH_WORD = new RegExp(
  [
    "^(?:so |and |but |then |now |or )?(?:what|why|how|who|whom|whose|which|when|where)(?:['’](?:s|re|d|ll))?\\b(?!-)",
    "^(?:is|are|was|were|does|did|can|could|should|would|will|do you|have you) (?:\\S+ )+\\S+",
    "^(?:in|on|at|for|to|from|by|with|under|of) (?:what|which|whom|whose)\\b",
    "^(?:the )?diff(?:erences?)? (?:between|of|in)\\b",
  ].join("|"),
  "iu",
);

const ENGLISH_TASK = new RegExp(
  [
    "^(?:please |briefly |can you |could you )*(?:",
    "(?:explain|describe|discuss|differentiate|distinguish|elaborate|tell (?:me|us)|define)\\b",
    "|(?:compare|list|name|write|implement|design|give|state|outline|mention|contrast|estimate|draw|summari[sz]e|",
    "enumerate|find|create|build|sketch|prove|demonstrate|show)(?: (?:out|down|at least))? ",
    "(?:an?|the|some|all|any|me|us|your|its|each|how|what|why|different|various|few|two|three|four|five|\\d+)\\b)",
  ].join(""),
  "iu",
);

/** Tells whether a line asks: by its question mark, a question word, a blank, or by setting a task (`简述…`, `Explain ...`). */
export function asks(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (MARK.test(line) || CHINESE_TASK.test(line) || ENGLISH_TASK.test(line) || hasBlank(line)) return true;
  // `How it went.` tells, it doesn't ask.
  return (
    !isStatement(line) && [CHINESE_WORD, CHINESE_CHOICE, ENGLISH_WORD].some((pattern) => pattern.test(line))
  );
}

/** Tells whether a place is left open among words: `A ____ turns.`. */
function hasBlank(line: string): boolean {
  return line.includes("___") && BLANK.test(line) && /\p{L}/u.test(line);
}

/** Tells whether a line asks so that nobody can doubt it: by a question mark. */
export function asksByMark(line: string): boolean {
  return line.length <= LONGEST && MARK.test(line);
}

/** Tells whether a line is a question up to its end: a question mark closes it. */
export function isQuestion(line: string): boolean {
  return asksByMark(line) && /[?？]["'”’」』）)\s]*$/u.test(line);
}

/** Tells whether a line only asks on what another has begun to ask: `And explain its phases.` */
export function asksOn(line: string): boolean {
  return ASKING_ON.test(line);
}

const ASKING_ON =
  /^(?:(?:and|also) (?:explain|describe|give|list|tell|name|show|how|why|what|when|where|which|who)|if (?:yes|so|not|no),?(?: then)? (?:explain|describe|give|tell|name|how|why|what|when|where|which|who))\b.{0,80}$/iu;

/** Tells whether a line is a finished statement, which is nothing to be answered: it ends like a sentence. */
export function isStatement(line: string): boolean {
  return /[。；;.…]["'”’」』）)]*$/u.test(line) && !/\betc\.$/u.test(line);
}
