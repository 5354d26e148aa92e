"""Forms: they validate and never save. One file per concept."""

from plugins.membership.forms.directory import ProfileForm, QuestionForm

__all__ = ["ProfileForm", "QuestionForm"]
