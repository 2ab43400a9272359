"""What else is said of making and showing a film: places and kinds of shooting, versions, television, discs, years."""

from __future__ import annotations

from cranework.reading.statements.family import Cue

WORK = (
    r"(?:films?|movies?|pictures?|flicks?|features?|documentar(?:y|ies)|shorts?|comed(?:y|ies)|dramas?|westerns?"
    r"|musicals?|thrillers?|epics?|versions?|remakes?|adaptations?|productions?|masterpieces?|classics?|gems?|effort"
    r"|series|mini-?series|noirs?|biopics?|weepies?|chillers?|shockers?|(?:one|two|three)-reelers?|serials?"
    r"|(?:semi-)?sequels?|prequels?|cartoons?|slashers?|spoofs?|myster(?:y|ies)|romances?|offering|release|outing"
    r"|vehicle|programmer|entry|opus|swashbucklers?|whodunits?|actioners?|novels?|books?|plays?|novellas?|stories"
    r"|musicals?|hits?|debut|fantas(?:y|ies)|anime|sitcoms?|telefilm|co-?productions?|parod(?:y|ies)|farces?|screamer"
    r"|tearjerkers?|melodramas?|satires?|sagas?|pilot|special|cheapies?|B-movies?|sci-?fi|horror)"
)
_FINE = (
    r"(?:(?!first\b|second\b|third\b|last\b|only\b|of\b|in\b|from\b|to\b|than\b|as\b|and\b|with\b|not\b|no\b|any\b"
    r"|for\b|by\b|on\b|is\b|was\b|are\b|that\b|who\b|which\b|it\b|he\b|she\b|when\b)[\w'-]+,? ){0,4}?"
)
_AND = r"(?: ?(?:and|&|/|-|,) ?(?:@country|english|french|[a-z]+ish|german))?"
_SITES = (
    r"(?:(?:[\w-]+ ){0,3}?@where|(?:a|an|the) (?:[\w-]+ ){0,3}?(?:island|studios?|castle|village|town|desert"
    r"|forest|house|prison|mountains?|city|country|region|locations?|ranch|farm|school|park|streets?|beach)(?: of "
    r"(?:the )?(?:[\w-]+ )?@any)?)"
)
_TITLED = r"(?:@film|['\"]@words['\"])['\"]?"
_OF = r"(?: (?:of|on) (?:the )?['\"]?(?:@any|original)['\"]?)?"
_ABOUT = (
    r"(?:(?:@any's?|@any['\"]?|(?:this|the|that) (?:[\w-]+ )?(?:film|movie|picture|version|show|series|pilot"
    r"|sequel|print|disc|one)|it|which|they|where (?:it|the film)) )?(?:(?:is|was|were|are|has|had|have|been|being"
    r"|got|gets|be|will|to) ){0,3}(?:(?:also|never|even|first|finally|only|originally|actually|later|not|recently)"
    r" ){0,2}"
)
_AUX = r"(?:(?<=was )|(?<=were )|(?<=been )|(?<=not )|(?<=n't )|(?<=ally )|(?<=ever )|(?<=got )|(?<=being )|(?<=t it ))"
_BOX = r"(?:tv|television|cable|hbo|pbs|the small screen)"

CUES = (
    Cue("filmed_in",
        rf"{_ABOUT}(?:entirely |partly |mostly |beautifully |largely )?(?:filmed|shot"
        rf"|photographed|lensed)(?: entirely| partly| mostly| largely| on location| on locations?| almost){{0,2}} "
        rf"(?:in|at|on|around|near|outside|throughout) {_SITES}(?:(?:,|,? and| or)(?: just| also)?(?: (?:in|at"
        rf"|near|outside|around))? {_SITES}){{0,3}}",
        prior=0.75, unless=r"(?:shot|filmed) (?:at|in) (?:by|the (?:back|head|leg|chest|arm|face))|\b(?:dead|gun)\b",
        bare=True,
        needs="filmed|shot|photographed|lensed"),
    Cue("filmed_in",
        r"(?:(?:filmed|shot|photographed|the) )?(?:on[- ]location|location (?:shooting|filming|work|photography"
        rf"|shots))(?: (?:in|at|around|near) {_SITES})?",
        prior=0.65, needs="location", bare=True),
    Cue("studio",
        r"(?:made|shot|filmed|produced) (?:entirely )?at (?:@words|mgm|hbo|rko|the studios?)(?:"
        r" studios?)?(?= [a-z]|[,.;()]|$)",
        prior=0.6, needs="made|shot|filmed|produced", bare=True),
    Cue("year",
        r"(?:(?:this|the|an?|his|her|their|its|that|one of the (?:better|best|worst|many)|@person's?)"
        rf" {_FINE})?@date(?:'s)? {_FINE}{WORK}\b(?: noirs?\b| classics?\b| version\b)?"
        r"(?:,? (?:['\"]?@film['\"]?|['\"]@words[.,]?['\"]|'[\w ]{2,40}'))?",
        prior=0.6, behind=r"\b(?:since|until|best|in|by|after|before)(?: the)?", needs="@date", bare=True),
    Cue("year",
        r"(?:the )?@date (?:[\w-]+ )?(?:version|take|remake|adaptation|incarnation|original|film|movie|edition"
        rf"|release){_OF}",
        prior=0.7, needs="@date", bare=True),
    Cue("year",
        rf"(?:@country )?{WORK} (?:(?:of any (?:genre|kind) )?from|of|made in|made from|released in|in) (?:the )?"
        r"(?:year )?@date(?:(?: and|,) @date)?(?! [\w-]+ (?:with|starring|by))",
        prior=0.7, needs="@date", bare=True),
    Cue("year", rf"{_TITLED},? (?:with @people )?(?:in|from|of|back in) @date", prior=0.65, needs="@date", bare=True,
        behind=r"\b(?:saw|seen|watched|see|watch|rented)(?: [\w-]+)?"),
    Cue("year",
        r"(?:the )?@date,? (?:the |a )?['\"]?(?:@film|(?<=['\"])@words(?=['\"]))['\"]?",
        prior=0.65, needs="@date", bare=True, behind=r"\b(?:in|on|by|since|until|during|for)"),
    Cue("year",
        r"(?:@films|@words|@person|@character)[!?.]?['\"*_`\u00b4]{0,2},? ?[(\[](?:both |all |made |released |from |in "
        r"|circa ){0,2}@date",
        prior=0.7, needs="@date", bare=True),
    Cue("year",
        r"@date (?:The|A|An) (?:@words|@person|@character)(?: of (?:the )?@words)?",
        prior=0.6, needs="@date", bare=True, cased=True, behind=r"\b(?:[Ii]n|on|by|[Ss]ince)"),
    Cue("titled",
        r"(?:@any's (?:[\w-]+ ){0,2}?)?['\"]?(?:@film|@words|@person)['\"]?",
        prior=0.7, bare=True,
        needs="@film|@words|@person"),
    Cue("year",
        r"@date's (?:[\w-]+,? ){0,4}['\"]?(?:@film|(?<=['\"])@words)['\"]?",
        prior=0.65, needs="@date", bare=True),
    Cue("year", r"['\"]?(?:@film|@words|@person)['\"],? ?@date(?! ?[-\u2013])", prior=0.55, needs="@date", bare=True),
    Cue("year_alone", r"\(@date\)", prior=0.55, needs="@date", bare=True),
    Cue("year",
        r"(?:remade|re-made|re-released|reissued|published|adapted|revived|rereleased) (?:by @people )?(?:[\w-]+"
        r" )?in (?:the )?@date",
        prior=0.6, needs="@date", bare=True, behind=r"\b(?:i|we)"),
    Cue("year",
        r"in @date,? (?:@person|he|she|they|@words|@country|studios?) (?:[\w]+ )?(?:made|directed|shot|filmed"
        r"|released|produced|starred in|appeared in|remade|completed) (?:[\w-]+|@any)",
        prior=0.6, needs="@date", bare=True, reach=True),
    Cue("year",
        r"(?:the year (?:was|is|it was made was) @date|@date was the year)",
        prior=0.7, needs="@date", bare=True),
    Cue("year", r"(?:even |made |especially )?(?P<span>for @date)(?=[,.;:)!?]|$)", prior=0.6, needs="@date", bare=True,
        unless=r"award|nominat|oscar|@prize|prize|\bi\b|planned|scheduled"),
    Cue("year",
        r"(?:released|made|came out|shot|filmed|produced)(?: [\w-]+)? (?:(?:in|earlier|later|during) )?(?:the|that"
        r"|this) (?:very )?same (?:year|time|month)(?: as ['\"]?(?:@any|[\w-]+)['\"]?)?",
        prior=0.75, needs="same", clause=True, bare=True),
    Cue("year",
        r"(?:(?:in|earlier|later) )?the (?:very )?same year as (?:@any's? )?['\"]?(?:@any|[\w'-]+(?: [\w-]+)?)['\"]?",
        prior=0.7, needs="same year", bare=True),
    Cue("tv",
        rf"(?:(?:@is|been) (?:[\w-]+ ){{0,4}}?)made[- ]for[- ](?:@country )?{_BOX}(?: (?:film|movie))?",
        prior=0.7, clause=True, bare=True, needs="made for|made-for", unless=r"\b(?:too|had it|if)\b"),
    Cue("tv",
        rf"(?:(?:this|an?|the|his|her|these|those) {_FINE}(?:@date )?)?(?:made[- ]for[- ]{_BOX}(?: (?:film|movie"
        r"|picture|fare))?|(?:tv|television|cable)[- ](?:made|movies?|films?|pilot|mini-?series|production|special"
        r"|adaptation|play|drama))\b",
        prior=0.65, needs="tv|television|cable", bare=True, unless=r"\b(?:too|had it|if)\b"),
    Cue("tv",
        rf"{_ABOUT}(?:shown|aired|airs|broadcast|premiered|screened|shows up|plays|playing|runs) (?:(?:[\w-]+|@country)"
        rf" ){{0,3}}?(?:on|by) (?:the )?(?:@any |late[- ]night )?(?:tv|television|cable|channel|channels|network|bbc"
        r"|hbo|pbs)\b",
        prior=0.65, bare=True, unless=r"\b(?:i|my|if|when|whenever)\b",
        needs="tv|television|cable|channel|network|bbc|hbo|pbs"),
    Cue("tv",
        rf"{_ABOUT}(?:picked up|cancelled|canceled|commissioned|aired|shelved|distributed) by (?:the )?(?:@any"
        r"|networks?|studios?|channels?)",
        prior=0.65, bare=True,
        needs="picked up|cancel|commission|aired|shelved|distributed"),
    Cue("released",
        rf"{_ABOUT}(?:got|gets|getting|received?|receiving|had|given|saw|denied|secured|enjoyed) (?:an?|its|their"
        rf"|the|no|any|only) (?:[\w-]+ ){{0,4}}?(?:release|premi[eè]re|theatrical run|distribution|screening|public"
        r" showing|showing)\b(?: (?:in|on|at) (?:the )?(?:@any|[\w-]+))?",
        prior=0.65, needs="release|premi|run|distribution|screening|showing", bare=True,
        unless=r"\bi (?:saw|had|attended)\b|sneak"),
    Cue("released",
        r"(?:straight|direct)(?:ly)?[- ](?:to|on|onto)[- ](?:video|dvd|cable|tv|television|vhs)",
        prior=0.65, needs="straight|direct", bare=True),
    Cue("released",
        rf"{_ABOUT}{_AUX}(?:(?:released|distributed|re-released)(?: theatrically| widely| only)? (?:to|in|on|at|by"
        r"|across|worldwide|theatrically|outside|here|uncut|under|with)|(?:shown|screened) (?:in|at|on) (?:the )?"
        r"(?=@where|@festival|theat|cinema|tv\b|television))\b(?: (?:the |an? )?(?:@any|[\w-]+(?: [\w-]+)?))?",
        prior=0.6, needs="released|distributed|screened|shown", bare=True,
        unless=r"prison|jail|hospital|album|single|soundtrack|custody|\bi\b|when it is|bomb"),
    Cue("released",
        r"(?:(?:@any|they|who|he|it|which|studios?) )?(?:(?:finally|never|recently|later|also|got around to) ){0,2}"
        r"(?:released|releasing|distributed|re-released|put out|brought out|picked up) (?:it|this|the (?:film|movie"
        r"|picture))\b(?! (?:from|through|by))",
        prior=0.6, needs="releas|distribut|put out|brought out|picked up", reach=True, bare=True, unless=r"\bi\b"),
    Cue("festival",
        r"(?:(?:this|the) (?:film|movie) )?(?:(?:shown|screened|played|playing|seen|premiered|screening|premiere) )?"
        r"(?:at|during|in) (?:the )?(?:@date )?(?:@ordinal )?@festival(?: (?:in )?@date)?",
        prior=0.6, unless=r"@prize|award|prize|won|winner|nominat|jury|\bi (?:will|plan)\b", needs="@festival",
        bare=True),
    Cue("dvd",
        r"(?:(?:the|this|my|an?|its|@any's?) (?:[\w-]+ ){0,3}?)?(?:cd and )?(?:dvd|blu-?ray|laser ?disc|vhs)s?(?: "
        r"(?:version|release|edition|transfer|copy|cover|extras?|commentary|set|box(?:ed)? set|print|format|market"
        r"|case|version i saw))",
        prior=0.7, needs="dvd|blu|disc|vhs", bare=True, unless=r"\b(?:buy|rent|wait)\b"),
    Cue("dvd",
        r"(?:the|this|@any's?) (?:[\w-]+ ){1,4}(?:@words and )?(?:dvd|blu-?ray)(?= (?:is|has|was|from|by|looks"
        r"|release)|[.,;:!?)]|$)",
        prior=0.6, needs="dvd|blu", bare=True, unless=r"\b(?:buy|rent\w*|wait|on|hope|watch\w*|local)\b"),
    Cue("dvd",
        r"(?:dvd|edition|disc|blu-?ray) (?:also )?(?:features?|offers?|includes?|contains?|comes with|boasts?|sports"
        r"|presents?) (?:[\w'-]+|@any)",
        prior=0.65, needs="dvd|edition|disc|blu", bare=True, clause=True),
    Cue("dvd",
        r"(?:there (?:is|are) (?:also )?)?(?:an?|the|its) (?:[\w-]+ ){0,3}(?:featurettes?|['\"]making of['\"]"
        r"|making[- ]of (?:documentary|feature)|theatrical trailers?)",
        prior=0.6, needs="featurette|making of|trailer", bare=True, clause=True, unless=r"\bi\b|\bsaw\b|remember"),
    Cue("dvd",
        r"(?:m\.i\.a\.|unavailable|missing|absent|hard to find) (?:on|from) (?:dvd|video|vhs|blu-?ray)",
        prior=0.6, needs="dvd|video|vhs|blu", bare=True),
    Cue("dvd",
        r"(?:the )?(?:audio commentary|commentary track|dvd extras|deleted scenes|special features|bonus features)"
        r"(?: (?:by|from|with|on) (?:the )?(?:@people|director|dvd))?",
        prior=0.65, needs="commentary|extras|deleted|features", bare=True),
    Cue("version",
        rf"(?:(?:there (?:is|are|exists) )?(?:an?|the|this|its|it's|their|original|some) (?:[\w-]+ ){{0,2}}?)?"
        rf"(?:dubbed|subtitled|uncut|restored|translated|theatrical|extended|unrated|edited|censored|@country{_AND}"
        r"|english-dubbed|letterboxed|widescreen|remastered|colou?ri[sz]ed)(?: (?:dubbed|subtitled|language"
        r"|theatrical))?[ -](?:version|print|cut|edition)s?(?: of (?:this|the|it)(?: (?:film|movie))?)?",
        prior=0.65, needs="version|print|cut|edition", bare=True),
    Cue("version",
        r"(?:the|an?|its) (?:(?:[\w-]+|@any) ){0,2}?(?:original|uncut|@words|directors?'?s?|full-frame|full-screen"
        r"|final|longer|shorter|complete)[ -](?:cut|print|edition|version(?= (?:is|was|runs|of|with|that|has)"
        r"|[.,;:!?)]|$))",
        prior=0.6, needs="cut|print|edition|version", bare=True),
    Cue("origin",
        rf"(?:(?:this|an?|another|the|one of the|these) ){_FINE}@country(?:[- /]@country)?(?: (?!of\b|in\b|from\b"
        rf"|to\b|than\b|as\b|and\b|with\b|tv\b)[\w-]+){{0,2}}? (?:films?|movies?|picture|cinema|comedy|drama"
        r"|thriller|production|co-?production|documentary|feature|remake|series|horror|flick|epic|classic|western"
        r"|musical|short|noir|masterpiece|giallo)\b(?! (?:industry|stars?|audience|scene|director|maker|community"
        r"|goer|buff|fan))",
        prior=0.55, needs="@country", bare=True,
        unless=r"\b(?:any|every|all|like|most|typical|usual|average|many|best|worst|greatest|finest|in an)\b"),
    Cue("origin",
        r"^(?:an? )?(?:[\w-]+ )?@country(?:[- /]@country)? (?:film|film[- ]making|cinema|movie|comedy|drama"
        r"|thriller|production|horror)\b",
        unless=r"^(?:most|many|all|some|few|like|every|unlike)\b", prior=0.55, needs="@country", bare=True),
    Cue("rating",
        r"rated (?:R|PG(?:-13)?|G|NC-17|X|M|MA|15|18)\b(?: for [^,.;()]{3,60})?",
        prior=0.7, needs="rated", cased=False, bare=True),
    Cue("unmade",
        r"(?:sequel|follow-up|film|movie|project|version)s? (?:(?:was|were|has|had) )?never (?:got |been |was |be "
        r"|to be )?(?:made|released|finished|completed|filmed|produced|materiali[sz]ed)",
        prior=0.65, needs="never", clause=True, bare=True),
    Cue("dvd",
        r"(?:(?:an?|the) (?:[\w-]+ ){0,2})?(?:@duration )?(?:featurettes?|trailers?|music videos?) (?:with"
        r"|by|for|from|on|about) ['\"]?(?:(?:the|director|producer|writer|star|stars|cast) )?['\"]?@any['\"]?",
        prior=0.55, bare=True, needs="featurette|trailer|video", unless=r"\b(?:i|my|saw|seen)\b"),
    Cue("dvd",
        r"(?:(?:its|the|this|an?) )?(?:[\w-]+ )?release on (?:dvd|vhs|video|blu-?ray|laser ?disc)",
        prior=0.65, bare=True, needs="release on"),
    Cue("year",
        r"(?:the )?(?:previous|following|same|next|preceding) year's (?:[\w-]+ ){0,2}['\"]?@title['\"]?",
        prior=0.6, bare=True, needs="year's"),
)  # fmt: skip
