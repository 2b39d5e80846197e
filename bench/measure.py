#!/usr/bin/env python3
"""Times a command, several times over, and prints the medians.

    measure.py [-n RUNS] [--before COMMAND] LABEL -- COMMAND...

Wall seconds, CPU seconds (user and system, of the command and all it started) and the largest resident set of any of its
processes. A row for each run goes to $BENCH_DIR/results.csv, what the command printed to $BENCH_DIR/logs. The first run
warms the page cache and is not counted.
"""
import argparse
import csv
import os
import re
import statistics
import subprocess
import sys
import time


def run(command, log):
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"ended with {process.returncode}: {' '.join(command)}\nsee {log.name}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    split = sys.argv.index("--")
    options = argparse.ArgumentParser()
    options.add_argument("-n", type=int, default=5)
    options.add_argument("--before", help="run, untimed, before each run")
    options.add_argument("label")
    given = options.parse_args(sys.argv[1:split])
    command = sys.argv[split + 1:]

    home = os.environ["BENCH_DIR"]
    os.makedirs(f"{home}/logs", exist_ok=True)
    runs = []
    with open(f"{home}/logs/{re.sub(r'[^a-zA-Z0-9]+', '-', given.label)}.log", "wb") as log:
        for number in range(given.n + 1):
            if given.before:
                subprocess.run(given.before, shell=True, check=True, stdout=log, stderr=log)
            one = run(command, log)
            if number:
                runs.append(one)
    load = os.getloadavg()[0]
    with open(f"{home}/results.csv", "a", newline="") as file:
        csv.writer(file).writerows([given.label, *(f"{value:.3f}" for value in one), f"{load:.1f}"] for one in runs)
    wall, cpu, rss = zip(*runs)
    print(f"{given.label:52s} wall {statistics.median(wall):7.3f} s [{min(wall):.3f} to {max(wall):.3f}]  "
          f"cpu {statistics.median(cpu):6.2f} s [{min(cpu):.2f} to {max(cpu):.2f}]  rss {max(rss):4.0f} MiB  load {load:.1f}", flush=True)


main()
