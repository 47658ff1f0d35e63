"""Writes tests/pdfs/traps. Run by traps.sh."""
import os

import traps_files
import traps_navigation
import traps_pages
import traps_tags
from pdf import Document
from registry import TRAPS

MODULES = {
    traps_tags: "Tags",
    traps_navigation: "Destinations, bookmarks, labels, layers, forms, attachments",
    traps_pages: "Pages and their content",
    traps_files: "The file itself",
}
TARGET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "traps")

lines = [
    "# Traps",
    "",
    "Small PDFs, written by `../make/traps.sh`; most are plain text, and a comment at the start of each says what is special",
    "about it. Those that stay PDF/A-2a and PDF/UA-1 pass veraPDF for both, and contain a part of Lato; the others use Helvetica.",
]
for name in os.listdir(TARGET):
    os.remove(os.path.join(TARGET, name))
for module, heading in MODULES.items():
    lines += ["", f"## {heading}", "", "| file | what is special | a joiner |", "|---|---|---|"]
    for name, expected, function in TRAPS:
        if function.__module__ != module.__name__:
            continue
        made = function()
        content = made.bytes() if isinstance(made, Document) else made
        with open(os.path.join(TARGET, f"{name}.pdf"), "wb") as file:
            file.write(content)
        lines.append(f"| {name} | {' '.join(function.__doc__.split())} | {expected} |")
with open(os.path.join(TARGET, "README.md"), "w", encoding="utf-8") as file:
    file.write("\n".join(lines) + "\n")
