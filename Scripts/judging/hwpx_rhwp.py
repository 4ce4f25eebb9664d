"""HWPX laid out by rhwp: it has as many pages as its tables need, and every page can be drawn."""

import ctypes.util
import glob
import json
import os
import subprocess
import sys
import zipfile

FORMATS = ["hwpx"]
REQUIRES = ["rhwp-python==0.8.1"]
CONTROL = False
TEMPLATES = ["findings", "fix-list", "review-opinion"]
READ = """
import json, sys, rhwp
document = rhwp.parse(sys.argv[1])
pages = document.page_count
drawn = [len(document.render_svg(page)) for page in sorted({0, pages // 2, pages - 1})]
print(json.dumps({"pages": pages, "drawn": drawn, "text": document.extract_text()}))
"""
# The height that a page leaves for text.
ROOM = 84186 - 5669 - 4252 - 2 * 2835


def read(path):
    """What the library makes of a file, in a process of its own: its FreeType is older than what it was built for."""
    newer = sorted(glob.glob("/usr/lib/*/libfreetype.so.6") + glob.glob("/usr/lib64/libfreetype.so.6"))
    environment = {**os.environ, "LD_PRELOAD": newer[0] if newer else ctypes.util.find_library("freetype") or ""}
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, timeout=300,
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip()[-600:])
    return json.loads(done.stdout)


def judge(case):
    """Pages, drawings and text."""
    from lxml import etree

    found = read(case.path)
    with zipfile.ZipFile(case.path) as package:
        section = etree.fromstring(package.read("Contents/section0.xml"))
    name = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
    tables = list(section.iter(name + "tbl"))
    needed = sum(int(table.find(name + "sz").get("height")) for table in tables) // ROOM
    case.checked += 1
    if found["pages"] < max(1, needed * 9 // 10):
        yield f"{found['pages']} pages for tables that need {needed}: something is cut off"
    case.checked += 1
    if min(found["drawn"]) < 500:
        yield f"a page is empty: {found['drawn']}"
    for paragraph in section.findall(name + "p"):
        if paragraph.find(f".//{name}tbl") is None:
            text = "".join(node.text or "" for node in paragraph.iter(name + "t"))
            yield from case.contain("paragraph", found["text"], text)
