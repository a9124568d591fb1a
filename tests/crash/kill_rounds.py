"""Kills synchronisations at random moments and checks what they leave: the whole harness.

python -m tests.crash.kill_rounds --rounds 200 --seed 1
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from eats_desktop.demo.sites import DemoSites
from eats_desktop.domain.clock import KST, ManualClock
from tests.crash.aftermath import (
    belongings,
    content,
    differences,
    left_behind,
    problems,
    still_running,
    stored_pages,
)
from tests.crash.nursery import COMMITTING, WRITING, KillPoint, Nursery
from tests.helpers.command_line import CommandLine

NOW = datetime(2026, 11, 24, 14, 20, tzinfo=KST)
DAYS = 1
_LONGEST_DELAY_S = 0.06


@dataclass(frozen=True)
class Round:
    """One kill and the synchronisation after it."""

    start: str
    point: KillPoint
    landed: bool
    state: int = 0
    running: bool = False
    pages: int = 0
    all_pages: int = 0
    broken: tuple[str, ...] = ()
    unhealed: dict = field(default_factory=dict)
    lost: bool = False

    @property
    def in_transaction(self):
        return self.state in (WRITING, COMMITTING)

    @property
    def partly_written(self):
        """Some of the run's pages were stored and some were not."""
        return self.landed and 0 < self.pages < self.all_pages

    @property
    def sound(self):
        return not (self.broken or self.unhealed or self.lost)


@dataclass(frozen=True)
class Start:
    """A data directory before the synchronisation, and what an undisturbed one makes of it."""

    name: str
    folder: Path | None
    content: dict
    pages: int
    transactions: int


class Harness:
    """Loopback sites, starting points and the rounds; a context manager."""

    def __init__(self, folder, seed):
        self._folder = folder
        self._random = random.Random(seed)
        self._clock = ManualClock(NOW)
        self._sites = DemoSites(self._clock.now)
        self._count = 0

    def __enter__(self):
        self._sites.start()
        config = self._folder / "sites.toml"
        config.write_text(self._sites.settings_toml(), encoding="utf-8")
        self._config = config
        self._nursery = Nursery(config, DAYS)
        self._starts = (self._nothing_yet(), self._a_day_old())
        return self

    def __exit__(self, *_):
        self._sites.stop()

    def round(self):
        """Kill one synchronisation, look, let the next one heal, look again."""
        start = self._starts[self._count % len(self._starts)]
        self._count += 1
        data_dir = self._fresh_copy(start)
        point = KillPoint(
            self._random.randint(0, start.transactions),
            self._random.uniform(0, _LONGEST_DELAY_S),
        )
        probe = self._nursery.kill(data_dir, NOW, point)
        done = self._judged(start, data_dir, point, probe)
        shutil.rmtree(data_dir, ignore_errors=True)
        return done

    def _judged(self, start, data_dir, point, probe):
        if probe is None:
            return Round(start.name, point, landed=False)
        with left_behind(data_dir) as copy:
            broken = problems(copy)
            running = still_running(copy)
            pages = self._pages_of_today(copy)
        self._nursery.sync(data_dir, NOW)
        with left_behind(data_dir) as copy:
            broken += problems(copy)
            unhealed = differences(start.content, content(copy))
            kept = start.folder is None or belongings(copy) == belongings(start.folder)
        return Round(
            start.name,
            point,
            landed=True,
            state=probe.state,
            running=running,
            pages=pages,
            all_pages=start.pages,
            broken=tuple(broken),
            unhealed=unhealed,
            lost=not kept,
        )

    def _nothing_yet(self):
        return self._measured("empty", None)

    def _a_day_old(self):
        folder = self._folder / "yesterday"
        yesterday = NOW - timedelta(days=1)
        self._clock.instant = yesterday
        self._nursery.sync(folder, yesterday)
        command = CommandLine(folder, self._config, yesterday)
        found = command("schedule", "--days", "2", "--json").json["broadcasts"]
        for item in [b for b in found if b["state"] == "upcoming"][:5]:
            command("wish", "add", item["id"])
        self._clock.instant = NOW
        return self._measured("a day old", folder)

    def _measured(self, name, folder):
        start = Start(name, folder, {}, 0, 0)
        data_dir = self._fresh_copy(start)
        transactions = self._nursery.sync(data_dir, NOW)
        found, pages = content(data_dir), self._pages_of_today(data_dir)
        shutil.rmtree(data_dir)
        return Start(name, folder, found, pages, transactions)

    def _fresh_copy(self, start):
        data_dir = self._folder / f"data-{self._count}-{start.name.replace(' ', '-')}"
        if start.folder is not None:
            shutil.copytree(start.folder, data_dir)
        return data_dir

    def _pages_of_today(self, data_dir):
        return sum(fetched_at == int(NOW.timestamp()) for *_, fetched_at in stored_pages(data_dir))


def summary(rounds, seconds):
    """Return the figures of many rounds."""
    landed = [done for done in rounds if done.landed]
    unsound = [done for done in landed if not done.sound]
    return {
        "rounds": len(rounds),
        "killed": len(landed),
        "ended_before_the_kill": len(rounds) - len(landed),
        "run_left_running": sum(done.running for done in landed),
        "pages_partly_written": sum(done.partly_written for done in landed),
        "inside_a_transaction": sum(done.in_transaction for done in landed),
        "while_committing": sum(done.state == COMMITTING for done in landed),
        "by_start": dict(Counter(done.start for done in landed)),
        "half_written_or_damaged": sum(bool(done.broken) for done in landed),
        "not_healed_by_the_next": sum(bool(done.unhealed) for done in landed),
        "wishes_lost": sum(done.lost for done in landed),
        "unsound": [repr(done)[:600] for done in unsound[:5]],
        "seconds": round(seconds, 1),
    }


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    wanted = options.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, Harness(Path(folder), wanted.seed) as harness:
        rounds = []
        for number in range(wanted.rounds):
            rounds.append(harness.round())
            if number % 20 == 19 or not rounds[-1].sound:
                print(f"{number + 1}: {rounds[-1]}", file=sys.stderr, flush=True)
    found = summary(rounds, time.monotonic() - began)
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 1 if found["unsound"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
