"""Runs the calls of README.md against the server of run.sh, and checks that their answers are those that the README shows. With UPDATE
set it writes the answers into the README instead."""

import os
import re
import subprocess
import sys

GRPCURL = "go tool -modfile=tools/go.mod grpcurl"
BLOCK = re.compile(r"(```sh\n((?:curl|grpcurl) .*?)```\n\n```json\n)(.*?)(```)", re.S)


def answer(command):
    command = command.replace("127.0.0.1:9090", os.environ["HEARSAY_ADDR"]).replace("127.0.0.1:8080", os.environ["HEARSAY_HTTP_ADDR"])
    command = re.sub("^grpcurl", os.environ.get("GRPCURL", GRPCURL), command)
    return subprocess.run(["bash", "-euo", "pipefail", "-c", command], check=True, capture_output=True, text=True).stdout


with open("README.md", encoding="utf-8") as file:
    readme = file.read()
calls = list(BLOCK.finditer(readme))
if len(calls) < 2:
    sys.exit(f"README.md shows {len(calls)} calls with their answers")
updated = BLOCK.sub(lambda m: m[1] + answer(m[2]) + m[4], readme)
if os.environ.get("UPDATE"):
    with open("README.md", "w", encoding="utf-8") as file:
        file.write(updated)
elif updated != readme:
    for m in calls:
        if answer(m[2]) != m[3]:
            print(f"README.md shows\n{m[3]}\nand the answer is\n{answer(m[2])}")
    sys.exit(1)
