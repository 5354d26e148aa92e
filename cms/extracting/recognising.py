"""What a file is, by its content."""

from __future__ import annotations

import io
import zipfile

from cms.extracting.limits import MOST_PARTS, MOST_UNPACKED_BYTES
from cms.extracting.outcome import Failure, Unreadable

OFFICE_FOLDERS = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Beginning of Office files from before 2007, and of newer ones that a password protects."""
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
PDF_STARTS_WITHIN = 1024
MARKUP = (b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script", b"<head", b"<body")


def format_of(content: bytes) -> str:
    """`pdf`, `docx`, `xlsx`, `pptx`, `odt` or `plain`. Raises Unreadable for everything else."""
    if b"%PDF-" in content[:PDF_STARTS_WITHIN]:
        return "pdf"
    if content.startswith(b"PK"):
        return _office_format(content)
    if content.startswith(OLD_OFFICE):
        raise Unreadable(Failure.PROTECTED if ENCRYPTED_PACKAGE in content else Failure.UNKNOWN)
    if _is_plain(content[:8192]):
        return "plain"
    raise Unreadable(Failure.UNKNOWN)


def _office_format(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
                raise Unreadable(Failure.TOO_MUCH)
            if any(part.flag_bits & 1 for part in parts):
                raise Unreadable(Failure.PROTECTED)
            names = [part.filename for part in parts]
            if "mimetype" in names:
                return _open_document_format(package)
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise Unreadable(Failure.DAMAGED) from error
    if "[Content_Types].xml" in names:
        for format_name, folder in OFFICE_FOLDERS.items():
            if any(name.startswith(folder) for name in names):
                return format_name
    raise Unreadable(Failure.UNKNOWN)


def _open_document_format(package: zipfile.ZipFile) -> str:
    with package.open("mimetype") as kind:
        if kind.read(len(OPEN_DOCUMENT) + 1).strip() != OPEN_DOCUMENT:
            raise Unreadable(Failure.UNKNOWN)
    if "META-INF/manifest.xml" in package.namelist():
        with package.open("META-INF/manifest.xml") as manifest:
            if b"encryption-data" in manifest.read(MOST_UNPACKED_BYTES):
                raise Unreadable(Failure.PROTECTED)
    return "odt"


def _is_plain(start: bytes) -> bool:
    visible = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if visible.startswith(MARKUP):
        return False
    controls = sum((byte < 32 or byte == 127) and byte not in b"\t\n\r\f\x1b" for byte in start)
    return controls == 0
