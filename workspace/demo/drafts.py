"""Drafts of the demo world's working group: one half written with what is said beside it, and one that was adopted."""

from __future__ import annotations

from django.db import transaction

from cms.accounts.models import User
from plugins.api.access import Actor
from plugins.api.actors import actor_for
from workspace.actions.decisions import answer_decision, call_decision, finish_decision
from workspace.actions.drafts import name_version, start_draft
from workspace.actions.remarks import Words, accept_suggestion, answer_comment, comment_on_draft, suggest
from workspace.demo.discussions import GROUP
from workspace.drafting.formats.markdown import document_of_markdown
from workspace.drafting.passages import Passage
from workspace.models import Answer, Draft, WorkingGroup

TITLE = "Empfehlung: Leer stehenden Wohnraum für Geflüchtete gewinnen"
TEXT = """\
# Worum es geht

In ländlichen Landkreisen stehen Wohnungen leer, während Geflüchtete über Jahre in Unterkünften bleiben. Viele \
Eigentümer:innen haben noch nie an Geflüchtete vermietet und kennen niemanden, den sie fragen können.

# Was wir empfehlen

1. Der Landkreis benennt **eine Telefonnummer**, die auch abends jemand abnimmt.
2. Die Gemeinden laden Eigentümer:innen einmal im Jahr ein, und wer schon vermietet, erzählt selbst davon.
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
FIRST = ("einmal im Jahr", "zweimal im Jahr", "Nach dem zweiten Abend kamen bei uns die meisten Wohnungen.")
VERSION = "Nach der vierten Sitzung"
COMMENT = ("eine Telefonnummer", "Bei uns sind es zwei Hausmeister im Wechsel. Sollten wir das als Beispiel nennen?")
ANSWER = "Ja, als Kasten unter den Empfehlungen."
DECIDED = "Kurzpapier: Einladung an Eigentümer:innen"
DECIDED_TEXT = """\
Sehr geehrte Eigentümerin, sehr geehrter Eigentümer,

wir laden Sie herzlich ein. **Zwei Menschen, die schon vermieten, erzählen von ihren Erfahrungen.** Danach beantworten \
wir Ihre Fragen: Wer zahlt die Miete? Wer kommt, wenn etwas kaputtgeht? Wer hilft beim Einzug?

Mit freundlichen Grüßen
"""
ABSTAINS = "Bei uns lädt die Bürgermeisterin selbst ein, mit eigenen Worten. Für die anderen ist der Text gut."
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
    found = (User.objects.filter(email=f"{name}@demo.example").first() for name in ("coordinator", "mentor", "member"))
    lead, adviser, writer = (actor_for(person) for person in found)
    if not all(actor.has(group.principal) for actor in (lead, adviser, writer)):
        return
    _half_written(group, lead, adviser)
    _adopted(group, lead, writer)


def _half_written(group: WorkingGroup, lead: Actor, adviser: Actor) -> None:
    draft = start_draft(group, title=TITLE, document=document_of_markdown(TEXT)[0], actor=lead)
    quote, replacement, reason = FIRST
    accept_suggestion(suggest(draft, Passage(quote), Words(replacement, reason), actor=adviser), actor=lead)
    name_version(draft, name=VERSION, actor=lead)
    quote, words = COMMENT
    comment = comment_on_draft(draft, words, passage=Passage(quote), actor=adviser)
    answer_comment(comment, ANSWER, actor=lead)
    for quote, replacement, reason in SUGGESTIONS:
        suggest(draft, Passage(quote), Words(replacement, reason), actor=adviser)


def _adopted(group: WorkingGroup, lead: Actor, writer: Actor) -> None:
    draft = start_draft(group, title=DECIDED, document=document_of_markdown(DECIDED_TEXT)[0], actor=writer)
    decision = call_decision(draft, days=7, actor=lead)
    answer_decision(decision, Answer.AGREE, actor=lead)
    answer_decision(decision, Answer.ABSTAIN, reason=ABSTAINS, actor=writer)
    finish_decision(decision, actor=lead)
