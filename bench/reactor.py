#!/usr/bin/env python3
"""Writes a reactor: reactor.py FOLDER MODULES [PLUGIN_XML]

A parent and so many modules of packaging pom, with install and deploy unbound, so that `mvn deploy` runs no goal but those of
PLUGIN_XML, the text of <plugin> elements for the parent's build. With no modules it is one project.
"""
import os
import sys

HEAD = '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
UNBOUND = "".join(
    f"<plugin><artifactId>maven-{name}-plugin</artifactId><version>3.1.4</version><executions><execution>"
    f"<id>default-{name}</id><phase>none</phase></execution></executions></plugin>" for name in ("install", "deploy"))


def write(folder, text):
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/pom.xml", "w") as file:
        file.write(f"{HEAD}{text}</project>\n")


folder, count = sys.argv[1], int(sys.argv[2])
plugins = sys.argv[3] if len(sys.argv) > 3 else ""
names = [f"m{number}" for number in range(1, count + 1)]
modules = f"<modules>{''.join(f'<module>{name}</module>' for name in names)}</modules>" if names else ""
write(folder, f"<groupId>bench</groupId><artifactId>root</artifactId><version>1</version><packaging>pom</packaging>"
              f"{modules}<build><plugins>{UNBOUND}{plugins}</plugins></build>")
for name in names:
    write(f"{folder}/{name}", f"<parent><groupId>bench</groupId><artifactId>root</artifactId><version>1</version></parent>"
                              f"<artifactId>{name}</artifactId><packaging>pom</packaging>")
