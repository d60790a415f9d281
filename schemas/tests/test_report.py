"""The page that `spolia report` writes: its numbers in DuckDB, its figures in Chromium."""

import html
import json
import pathlib
import re
import shutil
import subprocess

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture
def page(warehouse):
    return warehouse / "report" / "index.html"


def figures(page):
    """Of each figure its id, its query, and what the query returned when the page was made."""
    found = re.findall(
        r'<section id="([a-z]+)">.*?<script type="application/json" class="answer">(.*?)</script>.*?<code>(.*?)</code>',
        page.read_text(encoding="utf-8"),
        re.DOTALL,
    )
    return [(name, html.unescape(query), json.loads(answer)) for name, answer, query in found]


def test_duckdb_computes_every_number_of_the_page_again(database, page):
    compared = figures(page)
    assert len(compared) == page.read_text(encoding="utf-8").count("<section ")
    for name, query, answer in compared:
        cursor = database.execute(query)
        columns = [column[0] for column in cursor.description]
        assert columns == answer["columns"], name
        rows = cursor.fetchall()
        assert len(rows) == len(answer["rows"]), name
        for row, expected in zip(rows, answer["rows"], strict=True):
            for column, here, there in zip(columns, row, expected, strict=True):
                if is_number(there):
                    assert float(here) == pytest.approx(there, rel=1e-12, abs=0), (name, column)
                else:
                    assert here == there, (name, column)
    # Three laws need not have anything in common.
    assert all(answer["rows"] for name, _, answer in compared if name != "concepts")


QUERIES = pathlib.Path(__file__).resolve().parents[2] / "common/experiment/src/main/resources/org/spolia/experiment/report"


@pytest.mark.parametrize("name", ["curves", "errors", "gain", "harm", "damage", "laws", "twin", "forecasts", "retrieval"])
def test_duckdb_understands_the_queries_of_the_page_of_probes(database, name):
    query = (QUERIES / f"{name}.sql").read_text(encoding="utf-8").replace(":experiment", "'0'")

    assert database.execute(query).fetchall() == []


def is_number(value):
    return value is not None and not isinstance(value, (bool, str))


MEASURE = """<!DOCTYPE html><iframe src="PAGE" style="border:0;width:WIDTHpx;height:2000px"></iframe><script>
onload = () => {
  const page = document.querySelector('iframe').contentDocument;
  const charts = [...page.querySelectorAll('.chart')];
  document.title = JSON.stringify({
    sideways: page.documentElement.scrollWidth - page.documentElement.clientWidth,
    charts: charts.length,
    drawn: charts.filter((chart) => chart.querySelectorAll('svg path').length > 3).length,
    equations: page.querySelectorAll('math').length,
    ground: page.defaultView.getComputedStyle(page.body).backgroundColor,
  });
};
</script>"""


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium (Debian: chromium)")
@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_chromium_draws_the_page(page, tmp_path, width, scheme):
    harness = tmp_path / "harness.html"
    harness.write_text(MEASURE.replace("PAGE", page.as_uri()).replace("WIDTH", str(width)), encoding="utf-8")
    dark = ["--force-dark-mode"] if scheme == "dark" else []

    dom = subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--allow-file-access-from-files",
            f"--user-data-dir={tmp_path}/profile",
            *dark,
            "--virtual-time-budget=20000",
            "--dump-dom",
            harness.as_uri(),
        ],
        check=True,
        capture_output=True,
        text=True,
        timeout=300,
    ).stdout

    seen = json.loads(html.unescape(re.search(r"<title>(.*?)</title>", dom).group(1)))
    assert seen["sideways"] <= 0
    assert seen["charts"] == 3
    assert seen["drawn"] == seen["charts"]
    assert seen["equations"] >= 6
    assert seen["ground"] == ("rgb(20, 23, 27)" if scheme == "dark" else "rgb(255, 255, 255)")


def test_a_page_is_left_alone_while_the_tables_are(spolia, config, warehouse, page):
    before = page.read_bytes()

    said = spolia("report", config, "--warehouse", warehouse)

    assert "nothing to do" in said
    assert page.read_bytes() == before
