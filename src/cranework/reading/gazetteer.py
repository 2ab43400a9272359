"""Names that every text on films uses: prizes, festivals, countries, events; and the words that are no names at all.

Tables of patterns, for what stands in no reference store or is written in too many ways to be looked up.
"""

from __future__ import annotations

import re

from cranework.reading.words import bag

_CRAFT = (
    r"(?:picture|film|movie|director|direction|directing|actor|actress|performance|acting|(?:female|male) "
    r"(?:performance|acting|interpretation|lead|role)|(?:lead|leading) (?:actor|actress|role)|supporting (?:actor"
    r"|actress|role|performance)|(?:original|adapted) (?:screenplay|story|score|song|script|music)|screenplay|script"
    r"|writing|story|cinematography|photography|camera ?work|editing|film editing|score|music|song|soundtrack|sound"
    r"(?: (?:editing|mixing|effects))?|art direction|set design|production design|costumes?(?: design)?|make-?up"
    r"|visual effects|special effects|documentary(?: short| feature)?|(?:animated |live action )?short(?: (?:film"
    r"|subject))?|foreign(?:[ -]language)? (?:film|picture|movie)|animated (?:film|feature)|(?:first|debut) (?:film"
    r"|feature)|newcomer|ensemble|adaptation|comedy|drama|musical|motion picture(?: story)?)"
)
_CRAFT = _CRAFT.replace(" ", r"\s")

_AWARDS = r"(?:awards?|prizes?|trophy|trophies|statuettes?|statues?|honou?rs?)"

PRIZE = re.compile(
    rf"""
    (?<!\w)(?:
    (?:[Pp]alme?s?|PALME?)\s(?:[Dd]['`\u00b4\u2019]?\s?[Oo]r|D['`\u00b4\u2019]?\s?OR)\b
    |(?:[Gg]old(?:en)?\s[Pp]alm(?:\s[Ll]ea[fv]e?s?)?|[Pp]alm(?:s)?\sof\s[Gg]old)(?:\s(?:award|prize))?\b
    |(?:[Gg]old(?:en)?|[Ss]ilver|[Cc]rystal)\s(?:[Ll]ions?|[Bb]ears?|[Gg]lobes?|[Ll]eopards?|[Ss]hells?|[Rr]oosters?
        |[Hh]orses?|[Pp]eacocks?|[Rr]aspberr(?:y|ies)|[Bb]ears|[Ee]agles?|[Hh]ugos?)(?:\s[Aa]wards?)?\b
    |(?:the\s)?[Gg]rand\s(?:[Jj]ury\s)?[Pp]ri(?:x|ze)(?:\sof\sthe\s[Jj]ury)?\b
    |(?:the\s)?(?:[Ss]pecial\s)?[Jj]ury(?:'s)?(?:\s[Ss]pecial|\s[Gg]rand)?\s(?:[Pp]rizes?|[Aa]wards?|[Mm]ention
        |[Rr]ecognition)\b
    |(?:FIPRESCI|fipresci|[Cc]ritics'?|[Aa]udience|[Jj]ury|[Pp]ulitzer|[Nn]obel|[Ee]cumenical|[Tt]echnical)\s
        (?:[Cc]hoice\s)?(?:[Aa]wards?|[Pp]rizes?)\b
    |Camera\s[Dd]'Or\b
    |[Bb](?:est|EST)\s(?i:{_CRAFT})
        (?:\s(?:in\s)?(?:[Aa]\s)?[Ll]eading\s[Rr]ole|\s[Ii]n\s[Aa]\s(?:[Ll]eading|[Ss]upporting)\s[Rr]ole)?
        (?:\s(?:Academy\s[Aa]wards?|Oscars?|Golden\sGlobes?|BAFTAs?|Emmys?|Emmies|{_AWARDS}))?\b
    |Academy\s[Aa]wards?\b|academy\sawards?\b|Oscars?\b|oscars?(?=\s(?:for|in|nomin|winn|award))
    |BAFTAs?(?:\s[Aa]wards?)?\b|Emmy(?:s)?(?:\s[Aa]wards?)?\b|Emmies\b|C[ée]sars?(?=\s(?:[Aa]ward|for|in)|s\b)
    |Tony\s[Aa]wards?\b|Gramm(?:y|ies)s?(?:\s[Aa]wards?)?\b|Razzies?\b|Stalin\sPrize\b|Lenin\sPrize\b|State\sPrize\b
    |(?:[Ss]pecial|[Hh]onou?rable)\s(?:[Mm]ention|[Pp]rize|[Aa]ward)\b
    |(?:[Tt]he\s)?(?:[Mm]ain|[Ff]irst|[Tt]op|[Hh]ighest|[Aa]cting|[Dd]irecting|[Dd]irector's)\s
        (?:[Pp]rizes?|[Aa]wards?)\b
    |(?:[Pp]rize|[Aa]ward)s?\sfor\s(?:(?:the|her|his|its|their)\s)?(?:[Bb]est\s)?(?i:{_CRAFT})\b
    |Film\sCritics\sCircle\s[Aa]wards?\b|Independent\sSpirit\s[Aa]wards?\b|Hugo\s[Aa]wards?\b|Saturn\s[Aa]wards?\b
    )
    """,
    re.VERBOSE,
)
"""Prizes, with their categories."""

FESTIVAL = re.compile(
    r"""
    (?<!\w)(?:
    (?:(?:(?!D'|The\b|At\b|In\b|Prix\b|Palm)[A-Z][\w'-]+\s){0,3}(?:International\s)?[Ff]ilm\s[Ff]estival
        (?:\s(?:of|at|in)\s[A-Z][\w-]+)?)\b
    |(?:the\s)?[Ff]estival\s(?:of|in|at)\s(?:Cannes|Venice|Berlin|Locarno|Karlovy\sVary|Moscow|San\sSebasti[aá]n)\b
    |Cannes(?:\s[Ff]estival)?\b|CANNES\b|Berlinale\b|Sundance(?:\s[Ff]estival)?\b|Karlovy\sVary\b|Locarno\b|SXSW\b
    |Academy\sAwards\sceremony\b
    )
    """,
    re.VERBOSE,
)

_COUNTRIES = {
    "Soviet Union": r"Soviet Union|U\.?S\.?S\.?R\.?|Soviet|SOVIET",
    "Russia": r"Russians?|Russia|RUSSIAN?",
    "United States": r"United States(?: of America)?|U\.S\.A\.|USA|U\.S\.|America|Americans?",
    "United Kingdom": r"United Kingdom|U\.K\.|UK|Great Britain|Britain|British|England"
    r"|English(?= (?:film|movie|director|production|comedy|actor|actress))",
    "Germany": r"(?:Nazi |Hitler |West |East )?German(?:y|s)?|GDR|FRG|DDR",
    "France": r"France|French(?:m[ae]n)?",
    "Italy": r"Ital(?:y|ians?)",
    "Japan": r"Japan(?:ese)?",
    "Poland": r"Poland|Polish",
    "Czechoslovakia": r"Czechoslovakian?|Czech(?: Republic)?",
    "Hungary": r"Hungar(?:y|ians?)",
    "Spain": r"Spain|Spanish",
    "Sweden": r"Sweden|Swedish",
    "Denmark": r"Denmark|Danish",
    "Norway": r"Norway|Norwegian",
    "Finland": r"Finland|Finnish",
    "China": r"Chin(?:a|ese)",
    "Hong Kong": r"Hong[ -]Kong",
    "Taiwan": r"Taiwan(?:ese)?",
    "Korea": r"(?:South |North )?Korean?",
    "India": r"India|Indian(?= (?:film|movie|cinema|director))|Bollywood",
    "Canada": r"Canad(?:a|ian)",
    "Australia": r"Australian?",
    "New Zealand": r"New Zealand",
    "Mexico": r"Mexic(?:o|an)",
    "Brazil": r"Brazil(?:ian)?",
    "Argentina": r"Argentin(?:a|ean|e|ian)",
    "Cuba": r"Cuban?",
    "Austria": r"Austrian?",
    "Switzerland": r"Switzerland|Swiss",
    "Netherlands": r"Netherlands|Holland|Dutch",
    "Belgium": r"Belgi(?:um|an)",
    "Greece": r"Greece|Greek",
    "Turkey": r"Turkey|Turkish",
    "Israel": r"Israeli?",
    "Iran": r"Iran(?:ian)?",
    "Georgia": r"Georgian?",
    "Ukraine": r"Ukrain(?:e|ian)",
    "Yugoslavia": r"Yugoslav(?:ia|ian)?",
    "Romania": r"Romanian?",
    "Bulgaria": r"Bulgarian?",
    "Ireland": r"Ireland|Irish",
    "Portugal": r"Portug(?:al|uese)",
    "Thailand": r"Thai(?:land)?",
    "Venezuela": r"Venezuelan?",
    "Colombia": r"Colombian?",
    "Chile": r"Chilean|Chile",
    "Puerto Rico": r"Puerto Ric(?:o|an)",
    "South Africa": r"South Africa(?:n)?",
    "Iceland": r"Iceland(?:ic)?",
    "Vietnam": r"Vietnamese",
}
_COUNTRY_NAMES = tuple(_COUNTRIES)
COUNTRY = re.compile(
    r"\b(?=[A-Z])(?:"
    + "|".join(f"(?P<c{place}>{words})" for place, words in enumerate(_COUNTRIES.values()))
    + r")(?!\w)"
)
"""Countries by their names and adjectives; `country` tells which."""


def country(found: re.Match[str]) -> str:
    """The country that a match of `COUNTRY` names."""
    return _COUNTRY_NAMES[int((found.lastgroup or "c0")[1:])]


EVENT = re.compile(
    r"""
    (?<!\w)(?:
    (?:the\s)?(?:[Ww]orld\s[Ww]ar\s(?:I{1,2}|1|2|[Oo]ne|[Tt]wo)|WORLD\sWAR\s(?:I{1,2}|ONE|TWO)|WW\s?(?:I{1,2}|1|2)|ww2
        |[Ff]irst\s[Ww]orld\s[Ww]ar|[Ss]econd\s[Ww]orld\s[Ww]ar|2nd\sWorld\sWar|1st\sWorld\sWar)\b
    |(?:[Tt]he\s)?(?:Great\sPatriotic\sWar|Cold\sWar|Vietnam\sWar|Korean\sWar|(?:American\s|Spanish\s)?Civil\sWar
        |Gulf\sWar|Crimean\sWar|Great\sDepression|Great\sWar|October\sRevolution|Russian\sRevolution|French\sRevolution
        |Cultural\sRevolution|Holocaust|Thaw|Prague\sSpring|Winter\sWar)\b
    |(?:[Oo]peration\s|[Pp]lan\s)?Barbarossa(?:\sPlan)?\b
    |(?:[Bb]attle|[Ss]iege|[Ff]all)\sof\s[A-Z]\w+\b
    |(?:the\s)?(?:\d{1,2}th|[Tt]wentieth)\s(?:[Pp]arty\s)?[Cc]ongress
        (?:\sof\sthe\s(?:CPSU|(?:Soviet\s)?Communist\s[Pp]arty))?\b
    |(?:the\s)?Twentieth\sParty\sCongress\b
    |Pearl\sHarbor\b|D-?Day\b
    )
    """,
    re.VERBOSE,
)

PLACE = re.compile(
    r"\b(?:Moscow|Leningrad|Petersburg|St\. Petersburg|Kremlin|Siberia|London|Paris|Berlin|Rome|Venice|New York(?: "
    r"City)?|Los Angeles|Hollywood|Chicago|San Francisco|Tokyo|Havana|Toronto|Vienna|Prague|Warsaw|Budapest"
    r"|Stockholm|Madrid|Barcelona|Athens|Istanbul|Hiroshima|Stalingrad|Auschwitz|Europe|Africa|Asia|South America"
    r"|California|Texas|Washington|Boston|Las Vegas|Sydney|Melbourne|Dublin|Edinburgh|Scotland|Wales|Broadway"
    r"|Mosfilm|Tokyo|Shanghai|Hong Kong|Mumbai|Bombay|Calcutta|Alaska|Arizona|Florida|Mississippi|Manhattan"
    r"|Brooklyn|Harlem|Naples|Sicily|Normandy|Munich|Hamburg|Eastern Front|Western Front|Vietnam|Iraq|Afghanistan"
    r"|Egypt|Morocco|Algeria|the West|Red Army)\b",
)

OFFICE = re.compile(
    r"""
    (?<!\w)(?:
    (?:(?:[Dd]eputy|[Vv]ice|[Ff]ormer|[Ff]irst|[Tt]hen)[\s-])?(?:[Pp]rime\s[Mm]inister|[Pp]remier(?=\s[A-Z])
    |(?:[Ff]irst|[Gg]eneral)\s[Ss]ecretary|[Ss]ecretary[\s-][Gg]eneral|[Pp]arty\s(?:[Ll]eader|[Cc]hief|[Ss]ecretary|[Cc]hairman)
    |[Ss]oviet\s(?:[Ll]eader|[Pp]remier|[Dd]ictator)|(?:[Mm]inister|[Cc]ommissar)\sof\s(?:the\s)?\w+|[Hh]ead\sof\s(?:the\s)?
    (?:[Ss]tate|[Gg]overnment|[Pp]arty)|[Cc]hancellor(?=\s[A-Z])|[Pp]resident(?:(?=\s[A-Z])|\sof\s(?:the\s)?[A-Z]\w+)|Vice[\s-]President|[Cc]hairman
    |[Ss]enator(?=\s[A-Z])|[Gg]overnor(?=\s[A-Z])|[Mm]ayor(?=\s[A-Z])|[Tt]sar(?=\s[A-Z])|[Cc]zar(?=\s[A-Z])
    |[Ee]mperor(?=\s[A-Z])|Pope(?=\s[A-Z])|[Kk]ing(?=\s[A-Z])|[Qq]ueen(?=\s[A-Z])|Führer|[Mm]arshal(?=\s[A-Z]))\b
    )
    """,
    re.VERBOSE,
)
"""Offices of state; those of the screen's own people stand in the family of offices."""

PARTICLES = bag(
    """
    af al ben bin d' da das de del della den der di dos du el ibn la las le los ten ter van von y
    """
)
CONNECTORS = bag(
    """
    a an and are at but by de des du for from in is la le of on or the to vs with
    """
)

SURNAMES = bag(
    "ray march may april june august christian english french easter story western st part jesus european african"
)
"""Words of `UNNAMED` that are surnames too, behind a first name."""

NO_PERSON = bag(
    """
    academy agency army avenue band bay beach bridge brothers castle channel channels church cinema city club
    coast code collection college company corps county department desert edition empire entertainment era
    festival force gang hills history hospital hotel house institute island kingdom lake magazine mountain
    mountains museum navy network ocean palace park pictures powers productions records republic river road
    school sea series sisters society square states street studio studios syndrome team theater theatre times
    university valley version video
    """
)
"""Last words of names that are no person's."""

COMMON = bag(
    """
    a about above according actually add admittedly after again against ah all almost along also although always
    am an and another any anyone anything anyway apart apparently are aren't as aside ask at avoid away back
    based basically be because been before behind being believe below besides best better between beyond black
    both but by call came can can't cast certainly check clearly come could couldn't critics cut dad day dear
    definitely despite did didn't directed director do does doesn't don't done due during each early either else
    english enjoy enough especially even every everybody everyone everything excellent except expect family far
    few filled film films finally first five follow following for forget former four from full fun get give
    given go god good got great had half happy hard has have haven't having he he's hell hello help her here
    here's hey highly him his historically hmm hope how however i i'd i'll i'm i've if imagine imo in
    incidentally indeed instead interesting into is isn't it it'd it'll it's its itself just keep kids know last
    later left let let's life like little long look looking lot lots love made many maybe me mean meanwhile men
    might more most mostly movie movies mr mrs ms much music must my need neither never nevertheless new next
    nice no nobody none nor not nothing now number of off oh ok okay old on once one ones only or original other
    others our out over overall part people perhaps personally picture place play please plot plus possibly
    probably put quite rather read really regarding right said same saw say see seems seen set several shame she
    she's short shot should show similarly simply since sir so some somebody someone something sometimes soon
    sorry spoiler spoilers starring still stop story strange such suddenly summary superb sure take tell ten
    than thank thanks that that's the their them then there there's thereby therefore these they they're thing
    things think this those though three through throughout thus time to today together too top true truly try
    turn two ultimately under unfortunately unless unlike until up upon us usually very war warning was wasn't
    watch watching way we we're we've well went were what what's when where whether which while who who's
    whoever whole whom whose why will with within without woman women won won't wonderful words world would
    wouldn't wow year years yes yet you you'd you'll you're you've young your
    """
)
"""Words that are no names, however they are written."""

UNNAMED = bag(
    """
    dir     academy act african agfacolor amc american americans april army asian august award awards b&w bbc bible blu
    bluray british broadway btw bw catholic catholics cgi chapter christian christians christmas cia cinema
    cinemascope communism communist communists criterion december dolby dr dvd dvd's dvds easter eastmancolor
    english episode europe european fascist fbi february festival film films friday fx germans god gods
    halloween hbo hollywood ii iii imdb imho imo internet iv january jesus jew jewish jews july june kgb
    kodachrome lol lord march marxist may mgm monday movie mr mrs ms mst3k nazi nazis netflix november nypd
    october ok oscar oscars panavision part party pbs pc pg ps r1 r2 ray rip russians saturday sci-fi scifi
    season september sf sfx sovcolor soviets st stalinist stalinists story sunday tcm technicolor sovcolor
    eastmancolor agfacolor kodachrome trucolor thursday trucolor tuesday tv tv's uk union usa vcr vhs vi vii
    volume war web wednesday western westerns wwi wwii youtube
    """
)
"""Capitalised words that name neither a person nor a film of which anything could be said."""
