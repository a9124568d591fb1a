"""A recipe comes from the address of its page, or from a saved page; private networks stay shut."""

from __future__ import annotations

import json

import pytest

from eats_desktop.domain.errors import (
    EatsError,
    InputError,
    SourceBlockedError,
    SourceChangedError,
    SourceGoneError,
)
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.sources.recipes.addresses import require_public, site_and_path
from eats_desktop.sources.recipes.web_page import RecipePage
from tests.helpers.importing import Importing
from tests.helpers.one_site import Asker, OneSite, robots, said
from tests.helpers.storage_builders import opened

SAUCE = {"@type": "HowToSection", "name": "양념", "itemListElement": ["간장을 끓인다."]}
RECIPE = {
    "@context": "https://schema.org",
    "@type": "Recipe",
    "name": "달밤 두부조림",
    "recipeIngredient": ["두부 1모", "대파 1/2대"],
    "recipeInstructions": [{"@type": "HowToStep", "text": "두부를 굽는다."}, SAUCE],
    "totalTime": "PT1H10M",
    "recipeYield": "2인분",
    "image": ["https://kitchen.example/a.jpg"],
    "recipeCategory": "밑반찬",
}
BROKEN = '<script type="application/ld+json">{"@type": </script>'
ADDRESS = "https://kitchen.example/recipe/7?lang=ko"


def page(*changes):
    scripts = (
        f'<script type="application/ld+json">{json.dumps({**RECIPE, **change})}</script>'
        for change in changes
    )
    return f"<html><head>{''.join(scripts)}</head><body>두부</body></html>"


@pytest.fixture
def store(tmp_path):
    with opened(tmp_path / "data") as databases:
        yield databases.recipes


@pytest.fixture
def imported(store, parser, tmp_path):
    return Importing(store, parser, tmp_path)


@pytest.fixture
def asker(tmp_path):
    found = Asker(tmp_path / "pages", retries=0)
    yield found
    found.close()


def only(store):
    (recipe_id,) = store.versions("web")
    return store.find(RecipeKey("web", recipe_id))


def test_a_page_gives_its_recipe_and_where_it_came_from(imported, store, asker):
    with OneSite(said(body=page({}))) as site:
        count = imported.run(RecipePage(ADDRESS, asker.fetcher, site.url))
        assert [(asked.path, asked.query) for asked in site.pages] == [
            ("/recipe/7", {"lang": "ko"})
        ]
    assert count.inserted == 1
    found = only(store)
    assert (found.title, found.servings, found.minutes) == ("달밤 두부조림", 2, 70)
    assert (found.category, found.image_url) == ("밑반찬", "https://kitchen.example/a.jpg")
    assert found.source_url == ADDRESS
    assert [line.food for line in found.ingredients] == ["두부", "대파"]
    assert found.steps[0].text == "두부를 굽는다."
    assert "간장을 끓인다." in [step.text for step in found.steps]


def test_the_same_page_again_changes_nothing_and_its_newer_version_only_itself(
    imported, store, asker
):
    newer = page({"recipeYield": "4인분"})
    with OneSite(said(body=page({})), said(body=page({})), said(body=newer)) as site:
        places = (ADDRESS, f"{ADDRESS}#steps", ADDRESS.replace("https", "http"))
        counts = [imported.run(RecipePage(one, asker.fetcher, site.url)) for one in places]
    assert [(c.inserted, c.unchanged, c.updated) for c in counts] == [
        (1, 0, 0),
        (0, 1, 0),
        (0, 0, 1),
    ]
    assert only(store).servings == 4


def test_nothing_of_the_page_is_kept_but_its_recipe(imported, asker, tmp_path):
    with OneSite(said(body=page({}), ETag='"1"')) as site:
        imported.run(RecipePage(ADDRESS, asker.fetcher, site.url))
        imported.run(RecipePage(ADDRESS, asker.fetcher, site.url))
        assert all("if-none-match" not in asked.headers for asked in site.pages)
    assert not [path for path in (tmp_path / "pages").rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<html><body>두부 1모</body></html>", "페이지에 schema.org 레시피가 없어요"),
        (BROKEN, "페이지에 schema.org 레시피가 없어요"),
        (page({"name": None}), "제목이 없어요"),
        (page({"recipeIngredient": []}), "재료가 없어요"),
        (page({"recipeIngredient": {"a": 1}}), "재료가 없어요"),
    ],
)  # fmt: skip
def test_a_page_without_a_recipe_is_told(imported, asker, body, reason):
    with OneSite(said(body=body)) as site:
        count = imported.run(RecipePage(ADDRESS, asker.fetcher, site.url))
    assert dict(count.bad) == {reason: 1}


def test_odd_fields_are_left_out_and_the_rest_is_read(imported, store, asker):
    odd = {"totalTime": "bald", "recipeYield": "한 냄비", "image": {"a": 1}, "recipeCategory": 7}
    with OneSite(said(body=page({**odd, "recipeInstructions": None}))) as site:
        imported.run(RecipePage(ADDRESS, asker.fetcher, site.url))
    found = only(store)
    assert (found.title, found.steps) == ("달밤 두부조림", ())
    assert {found.minutes, found.servings, found.image_url, found.category} <= {None, "7"}


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (said(404), SourceGoneError),
        (said(403), SourceBlockedError),
        (said(body=" " * (64 << 10) + page({})), SourceChangedError),
        (said(302, Location="http://elsewhere.example/"), SourceChangedError),
    ],
    ids=["gone", "refused", "too large", "sent elsewhere"],
)
def test_a_page_that_does_not_come_is_a_foreseen_failure(imported, tmp_path, answer, error):
    asker = Asker(tmp_path / "pages", retries=0, body_cap_bytes=64 << 10)
    with OneSite(answer) as site, pytest.raises(error):
        imported.run(RecipePage(ADDRESS, asker.fetcher, site.url))
    asker.close()


def test_robots_txt_is_obeyed(imported, asker):
    with OneSite(said(body=page({}))) as site:
        site.robots = robots("User-agent: *\nDisallow: /recipe/\n")
        with pytest.raises(SourceBlockedError):
            imported.run(RecipePage(ADDRESS, asker.fetcher, site.url))
        assert site.pages == []


def test_a_page_of_this_machine_is_not_opened(imported, asker):
    with OneSite(said(body=page({}))) as site:
        with pytest.raises(InputError, match="내부 네트워크"):
            imported.run(RecipePage(f"{site.url}/recipe/7", asker.fetcher))
        assert site.asked == []


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.9",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "[::1]",
        "[fe80::1]",
        "[fc00::1]",
        "[::ffff:192.168.0.1]",
        "[2002:c0a8:1::]",
        "2130706433",
        "127.1",
    ],
)
def test_private_addresses_are_refused(host):
    with pytest.raises(InputError, match="내부 네트워크"):
        require_public(f"http://{host}:8080")


def test_public_addresses_are_not():
    require_public("https://93.184.215.14")
    require_public("https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]")


@pytest.mark.parametrize(
    "address",
    ["https://", "http://user@kitchen.example/", "https://kitchen.example:99999/", "http://[::1/"],
)
def test_what_is_no_plain_address_is_refused(address):
    with pytest.raises(EatsError):
        site_and_path(address)


def test_a_saved_page_and_saved_json_ld_are_read(imported, store):
    link = {"url": "https://kitchen.example/recipe/7"}
    imported(page(link))
    saved = only(store)
    assert (saved.title, saved.source_url) == ("달밤 두부조림", "https://kitchen.example/recipe/7")
    assert imported(json.dumps({**RECIPE, **link}, ensure_ascii=False)).unchanged == 1
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, {**RECIPE, **link}]}
    assert imported(json.dumps(graph)).unchanged == 1
    assert imported(json.dumps([{**RECIPE, **link}]), form="schemaorg").unchanged == 1


def test_a_saved_recipe_without_address_is_known_by_its_title(imported, store):
    sly = {**RECIPE, "description": "</script><b>"}
    assert imported(json.dumps(sly)).inserted == 1
    assert imported(json.dumps({**sly, "recipeYield": "3인분"})).updated == 1
    assert only(store).source_url is None
