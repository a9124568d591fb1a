"""Opens the window again in the same program: for another person, or after work on closed files."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import EatsError
from eats_desktop.services.erasing import Eraser
from eats_desktop.services.people import People
from eats_desktop.storage.backup import restore_user
from eats_desktop.storage.backup_list import recover_user
from eats_desktop.viewmodels.my_data_view_model import FileWork
from eats_desktop.viewmodels.texts import error_texts, short_moment

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

logger = logging.getLogger(__name__)

AGAIN = 1000
"""The exit code of an event loop that ends only to begin anew."""


@dataclass(frozen=True, slots=True)
class Again:
    """Whose window is to open next, and what is done before it, returning what to tell."""

    person_id: str
    work: Callable[[], str]


class Reopening:
    """What one open window wishes for after itself; the last wish counts."""

    def __init__(self, leave: Callable[[], None] = lambda: None) -> None:
        self._leave = leave
        self.wanted: Again | None = None

    def ask(self, person_id: str, work: Callable[[], str]) -> None:
        self.wanted = Again(person_id, work)
        self._leave()


@dataclass(frozen=True, slots=True)
class Start:
    """How a window begins: for whom, and what to tell there."""

    person_id: str
    notice: str = ""
    kind: str = "info"


def stay_open(
    app: QApplication,
    data_dir: Path,
    start: Start,
    opened: Callable[[Start, Reopening], AbstractContextManager[object]],
) -> int:
    """Run the event loop over what `opened` opens, again and again while a window wishes so."""
    while True:
        reopening = Reopening(lambda: app.exit(AGAIN))
        app.setQuitOnLastWindowClosed(True)
        with opened(start, reopening):
            code = app.exec()
            app.setQuitOnLastWindowClosed(False)  # a window that goes is not the program's end
        wanted = reopening.wanted
        if code != AGAIN or wanted is None:
            return code
        start = carry_out(wanted, data_dir, start.person_id)


def carry_out(wanted: Again, data_dir: Path, before: str) -> Start:
    """Do what was wished for while nothing is open; a foreseen failure is told in the window.

    A person whose file is beyond repair is not opened: the window stays with the one of `before`.
    """
    people = People(data_dir)
    try:
        notice = wanted.work()
        person_id = _known(people, wanted.person_id)
        mended = recovered(data_dir, person_id)
    except EatsError as error:
        title, _help = error_texts(error.code)
        notice = f"{error.detail} ({error.code})" if error.detail else title
        return Start(people.use(_known(people, before)).person_id, notice, "error")
    return Start(person_id, mended or notice, "warn" if mended else "info")


def _known(people: People, person_id: str) -> str:
    """Return the id, or who is active where that person is gone."""
    ids = {person.person_id for person in people.all()}
    return person_id if person_id in ids else people.active().person_id


def file_work(data_dir: Path, person_id: str) -> FileWork:
    """What may be done to a person's files between two windows."""
    home = People(data_dir).home(person_id)

    def restore(copy: Path) -> str:
        restore_user(copy, home)
        return "백업으로 되돌렸어요. 되돌리기 전 것도 백업에 남겨 뒀어요."

    def erase() -> str:
        Eraser(data_dir).erase(person_id)
        return "내 정보를 모두 지웠어요. 편성과 상품, 레시피는 남아 있어요."

    return FileWork(restore, erase)


def begun(data_dir: Path, person_id: str) -> Start:
    """Return the first start, with what `recovered` has to tell."""
    return Start(person_id, recovered(data_dir, person_id), "warn")


def recovered(data_dir: Path, person_id: str) -> str:
    """Mend a damaged user.db by its last sound copy; return what to tell, "" when it was sound."""
    home = People(data_dir).home(person_id)
    found = recover_user(home, home / "backups")
    if found is None:
        return ""
    logger.error("user.db was damaged; restored %s, kept %s", found.copy.path.name, found.aside)
    return (
        f"저장 파일이 손상되어 {short_moment(found.copy.made_at)} 백업으로 되돌렸어요. "
        "그 뒤에 한 것은 빠졌을 수 있으니 주문은 결제 알림과 맞춰 봐 주세요. "
        "손상된 파일도 남겨 뒀어요."
    )
