"""Writes ../resources/org/spolia/statistics/probes.csv: features, and the results of scikit-learn and numpy for them.
Each line has a name and its numbers.

Run by hand: python probes.py (scikit-learn 1.9.1, numpy 2.4.6). Numbers are printed so that they read back exactly.
"""

import pathlib

import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge, RidgeClassifier
from sklearn.metrics import ndcg_score, r2_score
from sklearn.model_selection import GridSearchCV, PredefinedSplit
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor, NearestNeighbors
from sklearn.preprocessing import StandardScaler

FILE = pathlib.Path(__file__).parents[1] / "resources" / "org" / "spolia" / "statistics" / "probes.csv"
PENALTIES = [1e-4, 1e-2, 1.0, 10.0]
FOLDS = 5


def features(random, rows, columns):
    """Correlated columns of different sizes; the third is constant."""
    mixed = random.normal(size=(rows, columns)) @ random.normal(size=(columns, columns)) / np.sqrt(columns)
    mixed[:, 1] *= 1000
    mixed[:, 2] = 0.1
    return mixed


def ridge(name, random, rows, columns):
    x = features(random, rows + 20, columns)
    y = x[:, 0] - x[:, 1] / 1000 + 0.5 * random.normal(size=len(x)) + 3
    scaler = StandardScaler().fit(x[:rows])
    train, test = scaler.transform(x[:rows]), scaler.transform(x[rows:])
    folds = PredefinedSplit(np.arange(rows) % FOLDS)
    # The errors of folds of different sizes are summed, as those of rows.
    search = GridSearchCV(
        Ridge(solver="svd"), {"alpha": [p * rows for p in PENALTIES]}, cv=folds, scoring=lambda m, a, b: -np.sum((m.predict(a) - b) ** 2)
    ).fit(train, y[:rows])
    yield f"{name}.rows", x[:rows]
    yield f"{name}.test", x[rows:]
    yield f"{name}.target", y[:rows]
    yield f"{name}.penalty", search.best_params_["alpha"] / rows
    yield f"{name}.prediction", search.predict(test)
    for i, penalty in enumerate(PENALTIES):
        yield f"{name}.prediction.{i}", Ridge(alpha=penalty * rows, solver="svd").fit(train, y[:rows]).predict(test)


def logistic(random, count):
    x = features(random, 90, 5)
    scores = x[:, :1] * np.arange(count) + random.gumbel(size=(90, count))
    classes = scores.argmax(axis=1)
    scaler = StandardScaler().fit(x[:70])
    model = LogisticRegression(C=1 / (0.01 * 70), tol=1e-12, max_iter=10000).fit(scaler.transform(x[:70]), classes[:70])
    yield f"logistic{count}.rows", x[:70]
    yield f"logistic{count}.test", x[70:]
    yield f"logistic{count}.classes", classes[:70]
    yield f"logistic{count}.probabilities", model.predict_proba(scaler.transform(x[70:]))
    ridge = RidgeClassifier(alpha=0.01 * 70, solver="svd").fit(scaler.transform(x[:70]), classes[:70])
    yield f"logistic{count}.ridge", ridge.predict(scaler.transform(x[70:]))
    neighbours = KNeighborsClassifier(7, weights="distance").fit(scaler.transform(x[:70]), classes[:70])
    yield f"logistic{count}.neighbours", neighbours.predict(scaler.transform(x[70:]))


def neighbours(random):
    x = features(random, 60, 4)
    x[50] = x[3]
    y = random.normal(size=50)
    scaler = StandardScaler().fit(x[:50])
    model = KNeighborsRegressor(5, weights="distance").fit(scaler.transform(x[:50]), y)
    yield "neighbours.rows", x[:50]
    yield "neighbours.test", x[50:]
    yield "neighbours.target", y
    yield "neighbours.prediction", model.predict(scaler.transform(x[50:]))


def arrays(name, random, rows, columns):
    """Three numbers at once, all with one penalty; then with some training and test values missing."""
    x = features(random, rows + 20, columns)
    y = x[:, :3] @ random.normal(size=(3, 3)) * [1, 0, 5] + random.normal(size=(len(x), 3)) + [3, 0, -1]
    scaler = StandardScaler().fit(x[:rows])
    train, test = scaler.transform(x[:rows]), scaler.transform(x[rows:])
    folds = PredefinedSplit(np.arange(rows) % FOLDS)
    search = GridSearchCV(
        Ridge(solver="svd"), {"alpha": [p * rows for p in PENALTIES]}, cv=folds, scoring=lambda m, a, b: -np.sum((m.predict(a) - b) ** 2)
    ).fit(train, y[:rows])
    prediction = search.predict(test)
    holes = np.where(random.uniform(size=y.shape) < 0.2, np.nan, y)
    partial = np.empty_like(prediction)
    for i in range(3):
        seen = ~np.isnan(holes[:rows, i])
        partial[:, i] = Ridge(alpha=0.01 * rows, solver="svd").fit(train[seen], holes[:rows, i][seen]).predict(test)
    yield f"{name}.rows", x[:rows]
    yield f"{name}.test", x[rows:]
    yield f"{name}.targets", y[:rows]
    yield f"{name}.wanted", y[rows:]
    yield f"{name}.penalty", search.best_params_["alpha"] / rows
    yield f"{name}.prediction", prediction
    yield f"{name}.neighbours", KNeighborsRegressor(5, weights="distance").fit(train, y[:rows]).predict(test)
    yield f"{name}.r2", r2_score(y[rows:], prediction, multioutput="variance_weighted")
    yield f"{name}.nrmse", np.sqrt(np.mean((y[rows:] - prediction) ** 2) / np.mean(y[rows:] ** 2))
    yield f"{name}.partial.targets", holes[:rows]
    yield f"{name}.partial.wanted", holes[rows:]
    yield f"{name}.partial.prediction", partial
    error = np.nansum((holes[rows:] - partial) ** 2)
    yield f"{name}.partial.r2", 1 - error / np.nansum((holes[rows:] - np.nanmean(holes[rows:], axis=0)) ** 2)
    yield f"{name}.partial.nrmse", np.sqrt(error / np.nansum(holes[rows:] ** 2))


def representations(random):
    a = random.normal(size=(40, 6)) * [5, 3, 1, 1, 0.5, 0.1]
    b = np.tanh(a @ random.normal(size=(6, 9))) + 0.1 * random.normal(size=(40, 9))
    yield "representation.a", a
    yield "representation.b", b
    ca, cb = a - a.mean(axis=0), b - b.mean(axis=0)
    yield "representation.cka", np.linalg.norm(cb.T @ ca) ** 2 / (np.linalg.norm(ca.T @ ca) * np.linalg.norm(cb.T @ cb))
    near = [NearestNeighbors(n_neighbors=5).fit(v).kneighbors(return_distance=False) for v in (a, b)]
    yield "representation.mutual", np.mean([len(set(p) & set(q)) / 5 for p, q in zip(*near, strict=True)])
    spectrum = np.linalg.eigvalsh(np.cov(a.T))
    yield "representation.participation", spectrum.sum() ** 2 / (spectrum**2).sum()
    distances = NearestNeighbors(n_neighbors=2).fit(a).kneighbors()[0]
    logs = np.sort(np.log(distances[:, 1] / distances[:, 0]))
    kept = int(len(logs) * 0.9)
    expected = -np.log(1 - np.arange(1, len(logs) + 1) / len(logs), where=np.arange(1, len(logs) + 1) < len(logs), out=np.zeros(len(logs)))
    yield "representation.dimension", (logs[:kept] @ expected[:kept]) / (logs[:kept] @ logs[:kept])


def retrieval(random):
    relevance, scores = random.integers(0, 4, size=30) / 3, random.normal(size=30)
    yield "retrieval.ranked", relevance[np.argsort(-scores)]
    yield "retrieval.ndcg", ndcg_score([relevance], [scores], k=10)


def main():
    random = np.random.default_rng(20261126)
    parts = [ridge("tall", random, 60, 8), ridge("wide", random, 24, 40), logistic(random, 3), logistic(random, 2)]
    with FILE.open("w", encoding="utf-8") as file:
        parts += [neighbours(random), representations(random), retrieval(random)]
        for part in [*parts, arrays("arrays.tall", random, 50, 6), arrays("arrays.wide", random, 24, 40)]:
            for name, values in part:
                numbers = np.atleast_1d(values)
                lines = numbers if numbers.ndim == 2 else [numbers]
                for line in lines:
                    file.write(",".join([name, *(repr(float(value)).replace("nan", "NaN") for value in line)]) + "\n")


if __name__ == "__main__":
    main()
