#!/usr/bin/env bash
# Run by the postgres image at the first start of an empty volume: each service's database and roles, by the script local-stack uses too.
set -euo pipefail
for service in portfolio marketdata billing; do
  psql -v ON_ERROR_STOP=1 --no-psqlrc --username postgres --dbname postgres \
    -v database="$service" \
    -v owner="${service}_owner" -v owner_password="$OWNER_PASSWORD" \
    -v app="${service}_app" -v app_password="$APP_PASSWORD" \
    -f /provisioning/service.sql
done
