/** The look of all our cards in Anki, by day and by night, on a desk and on a phone. */
export const CARD_STYLE = `.card {
  --text: #1f2328;
  --quiet: #6a737d;
  --page: #ffffff;
  --block: #f3f4f6;
  --line: #d8dee4;
  --accent: #0b69c7;
  --good: #1a7f37;
  --bad: #c4302b;
  --keyword: #8a3ffc;
  --literal: #0a6640;
  max-width: 44em;
  margin: 0 auto;
  padding: 1em;
  color: var(--text);
  background: var(--page);
  font: 18px/1.65 -apple-system, "Segoe UI", Roboto, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  text-align: left;
  overflow-wrap: anywhere;
}
.card.nightMode, .card.night_mode, .nightMode .card, .night_mode .card {
  --text: #e6e8eb;
  --quiet: #9aa4ae;
  --page: #1d2025;
  --block: #282c33;
  --line: #3d434b;
  --accent: #6cb6ff;
  --good: #57c26d;
  --bad: #ff7b72;
  --keyword: #c297ff;
  --literal: #7fd1a0;
}
.question { font-size: 1.1em; font-weight: 600; }
.question .options, .question .typed, .question .second { font-size: 1rem; font-weight: 400; }
.context { color: var(--quiet); font-size: 0.8em; }
.second, details, .explanation, .footnote { margin-top: 0.8em; }
.footnote { font-size: 0.85em; }
details > summary { color: var(--quiet); cursor: pointer; }
hr { border: 0; border-top: 1px solid var(--line); margin: 1em 0; }
p, ul, ol, pre, table, blockquote { margin: 0.5em 0; }
blockquote { padding-left: 0.8em; border-left: 3px solid var(--line); color: var(--quiet); }
img { max-width: 100%; height: auto; }
a { color: var(--accent); }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: 0.9em; }
code { padding: 0.1em 0.3em; border-radius: 4px; background: var(--block); }
pre { padding: 0.7em; border-radius: 6px; background: var(--block); overflow-x: auto; white-space: pre; overflow-wrap: normal; }
pre code { padding: 0; font-size: 1em; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { padding: 0.3em 0.6em; border: 1px solid var(--line); }
.cloze { color: var(--accent); font-weight: 600; }
.hl-keyword { color: var(--keyword); }
.hl-accent { color: var(--accent); }
.hl-literal { color: var(--literal); }
.hl-quiet { color: var(--quiet); }
.options { padding-left: 2em; list-style: upper-alpha; }
.options > li { margin: 0.4em 0; padding: 0.3em 0.6em; border: 1px solid var(--line); border-radius: 6px; cursor: pointer; }
.options > .picked { border-color: var(--accent); background: var(--block); }
.options > .right { border-color: var(--good); color: var(--good); }
.options > .picked.wrong { border-color: var(--bad); color: var(--bad); }
.plain-answer.told, .explanation:empty, .context:empty { display: none; }
`;
