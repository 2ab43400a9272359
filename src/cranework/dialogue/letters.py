# ruff: noqa: RUF001
"""What tells a language in wrongly or rightly decoded text: its letters, the frequent ones first.

For languages in Latin letters only those beyond ASCII are listed, since all encodings agree on the others. For Chinese,
Japanese and Korean these are characters frequent in dialogue; others are possible there too.
"""

from __future__ import annotations

CYRILLIC = {
    "ru": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "uk": "оаинвіетрслкдумпзяьбгйчхцїжюєшщґф",
    "bg": "аеиотнрсвлкдпмзгъуячбцжйхщшюфь",
    "sr": "аоиенрсјтукдвмлпзгбљцчшжњхћфџђ",
    "mk": "аоиетнрвсклмупдзјгбчцшхжќњфљѓџѕѐѝ",
    "be": "аніеоыртялскудмпвьзйгбчшхцюэўжфё",
}
GREEK = {"el": "αοτιεηςσνυρπκλμωθάγδίόέήχύφώξβζψϊϋΐΰ"}
HEBREW = {"he": "יוהלאתרשבמנחקדעפםכסגצזןטךףץ"}
ARABIC = {
    "ar": "اليمنوتربعدهفسكقأحةجشصىخذضإثطئزءغظآؤ،؟؛ـًٌٍَُِّْ",
    "fa": "انردیهوتمسشبلکزخفگعقجحآپصطضذظچغثژئءيكؤ،؟؛أ",
}
THAI = {"th": "านรอกเงมลยวดทสตะปบคหแจพชขใไผโซณญธถศษฎฏฐฑฒฌฉฝฟภฬฮฯๆำิีึืุูั็่้๊๋์ํ"}
WESTERN = {
    "fr": "éàèêçôùâîûœïëæÿ",
    "de": "üäöß",
    "es": "áíóéñúü",
    "pt": "ãáéçíóêõâúàô",
    "it": "èàùòéìîó",
    "nl": "ëéèïöüáó",
    "sv": "äåöéü",
    "da": "øåæéöäòôóê",
    "fi": "äöåé",
    "is": "áðíéóþúöæý",
    "ca": "àóéèíòçïúü·",
    "ga": "áíéóú",
}
BALTIC = {"lt": "ėšąžūįųęč", "lv": "āīēšņūļķģžč", "et": "äõüöšž"}
CENTRAL = {
    "pl": "łęążśćóńź",
    "cs": "íáéýěžřščůúóťďňüö",
    "sk": "áíéčýžšúťľóôňďäŕĺ",
    "hu": "áéöóőíüúű",
    "ro": "ăîâşţ",
    "ro-comma": "ăîâșț",
    "hr": "čšžćđ",
    "de": "üäöß",
    "sq": "ëç",
}
TURKISH = {"tr": "ışüğçöâîû"}
VIETNAMESE = {"vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"}

CHINESE = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没"
    "动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向"
    "头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活"
    "尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即"
    "像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运吗吧呢啊哦嗯您谢请喜欢爱哪谁怎快找等跟帮吃喝"
    "妈爸钱车晚早酒歉抱"
)
TRADITIONAL = (
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒"
    "動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向"
    "頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活"
    "爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即"
    "像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運嗎吧呢啊喔嗯您謝請喜歡愛哪誰怎快找等跟幫吃喝"
    "媽爸錢車晚早酒歉抱"
)
JAPANESE = (
    "日一人大年出本中子見国言上分生手自行者前目間事思時気会十家女三方下小長場入"
    "今話金何心私俺僕君彼知来死待帰夜朝水名父母友好"
)
KOREAN = (
    "이다는에을를가고지하의은기나사도로한그리어해자아있시서라대수들것만게네요니안일제보야내여거음말면인없었습까너당세어저우했오무부정마전장상주소원구모신선생과와위"
    "경동조비문공유왜누군알겠봐줘된될더잘못좋죠든때데같싶른난날남녀람랑집친"
)

ALPHABETS = {
    "western": WESTERN, "central": CENTRAL, "baltic": BALTIC, "turkish": TURKISH, "vietnamese": VIETNAMESE,
    "cyrillic": CYRILLIC, "greek": GREEK, "hebrew": HEBREW, "arabic": ARABIC, "thai": THAI,
}  # fmt: skip
CHARACTERS = {"chinese": CHINESE, "traditional": TRADITIONAL, "japanese": JAPANESE, "korean": KOREAN}

ENCODINGS = (
    ("cp1252", "western"), ("cp1251", "cyrillic"), ("cp1250", "central"), ("gb18030", "chinese"),
    ("cp950", "traditional"), ("cp932", "japanese"), ("euc_jp", "japanese"), ("cp949", "korean"),
    ("cp1254", "turkish"), ("cp1253", "greek"), ("cp1256", "arabic"), ("cp1255", "hebrew"), ("cp1257", "baltic"),
    ("cp874", "thai"), ("cp1258", "vietnamese"), ("iso8859_2", "central"), ("iso8859_15", "western"),
    ("koi8_r", "cyrillic"), ("koi8_u", "cyrillic"), ("iso8859_5", "cyrillic"), ("iso8859_7", "greek"),
    ("iso8859_6", "arabic"), ("iso8859_13", "baltic"), ("iso8859_4", "baltic"), ("iso8859_16", "central"),
    ("cp866", "cyrillic"), ("cp1125", "cyrillic"), ("cp855", "cyrillic"), ("cp850", "western"),
    ("cp437", "western"), ("cp852", "central"), ("cp857", "turkish"), ("cp737", "greek"), ("cp869", "greek"),
    ("cp862", "hebrew"), ("cp775", "baltic"), ("cp861", "western"), ("cp865", "western"), ("mac_roman", "western"),
    ("mac_cyrillic", "cyrillic"), ("mac_latin2", "central"), ("mac_greek", "greek"), ("mac_turkish", "turkish"),
    ("mac_iceland", "western"), ("mac_croatian", "central"), ("mac_romanian", "central"),
    ("big5hkscs", "traditional"), ("johab", "korean"),
)  # fmt: skip
"""What files are written in, the frequent ones first, and which languages use it."""

SIGNS = {
    "…": r"(?<=\S)…(?!\w)|(?<!\w)…(?=\w)",
    "’": r"(?<=\w)’(?=\w)|’(?!\w)",
    "‘": r"(?<!\w)‘(?=\w)",
    "“": r"(?<!\w)“|“(?!\w)",
    "”": r"”(?!\w)",
    "„": r"(?<!\w)„(?=\w)",
    "«": r"(?<!\w)«|«(?!\w)",
    "»": r"»(?!\w)|(?<!\w)»",
    "–": r"(?<!\w)–|–(?!\w)",
    "—": r"(?<!\w)—|—(?!\w)",
    "¿": r"(?<!\w)¿(?=\w)",
    "¡": r"(?<!\w)¡(?=\w)",
    "№": r"№(?=\s?\d)",
    "€": r"€(?=\s?\d)|(?<=\d)€|(?<=\d )€",
    "£": r"£(?=\d)",
    "°": r"(?<=\d)°|°(?=C)",
    "\xa0": r"(?<![^\W\d])\xa0|\xa0(?=[?!:;»%\w])",
    "´": r"(?<=\w)´(?=\w)",
    "•": r"(?<!\w)•",
    "·": r"(?<=[lL])·(?=[lL])",
    "½": r"½(?!\w)",
    **{sign: sign for sign in "♪♫©®™\xad\u200e\u200f"},
}
"""Signs of dialogue and where they may stand."""
