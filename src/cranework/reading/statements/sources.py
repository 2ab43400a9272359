"""Cues for what a film was made from, what it follows, and what else its makers made."""

from __future__ import annotations

from cranework.reading.statements.family import Cue

_LINK = (
    r"(?:(?!who\b|that\b|which\b|and\b|with\b|in\b|for\b|is\b|was\b|are\b|but\b|when\b|some|his own\b|a man\b)"
    r"(?:[\w'-]+,?|@duration|@country|@prize|@prize-winning) ){0,6}"
)
_SOURCE = (
    r"(?:stage ?play|play|novel|novella|book|short story|stor(?:y|ies)|memoirs?|best-?seller|comics?(?: book)?s?"
    r"|musical|poem|opera|manga|article|graphic novel|tale)"
)
_SUBJECT = (
    r"(?:(?:it|this|which|(?:the|this|its) (?:[\w-]+ )?(?:film|movie|picture|story|script|screenplay|plot"
    r"|history)(?: of"
    r" @name)?|@film) (?=@is |based|adapted|loosely|partly|taken|inspired))?"
)

CUES = (
    Cue("based_on",
        rf"{_SUBJECT}"
        r"(?:@is |being )?(?:based (?:up)?on|adapted from|(?:an? |the )?(?:[\w-]+ )?adaptation of) "
        rf"['\"]?@title['\"]?,? (?:an?|the) (?:@date |[\w-]+ ){{0,3}}{_SOURCE} (?:by|of) {_LINK}(?P<o>@people)",
        prior=0.95, needs="adapt|based"),
    Cue("based_on",
        rf"{_SUBJECT}"
        r"(?:@is )?(?:(?:loosely |partly |freely |very )?(?:based|adapted|taken|derived|drawn|inspired)(?: loosely"
        rf"| freely| in part)? (?:up)?(?:on|from|by)|from|adaptation (?:[\w]+ ){{0,3}}of|(?:film|screen) version "
        rf"of) (?:the |a |an )?(?:[\w-]+ ){{0,3}}(?:@date )?{_SOURCE},? ?['\"]?(?:@title)?[,'\"]{{0,2}} ?(?:by|of"
        rf"|from|written by) {_LINK}(?P<o>@people)", prior=0.95,
        needs="play|novel|book|stor|memoir|seller|comic|musical|poem|opera|manga|article|tale"),
    Cue("based_on",
        rf"{_SUBJECT}"
        r"(?:@is )?(?:(?:loosely |partly |freely |very )?(?:based|adapted)(?: loosely| freely| in part)?(?: "
        rf"(?:up)?on| from)|from|adaptation of) (?:(?P<o>@person)'s? (?:[\w-]+ ){{0,3}}(?:{_SOURCE}\b"
        rf"|['\"]?@title['\"]?)|(?:the|a|an) (?:[\w-]+ ){{0,3}}{_SOURCE},? ?['\"]?@title['\"]?)", prior=0.9,
        needs="based|adapt|from"),
    Cue("based_on",
        rf"{_SUBJECT}"
        rf"(?:@is )?(?:loosely |partly |supposedly )?(?:based (?:up)?on|adapted from|inspired by) (?:an? |the"
        rf" )(?:[\w-]+,? ){{0,3}}"
        rf"(?:(?:true|real)(?:[ -][\w-]+){{1,2}}|(?:@name )?{_SOURCE}|(?:life|lives|story|case|murders?|career)"
        rf" of (?:the |this |an? )?"
        rf"(?:[\w-]+ ){{0,3}}@name|(?:@place )?@person)", prior=0.8, needs="based"),
    Cue("sequel_of",
        r"(?:(?:is|was) )?(?:an? |the )?(?:[\w-]+ ){0,2}(?:(?:semi-?)?sequel|prequel|re-?make|follow-?up|spin-?off"
        r"|companion piece|rip-?off|knock-?off|update|continuation) (?:to|of) (?:the )?(?:(?:@date|@country"
        r"|@person's) )?"
        r"(?:[\w-]+ ){0,3}['\"]?(?P<o>@name)", prior=0.85,
        needs="sequel|prequel|make|follow|spin|companion"),
    Cue("sequel_of",
        r"(?:sequel|prequel|re-?make|follow-?up|spin-?off) (?:to|of) (?:an?|the) (?:[\w-]+ ){0,3}?(?:@date )?"
        r"(?:film|movie|classic|original|series|one)(?: by (?P<o>@people))?(?: with the same title)?", prior=0.8,
        needs="sequel|prequel|make|follow|spin"),
    Cue("filmography",
        r"(?P<s>@people)(?:,? who)?(?: has| had)?(?: also| later| previously| then| earlier| once)? (?:went on to "
        r"(?P<deed>make|direct|shoot|star in|appear in|write)|(?P<verb>directed|made|did|wrote|helmed|shot|filmed"
        r"|produced|scripted|starred in|appeared in)) (?:the |a |an |such |other )?(?:[\w,-]+ ){0,6}?(?:@date )?"
        r"(?:[\w-]+ ){0,2}['\"(]{0,2}(?P<o>@films)(?:['\"]? \(@date\))?", prior=0.85,
        needs="went on|direct|made|did|wrote|helm|shot|film|produc|script|starred|appeared"),
    Cue("filmography",
        r"(?:he |she )?(?:also|later|previously|then|earlier) (?P<verb>directed|made|did|wrote|helmed|shot|filmed"
        r"|produced|starred in|appeared in) ['\"]?(?P<o>@films)(?:['\"]? \(@date\))?", subject="none", prior=0.85,
        needs="went on|direct|made|did|wrote|helm|shot|film|produc|script|starred|appeared"),
    Cue("filmography",
        r"(?:another|(?:an? |the |his |her )?(?:other|earlier|later|previous)) (?:[\w-]+ )?(?:film|movie|work"
        r"|picture)s? (?:by|from|of) (?P<s>@person),? (?:[\w]+ )?['\"]?(?P<o>@films)", prior=0.9,
        needs="other|earlier|later|previous"),
    Cue("filmography",
        r"(?P<s>@person)(?:,| is| was) (?:also )?(?:the )?(?:[\w-]+ )?(?P<deed>director|writer|star|maker|author"
        r"|cinematographer|(?:film )?editor) (?:of|on|behind) (?:the )?(?:[\w-]+ ){0,3}['\"]?(?P<o>@films)",
        prior=0.85, needs="director|writer|star|maker|author|cinemato|editor"),
    Cue("filmography",
        r"(?P<s>@person) \((?:also )?(?:(?:star|director|writer) )?(?:of |from |in )?['\"]?(?P<o>@films)['\"]?"
        r"(?:,? ?[\[(]?@date[\])]?)?\)?", prior=0.6, needs="("),
    Cue("filmography",
        r"(?P<s>@person) \w+ (?:best |most )?(?:known|famous|remembered) for (?:[\w-]+ ){0,4}['\"]?(?P<o>@films)",
        prior=0.8, needs="known|famous|remembered"),
    Cue("filmography", r"(?P<s>@person),? (?:of|from) ['\"]?(?P<o>@films)['\"]?(?: fame\b)", prior=0.85,
        needs=" of | from "),
    Cue("based_on",
        r"(?:(?:@name|it|this|which|the (?:film|movie|screenplay|script)) )?(?:@is |being )?(?:(?:an?|the|this"
        r"|another) )?"
        r"(?:[\w-]+ ){0,3}(?:adaptation|version|dramati[sz]ation|retelling|rendering|rendition|filming) of"
        r" (?:[\w ]{0,24} )?"
        rf"(?P<o>@person)'s? (?:[\w-]+ ){{0,3}}?(?:{_SOURCE}\b(?:,? ['\"]?(?:The )?@name)?|tragedy|comedy"
        rf"|['\"]?(?:The |A )?@name)"
        r"['\"]?", prior=0.9, subject="none", needs="adapt|version|dramati|retell|render|rendit|filming"),
    Cue("author",
        r"(?:(?:as per|from|in|like|of|to) )?(?P<span>(?P<o>@person)'s? (?:(?:[\w-]+|@date) ){0,3}(?!(?:love|life) )"
        r"(?:stage ?play|play|novel|novella|book|short story|memoirs?|best-?seller|comics?|poem|manga|graphic novel)\b"
        r"(?:,? ['\"]?@title['\"]?)?)", prior=0.8, once=True, subject="none", unless=r"comics? book",
        needs="play|novel|book|story|memoir|seller|comic|poem|manga"),
    Cue("author",
        r"(?:the )?(?:original |[\w-]+-winning )?(?:author|novelist|playwright)s? (?P<o>@people)",
        prior=0.8, subject="none",
        once=True, needs="author|novelist|playwright"),
    Cue("author",
        rf"(?:an?|the) (?:@date |[\w-]+ ){{0,3}}{_SOURCE},? (?:['\"]?@title['\"]?,? )?(?:written )?by"
        rf" {_LINK}(?P<o>@people)",
        prior=0.8, subject="none", needs=" by "),
    Cue("remake_of",
        r"(?:the |this |an? )?(?:['\"]?(?P<o>@name)['\"]?|@country|@date|TV-made|[\w-]+-to-video) (?:remake"
        r"|sequel|prequel|spin-?off)\b",
        prior=0.7, subject="none", needs="remake|sequel|prequel|spin"),
    Cue("sequel_of",
        r"(?P<s>@name) continues the (?:story|adventures|saga) of (?P<o>@name)", prior=0.85, needs="continues"),
    Cue("filmography",
        r"(?:(?P<s>@someone),? )?(?:(?:is|was) )?(?:most |best |better |much |mainly |later |also"
        r" ){0,2}(?:known|famous|remembered|recogni[sz]able) "
        r"for (?:[\w'-]+ ){0,6}?['\"]?@name['\"]?(?: \(?(?:in )?@date\)?)?(?: and (?:[\w-]+"
        r" ){0,3}['\"]?@name['\"]?(?: in @date)?)?",
        prior=0.75, subject="none", needs="known|famous|remembered|recogni"),
    Cue("filmography",
        r"(?:(?:he|she|@someone) (?:is|was) )?(?:hot off|fresh (?:off|from)|straight from) (?:of )?(?:the"
        r" )?['\"]?(?P<o>@films)['\"]?",
        prior=0.8, subject="none", needs="hot off|fresh|straight"),
    Cue("filmography",
        r"(?:(?:who|he|she) (?:had |has |'d )?)?(?:also|later|previously|then|earlier|previously|next|once|just"
        r"|had|went on to|would later"
        r"|would go on to) (?:directed?|made?|make|did|do|wrote|write|helm(?:ed)?|shot|shoot|film(?:ed)?"
        r"|penn?e?d?|gave us|brought us"
        r"|produced?|star(?:red)? in|appear(?:ed)? in|act(?:ed)? in|score[sd]?) (?:the |an? |such |his |her"
        r" )?(?:[\w-]+ ){0,4}"
        r"['\"]?(?:@films['\"]?(?: \(?(?:in )?@date\)?)?|(?:own |other )?(?:feature |short )?(?:films?|movies?"
        r"|sequel|follow-up))", prior=0.75,
        subject="none", needs="also|later|previous|then|earlier|next|once|just|had|went|would"),
    Cue("filmography",
        r"(?P<s>@person)'s? (?:[\w-]+ |@count |@name ){0,3}(?:films|outings|movies|works?|pictures|efforts),?"
        r" ['\"]?(?P<o>@films)['\"]?",
        prior=0.8, subject="none", needs="films|outing|movies|work|picture|effort"),
    Cue("filmography",
        r"['\"]?(?P<o>@film)['\"]? (?:star|director|creator|alumn(?:us|a)|veteran|helmer|scribe|actor"
        r"|actress)s? (?P<s>@someone)",
        prior=0.8, subject="none", needs="star|direct|creat|alum|veteran|helm|scribe|act"),
    Cue("filmography",
        r"(?:his|her) (?:(?:[\w-]+|@date) ){0,3}(?:film|movie|documentary|feature|picture|work|comedy|thriller"
        r"|western|drama|classic|epic"
        r"|masterpiece|hit)s?(?: (?:about|on|with) @any)?,? (?:the )?(?:[\w-]+ ){0,2}['\"]?(?P<o>@films)['\"]?",
        prior=0.75, subject="none",
        needs="his |her "),
    Cue("filmography",
        r"(?:(?:who|he|she|@someone) )?(?:also |later |once )?(?:starred|starring|appeared|acted|played|was"
        r" seen) in (?:[\w-]+ ){0,3}"
        r"(?:(?:like|such as) )?['\"]?(?P<o>@films)['\"]?", prior=0.75, subject="none", needs=" in "),
    Cue("filmography",
        r"(?:the |an? )?(?:only |other |first |second |third |fourth |next |last ){1,2}(?:@name )?(?:film|title"
        r"|movie|picture)s? (?:that )?I(?:'ve| have|'d)?"
        r" (?:ever )?(?:seen|watched|saw)\b[^,;]{0,60}?['\"]?(?P<o>@films)",
        prior=0.75, subject="none", needs="film|title|movie|picture"),
    Cue("filmography",
        r"(?:he|she|@someone) (?:is|was|were) (?:[\w-]+ ){1,4}in (?:the )?(?:@person's? )?['\"]?(?P<o>@films)['\"]?",
        prior=0.7, subject="none",
        needs=" in "),
    Cue("author", r"the (?P<o>@someone) (?:short story|novella|stage play|memoir)\b(?: on which (?:the|this) "
        r"(?:film|movie) (?:is|was) based)?", prior=0.8, subject="none", needs="story|novel|play|book|memoir"),
    Cue("author", r"['\"](?P<s>@title)['\"],? by (?P<o>@person)(?!'s?)", prior=0.75, subject="none", needs=" by "),
    Cue("based_on",
        rf"(?:(?:the|this|its) (?:film|movie|story|script|screenplay|plot|[\w-]+ story)(?: of @name)? )?(?:@is"
        rf" )?(?:[\w-]+ )?(?:based (?:up)?on"
        rf"|adapted from|taken from|inspired by) (?:(?:an? |the )(?:[\w-]+ ){{0,3}}{_SOURCE} (?:of|by|with) the"
        rf" same (?:name|title)|(?:true|real|actual|historical)"
        r"(?:[ -]life)? (?:story|events|facts|incidents?|people|experiences))",
        prior=0.85, needs="based|adapted|taken|inspired"),
    Cue("sequel_of",
        r"(?:[\w-]+ )?(?:episode|instal?lment|entry|chapter|part|sequel|film|movie) (?:to|of|in) the (?:[\w-]+"
        r" )?(?P<o>@name) "
        r"(?:series|saga|trilogy|franchise|cycle)",
        prior=0.75, subject="none", needs="series|saga|trilogy|franchise|cycle"),
    Cue("based_on",
        r"(?:(?:the|this) (?:[\w-]+ ){1,3})?(?:was|is|served as|provided|became) the (?:[\w-]+ )?(?:inspiration"
        r"|basis|source) (?:for|of) (?:@person's? )?"
        r"(?:this (?:film|movie)|the (?:film|movie)|['\"]?@name['\"]?)",
        prior=0.8, subject="none", needs="inspiration|basis|source"),
    Cue("sequel_of",
        r"(?:sequel|prequel|re-?make|follow-?up|spin-?off) (?:to|of) (?:the|an?) (?:(?:[\w-]+|@date|@country),? ){1,6}"
        r"['\"]@name['\"]?",
        prior=0.75, bare=True, needs="sequel|prequel|make|follow|spin"),
    Cue("based_on", r"@someone-inspired\b", prior=0.7, bare=True, needs="-inspired"),
    Cue("studio",
        r"(?:this|another) (?:[\w-]+ )?(?:mgm|rko|universal|paramount|columbia|warner(?: bro(?:thers|s\.?))?|disney|fox"
        r"|republic|monogram|miramax|hammer|@words)(?: studios?)? (?:film|movie|picture|production|release|musical"
        r"|serial)\b",
        prior=0.6, bare=True, needs="this|another"),
    Cue("based_on",
        r"(?:loosely |freely |partly )?(?:based (?:up)?on|adapted from|taken from) (?:an?|the|his|her|another)"
        rf" (?:(?:[\w-]+|@any),? ){{1,4}}{_SOURCE}\b",
        prior=0.7, bare=True, needs="based|adapted|taken"),
    Cue("author",
        rf"(?:an?|the) (?:[\w-]+ ){{0,2}}{_SOURCE},? ['\"]?@title['\"]?,? (?:of|from) @someone",
        prior=0.7, bare=True, needs=" of | from "),
)  # fmt: skip
