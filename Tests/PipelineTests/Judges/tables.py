"""Compares every Parquet file and the SQLite file of a snapshot with its CSV, cell by cell: value, type and null.

    python tables.py SNAPSHOT pyarrow|duckdb|polars|pandas|sqlite3
"""
import csv
import datetime
import decimal
import json
import pathlib
import sys

snapshot, judge = pathlib.Path(sys.argv[1]), sys.argv[2]
package = json.loads((snapshot / "datapackage.json").read_text())
tables = [r for r in package["resources"] if r["path"].endswith(".csv") and "schema" in r]
KINDS = {
    "string": str,
    "integer": int,
    "number": decimal.Decimal,
    "date": datetime.date,
    "boolean": bool,
}


def wanted(text, kind):
    """The cell that the CSV spells, in Python's own type."""
    if text == "":
        return None
    if kind == "integer":
        return int(text)
    if kind == "number":
        return decimal.Decimal(text)
    if kind == "date":
        return datetime.date.fromisoformat(text)
    if kind == "boolean":
        return {"true": True, "false": False}[text]
    # Text that a spreadsheet would run is prefixed in the CSV only.
    return text[1:] if len(text) > 2 and text[0] == "'" and text[1] in "=+-@" else text


def rows(name, columns):
    path = str(snapshot / "data" / f"{name}.parquet")
    if judge == "pyarrow":
        import pyarrow.parquet

        table = pyarrow.parquet.read_table(path)
        assert table.column_names == columns, table.column_names
        return list(zip(*[column.to_pylist() for column in table.columns]))
    if judge == "duckdb":
        import duckdb

        return duckdb.sql(f"select * from '{path}'").fetchall()
    if judge == "polars":
        import polars

        return polars.read_parquet(path).rows()
    if judge == "sqlite3":
        import sqlite3

        with sqlite3.connect(f"file:{snapshot}/dataset.sqlite?mode=ro", uri=True) as db:
            return db.execute(f'select * from "{name}"').fetchall()


if judge == "sqlite3":
    import sqlite3

    with sqlite3.connect(f"file:{snapshot}/dataset.sqlite?mode=ro", uri=True) as db:
        assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert db.execute("pragma foreign_key_check").fetchall() == []
        for (view,) in db.execute("select name from sqlite_master where type = 'view'").fetchall():
            db.execute(f'select * from "{view}"').fetchall()

if judge == "pandas":
    import pandas

    for resource in tables:
        frame = pandas.read_csv(snapshot / resource["path"])
        with open(snapshot / resource["path"], newline="", encoding="utf-8") as file:
            assert len(frame) == sum(1 for _ in csv.reader(file)) - 1, resource["name"]
    sys.exit(0)

cells = 0
for resource in tables:
    fields = resource["schema"]["fields"]
    with open(snapshot / resource["path"], newline="", encoding="utf-8") as file:
        expected = list(csv.reader(file))[1:]
    found = rows(resource["name"], [field["name"] for field in fields])
    key = lambda row: [("" if cell is None else str(cell)) for cell in row]
    assert len(found) == len(expected), (resource["name"], len(found), len(expected))
    converted = [[wanted(text, field["type"]) for text, field in zip(row, fields)] for row in expected]
    if judge == "sqlite3":
        # SQLite has neither dates nor decimals nor Booleans, and keys are never null.
        primary = resource["schema"]["primaryKey"]

        def stored(cell, field):
            if cell is None:
                return "" if field["name"] in primary else None
            if field["type"] in ("date", "boolean"):
                return str(cell).lower() if field["type"] == "boolean" else cell.isoformat()
            return float(cell) if field["type"] == "number" else cell

        converted = [[stored(cell, field) for cell, field in zip(row, fields)] for row in converted]
        converted.sort(key=key)
        found = sorted(found, key=key)
    for number, (a, b) in enumerate(zip(converted, found), start=2):
        for field, x, y in zip(fields, a, b):
            same = x == y and (x is None or judge == "sqlite3" or isinstance(y, KINDS[field["type"]]))
            assert same, (resource["name"], number, field["name"], x, y)
            cells += 1
print(f"{judge}: {cells} cells of {len(tables)} tables agree")
