"""What happens with a bug: one log entry, one Korean line, exit code 70."""

from __future__ import annotations

import logging
import sys

logger = logging.getLogger(__name__)

EXIT_BUG = 70


def report_bug(error: BaseException) -> int:
    """Log an unforeseen exception and return the exit code; exits of the interpreter pass on."""
    if not isinstance(error, Exception):
        raise error
    logger.critical("unforeseen", exc_info=error)
    message = "예상하지 못한 문제가 생겼어요. logs 폴더의 eats.log를 살펴 주세요. [E-APP-01]\n"
    sys.stderr.buffer.write(message.encode())
    return EXIT_BUG
