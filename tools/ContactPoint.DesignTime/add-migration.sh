#!/usr/bin/env bash
# Adds a migration for both providers of an owner: add-migration.sh Kernel|Directory Name
set -euo pipefail
cd "$(dirname "$0")/../.."
owner=$1 name=$2
dotnet tool restore > /dev/null
dotnet build tools/ContactPoint.DesignTime -v q --nologo
for provider in Sqlite SqlServer; do
  dotnet ef migrations add "$name" --no-build --project "src/ContactPoint.$owner" --startup-project tools/ContactPoint.DesignTime \
    --context "${provider}${owner}Context" --output-dir "Data/Migrations/$provider"
done
