#!/usr/bin/python3
"""Two PDFs by cairo. Needs pycairo 1.23 or later with cairo 1.16 or later."""
import os
import cairo

HERE = os.path.dirname(os.path.abspath(__file__))
WIDTH, HEIGHT = 419.53, 595.28  # A5


def text(context, x, y, size, words):
    context.set_font_size(size)
    context.move_to(x, y)
    context.show_text(words)


def tagged(context, tag, draw, attributes=""):
    context.tag_begin(tag, attributes)
    draw()
    context.tag_end(tag)


def report(path):
    """Tagged: headings, a table, a list, links to a named destination and to the web, destinations one page on."""
    surface = cairo.PDFSurface(path, WIDTH, HEIGHT)
    surface.set_metadata(cairo.PDFMetadata.TITLE, "Water levels")
    surface.set_metadata(cairo.PDFMetadata.AUTHOR, "River office")
    context = cairo.Context(surface)
    context.select_font_face("Lato")
    surface.set_page_label("W-1")
    chapter = surface.add_outline(cairo.PDF_OUTLINE_ROOT, "Water levels", "dest='levels'", cairo.PDFOutlineFlags.OPEN)
    surface.add_outline(chapter, "Stations", "dest='stations'", cairo.PDFOutlineFlags(0))
    context.tag_begin("Document", "")
    context.tag_begin("H1", "")
    tagged(context, cairo.TAG_DEST, lambda: text(context, 50, 70, 20, "Water levels"), "name='levels'")
    context.tag_end("H1")
    tagged(context, "P", lambda: text(context, 50, 100, 11, "Levels rose at two of three stations."))
    context.tag_begin("P", "")
    text(context, 50, 120, 11, "See ")
    tagged(context, cairo.TAG_LINK, lambda: text(context, 75, 120, 11, "the stations"), "dest='stations'")
    text(context, 140, 120, 11, " or ")
    tagged(context, cairo.TAG_LINK, lambda: text(context, 160, 120, 11, "example.org"), "uri='https://example.org/levels'")
    context.tag_end("P")
    context.tag_begin("L", "")
    for row, name in enumerate(["Upper station", "Lower station"]):
        context.tag_begin("LI", "")
        tagged(context, "Lbl", lambda: text(context, 50, 150 + 18 * row, 11, f"{row + 1}."))
        tagged(context, "LBody", lambda: text(context, 70, 150 + 18 * row, 11, name))
        context.tag_end("LI")
    context.tag_end("L")
    context.show_page()
    surface.set_page_label("W-2")
    surface.set_size(HEIGHT, WIDTH)
    context.tag_begin("H2", "")
    tagged(context, cairo.TAG_DEST, lambda: text(context, 50, 60, 16, "Stations"), "name='stations'")
    context.tag_end("H2")
    context.tag_begin("Table", "")
    for row, cells in enumerate([["Station", "Level"], ["Upper", "1.2 m"], ["Lower", "0.8 m"]]):
        context.tag_begin("TR", "")
        for column, cell in enumerate(cells):
            tag = "TH" if row == 0 or column == 0 else "TD"
            tagged(context, tag, lambda: text(context, 50 + 120 * column, 90 + 20 * row, 11, cell))
        context.tag_end("TR")
    context.tag_end("Table")
    context.tag_end("Document")
    context.show_page()
    surface.finish()


def drawing(path):
    """Untagged, with a half-transparent group and a gradient; sizes differ from page to page."""
    surface = cairo.PDFSurface(path, 842, 595)
    context = cairo.Context(surface)
    context.select_font_face("Lato")
    gradient = cairo.LinearGradient(0, 0, 842, 0)
    gradient.add_color_stop_rgb(0, 0.1, 0.2, 0.4)
    gradient.add_color_stop_rgb(1, 0.9, 0.8, 0.5)
    context.set_source(gradient)
    context.rectangle(60, 80, 700, 420)
    context.fill()
    context.push_group()
    context.set_source_rgb(1, 0, 0)
    context.arc(420, 290, 120, 0, 6.3)
    context.fill()
    context.pop_group_to_source()
    context.paint_with_alpha(0.4)
    context.set_source_rgb(0, 0, 0)
    text(context, 60, 50, 16, "Plan of the gauge")
    context.show_page()
    surface.set_size(283.46, 283.46)
    text(context, 30, 60, 12, "A square of 10 cm")
    context.show_page()
    surface.finish()


report(os.path.join(HERE, "..", "cairo-tagged.pdf"))
drawing(os.path.join(HERE, "..", "cairo-transparency.pdf"))
