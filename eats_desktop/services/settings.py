"""Typed settings: defaults < settings.toml of the data directory < --config file < environment."""

from __future__ import annotations

import enum
import tomllib
from datetime import time
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import tomlkit
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.reminder import QuietHours
from eats_desktop.sources.feed_location import feed_place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path


class Theme(enum.StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Section(BaseModel):
    """A group of settings; names of a newer program are left alone."""

    model_config = ConfigDict(frozen=True, extra="ignore", validate_default=True)


class DisplaySettings(Section):
    theme: Theme = Field(Theme.SYSTEM, description="화면 색: system, light, dark, contrast")
    text_scale: int = Field(100, ge=100, le=200, description="글자 크기(%)")
    reduce_motion: bool = Field(default=False, description="움직임 줄이기")
    photos: bool = Field(default=True, description="판매처의 상품 사진 받기")
    letter_shortcuts: bool = Field(default=True, description="목록에서 한 글자 단축키 쓰기")
    setup_done: bool = Field(default=False, description="첫 실행 안내를 마쳤는지")


class NotificationSettings(Section):
    enabled: bool = Field(default=True, description="방송 알림 켜기")
    desktop: bool = Field(default=True, description="바탕 화면 알림도 띄우기")
    orders: bool = Field(default=True, description="주문 상태가 바뀌면 알림함에 알리기")
    stay_in_tray: bool = Field(
        default=True, description="창을 닫아도 트레이에 남아 알리기 (트레이가 있을 때)"
    )
    lead_minutes: tuple[Annotated[int, Field(ge=0, le=1440)], ...] = Field(
        (30, 5), max_length=4, description="시작 몇 분 전에 알릴지"
    )
    quiet_enabled: bool = Field(default=True, description="방해 금지 시간 켜기")
    quiet_from: time = Field(time(22), description="방해 금지 시작")
    quiet_to: time = Field(time(8), description="방해 금지 끝")
    deadline_s: float = Field(5.0, gt=0, le=60, description="바탕 화면 알림을 기다리는 시간(초)")

    @property
    def quiet_hours(self) -> QuietHours | None:
        return QuietHours(self.quiet_from, self.quiet_to) if self.quiet_enabled else None


class SyncSettings(Section):
    auto: bool = Field(default=True, description="정해진 때에 스스로 새로 받기")
    days: int = Field(8, ge=1, le=11, description="오늘부터 며칠 치를 받을지")
    request_interval_s: float | None = Field(
        None, ge=0, description="같은 사이트에 다시 묻기까지의 간격(초); 비우면 출처마다 정한 값"
    )
    connect_timeout_s: float = Field(5.0, gt=0, description="연결을 기다리는 시간(초)")
    read_timeout_s: float = Field(15.0, gt=0, description="응답을 기다리는 시간(초)")
    retries: int = Field(2, ge=0, le=5, description="잠깐 실패했을 때 다시 묻는 횟수")
    retry_wait_s: float = Field(5.0, ge=0, description="다시 묻기 전 첫 기다림(초); 두 배씩 늘어남")
    daily_budget: int = Field(400, ge=1, description="한 사이트에 하루에 묻는 최대 횟수")
    respect_robots: bool = Field(default=True, description="robots.txt를 따르기")
    details: bool = Field(default=True, description="식품의 판매처 상세 페이지도 받기")
    details_per_day: int = Field(
        300, ge=0, le=300, description="모든 판매처의 상세 페이지를 하루에 묻는 최대 횟수"
    )


class SourceSettings(Section):
    enabled: bool | None = Field(None, description="이 출처에서 받기; 비우면 출처 표에 정한 대로")
    base_url: str | None = Field(None, description="출처 주소; 비우면 기본 주소")
    variant: str | None = Field(
        None, description="같은 출처의 다른 주소 꼴 (hmall: api, shoppingnt: list_2021)"
    )
    details: bool | None = Field(
        None, description="이 출처의 상세 페이지를 받을지; 비우면 확인된 출처만 (nsmall은 꺼짐)"
    )


class StorageSettings(Section):
    keep_days: int = Field(400, ge=30, description="지난 편성을 두는 날수")
    minimum_free_mb: int = Field(200, ge=0, description="이보다 적게 남으면 새로 받지 않음(MB)")
    quarantine_days: int = Field(14, ge=1, description="읽지 못한 원문을 두는 날수")
    image_cache_mb: int = Field(500, ge=10, description="받은 사진을 두는 최대 크기(MB)")
    image_cache_days: int = Field(60, ge=1, description="다시 보지 않은 사진을 두는 날수")


class SearchSettings(Section):
    embedder: str = Field(
        "", description="뜻으로 찾을 때 쓰는 sentence-transformers 모델 폴더; 비우면 함께 온 모델"
    )
    history: bool = Field(default=True, description="찾은 말을 최근 검색어로 남기기")


def _payment_address(address: str) -> str:
    parts = urlsplit(address)
    is_safe = parts.scheme == "https" or parts.hostname in ("127.0.0.1", "localhost", "::1")
    if not (is_safe and parts.scheme in ("http", "https") and parts.hostname):
        raise ValueError("https 주소여야 해요")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ValueError("주소에 열쇠나 물음표가 들어가면 안 돼요")
    return address


def _optional_address(address: str) -> str:
    return _payment_address(address) if address else address


class TossSettings(Section):
    enabled: bool = Field(default=False, description="토스페이먼츠로 결제 받기")
    base_url: Annotated[str, AfterValidator(_payment_address)] = Field(
        "https://api.tosspayments.com",
        description="결제 회사의 주소; 손님의 컴퓨터에서는 가게 중계 서버의 주소 (열쇠는 그곳에)",
    )
    return_url: Annotated[str, AfterValidator(_optional_address)] = Field(
        "", description="결제를 마친 손님에게 보일 가게의 웹 페이지; 비우면 중계 서버의 /eats/paid"
    )
    timeout_s: float = Field(10.0, gt=0, le=60, description="결제 회사의 답을 기다리는 시간(초)")
    confirm_timeout_s: float = Field(
        60.0, gt=0, le=300, description="결제 승인과 취소의 답을 기다리는 시간(초)"
    )


class CheckoutSettings(Section):
    counter: bool = Field(
        default=False, description="매장 계산대에서 결제를 받음: 장바구니에서 주문서를 만들 수 있음"
    )
    demo: bool = Field(default=False, description="시연용 결제: 실제로 청구되지 않음")
    refund_late: bool = Field(
        default=False,
        description="취소된 뒤에 결제된 것으로 밝혀진 주문을 직원 없이 바로 환불하기",
    )
    toss: TossSettings = TossSettings()


class PlaybackSettings(Section):
    live: bool = Field(
        default=False, description="방송 영상을 창 안에서 보여 주기 (채널 표에 영상 주소가 있을 때)"
    )
    autoplay: bool = Field(default=True, description="방송 상세를 열면 소리 없이 바로 틀기")


def _feed_location(location: str) -> str:
    try:
        feed_place(location)
    except InputError as exc:
        raise ValueError(exc.detail) from exc
    return location


class FeedSettings(Section):
    location: Annotated[str, AfterValidator(_feed_location)] = Field(
        "", description="편성 피드를 들여올 파일, 폴더 또는 https 주소; 비우면 들여오지 않음"
    )
    only: bool = Field(default=False, description="피드에서만 받고 다른 출처에는 묻지 않기")


class Settings(BaseSettings):
    """All settings of the program."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="ignore",
        env_prefix="EATS_",
        env_nested_delimiter="__",
        env_ignore_empty=True,
    )

    display: DisplaySettings = DisplaySettings()
    notifications: NotificationSettings = NotificationSettings()
    sync: SyncSettings = SyncSettings()
    storage: StorageSettings = StorageSettings()
    search: SearchSettings = SearchSettings()
    feed: FeedSettings = FeedSettings()
    checkout: CheckoutSettings = CheckoutSettings()
    playback: PlaybackSettings = PlaybackSettings()
    sources: dict[str, SourceSettings] = Field(default_factory=dict, description="출처별 설정")

    def source(self, name: str) -> SourceSettings:
        return self.sources.get(name, SourceSettings())


def load_settings(data_dir: Path, config: Path | None = None) -> Settings:
    """Read all layers; raise InputError naming the setting that is wrong and why."""
    if config is not None and not config.is_file():
        raise InputError(f"설정 파일이 없어요: {config}")
    own = data_dir / "settings.toml"
    files = tuple(path for path in (config, own) if path is not None and path.is_file())

    class Layered(Settings):
        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  passed by name
            file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            layers = [TomlConfigSettingsSource(settings_cls, path) for path in files]
            return (init_settings, env_settings, *layers)

    try:
        return Layered()
    except ValidationError as exc:
        raise InputError(_first_problem(exc)) from exc
    except tomllib.TOMLDecodeError as exc:
        raise InputError(f"설정 파일을 읽지 못했어요: {exc}") from exc
    except UnicodeDecodeError as exc:
        raise InputError("설정 파일이 UTF-8이 아니에요. UTF-8로 다시 저장해 주세요.") from exc
    except SettingsError as exc:
        raise InputError(f"환경 변수로 준 설정을 읽지 못했어요: {exc}") from exc


def _first_problem(error: ValidationError) -> str:
    problem = error.errors()[0]
    name = ".".join(str(part) for part in problem["loc"])
    return f"설정 {name} 값이 맞지 않아요: {problem['msg']}"


class SettingsService:
    """Holds the settings in force and writes the shopper's own choices to settings.toml."""

    def __init__(
        self, data_dir: Path, config: Path | None = None, changed: Callable[[], None] | None = None
    ) -> None:
        self._data_dir = data_dir
        self._config = config
        self._changed = changed or (lambda: None)
        self._current = load_settings(data_dir, config)

    @property
    def current(self) -> Settings:
        return self._current

    def update(self, section: str, **values: Any) -> Settings:
        """Set values of one section, check, write and tell; InputError leaves all as it was."""
        return self._write((section,), values)

    def update_source(self, name: str, **values: Any) -> Settings:
        """Set values of one source's own section, as `update` does."""
        return self._write(("sources", name), values)

    def _write(self, sections: Sequence[str], values: Mapping[str, Any]) -> Settings:
        path = self._data_dir / "settings.toml"
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        document = tomlkit.parse(before)
        table: Any = document
        for section in sections:
            table = table.setdefault(section, tomlkit.table())
        for name, value in values.items():
            table[name] = _plain(value)
        _write_whole(path, tomlkit.dumps(document))
        try:
            self._current = load_settings(self._data_dir, self._config)
        except InputError:
            _write_whole(path, before)
            raise
        self._changed()
        return self._current


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _write_whole(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".toml.new")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
