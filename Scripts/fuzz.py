#!/usr/bin/env python3
"""Runs nights over damaged copies of the cases: words deleted, doubled, swapped, others put in. Nothing may trap or stop a night.

    Scripts/fuzz.py COMMAND [SECONDS] [SEED]

Each night takes forty files; its snapshot must verify. Prints how many files went through, or the night that failed.
"""
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

root = pathlib.Path(__file__).resolve().parent.parent
command = str(pathlib.Path(sys.argv[1]).resolve())
seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 60
random.seed(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
files = [path for path in sorted(root.glob("Tests/PipelineTests/Cases/*/Inbox/**/*")) if path.is_file() and path.suffix != ".yml"]
WORDS = [
    "none", "nil", "one", "a single", "(", ")", "respectively", "of the", "2015/16", "last year", "fewer than 5", "between",
    "not", "was incorrect", "the correct figure is", "per cent", "a day", "Of these,", "|", ",,,", "\n", '"', "<td>",
    "</table>", "under 13", "13 to 17", "99999999999999",
]


def damaged(path):
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    parts = re.split(r'(\s+|[.,;:()<>"/-])', text)
    for _ in range(random.randint(1, 12)):
        at = random.randrange(len(parts))
        kind = random.random()
        if kind < 0.3 and len(parts) > 1:
            del parts[at]
        elif kind < 0.6:
            parts.insert(at, f" {random.choice(WORDS)} ")
        elif kind < 0.8:
            other = random.randrange(len(parts))
            parts[at], parts[other] = parts[other], parts[at]
        else:
            parts[at:at] = parts[at:at + random.randint(1, 8)]
    return "".join(parts)


end = time.monotonic() + seconds
count = 0
while time.monotonic() < end:
    workspace = tempfile.mkdtemp(prefix="force-returns-fuzz-")
    shutil.copytree(root / "Pipelines", f"{workspace}/Pipelines")
    inbox = pathlib.Path(workspace, "Inbox")
    inbox.mkdir()
    for number in range(40):
        path = random.choice(files)
        (inbox / f"{number} {path.name}").write_text(damaged(path))
    for step in ("run", "verify"):
        done = subprocess.run([command, step, "--workspace", workspace], capture_output=True, text=True, timeout=300)
        if done.returncode:
            sys.exit(f"{step} ended with {done.returncode} over {workspace}:\n{done.stderr[-800:]}")
    shutil.rmtree(workspace)
    count += 40
print(f"{count} damaged files through {count // 40} nights: none stopped, every snapshot verifies")
