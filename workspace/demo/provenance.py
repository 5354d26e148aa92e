"""What a recommendation of the demo world grew out of: a challenge, a closed group, a consultation, a decision.

All of it lies in the past, so it is stored as it was, and nobody is told of it as news.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from cms.accounts.models import User
from cms.models import County, Entry
from plugins.api.actors import actor_for
from plugins.api.outbox import announce
from workspace.actions.posts import add_post
from workspace.drafting.digests import digest_of
from workspace.drafting.formats.markdown import document_of_markdown
from workspace.drafting.formats.shapes import checked
from workspace.facts import DiscussionChanged, GroupChanged
from workspace.models import (
    Answer,
    Challenge,
    Consultation,
    Contribution,
    ContributionOutcome,
    Decision,
    DecisionOutcome,
    Discussion,
    DiscussionReach,
    Draft,
    DraftState,
    DraftText,
    DraftVersion,
    GroupMembership,
    GroupRole,
    GroupState,
    Post,
    Publication,
    PublicationState,
    Voice,
    WorkingGroup,
)

ENTRY = "kosten-der-sprachmittlung"
GROUP = "AG Sprachmittlung"
MANDATE = (
    "Die Arbeitsgruppe vergleicht bis Sommer 2026, was Sprachmittlung in ländlichen Landkreisen kostet und wer sie "
    "bezahlt, und schlägt allen Landkreisen eine Aufteilung vor."
)
QUESTION = "Wer bezahlt die Sprachmittlung beim Arzt?"
WORDS = (
    "Bei uns zahlt der Landkreis, obwohl er dafür nicht zuständig ist, und im Herbst ist das Geld alle. Wie haben Sie "
    "das mit Jobcenter, Kassen und Kliniken geregelt?"
)
VERSIONS = (
    ("Nach dem Vergleich der Landkreise", "# Empfehlung\n\nJede Stelle zahlt für ihre eigenen Gespräche."),
    (
        "Nach der Konsultation",
        "# Empfehlung\n\nJede Stelle zahlt für ihre eigenen Gespräche. Für Notfälle gibt es einen gemeinsamen Topf.\n\n"
        "# Wer was trägt\n\n- Jobcenter: Beratung und Vermittlung\n- Kliniken: Aufklärung und Entlassung\n"
        "- Landkreis: den Topf für Notfälle",
    ),
)
SAID = (
    ("outsider", "Nachts erreichen wir niemanden, der zusagt. Bitte sagen, wer dann zahlt.", "taken_up", "Der Topf."),
    ("coordinator", "Die Kassen fehlen.", "not_taken_up", "Sie haben abgelehnt; das steht im Anhang."),
)
OBJECTS = "Der gemeinsame Topf verschiebt die Frage nur auf das nächste Jahr."


@transaction.atomic
def load() -> None:
    """Once, where there is the recommendation and nothing is known of what it grew out of."""
    entry = Entry.objects.filter(slug=ENTRY).first()
    if entry is None or Publication.objects.exists() or not WorkingGroup.objects.exists():
        return
    names = ("mentor", "coordinator", "member", "outsider")
    people = {name: User.objects.get(email=f"{name}@demo.example") for name in names}
    published = entry.first_published_at
    assert published is not None
    challenge = _challenge(people["outsider"], published - timedelta(days=240))
    group = _group(people, published)
    _recommendation(entry, group, challenge, people, published)


def _challenge(author: User, at: datetime) -> Challenge:
    discussion = Discussion.objects.create(title=QUESTION, reach=DiscussionReach.MEMBERS, author=author)
    challenge = Challenge.objects.create(discussion=discussion)
    add_post(discussion, WORDS, actor_for(author))
    Post.objects.filter(discussion=discussion).update(created_at=at)
    Discussion.objects.filter(pk=discussion.pk).update(created_at=at, last_post_at=at)
    announce(DiscussionChanged(discussion.pk))
    return challenge


def _group(people: dict[str, User], published: datetime) -> WorkingGroup:
    began, ended = published - timedelta(days=210), published + timedelta(days=30)
    group = WorkingGroup.objects.create(
        title=GROUP,
        slug="ag-sprachmittlung",
        question="Was kostet Sprachmittlung, und wer bezahlt sie?",
        expected_result="Eine Empfehlung an alle Landkreise.",
        mandate=MANDATE,
        mandate_recorded_at=began,
        state=GroupState.CLOSED,
        proposed_at=began,
        founded_at=began,
        closed_at=ended,
        active_at=ended,
    )
    for name, role in (("mentor", GroupRole.COORDINATOR), ("coordinator", GroupRole.WRITER)):
        GroupMembership.objects.create(
            group=group, user=people[name], county=_county(people[name]), role=role, joined_at=began, left_at=ended
        )
    announce(GroupChanged(group.pk))
    return group


def _recommendation(
    entry: Entry, group: WorkingGroup, challenge: Challenge, people: dict[str, User], published: datetime
) -> None:
    mentor, days = people["mentor"], {name: published - timedelta(days=n) for name, n in _DAYS.items()}
    draft = Draft.objects.create(
        title=entry.title,
        group=group,
        author=mentor,
        state=DraftState.PUBLISHED,
        created_at=days["begun"],
        updated_at=published,
    )
    draft.challenges.add(challenge)
    DraftText.objects.create(draft=draft, told_at=published)
    first, last = (_version(draft, number, mentor, days[f"version {number}"]) for number in (1, 2))
    _consultation(first, people, days["asked"])
    decision = _decision(last, people, days["decided"])
    Publication.objects.create(
        draft=draft,
        version=last,
        decision=decision,
        entry=entry,
        state=PublicationState.PUBLISHED,
        submitted_by=mentor,
        submitted_at=days["decided"],
        ended_by=mentor,
        ended_at=published,
    )


_DAYS = {"begun": 180, "version 1": 90, "asked": 85, "version 2": 40, "decided": 30}
"""Before the publication."""


def _version(draft: Draft, number: int, by: User, at: datetime) -> DraftVersion:
    name, text = VERSIONS[number - 1]
    content = checked(document_of_markdown(text)[0])
    digest = digest_of(draft.title, content)
    return DraftVersion.objects.create(
        draft=draft, number=number, name=name, content=content, digest=digest, saved_by=by, saved_at=at
    )


def _consultation(version: DraftVersion, people: dict[str, User], at: datetime) -> None:
    end = at + timedelta(days=21)
    asked = Consultation.objects.create(
        draft=version.draft,
        version=version,
        title=version.draft.title,
        opened_by=people["mentor"],
        opened_at=at,
        ends_at=end,
        ended_at=end,
    )
    for number, (name, text, outcome, answer) in enumerate(SAID, 3):
        Contribution.objects.create(
            consultation=asked,
            author=people[name],
            county=_county(people[name]),
            text=text,
            created_at=at + timedelta(days=number),
            outcome=ContributionOutcome(outcome),
            answer=answer,
            answered_by=people["mentor"],
            answered_at=end + timedelta(days=number),
        )


def _decision(version: DraftVersion, people: dict[str, User], at: datetime) -> Decision:
    decision = Decision.objects.create(
        draft=version.draft,
        version=version,
        quorum=2,
        called_by=people["mentor"],
        called_at=at - timedelta(days=7),
        ends_at=at,
        outcome=DecisionOutcome.ADOPTED,
        ended_at=at,
    )
    for name, answer, reason in (
        ("mentor", Answer.AGREE, ""),
        ("member", Answer.AGREE, ""),
        ("coordinator", Answer.OBJECT, OBJECTS),
    ):
        Voice.objects.create(
            decision=decision,
            person=people[name],
            county=_county(people[name]),
            answer=answer,
            reason=reason,
            answered_at=at - timedelta(days=2),
        )
    return decision


def _county(person: User) -> County | None:
    """For which somebody sits."""
    return County.objects.filter(key__in=actor_for(person).keys("county")).first()
