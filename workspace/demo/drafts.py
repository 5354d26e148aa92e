"""A draft of the demo world's working group: half written, with a version, a comment and two suggestions."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from cms.accounts.models import User
from plugins.api.actors import actor_for
from workspace.actions.drafts import name_version, start_draft
from workspace.actions.remarks import Words, answer_comment, comment_on_draft, suggest
from workspace.demo.discussions import GROUP
from workspace.drafting.formats.markdown import document_of_markdown
from workspace.drafting.passages import Passage
from workspace.models import Draft, WorkingGroup

TITLE = "Empfehlung: Leer stehenden Wohnraum für Geflüchtete gewinnen"
TEXT = """\
# Worum es geht

In ländlichen Landkreisen stehen Wohnungen leer, während Geflüchtete über Jahre in Unterkünften bleiben. Viele \
Eigentümer:innen haben noch nie an Geflüchtete vermietet und kennen niemanden, den sie fragen können.

# Was wir empfehlen

1. Der Landkreis benennt **eine Telefonnummer**, die auch abends jemand abnimmt.
2. Die Gemeinden laden Eigentümer:innen zweimal im Jahr ein, und wer schon vermietet, erzählt selbst davon.
3. Das Jobcenter sagt innerhalb von fünf Arbeitstagen, ob es die Miete trägt.

# Was es kostet

| Aufgabe | Stellenanteil | Wer zahlt |
| --- | --- | --- |
| Telefon am Abend | 0,2 | Landkreis |
| Treffen mit Eigentümer:innen | 0,1 | Gemeinden |

Die Bereitschaftszulage für das Telefon beträgt etwa 3.500 Euro im Jahr.

# Was wir noch nicht wissen

Ob sich der Aufwand in Gemeinden unter 2.000 Einwohner:innen lohnt, haben wir nicht herausgefunden.
"""
VERSION = "Nach der vierten Sitzung"
COMMENT = ("eine Telefonnummer", "Bei uns sind es zwei Hausmeister im Wechsel. Sollten wir das als Beispiel nennen?")
ANSWER = "Ja, als Kasten unter den Empfehlungen."
SUGGESTIONS = (
    ("fünf Arbeitstagen", "zehn Arbeitstagen", "Fünf schafft unser Jobcenter in der Ferienzeit nicht."),
    ("etwa 3.500 Euro", "etwa 4.200 Euro", "Mit den Feiertagen, Stand dieses Jahr."),
)


@transaction.atomic
def load() -> None:
    """Once, while the group has no drafts."""
    group = WorkingGroup.objects.filter(title=GROUP).first()
    if group is None or Draft.objects.filter(group=group).exists():
        return
    people = {name: User.objects.filter(email=f"{name}@demo.example").first() for name in ("coordinator", "mentor")}
    lead, adviser = actor_for(people["coordinator"]), actor_for(people["mentor"])
    if not (lead.has(group.principal) and adviser.has(group.principal)):
        return
    document: dict[str, Any] = document_of_markdown(TEXT)[0]
    draft = start_draft(group, title=TITLE, document=document, actor=lead)
    name_version(draft, name=VERSION, actor=lead)
    quote, words = COMMENT
    comment = comment_on_draft(draft, words, passage=Passage(quote), actor=adviser)
    answer_comment(comment, ANSWER, actor=lead)
    for quote, replacement, reason in SUGGESTIONS:
        suggest(draft, Passage(quote), Words(replacement, reason), actor=adviser)
