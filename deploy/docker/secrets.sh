#!/usr/bin/env bash
# Prints random secrets for docker-compose.yml:  deploy/docker/secrets.sh > .env
set -euo pipefail
for name in POSTGRES_PASSWORD POSTGRES_OWNER_PASSWORD POSTGRES_APP_PASSWORD RABBITMQ_PASSWORD MONGODB_PASSWORD \
  GATEWAY_SECRET WORKER_SECRET LOCAL_CLI_SECRET KEY_SECRET; do
  printf 'RISKWATCH_%s=%s\n' "$name" "$(od -An -tx1 -N32 /dev/urandom | tr -d ' \n')"
done
