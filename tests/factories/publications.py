from __future__ import annotations

from cms.accounts.models import User
from plugins.api.actors import actor_for
from workspace.actions.decisions import answer_decision, call_decision, finish_decision
from workspace.actions.publication_steps import take
from workspace.actions.publications import submit_publication
from workspace.drafting.recommending import text_digest
from workspace.models import Decision, Draft, Publication
from workspace.policies.publications import newest_of


def adopt(draft: Draft, *, by: User) -> Decision:
    """Decided at once: all who are asked agree."""
    decision = call_decision(draft, days=7, actor=actor_for(by))
    for voice in decision.voices.all():
        answer_decision(decision, "agree", actor=actor_for(voice.person))
    return finish_decision(decision, actor=actor_for(by))


def hand_in(draft: Draft, *, by: User) -> Publication:
    """An adopted draft goes to the editors."""
    return submit_publication(draft, actor=actor_for(by))


def step(publication: Publication, action: str, *, by: User, **given: str) -> Publication:
    """What the workflow offers to this person is taken; a signature is under the text of this moment."""
    publication.refresh_from_db()
    entry = publication.entry
    assert entry is not None
    if action == "sign":
        given.setdefault("seen", text_digest(newest_of(entry)))
    task = entry.specific.current_workflow_task_state
    assert task is not None
    take(task, by, action, given)
    publication.refresh_from_db()
    return publication


def publish(draft: Draft, *, by: User, editor: User, office: User) -> Publication:
    """All the way: handed in, language finished, signed by two."""
    publication = hand_in(draft, by=by)
    step(publication, "finish_language", by=editor)
    step(publication, "sign", by=editor)
    return step(publication, "sign", by=office)
