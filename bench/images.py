#!/usr/bin/env python3
"""Writes images to push: images.py FOLDER NAME...

NAME is SIZE-LAYERS-KIND, as 1g-5-random: gigabytes or megabytes uncompressed, the number of layers, random (cannot be
compressed) or text (to about a third). Each becomes NAME.docker.tar, as docker save wrote before version 25, and NAME.oci,
an OCI layout with the same layers compressed.
"""
import gzip
import hashlib
import io
import itertools
import json
import os
import random
import sys
import tarfile

FILES = 8
UNITS = {"m": 1 << 20, "g": 1 << 30}


def prose(size, chance):
    """Words in the frequencies of a language."""
    words = [hashlib.sha1(str(i).encode()).hexdigest()[:chance.randint(3, 12)] for i in range(4096)]
    weights = list(itertools.accumulate(1 / (i + 1) for i in range(len(words))))
    return " ".join(chance.choices(words, k=size // 7, cum_weights=weights)).encode()


BASE = prose(4 << 20, random.Random(1))


def content(kind, size, chance):
    if kind == "random":
        return chance.randbytes(size)
    parts, length = [], 0
    while length < size:
        begin = chance.randrange(len(BASE) - 60000)
        parts.append(BASE[begin:begin + chance.randint(2000, 60000)])
        length += len(parts[-1])
    return b"".join(parts)[:size]


class Hashed:
    """A file that knows its digest."""

    def __init__(self, path):
        self.file, self.digest, self.size = open(path, "wb"), hashlib.sha256(), 0

    def write(self, data):
        self.digest.update(data)
        self.size += len(data)
        return self.file.write(data)

    def close(self):
        self.file.close()


def add(tar, name, data):
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    tar.addfile(entry, io.BytesIO(data))


def image(folder, name):
    size, count, kind = name.split("-")
    total, count, chance = int(size[:-1]) * UNITS[size[-1]], int(count), random.Random(name)
    layout = f"{folder}/{name}.oci"
    blobs = f"{layout}/blobs/sha256"
    os.makedirs(blobs, exist_ok=True)

    def blob(media_type, data):
        digest = hashlib.sha256(data).hexdigest()
        with open(f"{blobs}/{digest}", "wb") as file:
            file.write(data)
        return {"mediaType": media_type, "digest": f"sha256:{digest}", "size": len(data)}

    tars, layers = [], []
    for number in range(count):
        path = f"{folder}/{name}.{number}.layer"
        plain = Hashed(path)
        with tarfile.open(fileobj=plain, mode="w|") as tar:
            for each in range(FILES):
                add(tar, f"layer{number}/file{each}", content(kind, total // count // FILES, chance))
        plain.close()
        packed = Hashed(f"{blobs}/packed")
        with open(path, "rb") as source, gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=1, mtime=0) as gz:
            while data := source.read(1 << 20):
                gz.write(data)
        packed.close()
        os.rename(f"{blobs}/packed", f"{blobs}/{packed.digest.hexdigest()}")
        tars.append((path, plain.digest.hexdigest()))
        layers.append({"mediaType": "application/vnd.oci.image.layer.v1.tar+gzip",
                       "digest": f"sha256:{packed.digest.hexdigest()}", "size": packed.size})

    config = json.dumps({"architecture": "amd64", "os": "linux", "config": {},
                         "rootfs": {"type": "layers", "diff_ids": [f"sha256:{digest}" for _, digest in tars]}}).encode()
    manifest_type = "application/vnd.oci.image.manifest.v1+json"
    manifest = blob(manifest_type, json.dumps({
        "schemaVersion": 2, "mediaType": manifest_type,
        "config": blob("application/vnd.oci.image.config.v1+json", config), "layers": layers}).encode())
    manifest["annotations"] = {"org.opencontainers.image.ref.name": "latest"}
    with open(f"{layout}/index.json", "w") as file:
        json.dump({"schemaVersion": 2, "manifests": [manifest]}, file)
    with open(f"{layout}/oci-layout", "w") as file:
        file.write('{"imageLayoutVersion":"1.0.0"}')

    with tarfile.open(f"{folder}/{name}.docker.tar", "w") as archive:
        for path, digest in tars:
            archive.add(path, f"{digest}/layer.tar")
            os.remove(path)
        config_name = f"{hashlib.sha256(config).hexdigest()}.json"
        add(archive, config_name, config)
        add(archive, "manifest.json", json.dumps([{
            "Config": config_name, "RepoTags": [f"bench/{name}:latest"],
            "Layers": [f"{digest}/layer.tar" for _, digest in tars]}]).encode())


os.makedirs(sys.argv[1], exist_ok=True)
for each in sys.argv[2:]:
    if not os.path.exists(f"{sys.argv[1]}/{each}.docker.tar"):
        image(sys.argv[1], each)
