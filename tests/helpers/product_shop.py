"""Demonstration sites whose product pages a test watches and may spoil."""

from __future__ import annotations

from eats_desktop.demo.sites import DemoSites

PAGES = {"hnsmall": "/display/goods.do", "hmall": "/md/pda/itemPtc", "kok": "/m/product"}


class Shop(DemoSites):
    """Notes in `asked` which product pages are asked for; `instead` answers for a source."""

    def __init__(self, clock):
        super().__init__(clock)
        self.asked = []
        self.instead = {}
        self.honest = self._respond
        self._respond = self._answer_or_instead

    def _answer_or_instead(self, request):
        if request.path != PAGES.get(request.source):
            return self.honest(request)
        self.asked.append(request)
        other = self.instead.get(request.source)
        return self.honest(request) if other is None else other(request)
