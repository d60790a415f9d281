"""Every table and view by `spolia run`: deltalake and DuckDB read the same bits, and the same rows in each view."""

import collections
import csv
import hashlib
import pathlib
import re
import struct

import deltalake
import duckdb
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TRIALS = 3 * 4 * 2
DATASETS = 3 * 2


@pytest.fixture(scope="module")
def digests(spolia, warehouse):
    lines = [line.split("\t") for line in spolia("digest", "--warehouse", warehouse).splitlines()]
    return {table: (digest, int(rows.split()[0])) for table, digest, rows in lines}


def bits(value, kind):
    """A value as org.spolia.jobs.tables.digest.RowHash writes it; kind is the type as the table's schema names it."""
    if value is None:
        return b"0"
    if isinstance(kind, deltalake.schema.ArrayType):
        return b"a" + struct.pack(">i", len(value)) + b"".join(bits(element, kind.element_type) for element in value)
    if isinstance(kind, deltalake.schema.MapType):
        entries = sorted(dict(value).items())
        body = b"".join(bits(k, kind.key_type) + bits(v, kind.value_type) for k, v in entries)
        return b"m" + struct.pack(">i", len(entries)) + body
    if kind.type == "string":
        text = value.encode()
        return b"s" + struct.pack(">i", len(text)) + text
    form = {"boolean": "b?", "short": "h>h", "integer": "i>i", "long": "l>q", "float": "f>f", "double": "d>d"}[kind.type]
    return form[0].encode() + struct.pack(">" + form[-1], value)


def digest(rows, schema):
    """The digest of a table from its rows as dictionaries, as org.spolia.jobs.tables.digest.Digest computes it."""

    def row_hash(row):
        return hashlib.sha256(b"".join(bits(row[field.name], field.type) for field in schema.fields)).digest()

    return hashlib.sha256(b"".join(sorted(map(row_hash, rows)))).hexdigest(), len(rows)


def tables():
    return sorted(path.stem for path in (ROOT / "schemas" / "tables").glob("*.sql"))


def views():
    return sorted(path.stem for path in (ROOT / "schemas" / "views").glob("*.sql"))


@pytest.mark.parametrize("name", tables())
def test_deltalake_reads_the_bits_that_spark_wrote(warehouse, digests, name):
    table = deltalake.DeltaTable(str(warehouse / name))
    rows = table.to_pyarrow_table().to_pylist()
    if name == "attempts":
        # Each trial is started and done in search and in score, each data set in score.
        assert len(rows) == 4 * TRIALS + 2 * DATASETS
    elif name == "watched_laws":
        # It has no digest, because the laws of a stream are those that were known at the same time.
        assert rows == []
    else:
        assert digest(rows, table.schema()) == digests[name]


@pytest.mark.parametrize("name", tables())
def test_duckdb_reads_the_bits_that_spark_wrote(warehouse, digests, database, name):
    result = database.execute(f"SELECT * FROM {name}")
    columns = [column[0] for column in result.description]
    rows = [dict(zip(columns, row)) for row in result.fetchall()]
    if name == "attempts":
        # Each trial is started and done in search and in score, each data set in score.
        assert len(rows) == 4 * TRIALS + 2 * DATASETS
    elif name == "watched_laws":
        # It has no digest, because the laws of a stream are those that were known at the same time.
        assert rows == []
    else:
        schema = deltalake.DeltaTable(str(warehouse / name)).schema()
        assert digest(rows, schema) == digests[name]


def questions():
    return re.findall(r"```sql\n(.*?)\n```", (ROOT / "docs" / "sql.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def answers(spolia, warehouse):
    """Spark's answers in one session: the number of rows of each view and question, and the best equations."""
    counted = {view: view for view in views()} | {f"q{i}": f"({query})" for i, query in enumerate(questions())}
    asked = [f"SELECT '{name}' AS name, CAST(count(*) AS STRING) AS answer FROM {rows} {name}" for name, rows in counted.items()]
    asked.append("SELECT problem AS name, expression AS answer FROM best_equation")
    printed = spolia("sql", " UNION ALL ".join(asked), "--format", "csv", "--warehouse", warehouse)
    found = collections.defaultdict(list)
    for row in csv.DictReader(printed.splitlines()):
        found[row["name"]].append(row["answer"])
    return found


def test_views_have_the_same_rows_in_spark_and_duckdb(answers, database):
    spark = {view: int(*answers[view]) for view in views()}
    for view in views():
        rows = database.execute(f"SELECT * FROM {view}").fetchall()
        assert len(rows) == spark[view], view
    # Two operator sets have two names.
    assert spark["leaderboard"] == TRIALS + TRIALS // 2
    # Nothing failed or was changed, no file became a table, nothing was embedded, probed or watched, and no operator
    # set has concepts.
    empty = ["concept_effect", "earlier_versions", "embedding_vectors", "failures", "latest_probe_scores", "law_alarms", "pretraining_gain", "probe_curve", "probe_gain", "simulation_frames", "survey_objects"]
    assert [view for view in views() if spark[view] == 0] == empty


def test_the_questions_of_the_dictionary_have_answers_in_spark_and_duckdb(answers, database):
    assert len(questions()) == 15
    spark = [int(*answers[f"q{i}"]) for i in range(len(questions()))]
    assert spark == [len(database.execute(query).fetchall()) for query in questions()]


def test_best_equation_is_the_same_in_spark_and_duckdb(answers, database):
    equations = collections.defaultdict(list)
    for problem, expression in database.execute("SELECT problem, expression FROM best_equation").fetchall():
        equations[problem].append(expression)
    assert equations
    for problem, expressions in equations.items():
        assert sorted(answers[problem]) == sorted(expressions), problem


def test_duckdb_shows_the_latest_version_and_all_versions_on_request():
    connection = duckdb.connect()
    connection.execute("CREATE TABLE experiments (experiment_id VARCHAR, name VARCHAR)")
    connection.execute("CREATE TABLE experiment_versions (kind VARCHAR, name VARCHAR, version BIGINT, experiment_id VARCHAR)")
    connection.execute("INSERT INTO experiments VALUES ('a', 'x'), ('b', 'x'), ('c', 'y'), ('old', 'z')")
    # Changed to b and back; c is alone, and the one without a version was written before versions were.
    connection.execute("INSERT INTO experiment_versions VALUES ('trials', 'x', 1, 'a'), ('trials', 'x', 2, 'b'), ('trials', 'x', 3, 'a')")
    connection.execute("INSERT INTO experiment_versions VALUES ('trials', 'y', 1, 'c'), ('probes', 'x', 1, 'p')")
    for view in ("earlier_versions", "latest_experiments"):
        connection.execute((ROOT / "schemas" / "views" / f"{view}.sql").read_text(encoding="utf-8"))
    assert connection.execute("SELECT experiment_id FROM latest_experiments ORDER BY 1").fetchall() == [("a",), ("c",), ("old",)]
    assert connection.execute("SELECT experiment_id FROM earlier_versions").fetchall() == [("b",)]


def test_duckdb_knows_the_views_over_all_versions(database):
    assert database.execute("SELECT count(*) FROM leaderboard_all").fetchone() == (TRIALS + TRIALS // 2,)
    assert database.execute("SELECT count(*) FROM operator_effect_all").fetchone() == (3,)
