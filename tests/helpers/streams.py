"""A broadcaster's live picture over loopback: real HLS made by ffmpeg, fed, starved or broken."""

from __future__ import annotations

import shutil
import subprocess
import threading

import pytest

from eats_desktop.demo.loopback import LoopbackSites
from eats_desktop.demo.web import Response

COLOURS = ("red", "blue")
SECONDS = 0.5
_SIZE = "96x54:r=25"


def make_segments(folder):
    """Eight half seconds, red and blue in turn; skips without ffmpeg (dev.py test brings it)."""
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        pytest.skip("ffmpeg is not installed")
    parts = [f"color=c={COLOURS[i % 2]}:s={_SIZE}:d={SECONDS}[p{i}]" for i in range(8)]
    joined = "".join(f"[p{i}]" for i in range(8)) + "concat=n=8"
    graph = ";".join([*parts, joined])
    command = [ffmpeg, "-v", "error", "-f", "lavfi", "-i", graph, "-c:v", "libx264"]
    command += ["-preset", "ultrafast", "-g", "12", "-pix_fmt", "yuv420p"]
    command += [
        "-hls_time",
        str(SECONDS),
        "-hls_list_size",
        "0",
        "-f",
        "hls",
        str(folder / "made.m3u8"),
    ]
    subprocess.run(command, check=True, timeout=60)
    return [path.read_bytes() for path in sorted(folder.glob("made*.ts"))]


class LivePicture(LoopbackSites):
    """Each look at the playlist finds a segment more, up to `feed`; the rest breaks it.

    Segments from `hangs_from` on are never answered.
    """

    def __init__(self, segments):
        self.segments = segments
        self._lock = threading.Lock()
        self.feed = len(segments)
        self._named = 3
        self.ended = False
        self.hangs_from = len(segments)
        self._over = threading.Event()
        self.status = 200
        self.playlist = None
        self.asked = []
        self.agents = set()
        super().__init__(("live",), self._answer)

    def stop(self):
        self._over.set()
        super().stop()

    @property
    def url(self):
        return f"{self.base_urls['live']}/hls/main.m3u8"

    def _answer(self, request):
        with self._lock:
            self.asked.append(request.path)
            self.agents.add(request.headers.get("user-agent", ""))
        if request.path.endswith(".m3u8"):
            text = self.playlist if self.playlist is not None else self._playlist()
            return Response(self.status, {"Content-Type": "audio/mpegurl"}, text.encode())
        number = int(request.path.rpartition("/")[2].removesuffix(".ts").removeprefix("part"))
        if number >= self.hangs_from:
            self._over.wait()
        return Response(200, {"Content-Type": "video/mp2t"}, self.segments[number])

    def _playlist(self):
        lines = ["#EXTM3U", "#EXT-X-VERSION:3", "#EXT-X-TARGETDURATION:1"]
        lines += ["#EXT-X-MEDIA-SEQUENCE:0"]
        self._named = min(self.feed, self._named + 1)
        for number in range(self._named):
            lines += [f"#EXTINF:{SECONDS},", f"part{number}.ts"]
        return "\n".join([*lines, *(["#EXT-X-ENDLIST"] if self.ended else [])]) + "\n"
