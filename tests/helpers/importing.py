"""Recipe files of our own in the layouts of others, and an import of them into a real store."""

from __future__ import annotations

import csv
import gzip
import io
import json
import threading

from eats_desktop.services.import_report import ImportReport
from eats_desktop.services.recipe_import import RecipeImport
from eats_desktop.sources.recipes.files import recipe_files

OPEN_COLUMNS = (
    "RCP_SNO,RCP_TTL,CKG_NM,RGTR_ID,RGTR_NM,INQ_CNT,RCMM_CNT,SRAP_CNT,CKG_MTH_ACTO_NM,"
    "CKG_STA_ACTO_NM,CKG_MTRL_ACTO_NM,CKG_KND_ACTO_NM,CKG_IPDC,CKG_MTRL_CN,CKG_INBUN_NM,"
    "CKG_DODF_NM,CKG_TIME_NM,FIRST_REG_DT"
)
CRAWLED = {
    "index": "7",
    "종류별": "밑반찬",
    "상황별": "일상",
    "재료별": "콩",
    "방법별": "조림",
    "글 제목": "달밤 두부조림",
    "레시피이름": "두부조림",
    "레시피이미지": "https://kitchen.example/7.jpg",
    "조회수": "12,345",
    "조리시간": "30분 이내",
    "난이도": "초급",
    "인분": "2인분",
    "재료": "[('두부', '1모'), ('다진 마늘', '1/2큰술'), ('소금', '')]",
    "소개글": "소개,\n두 줄",
    "조리순서": "[{'step_number': 1, 'description': '두부를 굽는다.', 'image_url': 'x'},"
    " {'step_number': 2, 'description': \"'졸인다'\", 'image_url': ''}]",
}
REPLY = {
    "RCP_SEQ": "90001",
    "RCP_NM": "봄동 겉절이",
    "RCP_WAY2": "기타",
    "RCP_PAT2": "반찬",
    "RCP_PARTS_DTLS": "봄동 100g, 고춧가루 5g(1작은술)",
    "RCP_NA_TIP": "소금을 덜 써요.",
    "MANUAL01": "1. 봄동을 씻는다.a",
    "MANUAL02": "2. 고루 무친다.",
}


def open_row(number, ingredients, title="달밤 두부조림"):
    """One line of the open data's own layout."""
    return (
        f"{number},{title},두부조림,a,b,321,0,1,조림,일상,콩,밑반찬,소개,{ingredients},"
        "2인분,초급,30분이내,20260101000000"
    )


def open_csv(*rows):
    return "\n".join([OPEN_COLUMNS, *rows]) + "\n"


def crawled_csv(*changes, without=()):
    """The layout with Korean columns; each row is CRAWLED with what it changes."""
    names = [name for name in CRAWLED if name not in without]
    text = io.StringIO()
    table = csv.DictWriter(text, names, extrasaction="ignore")
    table.writeheader()
    for change in changes:
        table.writerow({**CRAWLED, **change})
    return text.getvalue()


def replies(*changes):
    """The service's reply as one document."""
    rows = [{**REPLY, **change} for change in changes]
    body = {"total_count": str(len(rows)), "row": rows, "RESULT": {"CODE": "INFO-000"}}
    return json.dumps({"COOKRCP01": body}, ensure_ascii=False)


class Importing:
    """Imports into `store`; `told` are the rows of the last report."""

    def __init__(self, store, parser, folder, reading="reader"):
        self._folder = folder
        self.importing = RecipeImport(store, lambda: parser, lambda: reading, lambda work: work())
        self.report = folder / "report.csv"

    def __call__(self, *contents, form="auto", stop=None, encoding="utf-8", packed=False):
        """Import one origin out of files of these contents."""
        (origin,) = recipe_files(self.files(contents, encoding, packed=packed), form)
        return self.run(origin, stop)

    def run(self, origin, stop=None, progress=lambda _count: None):
        self.report.unlink(missing_ok=True)
        with ImportReport(self.report) as report:
            return self.importing.run(origin, report, stop or threading.Event(), progress)

    def files(self, contents, encoding="utf-8", *, packed=False):
        paths = [self._folder / f"recipes{n}" for n in range(len(contents))]
        for path, content in zip(paths, contents, strict=True):
            data = content if isinstance(content, bytes) else content.encode(encoding)
            path.write_bytes(gzip.compress(data) if packed else data)
        return paths

    @property
    def told(self):
        with self.report.open(encoding="utf-8-sig", newline="") as file:
            return [(one["row"], one["id"], one["reason"]) for one in csv.DictReader(file)]
