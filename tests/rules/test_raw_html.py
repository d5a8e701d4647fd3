"""HTML as editors type it: what is read of it, and that nothing in it brings the reader down."""

from hypothesis import given
from hypothesis import strategies as st

from explainer.rules.raw_html import attributes, texts

PIECES = [
    "<",
    ">",
    "!",
    "[",
    "]",
    "-",
    "&",
    "#1;",
    "/",
    "'",
    '"',
    "=",
    " ",
    "\n",
    "a",
    "<![",
    "CDATA[",
    "<!--",
    "script",
]


def test_code_and_comments_are_no_text() -> None:
    html = "<p>One<!-- two --> <code>three <b>four</b></code> five<br/><pre>six</pre><script>'<p>seven'</script> &amp; eight"
    assert "".join(texts(html)).split() == ["One", "five", "&", "eight"]


def test_a_browser_takes_what_is_no_element_for_a_comment() -> None:
    assert "".join(texts("<p>One <![if two]> three <![CDATA[four]]> five</p>")).split() == ["One", "three", "five"]


def test_attributes_have_their_elements() -> None:
    html = "<a href='one'>x</a><img src=two alt=''><br class=\"three\"/>"
    assert list(attributes(html)) == [("a", "href", "one"), ("img", "src", "two"), ("br", "class", "three")]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_whatever_an_editor_types_is_read(html: str) -> None:
    assert all(isinstance(text, str) for text in texts(html))
    assert all(len(each) == 3 for each in attributes(html))
