#!/bin/sh
# Takes our exports to the real Anki, in the newest version and in one of 2025: test/anki/run-verify.sh [FOLDER]
# FOLDER (default: a temporary one, removed at the end) keeps the virtual environments for the next run.
# Exit status 0: all checks passed, or there is no Python or no PyPI here, which it says; 1: a check failed.
set -u
here=$(cd "$(dirname "$0")" && pwd)
versions="26.9.3 25.9.4"

if [ $# -gt 0 ]; then
  work=$1
  mkdir -p "$work"
else
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi

skip() {
  echo "SKIP  the real Anki was not asked: $1"
  exit 0
}

# Where the scripts put what they unpack.
mkdir -p "$work/tmp"
export TMPDIR="$work/tmp"

python=$(command -v python3) || skip "there is no python3"
"$python" -c 'import sys, venv; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || skip "python3 is older than 3.10, or has no venv"

node "$here/make-exports.ts" "$work/exports" || exit 1
status=0
for version in $versions; do
  environment=$work/anki-$version
  if [ ! -x "$environment/bin/python" ] || ! "$environment/bin/python" -c 'import anki.collection' 2>/dev/null; then
    "$python" -m venv "$environment" 2>/dev/null || skip "python3 -m venv fails"
    "$environment/bin/pip" install --quiet --disable-pip-version-check "anki==$version" 2>/dev/null ||
      skip "anki $version can't be installed: PyPI can't be reached, or has no wheel for this machine"
  fi
  (
    cd "$work/exports" || exit 1
    "$environment/bin/python" "$here/verify.py" first.apkg --same again.apkg --update later.apkg \
      --latest first-latest.apkg --hostile hostile.apkg --text notes.txt --big big.apkg --expect expect.json \
      --fronts en.apkg both.apkg --home "$here/fixtures/anki26.09-legacy2.apkg" --returned returned.apkg \
      --reexport "reexports-$version"
  ) || status=1
  node "$here/check-reexports.ts" "$work/exports" "$work/exports/reexports-$version" || status=1
done
exit $status
