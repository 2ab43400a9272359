"""Words of closed classes, verbs and shapes: no more grammar than stretches and kinds need."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


def bag(words: str) -> frozenset[str]:
    """A set of words written with blanks between them."""
    return frozenset(words.split())


DETERMINERS = bag(
    "the a an this that these those my your his her its our their some any each every no another such both either "
    "neither all many several few most more much what whose"
)
ALONE = bag("this that these those all some many most few both several each another neither either")
"""Determiners that may be a subject without a noun."""

COUNTING = bag("many some all these those few most several other two three four five both various numerous different")
SUBJECTS = bag(
    "i you he she it they we who which there everyone everybody nobody someone somebody nothing something one"
)
PRONOUNS = SUBJECTS | bag("me him her us them this that these those himself herself itself themselves myself")
PREPOSITIONS = bag(
    "of in on at by for from with to into onto about against between through during before after above below under "
    "over without within among across behind beyond near since until toward towards upon like unlike as than per via "
    "despite off out up down around along alongside amid amidst inside outside except besides regarding concerning "
    "throughout"
)
CONJUNCTIONS = bag("and but or nor so yet")
SUBORDINATORS = bag(
    "because although though while whereas until till unless since if when whenever as before after once whether that "
    "lest where wherever"
)
RELATIVES = bag("who whom whose which where")
ADVERBS = bag(
    "not never also then just even still always often soon later now once again almost only too very quite rather so "
    "ever already perhaps maybe indeed however therefore thus instead meanwhile together sometimes somehow nearly "
    "hardly rarely seldom both all each simply first eventually finally suddenly at last"
)
CLOSED = DETERMINERS | PRONOUNS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | RELATIVES | ADVERBS
FINITE = bag(
    "is are was were am has have had does do did will would can could may might must shall should ain't isn't aren't "
    "wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't mustn't shouldn't "
    "shan't needn't"
)
CONTRACTED = ("'s", "'re", "'ve", "'ll", "'d", "'m")

LINKING = bag(
    "remain remains remained seem seems seemed appear appears appeared become becomes became grow grew felt look looked"
)
ADJECTIVE_ENDINGS = ("ing", "ous", "ive", "ful", "ic", "al", "long", "crane", "final")
SAYING = bag(
    "say says said claim claims claimed think thinks thought believe believes believed know knows knew hear heard read "
    "told argue argues argued insist insists insisted suggest suggests suggested guess suppose assume understand "
    "understood remember recall mention mentions mentioned"
)
"""Verbs by which a statement is handed on; the statement is what follows."""

IRREGULAR = (
    "be was been,become became become,begin began begun,bear bore borne,beat beat beaten,bend bent bent,bind bound  "
    "bound,bite bit bitten,blow blew blown,break broke broken,bring brought brought,build built built,burn burnt  "
    "burnt,buy  bought bought,catch caught caught,choose chose chosen,cling clung clung,come came come,cost cost  "
    "cost,creep crept  crept,cut cut cut,deal dealt dealt,dig dug dug,do did done,draw drew drawn,dream dreamt  "
    "dreamt,drink drank drunk,drive drove driven,eat ate eaten,fall fell fallen,feed fed fed,feel felt felt,fight  "
    "fought fought,find found found,flee fled fled,fly flew flown,forbid forbade forbidden,forget forgot  "
    "forgotten,forgive forgave forgiven,freeze froze  frozen,get got gotten,give gave given,go went gone,grow grew  "
    "grown,hang hung hung,have had had,hear heard heard,hide  hid hidden,hit hit hit,hold held held,hurt hurt  "
    "hurt,keep kept kept,know knew known,lay laid laid,lead led led,lean  leant leant,leap leapt leapt,learn learnt  "
    "learnt,leave left left,lend lent lent,let let let,lie lay lain,light lit  lit,lose lost lost,make made made,mean "
    "meant meant,meet met met,mistake mistook mistaken,overcome overcame overcome,pay paid paid,prove proved  "
    "proven,put put put,read read read,ride rode ridden,ring rang rung,rise rose risen,run ran  run,say said said,see "
    "saw seen,seek sought sought,sell sold sold,send sent sent,set set set,shake shook shaken,shine  shone  "
    "shone,shoot shot shot,show showed shown,shut shut shut,sing sang sung,sink sank sunk,sit sat sat,sleep slept   "
    "slept,slide slid slid,speak spoke spoken,spend spent spent,spin spun spun,split split split,spread spread  "
    "spread,spring sprang sprung,stand stood stood,steal stole stolen,stick stuck stuck,strike struck struck,strive  "
    "strove  striven,swear swore sworn,sweep swept swept,swim swam swum,swing swung swung,take took taken,teach  "
    "taught taught,tear  tore torn,tell told told,think thought thought,throw threw thrown,understand understood  "
    "understood,undergo underwent  undergone,wake woke woken,wear wore worn,weave wove woven,weep wept wept,win won  "
    "won,wind wound wound,withdraw  withdrew withdrawn,write wrote written"
)
REGULAR = bag(
    "accept accompany achieve act add admire admit adopt affect agree aim allow amaze announce appear approach arrive "
    "ask attack attempt attend avoid await base battle belong believe betray blame boast bore borrow call capture "
    "care carry cast cause celebrate change chase claim climb close collapse combine commit compare compete complain "
    "conclude confess confirm confront consider consist contain continue contrive convey convince cover craft create "
    "cross cry dance dare decide declare defend deliver demand deny depart depend depict describe deserve desert "
    "destroy develop devote die differ direct disappear discover display dissolve distribute dominate drag drift drop "
    "earn edit elevate embody emerge employ enable encounter end endure engage enjoy enlist ensue enter entertain "
    "escape establish evoke exist expect experience explain explore express face fade fail fascinate feature fill "
    "film finance finish fit focus follow force form frame fulfil fulfill gain gather glide greet guess handle happen "
    "hate haunt head help hesitate highlight hire hope hurry ignore imagine impress include indicate insist inspire "
    "intend introduce invade invite involve join judge jump justify kidnap kill kiss knock lack land last laugh "
    "launch lift like limp linger link listen live long look love lure maintain manage march mark marry matter "
    "mention miss mix move murder need note notice obtain occur offer open oppose order overlook pass perform pick "
    "place plan play please pledge plot plunge point portray possess praise predate prefer prepare present preserve "
    "prevent proceed produce promise protect provide pull punish pursue push raise rape rate reach react realise "
    "realize receive recall recognise recognize recommend recount reflect refuse reject release rely remain remember "
    "remind remove render repeat replace represent require rescue resemble resist resort respond rest restore result "
    "retain return reunite reveal reward rob rule rush sacrifice save search seem select sense separate serve settle "
    "share shatter shift shock shout sign sound spare star stage stare start starve stay step stop struggle study "
    "succeed suffer suggest suit support suppose surprise surround survive suspect swirl symbolise symbolize talk "
    "target tempt tend test touch tour track transcend transfer transform travel treat try turn uncover unfold unite "
    "urge use vanish venture view visit volunteer vow wait walk wander want warn waste watch wed welcome whirl win "
    "wish witness wonder work worry wrap yearn yield awake awaken illustrate demonstrate narrate document premiere "
    "debut concern pan zoom tilt crane pile figure fire free near age aid answer arrest assume benefit bother bomb "
    "bury camp charge charm cheat cheer comment crash damage date debate delight desire disappoint distract divorce "
    "doubt draft dress echo escort exchange excuse execute exploit export fake fear flash flow fool gamble glance "
    "grab grace guard guide hunt impose influence injure intrigue irritate isolate lecture limit list lock mask "
    "measure merge mirror mock mount mourn mutate name object observe owe own paint park persuade photograph pit "
    "plague poison pray press proclaim provoke punctuate question quit quote race ransack rank recruit refer register "
    "regret relate relieve remarry report research revolve roam satisfy scare score scream shape shelter smile smoke "
    "smuggle spawn spoil spot stem strand stretch strip stumble suck supply suppress surpass suspend sway switch "
    "thrill throw tie top train trap trick trigger trust twist underline unfurl vary vie voice warm weigh whisper "
    "wound"
)
AMBIGUOUS = bag(
    "acts aims battles calls camps cares causes changes charges charms claims climbs closes covers cuts dances deals "
    "dreams drives ends falls fears features feels fights films fires flies focuses forces forms frames heads helps "
    "hits holds hopes hunts kisses laughs lands leads leaves likes limits lines links lives looks loves makes marks "
    "matters means moves murders names needs notes numbers objects orders paints plans plays plots points presents "
    "produces promises questions ranks reaches records releases reports returns rides rings rises rolls rules runs "
    "scenes scores screams senses sets shapes shares shifts shocks shoots shots shouts shows signs sings sounds spots "
    "stages stands stars starts states stays steps sticks stops strikes struggles studies supports surprises swings "
    "tests thoughts times tours tracks trains travels treats tricks turns twists uses views visits voices walks wants "
    "watches wins winds wishes wonders works wounds shot cut cast set lead fall love play look work film star show "
    "act fight dream move turn need want like sound light end start help hope place point plot form frame face state "
    "cost heart head"
)


def _forms() -> dict[str, str]:
    """Every form of the verbs above: ``base``, ``s``, ``past``, ``part``, ``ing``."""
    forms: dict[str, str] = {}
    for base in REGULAR:
        stem = base[:-1] if base.endswith("e") else base
        doubled = stem + stem[-1] if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", base) else stem
        past = base[:-1] + "ied" if re.search(r"[^aeiou]y$", base) else doubled + "ed"
        forms |= {base: "base", _third(base): "s", past: "past", doubled + "ing": "ing", stem + "ing": "ing"}
    for line in IRREGULAR.split(","):
        base, past, part = line.split()
        stem = (
            base[:-2] + "y"
            if base.endswith("ie")
            else base[:-1]
            if base.endswith("e") and base != "be" and base != "see"
            else base
        )
        doubled = stem + stem[-1] if re.fullmatch(r"(?:\w*[^aeiou])?[aeiou][bdgmnprt]", base) else stem
        forms |= {
            part: "part",
            base: "base",
            past: "past",
            _third(base): "s",
            stem + "ing": "ing",
            doubled + "ing": "ing",
        }
    return forms


def _third(base: str) -> str:
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ies"
    return base + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", base) else "s")


FORMS = _forms()
_TOKEN = re.compile(r"[^\W_]+(?:['&/-][^\W_]+)*'?|\.\.+|--|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark, with its place in the sentence.

    Attributes:
        low: the word in small letters.
        name: it begins with a capital that no sentence's start explains, or is in capitals.
    """

    start: int
    end: int
    text: str
    low: str
    name: bool = False

    @property
    def mark(self) -> bool:
        """True for punctuation."""
        return not self.low[0].isalnum()


def words(sentence: str) -> list[Word]:
    """The words and marks of a sentence."""
    found: list[Word] = []
    begins = True
    for token in _TOKEN.finditer(sentence):
        text = token.group()
        low = text.lower()
        common = low in FINITE or low in FORMS or low in CLOSED
        first = begins
        begins = begins and not low[0].isalnum()
        name = text[0].isupper() and text != "I" and not text.startswith("I'") and not (first and common)
        found.append(Word(token.start(), token.end(), text, low, name))
    return found


def finite(tokens: Sequence[Word], at: int) -> bool:
    """True if the word is, as far as its neighbours tell, a finite verb."""
    low = tokens[at].low
    before = _before(tokens, at)
    if low in FINITE or low.endswith("n't"):
        return not (low in ("will", "might", "can", "may") and (before in DETERMINERS or tokens[at].name))
    if low.endswith(CONTRACTED) and low[: low.rindex("'")] in SUBJECTS | {"that", "here", "what", "where", "how"}:
        return True
    if (tokens[at].name and not tokens[at].text.isupper()) or low in CLOSED:
        return False
    form = FORMS.get(low)
    if before == "that" and form == "s":
        return True
    if before in SUBJECTS:
        return form in ("base", "s", "past") or low.endswith(("ed", "s"))
    if form is None:
        return _unknown(tokens, at, before)
    if before in PREPOSITIONS | DETERMINERS - ALONE:
        return False
    if form == "s":
        return low not in AMBIGUOUS or _stands_as_verb(tokens, at)
    if low in AMBIGUOUS and before.endswith(ADJECTIVE_ENDINGS):
        return False
    if form == "past":
        return _stands_as_verb(tokens, at) and not _participle(tokens, at)
    return form == "base" and before.endswith("s") and not before.endswith(("ss", "'s")) and _stands_as_verb(tokens, at)


def _before(tokens: Sequence[Word], at: int) -> str:
    """The word before, adverbs left out."""
    place = at - 1
    while place >= 0 and (
        tokens[place].low in ADVERBS or (tokens[place].low.endswith("ly") and len(tokens[place].low) > 4)
    ):
        place -= 1
    return tokens[place].low if place >= 0 else ""


def _stands_as_verb(tokens: Sequence[Word], at: int) -> bool:
    """True if what follows could be the object or complement of a verb, and what stands before its subject."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    follows = after in CLOSED or after.endswith(("ly", "ing")) or after[:1].isdigit() or tokens[at].low in LINKING
    follows = follows or (at + 1 < len(tokens) and tokens[at + 1].name)
    before = _before(tokens, at)
    subject = before[:1].isalpha() and before not in PREPOSITIONS | CONJUNCTIONS | DETERMINERS - ALONE
    if not after[:1].isalnum():
        return subject and (tokens[at - 1].name or tokens[at].low not in AMBIGUOUS or _in_clause(tokens, at))
    if tokens[at].low in AMBIGUOUS and tokens[at].low.endswith("s") and _plural(tokens, at):
        return False
    return follows and (subject or before in (")", "and", ",", '"'))


def _in_clause(tokens: Sequence[Word], at: int) -> bool:
    """True near "when", "until", "who": "when the war starts"."""
    return tokens[at].low.endswith("s") and any(
        word.low in SUBORDINATORS | RELATIVES for word in tokens[max(0, at - 5) : at]
    )


def _plural(tokens: Sequence[Word], at: int) -> bool:
    """True if a word that counts several stands before: then "many early films" are no verb."""
    for word in reversed(tokens[max(0, at - 4) : at]):
        if word.mark or word.low in FINITE:
            return False
        if word.low in COUNTING or word.low.isdigit():
            return True
    return False


def _participle(tokens: Sequence[Word], at: int) -> bool:
    """True for a past form that follows an auxiliary or stands before "by"."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return after == "by" or _before(tokens, at) in FINITE | bag("be been being having get gets got")


def _unknown(tokens: Sequence[Word], at: int, before: str) -> bool:
    """A word of no list: a verb if it ends like one, behind a name or a pronoun and before an object."""
    word = tokens[at]
    if (
        word.mark
        or not word.low.endswith(("s", "ed"))
        or word.low.endswith(("ss", "'s", "us", "is", "ous"))
        or "-" in word.low
    ):
        return False
    named = at > 0 and (tokens[at - 1].name or tokens[at - 1].low in SUBJECTS)
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if word.low.endswith("ed"):
        return named and after != "by"
    noun = before.isalpha() and before not in CLOSED
    return (named and after in DETERMINERS | PRONOUNS | PREPOSITIONS) or (noun and after in DETERMINERS)
