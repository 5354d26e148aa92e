"""Files and pictures that hang on posts: brought without a script, read by whoever reads the post, gone with it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid
from plugins.api.outbox import dispatch_pending
from search.engine import SearchQuery
from search.engines import engine
from search.finding import find
from tests.factories import join_group, make_attachment, make_discussion, make_group, make_photo, make_upload
from workspace.actions.attachments import attach
from workspace.actions.discussions import change_readers
from workspace.actions.posts import delete_post, edit_post, write_post
from workspace.actions.stored_files import forget_waiting_files
from workspace.models import Post, StoredFile
from workspace.queries.readers import sign_of, who_gains

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(coordinator, member):
    group = make_group(coordinator=coordinator)
    join_group(group, member)
    return group


@pytest.fixture
def discussion(group, member):
    return make_discussion(by=member, group=group)


def post_with(discussion, by, *attachments):
    return write_post(discussion, "Im Anhang.", actor=actor_for(by), attachments=attachments)


def test_files_come_with_the_post_in_one_step(discussion, member, coordinator, as_client):
    here = discussion.get_absolute_url()
    as_client(member).post(here, {"text": "Anbei.", "file": [make_upload(name="a.txt"), make_upload(name="b.txt")]})
    post = discussion.posts.last()
    assert [stored.name for stored in post.attachments.all()] == ["a.txt", "b.txt"]
    page = as_client(coordinator).get(here).content.decode()
    address = post.attachments.first().get_absolute_url()
    assert f'<a href="{address}" download>' in page
    assert as_client(coordinator).get(address).status_code == 200


def test_a_picture_asks_what_it_shows_and_nothing_is_lost_meanwhile(discussion, member, as_client):
    client, here = as_client(member), discussion.get_absolute_url()
    page = client.post(here, {"text": "Der Ortstermin.", "file": [make_photo(), make_upload()]}).content.decode()
    assert discussion.posts.count() == 1
    assert "Der Ortstermin.</textarea>" in page
    assert "Sagen Sie bei jedem Bild in wenigen Worten, was es zeigt." in page
    picture, other = StoredFile.objects.order_by("pk")
    assert all(f'name="kept" value="{stored.pk}"' in page for stored in (picture, other))
    sent = {"text": "Der Ortstermin.", "kept": [picture.pk, other.pk], f"alt-{picture.pk}": "Ein leeres Haus am Markt"}
    client.post(here, sent)
    assert list(discussion.posts.last().attachments.all()) == [picture, other]
    page = client.get(here).content.decode()
    assert f'src="{picture.small_url}" alt="Ein leeres Haus am Markt"' in page


def test_without_words_the_files_stay_in_the_form(discussion, member, as_client):
    page = as_client(member).post(discussion.get_absolute_url(), {"text": "", "file": [make_upload()]}).content.decode()
    assert 'name="kept"' in page
    assert "Bitte schreiben Sie zuerst etwas." in page


def test_what_is_not_taken_is_named_and_the_rest_stays(discussion, member, as_client):
    sent = {"text": "Anbei.", "file": [make_upload(), make_upload("x", "lauf.exe")]}
    page = as_client(member).post(discussion.get_absolute_url(), sent).content.decode()
    assert "„lauf.exe“" in page
    assert page.count('name="kept"') == 1
    assert discussion.posts.count() == 1


def test_what_was_kept_can_be_left_out(discussion, member, as_client):
    stored = make_attachment(by=member).stored
    sent = {"text": "Doch ohne.", "kept": [stored.pk], f"drop-{stored.pk}": "on"}
    as_client(member).post(discussion.get_absolute_url(), sent)
    assert not discussion.posts.last().attachments.exists()
    assert not StoredFile.objects.exists()


def test_six_are_too_many(discussion, member, as_client):
    kept = [make_attachment(by=member).stored.pk for _number in range(4)]
    sent = {"text": "Anbei.", "kept": kept, "file": [make_upload(), make_upload()]}
    page = as_client(member).post(discussion.get_absolute_url(), sent).content.decode()
    assert "höchstens 5 Dateien" in page
    assert page.count('name="kept"') == 5


def test_nobody_attaches_what_others_brought(discussion, member, coordinator, as_client):
    """Neither what waits nor what hangs on another post."""
    waiting = make_attachment(by=coordinator).stored
    hanging = post_with(discussion, coordinator, make_attachment(by=coordinator)).attachments.get()
    sent = {"text": "Meins.", "kept": [waiting.pk, hanging.pk]}
    as_client(member).post(discussion.get_absolute_url(), sent)
    assert not discussion.posts.last().attachments.exists()
    with pytest.raises(Invalid):
        attach(discussion.posts.last(), [make_attachment(by=coordinator)], actor=actor_for(member))


def test_a_discussion_begins_with_files(member, as_client):
    sent = {"title": "Muster", "text": "Anbei.", "audience": "members", "quotable": "no", "file": [make_upload()]}
    as_client(member).post("/diskussionen/neu/", sent)
    assert Post.objects.get().attachments.get().name == "protokoll.txt"


def test_editing_takes_away_adds_and_says_so(discussion, member, as_client):
    post = post_with(discussion, member, make_attachment(by=member, name="alt.txt"))
    stored = post.attachments.get()
    client, here = as_client(member), f"/diskussionen/beitraege/{post.pk}/bearbeiten/"
    assert f'name="kept" value="{stored.pk}"' in client.get(here).content.decode()
    client.post(here, {"text": post.text, "kept": [stored.pk]})
    post.refresh_from_db()
    assert post.edited_at is None
    client.post(here, {"text": post.text, "kept": [stored.pk], f"drop-{stored.pk}": "on", "file": [make_upload()]})
    post.refresh_from_db()
    assert [stored.name for stored in post.attachments.all()] == ["protokoll.txt"]
    assert post.edited_at
    edit_post(post, "Andere Worte", actor=actor_for(member))
    assert post.attachments.count() == 1


def test_with_the_post_its_files_go(discussion, member, as_client, django_capture_on_commit_callbacks):
    post = post_with(discussion, member, make_attachment(by=member))
    stored = post.attachments.get()
    with django_capture_on_commit_callbacks(execute=True):
        delete_post(post, actor=actor_for(member))
    assert not StoredFile.objects.exists()
    assert not default_storage.exists(stored.path)
    assert as_client(member).get(stored.get_absolute_url()).status_code == 404


def test_between_named_persons_only_they_read_it(people, as_client):
    discussion = make_discussion(by=people["member"], persons=[people["mentor"]])
    stored = post_with(discussion, people["member"], make_attachment(by=people["member"])).attachments.get()
    readers = {
        name for name, person in people.items() if as_client(person).get(stored.get_absolute_url()).status_code == 200
    }
    assert readers == {"member", "mentor"}


def test_what_waits_is_read_by_whoever_brought_it_and_forgotten_after_a_day(people, as_client):
    stored = make_attachment(by=people["member"]).stored
    readers = {
        name for name, person in people.items() if as_client(person).get(stored.get_absolute_url()).status_code == 200
    }
    assert readers == {"member"}
    forget_waiting_files()
    assert StoredFile.objects.exists()
    StoredFile.objects.update(uploaded_at=timezone.now() - timedelta(days=2))
    forget_waiting_files()
    assert not StoredFile.objects.exists()


def test_what_stands_in_it_is_found_by_the_readers_of_the_post(people, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    with engine().rebuild():
        pass

    def finders(words: str) -> set[str]:
        while dispatch_pending():
            pass
        return {name for name, who in people.items() if find(SearchQuery(words, exact=True), actor=actor_for(who)).hits}

    member = people["member"]
    group = make_group(coordinator=people["coordinator"])
    join_group(group, member)
    discussion = make_discussion(by=member, group=group)
    waiting = make_attachment("Haubentaucher", by=member)
    assert finders("Haubentaucher") == set()
    post = post_with(discussion, member, waiting, make_attachment(make_photo(), by=member, alt="Zebrastreifen"))
    for word in ("Haubentaucher", "Zebrastreifen"):
        assert finders(word) == {"member", "coordinator", "admin"}
    sign = sign_of(who_gains(discussion, "members", None, []))
    change_readers(discussion, reach="members", agreed_to=sign, actor=actor_for(member))
    assert "outsider" in finders("Haubentaucher")
    delete_post(post, actor=actor_for(member))
    assert finders("Haubentaucher") == set()
    engine().close()


def test_programs_read_what_hangs_on_a_post(discussion, member, coordinator, api):
    post_with(discussion, member, make_attachment(make_photo(), by=member, alt="Ein leeres Haus"))
    (_first, item) = api(coordinator).json(f"discussions/{discussion.pk}/posts/")["results"]
    (hanging,) = item["attachments"]
    assert (hanging["name"], hanging["content_type"], hanging["alt"]) == (
        "ortstermin.jpg",
        "image/jpeg",
        "Ein leeres Haus",
    )
