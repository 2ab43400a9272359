"""Plain English words of film titles: two of them are two words, however near (Stranger and Strangler)."""

from __future__ import annotations

_WORDS = """\
able abyss accident ace across actor adam adventure affair afraid africa after again against age agent air alibi alice
alien alive all alley alone always amateur america american among anger angel angle angry animal ankle another ant
apartment ape apple april arch are arena arm armor army around arrow art artist ash ashes asphalt assassin attic attack
august aunt autumn away awake award axe babe baby back bad badge badger bag bait baker ball ballad band bandit bank bar
bare bark baron barrel barren base basket bat bath battle bay beach beads bean bear beard beast beat beauty beaver bed
bee beer before beggar behind being believe bell beloved belt bench bend berlin best bet better between beyond bible
big bike bill bird birth bit bitter black blade blame blank blast blaze bleak bless blessing blind blond blonde blood
bloody bloom blow blue boat body bold bomb bond bone bones book boom boot border born boss bottle bottom bound bow
bowl box boy brain branch brave bread break breath breed bride bridge brief bright bring broken brother brown bubble
bud bug bull bullet bunker burn burning bus business busy but butcher butter butterfly button buyer cab cabin cage cake
call calm camera camp can candle candy canyon cape captain car card care careless cart case casino castle cat catch
cause cave cell center chain chair chance change chaos chapel chapter charm chase chat cheap cheat check cheek chess
chest chicken chief child children chin china choice choke choose church cinema circle circus city civil clan clash
class claw clay clean clear clever cliff climb cloak clock close cloth cloud clown club coach coal coast coat code cold
color come comedy comet common company conquest contact convict cook cool cop copper corn corner corpse cost couch
count country couple courage court cousin cover cow crack cradle craft crane crash crazy cream creature credit creek
crime crisis crook cross crow crowd crown cruel cruise cry crystal cup cure curse curtain curve cut cyclone dad damage
damned dance dancer danger dare dark darling date daughter dawn day days daylight dead deadly deaf deal dear death debt
deceit deep deer defeat defense delay demon den dense desert desire desk dessert destiny detour devil devils diamond
diary dice die diner dinner dirt dirty dish disk distance distant dive divide divine doctor dog doll dollar dolphin
domain door double doubt dove down dozen drag dragon drama draw dream dress drift drink drive driver drop drown drug
drum drunk dry duck duel duke dull dust duty dying each eagle ear early earth east easy eat echo eclipse edge egg eight
elephant eleven emperor empire empty end endless enemy enough epic escape eternal evening event ever every evil exile
exit exotic eye eyes face fact factory fade fail faith fake fall fallen false fame family fan far farewell farm farmer
fast fat fatal fate father fault favor fear feast feather feel feet fellow fence fever few field fiend fifth fifty fight
fighter figure file film final find fine finger fire first fish fist five flag flame flash flat flea flesh flight float
flood floor flow flower fly flying foe fog folk follow food fool foot for force forest forever forget fork form fort
forth fortune forty forward foul found fountain four fourth fowl fox frame free freedom friend frog from front frost
fugitive full fun funeral funny fur fury future gain gale gallery gambler game gang garden gate gaze general gentle
gentleman ghost giant gift girl give glass globe glory glove goal goat god going gold golden gone good goose gorilla
grace grain grand grape grass grave gravity gray great greed green grey grief ground group grow guard guest guide guilt
guilty gun guy habit hail hair half hall hallow halo hammer hand handle hang happen happy harbor hard hare harm harp
harvest hat hate haunted have hawk head healer health heart hearts heat heaven heavy heel height heir hell hello help
hen her herd here hero hidden hide high hill hint hire history hit hold hole holiday hollow holy home honest honey honor
hood hook hope horn horror horse hospital host hot hotel hound hour house how hue human humor hundred hung hunger hunt
hunter hurricane hurt husband ice idea idiot idol image in infinity inn innocent insect insider intruder iron island
item jacket jail jam jaw jazz jealous jet jewel job join joke journal journey joy judge judgment juice jump jungle junk
jury just justice keep key kid kidnap kill killer killing kin kind king kingdom kiss kite knife knight knock know label
lace lad ladder lady lake lamb lamp land lane language large lark laser last late laugh laughter law lawless lawyer lay
lead leader leaf league lean leap learn leather leave leaves left leg legal legend lemon leopard less lesson let letter
level liar liberty lid lie life light like lily limb limit limits line lion lip list listen little live lively liver
lives living loan lock locket lodge lodger log lone lonely long look loose lord loss lost lot loud love loved lovely
lover low loyal luck lucky lunch lure lust machine mad made madness magic magical magnet maid mail main make maker male
malice mall man manor many map maple marble march mark market marriage married mars marsh mask mass master mat match
mate matter may maze meadow meal mean meat medal medium meet melody memory men menace mercy mermaid merry mess message
metal middle midnight might mile milk mill mind mine minor minute miracle mirror miss missing mission mist mistress
mix moan mob model modern moment monday money monk monkey monster month mood moon moral more morning mortal moth mother
motor mountain mouse mouth move movie much mud murder murderer muse music mustang mutiny mutual my mystery naked name
narrow nation native nature naval near neck need needle neighbor neon nest net network never new news next nice niece
night nightmare nine ninja noble nobody noise noon north nose note nothing novel november now nude number nurse nut oak
oath object obsession ocean october odd odds of off offer office officer oil old olive omen once one only open opera
orange orchid order orphan other our out outlaw outside over owl own owner pace pack pact page pain paint painter
painted pair palace pale palm pan panic paper parade paradise parent park parrot part partner party pass passage passion
past pat path patient patriot pattern pay peace peach peak pearl pen penny people perfect person phantom phone photo
piano pick picture piece pig pigeon pill pillow pilot pin pine pink pipe pirate pistol pit pitch place plague plain plan
plane planet plant plate play player please pleasure plot plow plus poem poet point poison pole police poll pond pony
pool poor pop pope port portrait post pot pound power prairie pray prayer preacher present press pretty prey price pride
priest prince princess prison prize profit program promise proof prophet proud public pulse punch pupil puppet pure
purple purse pursuit quake queen quest question quick quiet rabbit race racer rack radio rag rage raid rail railroad
rain rainbow raise ran ranch ranger ransom rapid rat raven raw ray reach read reader ready real reason rebel rebellion
reckless record red reef refuge region reign rein remain remember remorse rent rescue rest return revenge revolution
reward rice rich ride rider right ring rings riot rise rising risk rite ritual river road roar robber robe robin robot
rock rocket rod rogue roll roman romance roof room root rope rose rough round route row royal rubber ruby rude ruin rule
ruler rules rumor run runaway runner rush rust sabotage sack sacred sad saddle safe safety sage sail sailor saint sale
salt salvation same sand satan saturday savage save saw say scar scarf scarlet scene school science score scout scream
screen sea seal search season seat second secret secure see seed self sell send sense serpent servant service set seven
shade shadow shaft shake shame shape share shark sharp shatter she shed sheep sheet shelf shell shelter shift shine ship
shirt shock shoe shoes shoot shooter shop shore short shot shout show shower shroud sick side siege sight sign signal
silence silent silk silver simple sin since sing singer single sinner sister site six size skeleton skin skip skirt
skull sky slave slayer sleep sleeper slip slow small smart smash smell smile smoke smooth snake snow so soap society
sock soft soil soldier sole solid solo some son song sorrow sorry sort soul sound soup sour source south space spare
spark speak spear special specter speed spell spend spice spider spin spirit spite splendor split spoon sport spot
spring spy square stage stair stake stalk stalker stall stamp stand star starship start state station statue stay steal
steam steel steep stem step stern stick still sting stir stock stolen stone stool stop store storm story straight strain
strait strange stranger strangler straw stray stream street strength strike string strip stroke strong struggle student
stuff suburb success sugar suit summer sun sunday sunny sunrise sunset supper sure surf surgeon surprise survivor
suspect swamp swan swear sweat sweet swift swim swimmer swing sword symbol table tail take taker tale talent talk tall
tame tango tank tape target taste taxi tea teach teacher team tear tears teen teeth tell temper tempest temple ten
tenant tender tent term terminal terrible terror test than thank that their them then there they thick thief thieves
thin thing things think third thirst thirty this those thousand thread threat three threshold throat throne through
throw thunder ticket tide tie tiger tight till time tin tiny tip tire titan title toast today toe together token tomb
tomorrow tone tonight tool top torch torment torn torpedo toss touch tough tour tower town toy trace track trade trail
train traitor tramp trap trash travel traveler treasure treat tree trial tribe trick trigger trip triumph troop trophy
trouble truck true trunk trust truth try tunnel turn turtle twelve twenty twice twilight twin twist two tycoon tyrant
ugly umbrella uncle under union unit universe unknown until up upper upside urban valley value vampire van vanish vault
veil vein velvet vendetta verdict very vessel vice victim victor victory video view villa village violet violin viper
virgin virus vision visit visitor voice volcano voyage wade wage wagon wait waiter wake walk walker wall wander wanted
war warm warrior wash wasp waste watch watcher water wave way weak wealth weapon wear weather web wedding week weekend
weep weight well went were west wet whale what wheat wheel when where while whisky whisper whistle white who whole whom
why wicked wide widow wife wild will win wind window wine wing wings winner winter wire wise wish wit witch with without
witness wolf wolves woman women wonder wonderful wood wooden woods wool word work worker world worm worst wound wrath
wreck wrestler write writer wrong yacht yard year yellow yes yesterday young your youth zero zombie zone zoo
ledger bard dame dome hoof pawn
"""

COMMON = frozenset(_WORDS.split())


def common(word: str) -> bool:
    """Whether a word is one of these, or one with a regular ending."""
    if word in COMMON:
        return True
    for ending in ("s", "es", "ed", "er", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and (stem in COMMON or stem + "e" in COMMON):
            return True
    return False
