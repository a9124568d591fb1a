"""alarm add|list|remove|preview: standing alarms, as on the wish screen."""

from __future__ import annotations

from typing import Annotated

import typer

from eats_desktop.app import json_alarms
from eats_desktop.app.cli.context import AsJson, Commands, Options, print_json, sound_text
from eats_desktop.app.container import Container
from eats_desktop.domain.alarm_rule import RuleKind, RuleMatch, RuleTerms
from eats_desktop.domain.clock import KST
from eats_desktop.domain.money import format_won
from eats_desktop.services.alarm_rule_service import RuleDraft, StandingRule

application = typer.Typer(cls=Commands, help="알림 조건: 재료나 낱말이 방송되면 알려 주기.")
Words = Annotated[str, typer.Argument(metavar="TEXT", help="재료, --keyword이면 낱말")]
AsKeyword = Annotated[bool, typer.Option("--keyword", help="재료 대신 상품 이름의 낱말로")]
MaxPrice = Annotated[int | None, typer.Option(min=1, help="이 값(원) 이하일 때만")]
Channels = Annotated[list[int] | None, typer.Option("--channel", help="U+TV 채널 번호")]


@application.command("list")
def show(context: typer.Context, *, as_json: AsJson = False) -> None:
    """알림 조건과 다음 방송 보기."""
    options: Options = context.obj
    with options.container() as box:
        now, numbers = box.clock.now(), _numbers(box)
        rules = box.alarm_rules.rules()
    if as_json:
        print_json({"rules": [json_alarms.rule(item, numbers, now) for item in rules]})
        return
    if not rules:
        typer.echo("알림 조건이 없어요.")
    for item in rules:
        typer.echo(f"[{item.rule.rule_id}] {_line(item, numbers)}")


@application.command("add")
def add(
    context: typer.Context,
    text: Words,
    max_price: MaxPrice = None,
    channel: Channels = None,
    *,
    keyword: AsKeyword = False,
    as_json: AsJson = False,
) -> None:
    """방송되면 알려 달라고 하기."""
    options: Options = context.obj
    with options.container() as box:
        now, numbers = box.clock.now(), _numbers(box)
        added = box.alarm_rules.add(_draft(numbers, text, max_price, channel, keyword=keyword))
        (item,) = [s for s in box.alarm_rules.rules() if s.rule.rule_id == added.rule_id]
    if as_json:
        print_json(json_alarms.rule(item, numbers, now))
    else:
        typer.echo(f"알려 드릴게요: {_line(item, numbers)}")


@application.command("remove")
def remove(
    context: typer.Context, number: Annotated[int, typer.Argument(help="조건 번호")]
) -> None:
    """알림 조건 지우기."""
    options: Options = context.obj
    with options.container() as box:
        removed = box.alarm_rules.remove(number)
    typer.echo(f"알림 조건을 지웠어요: {removed.terms.text}")


@application.command("preview")
def preview(
    context: typer.Context,
    text: Words,
    max_price: MaxPrice = None,
    channel: Channels = None,
    *,
    keyword: AsKeyword = False,
    as_json: AsJson = False,
) -> None:
    """지난 2주에 몇 번 알렸을지 미리 보기."""
    options: Options = context.obj
    with options.container() as box:
        now, numbers = box.clock.now(), _numbers(box)
        draft = _draft(numbers, text, max_price, channel, keyword=keyword)
        found = box.alarm_rules.preview(draft)
    if as_json:
        print_json(json_alarms.preview(found, numbers, now))
        return
    typer.echo(f"지난 2주에 {len(found.past)}번, 앞으로 {len(found.ahead)}번 방송해요.")
    for match in (*reversed(found.past), *found.ahead):
        typer.echo(_found(match))


def _draft(
    numbers: dict[str, int],
    text: str,
    max_price: int | None,
    channels: list[int] | None,
    *,
    keyword: bool,
) -> RuleDraft:
    wanted = set(channels or ())
    unknown = wanted - set(numbers.values())
    if unknown:
        raise typer.BadParameter(f"없는 채널 번호예요: {', '.join(map(str, sorted(unknown)))}")
    chosen = frozenset(name for name, number in numbers.items() if number in wanted)
    kind = RuleKind.KEYWORD if keyword else RuleKind.INGREDIENT
    return RuleDraft(kind, sound_text(text), max_price, chosen)


def _numbers(box: Container) -> dict[str, int]:
    """Return the number of each channel."""
    return {item.channel_id: item.channel_no for item in box.schedule.channels()}


def _line(item: StandingRule, numbers: dict[str, int]) -> str:
    words = ["" if item.rule.is_on else "(꺼짐)", _terms(item.rule.terms, numbers)]
    upcoming = f"다음 {_found(item.upcoming)}" if item.upcoming else "아직 잡힌 방송이 없어요"
    return "  ".join([*filter(None, words), upcoming])


def _terms(terms: RuleTerms, numbers: dict[str, int]) -> str:
    kind = "재료" if terms.kind is RuleKind.INGREDIENT else "낱말"
    limit = terms.highest_price_krw
    price = [f"{format_won(limit)} 이하"] if limit is not None else []
    chosen = sorted(numbers[name] for name in terms.channel_ids & numbers.keys())
    return " ".join([kind, f"‘{terms.text}’", *price, *(f"{number}번" for number in chosen)])


def _found(match: RuleMatch) -> str:
    broadcast, price = match.broadcast, match.product.price_krw
    start = broadcast.starts_at.astimezone(KST)
    place = f"{broadcast.channel.channel_no} {broadcast.channel.name}"
    cost = format_won(price) if price else "가격 정보 없음"
    return f"{start:%m/%d %H:%M}  {place}  {match.product.name}  {cost}  {broadcast.id}"
