"""Names and titles in many dresses, and others that are near but not the same: one pair a line."""

# ruff: noqa: RUF001

SAME_PEOPLE = """
Глеб Панфилов | Gleb Panfilov
Кира Муратова | Kira Muratova
Марлен Хуциев | Marlen Khutsiev
Marlen Chuzijew | Marlen Khutsiev
Marlen Khoutsiev | Marlen Khutsiev
Григорий Козинцев | Grigori Kozintsev
Grigori Kosinzew | Grigori Kozintsev
Grigorij Kozincev | Grigori Kozintsev
Grigori Kozintzev | Grigori Kozintsev
Леонид Трауберг | Leonid Trauberg
Lev Kouléchov | Lev Kuleshov
Lew Kuleschow | Lev Kuleshov
Lev Kulešov | Lev Kuleshov
Boris Barnett | Boris Barnet
Yakov Protazanov | Jakow Protasanow
Iakov Protazanov | Yakov Protazanov
Jakov Protazanov | Yakov Protazanov
Abram Room | Abram Rom
Iouli Raïzman | Yuli Raizman
Julij Rajzman | Yuli Raizman
Mark Donskoï | Mark Donskoy
Mark Donskoj | Mark Donskoi
Vassili Choukchine | Vasily Shukshin
Wassili Schukschin | Vasily Shukshin
Василий Шукшин | Vasily Shukshin
Andreï Zviaguintsev | Andrey Zvyagintsev
Andrei Swjaginzew | Andrey Zvyagintsev
Андрей Звягинцев | Andrey Zvyagintsev
Alexandre Sokourov | Aleksandr Sokurov
Alexander Sokurow | Aleksandr Sokurov
Nikita Michalkow | Nikita Mikhalkov
Nikita Mikhalkoff | Nikita Mikhalkov
Andrei Michalkow-Kontschalowski | Andrei Mikhalkov-Konchalovsky
Andreï Kontchalovski | Andrei Konchalovsky
Andrej Končalovskij | Andrei Konchalovsky
Otar Iosseliani | Otar Ioseliani
ოთარ იოსელიანი | Otar Iosseliani
Tengis Abuladse | Tengiz Abuladze
Tenguiz Abouladzé | Tengiz Abuladze
Elguja Burduli | Elgudzha Burduli
Eldar Riazanov | Eldar Ryazanov
Eldar Rjasanow | Eldar Ryazanov
Liudmila Gurchenko | Lyudmila Gurchenko
Ljudmila Gurtschenko | Lyudmila Gurchenko
Lioudmila Gourtchenko | Lyudmila Gurchenko
Vladimir Vysotskij | Vladimir Vysotsky
Wladimir Wyssozki | Vladimir Vysotsky
Vladimir Vyssotski | Vladimir Vysotsky
Владимир Высоцкий | Vladimir Vysotsky
Dmitri Schostakowitsch | Dmitri Shostakovich
Dimitri Chostakovitch | Dmitri Shostakovich
Dmitrij Šostakovič | Dmitri Shostakovich
Sergei Prokofjew | Sergei Prokofiev
Serge Prokofieff | Sergei Prokofiev
Anton Tschechow | Anton Chekhov
Anton Tchekhov | Anton Chekhov
Anton Čechov | Anton Chekhov
Leo Tolstoi | Lev Tolstoy
Léon Tolstoï | Leo Tolstoy
Fjodor Dostojewski | Fyodor Dostoevsky
Fiodor Dostoïevski | Fyodor Dostoevsky
Feodor Dostoyevsky | Fyodor Dostoevsky
Nikolaj Gogol | Nikolai Gogol
Mikhail Gorbaciov | Mikhail Gorbachev
Michail Gorbatschow | Mikhail Gorbachev
Georgij Zukov | Georgy Zhukov
Georgi Schukow | Georgy Zhukov
Gueorgui Joukov | Georgy Zhukov
Wjatscheslaw Molotow | Vyacheslav Molotov
Lavrenti Beria | Lavrentiy Beria
Jerzy Skolimowsky | Jerzy Skolimowski
Agnieszka Hollandová | Agnieszka Hollandova
Wojciech Has | Woiciech Has
Andrzej Żuławski | Andrzej Zulawski
Andrej Zulawski | Andrzej Zulawski
Jan Němec | Jan Nemec
Věra Chytilova | Vera Chytilova
Jurai Herz | Juraj Herz
Jan Švankmajer | Jan Svankmajer
Jan Schwankmajer | Jan Svankmajer
Emir Kusturitsa | Emir Kusturica
Dusan Makavejev | Dušan Makavejev
Dusan Makaveyev | Dušan Makavejev
Béla Tarr | Bela Tarr
Tarr Béla | Bela Tarr
Zoltán Fábri | Zoltan Fabri
Fábri Zoltán | Zoltan Fabri
Marta Meszaros | Márta Mészáros
Victor Sjöström | Victor Sjostrom
Viktor Sjöstrom | Victor Sjostrom
Carl Th Dreyer | Carl Theodor Dreyer
Bille August | Bille August
Gunnar Björnstrand | Gunnar Bjornstrand
Liv Ullman | Liv Ullmann
Sven Nykvist | Sven Nyqvist
Erland Josefson | Erland Josephson
Volker Schloendorff | Volker Schlöndorff
W. Herzog | Werner Herzog
Fritz Langh | Fritz Lang
Georg Wilhelm Pabst | G. W. Pabst
GW Pabst | G.W. Pabst
Hanna Schygula | Hanna Schygulla
Emil Janings | Emil Jannings
Jean Vigo | Jean Vigot
Robert Breson | Robert Bresson
Alain Resnay | Alain Resnais
Jaques Rivette | Jacques Rivette
Éric Rohmer | Eric Rohmer
Erich Rohmer | Eric Rohmer
Chris. Marker | Chris Marker
Jean Pierre Melville | Jean-Pierre Melville
J. P. Melville | Jean-Pierre Melville
Jean-Pierre Leaud | Jean-Pierre Léaud
Henri-Georges Clouzot | Henri Georges Clouzot
H. G. Clouzot | Henri-Georges Clouzot
Simone Signoré | Simone Signoret
Fanny Ardent | Fanny Ardant
Michelangelo Antonionni | Michelangelo Antonioni
Roberto Rosellini | Roberto Rossellini
Lucchino Visconti | Luchino Visconti
Pierpaolo Pasolini | Pier Paolo Pasolini
P. P. Pasolini | Pier Paolo Pasolini
Bernardo Bertoluci | Bernardo Bertolucci
Claudia Cardinal | Claudia Cardinale
Sergio Leoni | Sergio Leone
Nino Rotta | Nino Rota
Enio Morricone | Ennio Morricone
Victor Erice | Víctor Erice
Carlos Sauro | Carlos Saura
Glauber Rosha | Glauber Rocha
Θόδωρος Αγγελόπουλος | Theodoros Angelopoulos
Theo Angelopoulos | Theodoros Angelopoulos
Theodoros Aggelopoulos | Theodoros Angelopoulos
Μελίνα Μερκούρη | Melina Mercouri
Costa Gavras | Costa-Gavras
Nuri Bilge Ceylan | Nuri Bilge Çeylan
Abbas Kiyarostami | Abbas Kiarostami
Jafar Panahy | Jafar Panahi
Youssef Shahin | Youssef Chahine
Yusuf Chahine | Youssef Chahine
عمر شريف | Omar Sharif
Omar Shariff | Omar Sharif
Oshima Nagisa | Nagisa Oshima
Nagisa Ōshima | Nagisa Oshima
Nagisa Ohshima | Nagisa Oshima
Shohei Imamura | Shôhei Imamura
Kobayashi Masaki | Masaki Kobayashi
Naruse Mikio | Mikio Naruse
Takeshi Kitanno | Takeshi Kitano
Ryu Chishu | Chishû Ryû
Kaneto Shindou | Kaneto Shindo
Hirokazu Koreeda | Hirokazu Kore-eda
Kore-eda Hirokazu | Hirokazu Kore-eda
Tshuimi Hark | Tsuimi Hark
陳凱歌 | Chen Kaige
Kaige Chen | Chen Kaige
侯孝賢 | Hou Xiaoxian
Hou Hsiao-hsien | Hou Xiaoxian
Hsiao-Hsien Hou | Hou Hsiao-hsien
Hou Hsiao Hsien | Hou Hsiao-hsien
Edward Yang | Eduard Yang
Ming-liang Tsai | Tsai Ming-liang
蔡明亮 | Cai Mingliang
Cai Mingliang | Tsai Ming-liang
Chia Chang-ke | Jia Zhangke
Zhangke Jia | Jia Zhang-ke
Im Kwon-taek | Kwon-taek Im
Im Kwon Taek | Im Kwon-taek
봉준호 | Bong Joon-ho
Lee Chang Dong | Lee Chang-dong
Chang-dong Yi | Lee Chang-dong
Pak Chan-uk | Park Chan-wook
Ritvik Ghatak | Ritwik Ghatak
Mrinal Senn | Mrinal Sen
सत्यजित राय | Satyajit Rai
Stephen Spielberg | Steven Spielberg
Steven Speilberg | Steven Spielberg
Stanley Kubrik | Stanley Kubrick
Martin Scorcese | Martin Scorsese
Martin Scorceze | Martin Scorsese
Francis F. Coppola | Francis Ford Coppola
Francis Coppola | Francis Ford Coppola
Coppola, Francis Ford | Francis Ford Coppola
Quentin Tarentino | Quentin Tarantino
Cecil B DeMille | Cecil B. DeMille
Cecil B. De Mille | Cecil B. DeMille
D. W. Griffith | D.W. Griffith
DW Griffith | David Wark Griffith
Buster Keeton | Buster Keaton
Katherine Hepburn | Katharine Hepburn
Humphry Bogart | Humphrey Bogart
Greta Garbo | Gretta Garbo
Bette Davies | Bette Davis
Jimmy Stewart | James Stewart
Jimmie Stewart | James Stewart
Robert Mitchem | Robert Mitchum
Sir Laurence Olivier | Laurence Olivier
Lawrence Olivier | Laurence Olivier
Dame Judi Dench | Judi Dench
Alec Guiness | Alec Guinness
Peter O’Toole | Peter O'Toole
Peter OToole | Peter O'Toole
Mervyn Le Roy | Mervyn LeRoy
Robert de Niro | Robert De Niro
Robert Deniro | Robert De Niro
Lars Von Trier | Lars von Trier
Lars Trier | Lars von Trier
Josef von Sternberg | Joseph von Sternberg
Erich Stroheim | Erich von Stroheim
Billie Wilder | Billy Wilder
Gene Hackmann | Gene Hackman
Mia Farow | Mia Farrow
Sergei Fyodorovich Bondarchuk | Sergei Bondarchuk
Andrei Arsenyevich Tarkovsky | Andrei Tarkovsky
Lon Chaney Sr. | Lon Chaney
Bob Fosse | Robert Fosse
Tonino Guerra | Tonino Guera
"""

OTHER_PEOPLE = """
Steven Spielberg | Steven Soderbergh
Francis Ford Coppola | Roman Coppola
Francis Ford Coppola | Francis Ford
Ridley Scott | Tony Scott
Ridley Scott | George C. Scott
Joel Coen | Ethan Coen
Lana Wachowski | Lilly Wachowski
Paolo Taviani | Vittorio Taviani
Jean-Pierre Dardenne | Luc Dardenne
Jean-Pierre Dardenne | Jean-Luc Dardenne
Auguste Lumiere | Louis Lumiere
Dario Argento | Asia Argento
Roberto Rossellini | Isabella Rossellini
Ingmar Bergman | Ingrid Bergman
Jean Renoir | Jean Rouch
Jean-Luc Godard | Jean-Pierre Melville
Jean-Pierre Melville | Jean-Pierre Leaud
Luis Bunuel | Juan Luis Bunuel
Lon Chaney | Lon Chaney Jr.
Robert Downey | Robert Downey Jr.
Alexandre Dumas père | Alexandre Dumas fils
Douglas Fairbanks | Douglas Fairbanks Jr.
Donald Sutherland | Kiefer Sutherland
Martin Sheen | Charlie Sheen
Martin Sheen | Michael Sheen
Lloyd Bridges | Jeff Bridges
Jeff Bridges | Beau Bridges
Jane Fonda | Bridget Fonda
Vanessa Redgrave | Lynn Redgrave
Michael Redgrave | Vanessa Redgrave
Tony Curtis | Jamie Lee Curtis
Michael Curtiz | Tony Curtis
Julie Christie | Julie Andrews
Elizabeth Taylor | Robert Taylor
Rod Taylor | Robert Taylor
Gene Kelly | Grace Kelly
Fred Astaire | Adele Astaire
Billy Wilder | Gene Wilder
Billy Wilder | Thornton Wilder
William Wyler | Billy Wilder
Robert Altman | Robert Aldrich
Terence Young | Terence Malick
Terrence Malick | Terence Fisher
Terence Davies | Bette Davis
Nicholas Ray | Satyajit Ray
Man Ray | Nicholas Ray
Claude Chabrol | Claude Sautet
Claude Berri | Claude Berry Smith
Jacques Becker | Jean Becker
Jacques Rivette | Jacques Rozier
Jean Cocteau | Jean Gabin
Eric Rohmer | Erik Satie
Catherine Deneuve | Catherine Breillat
Agnes Varda | Agnes Jaoui
Chiara Mastroianni | Marcello Mastroianni
Alain Delon | Alain Resnais
Paul Verhoeven | Paul Schrader
Michael Haneke | Michael Mann
Michael Mann | Anthony Mann
Daniel Mann | Delbert Mann
Delbert Mann | Anthony Mann
Thomas Mann | Klaus Mann
Klaus Kinski | Nastassja Kinski
Max Ophuls | Marcel Ophuls
Walter Hill | George Roy Hill
Benny Hill | Walter Hill
Andrei Konchalovsky | Yegor Konchalovsky
Nikita Mikhalkov | Sergei Mikhalkov
Aleksei German | Aleksei German Jr.
Aleksandr Sokurov | Aleksandr Dovzhenko
Yuliya Solntseva | Yuri Solntsev
Sergei Gerasimov | Alexander Gerasimov
Sergei Bodrov | Sergei Bondarchuk
Sergei Bodrov | Sergei Bodrov Jr.
Sergei Vasilyev | Georgi Vasilyev
Vladimir Menshov | Oleg Menshikov
Oleg Yankovsky | Oleg Tabakov
Oleg Efremov | Mikhail Efremov
Innokenty Smoktunovsky | Innokenty Annensky
Tatyana Samoilova | Natalya Samoilova
Lev Tolstoy | Aleksei Tolstoy
Boris Pasternak | Boris Godunov
Dmitri Shostakovich | Maxim Shostakovich
Mikhail Chekhov | Anton Chekhov
Konstantin Simonov | Kirill Simonov
Georgy Danelia | Georgy Zhzhonov
Vladimir Lenin | Vladimir Putin
Akira Kurosawa | Hisao Kurosawa
Takashi Shimizu | Takashi Shimura
Takashi Shimizu | Hiroshi Shimizu
Hiroshi Inagaki | Hiroshi Teshigahara
Toshiro Mifune | Toshiro Mayuzumi
Shohei Imamura | Shohei Ohtani
Masaki Kobayashi | Akiji Kobayashi
Setsuko Hara | Setsuko Ogawa
Kon Ichikawa | Jun Ichikawa
Bong Joon-ho | Bong Tae-gyu
Park Chan-wook | Park Kwang-su
Lee Chang-dong | Lee Chang-ho
Zhang Yimou | Zhang Yuan
Zhang Yimou | Zhang Ziyi
Chen Kaige | Chen Kuo-fu
Wong Kar-wai | Anthony Wong
Ang Lee | Spike Lee
Ang Lee | Bruce Lee
Bruce Lee | Brandon Lee
Jackie Chan | Jackie Chang
Chow Yun-fat | Stephen Chow
Tony Leung Chiu-wai | Tony Leung Ka-fai
Satyajit Ray | Sandip Ray
Mira Nair | Mira Sen
Mohsen Makhmalbaf | Samira Makhmalbaf
Andy Warhol | Andy Wachowski
David Lean | David Lynch
David Lynch | Jennifer Lynch
David Cronenberg | Brandon Cronenberg
Jason Reitman | Ivan Reitman
Rob Reiner | Carl Reiner
Nick Cassavetes | John Cassavetes
Paul Newman | Paul Leni
Kevin Smith | Will Smith
Maggie Smith | Will Smith
Steve McQueen | Alexander McQueen
Paul Thomas Anderson | Paul W.S. Anderson
Michel Piccoli | Michele Piccoli
John Hurt | John Hart
John Heard | John Hurt
Emma Thompson | Emma Thomson Reed
J. Lee Thompson | Emma Thompson
Jean Simmons | Gene Simmons
Joan Bennett | Constance Bennett
Joan Crawford | John Crawford
Paul Robeson | Paula Robeson
Carl Foreman | Milos Forman
James Mason | Marsha Mason
"""

SAME_TITLES = """
The Godfather, Part II | The Godfather Part 2
The Godfather: Part II | The Godfather II
Godfather | The Godfather
Godfather, The | The Godfather
Vanishing, The | The Vanishing
Butch Cassidy & the Sundance Kid | Butch Cassidy and the Sundance Kid
Bonnie & Clyde | Bonnie and Clyde
12 Angry Men | Twelve Angry Men
Seven Brides for Seven Brothers | 7 Brides for 7 Brothers
Around the World in Eighty Days | Around the World in 80 Days
Kill Bill: Vol. 1 | Kill Bill Volume 1
Rocky 2 | Rocky II
Star Trek V | Star Trek 5
Dr. Strangelove | Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb
Dr Strangelove | Dr. Strangelove
2001 | 2001: A Space Odyssey
Birdman | Birdman or (The Unexpected Virtue of Ignorance)
Sunrise | Sunrise: A Song of Two Humans
Nosferatu | Nosferatu, eine Symphonie des Grauens
Nosferatu: A Symphony of Horror | Nosferatu
L'Avventura | L’avventura
L'avventura | Avventura
L'Atalante | L' Atalante
Les Enfants terribles | Enfants terribles
Le Mépris | Le mepris
Salò, or the 120 Days of Sodom | Salo
Rocco e i suoi fratelli | Rocco e i suoi fratteli
Koyaanisqatsi | Koyanisqatsi
Ugetsu monogatari | Ugetsu Monogatarri
Yojinbo | Yojimbo
Sanshô Dayû | Sansho Dayu
Сталкер | Stalker
Зеркало | Zerkalo
Солярис | Solyaris
Solaris (1972) | Solaris (1972)
Aelita: Queen of Mars | Aelita, Queen of Mars
Amélie | Amelie
Wall-E | WALL·E
Spider-Man | Spiderman
The Good, The Bad, And The Ugly | The Good, the Bad and the Ugly
Ferris Buellers Day Off | Ferris Bueller's Day Off
Singin in the Rain | Singin' in the Rain
Sherlock Jr | Sherlock, Jr.
Fitzcaraldo | Fitzcarraldo
Apocalipse Now | Apocalypse Now
Casablanka | Casablanca
Intolerence | Intolerance
Ninotshka | Ninotchka
Metropolis | Metropolys
Umberto D | Umberto D.
M*A*S*H | MASH
The Passion of Joan of Arc | Passion of Joan of Arc
A Man Escaped | Man Escaped
Twenty-One Grams | 21 Grams
The 39 Steps | The Thirty-Nine Steps
One Hundred and One Dalmatians | 101 Dalmatians
One Flew Over the Cuckoos Nest | One Flew Over the Cuckoo's Nest
"""

OTHER_TITLES = """
Alien | Aliens
Alien | Alien 3
Dead | Dead or Alive
Trick | Trick or Treat
Alien | Alien: Covenant
Rocky II | Rocky III
Rocky | Rocky II
Rocky IV | Rocky V
The Godfather | The Godfather Part II
The Godfather Part II | The Godfather Part III
Toy Story 2 | Toy Story 3
Kill Bill: Vol. 1 | Kill Bill: Vol. 2
Ivan the Terrible, Part I | Ivan the Terrible, Part II
Mission: Impossible | Mission: Impossible - Fallout
The Lord of the Rings: The Two Towers | The Lord of the Rings: The Return of the King
Before Sunrise | Before Sunset
Before Sunset | Before Midnight
Dawn of the Dead | Day of the Dead
Night of the Living Dead | Return of the Living Dead
Late Spring | Early Spring
Early Summer | Late Summer
Late Autumn | An Autumn Afternoon
Three Colors: Blue | Three Colors: Red
The Red Balloon | The White Balloon
A Man and a Woman | A Woman and a Man
Father | Feather
Stranger | Strangler
The Man Who Fell to Earth | The Man Who Knew Too Much
Little Women | Little Woman
The Killer | The Killers
The Killer | The Killing
The Killing | The Killing Fields
The Fly | The Flea
The Lodger | The Ledger
The Ring | The Wing
Heat | Heart
Casino | Casino Royale
Ran | Run
Gandhi | Gaslight
The Bride | The Bridge
Blood | Blonde
Jaws | Jaws 2
Live and Let Die | To Live and Die in L.A.
The Last Picture Show | The Last Detail
East of Eden | West of Eden
Wild Strawberries | Wild Oranges
The Big Sleep | The Big Heat
The Big Sleep | The Big Chill
The Seventh Seal | The Seventh Victim
The Seventh Seal | The Seventh Heaven
Throne of Blood | Crown of Blood
Ugetsu | Ikiru
Persona | Personal
King Lear | King Kong
Hamlet (1948) | Hamlet (1964)
Hamlet | Hamlet (1996)
Psycho (1960) | Psycho (1998)
Psycho | Psycho II
1900 | 1984
Nineteen Eighty-Four | Nineteen Eighty-Five
8 1/2 | 9 1/2
Eight and a Half Women | 8 1/2
The 39 Steps | The 400 Blows
Roma | Rome, Open City
City Lights | City Streets
Modern Times | Modern Romance
The General | The General's Daughter
The Gold Rush | The Gold Diggers
Letter Never Sent | Letters Never Sent Home
Ballad of a Soldier | Ballad of a Sailor
Fate of a Man | Fate of a Woman
The Mirror | The Mirrors
Moon | Moonlight
House of Wax | House of Wack
"""


def pairs(lines: str) -> list[tuple[str, str]]:
    """The pairs of a table."""
    return [(a.strip(), b.strip()) for a, _, b in (line.partition(" | ") for line in lines.strip().splitlines())]
