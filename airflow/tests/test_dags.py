"""The DAGs on the real thing: Airflow's own parser and runner, real spark-submits of the real jar, the digests of ./spolia run."""

import copy
import os
import pathlib
import shutil
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAGS = ROOT / "airflow" / "dags"
PROBLEMS = ("kepler_third", "atwood")


def configuration(problem):
    return f"""
name: {problem}
problems:
  files: [{ROOT}/configs/problems/mechanics.yaml]
  include: [mechanics.{problem}]
data: {{train-rows: 40, test-rows: 20}}
operator-sets:
  - {{name: small, operators: [+, "*", /, sqrt]}}
search: {{evaluations: 2000, max-size: 9}}
seeds: [0, 1]
"""


@pytest.fixture(scope="session", autouse=True)
def airflow(tmp_path_factory):
    """A home of its own with a fresh database; Airflow reads its environment when it is imported."""
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


@pytest.fixture(scope="module")
def configs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("configs")
    paths = []
    for problem in PROBLEMS:
        path = folder / f"{problem}.yaml"
        path.write_text(configuration(problem), encoding="utf-8")
        paths.append(str(path))
    return paths


def spolia(*arguments):
    return subprocess.run([ROOT / "spolia", *arguments], check=True, capture_output=True, text=True).stdout


def digests(warehouse):
    return spolia("digest", "--warehouse", warehouse)


def test_dags_are_read_without_errors(dags):
    assert dags.import_errors == {}
    assert set(dags.dags) == {"experiment", "experiment_sweep"}


def test_stages_follow_each_other(dags):
    experiment = dags.dags["experiment"]
    assert [task.task_id for task in experiment.topological_sort()] == ["command_lines", "plan", "search", "score"]
    for before, after in (("command_lines", "plan"), ("plan", "search"), ("search", "score")):
        assert after in experiment.get_task(before).downstream_task_ids


def test_every_task_tries_again_but_one_at_a_time(dags):
    for task_id in ("plan", "search", "score"):
        task = dags.dags["experiment"].get_task(task_id)
        assert task.retries == 2
        assert task.max_active_tis_per_dag == 1


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


def test_an_experiment_gives_the_digests_of_the_launcher(dags, configs, tmp_path):
    warehouse = str(tmp_path / "airflow")
    run = dags.dags["experiment"].test(run_conf={"config": configs[0], "warehouse": warehouse})
    assert run.state == "success"

    spolia("run", configs[0], "--warehouse", tmp_path / "launcher")
    assert digests(warehouse) == digests(tmp_path / "launcher")


def test_a_sweep_runs_every_configuration(dags, configs, tmp_path):
    warehouse = str(tmp_path / "airflow")
    run = dags.dags["experiment_sweep"].test(run_conf={"configs": configs, "warehouse": warehouse})
    assert run.state == "success"

    for config in configs:
        spolia("run", config, "--warehouse", tmp_path / "launcher")
    assert digests(warehouse) == digests(tmp_path / "launcher")


def test_a_mistake_fails_the_run(dags, tmp_path):
    run = dags.dags["experiment"].test(
        run_conf={"config": str(tmp_path / "missing.yaml"), "warehouse": str(tmp_path / "airflow")}
    )
    assert run.state == "failed"
    assert not (tmp_path / "airflow").exists()
