#!/bin/sh
# Runs once, in an empty PostgreSQL: a database and two roles per subgraph, with the rights that
# @kasane/embedded-database gives. The owner migrates; the runtime role gets the rows of what the owner makes.
set -eu

for sector in collaboration elder_care child_family livelihood_support; do
  prefix=$(printf %s "$sector" | tr a-z A-Z)
  owner_password=$(printenv "${prefix}_OWNER_PASSWORD")
  app_password=$(printenv "${prefix}_APP_PASSWORD")
  # They go into SQL, and into a URL: letters and digits only.
  case "$owner_password$app_password" in *[!0-9A-Za-z]*)
    echo "the passwords of $sector must be letters and digits" >&2
    exit 1 ;;
  esac
  psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<SQL
CREATE ROLE ${sector}_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '$owner_password';
CREATE ROLE ${sector}_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '$app_password';
CREATE DATABASE $sector OWNER ${sector}_owner;
REVOKE ALL ON DATABASE $sector FROM PUBLIC;
GRANT CONNECT ON DATABASE $sector TO ${sector}_app;
SQL
  psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$sector" <<SQL
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO ${sector}_app;
ALTER DEFAULT PRIVILEGES FOR ROLE ${sector}_owner IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${sector}_app;
ALTER DEFAULT PRIVILEGES FOR ROLE ${sector}_owner IN SCHEMA public
  GRANT USAGE, SELECT ON SEQUENCES TO ${sector}_app;
ALTER DEFAULT PRIVILEGES FOR ROLE ${sector}_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE ${sector}_owner GRANT EXECUTE ON FUNCTIONS TO ${sector}_app;
SQL
done
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<SQL
REVOKE ALL ON DATABASE postgres FROM PUBLIC;
REVOKE ALL ON DATABASE template1 FROM PUBLIC;
SQL
