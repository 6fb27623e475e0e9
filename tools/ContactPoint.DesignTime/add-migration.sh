#!/usr/bin/env bash
# Adds a migration for both providers of an owner: add-migration.sh Kernel|Directory|<module> Name
# A module is modules/<module> or, for the fixture, tests/ContactPoint.Modules.Sample; its factories lie in Modules/<module>.cs beside this file.
set -euo pipefail
cd "$(dirname "$0")/../.."
owner=$1 name=$2
project=
for candidate in "src/ContactPoint.$owner" "modules/$owner" "modules/ContactPoint.Modules.$owner" "tests/ContactPoint.Modules.$owner"; do
  if [[ -z $project && -d $candidate ]]; then project=$candidate; fi
done
if [[ -z $project ]]; then echo "No owner is called $owner." >&2; exit 1; fi
dotnet tool restore > /dev/null
dotnet build tools/ContactPoint.DesignTime -v q --nologo
for provider in Sqlite SqlServer; do
  dotnet ef migrations add "$name" --no-build --project "$project" --startup-project tools/ContactPoint.DesignTime \
    --context "${provider}${owner}Context" --output-dir "Data/Migrations/$provider"
done
