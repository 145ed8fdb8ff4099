# Sourced: `install PACKAGE…` installs the Debian packages that are missing, or prints the one line that does.
install() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" = 0 ]; then as=""; elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as="sudo"; else
    echo "These Debian packages are missing; paste this line and run make again:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y$missing" >&2
    exit 69
  fi
  echo "installing$missing"
  $as apt-get update -qq
  $as env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >/dev/null
}
