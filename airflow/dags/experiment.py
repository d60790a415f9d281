"""Airflow DAGs of experiments.

One DAG runs the stages of one configuration, one spark-submit each; the other is a sweep over several configurations.

Environment variables of the scheduler and of the workers:

    SPOLIA_HOME              a checkout in which ./spolia has built the jar, or an unpacked release (default: the
                             folder that contains this file)
    AIRFLOW_CONN_SPOLIA      the Spark connection; its host is the master

If Airflow retries a stage, it continues where the previous attempt stopped. No result is lost or computed twice.
"""

import datetime
import json
import os
import pathlib

from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk import Param, dag, task
from airflow.sdk.exceptions import AirflowException, AirflowFailException

HOME = pathlib.Path(os.environ.get("SPOLIA_HOME") or pathlib.Path(__file__).resolve().parents[2])
LIB = HOME / "lib"
RELEASED = LIB.is_dir()
JAR = str(LIB / "spolia.jar" if RELEASED else HOME / "jobs" / "target" / "spolia.jar")
# The native libraries of models and of PyTorch, for all stages that may need them, whether a configuration uses them or
# not.
LIBRARIES = LIB if RELEASED else HOME / "common" / "embedding" / "target"
NATIVES = str(LIBRARIES / "spolia-natives.jar")
PYTORCH = sorted(str(jar) for jar in (LIBRARIES / "pytorch").glob("*.jar"))
# The output of `./spolia stages --json`.
STAGES = {stage["name"]: stage for stage in json.loads((HOME / "schemas" / "stages.json").read_text(encoding="utf-8"))}


def tasks() -> dict[str, list[str]]:
    """Return the stages of each task, in order: a single stage, or the stages that are repeated together."""
    names = list(STAGES)
    found = {}
    for last, stage in enumerate(names):
        found[stage] = [stage]
        for first, repeated in enumerate(names[: last + 1]):
            if STAGES[repeated].get("repeats-after") == stage:
                found[f"{repeated}_again"] = names[first : last + 1]
    return found


TASKS = tasks()

# Only one process can work in a warehouse; a second one would be rejected.
DEFAULTS = {
    "retries": 2,
    "retry_delay": datetime.timedelta(seconds=30),
    "max_active_tis_per_dag": 1,
}
CONFIG = Param(
    str(HOME / "configs" / "quickstart.yaml"),
    type="string",
    pattern=r"^(/|[a-z0-9]+://)[^\s].*\.ya?ml$",
    description="Absolute path of the experiment's configuration, readable on the machine of the driver",
)
CONFIGS = Param(
    [str(HOME / "configs" / "quickstart.yaml")],
    type="array",
    minItems=1,
    uniqueItems=True,
    items={"type": "string", "pattern": CONFIG.schema["pattern"]},
    description="Absolute paths of the configurations, run one after the other",
)
WAREHOUSE = Param(
    str(HOME / "out"),
    type="string",
    pattern=r"^(/|[a-z0-9]+://)[^\s]+$",
    description="Absolute path or URI of the folder with the tables",
)
SETTINGS = Param(
    [],
    type="array",
    items={"type": "string", "pattern": r"^[a-z.-]+(\[\d+\])?=.*$"},
    description="Keys of the configuration to replace, as key=value",
)
SOURCE = HOME / "common" / "symbolic" / "src" / "main" / "resources" / "org" / "spolia" / "symbolic" / "evaluation"
COMPILER_OPTIONS = f"{LIB if RELEASED else SOURCE}/compiler.options"
SUBMIT = {
    "conn_id": "spolia",
    "application": JAR,
    "java_class": "org.spolia.jobs.cli.Spolia",
    "conf": {"spark.driver.defaultJavaOptions": f"@{COMPILER_OPTIONS} -Dspolia.home={HOME}"},
}

DAG = {
    "schedule": None,
    "catchup": False,
    "max_active_runs": 1,
    "default_args": DEFAULTS,
    "render_template_as_native_obj": True,
    "tags": ["spolia"],
    "doc_md": __doc__,
}


class SpoliaOperator(SparkSubmitOperator):
    """Return the task of a stage. Exit code 2 is a mistake in the configuration, so it is not retried."""

    def execute(self, context):
        try:
            return super().execute(context)
        except AirflowException as failure:
            if "Error code is: 2." in str(failure):
                raise AirflowFailException(str(failure)) from failure
            raise


def libraries(stages: list[str]) -> dict[str, str]:
    """Return the jars that stages may need besides the application's, on the class paths of executors and driver."""
    needed = {library for stage in stages for library in STAGES[stage]["libraries"]}
    jars = [*([NATIVES] if needed else []), *(PYTORCH if "pytorch" in needed else [])]
    return {"jars": ",".join(jars) or None, "driver_class_path": os.pathsep.join([JAR, *jars])}


def arguments(stages: list[str], config: str, warehouse: str, settings: list[str]) -> list[str]:
    """Return the command line of one or several stages, as after ./spolia."""
    command = stages[0]
    if len(stages) > 1:
        command, settings = "run", [*settings, f"stages=[{', '.join(stages)}]"]
    replaced = [argument for setting in settings for argument in ("--set", setting)]
    return [command, config, "--warehouse", warehouse, *replaced]


@dag(params={"config": CONFIG, "warehouse": WAREHOUSE, "settings": SETTINGS}, **DAG)
def experiment():
    """The stages of one configuration."""

    @task(retries=0)
    def command_lines(params: dict) -> dict[str, list[str]]:
        return {
            name: arguments(stages, params["config"], params["warehouse"], params["settings"])
            for name, stages in TASKS.items()
        }

    lines = command_lines()
    previous = lines
    for name, stages in TASKS.items():
        submit = SpoliaOperator(
            task_id=name,
            name=f"spolia-{name}",
            application_args=lines[name],
            **libraries(stages),
            **SUBMIT,
        )
        previous >> submit
        previous = submit


@dag(params={"configs": CONFIGS, "warehouse": WAREHOUSE, "settings": SETTINGS}, **DAG)
def experiment_sweep():
    """All stages of each of several configurations, one task each."""

    @task(retries=0)
    def command_lines(params: dict) -> list[list[str]]:
        return [
            arguments(["run"], config, params["warehouse"], params["settings"]) for config in params["configs"]
        ]

    SpoliaOperator.partial(
        task_id="run",
        name="spolia-run",
        map_index_template="{{ task.application_args[1] }}",
        **libraries(list(STAGES)),
        **SUBMIT,
    ).expand(application_args=command_lines())


experiment()
experiment_sweep()
