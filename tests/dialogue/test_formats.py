from fractions import Fraction
from pathlib import Path

import pysubs2
import pytest
from tests.dialogue.made import HEAD_ASS, MADE, ONE_LINE, THREE, TIMES, broadcast

from cranework.dialogue.read import read_subtitles


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "film.dat"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def texts(folder: Path, content: str | bytes) -> list[str]:
    return [cue.text for cue in read_subtitles(write(folder, content))]


def starts(folder: Path, content: str, rate: Fraction | None = None) -> list[Fraction]:
    return [cue.start for cue in read_subtitles(write(folder, content), film_rate=rate)]


@pytest.mark.parametrize("name", MADE)
def test_every_format_is_told_by_its_contents_and_gives_its_cues(name: str, tmp_path: Path) -> None:
    cues = read_subtitles(write(tmp_path, MADE[name]))
    assert cues.format == name
    assert [cue.text for cue in cues] == [text.replace("\n", " ") if name in ONE_LINE else text for text in THREE]
    for cue, (start, end) in zip(cues, TIMES, strict=True):
        assert abs(cue.start - start) < Fraction(1, 10)
        assert abs(cue.end - end) < Fraction(1, 10)


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_do_not_matter(name: str, line_end: str, tmp_path: Path) -> None:
    made = MADE[name]
    if isinstance(made, str):
        assert len(read_subtitles(write(tmp_path, made.replace("\n", line_end)))) == len(THREE)


@pytest.mark.parametrize("name", ["srt", "webvtt", "microdvd", "mpl2", "tmp"])
def test_agrees_with_another_reader_on_sound_files(name: str, tmp_path: Path) -> None:
    made = MADE[name]
    assert isinstance(made, str)
    theirs = [(e.start, e.plaintext.strip()) for e in pysubs2.SSAFile.from_string(made) if e.plaintext.strip()]
    assert [(int(cue.start * 1000), cue.text) for cue in read_subtitles(write(tmp_path, made))] == theirs


def test_subrip_with_faults(tmp_path: Path) -> None:
    faulty = (
        "1\n00:00:01,000-->00:00:02,000 X1:1 X2:2\n<i>one</i>\n\nstill one\n\n2\nno times here\n\n"
        "3\n 0:0:3.5 --> 0:0:4.5\n3 --> 4 is an arrow\n2020\n\nfour\n00:00:05 --> 00:00:06\n{\\an8}last &amp; least\n"
        "4\n"
        "00:00:07,000 --> 00:00:06,000\n1984"
    )
    cues = read_subtitles(write(tmp_path, faulty))
    assert [cue.text for cue in cues] == ["one\nstill one", "3 --> 4 is an arrow\n2020", "last & least\n4", "1984"]
    assert cues[1].start == Fraction(7, 2)
    assert cues[3].end == cues[3].start


def test_times_before_the_film_are_cut_off(tmp_path: Path) -> None:
    made = "1\n-00:00:02,000 --> -00:00:01,000\ngone\n\n2\n-00:00:01,000 --> 00:00:01,000\nhere\n"
    cues = read_subtitles(write(tmp_path, made))
    assert [(int(cue.start), cue.text) for cue in cues] == [(0, "here")]


def test_webvtt_without_hours_voices_and_ruby(tmp_path: Path) -> None:
    made = "WEBVTT\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nid\n00:01.000 --> 00:02.000\n"
    made += "<v Ann>a<00:00:01.500>b</v> <ruby>c<rt>see</rt></ruby> &lt;\n"
    assert texts(tmp_path, made) == ["ab c <"]


def test_drawings_and_comments_of_substation_are_no_words(tmp_path: Path) -> None:
    made = HEAD_ASS + "Comment: 0,0:00:01.00,0:00:02.00,D,,no\nDialogue: 0,0:00:01.00,0:00:02.00,D,,{\\p1}m 0 0{\\p0}\n"
    made += "Dialogue: 0,0:00:01.00,0:00:02.00,D,,a, b{\\pos(1,2)}\\hc\n"
    assert texts(tmp_path, made) == ["a, b c"]


@pytest.mark.parametrize(
    ("attributes", "begin", "second"),
    [
        ("", "1.5s", Fraction(3, 2)),
        ("", "00:00:01:15", Fraction(3, 2)),
        ('ttp:frameRate="25"', "50f", Fraction(2)),
        ('ttp:frameRate="24" ttp:frameRateMultiplier="1000 1001"', "24f", Fraction(1001, 1000)),
        ('ttp:tickRate="1000"', "2500t", Fraction(5, 2)),
        ('ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001" ttp:timeBase="smpte" ttp:dropMode="dropNTSC"',
         "00:01:00:02", Fraction(1800 * 1001, 30000)),
        ("", "1h", Fraction(3600)),
        ("", "250ms", Fraction(1, 4)),
    ],
)  # fmt: skip
def test_times_of_ttml(attributes: str, begin: str, second: Fraction, tmp_path: Path) -> None:
    assert starts(tmp_path, f'<tt {attributes}><body><p begin="{begin}">a</p></body></tt>') == [second]


def test_times_of_ttml_nest(tmp_path: Path) -> None:
    made = (
        '<tt:tt><tt:body begin="10s"><tt:div begin="5s">'
        '<tt:p begin="1s" dur="2s">a<tt:span tts:ruby="text">no</tt:span>'
        '</tt:p><tt:p><tt:span begin="4s" end="5s">b</tt:span><tt:span begin="6s" end="7s">c</tt:span></tt:p></tt:div>'
        '<tt:div timeContainer="seq"><tt:p dur="1s">d &nbsp;&amp; e</tt:p><tt:p dur="1s">f</tt:p></tt:div>'
        "</tt:body></tt:tt>"
    )
    cues = read_subtitles(write(tmp_path, made))
    assert [(int(c.start), int(c.end), c.text) for c in cues] == [
        (10, 11, "d & e"), (11, 12, "f"), (16, 18, "a"), (19, 20, "b"), (21, 22, "c"),
    ]  # fmt: skip


def test_sami_keeps_its_languages_apart(tmp_path: Path) -> None:
    made = "<SAMI><STYLE>.E {lang: en-US;} .F {lang: fr-FR;}</STYLE><SYNC Start=1000><P Class=E>yes<P Class=F>oui"
    made += "<SYNC Start=2000><P Class=E>&nbsp;<SYNC Start=3000><P Class=F>&nbsp;"
    cues = read_subtitles(write(tmp_path, made))
    assert [(c.language, int(c.end), c.text) for c in cues] == [("en-US", 2, "yes"), ("fr-FR", 3, "oui")]


def test_the_rate_of_the_film_serves_where_the_file_states_none(tmp_path: Path) -> None:
    assert starts(tmp_path, "{48}{72}a\n", Fraction(24)) == [2]
    assert starts(tmp_path, "{1}{1}25\n{50}{75}a\n", Fraction(24)) == [2]
    assert starts(tmp_path, "{48}{72}a\n") == [Fraction(48 * 1001, 24000)]
    assert read_subtitles(write(tmp_path, "{48}{72}a\n")).assumed
    assert starts(tmp_path, "00:00:01:29,00:00:02:00,a\n") == [Fraction(59, 30)]


def test_broadcast_letters_and_programme_start(tmp_path: Path) -> None:
    assert texts(tmp_path, broadcast(b"\xc2Etude na\xc8ive \xfauvre"))[0] == "Étude naïve œuvre"
    assert texts(tmp_path, broadcast("Река".encode("iso8859-5"), b"01"))[0] == "Река"
    assert read_subtitles(write(tmp_path, broadcast(start=10)))[0].start == 1


def test_lyrics_repeat_and_shift(tmp_path: Path) -> None:
    made = "[offset:500]\n[00:01.00][00:05.00]<00:01.10>la <00:01.20>la\n"
    assert starts(tmp_path, made) == [Fraction(1, 2), Fraction(9, 2)]


def test_roll_up_captions(tmp_path: Path) -> None:
    made = "Scenarist_SCC V1.0\n\n00:00:01;00\t9425 9425 94ad 94ad 9470 9470 c1c2\n\n"
    made += "00:00:03;00\t9425 9425 94ad 94ad 43c4\n"
    assert texts(tmp_path, made) == ["AB", "CD"]
