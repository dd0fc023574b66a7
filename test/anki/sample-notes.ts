import type { Source } from "../../src/card/deck.ts";

/** The sample deck as it goes out first, and as it goes out after its author has worked on it. */
export type SampleVersion = "first" | "later";

const README: Source = {
  path: "sample/README.md",
  role: "readme",
  text: `---
deck: { zh: 样例, en: Sample }
chapters:
  1: { zh: 时间, en: Time }
  2: { zh: 状态, en: State }
---
`,
};

/** Returns the sources of a small deck with notes of every kind, in both languages. */
export function sampleSources(version: SampleVersion = "first"): readonly Source[] {
  return [
    README,
    notes("time.zh.md", "zh", 1, timeZh(version)),
    notes("time.en.md", "en", 1, timeEn(version)),
    notes("state.zh.md", "zh", 2, stateZh(version)),
    notes("state.en.md", "en", 2, stateEn()),
    { path: "sample/more.en.md", role: "notes", text: moreEn() },
  ];
}

function notes(name: string, lang: string, chapter: number, text: string): Source {
  const matter = `---\nchapter: ${chapter}\nlang: ${lang}\ntags: [sample]\n---\n\n# ${lang === "zh" ? "样例" : "Sample"}\n\n`;
  return { path: `sample/${name}`, role: "notes", text: matter + text };
}

function timeZh(version: SampleVersion): string {
  return `<!-- card: watermark level=junior tags=time::watermark -->
## 水位线说明什么？

不再等更早的事件。它是一个**承诺**，不是测量：

- 迟到的记录照样会来；
- 见[文档](https://example.org/docs?a=1&b=2#time)。

![一条水位线](图-水位线.png)

<!-- card: window-cloze kind=cloze level=middle -->
==滚动==窗口只有大小，{{c2::滑动::哪一种？}}窗口还有步长；二者都是==\`WindowAssigner\`==。

<!-- card: order-start kind=order level=middle since=1.15 -->
## 作业启动依次经过哪几步？

1. 提交图
2. 申请 slot
3. 部署 task

<!-- card: choice-slot kind=choice level=junior -->
## 一个 slot 隔离什么？

- [ ] 一个 CPU 核
- [x] 一份 managed memory
- [ ] 一个 JVM

只切分内存。

<!-- card: typed-coordinator kind=typed -->
## 谁触发 checkpoint？

CheckpointCoordinator

<!-- card: code-java level=senior -->
## 下面的代码错在哪里？

\`\`\`java
stream.keyBy(e -> e.id).process(new Count<Map<String, Long>>());
Foo::bar; if (a) { b = "{{c1::x}}"; }
\`\`\`
${version === "later" ? "\n改成 `KeyedProcessFunction`。\n" : ""}`;
}

function timeEn(version: SampleVersion): string {
  return `<!-- card: watermark level=junior tags=time::watermark -->
## What does a watermark say?

That no earlier event is waited for. It is a **promise**, not a measurement:

- late records come all the same;
- see the [docs](https://example.org/docs?a=1&b=2#time).

![a watermark](图-水位线.png)

<!-- card: window-cloze kind=cloze level=middle -->
A ==tumbling== window has a size, a {{c2::sliding::which kind?}} one a slide as well; both are made by a ==\`WindowAssigner\`==.

<!-- card: order-start kind=order level=middle since=1.15 -->
## Which steps does a job take to start?

1. submit the graph
2. ask for slots
3. deploy the tasks

<!-- card: choice-slot kind=choice level=junior -->
## What does a slot isolate?

- [ ] a CPU core
- [x] a share of managed memory
- [ ] a JVM

Only memory is divided.

<!-- card: typed-coordinator kind=typed -->
## What triggers a checkpoint?

CheckpointCoordinator

<!-- card: code-java level=senior -->
## What is wrong with this code?

\`\`\`java
stream.keyBy(e -> e.id).process(new Count<Map<String, Long>>());
Foo::bar; if (a) { b = "{{c1::x}}"; }
\`\`\`
${version === "later" ? "\nUse a `KeyedProcessFunction`.\n" : ""}`;
}

function stateZh(version: SampleVersion): string {
  const grown = version === "later" ? "，由 ==task== 访问" : "";
  return `<!-- card: keyed-state level=middle -->
## 为什么状态要按 key 分？

${version === "later" ? "这样一个 key 的状态只在一个 subtask 上，可以随 key group 迁移。" : "这样一个 key 的状态只在一个 subtask 上。"}

<!-- card: barrier-term -->
barrier ::: 把两次 checkpoint 之间的数据流分开的标记

<!-- card: cloze-grows kind=cloze -->
状态放在==状态后端==里${grown}。

${version === "later" ? "<!-- card: brand-new -->\n## 新增的一问？\n\n新增的一答。\n" : "<!-- card: goes-away -->\n## 将被删除的一问？\n\n将被删除的一答。\n"}`;
}

function stateEn(): string {
  return `<!-- card: keyed-state level=middle -->
## Why is state kept by key?

So that the state of one key lives on one subtask only.

<!-- card: barrier-term -->
barrier ::: a marker that parts the stream between two checkpoints
`;
}

/** Plain questions in one language, enough of them for a history of every state. */
function moreEn(): string {
  const questions = Array.from({ length: 24 }, (_, index) => {
    const number = String(index + 1).padStart(2, "0");
    return `<!-- card: plain-${number} level=middle tags=plain -->\n## What is checked in item ${number}?\n\nText ${number}.\n`;
  });
  return `---\nlang: en\n---\n\n# More\n\n${questions.join("\n")}`;
}
