"""Tests the DAGs with Airflow's parser and runner and spark-submit of the application.

Digests of the results must equal those of ./spolia run.
"""

import copy
import itertools
import os
import pathlib
import shutil
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAGS = ROOT / "airflow" / "dags"
STAGES = (
    "shard", "sky", "pretrain", "embed", "features", "plan", "search", "score", "plan_again", "watch", "utility", "monitor",
    "probe", "report",
)
SHARED = ("problems", "operator_sets", "observations", "trials", "candidates", "scores")


def configuration(folder, name, problems):
    path = folder / f"{name}.yaml"
    path.write_text(
        f"""
name: {name}
problems:
  files: [{ROOT}/configs/problems/mechanics.yaml]
  include: [{", ".join(problems)}]
data: {{train-rows: 40, test-rows: 20}}
operator-sets:
  - {{name: small, operators: [+, "*", /, sqrt]}}
search: {{evaluations: 2000, max-size: 9}}
seeds: [0, 1]
""",
        encoding="utf-8",
    )
    return str(path)


@pytest.fixture(scope="session", autouse=True)
def airflow(tmp_path_factory):
    """An Airflow home with a new database. Airflow reads its environment when it is imported."""
    home = tmp_path_factory.mktemp("airflow")
    spark = os.environ.get("SPARK_HOME") or next(ROOT.glob(".venv/lib/python*/site-packages/pyspark"))
    os.environ.update(
        AIRFLOW_HOME=str(home),
        AIRFLOW__CORE__DAGS_FOLDER=str(DAGS),
        AIRFLOW__CORE__LOAD_EXAMPLES="False",
        AIRFLOW_CONN_SPOLIA='{"conn_type": "spark", "host": "local[2]", "extra": {"deploy-mode": "client"}}',
        SPARK_SCALA_VERSION="2.13",
        SPOLIA_HOME=str(ROOT),
        PATH=os.pathsep.join([f"{spark}/bin", str(pathlib.Path(sys.executable).parent), os.environ["PATH"]]),
    )
    assert shutil.which("spark-submit")
    subprocess.run([sys.executable, "-m", "airflow", "db", "migrate"], check=True, capture_output=True)
    return home


@pytest.fixture(scope="session")
def dags(airflow):
    from airflow.dag_processing.dagbag import DagBag

    return DagBag(dag_folder=str(DAGS))


def spolia(*arguments):
    return subprocess.run([ROOT / "spolia", *arguments], check=True, capture_output=True, text=True).stdout


def digests(warehouse):
    return dict(line.split("\t", 1) for line in spolia("digest", "--warehouse", warehouse).splitlines())


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """A configuration, and the digests of its results by the launcher."""
    folder = tmp_path_factory.mktemp("launcher")
    config = configuration(folder, "both", ["mechanics.kepler_third", "mechanics.atwood"])
    spolia("run", config, "--warehouse", folder / "out", "--set", "stages=[plan, search, score, utility]")
    return config, digests(folder / "out")


def test_dags_are_read_without_errors(dags):
    assert dags.import_errors == {}
    assert set(dags.dags) == {"experiment", "experiment_sweep"}


def test_stages_follow_each_other(dags):
    experiment = dags.dags["experiment"]
    assert [task.task_id for task in experiment.topological_sort()] == ["command_lines", *STAGES]
    for before, after in itertools.pairwise(("command_lines", *STAGES)):
        assert after in experiment.get_task(before).downstream_task_ids


def test_every_task_tries_again_but_one_at_a_time(dags):
    for task_id in STAGES:
        task = dags.dags["experiment"].get_task(task_id)
        assert task.retries == 2
        assert task.max_active_tis_per_dag == 1


def test_only_what_may_run_it_is_given_pytorch(dags):
    jars = {stage: dags.dags["experiment"].get_task(stage).jars or "" for stage in STAGES}
    assert [stage for stage in STAGES if "pytorch-native" in jars[stage]] == ["pretrain", "embed", "probe"]


@pytest.mark.parametrize(
    "conf",
    [
        {"config": "not-absolute.yaml"},
        {"config": "/configs/experiment.json"},
        {"warehouse": "relative/folder"},
        {"settings": ["no equals sign"]},
    ],
)
def test_parameters_are_validated(dags, conf):
    from airflow.sdk.exceptions import ParamValidationError

    params = copy.deepcopy(dags.dags["experiment"].params)
    params.validate()
    with pytest.raises(ParamValidationError):
        params.update(conf)
        params.validate()


def test_an_experiment_gives_the_digests_of_the_launcher(dags, expected, tmp_path):
    config, launched = expected
    warehouse = str(tmp_path / "out")
    run = dags.dags["experiment"].test(run_conf={"config": config, "warehouse": warehouse})

    assert run.state == "success"
    assert digests(warehouse) == launched


def test_a_sweep_runs_every_configuration(dags, expected, tmp_path):
    warehouse = str(tmp_path / "out")
    configs = [
        configuration(tmp_path, "first", ["mechanics.kepler_third"]),
        configuration(tmp_path, "second", ["mechanics.atwood"]),
    ]
    run = dags.dags["experiment_sweep"].test(
        run_conf={"configs": configs, "warehouse": warehouse, "settings": ["stages=[plan, search, score]"]}
    )

    assert run.state == "success"
    found = digests(warehouse)
    assert {table: found[table] for table in SHARED} == {table: expected[1][table] for table in SHARED}


def test_a_mistake_fails_the_run(dags, tmp_path):
    run = dags.dags["experiment"].test(
        run_conf={"config": str(tmp_path / "missing.yaml"), "warehouse": str(tmp_path / "airflow")}
    )
    assert run.state == "failed"
    assert not (tmp_path / "airflow").exists()
