"""The equations that `spolia fit` writes, read by SymPy: they give the loss next to them."""

import csv
import math
import pathlib
import subprocess

import duckdb
import numpy as np
import pytest
import sympy

ROOT = pathlib.Path(__file__).resolve().parents[2]


def fit(tmp_path, name, text, *options):
    data = tmp_path / name
    data.write_bytes(text)
    output = tmp_path / "fit"
    subprocess.run(
        [ROOT / "spolia", "fit", data, "--evaluations", "20000", "--threads", "2", "--output", output, *options],
        check=True,
        capture_output=True,
    )
    with open(output / "hall_of_fame.csv", encoding="utf-8", newline="") as file:
        front = list(csv.DictReader(file))
    with open(output / "variables.csv", encoding="utf-8", newline="") as file:
        variables = list(csv.DictReader(file))
    return front, variables


def check(front, variables, columns, target):
    assert sum(row["selected"] == "true" for row in front) == 1
    symbols = [sympy.Symbol(row["name"]) for row in variables]
    for row in front:
        equation = sympy.sympify(row["equation"])
        assert equation.free_symbols <= set(symbols), row["equation"]
        predict = sympy.lambdify(symbols, equation, ["scipy", "numpy"])
        values = np.broadcast_to(predict(*(columns[v["column"]] for v in variables)), target.shape)
        loss = np.mean((values - target) ** 2)
        # Below about 1e-13 of the variance rounding decides, and SymPy may order the sums otherwise.
        tolerance = 1e-6 * float(row["loss"]) + 1e-13 * np.var(target)
        assert math.isclose(loss, float(row["loss"]), rel_tol=0, abs_tol=tolerance), row["equation"]


@pytest.mark.parametrize("decimal", [".", ","])
def test_names_that_are_taken_and_a_decimal_comma(tmp_path, decimal):
    random = np.random.default_rng(1)
    columns = {"E": random.uniform(1, 3, 80), "wind speed": random.uniform(1, 3, 80), "mass": random.uniform(1, 3, 80)}
    target = columns["E"] * columns["mass"] / (1 + columns["wind speed"]) + 0.01 * random.standard_normal(80)
    names = ["E", "wind speed", "mass"]
    lines = ['E;"wind speed";mass;y']
    for row in range(80):
        cells = [*(columns[n][row] for n in names), target[row]]
        lines.append(";".join(repr(float(c)).replace(".", decimal) for c in cells))
    text = b"\xef\xbb\xbf" + "\r\n".join(lines).encode() + b"\r\n"
    front, variables = fit(tmp_path, "data.csv", text, "--target", "y", "--operators", "+,-,*,/,pow,sqrt,exp,log,sin,cos,tanh,asin")
    assert [(v["name"], v["column"]) for v in variables] == [("x1", "E"), ("x2", "wind speed"), ("mass", "mass")]
    check(front, variables, columns, target)


def test_every_operator_reads_as_sympy_does(tmp_path):
    random = np.random.default_rng(2)
    columns = {f"v{i}": random.uniform(0.2, 0.9, 60) for i in range(12)}
    target = np.arcsin(columns["v0"] * columns["v1"]) + np.tanh(columns["v2"]) * np.cos(columns["v3"]) + columns["v11"]
    names = list(columns)
    lines = [",".join([*names, "y"])]
    for row in range(60):
        lines.append(",".join(repr(float(c)) for c in [*(columns[n][row] for n in names), target[row]]))
    front, variables = fit(
        tmp_path, "wide.csv", "\n".join(lines).encode(), "--target", "y",
        "--operators", "+,-,*,/,neg,inv,square,cube,sqrt,exp,log,sin,cos,tanh,asin,acos,atan,tan,sinh,cosh,log2,log10,cbrt,erf,erfc,abs,"
        "asinh,atanh,log1p,gamma,lgamma,j0,j1,lambertw,logistic,saturation,relu,sign,floor,ceil",
    )
    check(front, variables, columns, target)


def test_portable_sql_predicts_in_duckdb_what_apply_predicts(tmp_path):
    random = np.random.default_rng(3)
    columns = {"a b": random.uniform(-1, 3, 60), "c": random.uniform(0.2, 3, 60)}
    target = np.log(columns["c"]) * np.sqrt(columns["a b"] + 2) + columns["a b"] / columns["c"]
    lines = ['"a b",c,y']
    for row in range(60):
        lines.append(",".join(repr(float(c)) for c in [columns["a b"][row], columns["c"][row], target[row]]))
    fit(
        tmp_path, "data.csv", "\n".join(lines).encode(), "--target", "y", "--sql", "portable",
        "--operators", "+,-,*,/,pow,sqrt,log,asinh,logistic,relu,cbrt,atanh",
    )
    applied = subprocess.run(
        [ROOT / "spolia", "fit", tmp_path / "data.csv", "--apply", tmp_path / "fit"],
        check=True, capture_output=True, text=True,
    ).stdout.splitlines()
    assert applied[0] == "y"
    sql = (tmp_path / "fit" / "model.sql").read_text()
    rows = duckdb.sql(f"SELECT {sql} FROM read_csv('{tmp_path / 'data.csv'}')").fetchall()
    for text, (value,) in zip(applied[1:], rows, strict=True):
        assert (value is None) == (text == "")
        assert value is None or math.isclose(value, float(text), rel_tol=1e-9, abs_tol=1e-12)
