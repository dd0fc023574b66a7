/** Words, and pairs of Chinese characters, that are in any text: they hold it together, and say little of what it is about. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the of in on at to for from by with without into than then and or but not no nor if as so it its this that these those " +
    "is are was were be been being do does did done has have had can could will would should may might must shall " +
    "what which who whom whose when where why how there here you your we our they their he she his her i my me us them " +
    "one each every any some all both more most other such only also until while because between about over under " +
    "什么 么是 是什 为什 怎么 么办 如何 哪些 有哪 有什 么区 区别 的区 关系 的关 是否 可以 一个 这个 那个 我们 你们 他们 它们 因为 所以 " +
    "如果 但是 而且 并且 以及 或者 还是 不是 就是 也是 都是 的时 时候 之间 一下 说说 说一 谈谈 讲讲 简述 解释 介绍"
  ).split(" "),
);
