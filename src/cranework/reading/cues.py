"""Words that tell what kind a stretch of a review is of: judgements, stories, receptions, scenes, matters of form."""

from __future__ import annotations

from .words import bag

JUDGING = bag(
    "easy difficult hard absurd abysmal accomplished accurate adequate admirable admire adorable affecting amateurish "
    "amazed amazing amazingly ambitious amused amusing annoyed annoying appalling appealing apt artistic astonishing "
    "astounding atmospheric atrocious authentic average awe awesome awful awfully bad badly banal beautiful "
    "beautifully beauty best better biggest bizarre bland bleak bogus bore bored boredom boring bother bravura "
    "breathtaking brilliance brilliant brilliantly brutal campy captivating charisma charismatic charm charming cheap "
    "cheesy chilling classic clever cleverly cliche cliched cliches cliche-ridden clumsily clumsy coherent comical "
    "compelling competent complaint confused confusing contrived convincing convincingly cool corny corniest crap "
    "crappy creaky credible creepy cringe crude cute daring dated decent deep deeply definitely delight delightful "
    "depressing derivative deserve deserved deserves devastating devastatingly disappointed disappointing "
    "disappointingly disappointment disaster disgusting disjointed dismal disturbing downright dramatic dreadful "
    "drivel dull dullest dumb effective effectively elegant embarrassing embarrassment emotional endearing engaging "
    "engrossing enjoy enjoyable enjoyed enjoying entertaining entertainment epic essential evocative exceptional "
    "excellent excellently exciting excruciating exquisite extraordinary extremely fabulous fails failure faithful "
    "fantastic far-fetched fascinating fault faults favorite favourite fine finest flat flaw flawed flawless flaws "
    "forced forgettable fresh fun funnier funniest funny garbage gem genius genuine genuinely glad glorious goofy "
    "good gorgeous great greatest greatly gripping gritty groundbreaking harrowing hated haunting heart-stopping "
    "heartbreaking heartfelt heartwarming highlight hilarious hilariously horrendous horrible horribly humane humor "
    "humour idiotic imaginative immortal impressed impressive incoherent incomprehensible incredible incredibly inept "
    "inferior inspired inspiring insult intelligent intense interesting intriguing inventive invigorating irritating "
    "joke joy joyless lack lacking lacks lame lamest laughable lavish lazy likable likeable lousy lovable loved "
    "lovely ludicrous lyrical magic magical magnificent magnificently marvellous marvelous masterful masterfully "
    "masterly masterpiece masterpieces masterwork mediocre memorable mesmerizing mess miscast misfire moody moving "
    "must must-see nice nicely nonsense nostalgic notable noteworthy offensive ok okay oddly outstanding over-the-top "
    "overacting overblown overdone overlong overrated painful painfully pathetic perfect perfection perfectly pity "
    "plausible pleasant pleasure poetic poignant pointless poor poorly potent powerful predictable preposterous "
    "pretentious pretty profound propaganda provocative quality quirky rare rarely ravishing real realism realistic "
    "realistically refreshing relevant remarkable remarkably repetitive ridiculous ridiculously riveting romantic "
    "rubbish sad sadly sappy satisfying scary seamless seamlessly sensitive sensitively sentimental shallow shame "
    "silly simple simplistic sincere slick sloppy slow sophisticated spectacular spellbinding splendid stands "
    "standout star-studded stark static stilted strange strength strong stunning stunningly stupid stylish subtle "
    "suck sucked sucks superb superbly superficial superior suspense suspenseful sympathetic tasteful tastefully "
    "tasteless tedious tender tense terrible terribly terrific terrifying thin thought-provoking thrilling thrills "
    "timeless tiresome top-notch touching touches tragic trash trashy treasure treat tremendous tripe trite triumph "
    "trivial truly ugly unbearable unbelievable unbelievably unconvincing uncanny underrated understated uneven "
    "unforgettable unfortunately unfunny uninspired uninteresting unique unnecessary unpleasant unrealistic "
    "unremarkable unsatisfying unusual unwatchable uplifting useless vapid veritable vivid vulgar wasted waste "
    "watchable weak weakest weakness weaker well well-acted well-crafted well-done well-made well-written wonderful "
    "wonderfully wooden woefully worse worst worth worthless worthwhile worthy wow"
)
"""A stretch with one of these most often judges."""

FEELING = bag(
    "i i'm i've i'd i'll me my mine myself you you'll you're you've your we'll we're opinion imo imho feel felt feels "
    "think thought believe find found guess suppose wish hope expected expecting recommend recommended must should "
    "could would seems seem seemed appear appears perhaps maybe probably certainly surely definitely honestly frankly "
    "personally admittedly arguably indeed anyway reminds remind reminded reminiscent like unlike than"
)
FILM_WORDS = bag(
    "film films movie movies picture pictures flick story plot script screenplay dialogue dialog acting performance "
    "performances cast actor actors actress actresses director direction directing directed character characters "
    "production ending cinema drama comedy thriller western musical documentary adaptation remake sequel version book "
    "novel series episode genre style pace pacing tone theme themes message score music soundtrack cinematography "
    "photography effects humor humour role roles work entertainment viewer viewers audience fans fan hollywood "
    "plotline storyline romance premise casting"
)
STORY_WORDS = bag("story tale drama film movie romance comedy picture")
PEOPLE = bag(
    "man men woman women girl girls boy boys child children kid kids son daughter mother father parents brother "
    "sister wife husband widow widower lover lovers boyfriend girlfriend friend friends fiance fianc\u00e9 "
    "fianc\u00e9e cousin uncle aunt family couple soldier soldiers officer sergeant captain general army troops cop "
    "cops police detective sheriff gang gangster killer murderer thief thieves villain hero heroine doctor nurse "
    "patient teacher student students lawyer judge priest nun king queen prince princess president agent spy boss "
    "servant maid slave prisoner prisoners guard guards stranger neighbor neighbour neighbors victim victims crew "
    "scientist writer reporter journalist musician pianist singer dancer artist farmer peasant peasants villagers "
    "orphan monster ghost alien aliens vampire zombie zombies robot dog horse protagonist protagonists he she him her "
    "his they them themselves himself herself"
)
PLOTTING = bag(
    "abandons abducts accepts accuses agrees arrives arrested asks attacks attempts awaits awakens becomes befriends "
    "begins believes betrays blackmails breaks brings buries buys calls captured captures carries catches chases "
    "claims comes commits confesses confronts convinces convicted crosses decides declares demands deserts destroys "
    "develops die dies disappears discovers divorces drafted drives drops drowns elopes embarks encounters ends "
    "enlists enters escapes escorts faces falls fears feels fights finds flees flies follows forces forgets gets "
    "gives goes grows haunted heads hears helps hides hires hits holds hopes hunts imprisoned inherits insists "
    "investigates invites invades joins jumps keeps kidnapped kidnaps kill killed killing kills kisses knows lands "
    "leads learns leaves lies lives loses loves manages marries marry meets moves murder murdered murders needs "
    "offers orders overhears passes persuades plans pledges plots pretends promises proposes pursues quits raises "
    "rapes reaches realises realizes receives recovers recruits refuses rejects remains remembers rescues resists "
    "retires returns reveals robs runs sacrifices saves says searches seduces seeks sees sells sends sentenced "
    "separated sets shoots shot sleeps spends stabbed starts stays steals stops struggles stumbles suffers survives "
    "suspects takes teaches tells tempted threatens throws tracks travels tries trusts turns uncovers visits "
    "volunteers waits wakes walks wants warns watches weds wins witnesses works escape fight war wounded married "
    "pregnant dead alive alone revenge treasure village castle island ship train hospital prison"
)
RECEIVED = bag(
    "ratings network networks distribution distributed broadcast aired screened screening screenings voters nominee "
    "nominees career famed spawned imitated pioneer pioneered acclaim acclaimed admired audiences award awards "
    "awarded banned best-known blockbuster box-office boycotted celebrated censored censors censorship compared "
    "considered controversial controversy critic critics criticised criticized cult deemed denounced dismissed earned "
    "fame famous flop flopped forgotten grossed hailed hit honored honoured influence influenced influential inspired "
    "known lauded launched legendary linked monitored nominated nomination notorious overlooked panned popular "
    "popularity praise praised premiere premiered press public publicity ranked ranks rated recognition recognized "
    "recognised regarded rejected remembered reputation respected revered reviewed reviews sensation shelved success "
    "successful suppressed underrated unknown voted widely-considered"
)
SCENES = bag(
    "scene scenes sequence sequences shot shots image images opening ending finale climax climactic moment moments "
    "credits montage shown segment frame frames set-piece set-pieces setpiece setpieces vignette vignettes"
)
SHAPES = bag(
    "camera cameras camerawork camera-work cameraman cinematography cinematographer photography photographed lens "
    "lenses close-up close-ups closeup closeups tracking crane hand-held handheld steadicam zoom zooms pan pans "
    "panning tilt tilted angle angles framing framed composition compositions lighting lit shadows shadow "
    "black-and-white b&w b/w monochrome color colour colors colours technicolor widescreen cinemascope scope "
    "anamorphic aspect ratio edited editing editor cuts cutting montage dissolve dissolves fade fades superimposed "
    "superimposes superimposition slow-motion split-screen flashback flashbacks voice-over voiceover narration "
    "narrated narrator narrates subtitles subtitled dubbed dubbing soundtrack sound silent stereo mono "
    "focus filmed cgi animation animated stop-motion grainy digital"
)
WRITER = bag(
    "saw watched rented bought caught viewed viewing recorded taped video vhs dvd tv television tcm cable netflix "
    "theater theatre cinema yesterday tonight weekend ago spoiler spoilers review reviewer reviewers comment comments "
    "imdb rating rate stars vote copy commenter"
)
HISTORY = bag(
    "soviet soviets union russia russian russians germany german germans nazi nazis hitler stalin stalinist "
    "khrushchev government regime communist communism party america american americans britain british france french "
    "japan japanese war army cinema industry studio studios hollywood filmmakers country population people century "
    "decade era revolution history historical historically politics political policy economy nation nations society"
)
