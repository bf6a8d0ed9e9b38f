#!/bin/sh
# Provides the PostgreSQL server that the service starts by itself: unpacks the binaries that Maven resolved, adds
# pgvector to them and keeps the result in the user's cache, where the service finds it.
#
#   provision-pgvector.sh BINARIES_JAR VERSION PLATFORM JAVA_HOME
#
# It may run any number of times and several times at once. Where pgvector cannot be had the build goes on: a warning
# is printed and written to <cache>/postgres-VERSION-PLATFORM.problem, which the service repeats when it is started.
set -u
export LC_ALL=C DEBIAN_FRONTEND=noninteractive

binaries_jar=$1
version=$2
platform=$3
java_home=$4

major=${version%%.*}
cache=${RECITAL_CACHE_DIR:-$HOME/.cache/recital}
home=$cache/postgres-$version-$platform
problem_note=$home.problem
case $platform in
    darwin-*) library=dylib ;;
    *) library=so ;;
esac

say() { echo "[pgvector] $*"; }
have() { command -v "$1" >/dev/null 2>&1; }
is_root() { [ "$(id -u)" = 0 ]; }

give_up() {
    printf '%s\n' "$1" >"$problem_note"
    say "WARNING: no embedded PostgreSQL: $1"
    say "WARNING: the build goes on; the service needs RECITAL_DATABASE_URL until this is solved and the build has run again."
    exit 0
}

# --- tools -----------------------------------------------------------------------------------------------------------

# need PURPOSE COMMAND=PACKAGE...: makes sure that the commands are there; installs their packages where that is possible.
need() {
    purpose=$1
    shift
    packages=
    for pair in "$@"; do
        have "${pair%%=*}" || packages="$packages ${pair#*=}"
    done
    [ -z "$packages" ] && return 0
    if is_root && have apt-get; then
        say "installing$packages, needed $purpose"
        { apt-get update -q && apt-get install -q -y --no-install-recommends $packages; } >"$work/install.log" 2>&1 && return 0
        tail -n 5 "$work/install.log"
    fi
    problem="missing$packages, needed $purpose; install with: sudo apt-get install -y$packages"
    return 1
}

# --- the server's binaries -------------------------------------------------------------------------------------------

unpack_binaries() {
    case $platform in
        linux-*) need "to unpack PostgreSQL" tar=tar xz=xz-utils || return 1 ;;
    esac
    mkdir -p "$work/jar" "$staged" || return 1
    (cd "$work/jar" && "$java_home/bin/jar" xf "$binaries_jar") && tar --no-same-owner -xJf "$work"/jar/*.txz -C "$staged" && return 0
    problem="the archive $binaries_jar cannot be unpacked"
    return 1
}

# --- four ways to pgvector, each fills $found with the library, the control file and the SQL scripts ------------------

# collect LIBRARY EXTENSION_DIR
collect() {
    [ -f "$1" ] && [ -f "$2/vector.control" ] || return 1
    rm -rf "$found" && mkdir -p "$found" || return 1
    cp "$1" "$found/vector.$library" && cp "$2"/vector.control "$2"/vector--*.sql "$found"/
}

from_this_system() {
    collect "/usr/lib/postgresql/$major/lib/vector.$library" "/usr/share/postgresql/$major/extension"
}

from_homebrew() {
    have brew || return 1
    keg=$(brew --prefix pgvector 2>/dev/null) || return 1
    collect "$keg/lib/postgresql@$major/vector.$library" "$keg/share/postgresql@$major/extension"
}

from_distribution_package() {
    have apt-get && have apt-cache && have dpkg || return 1
    mkdir -p "$work/package/lists/partial" && cd "$work/package" || return 1
    lists=/var/lib/apt/lists
    if ! ls $lists/*Packages* >/dev/null 2>&1; then
        lists=$work/package/lists # A machine that has never looked: look into a list of our own.
        apt-get update -q -o Dir::State::Lists="$lists" -o APT::Sandbox::User=root || return 1
    fi
    apt-cache -o Dir::State::Lists="$lists" show "postgresql-$major-pgvector" >/dev/null 2>&1 || return 1
    apt-get download -q -o Dir::State::Lists="$lists" -o APT::Sandbox::User=root "postgresql-$major-pgvector" || return 1
    dpkg -x postgresql-*.deb unpacked || return 1
    collect "unpacked/usr/lib/postgresql/$major/lib/vector.so" "unpacked/usr/share/postgresql/$major/extension"
}

# Debian 12 has no pgvector, and the binary package of Debian 13 needs a newer glibc: its source package is compiled here.
from_debian_source() {
    have apt-get && have dpkg && grep -qs '^ID=debian' /etc/os-release || return 1
    need "to compile pgvector" "gcc=gcc libc6-dev" || return 1
    if [ ! -e /usr/include/stdlib.h ]; then
        need "to compile pgvector" "no-c-headers=libc6-dev" || return 1
    fi
    private_apt || return 1
    problem="pgvector's source could not be fetched from Debian; check the network and build again"
    mkdir -p "$work/source" && cd "$work/source" || return 1
    trixie apt-get update -q && trixie apt-get source -q --download-only pgvector \
        && trixie apt-get download -q "postgresql-server-dev-$major" || return 1
    problem="pgvector's source did not compile"
    mkdir -p dev pgvector && dpkg -x postgresql-server-dev-*.deb dev \
        && tar -xf pgvector_*.orig.tar.* -C pgvector --strip-components=1 && compile || return 1
    problem="the server did not load the pgvector that was compiled for it"
    collect pgvector/vector.so pgvector/extension
}

compile() {
    (
        cd pgvector || exit 1
        # No -march=native: the result is kept, and pgvector chooses the processor's instructions by itself.
        printf '%s\n' src/*.c | xargs -P "$(nproc)" -I '{}' gcc -O2 -ftree-vectorize -fassociative-math -fno-signed-zeros \
            -fno-trapping-math -fno-strict-aliasing -fwrapv -fPIC -I"../dev/usr/include/postgresql/$major/server" -Isrc \
            -c '{}' -o '{}.o' || exit 1
        gcc -shared -o vector.so src/*.o || exit 1
        number=$(sed -n "s/^default_version *= *'\(.*\)'/\1/p" vector.control)
        mkdir -p extension && cp vector.control extension/ && cp sql/vector--*--*.sql extension/ 2>/dev/null
        cp sql/vector.sql "extension/vector--$number.sql"
    )
}

# A private apt set-up for Debian 13, derived from this machine's own Debian entry; the system's own stays untouched.
private_apt() {
    apt_dir=$work/apt
    mkdir -p "$apt_dir/parts" "$apt_dir/lists/partial" "$apt_dir/cache/archives/partial" || return 1
    { new_style_entries; old_style_entries; } | head -n 1 >"$apt_dir/entry"
    read -r uri keyring <"$apt_dir/entry" || { problem="this machine's apt set-up has no Debian entry to find pgvector with"; return 1; }
    printf 'Types: deb deb-src\nURIs: %s\nSuites: trixie\nComponents: main\n' "$uri" >"$apt_dir/parts/trixie.sources"
    [ -z "$keyring" ] || printf 'Signed-By: %s\n' "$keyring" >>"$apt_dir/parts/trixie.sources"
}

# Both print "URI KEYRING" of entries for this release's main part that Debian signs: not updates, not other vendors.
new_style_entries() {
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -f "$file" ] || continue
        awk -v RS= -v release="$release" '
            { split($0, lines, "\n"); delete field
              for (i in lines) { colon = index(lines[i], ":"); field[substr(lines[i], 1, colon - 1)] = substr(lines[i], colon + 1) " " }
              split(field["URIs"], uri, " ")
              if (field["Suites"] ~ " " release " " && field["Components"] ~ / main / \
                  && (field["Signed-By"] == "" || field["Signed-By"] ~ /debian-archive/)) print uri[1], field["Signed-By"] }' "$file"
    done
}

old_style_entries() {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | awk -v release="$release" '
        $1 == "deb" {
            keyring = ""
            if (match($0, /signed-by=[^] ]+/)) keyring = substr($0, RSTART + 10, RLENGTH - 10)
            sub(/\[[^]]*\] */, "")
            if ($3 == release && $4 == "main" && (keyring == "" || keyring ~ /debian-archive/)) print $2, keyring }'
}

trixie() {
    command=$1
    shift
    "$command" -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$apt_dir/parts" -o Dir::State::Lists="$apt_dir/lists" \
        -o Dir::Cache="$apt_dir/cache" -o APT::Sandbox::User=root -o Acquire::Languages=none "$@"
}

# --- proof: a scratch database that loads it -------------------------------------------------------------------------

# PostgreSQL refuses to run as root. The same two ways as in the service's ServerUser, where the capability is explained.
nobody="setpriv --reuid=65534 --regid=65534 --clear-groups --securebits=+no_setuid_fixup --inh-caps=+dac_override --ambient-caps=+dac_override"

unprivileged() {
    if ! is_root; then
        "$@"
    elif $nobody true 2>/dev/null; then
        $nobody "$@"
    else
        unshare --user "$@"
    fi
}

loads() {
    cp "$found/vector.$library" "$staged/lib/postgresql/" || return 1
    cp "$found/vector.control" "$found"/vector--*.sql "$staged/share/postgresql/extension/" || return 1
    rm -rf "$work/proof"
    mkdir -p "$work/proof"
    if is_root && $nobody true 2>/dev/null; then
        chown 65534:65534 "$work/proof"
    fi
    unprivileged "$staged/bin/initdb" -D "$work/proof" -U postgres -A trust --no-sync --locale=C -E UTF8 >"$work/proof.log" 2>&1 \
        || { tail -n 5 "$work/proof.log"; return 1; }
    printf '%s\n' "CREATE EXTENSION vector;" "SELECT 'distance=' || ('[1,2,2]'::vector(3) <-> '[1,2,0]'::vector(3));" \
        | unprivileged "$staged/bin/postgres" --single -D "$work/proof" postgres >"$work/proof.log" 2>&1
    grep -q 'distance=2"' "$work/proof.log" && return 0
    grep -E 'ERROR|FATAL' "$work/proof.log" | head -n 3
    return 1
}

# ---------------------------------------------------------------------------------------------------------------------

if [ -f "$home/share/postgresql/extension/vector.control" ]; then
    exit 0
fi
mkdir -p "$cache" || exit 1
if have flock; then
    exec 9>"$cache/provision.lock"
    flock 9
    # Another build may have done it while this one waited.
    [ -f "$home/share/postgresql/extension/vector.control" ] && exit 0
    rm -rf "$cache"/provision.?????? # What a killed build left.
fi

work=$(mktemp -d "$cache/provision.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP
staged=$work/postgres
found=$work/pgvector
release=$(. /etc/os-release 2>/dev/null && echo "${VERSION_CODENAME:-}")
problem=

say "providing PostgreSQL $version with pgvector in $home"
unpack_binaries || give_up "$problem"
for way in from_this_system from_homebrew from_distribution_package from_debian_source; do
    if (cd "$work" && $way >"$work/$way.log" 2>&1; status=$?; printf '%s' "$problem" >"$work/problem"; exit $status) && loads; then
        rm -rf "$home"
        mv "$staged" "$home" || give_up "cannot write $home"
        rm -f "$problem_note"
        say "done: $way"
        exit 0
    fi
    [ -s "$work/problem" ] && problem=$(cat "$work/problem")
    [ -s "$work/$way.log" ] && { say "$way did not work:"; tail -n 4 "$work/$way.log"; }
done
give_up "${problem:-pgvector for PostgreSQL $major was not found; install it (Debian: apt-get install postgresql-$major-pgvector, macOS: brew install pgvector)}"
