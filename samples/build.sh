#!/bin/sh
# Builds samples/documents from samples/sources. Needs JDK 17 and Maven, as the project does.
set -eu
cd "$(dirname "$0")/.."
mvn -B -q "$@" -pl samples -am -Pbuild-samples process-classes
