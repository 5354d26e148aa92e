"""What happens in working groups, said to whoever listens."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.api.facts import AccessChanged, Fact


@dataclass(frozen=True)
class GroupChanged(Fact):
    """A group was proposed, came into being, changed what it says about itself, or ended."""

    group_id: int


@dataclass(frozen=True)
class GroupMembersChanged(AccessChanged):
    """Somebody came, left, or does something else in the group; `user_ids` are the people concerned."""

    group_id: int
    user_ids: tuple[int, ...] = ()

    @property
    def people(self) -> tuple[int, ...]:
        return self.user_ids


@dataclass(frozen=True)
class GroupProposed(Fact):
    """Somebody proposed a group; its topics say whom it may concern."""

    group_id: int


@dataclass(frozen=True)
class GroupFounded(Fact):
    """Enough counties take part: the group exists from now on."""

    group_id: int


@dataclass(frozen=True)
class AdmissionAsked(Fact):
    """Somebody asked to join, or was invited, or the programme office passed a request on."""

    admission_id: int


@dataclass(frozen=True)
class AdmissionDecided(Fact):
    """A request or an invitation was accepted, declined, given back or withdrawn."""

    admission_id: int


@dataclass(frozen=True)
class GroupReported(Fact):
    """A group wrote an interim or closing report."""

    report_id: int


@dataclass(frozen=True)
class MandateRecorded(Fact):
    """The programme office noted that it has the present mandate of a group; `by_id` is who did."""

    group_id: int
    by_id: int | None = None


@dataclass(frozen=True)
class DiscussionStarted(Fact):
    """Somebody began a discussion; `post_id` is its first post, `mentioned_ids` the people whom it addresses."""

    discussion_id: int
    post_id: int
    mentioned_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class PostWritten(Fact):
    """Somebody said something more; `mentioned_ids` are the people whom it addresses by name."""

    discussion_id: int
    post_id: int
    mentioned_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class PostChanged(Fact):
    """A post has another wording, or is deleted; `mentioned_ids` are the people whom it addresses only now."""

    discussion_id: int
    post_id: int
    mentioned_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class DiscussionChanged(Fact):
    """A discussion was solved, closed, opened again, or is read by others than before."""

    discussion_id: int


@dataclass(frozen=True)
class BellChanged(Fact):
    """These people have more to read among their notifications than before, or less."""

    user_ids: tuple[int, ...]


@dataclass(frozen=True)
class ChallengePosted(Fact):
    """A member put a question of practice to all members; its topics say whom it may concern."""

    challenge_id: int


@dataclass(frozen=True)
class ChallengeFellSilent(Fact):
    """For seven days nobody has said anything to a challenge that waits for an answer."""

    challenge_id: int


@dataclass(frozen=True)
class MemberAsked(Fact):
    """The programme office asks a member to look at a challenge."""

    request_id: int


@dataclass(frozen=True)
class QuoteAsked(Fact):
    """Somebody is asked whether their words may be quoted in an entry."""

    request_id: int


@dataclass(frozen=True)
class PostReported(Fact):
    """Somebody asks those who are responsible to look at a post."""

    report_id: int


@dataclass(frozen=True)
class GroupFellQuiet(Fact):
    """Six weeks without activity: the coordinators are asked whether the group goes on."""

    group_id: int


@dataclass(frozen=True)
class GroupDidNotAnswer(Fact):
    """Two more weeks without an answer of the coordinators: the programme office has to know."""

    group_id: int


@dataclass(frozen=True)
class MailDue(Fact):
    """It is time to write to somebody about their notifications."""

    user_id: int


@dataclass(frozen=True)
class ReportResolved(Fact):
    """Whoever is responsible has said what became of a report."""

    report_id: int


@dataclass(frozen=True)
class FilesChanged(Fact):
    """These stored files came, are called otherwise, stand elsewhere, or are gone."""

    stored_ids: tuple[int, ...]


@dataclass(frozen=True)
class StoredFileRead(Fact):
    """What stands in a file is known now, or why it cannot be."""

    stored_id: int


@dataclass(frozen=True)
class TaskGiven(Fact):
    """Somebody gave a task to somebody, perhaps to themselves."""

    task_id: int
    owner_id: int
    by_id: int | None = None


@dataclass(frozen=True)
class TaskChanged(Fact):
    """A task was made, done, taken up again, changed, or is gone."""

    group_id: int
    task_id: int


@dataclass(frozen=True)
class TaskDue(Fact):
    """Tomorrow is the date of a task that is not done."""

    task_id: int


@dataclass(frozen=True)
class DraftStarted(Fact):
    """Somebody began a draft."""

    draft_id: int


@dataclass(frozen=True)
class DraftChanged(Fact):
    """A draft is called otherwise, is read by others, has another state, or has a new version."""

    draft_id: int


@dataclass(frozen=True)
class DraftTextChanged(Fact):
    """Its words are not what they were when somebody last said so; told at most once a minute while people write."""

    draft_id: int


@dataclass(frozen=True)
class DraftCommented(Fact):
    """Somebody said something beside a draft."""

    draft_id: int
    comment_id: int


@dataclass(frozen=True)
class SuggestionMade(Fact):
    """Somebody suggests other words."""

    draft_id: int
    suggestion_id: int


@dataclass(frozen=True)
class SuggestionDecided(Fact):
    """A suggestion was accepted or declined."""

    draft_id: int
    suggestion_id: int


@dataclass(frozen=True)
class DraftRemarksChanged(Fact):
    """A comment was settled, opened again or deleted, or a suggestion taken back."""

    draft_id: int


@dataclass(frozen=True)
class DecisionCalled(Fact):
    """Those who write in a draft are asked whether its text is theirs."""

    decision_id: int


@dataclass(frozen=True)
class DecisionAnswered(Fact):
    """Somebody answered, or answered otherwise than before."""

    decision_id: int


@dataclass(frozen=True)
class DecisionDue(Fact):
    """A decision ends within a day, and somebody has not answered."""

    decision_id: int


@dataclass(frozen=True)
class DecisionEnded(Fact):
    """Everybody was asked long enough, or it was called off."""

    decision_id: int


@dataclass(frozen=True)
class ConsultationOpened(Fact):
    """All members are asked about a draft."""

    consultation_id: int


@dataclass(frozen=True)
class ConsultationDue(Fact):
    """A consultation ends in a few days."""

    consultation_id: int


@dataclass(frozen=True)
class ConsultationEnded(Fact):
    """Nobody contributes to it any more; the group answers now."""

    consultation_id: int


@dataclass(frozen=True)
class ContributionMade(Fact):
    """Somebody said something in a consultation."""

    consultation_id: int
    contribution_id: int


@dataclass(frozen=True)
class ContributionChanged(Fact):
    """Its author says it otherwise, or has taken it back."""

    consultation_id: int
    contribution_id: int


@dataclass(frozen=True)
class ContributionAnswered(Fact):
    """The group said what became of a contribution."""

    consultation_id: int
    contribution_id: int


@dataclass(frozen=True)
class PublicationSubmitted(Fact):
    """An adopted draft was handed to the editors."""

    publication_id: int


@dataclass(frozen=True)
class PublicationSentBack(Fact):
    """The editors gave a draft back, with a reason."""

    publication_id: int


@dataclass(frozen=True)
class RecommendationPublished(Fact):
    """A draft became a recommendation, or a later version of one."""

    publication_id: int


@dataclass(frozen=True)
class ReviewDue(Fact):
    """A recommendation should be looked at again."""

    publication_id: int
