"""Opens the two files of a data directory, migrated, with a store for each concern."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.storage import backup
from eats_desktop.storage.aired_foods import AiredFoodReader
from eats_desktop.storage.alarm_rules import AlarmRuleStore
from eats_desktop.storage.buyables import BuyableReader
from eats_desktop.storage.cart import CartStore
from eats_desktop.storage.catalog_writer import CatalogWriter
from eats_desktop.storage.copying import copy_database, integrity_problem
from eats_desktop.storage.database import Database, FileRules
from eats_desktop.storage.demo_charges import DemoCharges
from eats_desktop.storage.driver import driver_name, has_wal_risk, sqlite_driver
from eats_desktop.storage.feed_source import FeedSource
from eats_desktop.storage.mall_reader import MallReader
from eats_desktop.storage.match_reader import MatchReader
from eats_desktop.storage.migrate import CATALOG, USER, migrate
from eats_desktop.storage.order_list import OrderListReader
from eats_desktop.storage.orders import OrderStore
from eats_desktop.storage.pantry import PantryStore
from eats_desktop.storage.payments import PaymentStore
from eats_desktop.storage.price_reader import PriceReader
from eats_desktop.storage.product_details import ProductDetailStore
from eats_desktop.storage.product_readings import ProductReadings
from eats_desktop.storage.recipe_events import RecipeEventStore
from eats_desktop.storage.recipe_needs import RecipeNeedsReader
from eats_desktop.storage.recipe_search import RecipeSearchReader
from eats_desktop.storage.recipes import RecipeStore
from eats_desktop.storage.reminder_store import ReminderStore
from eats_desktop.storage.schedule_reader import ScheduleReader
from eats_desktop.storage.search_history import RecentQueryStore
from eats_desktop.storage.search_hits import SearchHits
from eats_desktop.storage.search_reader import SearchReader
from eats_desktop.storage.search_rows import SearchIndexStore
from eats_desktop.storage.search_upkeep import SearchUpkeep
from eats_desktop.storage.seen_products import SeenProductStore
from eats_desktop.storage.shopping_list import ShoppingListStore
from eats_desktop.storage.source_days import SourceDayReader
from eats_desktop.storage.state_stores import JobRunStore, SourceStateStore, ValidatorStore
from eats_desktop.storage.user_stores import InboxStore, WishStore

if TYPE_CHECKING:
    import threading
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from eats_desktop.domain.schedule import Channel

CATALOG_FILE = "catalog.db"


@dataclass(frozen=True, slots=True)
class StorageFacts:
    driver: str
    driver_version: str
    sqlite_version: str
    vec_version: str
    wal_risk: bool


class Databases:
    """catalog.db (NORMAL) and user.db (FULL); close it after the last task has ended."""

    def __init__(
        self, data_dir: Path, channels: Sequence[Channel], home: Path | None = None
    ) -> None:
        self.data_dir = data_dir
        self.home = home or data_dir
        self.catalog = Database(data_dir / CATALOG_FILE, FileRules("NORMAL"))
        self.user = Database(self.home / backup.USER_FILE, FileRules("FULL"))
        self.writer = CatalogWriter(self.catalog)
        self.schedule = ScheduleReader(self.catalog, channels)
        self.search = SearchReader(self.catalog)
        self.search_hits = SearchHits(self.catalog, self.schedule)
        self.search_index = SearchIndexStore(self.catalog)
        self.search_upkeep = SearchUpkeep(self.catalog)
        self.recent_queries = RecentQueryStore(self.user)
        self.matches = MatchReader(self.catalog)
        self.buyables = BuyableReader(self.catalog, self.schedule)
        self.prices = PriceReader(self.catalog)
        self.mall = MallReader(self.catalog)
        self.feed_source = FeedSource(self.catalog)
        self.details = ProductDetailStore(self.catalog)
        self.aired_foods = AiredFoodReader(self.catalog)
        self.recipes = RecipeStore(self.catalog)
        self.recipe_search = RecipeSearchReader(self.catalog)
        self.recipe_needs = RecipeNeedsReader(self.catalog)
        self.source_states = SourceStateStore(self.catalog)
        self.source_days = SourceDayReader(self.catalog)
        self.validators = ValidatorStore(self.catalog)
        self.wishes = WishStore(self.user)
        self.alarm_rules = AlarmRuleStore(self.user)
        self.reminders = ReminderStore(self.user)
        self.inbox = InboxStore(self.user)
        self.pantry = PantryStore(self.user)
        self.shopping_list = ShoppingListStore(self.user)
        self.product_readings = ProductReadings(self.catalog)
        self.cart = CartStore(self.user)
        self.orders = OrderStore(self.user)
        self.order_list = OrderListReader(self.user)
        self.payments = PaymentStore(self.user)
        self.demo_charges = DemoCharges(self.user)
        self.recipe_events = RecipeEventStore(self.user)
        self.seen_products = SeenProductStore(self.user)
        self.job_runs = JobRunStore(self.user)

    @classmethod
    def open(
        cls, data_dir: Path, channels: Sequence[Channel], home: Path | None = None
    ) -> Databases:
        """Create what is missing and migrate; StorageNewerError leaves newer files untouched.

        `home` is the folder of user.db and its backups, the data directory unless given.
        """
        databases = cls(data_dir, channels, home)
        databases.home.mkdir(parents=True, exist_ok=True)
        with ExitStack() as undo:
            undo.callback(databases.catalog.dispose)
            undo.callback(databases.user.dispose)
            migrate(databases.catalog, CATALOG, data_dir / "backups")
            migrate(databases.user, USER, databases.backups)
            undo.pop_all()
        return databases

    @property
    def backups(self) -> Path:
        return self.home / "backups"

    @property
    def files(self) -> tuple[Database, Database]:
        return (self.catalog, self.user)

    def facts(self) -> StorageFacts:
        with self.catalog.read() as connection:
            vec = connection.exec_driver_sql("SELECT vec_version()").scalar_one()
        version = sqlite_driver.sqlite_version
        return StorageFacts(
            driver=driver_name,
            driver_version=getattr(sqlite_driver, "version", "") or "",
            sqlite_version=version,
            vec_version=str(vec),
            wal_risk=has_wal_risk(tuple(int(part) for part in version.split("."))),
        )

    def integrity_problems(self) -> tuple[str, ...]:
        found = ((file.path, integrity_problem(file.path)) for file in self.files)
        return tuple(f"{path.name}: {problem}" for path, problem in found if problem)

    def backup_user(self, target: Path) -> None:
        copy_database(self.user.path, target)

    def daily_backup(self, now: datetime) -> Path | None:
        return backup.daily_backup(self.user.path, self.backups, now)

    def thin_prices(self, before: datetime) -> int:
        """Keep of older prices what a long chart needs; on the writer thread."""
        with self.writer.transaction() as tx:
            return tx.thin_prices(before)

    def newest_backup_at(self) -> datetime | None:
        return backup.newest_backup_at(self.backups)

    def forbid_thread(self, thread: threading.Thread) -> None:
        self.catalog.forbid_thread(thread)
        self.user.forbid_thread(thread)

    def close(self) -> None:
        self.catalog.close()
        self.user.close()
