"""A small world with several objects of every model that has a policy, each in another state."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import Any

from allauth.idp.oidc.models import Client
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import Group
from django.db.models import Model
from django.utils import timezone
from wagtail.models import APIToken, Page

from cms.accounts.models import FeedAddress, FrontEndAccess, User
from cms.actions.confirming import withdraw_confirmation
from cms.actions.entries import edit_entry, publish_entry, unpublish_entry, withdraw_release
from cms.models import (
    BarrierReport,
    Confirmation,
    County,
    Entry,
    File,
    HomePage,
    KnowledgeIndex,
    Picture,
    Projection,
    Publication,
    StandardPage,
    Topic,
    Webhook,
    WebhookDelivery,
)
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.membership.models import GuestMandate, MemberProfile, Seat
from search.models import SavedSearch
from tests.contracts.consulting import consult_members
from tests.contracts.events import EVENT_MODELS, add_events
from tests.contracts.handed_in import hand_texts_in
from tests.contracts.hooks import hook_up
from tests.contracts.members import MEMBER_MODELS, add_members
from tests.contracts.published import publish_drafts
from tests.contracts.searching import SEARCH_MODELS, tune_the_search
from tests.contracts.switched import SWITCH_MODELS, say_something_about_plugins
from tests.contracts.told import tell
from tests.factories import (
    answered_by,
    ask_member,
    join_group,
    make_attachment,
    make_challenge,
    make_county,
    make_discussion,
    make_draft,
    make_entry,
    make_feed_address,
    make_file,
    make_group,
    make_picture,
    make_token,
    make_topic,
    make_upload,
    put_down,
    sign_on,
)
from workspace.actions.attachments import attach
from workspace.actions.challenges import withdraw_challenge
from workspace.actions.decisions import answer_decision, call_decision, finish_decision
from workspace.actions.drafts import close_draft
from workspace.actions.files import remove_file, replace_file
from workspace.actions.remarks import Words, answer_comment, comment_on_draft, decline_suggestion, suggest
from workspace.actions.tasks import add_task, finish_task
from workspace.drafting.passages import Passage
from workspace.models import (
    Admission,
    Challenge,
    ChallengeRequest,
    Consultation,
    Contribution,
    Decision,
    Discussion,
    DiscussionReading,
    Draft,
    DraftComment,
    DraftOrigin,
    DraftSuggestion,
    Follow,
    GroupFile,
    GroupMembership,
    GroupRole,
    GroupState,
    GroupVisibility,
    MailState,
    Notification,
    NotificationChoice,
    PastVisibility,
    Post,
    PostReport,
    QuoteRequest,
    StoredFile,
    Task,
    TopicFollow,
    WorkingGroup,
)
from workspace.models import Publication as DraftPublication


class World:
    """Names things, so that tests can say who sees which."""

    def __init__(self, people: dict[str, User | None]) -> None:
        self.people = people
        self.topics = self._topics()
        self.media = self._media()
        self.entries = self._entries()
        self._pages()
        self._confirmations()
        self._groups()
        self._discussions()
        self._drafts()
        publish_drafts(self.people)
        BarrierReport.objects.create(description="Ohne Adresse")
        BarrierReport.objects.create(description="Mit Adresse", email="member@example.org")
        MemberProfile.objects.filter(person=people["outsider"]).update(is_listed=False)
        MemberProfile.objects.get_or_create(person=people["former_member"])
        tune_the_search()
        say_something_about_plugins()
        for name in ("member", "admin"):
            make_token(people[name])
            make_feed_address(people[name])
            sign_on(people[name])
            hook_up(people[name], self.entries["for members"])
            SavedSearch.objects.create(owner=people[name], name="Busse", parameters="q=Bus")
            tell(people[name], self.topics["Wohnen"], self.entries["for members"], people["mentor"])
        add_members(people)
        add_events(people)

    def _topics(self) -> dict[str, Topic]:
        return {
            "open, with nothing in it": make_topic("Ankommen", is_open=True),
            "closed, with nothing in it": make_topic("Arbeit"),
            "Wohnen": make_topic("Wohnen"),
            "in a members' layer alone": make_topic("Gesundheit"),
            "in a public layer": make_topic("Sprache"),
        }

    def _media(self) -> dict[str, Model]:
        return {
            "picture of a members' layer": make_picture("Mitglieder", name="mitglieder.png"),
            "picture of a whole public text": make_picture("Alle", name="alle.png"),
            "picture in no layer": make_picture("Lager", name="lager.png"),
            "file of a members' layer": make_file("Mitgliederdatei", name="mitglieder.txt"),
            "file of a whole public text": make_file("Datei für alle", name="alle.txt"),
            "file in no layer": make_file("Lagerdatei", name="lager.txt"),
        }

    def _entries(self) -> dict[str, Entry]:
        wohnen, gesundheit, sprache = (
            self.topics[name] for name in ("Wohnen", "in a members' layer alone", "in a public layer")
        )
        entries = {
            "never published": make_entry(title="Nie veröffentlicht", topics=[wohnen], published=False),
            "a draft of the author": make_entry(title="Entwurf der Autorin", by=self.people["author"], published=False),
            "of the author": publish_entry(
                make_entry(title="Von der Autorin", by=self.people["author"], published=False), actor=SYSTEM
            ),
            "for members": make_entry(title="Für Mitglieder", topics=[gesundheit], body=self._body("members")),
            "in Wohnen": make_entry(title="Wohnungslotsen", topics=[wohnen]),
            "an offer": make_entry("offer", title="Schulung", topics=[gesundheit]),
            "with a released summary": make_entry("concept", title="Kurz gesagt", topics=[sprache], released=True),
            "in Wohnen, with a released summary": make_entry(
                "strategy", title="Wohnstrategie", topics=[wohnen], released=True
            ),
            "meant for everybody": make_entry("recommendation", title="Bald für alle", confidentiality="public"),
            "read by everybody": make_entry(
                title="Für alle",
                topics=[sprache],
                confidentiality="public",
                released=True,
                body=self._body("public"),
            ),
            "withdrawn": make_entry(title="Zurückgezogen", topics=[wohnen], released=True),
            "unpublished": make_entry(title="Zurückgenommen", topics=[wohnen], released=True),
        }
        withdraw_release(entries["withdrawn"], actor=SYSTEM)
        unpublish_entry(entries["unpublished"], actor=SYSTEM)
        changed = entries["read by everybody"]
        changed.title = "Für alle, neu"
        edit_entry(changed, actor=SYSTEM)
        return entries

    def _body(self, layer: str) -> list[Any]:
        owner = {"members": "a members' layer", "public": "a whole public text"}[layer]
        picture, file = self.media[f"picture of {owner}"], self.media[f"file of {owner}"]
        return [
            ("text", "<p>Text</p>"),
            ("picture", {"image": picture, "alt": "Ein Bild", "caption": ""}),
            ("download", {"file": file, "title": ""}),
        ]

    def _pages(self) -> None:
        home = HomePage.objects.get()
        home.add_child(instance=StandardPage(title="Entwurf", slug="entwurf", live=False))

    def _confirmations(self) -> None:
        """Open, answered with a suggestion, withdrawn, refused."""
        entry = self.entries["a draft of the author"]
        member, coordinator, mentor = (self.people[name] for name in ("member", "coordinator", "mentor"))
        ask_member(entry, member, by=self.people["author"])
        answered_by(ask_member(entry, coordinator), suggestions=[{"part": "title", "wording": "Anders"}])
        withdraw_confirmation(ask_member(self.entries["never published"], mentor), actor=SYSTEM)
        answered_by(ask_member(self.entries["for members"], member), answer="refused")

    def _groups(self) -> None:
        """The coordinator leads, the member writes, the mentor is in one and was in another."""
        coordinator, member, mentor = (self.people[name] for name in ("coordinator", "member", "mentor"))
        for number, (visibility, shows_members) in enumerate(itertools.product(GroupVisibility, (True, False))):
            group = make_group(
                f"AG {number}", coordinator=coordinator, visibility=visibility, shows_members=shows_members
            )
            join_group(group, member)
        join_group(group, mentor, left_at=timezone.now() - timedelta(days=1))
        join_group(make_group("AG der Mentorin"), mentor)
        self._admissions(group)

    def _admissions(self, hidden: WorkingGroup) -> None:
        """Asked, by way of the office or not, invited to what is known, hidden or closed, answered."""
        coordinator, member, mentor = (self.people[name] for name in ("coordinator", "member", "mentor"))
        outsider, guest = self.people["outsider"], self.people["guest"]
        closed = make_group("AG zu", coordinator=coordinator, state=GroupState.CLOSED)
        asked = make_group("AG gefragt", coordinator=coordinator)
        for group, person, kind, fields in (
            (asked, mentor, "request", {}),
            (asked, member, "request", {"via_office": True}),
            (asked, outsider, "request", {"via_office": True, "passed_on_at": timezone.now()}),
            (hidden, outsider, "invitation", {}),
            (asked, guest, "invitation", {}),
            (closed, outsider, "invitation", {}),
            (hidden, mentor, "invitation", {"state": "declined"}),
        ):
            Admission.objects.create(group=group, person=person, kind=kind, made_by=person, **fields)

    def _discussions(self) -> None:
        """To all, in a group whole and since joining, between persons; with answers, traces, reports, readings."""
        coordinator, member, mentor = (self.people[name] for name in ("coordinator", "member", "mentor"))
        group = make_group("AG Gespräch", coordinator=coordinator)
        late = make_group("AG Später", coordinator=coordinator, past=PastVisibility.JOINING)
        for one in (group, late):
            join_group(one, member)
        threads = [
            make_discussion("An alle", by=member, posts=[mentor]),
            make_discussion("In der Gruppe", by=coordinator, group=group, posts=[member]),
            make_discussion("Vor dem Beitritt", by=coordinator, group=late),
            make_discussion("Davor und danach", by=coordinator, group=late, posts=[member]),
            make_discussion("Zu zweit", by=member, persons=[mentor], posts=[mentor]),
        ]
        hour = timedelta(hours=1)
        for thread in threads[2:4]:
            first = thread.posts.order_by("pk")[0]
            Post.objects.filter(pk=first.pk).update(created_at=first.created_at - hour)
        Discussion.objects.filter(pk=threads[2].pk).update(last_post_at=timezone.now() - hour)
        GroupMembership.objects.filter(group=late, user=coordinator).update(joined_at=timezone.now() - 2 * hour)
        Post.objects.filter(pk=threads[0].posts.last().pk).update(deleted_at=timezone.now())
        self._shelves(group, late)
        self._attachments(threads)
        for thread in threads:
            PostReport.objects.create(post=thread.posts.first(), reported_by=mentor, reason="Bitte ansehen")
            DiscussionReading.objects.create(user=member, discussion=thread)
        asked = make_challenge("Unbeantwortet", by=member)
        ChallengeRequest.objects.create(challenge=asked, person=mentor, asked_by=self.people["office"])
        QuoteRequest.objects.create(challenge=asked, post=asked.discussion.posts.get(), words="Rat", asked_by=mentor)
        withdraw_challenge(make_challenge("Zurückgenommen", by=mentor, posts=[member]), actor=actor_for(mentor))

    def _attachments(self, threads: list[Discussion]) -> None:
        """On a post of each class and age, and one that still waits."""
        for thread in threads:
            post = thread.posts.order_by("pk")[0]
            attach(post, [make_attachment(by=post.author)], actor=actor_for(post.author))
        make_attachment(by=self.people["mentor"])

    def _shelves(self, group: WorkingGroup, late: WorkingGroup) -> None:
        """Files in one and two versions and removed, tasks with and without an owner, also in a closed group."""
        coordinator, member = (self.people[name] for name in ("coordinator", "member"))
        shut = make_group("AG geschlossen", coordinator=coordinator)
        lead, hour = actor_for(coordinator), timedelta(hours=1)
        for one in (group, late, shut):
            put_down(one, coordinator, title="Alt")
            twice = put_down(one, coordinator, title="Zweimal")
            add_task(one, title="Davor", actor=lead)
            GroupFile.objects.filter(group=one).update(newest_at=timezone.now() - hour)
            StoredFile.objects.filter(shelved__group=one).update(uploaded_at=timezone.now() - hour)
            Task.objects.filter(group=one).update(given_at=timezone.now() - hour)
            replace_file(twice, make_upload("Neu"), actor=lead)
            remove_file(put_down(one, coordinator), actor=lead)
            finish_task(add_task(one, title="Getan", owner=coordinator, actor=lead), actor=lead)
        put_down(group, member, title="Vom Mitglied")
        add_task(group, title="Vom Mitglied", owner=coordinator, actor=actor_for(member))
        WorkingGroup.objects.filter(pk=shut.pk).update(state=GroupState.CLOSED)

    def _drafts(self) -> None:
        """Of groups and of a county, shown to all or not, closed, in a closed group; each with remarks."""
        coordinator, member = (self.people[name] for name in ("coordinator", "member"))
        group = make_group("AG Entwurf", coordinator=coordinator)
        join_group(group, member, GroupRole.ADVISER)
        shut = make_group("AG Entwurf zu", coordinator=coordinator)
        lead = actor_for(coordinator)
        drafts = [
            make_draft(group, "In der Gruppe", by=coordinator),
            make_draft(group, "Für alle", by=coordinator, for_all=True),
            make_draft(shut, "In einer geschlossenen Gruppe", by=coordinator),
            make_draft(County.objects.get(key="99001"), "Des Landkreises", by=member),
        ]
        for draft in drafts:
            author = actor_for(draft.author)
            answer_comment(comment_on_draft(draft, "Stimmt das?", actor=author), "Ja", actor=author)
            suggest(draft, Passage("eine Telefonnummer"), Words("zwei Telefonnummern"), actor=author)
        decided, open_one = (make_draft(group, title, by=coordinator) for title in ("Beschlossen", "In Abstimmung"))
        finished = call_decision(decided, days=7, actor=lead)
        answer_decision(finished, "agree", actor=lead)
        finish_decision(finished, actor=lead)
        call_decision(open_one, days=7, actor=lead)
        close_draft(make_draft(group, "Geschlossen", by=coordinator), actor=lead)
        consult_members(group, shut, self.people)
        decline_suggestion(drafts[0].draftsuggestions.get(), reason="Eine reicht.", actor=lead)
        WorkingGroup.objects.filter(pk=shut.pk).update(state=GroupState.CLOSED)
        hand_texts_in(group, coordinator, self.people["editor"])

    def objects(self, model: type[Model]) -> list[Model]:
        """Everything of this model."""
        make_county("99001")
        return list(model._default_manager.order_by("pk")[:30])


MODELS = (
    Admission,
    BarrierReport,
    Challenge,
    ChallengeRequest,
    Confirmation,
    Consultation,
    Contribution,
    County,
    Decision,
    Discussion,
    DiscussionReading,
    Draft,
    DraftComment,
    DraftOrigin,
    DraftPublication,
    DraftSuggestion,
    Entry,
    FeedAddress,
    FrontEndAccess,
    File,
    Follow,
    Group,
    GroupFile,
    GroupMembership,
    GuestMandate,
    HomePage,
    KnowledgeIndex,
    MemberProfile,
    MailState,
    Notification,
    NotificationChoice,
    Page,
    Picture,
    Post,
    PostReport,
    Projection,
    Publication,
    DraftPublication,
    QuoteRequest,
    Seat,
    SocialAccount,
    StandardPage,
    StoredFile,
    Task,
    Topic,
    TopicFollow,
    Webhook,
    WebhookDelivery,
    WorkingGroup,
    APIToken,
    Client,
    User,
    *MEMBER_MODELS,
    *EVENT_MODELS,
    *SEARCH_MODELS,
    *SWITCH_MODELS,
)
"""Every model that has a policy; a test holds this list against the registry."""
