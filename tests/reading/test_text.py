import random
import unicodedata

import pytest

from cranework.errors import NotAText, TextTooLong
from cranework.reading.text import LONGEST_TEXT, clean, decode


def words(given: str) -> str:
    return clean(given).text


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"A plain film.", "A plain film.", "utf-8"),
        ("Élan \u2013 “quoted”".encode(), "Élan \u2013 “quoted”", "utf-8"),
        ("\ufeffA film.".encode("utf-16"), "\ufeffA film.", "utf-16"),
        ("The café scene, and some more words about the film.".encode("cp1252"), None, "cp1252"),
    ],
)
def test_the_encoding_is_found_and_said(data: bytes, text: str | None, encoding: str) -> None:
    got, said = decode(data, "review.txt")
    assert said == encoding
    assert got.lstrip("\ufeff") == (text or "The café scene, and some more words about the film.").lstrip("\ufeff")


def test_cyrillic_bytes_are_detected() -> None:
    russian = "Летят журавли — фильм режиссёра Михаила Калатозова, снятый по пьесе Виктора Розова. " * 4
    got, said = decode(russian.encode("cp1251"), "review.txt")
    assert "Летят журавли" in got and said == "cp1251"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0", b"%PDF-1.7 and so on", bytes(range(256)) * 20, b"\0" * 100]
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(NotAText) as fault:
        decode(data, "film.png")
    assert str(fault.value).startswith("film.png: ") and "\n" not in str(fault.value) and fault.value.exit_code == 3


def test_too_long_a_text_is_refused() -> None:
    with pytest.raises(TextTooLong):
        clean("x" * (LONGEST_TEXT + 1))
    with pytest.raises(TextTooLong):
        decode(b"word " * LONGEST_TEXT, "book.txt")


@pytest.mark.parametrize(
    ("given", "copy"),
    [
        ("One.<br /><br />Two.", "One.\nTwo."),
        ("One<br>two", "One two"),
        ("One\r\n\r\nTwo", "One\nTwo"),
        (
            "a line that was broken because of its length,\nand goes on",
            "a line that was broken because of its length, and goes on",
        ),
        ("<p>A <i>fine</i> film</p><script>var x = '<p>';</script><!-- no --><p>End", "A fine film\nEnd"),
        ("Tom &amp; Jerry &quot;x&quot; &#8217;s", 'Tom & Jerry "x" \'s'),
        ("“Curly” and \u2018single\u2019 it\u2019s…", "\"Curly\" and 'single' it's..."),
        ("zero\u200bwidth \u202ebidi\u202c", "zerowidth bidi"),
        (unicodedata.normalize("NFD", "fiancé Żuławski"), "fiancé Żuławski"),
        (
            "# Title\n\nA *very* fine **film**, see [here](http://x.org).\n\n- one\n- two",
            "Title\nA very fine film, see here.\none\ntwo",
        ),
        ("a   b\t c", "a b c"),
        ("it\x92s a cafÃ© film", "it's a café film"),
        ("x < 5 and y > 3, <3", "x < 5 and y > 3, <3"),
        ("see <Solaris> today", "see <Solaris> today"),
        ("film ***1/2 out of ****", "film ***1/2 out of ****"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_the_clean_copy(given: str, copy: str) -> None:
    assert words(given) == copy


def test_marked_words_are_remembered() -> None:
    copy = clean("I saw *Oliver!* and <em>Airplane!</em> twice")
    assert [copy.text[start:end] for start, end in copy.emphasis] == ["Oliver!", "Airplane!"]


@pytest.mark.parametrize("seed", range(20))
def test_every_character_knows_where_it_comes_from(seed: int) -> None:
    chance = random.Random(seed)
    pieces = [
        "film",
        " ",
        "<br />",
        "&eacute;",
        "e\u0301",
        "\u200b",
        "“",
        "\u2019",
        "\r\n",
        "<b>",
        "</b>",
        "(",
        ".",
        "x",
    ]
    given = "".join(chance.choice(pieces) for _ in range(200))
    copy = clean(given)
    assert len(copy.map) == len(copy.text) + 1 and copy.map[-1] == len(given)
    assert list(copy.map) == sorted(copy.map) and all(
        start < end for start, end in zip(copy.map, copy.ends, strict=False)
    )
    for _ in range(20):
        start = chance.randrange(len(copy.text))
        end = chance.randrange(start + 1, len(copy.text) + 1)
        begin, stop = copy.span(start, end)
        assert words(given[begin:stop]).split() == copy.text[start:end].split() or "\r" in given[begin:stop]
