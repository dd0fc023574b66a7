import type { Completed, CompletedOption, Vocabulary } from "./vocabulary.ts";

/** What offers words and paths. Nothing in it is younger than bash 3.2, which macOS has. */
const OFFERS = `# bash completion for sluice: eval "$(sluice completion bash)"
_sluice_offer() { COMPREPLY=($(compgen -W "$1" -- "$cur")); }
_sluice_paths() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -f -- "$cur"))
}`;

/** Completes `npx sluice ...` like `sluice ...`, and leaves whatever else npx runs to who completed it before. */
const BEHIND_NPX = `_sluice_npx() {
  if [[ \${COMP_WORDS[1]} == sluice ]] && ((COMP_CWORD > 1)); then
    COMP_WORDS=("\${COMP_WORDS[@]:1}")
    ((COMP_CWORD--))
    compopt +o bashdefault +o default 2>/dev/null
    _sluice
  elif [[ -n $_sluice_npx_before ]]; then
    "$_sluice_npx_before" "$@"
  fi
}
_sluice_npx_known=$(complete -p npx 2>/dev/null)
if [[ $_sluice_npx_known == *" -F "* && $_sluice_npx_known != *_sluice_npx* ]]; then
  _sluice_npx_before=\${_sluice_npx_known#* -F }
  _sluice_npx_before=\${_sluice_npx_before%% *}
fi
complete -o bashdefault -o default -F _sluice_npx npx`;

/** Returns the completion for bash. */
export function bashCompletion(vocabulary: Vocabulary): string {
  return `${OFFERS}
_sluice() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
${wordsSoFar(vocabulary)}
${optionsAndValues(vocabulary)}
${plainWords(vocabulary)}
}
complete -F _sluice sluice
${BEHIND_NPX}
`;
}

/** Finds the command, and how many words stand behind it; what is an option's value is none of them. */
function wordsSoFar(vocabulary: Vocabulary): string {
  const valued = allOptions(vocabulary).flatMap(({ name, value }) => (value === null ? [] : [`--${name}`]));
  return `  local command="" first="" second="" count=0 index word
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    case $word in
      ${valued.join("|")}|-o) ((index++)) ;;
      -*) ;;
      *)
        case $count in
          0) command=$word ;;
          1) first=$word ;;
          2) second=$word ;;
        esac
        ((count++))
        ;;
    esac
  done`;
}

function optionsAndValues(vocabulary: Vocabulary): string {
  const { commands, options } = vocabulary;
  const ofCommands = commands.map(
    ({ name, options: own }) => `${name}) _sluice_offer "${flags([...own, ...options])}" ;;`,
  );
  return `  case $prev in
${indented(4, allOptions(vocabulary).flatMap(valueCase))}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${indented(6, ofCommands)}
      *) _sluice_offer "${flags(options)}" ;;
    esac
    return
  fi`;
}

function plainWords({ commands, settings }: Vocabulary): string {
  const values = settings.flatMap(([key, allowed]) =>
    allowed.length === 0 ? [] : `${key}) _sluice_offer "default ${allowed.join(" ")}" ;;`,
  );
  const firsts = commands.flatMap(({ name, first }) =>
    first === "text" ? [] : `"${name} 1 ") ${offer(first)} ;;`,
  );
  return `  case "$command $count $first" in
    " 0 ") _sluice_offer "${commands.map(({ name }) => name).join(" ")}" ;;
    "config 2 get"|"config 2 set") _sluice_offer "${settings.map(([key]) => key).join(" ")}" ;;
    "config 3 set")
      case $second in
        decks) _sluice_paths ;;
${indented(8, values)}
        *) _sluice_offer "default" ;;
      esac
      ;;
${indented(4, firsts)}
    *) _sluice_paths ;;
  esac`;
}

/** Returns the options of all commands, each once. */
function allOptions({ commands, options }: Vocabulary): readonly CompletedOption[] {
  const all = [...options, ...commands.flatMap((command) => command.options)];
  return [...new Map(all.map((option) => [option.name, option])).values()];
}

function valueCase({ name, value }: CompletedOption): readonly string[] {
  if (value === null) return [];
  const flag = name === "output" ? "--output|-o" : `--${name}`;
  return [`${flag}) ${value === "text" ? "return" : `${offer(value)}; return`} ;;`];
}

function offer(completed: Completed): string {
  if (completed === "text") return ":";
  return completed === "path" ? "_sluice_paths" : `_sluice_offer "${completed.join(" ")}"`;
}

function flags(options: readonly CompletedOption[]): string {
  return options.map(({ name }) => `--${name}`).join(" ");
}

function indented(columns: number, lines: readonly string[]): string {
  return lines.map((line) => " ".repeat(columns) + line).join("\n");
}
