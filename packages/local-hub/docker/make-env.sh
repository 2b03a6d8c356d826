#!/bin/sh
# Prints the passwords that docker-compose.yml asks for, new ones each time:
#   sh packages/local-hub/docker/make-env.sh > .kasane/compose.env
set -eu

password() { head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n'; }

for account in POSTGRES MARIADB_ROOT; do
  printf '%s_PASSWORD=%s\n' "$account" "$(password)"
done
for sector in COLLABORATION ELDER_CARE DISABILITY_SUPPORT CHILD_FAMILY LIVELIHOOD_SUPPORT; do
  printf '%s_OWNER_PASSWORD=%s\n' "$sector" "$(password)"
  printf '%s_APP_PASSWORD=%s\n' "$sector" "$(password)"
done
