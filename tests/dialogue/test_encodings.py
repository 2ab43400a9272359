# ruff: noqa: RUF001
import pytest

from cranework.dialogue.encodings import decode

LINES = {
    "ru": "Куда ты идёшь так поздно?\nЯ ничего не видел, клянусь.\nЖди меня у реки, я скоро приду.",
    "uk": "Куди ти йдеш уночі?\nЯ нічого не бачив, присягаюся.\nЧекай на мене біля річки.",
    "fr": "Où vas-tu si tard, chérie ?\nJe n'ai rien vu, je te le jure, à moitié.\nC'est ça, l'été prochain, mon cœur.",
    "pl": "Dokąd idziesz tak późno?\nNic nie widziałem, przysięgam.\nCzekaj na mnie nad rzeką, święta.",
    "cs": "Kam jdeš tak pozdě?\nNic jsem neviděl, přísahám.\nPočkej na mě u řeky, lásko.",
    "tr": "Bu saatte nereye gidiyorsun?\nHiçbir şey görmedim, yemin ederim.\nIşığı söndür, güzelim.",
    "el": "Πού πας τόσο αργά;\nΔεν είδα τίποτα, ορκίζομαι.\nΠερίμενέ με στο ποτάμι.",
    "he": "לאן אתה הולך כל כך מאוחר?\nלא ראיתי כלום, אני נשבע.",
    "ar": "إلى أين تذهب في هذا الوقت؟\nلم أر شيئا، أقسم لك.",
    "th": "คุณจะไปไหนดึกขนาดนี้\nฉันไม่เห็นอะไรเลย สาบานได้",
    "zh": "你这么晚要去哪里？\n我什么都没看见，我发誓。",
    "zh-TW": "你這麼晚要去哪裡？\n我什麼都沒看見，我發誓。",
    "ja": "こんな遅くにどこへ行くの？\n何も見ていない、本当だ。",
    "ko": "이렇게 늦게 어디 가세요?\n아무것도 못 봤어요, 맹세해요.",
    "en": "It’s late. Don’t go…\n“We’ll see,” she said.",
}
USED = {
    "ru": ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"), "uk": ("cp1251", "koi8-u", "cp1125"),
    "fr": ("cp1252", "iso8859-15", "mac-roman"), "pl": ("cp1250", "iso8859-2", "cp852"), "cs": ("cp1250", "iso8859-2"),
    "tr": ("cp1254", "cp857"), "el": ("cp1253", "iso8859-7", "cp737"), "he": ("cp1255", "cp862"),
    "ar": ("cp1256", "iso8859-6"), "th": ("cp874",), "zh": ("gb18030",), "zh-TW": ("big5",),
    "ja": ("shift_jis", "euc_jp", "iso2022_jp"), "ko": ("euc_kr",), "en": ("cp1252", "mac-roman"),
}  # fmt: skip
EVERYWHERE = ("utf-8", "utf-8-sig", "utf-16", "utf-32")


@pytest.mark.parametrize(("language", "encoding"), [(k, e) for k, used in USED.items() for e in (*used, *EVERYWHERE)])
def test_the_encoding_is_found_out(language: str, encoding: str) -> None:
    assert decode(LINES[language].encode(encoding))[0] == LINES[language]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str) -> None:
    text = "1\r\n00:00:01,000 --> 00:00:02,000\r\n" + LINES["ru"] + "\r\n"
    assert decode(text.encode(encoding)) == (text, encoding)


def test_two_files_of_two_encodings_joined() -> None:
    text = LINES["ru"] + "\n"
    assert decode(text.encode() + text.encode("cp1251")) == (text * 2, "utf-8 and cp1251")


def test_a_letter_cut_through_at_the_end_is_left_out() -> None:
    assert decode("дом и река".encode()[:-1]) == ("дом и рек", "utf-8")


def test_what_the_user_names_is_taken() -> None:
    assert decode(LINES["pl"].encode("cp1250"), "cp1250") == (LINES["pl"], "cp1250")
    assert decode(LINES["pl"].encode("utf-8-sig"), "utf-8")[0] == LINES["pl"]
    with pytest.raises(LookupError):
        decode(b"a", "no such thing")
