/** Commands of LaTeX that stand for one character, or for a word. */
export const SYMBOLS: ReadonlyMap<string, string> = tableOf(`
alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν
xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ oint ∮ partial ∂ nabla ∇ infty ∞ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄
neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ bigoplus ⨁ bigcup ⋃ bigcap ⋂
cdot · times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet •
le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ ll ≪ gg ≫ lt < gt > approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝
in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ mid | parallel ∥ perp ⊥ angle ∠
to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← leftrightarrow ↔ uparrow ↑ downarrow ↓ mapsto ↦
Rightarrow ⇒ implies ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ Longrightarrow ⟹
ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ prime ′ degree ° hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ top ⊤ bot ⊥ vdash ⊢ models ⊨
lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ langle ⟨ rangle ⟩ lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖ lbrace { rbrace } backslash \\
therefore ∴ because ∵ square □ checkmark ✓ dagger † S § copyright ©
`);

/** Commands that are words of a formula, such as functions. */
export const WORDS: ReadonlySet<string> = new Set(
  (
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp lim limsup liminf max min sup inf arg argmax argmin " +
    "det dim ker gcd deg Pr mod hom softmax"
  ).split(" "),
);

/** Commands whose argument is drawn as it is: they only change its type. */
export const TYPES: ReadonlySet<string> = new Set(
  (
    "text textbf textit textrm texttt textsf mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak boldsymbol bm mbox hbox " +
    "operatorname pmb underbrace overbrace boxed phantom displaystyle textstyle scriptstyle limits nolimits"
  ).split(" "),
);

/** Commands that put a mark on the character behind them, each with its combining character. */
export const MARKS: ReadonlyMap<string, string> = new Map([
  ["hat", "\u0302"],
  ["widehat", "\u0302"],
  ["bar", "\u0304"],
  ["overline", "\u0305"],
  ["underline", "\u0332"],
  ["tilde", "\u0303"],
  ["widetilde", "\u0303"],
  ["vec", "\u20D7"],
  ["dot", "\u0307"],
  ["ddot", "\u0308"],
  ["check", "\u030C"],
  ["acute", "\u0301"],
  ["grave", "\u0300"],
]);

/** Letters of `\mathbb`. */
export const DOUBLE_STRUCK: ReadonlyMap<string, string> = tableOf("C ℂ H ℍ N ℕ P ℙ Q ℚ R ℝ Z ℤ E 𝔼 1 𝟙");

/** The characters that have a raised or a lowered twin. */
export const SUPERSCRIPTS: ReadonlyMap<string, string> = twins(
  "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθφχ∗*′",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡ**′",
);
export const SUBSCRIPTS: ReadonlyMap<string, string> = twins(
  "0123456789+-=()aehijklmnoprstuvxβγρφχ",
  "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
);

function tableOf(text: string): ReadonlyMap<string, string> {
  const words = text.trim().split(/\s+/u);
  return new Map(
    words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ""] as const] : [])),
  );
}

function twins(plain: string, raised: string): ReadonlyMap<string, string> {
  const signs = [...raised];
  return new Map([...plain].map((character, index) => [character, signs[index] ?? character]));
}
