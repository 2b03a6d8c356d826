#!/bin/sh
# Outlives the program that started a PostgreSQL server, by a moment: when that program's end of our pipe closes,
# for whatever reason, kill -9 included, this stops the server that nobody else would stop any more.
#   guardian.sh <cluster folder> <folder to delete afterwards, or empty>
# On stdin: the server's process number, then `done` once the server has been stopped.
trap '' INT TERM HUP
read -r pid || exit 0
read -r word
[ "$word" = done ] && exit 0
[ "$(head -n 1 "$1/postmaster.pid" 2>/dev/null)" = "$pid" ] && kill -INT "$pid"
[ -n "$2" ] || exit 0
tries=0
while kill -0 "$pid" 2>/dev/null && [ "$tries" -lt 100 ]; do
  tries=$((tries + 1))
  sleep 0.1
done
rm -rf -- "$2"
