"""The small name server of the access point: one answer for every name, none for nonsense."""

import struct

from hypothesis import given
from hypothesis import strategies as st

from splitstat.app import captive, resolver

ADDRESS = "192.168.4.1"
label = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=63)


@given(st.lists(label, min_size=1, max_size=4), st.binary(min_size=2, max_size=2))
def test_every_name_is_this_board(labels, number):
    """The board's own resolver reads the answer."""
    said = captive.answer(resolver.question(number, ".".join(labels)), ADDRESS)
    assert said[:2] == number
    assert resolver.answer(said) == ADDRESS


def test_another_kind_of_address_is_not_there_but_the_name_is():
    question = resolver.question(b"ab", "example.org")[:-4] + struct.pack(">HH", 28, 1)
    said = captive.answer(question, ADDRESS)
    assert said[3] & 15 == 0 and said[6:8] == b"\0\0"
    assert resolver.answer(said) is None


@given(st.binary(max_size=300))
def test_nonsense_gets_no_answer_and_harms_nobody(data):
    said = captive.answer(data, ADDRESS)
    assert said is None or said[:2] == data[:2]


def test_an_answer_is_not_answered():
    """Else two such servers could keep each other busy."""
    said = captive.answer(resolver.question(b"ab", "example.org"), ADDRESS)
    assert captive.answer(said, ADDRESS) is None


def test_only_questions_for_elsewhere_are_sent_away():
    class Request:
        method, path = "GET", "/"

    page = "http://192.168.4.1/"
    request = Request()
    assert captive.elsewhere(request, True, page) is None
    assert captive.elsewhere(request, False, page) == page
    request.path = "/generate_204"
    assert captive.elsewhere(request, True, page) == page
    request.method = "POST"
    assert captive.elsewhere(request, False, page) is None
