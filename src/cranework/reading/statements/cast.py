"""Cues for who acts in a film: casts, lists of names, and actors who are praised or blamed."""

from __future__ import annotations

from cranework.reading.statements.family import Cue

_PLAYER = (
    r"(?:(?:co-?)?stars?|actors?|actress(?:es)?|leading (?:man|lady)|leads?|starlets?|comedians?|comic|newcomers?)"
)

_FINE = (
    r"(?:excellent|outstanding|superb|terrific|wonderful|great|perfect|brilliant|believable|convincing|miscast"
    r"|wasted|wooden"
    r"|fantastic|amazing|incredible|impressive|magnificent|marvell?ous|memorable|splendid|fine|good|better|best"
    r"|solid|strong"
    r"|charming|delightful|hilarious|funny|radiant|luminous|mesmeri[sz]ing|riveting|awful|terrible|dreadful|bad"
    r"|weak|bland"
    r"|dull|annoying|adequate|effective|competent|capable|likable|likeable|appealing|beautiful|gorgeous"
    r"|stunning|flawless"
    r"|spot[- ]on|top[- ]notch|first[- ]rate|at (?:his|her|their) (?:[\w-]+ )?best|in (?:top|fine|great) form"
    r"|remarkable"
    r"|exceptional|sublime|unforgettable|underrated|underused|over the top|touching|powerful|extraordinary|ideal"
    r"|stiff|hammy|irritating|unconvincing|decent|okay|alright|superlative|captivating|compelling|engaging|a"
    r" (?:joy|delight"
    r"|revelation|hoot|scream|treat|standout|stand-out|wonder|natural|knockout))"
)
_GIVES = (
    r"(?:(?:gives?|gave|delivers?|delivered|turns? in|turned in|puts? in|offers?|contributes?) (?:us"
    r" )?(?:(?!film|movie)"
    r"[\w-]+,? ){0,6}?(?:performances?|portrayals?|turns?|work|job|acting|support|cameo|interpretation)|steals?"
    r" (?:the|every"
    r"|all|this|each|his|her)|stole the|shines?|excels?|impress(?:es)?|does (?:an?|his|her) (?:[\w-]+"
    r" ){0,3}(?:job|turn|work"
    r"|best)|did an? (?:[\w-]+ ){0,2}job|do(?:es)? (?:[\w-]+ ){0,2}(?:well|work)|overacts?|hams it up|chews?"
    r" (?:up )?(?:the"
    r"|every)|brings? (?:[\w-]+ ){0,4}(?:to|life)|can(?:not|'t)? act|holds? (?:his|her|their) own|looks"
    r" (?:great|gorgeous|lost"
    r"|bored|tired|beautiful|stunning)|sleepwalks?|phones? it in|rounds? out the|heads? the|acts? (?:well|superbly"
    r"|brilliantly|badly))"
)
_ADVERBS = (
    r"(?:(?:as|always|never|really|very|quite|simply|just|so|also|both|all|truly|absolutely|[\w-]+ly|a little"
    r"|not|at|the) ){0,3}"
)

CUES = (
    Cue("cast", rf"(?:(?:the |its |our )?@country )?\b{_PLAYER},? (?P<o>@cast)(?!'s? @film| ?\()", prior=0.8, once=True,
        unless=r"\b(?:like|than|reminds?)\b|\(the $", needs="star|actor|actress|lead|comedian|comic|newcomer"),
    Cue("cast",
        r"(?:(?:it|this|which|that|(?:this|the) (?:film|movie|picture)|@film|(?:an?|the) (?:[\w-]+ ){0,3}cast) )?"
        r"(?:also )?(?:(?:co-?)?stars|starring|co-?starred|stared|starred|features|featuring|includes|including"
        r"|headlined by|(?:cast|ensemble)(?: is| was)?,? (?:headed|led) by) (?:the |an? )?(?:[\w'-]+ ){0,4}"
        r"(?P<o>@cast)(?! as\b|'s? )", prior=0.85,
        unless=r"(?:films?|movies|directors?|works?|titles|directions?|songs?|music|influences?) (?:also )?"
        r"(?:includ\w+|featur\w+)", needs="star|featur|includ|headline|led by|headed by"),
    Cue("cast",
        r"(?P<o>@cast) (?:also |both |all |co-)?(?:stars?|starred|co-stars?|costars?|headlines?|heads? the cast"
        r"|leads? the cast)(?! as\b| (?:out|with|off))(?: in (?:this|it|the (?:film|movie))(?: [\w-]+){0,2})?",
        prior=0.85, needs="star|headline|cast"),
    Cue("cast",
        r"(?:performances?|turns?(?! of)|support(?:ing)?(?: \w+)?)(?:, (?:particularly|especially|notably"
        r"|[\w ]{3,20},))? "
        r"(?:by|from|of) (?:the )?(?:[\w-]+ ){0,3}(?P<span>(?P<o>@cast))(?! as\b|'s? | in (?:his|her|the) |"
        r" ?\((?:as )?@)",
        behind=r"\((?:an? |the )?(?:[\w-]+ )?|play(?:ed|s) (?:[\w-]+ ){0,2}",
        prior=0.65, once=True, needs="perform|turn|support"),
    Cue("cast",
        r"(?:the )?(?:acting|cameos?)(?:, (?:particularly|especially|notably))? (?:by|from|of) (?:the"
        r" )?(?:[\w-]+ ){0,3}"
        r"(?P<o>@cast)(?! as\b|'s? | ?\((?:as )?@)", prior=0.65, once=True, needs="acting|cameo"),
    Cue("cast",
        r"(?:the |an? )?(?:[\w-]+ ){0,3}cast(?: of (?:[\w-]+ ){0,2}[\w-]+)?(?:,|:| -| is| are|(?= (?:including"
        r"|includes|with|featuring|such as|like|led|headed) )) (?:(?:including|includes|with|featuring|such as|like"
        r"|led by|headed by) )?(?:the )?"
        r"(?:[\w-]+ ){0,2}(?P<o>@cast)", prior=0.75, needs="cast"),
    Cue("cast",
        r"(?P<o>@cast)(?: himself| herself| themselves)? (?:also |even |briefly )?(?:appears?|appeared|turns? up"
        r"|pops? up|shows? up|can be seen|cameos|has a (?:[\w-]+ ){0,2}(?:part|role|cameo)|have (?:[\w-]+ ){0,2}"
        r"(?:parts|roles)|makes? an? (?:[\w-]+ ){0,2}(?:cameo|appearance)|sings?(?: @count songs)?|danc(?:es|ed))"
        r"(?: here| in (?:it|this(?: (?:film|movie))?|the (?:film|movie)|(?P<s>@film)))", prior=0.8,
        needs="appear|turn|pop|show|seen|cameo|has a|have|make|sing|danc"),
    Cue("cast",
        r"the (?:[\w-]+ )?(?:hero|heroine|lead|star|leads|stars|villain|protagonist|leading (?:man|lady|role)|main "
        r"role|title role) (?:is|was|are|is played by) (?P<o>@people)", prior=0.8,
        needs="hero|lead|star|villain|protagonist|role"),
    Cue("cast",
        r"(?:with )?(?P<o>@cast) (?:are |is )?in (?:the |its |their )?(?:two )?(?:main |lead(?:ing)? |title |starring "
        r"|principal |central |supporting |major |small )?(?:leads?|roles?|parts?)(?! of| as)", prior=0.85,
        needs="lead|role|part"),
    Cue("cast",
        rf"(?P<span>(?P<o>@troupe)) (?:(?:is|are|was|were) {_ADVERBS}{_FINE}|(?:also |both |all |[\w-]+ly )?{_GIVES})"
        r"\b(?! director| writer| film-?maker| composer)", prior=0.65, once=True, subject="none"),
    Cue("cast",
        rf"(?P<o>@troupe) (?:is|are|was|were) {_ADVERBS}{_FINE}(?: [\w-]+)? (?:in (?:this|the) (?:film|movie"
        rf"|one|picture)|in it"
        r"|here)", prior=0.7, once=True, subject="none"),
    Cue("cast",
        r"(?P<o>@troupe)'s? (?:own )?(?:[\w-]+ ){0,2}(?:performances?|acting|portrayal"
        r"|characteri[sz]ation)\b(?! as\b| of\b)",
        prior=0.7, once=True, subject="none", unless=r"\b(?:like|than)\b", needs="perform|acting|portray|character"),
    Cue("cast",
        r"(?:(?:the |an? )(?:[\w-]+ ){0,2})?(?:appearances?|presence|talents?|casting|cameos?) (?:by|from|of) (?:the )?"
        r"(?:[\w-]+ ){0,2}(?P<o>@troupe)", prior=0.8, needs="appearance|presence|talent|casting|cameo"),
    Cue("cast",
        r"(?:film|movie|picture|flick|western|comedy|drama|thriller|musical|version|vehicle|remake|sequel"
        r"|swashbuckler|romance|noir|biopic|adaptation|epic|horror|serial|melodrama)"
        r" (?:with|for) "
        r"(?P<o>@troupe)(?! as\b|'s? )", prior=0.8, subject="none", needs=" with | for "),
    Cue("cast",
        r"(?P<o>@troupe)(?:,[^,;]{3,60},)? (?:is|are|was|were) (?:[\w-]+ )?(?:in|among) (?:among )?the cast",
        prior=0.85,
        needs="cast"),
    Cue("cast",
        r"(?:(?:the |an? |its )(?:[\w-]+ ){0,3})?(?:couple|duo|pair|pairing|trio|leads|stars|principals|actors"
        r"|actresses|players)"
        r"(?:: ?|, | - | such as | as | like | including |, including )(?:the )?(?:[\w-]+ ){0,2}(?P<o>@troupe)",
        prior=0.75,
        unless=r"\b(?:like|than|remind\w*)\b $", needs="couple|duo|pair|trio|leads|stars|principal|act|player"),
    Cue("cast", r"(?:he|she|they) (?:can|could|may) (?:also )?be seen in ['\"]?(?P<s>@film)['\"]?", prior=0.8,
        subject="none", needs="be seen in"),
    Cue("cast",
        r"(?P<o>@someone) (?!directed|made|wrote|has|had|made)(?:[\w'-]+ ){1,7}?in ['\"](?P<s>@film)['\"]", prior=0.6,
        subject="none", needs=" in "),
    Cue("cast",
        r"the (?:leads?|main roles?|lead roles?|main parts?) (?:are|is|were|was) (?:played|taken|filled) by"
        r" (?:the )?(?:[\w-]+ ){0,3}"
        r"(?:[\u2013-] ?(?:namely )?)?(?P<o>@cast)", prior=0.85, needs=" by "),
    Cue("cast",
        r"(?:see|seeing|watch|watching|enjoy|love|loved|liked) (?P<span>(?P<o>@troupe) in (?:such )?(?:an?|the"
        r"|this|his|her|another) (?:[\w-]+ ){0,4}"
        r"(?:film|movie|role|part|western|comedy|drama|picture))", prior=0.7, once=True, subject="none", needs=" in "),
    Cue("cast",
        r"(?:his|her|this) (?:supporting|starring|leading|lead|title|breakthrough|debut) (?:film )?role\b(?! as| of)",
        prior=0.6,
        subject="none", needs="role"),
    Cue("cast",
        r"(?:go wrong with|likes of|thanks to|arrival of|talents? like|reunites|pairing|teaming|teams)"
        r" (?P<span>(?P<o>@troupe))(?! ?\(|'s?)",
        prior=0.65, once=True, subject="none", needs="go wrong|likes|thanks|arrival|talent|reunite|pairing|team"),
    Cue("cast", r"(?P<o>@troupe)'s character\b", prior=0.6, bare=True, needs="'s character"),
    Cue("cast",
        r"(?:the )?(?:roles?|parts?)(?: of @any)?(?: [\w-]+){0,2} (?:is|was|were|are) (?:done|taken|created"
        r"|originated|filled"
        r"|essayed|handled) by (?:@people|[\w-]+ @people)",
        prior=0.75, bare=True, needs="role|part"),
    Cue("cast",
        r"(?:(?:@person|he|she|who) )?(?:is |was |are )?(?:repeat(?:s|ed|ing)?|recreat(?:es|ed|ing)|repris(?:es|ed"
        r"|ing)) (?:his"
        r"|her|their) (?:[\w-]+ ){0,2}roles?\b(?! (?:as|of))(?: from (?:the |@any )?(?:[\w-]+ )?(?:[\w-]+|@any))?",
        prior=0.7, bare=True, needs="role"),
)  # fmt: skip
