"""Median wall time of `--version` over 21 starts, in milliseconds."""
import statistics, subprocess, sys, time
times = []
for _ in range(21):
    start = time.perf_counter()
    subprocess.run([sys.argv[1], "--version"], stdout=subprocess.DEVNULL, check=True)
    times.append((time.perf_counter() - start) * 1000)
print(f"median {statistics.median(times):.1f} ms, worst {max(times):.1f} ms")
