"""A live picture as a state machine: what happened goes in, what the decoder is to do comes out.

Moments are monotonic seconds. A picture that stands still is as good as none: it is connected
again a few times, then given up with a reason (VID-01..03).
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

BACK_OFF_S = (2.0, 5.0, 10.0)
"""Waits before each new try; after the last one the picture is given up."""


class Phase(enum.StrEnum):
    IDLE = "idle"
    LOADING = "loading"
    PLAYING = "playing"
    STALLED = "stalled"
    PAUSED = "paused"
    UNAVAILABLE = "unavailable"
    ENDED = "ended"


class Fault(enum.StrEnum):
    """Why there is no picture; the value is the code shown."""

    NO_STREAM = "VID-01"
    STALLED = "VID-02"
    UNPLAYABLE = "VID-03"


class Command(enum.Enum):
    NONE = enum.auto()
    START = enum.auto()
    """Open the address and decode from now on; replaces what was decoded before."""
    STOP = enum.auto()


class Signal(enum.Enum):
    """What happens without more to say."""

    OPENED = enum.auto()
    CLOSED = enum.auto()
    PAUSED = enum.auto()
    RESUMED = enum.auto()
    FRAME = enum.auto()
    FINISHED = enum.auto()
    """The playlist itself says that there is no more."""
    TICK = enum.auto()


@dataclass(frozen=True, slots=True)
class Failed:
    """The decoder or the network gave up; `fault` None is a failure that may pass."""

    fault: Fault | None = None


Event = Signal | Failed


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds. `steady_s` of picture after a break make the next break a first one again."""

    first_frame_s: float = 10.0
    stall_s: float = 5.0
    steady_s: float = 20.0
    back_off_s: tuple[float, ...] = BACK_OFF_S


@dataclass(frozen=True, slots=True)
class Playback:
    """`since`: the last frame, or when the present try or wait began; `decoding`: a try runs."""

    phase: Phase = Phase.IDLE
    since: float = 0.0
    failures: int = 0
    steady_from: float = 0.0
    seen: bool = False
    decoding: bool = False
    fault: Fault | None = None


Step = tuple[Playback, Command]

_LIVELY = frozenset({Phase.LOADING, Phase.PLAYING, Phase.STALLED})


def step(now: Playback, event: Event, at: float, limits: Limits | None = None) -> Step:
    """Return what follows on an event at a moment."""
    limits = limits or Limits()
    if event is Signal.OPENED:
        return _try(Playback(phase=Phase.LOADING), at)
    if event is Signal.CLOSED:
        return Playback(), Command.STOP if now.decoding else Command.NONE
    if event is Signal.RESUMED:
        resumed = Playback(phase=Phase.LOADING, seen=now.seen)
        return _try(resumed, at) if now.phase is Phase.PAUSED else (now, Command.NONE)
    if now.phase not in _LIVELY:
        return now, Command.NONE
    if event is Signal.PAUSED:
        return _rest(now, Phase.PAUSED)
    if event is Signal.TICK:
        return _tick(now, at, limits)
    return _decoder_said(now, event, at, limits) if now.decoding else (now, Command.NONE)


def _decoder_said(now: Playback, event: Event, at: float, limits: Limits) -> Step:
    if event is Signal.FRAME:
        return _frame(now, at, limits), Command.NONE
    if event is Signal.FINISHED:
        return _rest(now, Phase.ENDED)
    fault = event.fault if isinstance(event, Failed) else None
    if fault is Fault.UNPLAYABLE or (fault is not None and not now.seen):
        return _give_up(now, fault)
    return _fail(now, at, limits)


def _tick(now: Playback, at: float, limits: Limits) -> Step:
    waited = at - now.since
    if not now.decoding:
        due = waited >= limits.back_off_s[now.failures - 1]
        return _try(now, at) if due else (now, Command.NONE)
    patience = limits.stall_s if now.phase is Phase.PLAYING else limits.first_frame_s
    return _fail(now, at, limits) if waited >= patience else (now, Command.NONE)


def _frame(now: Playback, at: float, limits: Limits) -> Playback:
    if now.phase is not Phase.PLAYING:
        return replace(now, phase=Phase.PLAYING, since=at, steady_from=at, seen=True)
    steady = at - now.steady_from >= limits.steady_s
    return replace(now, since=at, failures=0 if steady else now.failures)


def _try(now: Playback, at: float) -> Step:
    return replace(now, since=at, decoding=True, fault=None), Command.START


def _fail(now: Playback, at: float, limits: Limits) -> Step:
    if now.failures >= len(limits.back_off_s):
        return _give_up(now, Fault.STALLED)
    stalled = replace(now, phase=Phase.STALLED, since=at, failures=now.failures + 1, decoding=False)
    return stalled, Command.STOP


def _give_up(now: Playback, fault: Fault) -> Step:
    return _rest(replace(now, fault=fault), Phase.UNAVAILABLE)


def _rest(now: Playback, phase: Phase) -> Step:
    """Go where nothing is decoded."""
    resting = replace(now, phase=phase, decoding=False)
    return resting, Command.STOP if now.decoding else Command.NONE
