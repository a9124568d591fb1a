"""Wires one data directory: settings, databases, sources and services, without any Qt."""

from __future__ import annotations

import random
import shutil
import threading
import time
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from eats_desktop.classify.food import LinearFoodClassifier
from eats_desktop.domain.events import SettingsChanged
from eats_desktop.jobs.events import EventBus
from eats_desktop.jobs.sync_job import SyncJob
from eats_desktop.jobs.task_runner import TaskRunner
from eats_desktop.notifications.desktop import DesktopOutbox, NullNotifier
from eats_desktop.paths import resources
from eats_desktop.services.inbox_service import InboxService
from eats_desktop.services.reminder_service import ReminderService
from eats_desktop.services.schedule_service import ScheduleService
from eats_desktop.services.search_service import SearchService
from eats_desktop.services.settings import SettingsService
from eats_desktop.services.source_service import SourceCard, SourceService
from eats_desktop.services.wish_service import WishService
from eats_desktop.sources.channels import load_channels
from eats_desktop.sources.http import Fetcher, FetchPolicy
from eats_desktop.sources.quarantine import Quarantine
from eats_desktop.sources.registry import build_sources
from eats_desktop.storage.databases import Databases
from eats_desktop.sync.apply import ListingWriter
from eats_desktop.sync.catalog import RememberingReader
from eats_desktop.sync.service import SyncEquipment, SyncService

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.domain.sync_report import SourceState
    from eats_desktop.sources.base import Source

_MIB = 1 << 20
