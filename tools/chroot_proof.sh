#!/usr/bin/env bash
# Prove the README's two commands on a bare Debian 12: a fresh chroot with only python3 and
# python3-venv, the committed repository, each command twice, the second time without a network.
#
#   tools/chroot_proof.sh FOLDER [run] [test]      (as root; needs debootstrap, git, util-linux)
#
# FOLDER must not exist or be empty; it is left for inspection. The caller's way to the network
# (name servers, certificates, package mirror, proxy) is handed into the chroot; nothing of it is
# written down here.
set -euo pipefail

house=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:?usage: tools/chroot_proof.sh FOLDER [run] [test]}
shift
commands=("$@")
[ $# -gt 0 ] || commands=(run test)
[ "$(id -u)" = 0 ] || { echo "chroot_proof: a chroot can only be made by root"; exit 2; }
[ -z "$(ls -A "$folder" 2>/dev/null)" ] || { echo "chroot_proof: $folder is not empty"; exit 2; }

# A mount namespace of our own: whatever happens, no mount is left behind.
if [ -z "${UNKNOT_PROOF_INSIDE:-}" ]; then
  UNKNOT_PROOF_INSIDE=1 exec unshare --mount --propagation private "$0" "$folder" "${commands[@]}"
fi

seconds() { # seconds WHAT COMMAND...: run, print how long it took and how it ended
  local what=$1 start end status=0
  shift
  start=$(date +%s.%N)
  "$@" || status=$?
  end=$(date +%s.%N)
  awk -v what="$what" -v a="$start" -v b="$end" -v status="$status" \
    'BEGIN { printf "== %-32s %7.1f s   exit %d\n", what, b - a, status }' | tee -a "$folder.log"
  return "$status"
}

mirror() { # the first Debian mirror the caller uses; nothing when there is none to read
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list \
    2>/dev/null | awk '$1 == "URIs:" && $2 ~ /debian\/?$/ { print $2; exit }
      $1 == "deb" { for (i = 2; i <= NF; i++) if ($i ~ /debian\/?$/) { print $i; exit } }'
}

network_environment() { # NAME=VALUE of what leads the caller to the network
  env | grep -iE '^(https?_proxy|no_proxy|ssl_cert_(file|dir)|requests_ca_bundle|pip_(cert|proxy|index_url))=' || true
  local key value
  for key in index-url cert proxy; do
    value=$(python3 -m pip config get "global.$key" 2>/dev/null) || continue
    echo "PIP_$(tr a-z- A-Z_ <<<"$key")=$value"
  done
}

: >"$folder.log"
seconds "debootstrap" debootstrap --variant=minbase --include=python3,python3-venv,ca-certificates \
  bookworm "$folder" $(mirror) >"$folder.debootstrap.log"
cp -L /etc/resolv.conf /etc/hosts "$folder/etc/"
cp -L /etc/ssl/certs/ca-certificates.crt "$folder/etc/ssl/certs/ca-certificates.crt"
for file in /etc/apt/apt.conf /etc/apt/apt.conf.d/*proxy*; do
  [ ! -f "$file" ] || cp "$file" "$folder/etc/apt/apt.conf.d/99-$(basename "$file")"
done
git clone --quiet --no-hardlinks "$house" "$folder/opt/unknot"
mount -t proc proc "$folder/proc"
mount --rbind /dev "$folder/dev"

mapfile -t network < <(network_environment)
plain=(HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8)
first=(chroot "$folder" env -i "${plain[@]}" "${network[@]}" sh -c)
second=(unshare --net chroot "$folder" env -i "${plain[@]}" sh -c)

failed=0
for command in "${commands[@]}"; do
  line="cd /opt/unknot && python3 dev.py $command"
  seconds "$command, first use" "${first[@]}" "$line" || failed=1
  seconds "$command, second, no network" "${second[@]}" "$line" || failed=1
done
seconds "set-up alone, no network" "${second[@]}" "cd /opt/unknot && python3 dev.py setup" || failed=1
echo; cat "$folder.log"
exit "$failed"
