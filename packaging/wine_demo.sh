#!/usr/bin/env bash
# Runs the Windows build of the program under Wine 10: bash packaging/wine_demo.sh WORKFOLDER
# It lays out CPython and the lock's Windows wheels in WORKFOLDER/windows, then runs the whole demonstration there and
# checks both signed files. Where this machine has no Wine 10, root makes a Debian 13 with it in WORKFOLDER/debian13
# (debootstrap, bubblewrap; about 1.3 GB). Qt is not started: Wine 10 lacks the ICU that Windows 10 brings for it.
set -euo pipefail

work=$(mkdir -p "${1:?usage: wine_demo.sh WORKFOLDER}" && cd "$1" && pwd)
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
root=$work/debian13

has_wine10() { [[ "$(wine --version 2>/dev/null)" =~ ^wine-([0-9]+) ]] && ((BASH_REMATCH[1] >= 10)); }

inside() { # run a command in the Debian 13 made here, with the work folder at its own place; one /tmp, so one wineserver
    mkdir -p -m 1777 "$work/tmp"
    bwrap --bind "$root" / --proc /proc --dev /dev --bind "$work/tmp" /tmp --bind "$work" "$work" \
        --ro-bind /etc/resolv.conf /etc/resolv.conf "$@"
}

make_debian13() {
    apt-get install -y -q --no-install-recommends debootstrap bubblewrap
    rm -rf "$root"
    debootstrap --variant=minbase --include=ca-certificates trixie "$root"
    cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
    inside --setenv DEBIAN_FRONTEND noninteractive apt-get update -q
    inside --setenv DEBIAN_FRONTEND noninteractive apt-get install -y -q --no-install-recommends wine wine64
    touch "$root/made"
}

wine10() { # run a command of Wine's in the folder of the layout
    local variables=(WINEPREFIX="$work/wine" WINEDEBUG=-all "WINEDLLOVERRIDES=mscoree=;mshtml=" LANG=C.UTF-8 PYTHONUTF8=1)
    variables+=(XDG_RUNTIME_DIR=/tmp)
    if has_wine10; then
        (cd "$work/windows" && env "${variables[@]}" "$@")
    else
        inside --chdir "$work/windows" env "${variables[@]}" "$@"
    fi
}

python3 "$home/dev.py" windows
PYTHONPATH=$home "$home/.venv/bin/python" "$home/packaging/windows_tree.py" "$work/windows"
has_wine10 || [[ -e $root/made ]] || make_debian13

trap 'wine10 wineserver -k || true' EXIT
wine10 wine wineboot -i # the first start makes Wine's own folders

rm -rf "$work/windows/sổ mẫu"
vnpresence=(wine runtime/python.exe -m vnpresence_desktop)
wine10 "${vnpresence[@]}" demo --no-window --json --data "sổ mẫu" | tee "$work/answer.json"
for key in pdf xlsx; do
    path=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1], encoding="utf-8"))[sys.argv[2]])' "$work/answer.json" "$key")
    wine10 "${vnpresence[@]}" verify "$path" --data "sổ mẫu"
done
wine10 "${vnpresence[@]}" check --data "sổ mẫu"
echo "Under Wine the program made, signed and verified the sample commune's report."
