# To be sourced by scripts that open pages in headless Chromium: sets `browser`, the program, and `cache`, the folder with what
# axe/package-lock.json pins, which npm fetches by checksum, outside the repository. Needs node (18 or later) and npm.

scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
locked=$scripts/axe/package-lock.json
cache=${XDG_CACHE_HOME:-$HOME/.cache}/nenpo/axe-$(cksum <"$locked" | cut -d ' ' -f 1)

browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$browser" ]; then
  echo "$(basename "$0"): there is no Chromium; install the package chromium, or say in CHROMIUM where one is" >&2
  exit 1
fi

if [ ! -d "$cache" ]; then
  mkdir -p "$(dirname "$cache")"
  fetched=$(mktemp -d "$cache.XXXXXX")
  cp "$scripts/axe/package.json" "$locked" "$fetched"
  npm ci --prefix "$fetched" --no-audit --no-fund --ignore-scripts --silent >&2
  # Only what is complete gets the name.
  mv "$fetched" "$cache"
fi
