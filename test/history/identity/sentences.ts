import type { Lang } from "../../../src/base/lang.ts";
import type { Random } from "../../../src/base/random.ts";

const WORDS: Readonly<Record<Lang, readonly string[]>> = {
  en: (
    "anchor arrow attic axle badge bakery barrel basin beacon bellows blanket bridge bucket buffer cabin candle canal " +
    "carpet castle cellar chain chapel chimney cinder circle clamp clock cloud collar column copper corner cradle crane " +
    "crystal curtain cushion dagger dancer desert donkey drawer dungeon eagle easel engine fabric falcon feather fence " +
    "ferry fiddle flagon flute forest fountain gallery garden garnet ginger glacier goblet granite grape gravel grove " +
    "hammer harbour harness hatchet hedge helmet hinge honey horizon husband iceberg island ivory jacket jasper jersey " +
    "journal juniper kennel kettle keyboard kitchen ladder lantern lattice leather ledger lemon lever lobster locket loom " +
    "magnet mantle marble market meadow mirror mitten mortar muscle napkin needle nickel nutmeg oracle orchard organ otter " +
    "oven oyster paddle palace parcel pebble pencil pepper pillar pistol planet plough pocket powder prism pulley puppet " +
    "quarry quill rabbit radish ranger ribbon river rocket saddle sailor salmon sandal scale sceptre shield shovel signal " +
    "silver socket spindle spring stable statue stirrup summit tablet tavern temple thimble thread throne timber tower " +
    "trellis trumpet tunnel turban turtle valley velvet vessel village violin wagon walnut weasel whistle willow window"
  ).split(" "),
  zh: (
    "齿轮 轴承 皮带 活塞 阀门 管道 水箱 锅炉 风箱 滑轮 杠杆 弹簧 螺母 扳手 钳子 砧板 炉膛 烟囱 屋檐 梁柱 砖墙 地窖 阁楼 走廊 " +
    "庭院 果园 菜畦 篱笆 水井 磨坊 码头 渡船 桅杆 船帆 罗盘 灯塔 海图 缆绳 锚链 舵轮 马鞍 缰绳 车辙 驿站 关隘 城门 箭楼 护城河 " +
    "织机 梭子 纱线 染缸 绸缎 毡毯 针脚 纽扣 陶轮 釉料 窑炉 瓷坯 铜镜 玉佩 漆器 屏风 笔架 砚台 墨锭 宣纸 印章 卷轴 竹简 琴弦 " +
    "鼓面 号角 钟楼 日晷 沙漏 星图 药碾 药柜 蜂箱 鱼塘 稻田 麦垛 谷仓 石磨 油坊 酒瓮 茶席 食盒 蒸笼 砂锅 火钳 木炭 陶瓮 竹篮"
  ).split(" "),
};

const QUESTIONS: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    "What does the * do to the *?",
    "Why does a * need a * and a *?",
    "How do you keep the * of a * from the *?",
    "When is a * better than a *?",
    "What is the difference between * and *?",
    "Explain how * and * share one *",
  ],
  zh: [
    "什么是*的*？",
    "为什么*离不开*？",
    "*和*有什么区别？",
    "如何用*检查*里的*？",
    "说说*与*的关系",
    "*坏了，*怎么办？",
  ],
};

const SENTENCES: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    "The * holds the * until the * has passed.",
    "A * in the * is worth more than any *.",
    "Nobody takes a * to the * without its *.",
    "If the * breaks, its * falls back to the *.",
    "It turns each * into a * and keeps the *.",
    "Every * counts, and so does the * behind it.",
  ],
  zh: [
    "先把*放进*，再打开*。",
    "*会一直等到*准备好*。",
    "没有*的时候，*由*代替。",
    "每个*都记着自己的*和*。",
    "一旦*断开，就从*重新开始。",
    "这样*不会丢，*也不会重。",
  ],
};

/** Returns one of some things. */
export function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

/** Returns a word. */
export function aWord(lang: Lang, random: Random): string {
  return pick(WORDS[lang], random);
}

/** Returns a question. */
export function aQuestion(lang: Lang, random: Random): string {
  return filled(pick(QUESTIONS[lang], random), lang, random);
}

/** Returns an answer of two to four sentences. */
export function anAnswer(lang: Lang, random: Random): string {
  const count = 2 + Math.floor(random() * 3);
  const sentences = Array.from({ length: count }, () => filled(pick(SENTENCES[lang], random), lang, random));
  return sentences.join(lang === "zh" ? "" : " ");
}

function filled(template: string, lang: Lang, random: Random): string {
  return template.replaceAll("*", () => aWord(lang, random));
}

/** Returns a text in other words: about so large a share of its nouns is exchanged, at least one. */
export function reworded(text: string, share: number, lang: Lang, random: Random): string {
  const nouns = WORDS[lang].filter((word) => text.includes(word));
  const some = nouns.filter(() => random() < share);
  const exchanged = some.length === 0 ? nouns.slice(0, 1) : some;
  return exchanged.reduce((rest, noun) => rest.replaceAll(noun, aWord(lang, random)), text);
}

/** Returns a text with a slip in one of its words: a letter doubled, left out or another one. */
export function mistyped(text: string, random: Random): string {
  const at = 1 + Math.floor(random() * (text.length - 2));
  const slip = pick(["double", "leave-out", "other"] as const, random);
  const letter = text.charAt(at);
  const typed =
    slip === "double" ? letter + letter : slip === "leave-out" ? "" : /[a-z]/i.test(letter) ? "x" : "的";
  return text.slice(0, at) + typed + text.slice(at + 1);
}
