"""What a package says past gettext, or in no language but English."""

from __future__ import annotations

import pytest
from django.utils.translation import gettext_lazy

from plugins.api.extensions import DemoData, NavItem
from plugins.api.testing.wording import Sentence, hard_coded, hard_coded_in, sentences_of, untranslated


@pytest.fixture
def package(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "words.py").write_text(
        "_('Home'); gettext(name); ngettext('%d stone', '%d stones', 2); pgettext('of a wall', 'Top')\n"
        "module.gettext_lazy('Quince '\n 'tree')\n"
    )
    (tmp_path / "templates" / "page.html").write_text(
        '{% load i18n %}{# A comment #}{% translate "Pear" %} {% blocktranslate count n=n %}One{% plural %}Many'
        "{% endblocktranslate %}{% include 'x.html' with why=_(\"Plum\") %}"
        '<img alt="Drawn"><input type="submit" value="Send it"><input value="kept"><p>Bare words</p>'
        "<style>a {}</style>{% comment %}Not read{% endcomment %} · {{ name }}"
    )
    return tmp_path


def test_every_sentence_of_code_and_templates_is_known(package):
    assert list(sentences_of(package)) == [
        Sentence("words.py", "Home"),
        Sentence("words.py", "%d stone", is_plural=True),
        Sentence("words.py", "Top", "of a wall"),
        Sentence("words.py", "Quince tree"),
        Sentence("templates/page.html", "Pear"),
        Sentence("templates/page.html", "One", is_plural=True),
        Sentence("templates/page.html", "Plum"),
    ]


def test_what_the_forum_says_in_german_already_needs_no_words_of_its_own(package):
    assert not any("“Home”" in said for said in untranslated(package))
    assert any("“Quince tree”" in said for said in untranslated(package))


def test_words_that_stand_in_a_template_are_found(package):
    said = [sentence.partition("says ")[2] for sentence in hard_coded(package)]
    assert said == [f"“{words}” without gettext." for words in ("Drawn", "Send it", "Bare words")]


def test_words_of_records_are_lazy():
    assert hard_coded_in(NavItem(gettext_lazy("Home"), "/wand/", order=1)) == []
    assert hard_coded_in(NavItem("Wall", "/wand/", order=1)) == ["NavItem says “Wall” without gettext_lazy."]
    assert hard_coded_in(DemoData(order=1, load=print, to_try=("Try it",))) == [
        "DemoData says “Try it” without gettext_lazy."
    ]
