#!/usr/bin/env python3
"""logs.py FOLDER FILES MEGABYTES: CI logs of builds that go well, a third of which end with a failed push."""
import os
import random
import sys

folder, files, megabytes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
random.seed(8)
ORDINARY = [
    "[INFO] Downloading from central: https://packages.example.org/maven2/org/example/lib-%d/1.0/lib-%d-1.0.pom\n",
    "[INFO] Downloaded from central: https://packages.example.org/maven2/org/example/lib-%d/1.0/lib-%d-1.0.jar (1.2 MB at 3.4 MB/s)\n",
    "2026-01-03T10:00:%02d.123Z #12 %d.12 [INFO] Tests run: 12, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.5 s\n",
    "2026-01-03T10:00:%02d.123Z DEBUG [main] o.s.b.f.s.DefaultListableBeanFactory - Creating shared instance of singleton bean 'bean%d'\n",
    "5f70bf18a086: Pushing [=====================>       ]  %d.3MB/185.%dMB\n",
    "\tat org.example.app.module%d.Service%d.call(Service.java:42)\n",
]
FAILED = [
    "The push refers to repository [registry.example.com/team/app%d]\ndenied: requested access to the resource is denied\n",
    "ERROR: failed to push ghcr.io/team/app%d:1: denied: permission_denied: write_package\n",
    'Get "https://registry%d.example.com/v2/": dial tcp: lookup registry.example.com on 10.0.0.2:53: no such host\n',
]
block = "".join(random.choice(ORDINARY) % (random.randrange(60), random.randrange(1000)) for _ in range(9000)).encode()
size = megabytes * 1_000_000 // files
for number in range(files):
    if number % 100 == 0:
        os.makedirs(f"{folder}/{number // 100:03d}", exist_ok=True)
    with open(f"{folder}/{number // 100:03d}/{number:05d}.log", "wb") as log:
        left = size
        while left > 0:
            start = random.randrange(len(block) // 2)
            log.write(block[start:start + min(left, len(block) - start)])
            left -= len(block) - start
        if number % 3 == 0:
            log.write((b"\n" + FAILED[number // 3 % 3].encode()) % number)
