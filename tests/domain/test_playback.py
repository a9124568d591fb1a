"""The live picture as a state machine: stalls are noticed, tries counted, the decoder let go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.playback import (
    BACK_OFF_S,
    Command,
    Failed,
    Fault,
    Limits,
    Phase,
    Playback,
    Signal,
    step,
)

LIMITS = Limits()
EVENTS = st.sampled_from([*Signal, Failed(), *(Failed(fault) for fault in Fault)])
STORIES = st.lists(st.tuples(st.floats(0, 15), EVENTS), max_size=60)


class Story:
    """Plays events and keeps what the decoder was told."""

    def __init__(self):
        self.now = Playback()
        self.at = 100.0
        self.told = []

    def tell(self, event, after=0.0):
        self.at += after
        self.now, command = step(self.now, event, self.at, LIMITS)
        if command is not Command.NONE:
            self.told.append(command)
        return self.now.phase

    def wait(self, seconds):
        """Let seconds pass with two ticks in each."""
        for _ in range(int(seconds * 2)):
            self.tell(Signal.TICK, 0.5)
        return self.now.phase


@pytest.fixture
def playing():
    story = Story()
    story.tell(Signal.OPENED)
    story.tell(Signal.FRAME, 0.3)
    story.told.clear()
    return story


def test_a_picture_loads_then_plays():
    story = Story()
    assert story.tell(Signal.OPENED) is Phase.LOADING
    assert story.tell(Signal.FRAME, 1.0) is Phase.PLAYING
    assert story.told == [Command.START]


def test_a_picture_that_stands_is_noticed_within_five_seconds(playing):
    assert playing.wait(4.5) is Phase.PLAYING
    assert playing.wait(0.5) is Phase.STALLED
    assert playing.told == [Command.STOP]


def test_frames_keep_it_going(playing):
    for _ in range(100):
        playing.tell(Signal.FRAME, 0.2)
        assert playing.tell(Signal.TICK, 0.2) is Phase.PLAYING
    assert playing.told == []


def test_it_is_tried_again_after_two_five_and_ten_seconds_then_given_up(playing):
    started = []
    before = playing.at
    playing.wait(5)
    while playing.now.phase is not Phase.UNAVAILABLE:
        count = len(playing.told)
        playing.tell(Signal.TICK, 0.5)
        if playing.told[count:] == [Command.START]:
            started.append(playing.at)
            playing.tell(Failed(), 0.0)
    assert [round(at - before, 1) for at in started] == [7.0, 12.0, 22.0]
    assert playing.now.fault is Fault.STALLED
    assert playing.told[-1] is Command.STOP


def test_a_try_that_brings_the_picture_back_plays_on(playing):
    playing.wait(5)
    playing.wait(2)
    assert playing.now.phase is Phase.STALLED
    assert playing.tell(Signal.FRAME, 0.2) is Phase.PLAYING


def test_breaks_far_apart_do_not_add_up(playing):
    for _ in range(8):
        playing.wait(5)
        playing.wait(2)
        for _ in range(110):
            playing.tell(Signal.FRAME, 0.2)
        assert playing.now.phase is Phase.PLAYING


def test_a_few_frames_between_breaks_are_no_recovery(playing):
    for _ in range(len(BACK_OFF_S)):
        playing.wait(5)
        while not playing.now.decoding:
            playing.wait(0.5)
        for _ in range(20):
            playing.tell(Signal.FRAME, 0.2)
    assert playing.wait(5) is Phase.UNAVAILABLE


@pytest.mark.parametrize("fault", [Fault.NO_STREAM, Fault.UNPLAYABLE])
def test_what_cannot_be_played_at_all_is_said_at_once(fault):
    story = Story()
    story.tell(Signal.OPENED)
    assert story.tell(Failed(fault), 0.1) is Phase.UNAVAILABLE
    assert (story.now.fault, story.told) == (fault, [Command.START, Command.STOP])


def test_a_stream_that_vanishes_while_it_plays_is_tried_again(playing):
    assert playing.tell(Failed(Fault.NO_STREAM)) is Phase.STALLED


def test_the_end_of_the_playlist_is_the_end(playing):
    assert playing.tell(Signal.FINISHED) is Phase.ENDED
    assert playing.wait(60) is Phase.ENDED
    assert playing.told == [Command.STOP]


def test_a_pause_lets_go_of_the_decoder_and_goes_on_at_the_live_edge(playing):
    assert playing.tell(Signal.PAUSED) is Phase.PAUSED
    assert playing.wait(600) is Phase.PAUSED
    assert playing.tell(Signal.RESUMED) is Phase.LOADING
    assert playing.told == [Command.STOP, Command.START]


def test_a_machine_that_slept_connects_again(playing):
    assert playing.tell(Signal.TICK, 8 * 3600) is Phase.STALLED
    assert playing.wait(2) is Phase.STALLED
    assert playing.tell(Signal.FRAME, 0.1) is Phase.PLAYING


@given(STORIES)
def test_the_decoder_runs_exactly_while_it_is_said_to(story):
    told = Story()
    running = False
    for after, event in story:
        count = len(told.told)
        told.tell(event, after)
        for command in told.told[count:]:
            assert command is Command.START or running, "stopped twice"
            running = command is Command.START
        assert running == told.now.decoding
        assert not running or told.now.phase in (Phase.LOADING, Phase.PLAYING, Phase.STALLED)
        assert (told.now.fault is not None) == (told.now.phase is Phase.UNAVAILABLE)


@given(STORIES)
def test_without_frames_it_comes_to_rest_within_a_minute(story):
    told = Story()
    for after, event in story:
        told.tell(event, after)
    settled = {Phase.IDLE, Phase.PAUSED, Phase.UNAVAILABLE, Phase.ENDED}
    assert told.wait(65) in settled
    assert not told.now.decoding


@given(STORIES)
def test_closing_always_ends_it(story):
    told = Story()
    for after, event in story:
        told.tell(event, after)
    told.tell(Signal.CLOSED)
    assert told.now == Playback()
    assert told.told == [] or told.told[-1] is Command.STOP
