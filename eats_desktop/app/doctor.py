"""The self-check behind `doctor`: each check says what it saw and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.sync_report import SyncStatus
from eats_desktop.paths import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from eats_desktop.app.container import Container
    from eats_desktop.services.source_service import SourceCard

_MIB = 1 << 20
_OLD_BACKUP = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    ok: bool
    detail: str
    remedy: str = ""


def examine(box: Container) -> tuple[Check, ...]:
    """Run every check; one that fails in a foreseen way is a finding, not an end."""
    checks: tuple[Callable[[Container], Check], ...] = (
        _sqlite, _vectors, _integrity, _model, _meaning,
        _source_table, _sources, _disk, _payment, _backup, _notifier, _fonts,
    )  # fmt: skip
    return tuple(_guarded(check, box) for check in checks)


def cannot_open(error: EatsError) -> Check:
    """The one finding of an installation whose settings or files cannot even be opened."""
    remedy = "설정과 데이터 폴더를 살펴 주세요. 손상됐다면 eats-desktop restore 로 되돌리세요."
    return Check("open", ok=False, detail=f"{error.detail} [E-{error.code}]", remedy=remedy)


def _guarded(check: Callable[[Container], Check], box: Container) -> Check:
    try:
        return check(box)
    except EatsError as error:
        return Check(check.__name__.strip("_"), ok=False, detail=f"{error.detail} [E-{error.code}]")


def _sqlite(box: Container) -> Check:
    facts = box.databases.facts()
    detail = f"{facts.driver} {facts.driver_version}, SQLite {facts.sqlite_version}"
    if not facts.wal_risk:
        return Check("sqlite", ok=True, detail=detail)
    remedy = "pysqlite3 패키지를 설치하면 안전한 SQLite를 써요."
    return Check("sqlite", ok=False, detail=f"{detail}: WAL 오류가 있는 판", remedy=remedy)


def _vectors(box: Container) -> Check:
    return Check("sqlite-vec", ok=True, detail=f"sqlite-vec {box.databases.facts().vec_version}")


def _integrity(box: Container) -> Check:
    problems = box.databases.integrity_problems()
    if not problems:
        return Check("integrity", ok=True, detail="catalog.db와 user.db에 손상이 없어요")
    return Check(
        "integrity",
        ok=False,
        detail="; ".join(problems),
        remedy="eats-desktop restore 로 최근 백업을 되돌리고, catalog.db는 지운 뒤 다시 받으세요.",
    )


def _model(box: Container) -> Check:
    return Check("food-model", ok=True, detail=f"식품 판별 모델 {box.food.names.version}")


def _meaning(box: Container) -> Check:
    model = box.food.embedder.model_id
    detail = f"뜻 검색 모델 {model}"
    if box.food.is_behind():
        return Check("search-model", ok=True, detail=f"{detail}: 새로 받을 때 색인을 마저 만들어요")
    return Check("search-model", ok=True, detail=detail)


def _source_table(box: Container) -> Check:
    problem = box.source_desk.table_problem
    if problem:
        remedy = "데이터 폴더의 sources.toml을 고치거나 지우고 프로그램을 다시 켜세요."
        detail = f"{problem} 그때까지 기본 출처 표로 받아요. [E-SRC-03]"
        return Check("source-table", ok=False, detail=detail, remedy=remedy)
    changed = [f"{c.title}({', '.join(c.overridden)})" for c in _cards(box) if c.overridden]
    detail = f"가게에서 바꾼 값: {'; '.join(changed)}" if changed else "기본 출처 표를 써요"
    return Check("source-table", ok=True, detail=detail)


def _cards(box: Container) -> Sequence[SourceCard]:
    return box.source_service.cards()


def _sources(box: Container) -> Check:
    cards = box.source_service.cards()
    bad = [
        f"{c.title} (꺼 둠)" if c.state.paused_at else c.title
        for c in cards
        if c.enabled and c.state.status not in (None, SyncStatus.OK, SyncStatus.SKIPPED)
    ]
    asked = [c.state.last_ok_at for c in cards if c.state.last_ok_at]
    if bad:
        remedy = "설정의 데이터 출처에서 까닭을 보고 [지금 갱신]을 눌러 보세요."
        return Check("sources", ok=False, detail=f"문제 있는 출처: {', '.join(bad)}", remedy=remedy)
    if not asked:
        return Check("sources", ok=True, detail="아직 받은 적이 없어요", remedy="eats-desktop sync")
    latest = f"마지막으로 받은 때 {max(asked).astimezone(KST):%m/%d %H:%M}"
    return Check("sources", ok=True, detail="; ".join((latest, *_cautions(cards))))


def _cautions(cards: Sequence[SourceCard]) -> list[str]:
    """Return what is odd about believed data, source by source."""
    return [
        f"{c.title}: {c.state.error_code} {c.state.message}"
        for c in cards
        if c.enabled and c.state.status is SyncStatus.OK and c.state.message
    ]


def _disk(box: Container) -> Check:
    free = box.free_bytes() // _MIB
    least = box.settings.current.storage.minimum_free_mb
    if free >= least:
        return Check("disk", ok=True, detail=f"{free:,}MB 남았어요")
    remedy = f"{least}MB 넘게 비워 주세요. 그때까지 새로 받지 않아요."
    return Check("disk", ok=False, detail=f"{free:,}MB만 남았어요", remedy=remedy)


def _payment(box: Container) -> Check:
    """Never the key: only whether there is one."""
    bought, wanted = box.purchases, box.settings.current.checkout
    offered = ", ".join(way.value for way in bought.checkout.ways()) or "없음"
    unsettled, stuck = bought.checkout.unsettled(), bought.checkout.for_staff()
    detail = f"결제 방법: {offered}; 확인 중 {len(unsettled)}건; 직원이 살필 것 {len(stuck)}건"
    problem = bought.ways.toss_problem() if wanted.toss.enabled else None
    if problem is not None:
        remedy = "eats-desktop toss-key set 으로 열쇠를 넣거나 설정 checkout.toss를 살펴 주세요."
        return Check("payment", ok=False, detail=f"{detail}; 토스: {problem}", remedy=remedy)
    if wanted.counter and not bought.staff_pin.is_set:
        detail = f"{detail}; 직원 PIN이 없어 계산대 결제를 확인할 수 없어요"
        return Check("payment", ok=False, detail=detail, remedy="eats-desktop staff-pin set")
    remedy = "eats-desktop reconcile" if unsettled or stuck else ""
    return Check("payment", ok=not stuck, detail=detail, remedy=remedy)


def _backup(box: Container) -> Check:
    newest = box.databases.newest_backup_at()
    if newest is None:
        detail, remedy = "아직 백업이 없어요", "eats-desktop backup"
        return Check("backup", ok=True, detail=detail, remedy=remedy)
    old = box.clock.now() - newest > _OLD_BACKUP
    detail = f"마지막 백업 {newest.astimezone(KST):%m/%d %H:%M}"
    return Check("backup", ok=True, detail=detail, remedy="eats-desktop backup" if old else "")


def _notifier(box: Container) -> Check:
    problem = box.notifier_problem()
    if problem is None:
        return Check("notifier", ok=True, detail="바탕 화면 알림을 쓸 수 있어요")
    remedy = "알림은 앱 안의 알림함과 작은 창으로 보여 드려요."
    return Check("notifier", ok=True, detail=problem, remedy=remedy)


def _fonts(_box: Container) -> Check:
    fonts = sorted(path.name for path in (resources() / "fonts").glob("*.otf"))
    return Check("fonts", ok=bool(fonts), detail=", ".join(fonts) or "글꼴 파일이 없어요")
