"""Pictures of the manual: what the screen shows, in sixteen colours, and of what is printed the first sheet."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import Any

import numpy as np
import pypdfium2
from playwright.sync_api import Page

COLOURS, FLAT, BRIGHT = 16, 5, 6
"""So many colours a picture has; of these so many are its commonest, and so many neither grey nor near another."""
SHEET = 96 / 72
"""Printed sheets are drawn at 96 dots an inch."""
_DOTS = """async png => {
  const picture = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
  const canvas = document.createElement('canvas');
  canvas.width = picture.width; canvas.height = picture.height;
  const drawn = canvas.getContext('2d');
  drawn.drawImage(picture, 0, 0);
  const dots = drawn.getImageData(0, 0, canvas.width, canvas.height).data;
  const whole = await new Promise(done => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(new Blob([dots]));
  });
  return [picture.width, whole.split(',')[1]];
}"""
"""A browser knows how a picture is read; this house does not have to."""


def screen(darkroom: Page, png: bytes) -> bytes:
    """A small picture of a screen. `darkroom`: a blank page, in which what was taken is opened."""
    width, whole = darkroom.evaluate(_DOTS, base64.b64encode(png).decode())
    dots = np.frombuffer(base64.b64decode(whole), np.uint8).reshape(-1, width, 4)
    return small(dots[:, :, :3])


def first_sheet(pdf: bytes) -> bytes:
    """A small picture of the first sheet of what was printed."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        dots = document[0].render(scale=SHEET, rev_byteorder=True).to_numpy()[:, :, :3].copy()
    finally:
        document.close()
    return small(dots)


def small(dots: Any) -> bytes:
    """A PNG of dots (rows × columns × red, green, blue) with sixteen colours."""
    height, width = dots.shape[:2]
    wide = dots.astype(np.int32)
    codes = wide[:, :, 0] << 16 | wide[:, :, 1] << 8 | wide[:, :, 2]
    found, places, many = np.unique(codes, return_inverse=True, return_counts=True)
    colours = np.stack([found >> 16, found >> 8 & 255, found & 255], axis=1)
    kept = _kept(colours, many)
    nearest = np.square(colours[:, None, :] - kept[None, :, :]).sum(axis=2).argmin(axis=1).astype(np.uint8)
    rows = nearest[places.reshape(height, width)]
    if width % 2:
        rows = np.hstack([rows, rows[:, -1:]])
    packed = np.hstack([np.zeros((height, 1), np.uint8), rows[:, ::2] << 4 | rows[:, 1::2]])
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)),
        (b"PLTE", kept.astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(packed.tobytes(), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )


def _kept(colours: Any, many: Any) -> Any:
    """The colours of a picture: its commonest, the bright ones, and between them greys for the edges of letters."""
    order = np.argsort(-many, kind="stable")
    kept = [colours[at] for at in order[:FLAT]]
    bright = [at for at in order if colours[at].max() - colours[at].min() > 70]
    while len(kept) < FLAT + BRIGHT and bright:
        kept.append(colours[bright[0]])
        bright = [at for at in bright if np.square(colours[at] - kept[-1]).sum() > 45**2]
    inks = np.linspace(24, 240, COLOURS - len(kept)).astype(np.int32)
    return np.array([*kept, *(np.array([ink, ink, ink]) for ink in inks)])
