#!/usr/bin/env bash
# Makes .venv with exactly what uv.lock records, and installs the system libraries of the PDF engine.
# Needs: git, make, Python 3.11 or newer with venv, CA certificates. Does nothing when nothing changed.
# Arguments: dependency groups of pyproject.toml to install beside the rest; the next sync takes them away again.
set -euo pipefail
cd -P "$(dirname "$0")/.."

UV_VERSION=0.13.9
LIBRARIES="libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0"
PACKAGES="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
VENV=.venv
STAMP=$VENV/bootstrap-stamp
UV_HOME=$VENV/uv-$UV_VERSION

fail() { # fail VIETNAMESE ENGLISH [COMMAND]
    printf '\n%s\n%s\n' "$1" "$2" >&2
    if [ $# -gt 2 ]; then printf '\n    %s\n\n' "$3" >&2; fi
    exit 1
}

find_python() {
    local name
    for name in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    fail "Cần Python 3.11 trở lên (máy này: $(python3 --version 2>&1 || true)). Hãy cài rồi chạy lại; có thể chỉ rõ: PYTHON=/đường/dẫn/python3.12 make …" \
        "Python 3.11 or newer is needed (this machine: $(python3 --version 2>&1 || true)). Install one; name it with PYTHON=/path/to/python3.12 make …"
}

missing_libraries() { # prints the names of those that do not load
    "$1" -I -S - $LIBRARIES <<'PY'
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
PY
}

install_libraries() {
    local missing as_root="" command="apt-get update && apt-get install -y --no-install-recommends $PACKAGES"
    missing=$(missing_libraries "$1" | paste -sd ' ')
    if [ -z "$missing" ]; then return; fi
    local vietnamese="Thiếu thư viện hệ thống: $missing. Hãy gõ lệnh sau rồi chạy lại:"
    local english="System libraries are missing: $missing. Type this, then try again:"
    local typed="sudo sh -c '$command'"
    if [ "$(id -u)" -eq 0 ]; then typed=$command; fi
    if ! command -v apt-get >/dev/null; then
        fail "Thiếu thư viện hệ thống: $missing. Hãy cài Pango và HarfBuzz (kèm harfbuzz-subset) bằng trình quản lý gói của máy." \
            "System libraries are missing: $missing. Install Pango and HarfBuzz (with harfbuzz-subset) with this machine's package manager."
    fi
    if [ "$(id -u)" -ne 0 ]; then
        if ! sudo -n true 2>/dev/null; then fail "$vietnamese" "$english" "$typed"; fi
        as_root="sudo -n"
    fi
    echo "bootstrap: apt-get install $PACKAGES"
    export DEBIAN_FRONTEND=noninteractive
    $as_root apt-get update -qq || true # one broken source must not stop us: the next line tells
    $as_root apt-get install -y -qq --no-install-recommends $PACKAGES >/dev/null || fail "$vietnamese" "$english" "$typed"
    missing=$(missing_libraries "$1" | paste -sd ' ')
    if [ -n "$missing" ]; then fail "$vietnamese" "$english" "$typed"; fi
}

make_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null || fail \
        "Python thiếu mô-đun venv. Hãy gõ lệnh sau rồi chạy lại:" \
        "This Python lacks the venv module. Type this, then try again:" \
        "sudo apt-get install -y python3-venv"
    echo "bootstrap: $1 -m venv $VENV"
    rm -rf "$VENV"
    "$1" -m venv "$VENV"
}

is_venv_sound() { # it runs, has pip, and was made at this path
    "$VENV/bin/python" -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null &&
        { [ ! -f "$STAMP" ] || [ "$(head -n 1 "$STAMP")" = "$PWD" ]; }
}

run_uv() {
    env -u VIRTUAL_ENV UV_PROJECT_ENVIRONMENT="$VENV" UV_PYTHON="$VENV/bin/python" UV_PYTHON_DOWNLOADS=never \
        UV_HTTP_TIMEOUT="${UV_HTTP_TIMEOUT:-180}" "$UV_HOME/bin/uv" "$@"
    link_relatively
}

link_relatively() { # Python reads this file in the locale's encoding: in C it would not start beneath an accent
    local file
    for file in "$VENV"/lib/python3*/site-packages/*antq_reports.pth; do
        if [ -f "$file" ]; then echo ../../../.. >"$file"; fi
    done
}

sync_venv() {
    if [ ! -x "$UV_HOME/bin/uv" ]; then
        echo "bootstrap: pip install uv==$UV_VERSION"
        rm -rf "$VENV"/uv-*
        # Beside the packages, not among them: `uv sync` removes whatever the lock does not name.
        "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
            --no-deps --target "$UV_HOME" "uv==$UV_VERSION"
    fi
    echo "bootstrap: uv sync --frozen"
    run_uv sync --frozen --quiet
}

add_groups() { # whatever else is installed stays
    local group
    for group in "$@"; do
        echo "bootstrap: uv sync --frozen --inexact --group $group"
        run_uv sync --frozen --quiet --inexact --group "$group"
    done
}

wanted_stamp() {
    printf '%s\n' "$PWD"
    cat uv.lock pyproject.toml scripts/bootstrap.sh | sha256sum
}

make_sound() {
    if [ -x "$VENV/bin/python" ] && [ "$(cat "$STAMP" 2>/dev/null)" = "$(wanted_stamp)" ]; then
        install_libraries "$VENV/bin/python"
        return
    fi
    local python
    python=$(find_python)
    install_libraries "$python"
    if ! is_venv_sound; then make_venv "$python"; fi
    sync_venv
    wanted_stamp >"$STAMP"
}

main() {
    # Two `make` at once wait for each other. The lock is on this file: nothing to leave behind.
    if command -v flock >/dev/null; then exec 9<scripts/bootstrap.sh && flock 9; fi
    make_sound
    add_groups "$@"
}

main "$@"
