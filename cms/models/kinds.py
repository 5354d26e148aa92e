"""The kinds of entry. What is special about a kind stands here; what they share stands in `Entry`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.models.entry import Entry, section


class GoodPractice(Entry):
    """What a county did, what came of it, and what it would do differently."""

    kind = "good_practice"
    page_description = _("What a county did, what came of it, and what it would do differently.")

    initial_situation = section(
        _("Initial situation"),
        help_text=_("What was the challenge? Figures help: how many people, how far, since when."),
    )
    approach = section(_("What was done"), help_text=_("Step by step, so that others could do it too."))
    partners = section(_("Partners"), help_text=_("Who took part, and what each contributed."))
    effort = section(_("Cost and effort"), help_text=_("Money and working hours, at the beginning and every year."))
    results = section(_("Results"), help_text=_("What has changed. Give figures with their source."))
    lessons = section(
        _("What we would do differently"), help_text=_("What did not work is worth as much to others as what did.")
    )
    transferability = section(
        _("What others can take over"), help_text=_("What it needs elsewhere, and what depends on your county.")
    )

    sections = ("initial_situation", "approach", "partners", "effort", "results", "lessons", "transferability")
    expected_sections = frozenset({"initial_situation", "approach", "results"})

    class Meta:
        verbose_name = _("good practice")
        verbose_name_plural = _("good practices")


class Concept(Entry):
    """How something is meant to work, ready to be adapted by others."""

    kind = "concept"
    page_description = _("How something is meant to work, ready to be adapted by others.")

    purpose = section(_("Purpose"), help_text=_("What is to be better afterwards, and for whom."))
    target_group = section(_("Target group"))
    procedure = section(_("Procedure"), help_text=_("How it is meant to work, from the first step to the last."))
    resources = section(_("What it needs"), help_text=_("Staff, rooms, money, agreements."))
    evaluation = section(_("How success shows"))
    limits = section(_("Limits"), help_text=_("Where the concept does not fit."))

    sections = ("purpose", "target_group", "procedure", "resources", "evaluation", "limits")
    expected_sections = frozenset({"purpose", "procedure"})

    class Meta:
        verbose_name = _("concept")
        verbose_name_plural = _("concepts")


class Strategy(Entry):
    """Where a county or the forum wants to go, and by which steps."""

    kind = "strategy"
    page_description = _("Where a county or the forum wants to go, and by which steps.")

    starting_point = section(_("Starting point"))
    goals = section(_("Goals"), help_text=_("What is to be reached, and by when."))
    measures = section(_("Fields of action and measures"))
    responsibilities = section(_("Who is responsible"))
    monitoring = section(_("How progress is checked"), help_text=_("Indicators, reports, who looks at them."))
    experience = section(_("Experience so far"))

    sections = ("starting_point", "goals", "measures", "responsibilities", "monitoring", "experience")
    expected_sections = frozenset({"goals", "measures"})

    class Meta:
        verbose_name = _("strategy")
        verbose_name_plural = _("strategies")


class Recommendation(Entry):
    """What a working group advises the whole forum to do."""

    kind = "recommendation"
    page_description = _("What a working group advises the whole forum to do.")

    occasion = section(_("Occasion"))
    advice = section(_("What we recommend"))
    reasons = section(_("Reasons"))
    implementation = section(_("How to put it into practice"))
    costs_and_effects = section(_("Costs and effects"))
    decision = section(_("Decision and dissent"), help_text=_("Who decided when, and who saw it differently."))

    sections = ("occasion", "advice", "reasons", "implementation", "costs_and_effects", "decision")
    expected_sections = frozenset({"advice"})

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")


class Offer(Entry):
    """What somebody in the network offers to others: training, material, advice."""

    kind = "offer"
    page_description = _("What somebody in the network offers to others: training, material, advice.")

    what_for = section(_("What it is for"))
    contents = section(_("What we offer"))
    for_whom = section(_("Who can use it"))
    conditions = section(_("Costs and conditions"))
    how_to_get = section(_("How to get it"))
    experience = section(_("Experience so far"))

    sections = ("what_for", "contents", "for_whom", "conditions", "how_to_get", "experience")
    expected_sections = frozenset({"contents"})

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")


KINDS: dict[str, type[Entry]] = {
    model.kind: model for model in (GoodPractice, Concept, Strategy, Recommendation, Offer)
}
