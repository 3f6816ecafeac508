"""HTML with exact places: an own scanner, since no library tells where text stands and gets the text right too."""

from termlint.reading.html.document import html_blocks, read_html
from termlint.reading.html.parts import HtmlPart, OpenEnd, html_parts

__all__ = ["HtmlPart", "OpenEnd", "html_blocks", "html_parts", "read_html"]
