"""The words of ICD 203 (Analytic Standards, 2015) for likelihood and confidence, and verbs.

ICD 203 gives seven degrees of likelihood and two words for each. A product is to keep to one
column of them, and not to state likelihood and confidence in one sentence, for they answer
different questions: how probable a thing is, and how good the grounds for saying so are.
"""

from __future__ import annotations

# A row a degree, from 1-5 % to 95-99 %; the first column, then the second.
LIKELIHOOD = (
    (r"almost no chance", r"remote(?: chance)?"),
    (r"very unlikely", r"highly improbable"),
    (r"unlikely", r"improbable"),
    (r"roughly even chance", r"roughly even odds"),
    (r"likely", r"probabl[ey]"),
    (r"very likely", r"highly probabl[ey]"),
    (r"almost certain(?:ly)?", r"nearly certain(?:ly)?"),
)
CONFIDENCE = r"(?:high|moderate|low) confidence"

# Tell what somebody feels or holds: of whom, the sentence must say.
OPINION = (
    r"fears?|feared|hopes?|hoped|believes?|believed|slams?|slammed|admits?|admitted|blasts?|blasted|"
    r"suspects?|doubts?|worries|feels?|thinks?|insists?|insisted|boasts?|concedes?|conceded"
)
# Before such a verb, these make somebody's opinion nobody's.
NOBODY = r"it|there|which|that|and|but|some|many|is|are|was|were|be|been|being|widely|generally"
# Before such a word, these make a noun of it.
DETERMINERS = (
    r"the|a|an|his|her|its|their|our|my|your|no|any|of|with|amid|over|despite|in|on|for|from|new|"
    r"growing|high|great|little|much|more|s"
)
