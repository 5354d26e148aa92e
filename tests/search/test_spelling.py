from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.spelling import distance, ends, slips_forgiven

WORDS = st.text("abcd", max_size=6)


@pytest.mark.parametrize(
    ("left", "right", "slips"),
    [("kurs", "kurs", 0), ("kurs", "kus", 1), ("kurs", "kuras", 1), ("kurs", "kirs", 1), ("kurs", "krus", 1)]
    + [("wohnung", "wonumg", 2), ("ab", "ba", 1), ("abc", "cba", 2), ("", "ab", 2)],
)
def test_slips(left, right, slips):
    assert distance(left, right, 3) == slips


def test_what_is_too_far_is_not_counted_out():
    assert distance("sprachkurs", "wohnung", 2) == 3


@given(WORDS, WORDS, st.integers(1, 3))
def test_counting_with_a_limit_agrees_with_counting_without(left, right, most):
    assert distance(left, right, most) == min(_plain(left, right), most + 1)


@given(st.text("abcdefgh", min_size=4, max_size=15), st.data())
def test_one_slip_leaves_the_beginning_or_the_end(meant, data):
    typed = _slip(meant, data)
    beginning, end = ends(typed, 1)
    assert meant.startswith(beginning) or meant.endswith(end)


@pytest.mark.parametrize(("word", "slips"), [("bus", 0), ("kurs", 1), ("wohnung", 1), ("sprachkurs", 2), ("12345", 0)])
def test_long_words_are_forgiven_more(word, slips):
    assert slips_forgiven(word) == slips


def _slip(word, data):
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdefgh"))
    return data.draw(
        st.sampled_from(
            [
                word[:place] + word[place + 1 :],
                word[:place] + letter + word[place:],
                word[:place] + letter + word[place + 1 :],
                word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :],
            ]
        )
    )


def _plain(left, right):
    """The same measure (optimal string alignment), worked out in the longest way."""
    if not left or not right:
        return max(len(left), len(right))
    costs = [
        _plain(left[:-1], right) + 1,
        _plain(left, right[:-1]) + 1,
        _plain(left[:-1], right[:-1]) + (left[-1] != right[-1]),
    ]
    if len(left) > 1 and len(right) > 1 and left[-1] == right[-2] and left[-2] == right[-1]:
        costs.append(_plain(left[:-2], right[:-2]) + 1)
    return min(costs)
