#!/usr/bin/env bash
# Everything a change must pass, on a fresh machine with the .NET SDK: installs Chromium where it is missing, checks format,
# builds, runs every test project once and ends with one line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

install_chromium() {
  command -v chromium > /dev/null || command -v chromium-browser > /dev/null || command -v google-chrome > /dev/null && return 0
  command -v apt-get > /dev/null || { echo "Chromium is needed for the browser tests: install it and run again." >&2; return 1; }
  local sudo=""
  [ "$(id -u)" -eq 0 ] || sudo="sudo"
  echo "Installing Chromium…"
  { $sudo apt-get update && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } > /dev/null
}

finish() { printf '%d passed, %d failed, %d skipped\n' "$1" "$2" "$3"; exit "$4"; }

install_chromium || finish 0 1 0 1
dotnet restore ContactPoint.sln || finish 0 1 0 1
dotnet build ContactPoint.sln --no-restore -v q --nologo || finish 0 1 0 1
dotnet format ContactPoint.sln --no-restore --verify-no-changes || finish 0 1 0 1

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet test --solution ContactPoint.sln --no-build --no-progress 2>&1 | tee "$log"
status=${PIPESTATUS[0]}
count() { awk -v name="$1:" '$1 == name { last = $2 } END { print last + 0 }' "$log"; }
finish "$(count succeeded)" "$(count failed)" "$(count skipped)" "$status"
