import type { Completed, CompletedOption, Vocabulary } from "./vocabulary.ts";

/** Completes `npx sluice ...` like `sluice ...`, and leaves whatever else npx runs to who completed it before. */
const BEHIND_NPX = `_sluice_npx() {
  if [[ $words[2] == sluice ]] && (( CURRENT > 2 )); then
    shift words
    (( CURRENT-- ))
    _sluice
  else
    $_sluice_npx_before
  fi
}`;

/** Returns the completion for zsh. */
export function zshCompletion(vocabulary: Vocabulary): string {
  return `#compdef sluice
# zsh completion for sluice: eval "$(sluice completion zsh)", after compinit
${settingWords(vocabulary)}
${commandWords(vocabulary)}
${BEHIND_NPX}
if [[ $funcstack[1] == _sluice ]]; then
  _sluice "$@"
else
  compdef _sluice sluice
  [[ \${_comps[npx]} == _sluice_npx ]] || typeset -g _sluice_npx_before=\${_comps[npx]:-_default}
  compdef _sluice_npx npx
fi
`;
}

function settingWords({ settings }: Vocabulary): string {
  const values = settings.flatMap(([key, allowed]) =>
    allowed.length === 0 ? [] : `        ${key}) compadd -- default ${allowed.join(" ")} ;;`,
  );
  return `_sluice_settings() {
  case $CURRENT in
    2) compadd -- list get set path ;;
    3) [[ $words[2] == (get|set) ]] && compadd -- ${settings.map(([key]) => key).join(" ")} ;;
    4)
      [[ $words[2] == set ]] || return 0
      case $words[3] in
        decks) _files ;;
${values.join("\n")}
        *) compadd -- default ;;
      esac
      ;;
  esac
}`;
}

function commandWords({ commands, options }: Vocabulary): string {
  const names = commands.map(({ name, about }) => `    ${quoted(`${name}:${about}`)}`);
  const cases = commands.map(({ name, first, options: own }) => {
    const words = [...own.map(argument), quoted(`*: :${action(first)}`)].join(" ");
    return `        ${name}) ${name === "config" ? "_sluice_settings" : `_arguments $globals ${words}`} ;;`;
  });
  return `_sluice() {
  local -a commands globals
  commands=(
${names.join("\n")}
  )
  globals=(
${options.map((option) => `    ${argument(option)}`).join("\n")}
  )
  local curcontext=$curcontext state line
  typeset -A opt_args
  _arguments -C $globals '1: :->command' '*:: :->words'
  case $state in
    command) _describe command commands ;;
    words)
      case $words[1] in
${cases.join("\n")}
      esac
      ;;
  esac
}`;
}

function argument({ name, about, value }: CompletedOption): string {
  const head = `--${name}[${about.replaceAll(/[[\]\\]/gu, "\\$&")}]`;
  return quoted(value === null ? head : `${head}:${name}:${action(value)}`);
}

function action(completed: Completed): string {
  if (completed === "text") return " ";
  return completed === "path" ? "_files" : `(${completed.join(" ")})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
