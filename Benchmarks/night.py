#!/usr/bin/env python3
"""What a night costs: everything new, one file new, nothing new, side by side in one run. Prints ratios, not times.

    Benchmarks/night.py [COMMAND] [RETURNS]
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

root = pathlib.Path(__file__).resolve().parent.parent
command = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else root / ".build/release/force-returns").resolve())
count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
letter = """Kent Police

Our reference: FOI/{0}

Sexual offences against under-18s with the cyber flag

In 2015/16 we recorded 63 such offences and in 2016/17 we recorded 361. In 2017/18 the number was {0}.
"""


def night(workspace):
    start = time.monotonic()
    subprocess.run([command, "run", "--workspace", workspace], check=True, capture_output=True)
    return time.monotonic() - start


with tempfile.TemporaryDirectory() as workspace:
    shutil.copytree(root / "Pipelines", f"{workspace}/Pipelines")
    inbox = pathlib.Path(workspace, "Inbox")
    inbox.mkdir()
    for number in range(count):
        (inbox / f"kent {number}.txt").write_text(letter.format(number))
    first = night(workspace)
    (inbox / "one more.txt").write_text(letter.format(count))
    one = night(workspace)
    none = night(workspace)
print(f"{count} returns: one new / all new = {one / first:.2f}, nothing new / all new = {none / first:.2f}")
