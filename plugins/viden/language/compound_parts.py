"""What the dictionary does not say about the parts of compounds: small tables, each with its reason.

The dictionary knows which words link and how, but to a machine *turban* is a
*ban* with a *tur* in it. Short words are the danger, so those that make
compounds are named; what is really an ending or a prefix is named too.
"""

from __future__ import annotations

SHORT_FIRST = frozenset(
    """
    abe akt alp amt and ane app arm art arv ask avl bad bag bak bal ben bi bid bil bio ble bly blå bog bom bro bud
    bue bug bur bus by byg båd bål bæk bær bøf bøg dag dal dam dej del deo dok dom due dug dun dyb dyr dåb dæk død
    dør døv ege egn ego eje el elg elv ene eng fag far fax fe fed fem fil fin fir fly fod fri frø fup fyr får før
    gas ged gel gen geo glo grå gud gul gås gær gøg had haj hal hat hav hel hit hof hop hr hud hue hug hul hun hus
    håb hår hæk hæl hær hæv hø høj hør ide idé ild ilt ion is it jet job jod jul kam kar kat kig klo knæ ko kok kop
    kro kul kup kur kål kø køb kød køl køn lag lak lam lav led leg ler let lim liv lod lov lud lue lus lyd lyn lys
    lån lår lås læg løb løg løn løv mad maj mel mer mor mos mug mur mus myg myr mål møg møl nar nat neo net nul ny
    nål næb nær nød old ord orm ost ovn pap pas peg pen pib pil piv pop pæl rap rav reb rem ren ret ris rod roe rov
    rum rus ryg rå råd ræv rød røg rør røv sag sav sej sen sex siv ske ski sko sky slå små sne sol sort spa sti stå
    sum sur sut sy syd syg syn syv sår sæd sæk sæl sær sæt sø søm tab tag tal tam te tid tog top tre tro træ tud tun
    tur tv tyr tyv tå tår tæt tøj tøs u ude uge uld ulv ung uro urt vat vej vel ven vin våd vår væg væv web zoo ål
    åle ånd år åre æde æg ære ært ø øde øko øl øre ørn øst øve
    """.split()  # noqa: SIM905
)
"""Words of one to three letters that stand first in compounds. Missing: those that mostly begin longer words (*kon*, *par*, *gen*)."""

SHORT_LAST = frozenset(
    """
    abe akt amt app ark arm art arv avl bad bal bas bat ben bi bid bil ble blå boa bod bog bom bor bov bro bud bue
    buk bur bus by byg båd bæk bær cup dag dal dam dej del dip dis dug dum dun dyb dyd dyk dyr dåb dæk død dør døs
    egn eng fad fag far fed fil fly fod fri frø fyr får føl gab gas ged god grå gud gul gæs had haj hal ham hat hav
    hit hob hof hop hov hud hue hug hul hun hus hyl hår hæk hæl hær høj høst idé ild job jul kaj kam kar kat kid kit
    klo knæ ko kok kop kor kro kul kup kur kys kål kø køb kød køn lab lag lak lam lap led leg lem lim liv lod lov
    lup lus lyd lyn lys lyst lån lår løb løg løn løs løv mad mel mod mor mos mur mus myg mål mås mænd mø nat net nål
    nød ord orm ost ovn pak par pas pil pop pub pæl reb rem ret rev rig rim ris ro rod roe rum ryg ryk råd rød røg
    rør røv sag sal sav sax sex ski sko sky sne sok sol spa sti suk sum syd syg syn sål sæd sæk sæl sæt sø søm tab
    tag tak tal tid tip tog top tov tro træ tue tun tur tv tyr tyv tå tøj tør tøs uge uld ulv ur urt vej ven vin våd
    væg væv wc zoo ål ånd år ås æg øje øl øre ørn
    """.split()  # noqa: SIM905
)
"""Words of two or three letters that end compounds. Missing: those that look like endings (*ri*, *al*, *ion*, *let*, *bar*, *dom*)."""

ENDINGS_OF_KNOWN = frozenset(("ur",))
"""Short words that in words of the dictionary are an ending (*kultur*, *litteratur*), and a word in new ones (*skolegårdsur*)."""

ENDINGS_OF_NEW = frozenset(("skab",))
"""Words that in new words are an ending (*ambassadørskab*); in words of the dictionary the inflection tells (*elskab*, *landskab*)."""

DOUBTFUL_LAST = frozenset(("ret",))
"""Short words that are the end of other words too: *lønkontoret* is an office rather than a right."""

UNLISTED_FIRST = {"el": "el", "it": "it", "hr": "hr", "tv": "tv"}
"""Short words that the dictionary joins by a hyphen only, and people do not."""

NEVER_FIRST = frozenset(
    """
    ab ad af an bag be bort de der di dis efter eks epi for fore fra frem ge gen gennem hen her hjem i iden igen
    igennem imod in ind inden inter ko kom kon med mis mod ned om op over para per pro præ på re sam sub til trans
    tve u ud uden under ved vel
    """.split()  # noqa: SIM905
)
"""Particles and prefixes: with them a word gets another sense, not another part (*forslag*, *udvikling*, *undervisning*)."""

NEVER_LAST = frozenset(
    """
    agne arie arisk bar dansk else ende enne ente enter ering erne esse faldig fobi gere graf grafi ikalsk inde irer
    isme iver jysk kere krat lerisk lige lighed ligst ligt list logi medie ment nere nisk nist node oral oxid ration
    sine sion sive skabe skop som sommelig stisk tant tere terer terne tese tion tologi tysk
    """.split()  # noqa: SIM905
)
"""Words that as a last part are mostly an ending or the end of a foreign word (*landskab*, *socialisme*, *mikroskop*)."""

WHOLE = frozenset(
    """
    aerosol agerende algerier alternativ amager amtstue andante andrage andragende armener artrose asketisk bakkanal
    ballade ballast ballaste balsamisk bandbulle beskrive bidrag bidrage bifald bilag bistand borgmester centrum
    cytosol damoctocog demograf demografi doketisk doktrinær domestisk elleve engagere etnograf etnografi feriere
    festum filettere filister fordrage fordrive fordøje foreligge forelægge formationer formilde formulde formål
    forstirre forstoppe fortegne fortsæt fortynde fortøje frivillig garderobe gelænder globus heroven herovenover
    holografi homograf homopar hæretiker hæretisk højreb islam karakter karriere kartonnage kartouche kokettere
    kolossal kommandere koordinere kurdisk kurfyrste lagopus lagting limbus litteratur logografi logogrif logotype
    luddoven madamme mellem melodiøs millirem monoamin monstro morbus mormonisme moroctocog muselmand muselmænd
    narko neoplasma nullermand nullermænd ordinær paspolere penal penalhus periost polyakrylamid polyamid pålægge
    regimente remisse remplacere remtræk renovation renovere restante retfærd retro risnudel sexting skandæk
    skylight skærising spaliere spanier splendens standby stellatus surreal surreel svindel synkronisk synodal
    synoptisk syntaks syntaktisk syvende talar tilligge tillæg tillægge transport tremor tropisk turbulens turnips
    turoctocog tyregal tåbelig urologisk uroplaget uroplani urosepsis vantro vejlede vendisk ægte økologisk ørenlyd
    """.split()  # noqa: SIM905
)
"""Dictionary forms that look as if they could be taken apart, or could once; what is derived from them stays whole too."""

OPENED = {
    "efteruddannelse": 5, "efteruddanne": 5, "efterløn": 5, "efterskole": 5, "overlæge": 4,
    "oversygeplejerske": 4, "overborgmester": 4, "underetage": 5, "mellemleder": 6, "medborger": 3,
}  # fmt: skip
"""Words with a particle whose second part keeps its sense → where that begins."""

PLACES = frozenset(
    """
    bornholm egedal faaborg favrskov fredensborg furesø gribskov guldborgsund hedensted holstebro jammerbugt
    kalundborg langeland lejre mariagerfjord middelfart norddjurs nordfyn nyborg odsherred ringsted roskilde
    rudersdal silkeborg skanderborg skive solrød sorø svendborg syddjurs sønderborg vesthimmerland vordingborg
    """.split()  # noqa: SIM905
)
"""Municipalities whose names are made of words: *Gribskov* is no forest in a text."""

PLACE_ELEMENTS = frozenset(
    """
    ager bakke balle bjerg borg bro by bæk bølle dal gård gårde havn hede holm hoved huse høj kilde kær land lund
    lunde løkke mark minde mose mølle næs rød skov slev sted strand strøm sund sø toft tofte torp trup vang vig å ø
    """.split()  # noqa: SIM905
)
"""What names of places end in: *Egelund* in capitals, unknown to the dictionary, is a place and no wood."""
