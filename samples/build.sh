#!/bin/sh
# Builds the portfolio in FOLDER from its sources and checks it; without FOLDER, samples and eval/portfolio.
# samples/build.sh [FOLDER] [MAVEN OPTION…]      such as -o, or -Dsamples.family=NAME to check one counterparty only
set -eu
case "${1:--}" in
  -*) ;;
  *) folder=$(cd "$1" && pwd); shift; set -- "-Dsamples.folder=$folder" "$@" ;;
esac
cd "$(dirname "$0")/.."
exec mvn -B -q "$@" -pl samples -am -Pbuild-samples process-classes
