"""What can be seen of a film's form: colour, camera, cutting, sound."""

from __future__ import annotations

import re
from dataclasses import replace

from cranework.reading.model import Statement
from cranework.reading.statements.context import OTHER_FILM, Context
from cranework.reading.statements.family import Cue, Family, of_this_film
from cranework.reading.statements.mask import Masked

_PLAIN = r"(?:black[- ]*(?:and|&|n|/|'n')?[- ]*white|b ?(?:&|/|and|n) ?w|monochrome|monochromatic|sepia)"
_TINTED = (
    r"(?:(?:glorious|gorgeous|vivid|lurid|full|rich|bright|beautiful|muted|living|stunning|wonderful|lush|garish) )?"
    r"(?:(?:two-strip |three-strip |early )?techni-?colou?r|eastman ?colou?r|agfacolor|sovcolor|colou?r)"
)
_ADJ = (
    r"(?:(?!uses\b|using\b|loves?\b|likes?\b|employ|feature|show|has\b|have\b|had\b|mak(?:es|ing)\b|placing\b|contain"
    r"|includ|own|watch|see\b|saw\b|the\b|a\b|an\b|he\b|she\b|we\b|they\b|you\b|besides\b|them\b|him\b|her\b|of\b"
    r"|in\b|and\b|is\b|was\b|to\b|that\b|with\b|by\b|for\b|on\b|at\b|as\b|it\b|i\b|are\b|from\b|or\b|where\b|this\b"
    r"|has\b)[\w'-]+,? )"
)
_A = rf"(?:(?:the|an?|some|its|his|her|this|many|several|one|two|such|those|these|@person's?) )?{_ADJ}{{0,5}}?"
_B = _A.replace(",?", "")
_ALONG = (
    r"(?: (?:through|of|across|over|into|at|along|around|in|on|above|down|up) (?:(?:the|a|an|his|her|its) )?(?:"
    r"(?:[\w'-]+|@any) ){0,5}?(?:[\w'-]+|@any)(?=[,.;:)!?]|$| and | as | when | that | which | who | with | where | "
    r"is | are ))?"
)
_IT = (
    r"(?:(?:it|which|that|(?:this|the) (?:film|movie|picture|whole thing)|@film)(?:'s| is| was|s)? )?(?:(?:all |is "
    r"|was |in |shot |filmed |photographed |presented |made |beautifully |mostly |entirely ){0,4})"
)
_PHOTO = (
    r"(?: (?:film|movie|photography|cinematography|camera ?work|images?|imagery|footage|print|picture|visuals"
    r"|sequences?|scenes?|noir|documentary|tv series))?"
)
_MOVES = (
    r"(?:(?:slowly|smoothly|hardly ever|never|always|constantly|often|then|suddenly|also|rarely|just|simply|even"
    r"|still|seldom|relentlessly|steadily|gently|literally|barely) ){0,2}(?:follows?|followed|moves?|moved|pans?"
    r"|panned|tilts?|tilted|zooms?|zoomed|tracks?|tracked|cranes?|craned|spins?|whirls?|swirls?|glides?|glid(?:ed"
    r"|ing)|runs?|flies|climbs?|turns?|roams?|swoops?|soars?|circles?|circled|rotates?|rises?|pulls? back|pulls? away"
    r"|pulls? up|pushes|dollies|dollied|lingers?|lingered|sits? still|stays?|is (?:always |never |constantly |almost "
    r"|completely )?(?:in motion|moving|static|mobile|still|stationary|perched|placed|tracking|panning|restless"
    r"|hand-?held|locked)|holds? (?:on|still)|dances?|jostles?|weaves?|sweeps?|drifts?|floats?|shakes?|shook|closes "
    r"in|cuts? (?:to|away|back))"
)
_OF_A_PART = re.compile(
    r"\b(?!it\b|films?\b|movie\b|picture\b|this\b|all\b|which\b|that\b|thing\b|and\b|but\b|so\b)\w+ (?:is|was|are"
    r"|were)\s(?:\w+\s)?$|\b(?!it\b|films?\b|movie\b|picture\b|this\b|which\b|that\b|thing\b|and\b|but\b|so\b|in\b"
    r"|its\b|the\b)\w+\s$",
    re.IGNORECASE,
)
"""Another subject than the film: *the interview was shot* in black and white, *a man in* colour."""

_SHOT = (
    r"(?:shots?|takes?|sequences?|scenes?|movements?|camera[- ]?work|cinematography|photography|camera|footage"
    r"|technique|moves?|frame)"
)

_CUES = (
    Cue("color",
        rf"{_IT}(?:(?:its|the|a|some|gorgeous|crisp|grainy|stark|stunning|beautiful|lovely) )?{_PLAIN}{_PHOTO}",
        prior=0.9, unless=r"\b(?:issues?|characters?|morality|tv|television)\b",
        needs="black|b&w|b/w|b & w|b and w|bw|monochrom|sepia"),
    Cue("color",
        rf"(?:{_IT}(?<!\w)in {_TINTED}\b(?! of)|(?:is|was) (?:all )?(?:shot |filmed )?in {_TINTED}|{_TINTED} "
        r"(?:film|movie|photography|cinematography|dvd|print|picture|sequences?|scenes?))", prior=0.8,
        unless=r"\b(?:man|men|woman|women|people|person) (?:of|in) |with no|no colou?r", needs="color|colour"),
    Cue("tracking",
        rf"{_A}(?:tracking|travell?ing|dolly|steadicam|follow)(?: and [\w-]+)? {_SHOT}{_ALONG}(?:, no cuts)?",
        prior=0.9, needs="tracking|travel|dolly|steadicam|follow"),
    Cue("crane", rf"{_A}(?:crane|craning|aerial|overhead|helicopter)(?: and [\w-]+)? {_SHOT}{_ALONG}", prior=0.9,
        needs="crane|craning|aerial|overhead|helicopter"),
    Cue("crane", r"(?:unexpectedly |suddenly |slowly )?(?:photos|shots) of crane(?: and [\w-]+)?", prior=0.8,
        needs="of crane"),
    Cue("crane",
        r"(?:unexpectedly |suddenly |slowly |then )?(?:craning|cranes?|rising|rises) (?:up |back )?(?:above|over"
        r"|from|away)", prior=0.75, reach=True, unless=r"@film", needs="cran|rising|rises"),
    Cue("handheld",
        rf"{_A}(?:hand-?held|shaky|jittery|shaking)[- ](?:{_SHOT}|camera[- ]?work|cam)(?! smoothly){_ALONG}",
        prior=0.9, needs="hand|shak|jitter"),
    Cue("camera_movement",
        rf"(?:(?:the|his|a|her|@person's?) )?(?:[\w-]+ )?camera(?:[- ]?work|s)? (?:does with the camera |{_MOVES}"
        rf"(?:,? (?:and )?{_MOVES}){{0,3}})", prior=0.85, reach=True,
        unless=r"\b(?:video|security|tv|movie|in front of the|front of|behind the) $|hidden", needs="camera"),
    Cue("camera_movement",
        r"(?P<span>does with the camera a (?:[\w-]+ ){0,2}[\w-]+(?:: it [^.;]{5,90}?(?=, (?:while|and|but|as)\b"
        r"|[.;]|$))?)", prior=0.8, needs="camera a "),
    Cue("camera_movement",
        rf"{_A}(?:mobile|moving|roving|roaming|restless|fluid|sweeping|swooping|gliding|kinetic|swirling|dizzying"
        r"|unchained|acrobatic) (?:hand-held )?(?:camera(?:[- ]?work)?|cinematography|photography|shots?|camera "
        rf"movements?)(?: work)?{_ALONG}", prior=0.85, needs="camera|cinemato|photogra|shot"),
    Cue("camera_movement", rf"{_A}camera (?:movements?|moves|motion|acrobatics){_ALONG}", prior=0.8,
        needs="camera m|camera a"),
    Cue("static_camera",
        rf"{_B}(?:static|stationary|still|locked(?:-down)?|fixed|immobile|motionless|unmoving)[- ](?:{_SHOT}"
        r"|cameras?|set-?ups?|framing)", prior=0.85,
        needs="static|station|still|locked|fixed|immobile|motionless|unmoving"),
    Cue("tracking",
        r"(?:(?:the )?(?:shot|camera) (?:then )?|we (?:do )?(?:continue to )?(?:then )?)(?:follow|track|pull)s?(?: "
        r"back| up)? (?:her|him|them|@character|the [\w-]+)?", prior=0.6, reach=True, unless=r"story|\bplot",
        needs="follow|track|pull"),
    Cue("tracking",
        r"(?:the (?:[\w-]+ )?shot|long shot, the camera|the scene where the camera) (?:then )?(?:pulls|follows"
        r"|tracks|moves|continues|begins|rises|cranes|pans|starts)(?: back| up)?", prior=0.8, reach=True,
        needs="shot|camera"),
    Cue("long_take",
        rf"{_A}(?:(?:long|single|unbroken|uninterrupted|continuous|extended|one|uncut|minute|lengthy|@duration"
        rf"(?:[- ]long)?)[- ]){{1,2}}(?:tracking |hand-held )?takes?{_ALONG}", prior=0.85,
        unless=r"\b(?:how|time it)\b", needs="take"),
    Cue("long_take",
        r"(?:all )?(?:without (?:a|any|one) (?:single )?cuts?|in (?:a|one) (?:single|unbroken|continuous) (?:take"
        r"|shot)|no cuts?(?=[,.;)]|$))", prior=0.8, needs="cut|take|shot"),
    Cue("fast_cutting",
        rf"(?:(?:the )?(?:use of )?{_B}(?:fast|rapid|quick|frenetic|frantic|hyper|choppy|jumpy|rapid-fire|frenzied"
        r"|mtv-style|fancy)(?:, [\w-]+)?[- ](?:cutting|editing|cuts|edits|montages?)|(?:frenetically|rapidly"
        r"|quickly|frantically|choppily) (?:edited|cut)(?: and [\w-]+)?)", prior=0.85, needs="cut|edit|montage"),
    Cue("slow_cutting", rf"{_B}(?:slow|leisurely|deliberate|languid)[- ](?:cutting|editing)", prior=0.8,
        needs="cut|edit"),
    Cue("montage",
        rf"{_B}(?:montage|assemblage)(?:s| sequences?| scenes?| theory| after [\w ]+montage)?(?: of @run4(?:, "
        rf"@run3){{0,3}})?", prior=0.65, needs="montage|assemblage"),
    Cue("dissolve",
        rf"(?:{_B}(?:cross-?|lap[- ]|slow )?dissolves?(?! (?:in|into) (?:tears|laughter|the bath|chaos))(?: (?:to"
        r"|into|from) @run4)?|dissolving into @run6)", prior=0.75, needs="dissolv"),
    Cue("fade", rf"{_B}(?:fade(?:s|d)?[- ](?:outs?|ins?|to black|to white)|fade-(?:out|in)s?)", prior=0.8,
        needs="fade"),
    Cue("wipe", rf"{_B}(?:(?:screen|iris|horizontal|vertical) wipes?|iris(?:es)?[- ](?:in|out|shot)s?)", prior=0.8,
        needs="wipe|iris"),
    Cue("superimposition",
        rf"(?:{_B}(?:superimposition|superimposed|double[- ]expos(?:ure|ed)|multiple exposure)s?(?: "
        rf"[\w-]+)?{_ALONG}|(?:another |[\w-]+ )?superimposes (?:[\w-]+,? ){{1,8}}[\w-]+|the picture of (?:[\w-]+ "
        rf"){{1,4}}lies over @run3)", prior=0.85, needs="superimpos|expos|lies over"),
    Cue("split_screen", rf"{_B}(?:split[- ]screens?|multiple screens|multi-?screens?){_ALONG}", prior=0.85,
        needs="screen"),
    Cue("zoom",
        rf"(?:{_B}(?:zooms?(?:[- ](?:shots?|ins?|outs?|lens(?:es)?))?|crash zooms?|snap zooms?)\b(?! (?:past|by|off"
        r"|through|around))(?: (?:in|out|into|on|onto) (?:on )?(?:the |her |his )?@run4)?)", prior=0.7,
        unless=r"\b(?:cars?|bikes?|planes?|he|she|they)\b", needs="zoom"),
    Cue("pan",
        rf"{_B}(?:(?:long|slow|whip|swish|panoramic|sweeping|fast|quick|camera)[- ]pans?\b|panning (?:shots?"
        rf"|camera)){_ALONG}", prior=0.7, unless=r"peter[- ]pan|frying|out of the|\bpan out", needs="pan"),
    Cue("tilt",
        rf"{_B}(?:dutch|tilted|canted|oblique|high|low|odd|strange|skewed|weird|bizarre|unusual|different)(?: "
        rf"camera| shot| (?:and|or) (?:low|high))*[- ](?:angles?|angle shots?|camera angles|shot angles){_ALONG}",
        prior=0.8, needs="angle"),
    Cue("tilt", rf"{_B}camera angles?{_ALONG}", prior=0.7, needs="angle"),
    Cue("form",
        rf"(?:the use of )?{_B}(?:deep[- ]focus|soft[- ]focus|rack[- ]focus|slow[- ]motion|slow-mo|freeze[- "
        r"]frames?|time[- ]lapse|fish-?eye|wide[- ]angles?(?: lens(?:es)?)?|telephoto|jump[- ]cuts?|cross-?cutting"
        r"|intercut(?:ting)?|parallel editing|match cuts?|point[- ]of[- ]view shots?|pov shots?|subjective camera"
        r"|stop[- ]motion|rear[- ]projection|back[- ]projection|reverse[- ]action(?: filming)?|sped[- ]up"
        rf"|undercranked)\b{_ALONG}", prior=0.8,
        needs="focus|motion|slow-mo|freeze|lapse|eye|wide|tele|jump|cut|parallel|point|pov|subjective|project"
        "|reverse|sped|undercrank"),
    Cue("form",
        rf"{_B}(?:(?:extreme |tight |intense |big |huge |generous )?close[- ]?ups?|long shots?|medium shots?|wide "
        rf"shots?|establishing shots?)\b{_ALONG}", prior=0.75, unless=r"by a long shot|not by|long shot (?:to|at)",
        needs="close|shot"),
    Cue("spin",
        rf"(?:{_B}(?:spinning|whirling|swirling|rotating|twirling|circling|360[- ]degree) (?:shots?|camera|pans?"
        rf"|spiral|staircase|trees?|treetops|birches|image|images)(?: [\w-]+)?{_ALONG}|camera (?:turns|turned"
        rf"|flips) upside[- ]down(?: to [\w ]{{3,40}})?)", prior=0.8,
        needs="spin|whirl|swirl|rotat|twirl|circling|360|camera"),
    Cue("aspect",
        r"(?:(?:is |was )?(?:also )?(?:shot|filmed|presented|framed|projected) in )?(?:the )?(?:[\w-]+ ){0,2}?"
        r"(?:wide-?screen|cinemascope|panavision|vista ?vision|cinerama|academy ratio|full-?screen|(?:@number"
        r"|\d\.\d\d?)(?: ?: ?(?:@number|1))?(?: aspect)? ratio|aspect ratio(?: of \S+)?|70 ?mm|imax|super ?-?8|16 "
        r"?mm|digital video)\b", prior=0.8, unless=r"\b(?:dvd|vhs|edition|on)\b",
        needs="screen|scope|panavision|vision|cinerama|ratio|mm|imax|super|digital"),
    Cue("sound",
        rf"(?:{_B}(?:voice-?overs?|narration|(?<=[a-z] )narrator|narrator tells us|off-screen narrat\w+"
        r"|inter-?titles?|title cards?|(?:@country )?dubbing|(?:@country )?overdub|diegetic [\w]+|leitmotif)(?: "
        r"(?:tells us|by @people))?|(?:is|was|in this) (?:a )?silent (?:film|movie|picture|era)?|(?:told"
        r"|narrated) (?:in|by) (?:voice-?over|an unseen narrator|the [\w-]+ narrator)|(?:subtitled|dubbed) (?:in"
        r"|into) (?:@country|english|[\w]+))", prior=0.6, unless=r"\b(?:i|with or without|where|turn)\b",
        needs="voice|narrat|title|dub|leitmotif|diegetic|silent|subtitled"),
    Cue("light",
        rf"{_B}(?:low-key|high-key|chiaroscuro|expressionist(?:ic)?|noir(?:ish)?|natural|available|back|moody"
        rf"|shadowy|stark|high-contrast)[- ](?:lighting|light|shadows?|photography){_ALONG}", prior=0.75,
        needs="light|shadow|photography"),
    Cue("light",
        r"(?:effects? of light(?: and (?:shade|shadow))?|play of light(?: and shadows?)?|flashes of light(?: "
        r"[\w-]+){0,2}|(?:[\w-]+ )?(?:lighting|illumination) (?:techniques?|effects?|schemes?))", prior=0.65,
        needs="light|illumination"),
    Cue("form", rf"{_B}(?:flash-?backs?|flash-?forwards?)(?: structure| sequences?| scenes?)?", prior=0.45,
        unless=r"\b(?:i|had|have|having) ", needs="flash"),
    Cue("form",
        r"(?:(?:an?|the|many|several|some|too many|too few) )?(?:tight|extreme|close-up|out-of-focus|grainy|pov) shots"
        r"(?: of (?:[\w'-]+|@any)(?: [\w'-]+| @any){0,3})?(?=[,.;:)!?]|$| (?:and|that|which|with|is|are|to)\b)",
        prior=0.75, needs="shots"),
    Cue("music",
        r"(?:an?|some|several|many|lots of|plenty of) (?:[\w'-]+ ){1,4}?(?:on|over|in) the (?:soundtrack"
        r"|(?:end|closing|opening) credits)", prior=0.55,
        unless=r"\b(?:scroll|stay|watch|through|names?|list)\b", needs="soundtrack|credits"),
    Cue("sound",
        r"(?:(?:is|was|be|been|are|were) (?:\w+ly )?|voices? (?:have|has) been )?(?:re-?dub(?:bed|s)?|dubbed) (?:"
        r"[\w'-]+|@any)(?:'s)? (?:[\w'-]+|@any)(?: [\w'-]+){0,2}", prior=0.55, clause=True,
        unless=r"\bi\b|version|dubbed (?:it|him|her|the|@person|a)\b|dub(?:bed)? (?:in|into)", needs="dub"),
    Cue("sound", r"this (?:(?:@date|old|early) )?silent (?:film|movie|picture)", prior=0.6, needs="silent"),
    Cue("form",
        r"(?:(?:the|its|his|an?|@person's?) )?(?:(?:beautiful|bright|dazzling|nice|gorgeous|gritty|dark|grainy|crisp"
        r"|lush),? ){0,2}(?:location|well[- ]lit|neon[- ]lit|dim|candle-?lit|high-definition) (?:cinematography"
        r"|photography|shooting)", prior=0.7, needs="cinematography|photography|shooting"),
    Cue("form",
        r"(?:it |the (?:film|movie|story) )?(?:is|isn't|is not|has) (?:a |no )?(?:(?:very|strictly) )?(?:non-?)?"
        r"linear(?: (?:narrative|story|structure|plot))?|(?:told|shown|events) (?:in|from) (?:[\w-]+ )?(?:multiple"
        r"|several|different|various|many) (?:perspectives|points of view|viewpoints)", prior=0.75,
        needs="linear|perspectives|points of view|viewpoints"),
)  # fmt: skip


def _finish(found: Statement, match: re.Match[str], masked: Masked, context: Context) -> Statement | None:
    """A hand-held camera that follows somebody is hand-held; the form of a film is the film's."""
    part = _OF_A_PART.search(masked.text[: match.start()])
    if found.predicate == "color" and (part or not of_this_film(match, masked)):
        return replace(found, subject=None, about=OTHER_FILM)
    if found.predicate == "camera_movement":
        words = masked.original(*match.span()).lower()
        if re.search(r"hand-?held", words):
            return replace(found, predicate="handheld")
        if re.search(r"static|still|stationary|hardly ever|rarely", words) and "never" not in words:
            return replace(found, predicate="static_camera" if "hardly" not in words else "camera_movement")
        if re.search(r"follow|track", words):
            return replace(found, predicate="tracking")
    return found


FAMILY = Family(
    "form",
    "",
    _CUES,
    {},
    _finish,
)
