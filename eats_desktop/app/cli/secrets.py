"""Asks for a PIN: hidden on a terminal, a line of standard input for scripts."""

from __future__ import annotations

import getpass
import os
import sys
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import InputError

if TYPE_CHECKING:
    from eats_desktop.app.people_desk import PeopleDesk

PIN_VARIABLE = "EATS_PROFILE_PIN"


def typed_secret(prompt: str) -> str:
    """Return what was typed or the next line of standard input; InputError when there is none."""
    if sys.stdin.isatty():
        return getpass.getpass(f"{prompt}: ")
    line = sys.stdin.buffer.readline().decode(errors="replace").strip()
    if not line:
        raise InputError(f"{prompt}이(가) 필요해요. 표준 입력으로 한 줄에 하나씩 적어 주세요.")
    return line


def pass_curtain(desk: PeopleDesk, person_id: str) -> None:
    """Ask for the person's PIN where there is one; a script gives it in the environment."""
    book = desk.pin(person_id)
    if not book.is_set:
        return
    given = os.environ.get(PIN_VARIABLE, "").strip()
    if not given and not sys.stdin.isatty():
        name = desk.people.get(person_id).name
        raise InputError(f"‘{name}’ 프로필은 PIN이 있어요. 환경 변수 {PIN_VARIABLE}로 알려 주세요.")
    book.check(given or getpass.getpass("PIN: "))
