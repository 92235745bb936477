"""Stop words: the closed classes of Danish, and the words that only ask."""

from __future__ import annotations

from .folding import key

PRONOUNS = """
    jeg mig min mit mine du dig din dit dine han ham hans hun hende hendes den det dens dets vi os vor vort vore vores
    i jer jeres de dem deres sig sin sit sine man en ens et selv selve denne dette disse hinanden hver hvert enhver ethvert
    alle alt al nogen noget nogle ingen intet begge anden andet andre sådan sådant sådanne samme
"""
QUESTIONS = """
    hvad hvem hvis hvilken hvilket hvilke hvor hvordan hvorfor hvornår hvorhen hvorfra hvortil hvorved hvormed mon
"""
JOINERS = """
    og eller men for så at om da når mens hvis end som der fordi siden skønt selvom både enten hverken samt ligesom dog thi
    eftersom medmindre inden
"""
PLACERS = """
    i på til fra med af ved om over under efter før mod uden hos gennem mellem blandt langs omkring trods ifølge per pr
    ad op ned ind ud hen hjem frem
"""
HELPERS = """
    er var været være bliver blev blevet blive har havde haft have kan kunne kunnet skal skulle skullet vil ville villet
    må måtte måttet bør burde gør gjorde gjort gøre får fik fået få lad lade lader
"""
ADVERBS = """
    ikke ej aldrig altid også kun bare blot her der hist nu straks nok jo vel vist ellers endnu igen meget mere mest lidt
    mindre mindst stadig allerede derfor dermed derved derpå heraf hermed herved således altså netop især fx dvs bla mm mv
    osv etc jf ca hhv ift iht mht pga vha evt ja nej
"""

STOP_WORDS = frozenset(
    key(word) for words in (PRONOUNS, QUESTIONS, JOINERS, PLACERS, HELPERS, ADVERBS) for word in words.split()
)
"""Keys of the stop words; chosen by word class, so that no subject word is among them."""


def is_stop_word(word: str) -> bool:
    """Whether the word says nothing of a text's subject."""
    return key(word).replace(".", "") in STOP_WORDS
