"""One door for developers: python3 dev.py demo|run|test|check|bench|package.

Standard library only. It makes its own environment on a bare machine with Python 3.11 or newer:
a tool venv with uv (pip when uv cannot be had), the pinned packages of .ci/requirements, and on
Debian as root the few system libraries Qt needs; elsewhere it prints the command to type.
"""

from __future__ import annotations

import argparse
import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENV = ROOT / ".venv"
TOOLS = ROOT / ".tools"
REQUIREMENTS = ROOT / ".ci" / "requirements"
WINDOWS = sys.platform == "win32"

QT_LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "glib-2.0": "libglib2.0-0",
    "pulse": "libpulse0",
    "xkbcommon": "libxkbcommon0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-image": "libxcb-image0",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-shape": "libxcb-shape0",
    "xcb-xkb": "libxcb-xkb1",
    "Xrandr": "libxrandr2",
}
PROGRAMS = {"notify-send": "libnotify-bin", "dbus-run-session": "dbus"}
TEST_PROGRAMS = {"ffmpeg": "ffmpeg"}


def main() -> int:
    parser = argparse.ArgumentParser(description="Eat's 유혹 개발 도우미")
    parser.add_argument("command", choices=tuple(COMMANDS), help="할 일")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="그 일에 넘길 값")
    options = parser.parse_args()
    if sys.version_info < (3, 11):
        print(f"Python 3.11 이상이 필요해요. 지금은 {sys.version.split()[0]}이에요.")
        return 2
    return COMMANDS[options.command](options.arguments)


def demo(arguments: list[str]) -> int:
    """Show the program on its own demonstration data; without a display, take a picture tour."""
    prepare("run")
    return app("demo", *arguments)


def run(arguments: list[str]) -> int:
    """Start the program (or one of its commands) on the live addresses."""
    prepare("run")
    return app(*arguments)


def test(arguments: list[str]) -> int:
    """Run the tests, offscreen, whole files on up to four cores; `-n 0` takes one process."""
    prepare("dev", TEST_PROGRAMS)
    quiet = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    spread = ["--numprocesses=auto", "--maxprocesses=4", "--dist=loadfile"]
    return call([python(), "-m", "pytest", *spread, *arguments], **quiet)


def check(arguments: list[str]) -> int:
    """Run the gate: format, lint, types, layers, QML."""
    prepare("dev")
    return call([python(), ROOT / ".ci" / "gate.py", *arguments], QT_QPA_PLATFORM="offscreen")


def bench(arguments: list[str]) -> int:
    """Measure the program's own figures."""
    prepare("run")
    return app("bench", *arguments)


def package(arguments: list[str]) -> int:
    """Freeze the program into dist/eats-desktop."""
    prepare("package")
    spec = ROOT / "build.spec"
    return call([python(), "-m", "PyInstaller", "--noconfirm", "--clean", spec, *arguments])


COMMANDS = {
    "demo": demo, "run": run, "test": test, "check": check, "bench": bench, "package": package,
}  # fmt: skip


def prepare(kind: str, programs: dict[str, str] | None = None) -> None:
    """Bring the environment to the pinned packages of `kind` (run ⊂ dev, run ⊂ package)."""
    ensure_system_libraries({**PROGRAMS, **(programs or {})})
    wanted = (REQUIREMENTS / f"{kind}.txt").read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    digest = hashlib.sha256(wanted + sys.version.encode()).hexdigest()
    stamp = ENV / f".installed-{kind}"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == digest:
        return
    print(f"준비 중이에요: {kind} 환경을 갖춰요 (처음 한 번, 1분쯤).", file=sys.stderr, flush=True)
    if not python().is_file():
        make_venv(ENV)
    install(["-r", str(REQUIREMENTS / f"{kind}.txt")])
    install(["--no-deps", "--editable", str(ROOT)])
    stamp.write_text(digest, encoding="ascii")


def make_venv(folder: Path) -> None:
    made = subprocess.run([sys.executable, "-m", "venv", str(folder)], check=False)
    if made.returncode == 0:
        return
    shutil.rmtree(folder, ignore_errors=True)
    ensure_debian_packages([f"python3.{sys.version_info.minor}-venv"])
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)


def install(arguments: list[str]) -> None:
    """Install into the environment with uv, or with pip where uv cannot be had."""
    uv = tool_uv()
    if uv is not None:
        command = [str(uv), "pip", "install", "--quiet", "--python", str(python()), *arguments]
        if call(command) == 0:
            return
        print("uv로 설치하지 못해 pip로 다시 해 볼게요.", file=sys.stderr, flush=True)
    subprocess.run([str(python()), "-m", "pip", "install", "--quiet", *arguments], check=True)


def tool_uv() -> Path | None:
    uv = inside(TOOLS, "uv")
    if uv.is_file():
        return uv
    if not inside(TOOLS, "python").is_file():
        make_venv(TOOLS)
    got = subprocess.run(
        [str(inside(TOOLS, "python")), "-m", "pip", "install", "--quiet", "uv"], check=False
    )
    return uv if got.returncode == 0 and uv.is_file() else None


def ensure_system_libraries(programs: dict[str, str]) -> None:
    """Find what Qt needs from the system; install it on Debian as root, else say what to type."""
    if not sys.platform.startswith("linux"):
        return
    missing = [name for lib, name in QT_LIBRARIES.items() if not ctypes.util.find_library(lib)]
    missing += [name for program, name in programs.items() if not shutil.which(program)]
    if missing:
        ensure_debian_packages(missing)


def ensure_debian_packages(names: list[str]) -> None:
    install_line = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    if not shutil.which("apt-get") or os.geteuid() != 0:
        print(
            "시스템 라이브러리가 더 필요해요. 이렇게 설치해 주세요 (Debian/Ubuntu):",
            file=sys.stderr,
        )
        print(
            f"  sudo apt-get update && sudo {' '.join(install_line)}", file=sys.stderr, flush=True
        )
        return
    print(f"시스템 라이브러리를 설치해요: {' '.join(names)}", file=sys.stderr, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for line in (["apt-get", "update", "-q"], install_line):
        subprocess.run(line, env=quiet, stdout=subprocess.DEVNULL, check=False)


def inside(folder: Path, name: str) -> Path:
    return folder / ("Scripts" if WINDOWS else "bin") / (f"{name}.exe" if WINDOWS else name)


def python() -> Path:
    return inside(ENV, "python")


def app(*arguments: str) -> int:
    return call([python(), "-m", "eats_desktop", *arguments])


def call(command: list[object], **environment: str) -> int:
    words = [str(word) for word in command]
    try:
        return subprocess.run(
            words, cwd=ROOT, env={**os.environ, **environment}, check=False
        ).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main())
