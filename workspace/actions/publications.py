"""An adopted text is handed to the editors: it becomes an unpublished version of a recommendation, and is checked."""

from __future__ import annotations

from typing import Final

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Task, Workflow, WorkflowPage, WorkflowTask

from cms.accounts.roles import EDITORS, OFFICE, role_group
from cms.actions.bringing_in import StoredPictures
from cms.actions.entries import create_entry, edit_entry
from cms.actions.imports import free_address
from cms.models import Entry, KnowledgeIndex, Recommendation
from plugins.api.access import SYSTEM, Actor, require
from plugins.api.errors import Invalid
from plugins.api.outbox import announce
from workspace.actions.drafts import changed_draft, locked
from workspace.drafting.recommending import blocks_of
from workspace.facts import PublicationSentBack, PublicationSubmitted, RecommendationPublished
from workspace.models import (
    Draft,
    DraftState,
    LanguageEdit,
    NeutralityCheck,
    Publication,
    PublicationState,
)
from workspace.policies.publications import newest_of
from workspace.queries.draft_pictures import whole_pictures_for
from workspace.queries.publications import adopted_decision, what_blocks

WORKFLOW, LANGUAGE_STEP, CHECK_STEP = "Empfehlung", "Sprachliche Bearbeitung", "Neutralität und Vertraulichkeit"
"""Names that people see and may change; they are data, like the titles of pages."""
MOST_CHARACTERS: Final = 5000


def submit_publication(draft: Draft, *, actor: Actor) -> Publication:
    """Hand the adopted text over; editors then change its language only. Raises Invalid with all that blocks it."""
    pictures = StoredPictures(SYSTEM)
    try:
        with transaction.atomic():
            return _submit(draft, pictures, actor)
    except BaseException:
        pictures.remove_files()
        raise


def _submit(draft: Draft, pictures: StoredPictures, actor: Actor) -> Publication:
    draft = locked(draft)
    require(actor, "publish", draft)
    decision = adopted_decision(draft)
    if obstacles := what_blocks(draft):
        raise Invalid({"draft": [str(obstacle) for obstacle in obstacles]})
    assert decision is not None

    entry = _page_with(draft, decision.version.content, pictures, actor)
    publication = Publication.objects.create(
        draft=draft,
        version=decision.version,
        decision=decision,
        entry=entry,
        revision=entry.latest_revision,
        submitted_by=actor.user,
    )
    _begin_workflow(entry)
    draft.state = DraftState.SUBMITTED
    changed_draft(draft, "submit_draft", actor, "state")
    announce(PublicationSubmitted(publication.pk))
    return publication


def _page_with(draft: Draft, content: dict[str, object], pictures: StoredPictures, actor: Actor) -> Entry:
    """The page of the recommendation with this text as its newest, unpublished version. A second text revises the first
    page; what editors keep beside the text stays there."""
    blocks = blocks_of(draft.title, content, whole_pictures_for(actor, draft, content))
    earlier = draft.publications.exclude(entry=None).order_by("-pk").first()
    if earlier is None or earlier.entry is None:
        entry: Entry = Recommendation(title=draft.title, author_name=str(draft.owner)[:200], county=draft.county)
        entry.topics = list(draft.group.topics.all()) if draft.group else []
        entry.body = pictures.in_text(blocks)
        entry.slug = free_address(KnowledgeIndex.objects.get(), draft.title)
        return create_entry(entry, actor=SYSTEM)
    entry = newest_of(earlier.entry.for_update())
    pictures.know(entry)
    entry.title = draft.title
    for name in entry.sections:
        setattr(entry, name, [])
    entry.body = pictures.in_text(blocks)
    edit_entry(entry, actor=SYSTEM)
    return entry


def _begin_workflow(entry: Entry) -> None:
    """Nobody in the knowledge base has asked for it, so nobody there takes it back: it is sent back, with a reason."""
    running = entry.current_workflow_state
    if running is not None:
        running.cancel(user=None)
    workflow = recommendation_workflow()
    WorkflowPage.objects.update_or_create(page_id=entry.pk, defaults={"workflow": workflow})
    workflow.start(entry, None)


def recommendation_workflow() -> Workflow:
    """Made when it is first needed; what the administration changes in it stays."""
    steps = Task.objects.filter(content_type__in=_types_of_steps())
    found = Workflow.objects.filter(active=True, workflow_tasks__task__in=steps).distinct().first()
    if found is not None:
        return found
    workflow = Workflow.objects.create(name=WORKFLOW)
    for place, (model, name) in enumerate(((LanguageEdit, LANGUAGE_STEP), (NeutralityCheck, CHECK_STEP))):
        task = model.objects.create(name=name)
        task.groups.set(role_group(role) for role in (EDITORS, OFFICE))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=place)
    return workflow


def _types_of_steps() -> list[int]:
    return [ContentType.objects.get_for_model(model).pk for model in (LanguageEdit, NeutralityCheck)]


@transaction.atomic
def send_publication_back(publication: Publication, *, reason: str, actor: Actor) -> Publication:
    """The substance has to change: those whose draft it is go on and decide anew. Raises Invalid without a reason."""
    draft = locked(publication.draft)
    publication = _locked(publication)
    require(actor, "send_back", publication)
    if not reason.strip():
        raise Invalid({"reason": [_("Say what has to change in substance: those whose draft it is read it.")]})

    publication.end_reason = reason.strip()[:MOST_CHARACTERS]
    _end(publication, PublicationState.SENT_BACK, actor)
    if publication.entry and (running := publication.entry.current_workflow_state):
        running.cancel(user=actor.user)
    is_over = draft.group is not None and draft.group.is_closed
    draft.state = DraftState.CLOSED if is_over else DraftState.WRITING
    changed_draft(draft, "send_draft_back", actor, "state")
    announce(PublicationSentBack(publication.pk))
    return publication


def close_as_published(publication: Publication, *, actor: Actor) -> None:
    """For the step that has published the page, in its transaction."""
    draft = locked(publication.draft)
    _end(publication, PublicationState.PUBLISHED, actor)
    draft.state = DraftState.PUBLISHED
    changed_draft(draft, "publish_draft", actor, "state")
    announce(RecommendationPublished(publication.pk))


def _end(publication: Publication, state: PublicationState, actor: Actor) -> None:
    publication.state, publication.ended_by, publication.ended_at = state, actor.user, timezone.now()
    publication.save(update_fields=["state", "ended_by", "ended_at", "end_reason"])
    WorkflowPage.objects.filter(page=publication.entry_id).delete()


def _locked(publication: Publication) -> Publication:
    """As it is stored. Whoever calls this holds its draft."""
    rows = Publication.objects.select_related("draft__group", "draft__county", "entry", "version")
    return rows.get(pk=publication.pk)
