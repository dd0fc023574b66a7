/** How an author asks for something, or offers it: a star, a book, an account to follow. */
const ADVERT = new RegExp(
  [
    "公众号.{0,60}(?:关注|搜索|搜一搜|回复|首发|扫码|获取|领取)|(?:关注|搜索|搜一搜|回复|首发于?|扫码|添加|微信搜).{0,20}公众号",
    "(?:欢迎|记得|别忘了?|麻烦|顺手|(?<![请需要追])求)(?:大家|各位|一?个|给|点|帮忙){0,3}(?:点赞|关注我?|star|赞|三连)(?!者|点|的)",
    "(?:分享|赠送|领取|送上).{0,40}(?:电子书|面试手册|学习资料|面试资料|资料包)",
    "\\b(?:give|leave|drop)\\b.{0,30}(?:\\bstars?\\b|⭐)|\\bstar this repo|\\b(?:(?:follow|connect with|support) (?:me|us)|subscribe to (?:me|us|my|our)|support my work)\\b|buy me a coffee",
    "\\bhappy (?:coding|learning|interviewing|hacking)\\b|\\b(?:good|best of) luck\\b.{0,40}\\binterviews?\\b",
  ].join("|"),
  "iu",
);

/** How a chat offers to go on below an answer that somebody has copied out of it. */
const OFFER = new RegExp(
  [
    "需要我(?:继续|再|把|帮|给|整理|为).{0,100}吗[\\s\\p{P}\\p{S}]*$|^要不要我.{0,100}[\\p{P}\\p{S}]$|^如果(?:你|您)(?:需要|愿意|想要?|有需要).{0,6}我(?:还?可以|能)",
    "^(?:would you like me to|do you want me to|want me to|shall i|if you(?:['’]d)? (?:like|want),? i can|let me know if you(?:['’]d| would)? (?:like|want) me to)\\b",
  ].join("|"),
  "iu",
);

/** Tells whether a text is said to the readers, and belongs to no answer: an advertisement, the offer of a chat to go on. */
export function isToReaders(text: string): boolean {
  return ADVERT.test(text) || OFFER.test(text);
}
