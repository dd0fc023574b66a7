import type { Source } from "../../src/card/deck.ts";

/** Texts that Anki, a browser or SQLite would take for something else than text. Each must come out as it went in. */
export const HOSTILE_TEXTS: readonly string[] = [
  "<script>alert(1)</script> & <b>bold?</b> List<T> a && b",
  '<img src=x onerror="alert(1)"> <iframe src="//evil.example"></iframe>',
  "{{c1::not a cloze}} and {{Front}} and {{#x}}y{{/x}} and }}} {{{",
  "Foo::bar std::vector<int> ::x:: a:::b",
  "[sound:alarm.mp3] [anki:tts lang=en_US]say[/anki:tts]",
  "[latex]x^2[/latex] [$]y[/$] [$$]z[/$$]",
  "\\(a^2\\) \\[b^2\\] \\\\( \\",
  "[[type:Answer]] {{type:Answer}}",
  "007",
  "1e400",
  "-0x1F",
  "e\u0301 \u0338 A\u030a café 가각",
  "a\tb  c\u00a0d",
  "\u0338 begins with an accent",
  "&amp; &lt; &#123; &nbsp; &copy;",
  "😀 👩‍👩‍👧 \u{1F1E8}\u{1F1F3} 测试《》「」",
  "\"quotes\" 'single' `ticks`",
];

/** Returns a deck that holds the hostile texts as prompt, as answer, as code, as option, as typed answer and within a cloze. */
export function hostileSources(): readonly Source[] {
  const notes = HOSTILE_TEXTS.map((text, index) => {
    const escaped = text.replaceAll(/[!-/:-@[-`{-~]/gu, String.raw`\$&`);
    const fence = "~~~~";
    return `<!-- card: hostile-${index} -->
## Is ${escaped} shown?

Before ${escaped} after.

${fence}java
${text}
${fence}

<!-- card: hostile-cloze-${index} kind=cloze -->
Before ==x ${escaped.replaceAll("\\=\\=", "")} y== after.

<!-- card: hostile-choice-${index} kind=choice -->
## Which of these?

- [x] right ${escaped}
- [ ] wrong
`;
  });
  return [
    {
      path: "hostile/notes.en.md",
      role: "notes",
      text: `---\nlang: en\n---\n\n# Hostile\n\n${notes.join("\n")}`,
    },
  ];
}
