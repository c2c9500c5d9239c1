"""Prints "crc size name" for each entry of a zip, as Python's zipfile reads it."""

import sys
import zipfile
import zlib

sys.stdout.reconfigure(encoding="utf-8")
with zipfile.ZipFile(sys.argv[1]) as package:
    for name in package.namelist():
        content = package.read(name)
        print(zlib.crc32(content), len(content), name)
