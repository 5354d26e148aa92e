"""One import from its files to its report. Each line and each document is a transaction: what is in is whole, whatever
happens next.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DatabaseError, OperationalError
from django.utils.translation import gettext as _

from cms.actions.imports import SourceText, import_entry
from cms.importing.bodies import blocks_from_html, left_out_of
from cms.importing.documents import LARGEST_DOCUMENT, NotReadable
from cms.importing.files import Found, RawLine, Source, lines_of
from cms.importing.json_lines import NotUnderstood
from cms.importing.lines import Line, understand
from cms.importing.report import Report
from cms.importing.taking_in import Taken, key_of_file, take_in
from cms.models import County
from plugins.api.access import SYSTEM
from plugins.api.errors import Refused

logger = logging.getLogger(__name__)


class Import:
    """Takes in lines and documents and keeps the report."""

    def __init__(self) -> None:
        self.report = Report()
        self.counties = {county.key: county for county in County.objects.all()}
        self.seen: dict[str, RawLine] = {}
        """Key -> where it stood first."""
        self.documents: dict[str, Path] = {}
        """Key -> the document that came first."""
        self.shown: set[Path] = set()
        """Pictures of folders that a document shows."""

    def run(self, found: Found, advance: Callable[[], object]) -> Report:
        """Import everything and call `advance` after each piece. What interrupts it is a sentence of the report."""
        self.report.not_imported += found.problems
        try:
            for source in found.sources:
                self._read(source, advance)
        except KeyboardInterrupt:
            self._interrupt(_("Stopped."))
        except OSError as error:
            self._interrupt(_("The import cannot go on: %s.") % (error.strerror or error))
        except OperationalError as error:
            self._interrupt(_("The database cannot go on: %s.") % str(error).strip().rstrip("."))
        else:
            self._name_pictures_nobody_shows(found.pictures)
        return self.report

    def _read(self, source: Source, advance: Callable[[], object]) -> None:
        if source.holds_lines:
            for raw in lines_of(source):
                self.take(raw)
                advance()
        else:
            self.take_document(source)
            advance()

    def take(self, raw: RawLine) -> None:
        """Import one line, or say why not."""
        with self._named(raw):
            line = understand(raw.content)
            source = self._source_text(raw, line)
            self.report.counts[import_entry(source, actor=SYSTEM)] += 1
            self._note(raw, line)

    def take_document(self, source: Source) -> None:
        """Bring in one document as a draft, or say why not."""
        with self._named(source):
            with source.path.open("rb") as file:
                content = file.read(LARGEST_DOCUMENT + 1)
            key = key_of_file(source.name)
            first = self.documents.setdefault(key, source.path)
            if first is not source.path:
                sentence = _("%s has the same name and came first. Import the folder above both instead.")
                raise NotReadable(sentence % first)
            taken = take_in(source.name, content, key=key, actor=SYSTEM, folder=source.path.parent)
            self.shown.update(taken.beside)
            self.report.counts[taken.outcome] += 1
            self._note_document(taken)

    @contextmanager
    def _named(self, place: RawLine | Source) -> Iterator[None]:
        """What goes wrong with one piece is said beside its name, and the next one is taken."""
        try:
            yield
        except (NotUnderstood, NotReadable) as error:
            self._leave(place, str(error))
        except Refused as refusal:
            self._leave(place, _("%(why)s It was left alone.") % {"why": refusal.reason})
        except ValidationError as error:
            self._leave(place, " ".join(error.messages))
        except OperationalError:
            raise
        except DatabaseError:
            logger.exception("The database refused %s", place)
            self._leave(place, _("The database refused it; the log says why."))

    def _source_text(self, raw: RawLine, line: Line) -> SourceText:
        county = self.counties.get(line.county)
        return SourceText(
            external_key=self._key(raw, line),
            digest=line.digest(county.key if county else ""),
            kind=line.kind,
            title=line.title,
            summary=line.summary,
            body=tuple(blocks_from_html(line.body_html)),
            confidentiality=line.audience,
            topics=line.topics,
            tags=line.tags,
            county=county,
            author_name=line.author,
            published_at=line.published_at,
        )

    def _key(self, raw: RawLine, line: Line) -> str:
        """The line's key. One without gets a key that the next run finds again: its file, and what names the text."""
        if line.external_key:
            first = self.seen.setdefault(line.external_key, raw)
            if first is not raw:
                raise NotUnderstood(
                    _("The key “%(key)s” stands in this import before: %(place)s.")
                    % {"key": line.external_key, "place": first}
                )
            return line.external_key
        named = hashlib.sha256(f"{line.kind} {line.title} {line.county}".encode()).hexdigest()[:16]
        key = stem = f"{raw.source.path.name[:150]}#{named}"
        number = 1
        while key in self.seen:
            number += 1
            key = f"{stem}-{number}"
        self.seen[key] = raw
        return key

    def _note(self, raw: RawLine, line: Line) -> None:
        self.report.left_out += [f"{raw}: {sentence}" for sentence in line.left_out]
        if line.county and line.county not in self.counties:
            sentence = _("There is no county with the key “%s”; it was left out.") % line.county[:50]
            self.report.left_out.append(f"{raw}: {sentence}")
        if elements := left_out_of(line.body_html):
            sentence = _("Taken out of the text: %s.") % ", ".join(elements)
            self.report.remarks.append(f"{raw}: {sentence}")

    def _note_document(self, taken: Taken) -> None:
        self.report.remarks += [f"{taken.name}: {sentence}" for sentence in taken.remarks]
        if taken.proposals and taken.entry is not None:
            filed = "; ".join(f"{what}: {how}" for what, how in taken.proposals[:2])
            self.report.drafts.append(f"{taken.name}: “{taken.entry.title}” ({filed})")

    def _name_pictures_nobody_shows(self, pictures: Iterable[Source]) -> None:
        for source in pictures:
            if source.path.resolve() not in self.shown:
                self._leave(source, _("No document shows this picture."))

    def _leave(self, place: RawLine | Source, sentence: str) -> None:
        self.report.not_imported.append(f"{place}: {sentence}")

    def _interrupt(self, sentence: str) -> None:
        the_way_on = _("What was imported until then is whole; the same command goes on from there.")
        self.report.interruption = f"{sentence} {the_way_on}"
