"""One small experiment with every stage, for all tests that read what it left."""

import pathlib
import subprocess

import duckdb
import duckdb_extension_delta
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONFIG = f"""
name: readers
description: Which operators help?
problems:
  files: [{ROOT}/configs/problems/mechanics.yaml, {ROOT}/configs/problems/biochem.yaml, {ROOT}/configs/problems/nist.yaml]
  include: [mechanics.kepler_third, biochem.michaelis_menten, nist.misra1a]
data: {{train-rows: 40, test-rows: 20, shortcut: true}}
operator-sets:
  - {{name: plain, operators: [+, "*", /]}}
  - {{name: roots, operators: [+, "*", /, sqrt, exp]}}
  - {{design: plackett-burman, name: small, base: [+, "*", /], optional: [sqrt, exp, placebo1]}}
search: {{evaluations: 2000, max-size: 12}}
"""


def run(*arguments):
    return subprocess.run([ROOT / "spolia", *arguments], check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="session")
def spolia():
    """The command line; gives what it prints."""
    return run


@pytest.fixture(scope="session")
def config(tmp_path_factory):
    file = tmp_path_factory.mktemp("readers") / "config.yaml"
    file.write_text(CONFIG, encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def warehouse(config):
    """Three problems, with and without the shortcut, and four operator sets, two of which are lists too.

    24 trials on 6 data sets.
    """
    out = config.parent / "out"
    run("run", config, "--warehouse", out)
    run("sql", "--init", "--warehouse", out)
    return out


@pytest.fixture(scope="session")
def database(warehouse):
    connection = duckdb.connect()
    extension = next(pathlib.Path(duckdb_extension_delta.__file__).parent.rglob("delta.duckdb_extension"))
    connection.execute(f"LOAD '{extension}'")
    connection.execute((warehouse / "duckdb.sql").read_text(encoding="utf-8"))
    return connection
