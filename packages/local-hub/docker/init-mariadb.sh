#!/bin/sh
# Runs once, in an empty MariaDB: the same for disability-support. MariaDB cannot take a right away from one
# table of a database; there the ledger's own triggers refuse what the runtime account may do elsewhere, and
# without DROP it cannot TRUNCATE.
set -eu

case "$DISABILITY_SUPPORT_OWNER_PASSWORD$DISABILITY_SUPPORT_APP_PASSWORD" in *[!0-9A-Za-z]*)
  echo 'the passwords of disability_support must be letters and digits' >&2
  exit 1 ;;
esac
mariadb --user=root --password="$MARIADB_ROOT_PASSWORD" <<SQL
CREATE DATABASE disability_support;
CREATE USER disability_support_owner@'%' IDENTIFIED BY '$DISABILITY_SUPPORT_OWNER_PASSWORD';
CREATE USER disability_support_app@'%' IDENTIFIED BY '$DISABILITY_SUPPORT_APP_PASSWORD';
GRANT ALL ON disability_support.* TO disability_support_owner@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON disability_support.* TO disability_support_app@'%';
SQL
