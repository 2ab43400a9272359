"""Given names that are one name: how languages write it, and what friends make of it.

Between two commas stands one name: its forms in several languages and its well-known short forms. Two given names
that stand between different commas are two names, however near their letters are (Ingmar and Ingrid, Francis and
Frances); spellings that follow from rules of transliteration need not stand here. A form may stand in several places
(Ted, Alex, Sasha).
"""

from __future__ import annotations

from collections.abc import Mapping

MEN = """\
aaron aron, abbas, abderrahmane, abel, abraham abram avraham abe, adam adamo, adolf adolph adolphe adolfo dolph,
adrian adrien adriano, ahmed ahmad ahmet, aki, akira, alain alan allan allen alun, albert alberto albrecht al
bert, aldo, aleksandr aleksander, aleksandr alexander alexandr aleksander alexandre alessandro alejandro oleksandr
oleksander alexandru sandor aleksandar iskander alasdair alistair alex alec aleks sasha sascha sacha sandro, aleksei
alexei alexey aleksey alexej aleksej alexis alexius oleksii oleksiy alyosha alex, alfred alfredo fred alf, ali,
alphonse alfonso alfons, amitabh, amos, anatoli anatoly anatole anatoliy anatolij tolya, andrei andrey andrej andre
andreas andrew andrzej ondrej andras andriy andrii anders andres andreu andria andy drew, angelo, ante, anthony antony
antonio anton antoine antonin antoni antal tony toni toine, anurag, aparna, arkady arkadi arkadiy arkadij, armand
armando, arnold arnaud arnaldo, arseny arseni arsenij arsenii arsene, arthur artur arturo art, asghar, attila, august
augustus auguste augusto gus, augustin agustin austin, avtandil, bahman, bata, bela, bence, benedict benedikt benoit
benito, bengt, benjamin ben benny beniamino benji, bernard bernhard bernardo bernd bernie, bertrand bertram bert,
bille, billy william bill will wilhelm guillaume guglielmo guillermo willem vilem willy willi liam wim, bimal, bjorn,
bo, bogdan bohdan, boris borys, branko, brian bryan, bruce, bruno, burt burton, carl karl karel karol carlo carlos
charles charlie charley carles karoly chuck chas, cary, cecil, chen, chishu, christian kristian cristian chris,
christopher christophe christoph cristobal kristof krzysztof krystof kristoffer cristoforo chris kit, ciro, claude
claudio claudius, clint clinton, colin, constantine konstantin constantin costantino konstantinos kostas costas costa
kostya, corneliu, cristi cristian, curt kurt, daniel daniil danil danilo dan danny, dariush, david davide dave davy
dawid davit, dean, denis dennis denys dionisio, derek, dilip, dinara, djibril, dmitri dmitry dmitriy dimitri dimitry
dmytro dimitrios dimitris dmitrij mitya, dodo, dominic dominique domenico dominik domingo, donald don donny, douglas
doug, dragan, dusan, dustin, dziga, edgar, edmund edmond edmundo ed, edward eduard edouard edoardo eduardo edvard ed
eddie ned ted teddy, eldar, elem, elia elias elijah ilya ilia ilja eli, elliott eliot elliot, emil emile emilio, emir,
emmanuel manuel emanuel emanuele immanuel manoel manolo manny, enzo, erich eric erik eryk, ermanno, ernest ernst
ernesto ernie, ethan, ettore hector, eugene evgeny evgeni yevgeny yevgeni eugen eugenio yevgeniy jewgeni jevgeni gene
zhenya, evald ewald, fedor fyodor theodore theodor feodor fiodor fjodor teodor teodoro theo theodoros thodoros ted
fedya, felix feliks felice, ferdinand fernando hernando fernand, florian, francis francois francesco francisco franz
frantisek franciszek ferenc frank frans franco franc francesc paco pancho, frederick frederic frederik friedrich
fryderyk federico fred freddie freddy fritz, fridrikh friedrich, gabor, gabriel gavriil, gael, gary garry, geoffrey
jeffrey jeff geoff, george georg georges georgi georgy georgiy giorgi giorgio jorge jerzy jiri yuri yury yuriy jurij
juri gyorgy joergen jorgen goran yiorgos giorgos, gerald gerry jerry, gerard gerhard gerardo gert, gilbert, gilles,
giovanni gianni giani, glauber, gleb, gordon, gregory grigori grigory grigoriy gregor gregorio gregoire grzegorz
hryhoriy greg grisha, guido, gunnar, guru, gustav gustave gustavo gustaf gus, guy, gosta, haile, harold harald
hal harry, harriet, harrison, harvey, hassan hasan, hayao, helmut hellmuth, henry henri heinrich enrico enrique henrik
henryk hendrik heinz harry hank, herbert herb, herman hermann german, hideo, hirokazu, hiroshi, horace, hou, howard,
hugh hugo ugo, humphrey, hussein husain huseyin, ian, idrissa, igor ihor, imre, ingmar ingemar, innokenti innokenty
innokentiy, ion, ira, irakli, irving, isaac isaak izaak, isaac isaak izaak isak, isao, ivan vanya, ivan vanya iwan,
ivor, iya, jack jacques, jacob jakob yakov jakov jacques jaime giacomo jakub james jim jimmy jacopo diego jamie,
jafar, jan johan johann johannes hans hannes, janos, jared, jarmila, jaroslaw yaroslav jaroslav, jason, javier xavier,
jay, jean, jens, jeremy jeremiah jerry, jerome hieronymus, jesus, jia, joao, joel, john jon johnny johnnie jack,
jonathan jonny, joseph josef iosif jozef giuseppe jose josip yosef jozsef osip joe joey pepe beppe, joshua josh, juan,
julian julien juliano, julius jules julio giulio yuli yuliy yul juliusz gyula, juraj, juzo, kaneto, karim, keisuke,
keith, ken kenneth kenny, kenji, kevin, khaled khalid, kinji, kira, kirk, kiyoshi, kliment klim, knut, koji, kon,
kote, lana, larisa, larry laurence lawrence lorenzo laurent lars laurentius, laurits, lavr, lavrenti lavrenty, lech,
leila, leo lev leon leone lew leos, leonard leonardo leonhard lenny len, leonid leonide, leroy, lewis louis luis luigi
ludwig lajos luiz lou ludvik ludovic ludwik lodewijk, lidiya, lindsay, lionel, liv, lloyd, lothar, lucas luke luc luca
lukas lukasz luka, luchino, lucian lucien luciano, lucio lucius, lucrecia, mack, mahmoud mahmud, mai, majid, malcolm,
mamoru, marc mark marco marcus marek markus marko, marcel marcello marcelo, mariano, mario, marlen, marlon, marta,
martin martino marty, marvin, masahiro, masaki, masaru, matthew matthieu mathieu matteo matthias mattias mateusz
matvei matvey matt mateo, maurice maurizio moritz mauricio maurits, max maximilian maximilien massimo maxim maksim,
maxim maxime maksim maksym massimo, maximilian maximilien massimiliano, mel melvyn melvin, michael mikhail michel
miguel mihail mihai mihaly mikael mickey mick mike michal mykhailo mihkel misha mikheil mijail, michael mikhail
michele, michelangelo michaelangelo, mieczyslaw, mika, mikio, miklos nikolai nikolay nikolaj nicolas nicholas nikolaus
nicolae nicola niccolo mykola mikolaj nikolaos nikos nick nicky klaus kolya nico niko niklas, milos, mira, mircea,
miroslav, mohammed muhammad mohamed mehmet, mohsen, morgan, moses moisei moisey moishe mojzesz moshe, mrinal, murray,
nae, nagisa, nana, neil neal, nelson, nestor, nikita mykyta, nils niels, noah, nodar, nonna, norman, oleg oleh, oliver
olivier olivero ollie, olof olaf olav, omar umar, orson, oscar oskar, oswald, otar, otto, ousmane, pablo paul paolo
pavel pawel pal paulo pau pasha pavlo paulus, pascal pasquale, patricio, patrick patrice patrizio padraig pat, pedro
peter pierre pietro piotr pyotr petr petro pieter per peder petros pete petya pere piero petar, percy, philip philippe
philipp felipe filippo filip phil phillip, pier, platon, quentin, rade, radu, rafael raphael raffaele, rainer reiner,
raj, rajesh, ralph raoul raul ralf, ramon raymond raimondo raimund ray, randall randy randolph, rene renato, rex, rezo
revaz, ricardo richard riccardo rikard dick rick ricky richie, ridley, ritwik, robert roberto rob bob bobby robbie
robin, rocco, rod rodney, rodion, roger rogelio ruggero rutger rudiger, rolan rolland, roland rolando orlando, rolf,
roman romain romano, ronald ron ronnie, rory, ross, rostislav, roy, ruben rubin, rudolf rudolph rodolfo rodolphe rudy,
russell russ, rustam, ryusuke, said saeed, samira, samuel sam sammy samuele, satoshi, satyajit, savva, sean, sebastian
sebastien sebastiano, seijun, semyon semen simon shimon, sergei sergey sergio serge sergiu serhii serhiy sergiy
sergius seryozha, seth, shah, shane, shinya, shohei, shyam, sidney sydney sid, silvio, simon szymon shimon semyon
semen, slobodan, sofiko, soren, souleymane, spencer, spike, stanislav stanislaw stanislas stanislaus slava, stanley
stan, stellan, stephen steven stefan stephan etienne esteban stefano istvan stepan szczepan stephane steve stevie,
stewart stuart, sven svend, svyatoslav, tadashi, takashi, takeshi, tatsuya, teinosuke, tengiz, terence terrence terry,
theodoros theo, thomas tomas tommaso tomasz tamas tom tommy foma thom, tim timothy timofei timofey timo, timur, tobias
toby, trevor, tristan, trofim, vaclav wenzel wenceslas vaclavs waclaw, vadim, vakhtang, valentin valentine valentino,
valery valeri valeriy valerij, vasili vasily vasiliy basil vassili wassily vasyl wassili basile vasilis vassilis
vasya, velko veljko, victor viktor vittorio wiktor, viggo, vijay, vincent vincente vincenzo vicente vince vinnie,
vitaly vitali vitaliy, vitold witold, vladimir volodymyr wladimir vladimiro volodya vova wlodzimierz, vladislav
ladislav wladyslaw vladyslav laszlo, vsevolod wsewolod, vyacheslav viacheslav vaclav slava, walter walt walther wat,
warren, werner, wesley wes, wojciech, wolfgang wolf, woodrow woody, yannis giannis ioannis yiannis, yasujiro, yasuzo,
yefim efim, yegor egor, yoji, youssef yusuf yousef youssouf, yuliya, yves ivo, zakhar, zaza, zbigniew zbyszek zbynek
zbig, zelimir, zhang, zlatan, zoltan, zygmunt sigmund zsigmond
"""
WOMEN = """\
adele adela, agatha agata agathe, agnes agnieszka ines inez agnese, alexandra aleksandra alessandra alejandra sandra
sasha alex, alice alicia alicja alisa, alida, alla, amy aimee, anastasia anastasiya nastassja nastasya nastya, andrea,
angela angele angelica anjelica angelika angelina, anita, anna anne ann ana anya annie anja anka, annette, anouk,
antonia antonina antoinette toni, arletty, asta, audrey, ava, ayako, barbara barbra varvara barbro barbora, beatrice
beatriz beatrix bea, berta bertha, bibi, bonnie, bridget brigitte birgit brigitta birgitta, britt, camilla camille,
carla karla, carmen, carol carole, caroline carolina karolina karoline carrie, cecilia cecile cecily, charlotte
carlotta lotte, christina christine kristina kristine kristin cristina krystyna chris tina, clara claire klara clare
chiara clair, claudette, claudia claudine, constance constanze costanza connie, cyd, daniela danielle danuta, daphne,
deborah debra debbie, diana diane, dolores lola, doris, dorothy dorothea dorota dorothee, edith edita, eleanor
eleonora elinor eleonore nora, elena helen helena helene yelena jelena olena ileana leni ilona lena lenka, elise,
eliza, elizabeth elisabeth elizaveta elisabetta elzbieta yelizaveta liz lisa betty beth bette bess betsy libby lizzie
liza lisbeth, ella, ellen, elsa, else, emily emilie emilia, emma, erica erika, esther ester, eugenia yevgenia evgenia
eugenie, eva eve ewa, evelyn evelyne, faye fay, frances francesca francoise franciszka francisca franziska fanny
frankie, gabriele gabrielle, gabrielle gabriela gabriella, gale, galina halina, gene, geraldine, gertrude gertrud,
gina, ginger, giovanna, giulia julia julie julija yulia yuliya, giulietta juliet juliette julieta, glenda, gloria,
goldie, grace grazia gracia, greta gretchen, gwyneth, hannah hanna hana, harriet henrietta henriette, hedy hedwig
jadwiga, hideko, hildegard hilde, ida, ilse, ingeborg inge, ingrid inger, irene irina iryna irena irini, isabel
isabelle isabella isabela, isuzu, ivana ivanka, jana, jane, janet, janis janice, jean, jeanette jeannette, jeanne,
jennifer jenny, jessica jessie, joan, joanna johanna joanne, josephine giuseppina josefina, joy, juana, judith judit
judy judita, juno, jutta, karin karen, katharine katherine catherine ekaterina yekaterina katarina katarzyna caterina
catalina kateryna kathryn kate katie katya kathy cathy kitty kaethe, kathleen, kim, kinuyo, kyoko, larisa larissa
laryssa larysa lara, laura laure, lauren loren, leila layla, lilian lillian liliana lily lili lilia, linda, lindsay
lindsey, liv, louise luise luisa louisa ludovica, lucia lucy lucie luz, lucille lucile, lya, lydia lidia lidiya lydie,
lyudmila ludmila ludmilla lyuda, machiko, mae may, magdalena madeleine madeline leni magda, margaret margarita
marguerite margot margarete margherita malgorzata maggie meg peggy rita margarethe, maria mary marie mariya marija mia
maryam miriam marya maja masha molly mariam, mariko, marilyn marylin, marina, marion marian marianne marianna mariana,
marlene marlena, martha marta marthe, martina martine, maud maude mathilde matilda matilde, maureen, melina, mena,
mercedes, meryl, michele michelle, michele michelle michaela, mila, miranda, monica monika monique, myrna, nadezhda
nadia nadja nadya nadine, nancy, naomi, natalie natalia natalya nathalie nataliya nataliia natasha natacha, nicole
nicoletta, nina, norma, olga olha, olivia olive, patricia patrizia pat patty, paula pauline paulina paola paolina
polina, penelope, petra, pola, rachel raquel rachele, rebecca becky, renee renate renata, romy rosemarie, rosa rose
rosie rosalia, rosemary, ruth, sally sarah sara, samantha, scarlett, senta, setsuko, sharon, shirley, sigourney,
silvia sylvia sylvie, simone simona, sissy, sofia sophia sophie zofia sofya sonia sonja sonya sofiya, stephanie
stefania stefanie, susan susanna suzanne susanne zuzana zuzanna sue suzy susie susannah, svetlana svitlana, sybille
sybil, tamara, tatyana tatiana tatjana tetiana tanya tania tanja, teresa therese theresa terezie tereza, thea, thelma,
tilda, tippi, tonya, trude, uma, ursula, valeria valerie valeriya, vanessa, vera wiera, veronica veronika veronique,
victoria viktoria vittoria victoire viktoriya, viola violet violetta violette, virginia virginie, vivien vivian
vivienne viviane, wanda, whoopi, winona, xenia kseniya ksenia, yoko, yuki, yvonne ivonne yvette, zarah, zinaida, zoe
zoya
"""
FAMILY = """\
park pak bak, lee yi rhee, choi choe, jung jeong chung, cho jo, lim im rim, yoo yu ryu you, kang gang, paik paek
baek baik, noh roh no, cui tsui choi, xu hsu, chow zhou chou, wong wang huang, chan chen, leung liang, kwan guan, lau
liu, tsui xu, cheung chang zhang, ng wu, tsai cai, tsao cao
"""


def _classes(names: str, first: int) -> dict[str, set[int]]:
    table: dict[str, set[int]] = {}
    for number, forms in enumerate(names.split(","), first):
        for form in forms.split():
            table.setdefault(form, set()).add(number)
    return table


def _given() -> Mapping[str, frozenset[int]]:
    table = _classes(MEN, 0)
    for form, numbers in _classes(WOMEN, MEN.count(",") + 1).items():
        table.setdefault(form, set()).update(numbers)
    return {form: frozenset(numbers) for form, numbers in table.items()}


def _letters(table: Mapping[str, frozenset[int]]) -> dict[str, frozenset[str]]:
    begin: dict[int, set[str]] = {}
    for form, numbers in table.items():
        for number in numbers:
            begin.setdefault(number, set()).add(form[0])
    return {form: frozenset().union(*(begin[n] for n in numbers)) for form, numbers in table.items()}


GIVEN: Mapping[str, frozenset[int]] = _given()
"""Folded given name → the names that it is a form of."""
FAMILIES: Mapping[str, frozenset[int]] = {form: frozenset(numbers) for form, numbers in _classes(FAMILY, 0).items()}
"""Family names of few letters whose romanisations differ in most of them."""
LETTERS: Mapping[str, frozenset[str]] = _letters(FAMILIES) | _letters(GIVEN)
"""Folded name of a table → the letters that its forms begin with."""


def given(word: str) -> frozenset[int] | None:
    """The names that a folded given name is a form of, however its end is spelt (Jimmy, Jimmie); None: not known."""
    known = GIVEN.get(word)
    if known is None and word[-1:] in ("e", "y", "i"):
        stem = word.removesuffix("ie").removesuffix("ey").removesuffix("y").removesuffix("i")
        known = next((GIVEN[stem + end] for end in ("y", "ie", "i") if stem + end in GIVEN and len(stem) > 2), None)
    return known
