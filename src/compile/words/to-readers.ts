/** How an author speaks to the readers: of an account to follow, a star to give, a book to be had. */
const ADVERT = new RegExp(
  [
    "(?:我的|本人|作者|个人|欢迎.{0,6}|微信搜.{0,4}|首发.{0,6})(?:微信)?公众号|公众号\\s*[：:「『【《“]|公众号.{0,6}(?:后台)?回复[「“【]",
    "(?:欢迎|记得|别忘了?|麻烦|顺手|(?<![请需要追])求)(?:大家|各位|一?个|给|点|帮忙){0,3}(?:点个?赞|关注我|star|三连)(?!接口|功能|服务|系统|数|者|点|的)",
    "(?:分享|赠送|送)(?:一份|给大家|\\**\\d+多?本).{0,40}(?:电子书|面试手册|学习资料|面试资料|资料包)",
    "\\bstar (?:this|the) repo|(?:⭐|\\bstars?\\b).{0,20}\\b(?:this repo|on github)|\\b(?:follow|connect with) me (?:on|at|for)\\b|buy me a coffee",
    "^[\\s\\p{P}\\p{S}]*happy (?:coding|learning|interviewing|hacking)[\\s\\p{P}\\p{S}]*$|^[\\s\\p{P}\\p{S}]*(?:good|best of) luck (?:with|in|on|for) your (?:\\w+ )?interviews?[\\s\\p{P}\\p{S}]*$",
  ].join("|"),
  "iu",
);

/** How a chat offers to go on below an answer that somebody has copied out of it. */
const OFFER = new RegExp(
  [
    "需要我(?:继续|再|把|帮|给|整理|为).{0,100}吗[\\s\\p{P}\\p{S}]*$|^要不要我.{0,100}[？?][\\s\\p{P}\\p{S}]*$|^如果(?:你|您)(?:需要|愿意|想要?|有需要).{0,6}我(?:还?可以|能)(?:再|继续|帮|把|为|给)",
    "^(?:would you like|do you want|want) me to\\b[^?]{0,240}\\?[\\s\\p{P}\\p{S}]*$|^if you(?:['’]d)? (?:like|want),? i can (?:also |next )?(?:create|make|prepare|provide|generate|turn|add|write|put)\\b",
  ].join("|"),
  "iu",
);

/** Tells whether a text is said to the readers, and belongs to no answer: an advertisement, the offer of a chat to go on. */
export function isToReaders(text: string): boolean {
  return ADVERT.test(text) || OFFER.test(text);
}
