"""The words of ICD 203 (Analytic Standards, 2015) for likelihood and confidence, and of opinion.

ICD 203 gives seven degrees of likelihood and two columns of words for them. A text is to keep to
one column, and not to state likelihood and confidence in one sentence, for they answer different
questions: how probable a thing is, and how good the grounds for saying so are.
"""

from __future__ import annotations

# A row a degree, from 1-5 % to 95-99 %; the first column, then the second.
LIKELIHOOD = (
    (r"almost no chance", r"remote (?:chance|possibility|likelihood)|chances? (?:is|are) remote"),
    (r"very unlikely", r"highly improbable"),
    (r"unlikely", r"improbable"),
    (r"roughly (?:an )?even chance", r"roughly even odds"),
    (r"likely", r"probabl(?:e(?! cause)|y)"),
    (r"very likely", r"highly probabl[ey]"),
    (r"almost certain(?:ly)?", r"nearly certain(?:ly)?"),
)
CONFIDENCE = r"(?:high|moderate|low) confidence"
# Between two words of likelihood, these make them speak of two things.
TWO_THINGS = r"[;:]|\b(?:and|but|while|whereas|although|though)\b"

# What somebody feels or holds is said without saying who does.
_HELD = r"believed|feared|hoped|thought|suspected|doubted|expected"
_VERB = (
    r"believe[sd]?|fear(?:s|ed)?|hope[sd]?|slam(?:s|med)?|admit(?:s|ted)?|suspect(?:s|ed)?|"
    r"doubt(?:s|ed)?|think(?:s)?|thought"
)
NOBODY = (
    # "it is feared", "are widely believed": but for "believed by the police"
    rf"\b(?:is|are|was|were|been|being|be)\s(?:\w+ly\s)?(?:{_HELD})\b(?!\sby\b)",
    # "there are fears that", "amid hopes of"
    r"\b(?:amid|there\s(?:is|are|was|were)|growing)\s(?:\w+\s)?(?:fears?|hopes?|doubts?)\b",
    rf"\b(?:some|many|others)\s(?:{_VERB})\b",
    # a sentence without a subject: "Slams the minister's plan."
    r"^\W*(?:believes|believed|slams|slammed|admits|admitted|fears|hopes|thinks)\b"
    r"(?!\s(?:by|are|were|that|of|for|over|grow|grew|rise|rose|mount|fade|faded)\b)",
)
