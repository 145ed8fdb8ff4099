"""Bounds every hidden cell by linear programming, once from the sources' own statements and once from all that a snapshot says.

    python attacker.py SNAPSHOT

Fails where the snapshot's sums and comparisons bound a hidden cell more tightly than the statements do.
"""
import csv
import pathlib
import sys

import numpy
from scipy.optimize import linprog

data = pathlib.Path(sys.argv[1]) / "data"
rows = lambda name: list(csv.DictReader(open(data / f"{name}.csv", newline="", encoding="utf-8")))
number = lambda text: float(text) if text else None
KEY = ("area_code", "period", "measure", "offence", "victim_age")
observations = rows("observations")
cells = {tuple(row[k] for k in KEY): i for i, row in enumerate(observations)}
own, all_said = [], []


def bound(constraints, weights, low, high):
    if low is not None:
        constraints.append(({i: -w for i, w in weights.items()}, -low))
    if high is not None:
        constraints.append((weights, high))


# What the sources say of single cells, and that printed parts make up their printed whole.
wholes = {}
for row in observations:
    i = cells[tuple(row[k] for k in KEY)]
    if row["method"] == "sum":
        bound(all_said, {i: 1.0}, number(row["value_low"]), number(row["value_high"]))
        continue
    bound(own, {i: 1.0}, number(row["value_low"]), number(row["value_high"]))
    if row["victim_age"] != "all" and row["offence"] == "all":
        wholes.setdefault((row["area_code"], row["period"], row["measure"], "all", "all"), []).append(i)
for key, parts in wholes.items():
    if key in cells:
        weights = {i: 1.0 for i in parts}
        weights[cells[key]] = -1.0
        bound(own, weights, 0.0, 0.0)
# What we derive.
for row in rows("totals"):
    members = [cells.get((a, *[row[k] for k in KEY[1:]])) for a in row["forces"].split()]
    bound(all_said, {i: 1.0 for i in members}, number(row["value_low"]), number(row["value_high"]))
for row in rows("comparisons"):
    key = [row[k] for k in KEY[1:]]
    base = [row["base_period"], *key[1:]]
    now = [cells.get((a, *key)) for a in row["forces"].split()]
    then = [cells.get((a, *base)) for a in row["forces"].split()]
    now, then = [i for i in now if i is not None], [i for i in then if i is not None]
    bound(all_said, {i: 1.0 for i in now}, number(row["value_low"]), number(row["value_high"]))
    bound(all_said, {i: 1.0 for i in then}, number(row["base_low"]), number(row["base_high"]))
    bound(
        all_said,
        {**{i: 1.0 for i in now}, **{i: -1.0 for i in then}},
        number(row["difference_low"]),
        number(row["difference_high"]),
    )


def solve(constraints, i, sign):
    a = numpy.zeros((len(constraints), len(observations)))
    for line, (weights, _) in enumerate(constraints):
        for column, weight in weights.items():
            a[line, column] += weight
    cost = numpy.zeros(len(observations))
    cost[i] = sign
    found = linprog(cost, A_ub=a, b_ub=[b for _, b in constraints], bounds=(0, 100000), method="highs")
    assert found.status == 0, found.message
    return found.x[i]


hidden = [cells[tuple(row[k] for k in KEY)] for row in observations if row["status"] == "suppressed"]
assert hidden, "nothing is hidden: there is nothing to attack"
for i in hidden:
    for sign in (1, -1):
        alone, together = solve(own, i, sign), solve(own + all_said, i, sign)
        assert abs(alone - together) < 1e-6, (list(cells)[i], alone, together)
print(f"{len(hidden)} hidden cells, none narrowed")
