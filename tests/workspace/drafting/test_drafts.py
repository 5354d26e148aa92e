"""What those whose draft it is do with it, and who they are."""

from __future__ import annotations

import pytest
from pycrdt import Doc, XmlFragment

from cms.models import County
from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.models import Delivery
from plugins.api.outbox import dispatch_pending
from search.engine import SearchQuery
from search.finding import find
from tests.factories import join_group, make_draft, make_group
from workspace.actions.drafts import (
    change_draft_readers,
    close_draft,
    name_version,
    rename_draft,
    reopen_draft,
    restore_version,
    start_draft,
    tell_of_changed_texts,
)
from workspace.actions.places import change_role, remove_person
from workspace.drafting.document import FRAGMENT
from workspace.drafting.formats.markdown import document_of_markdown
from workspace.drafting.formats.shapes import plain_text
from workspace.drafting.store import NotWritable, append, load
from workspace.models import DraftReach, GroupMembership, GroupRole
from workspace.queries.drafts import draft_for, drafts_for, people_reading_draft, text_of, version_for, versions_of
from workspace.queries.readers import sign_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(group, coordinator):
    return make_draft(group, by=coordinator)


@pytest.fixture
def adviser(group, mentor):
    join_group(group, mentor, GroupRole.ADVISER)
    return mentor


def words(draft) -> str:
    return plain_text(text_of(draft))


def written(draft, by, markdown: str) -> None:
    """The text reads like this from now on, as if somebody had typed it."""
    append(draft.pk, [(by.pk, load(draft.pk)[0].write(document_of_markdown(markdown)[0]))])


def typed_before(draft, by, typed: str) -> None:
    """Somebody typed this at the beginning of the text."""
    text, _rows = load(draft.pk)
    document = Doc()
    document.apply_update(text.whole())
    paragraph = document.get(FRAGMENT, type=XmlFragment).children[0]
    paragraph.children[0].insert(0, typed)
    append(draft.pk, [(by.pk, document.get_update(text.state()))])


def test_a_group_begins_a_draft_and_all_of_it_read_it(group, coordinator, member, adviser, outsider, office):
    draft = start_draft(group, title="  Empfehlung   Wohnraum ", actor=actor_for(member))
    assert draft.title == "Empfehlung Wohnraum"
    for person in (coordinator, member, adviser):
        assert draft_for(actor_for(person), draft.pk) == draft
    for person in (outsider, office):
        with pytest.raises(Missing):
            draft_for(actor_for(person), draft.pk)
    assert set(people_reading_draft(group, draft.reach)) == {coordinator, member, adviser}


def test_a_county_begins_a_draft_for_itself_and_for_no_other(member, coordinator):
    auental, bergheide = County.objects.get(key="99001"), County.objects.get(key="99002")
    draft = start_draft(auental, title="Strategie", actor=actor_for(member))
    assert list(drafts_for(actor_for(member))) == [draft]
    assert not drafts_for(actor_for(coordinator))
    with pytest.raises(Refused):
        start_draft(bergheide, title="Strategie", actor=actor_for(member))


@pytest.mark.parametrize("who", ["outsider", "office", "guest", "applicant"])
def test_who_is_not_in_the_group_begins_none_in_it(group, who, request):
    with pytest.raises(Refused):
        start_draft(group, title="Empfehlung", actor=actor_for(request.getfixturevalue(who)))


def test_a_draft_needs_a_title(group, member, draft):
    with pytest.raises(Invalid):
        start_draft(group, title="  ", actor=actor_for(member))
    with pytest.raises(Invalid):
        rename_draft(draft, title="", actor=actor_for(member))
    assert rename_draft(draft, title="Anders", actor=actor_for(member)).title == "Anders"


def test_reading_commenting_suggesting_and_writing_are_apart(draft, member, adviser, outsider):
    may_do = {
        person.email.partition("@")[0]: [
            verb for verb in ("see", "comment", "suggest", "write", "decide") if may(actor_for(person), verb, draft)
        ]
        for person in (member, adviser, outsider)
    }
    assert may_do == {
        "member": ["see", "comment", "suggest", "write", "decide"],
        "mentor": ["see", "comment", "suggest"],
        "outsider": [],
    }


def test_who_writes_becomes_an_adviser_and_writes_no_more(group, draft, member, coordinator):
    assert may(actor_for(member), "write", draft)
    place = GroupMembership.objects.get(group=group, user=member)
    change_role(place, role=GroupRole.ADVISER, actor=actor_for(coordinator))
    assert not may(actor_for(member), "write", draft)
    remove_person(place, reason="Das Thema passt nicht.", actor=actor_for(coordinator))
    assert not may(actor_for(member), "see", draft)


def test_all_members_read_it_once_whoever_gains_was_shown(draft, coordinator, member, outsider, guest):
    lead = actor_for(coordinator)
    with pytest.raises(Refused):
        change_draft_readers(draft, DraftReach.MEMBERS, actor=actor_for(member))
    with pytest.raises(Invalid):
        change_draft_readers(draft, DraftReach.MEMBERS, actor=lead)
    gains = people_reading_draft(draft.owner, DraftReach.MEMBERS).exclude(
        pk__in=people_reading_draft(draft.owner, DraftReach.OWNERS).values("pk")
    )
    assert outsider in gains and guest not in gains
    opened = change_draft_readers(draft, DraftReach.MEMBERS, actor=lead, agreed_to=sign_of(gains))
    assert may(actor_for(outsider), "comment", opened) and not may(actor_for(outsider), "write", opened)
    assert not may(actor_for(guest), "see", opened)
    change_draft_readers(opened, DraftReach.OWNERS, actor=lead)
    with pytest.raises(Missing):
        draft_for(actor_for(outsider), draft.pk)


def test_versions_are_kept_restored_and_never_change(draft, member, coordinator):
    first = name_version(draft, name="  Erste   Fassung ", actor=actor_for(member))
    assert (first.number, first.name) == (2, "Erste Fassung")  # the first is what was brought in
    written(draft, coordinator, "Wir empfehlen zwei Telefonnummern.")
    second = name_version(draft, name="Zweite", actor=actor_for(member))
    assert second.digest != first.digest

    restored = restore_version(first, actor=actor_for(coordinator))
    assert words(draft) == "Wir empfehlen eine Telefonnummer."
    assert restored.digest == first.digest and restored.number > second.number
    kept = [version.name for version in versions_of(actor_for(member), draft)]
    assert kept == [
        "Wie Fassung 2",
        "Bevor Fassung 2 wiederhergestellt wurde",
        "Zweite",
        "Erste Fassung",
        "Wie eingelesen",
    ]
    before = version_for(actor_for(member), draft, restored.number - 1)
    assert "zwei Telefonnummern" in plain_text(before.content)


def test_a_version_knows_who_wrote_which_words(draft, coordinator, member):
    typed_before(draft, member, "Änderung: ")
    version = name_version(draft, name="Gemeinsam", actor=actor_for(member))
    rest = len("Wir empfehlen eine Telefonnummer.")
    assert version.authors == [[[len("Änderung: "), member.pk], [rest, coordinator.pk]]]


def test_a_closed_draft_takes_nothing_and_is_opened_again(draft, member, coordinator):
    with pytest.raises(Refused):
        close_draft(draft, actor=actor_for(member))
    closed = close_draft(draft, actor=actor_for(coordinator))
    for verb in ("write", "comment", "suggest", "rename"):
        assert not may(actor_for(coordinator), verb, closed)
    with pytest.raises(NotWritable):
        written(draft, member, "Doch noch etwas.")
    opened = reopen_draft(closed, actor=actor_for(coordinator))
    written(opened, member, "Doch noch etwas.")
    assert "Doch noch etwas." in words(opened)


def test_in_a_closed_group_drafts_are_only_read(group, draft, member):
    group.state = "closed"
    group.save()
    draft = draft_for(actor_for(member), draft.pk)
    for verb in ("write", "comment", "suggest", "close", "reopen"):
        assert not may(actor_for(member), verb, draft)


def test_a_word_typed_is_found_by_the_group_within_a_minute_and_by_nobody_else(
    draft, member, adviser, outsider, coordinator, index
):
    written(draft, member, "Der Bürgerbus fährt auch sonntags.")
    tell_of_changed_texts()
    while dispatch_pending():
        pass
    found = {
        person.email: [hit.url for hit in find(SearchQuery("Bürgerbus"), actor=actor_for(person)).hits]
        for person in (coordinator, member, adviser, outsider)
    }
    assert found.pop(outsider.email) == []
    assert set(map(tuple, found.values())) == {(draft.get_absolute_url(),)}


def test_what_was_written_is_told_once_and_then_no_more(draft, member):
    def tell() -> bool:
        """Whether somebody is to hear of it."""
        tell_of_changed_texts()
        told = Delivery.objects.exists()
        while dispatch_pending():
            pass
        return told

    tell()
    assert not tell()
    written(draft, member, "Neu.")
    assert tell() and not tell()


def test_drafts_of_a_group_and_of_a_county_stay_apart(group, member, coordinator, draft):
    own = make_draft(County.objects.get(key="99001"), "Strategie", by=member)
    other = make_draft(make_group("AG Bus", coordinator=coordinator), "Bus", by=coordinator)
    assert set(drafts_for(actor_for(member))) == {draft, own}
    assert set(drafts_for(actor_for(coordinator))) == {draft, other}
