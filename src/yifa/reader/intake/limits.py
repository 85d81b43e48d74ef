"""How much of a file is looked at: bounds that keep a broken or hostile file from holding up the others.

Each is far above what a published report needs; a file beyond one is refused with its reason, never cut short.
"""

from __future__ import annotations

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes of a file."""

LARGEST_UNPACKED = 300 * 1024 * 1024
"""Bytes of all members of a .docx or .ofd together, unpacked."""

LARGEST_RATIO = 200
"""How many times larger a member may become when unpacked, once it is larger than `RATIO_MATTERS_FROM`."""

RATIO_MATTERS_FROM = 8 * 1024 * 1024
"""Bytes; smaller members may be packed as tightly as they like (empty tables pack well)."""

LARGEST_PART = 48 * 1024 * 1024
"""Bytes of one member that is read as XML or as a Word stream."""

MOST_MEMBERS = 20_000
"""Members of a .docx or .ofd."""

MOST_PAGES = 3_000
"""Pages of a .pdf or .ofd."""

LONGEST_TEXT = 5_000_000
"""Characters taken out of one file."""

MOST_TAGS = 1_000_000
"""Tags of one web page or one XML part."""

DEEPEST_NESTING = 200
"""Tables in tables, groups in groups."""

PDF_SECONDS = 120
"""Time in which a PDF must be read."""

PDF_MEMORY = 3 * 1024 * 1024 * 1024
"""Bytes of address space that reading a PDF may take, where the system can bound it."""

OFFICE_SECONDS = 120
"""Time in which LibreOffice must have converted a file."""

MOST_DAMAGE = 5_000
"""Damaged places listed one by one; what is beyond is told in a single entry."""
