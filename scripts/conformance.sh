#!/usr/bin/env bash
# Validates PDFs with veraPDF: PDF/A-2a or PDF/A-3a, as each file claims, and PDF/UA-1. One failed rule fails the check.
#
#   scripts/conformance.sh [FILE…]     validates the files; without any, all PDFs in examples/*/out, packets too
#   scripts/conformance.sh --level-b FILE…  validates the files for PDF/A-2b alone, which the least of their parts is
#   scripts/conformance.sh --self-test shows that a PDF with a broken tag fails
#
# Needs Java 11 or later, and Maven, which fetches a pinned veraPDF once into a cache outside the repository. Each of its
# files is compared with its known SHA-256 before every run.
set -euo pipefail
export LC_ALL=C

version=1.28.2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
checksums=$here/verapdf-$version.sha256
cache=${XDG_CACHE_HOME:-$HOME/.cache}/nenpo/verapdf-$version
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "conformance: $*" >&2
  exit 1
}

# The files are named in the list, and no other file may lie beside them: all of them are on Java's path.
intact() {
  local sum=sha256sum
  command -v sha256sum >/dev/null 2>&1 || sum="shasum -a 256"
  [ -d "$1" ] && (cd "$1" && $sum *.jar) | diff -q - "$checksums" >/dev/null
}

fetch() {
  command -v mvn >/dev/null 2>&1 || fail "Maven (mvn) is not installed"
  cat >"$work/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>nenpo</groupId><artifactId>conformance</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId><version>$version</version>
    </dependency>
  </dependencies>
</project>
POM
  mvn --batch-mode --quiet -Dstyle.color=never --file "$work/pom.xml" \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$work/jars" >&2 || fail "Maven could not fetch veraPDF $version"
  intact "$work/jars" || fail "what Maven fetched is not the veraPDF $version that is expected"
  rm -rf "$cache"
  mkdir -p "$(dirname "$cache")"
  mv "$work/jars" "$cache"
}

# Which part of PDF/A a file claims: 2a or 3a, or nothing.
claimed() {
  local part conformance
  part=$(grep -ao '<pdfaid:part>[0-9]' "$1" | tail -c 2 || true)
  conformance=$(grep -ao '<pdfaid:conformance>[A-Z]' "$1" | tail -c 2 || true)
  if [ "$part$conformance" = 2A ] || [ "$part$conformance" = 3A ]; then
    echo "${part}a"
  fi
}

# Validates files against one profile in one run of Java; writes "PASS file profile", or "FAIL file profile" and rules.
validate() {
  local profile=$1
  shift
  java -cp "$cache/*" org.verapdf.apps.GreenfieldCliWrapper \
    --flavour "$profile" --format text --verbose --loglevel 0 "$@" >>"$work/results" 2>>"$work/errors" || true
}

check() {
  local file profile failed=0 part
  local -a second=() third=() all=()
  : >"$work/results"
  : >"$work/errors"
  for file in "$@"; do
    [ -f "$file" ] || fail "there is no file $file"
    file=$(cd "$(dirname "$file")" && pwd)/$(basename "$file")
    all+=("$file")
    case $(claimed "$file") in
      2a) second+=("$file") ;;
      3a) third+=("$file") ;;
    esac
  done
  [ ${#second[@]} -eq 0 ] || validate 2a "${second[@]}"
  [ ${#third[@]} -eq 0 ] || validate 3a "${third[@]}"
  validate ua1 "${all[@]}"
  for file in "${all[@]}"; do
    part=$(claimed "$file")
    if [ -z "$part" ]; then
      echo "FAIL ${file#"$PWD"/} claims neither PDF/A-2a nor PDF/A-3a"
      failed=1
      continue
    fi
    # A profile without a line of its own was not validated at all, which is a failure too.
    if grep -qxF "PASS $file $part" "$work/results" && grep -qxF "PASS $file ua1" "$work/results"; then
      echo "PASS ${file#"$PWD"/} $part ua1"
      continue
    fi
    failed=1
    for profile in "$part" ua1; do
      grep -qxF "PASS $file $profile" "$work/results" && continue
      echo "FAIL ${file#"$PWD"/} $profile"
      awk -v line="FAIL $file $profile" '$0 == line { inside = 1; next } !/^  / { inside = 0 } inside' "$work/results"
      grep -F "$file " "$work/results" | grep -v '^PASS\|^FAIL' | sort -u || true
    done
  done
  if [ "$failed" -ne 0 ]; then
    cat "$work/errors" >&2
  fi
  return "$failed"
}

# Validates files that only claim PDF/A-2b.
check_level_b() {
  local file failed=0
  : >"$work/results"
  validate 2b "$@"
  for file in "$@"; do
    grep -aq '<pdfaid:conformance>B' "$file" && grep -qxF "PASS $file 2b" "$work/results" && echo "PASS $file 2b" && continue
    failed=1
    echo "FAIL $file 2b"
    grep '^  ' "$work/results" || true
  done
  return "$failed"
}

samples() {
  shopt -s nullglob
  files=("${here%/*}"/examples/*/out/*.pdf "${here%/*}"/examples/*/out/*/*.pdf)
  shopt -u nullglob
  [ ${#files[@]} -gt 0 ] || fail "no PDF in examples/*/out: build the samples first"
}

command -v java >/dev/null 2>&1 || fail "Java is not installed"
intact "$cache" || fetch

if [ "${1:-}" = --self-test ]; then
  samples
  # The same bytes but for one name: header cells become elements of a role that does not exist.
  sed 's|/S/TH/|/S/TX/|' "${files[0]}" >"$work/broken-tag.pdf"
  cmp -s "${files[0]}" "$work/broken-tag.pdf" && fail "self-test: there was no header cell to break"
  grep -av '<pdfaid:part>' "${files[0]}" >"$work/no-claim.pdf"
  # Its metadata is still there, its end is not.
  head -c "$(($(wc -c <"${files[0]}") - 99))" "${files[0]}" >"$work/cut-short.pdf"
  for broken in broken-tag no-claim cut-short; do
    if check "$work/$broken.pdf" >"$work/report" 2>/dev/null; then
      cat "$work/report" >&2
      fail "self-test: $broken.pdf passes"
    fi
    sed "s|$work/||; s|^|  expected: |" "$work/report"
  done
  grep -q 'FAIL' "$work/report" || fail "self-test: the failure has no line"
  echo "self-test: broken PDFs fail, as they should"
  exit 0
fi

if [ "${1:-}" = --level-b ]; then
  shift
  check_level_b "$@"
  exit
fi

if [ $# -eq 0 ]; then
  samples
  set -- "${files[@]}"
fi
check "$@"
