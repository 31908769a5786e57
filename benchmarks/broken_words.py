"""Words with which `broken_facts.py` breaks a sentence."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
MONTHS_SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Capitalised words that name nobody and nothing: not taken for a name, or cut from its head.
NO_NAMES = frozenset(
    [*MONTHS, *WEEKDAYS, *(month.rstrip(".") for month in MONTHS_SHORT), "I", "A", "The", "An",
     "Mr", "Mrs", "Ms", "Dr", "Sir", "It", "He", "She", "We", "They", "This", "That", "There", "In",
     "On", "At", "And", "But", "If", "What", "When", "Why", "How", "Who", "My", "Our", "Your",
     "His", "Her", "Its", "You", "No", "Yes", "Not", "Is", "Are", "AM", "PM", "TV"]
)  # fmt: skip

# What made-up names are put together from.
NAME_HEADS = ("Vel", "Dron", "Tav", "Quor", "Zel", "Brim", "Yar", "Osk", "Fen", "Hul", "Jor", "Mab")
NAME_TAILS = ("mere", "rith", "koria", "ossin", "dell", "vane", "tuka", "lund", "arro", "eston")

CURRENCIES = {
    "$": "€", "US$": "€", "A$": "€", "C$": "€", "€": "$", "£": "$", "dollar": "euro",
    "dollars": "euros", "euro": "dollar", "euros": "dollars", "USD": "EUR", "EUR": "USD",
    "GBP": "USD",
}  # fmt: skip

MAGNITUDES = {
    "thousand": "million", "million": "billion", "billion": "million", "trillion": "billion",
    "thousands": "millions", "millions": "billions", "billions": "millions",
    "trillions": "billions", "m": "bn", "bn": "m", "M": "B", "B": "M",
}  # fmt: skip

# One of these takes the place of a word in a quotation.
STRANGERS = (
    "never", "water", "small", "people", "money", "house", "slowly", "great", "children", "later",
    "green", "music", "every", "without", "bridge", "strong",
)  # fmt: skip

# How an auxiliary is negated; after each, "not" may be written too.
CONTRACTED = {
    "is": "isn't", "are": "aren't", "was": "wasn't", "were": "weren't", "has": "hasn't",
    "have": "haven't", "had": "hadn't", "will": "won't", "would": "wouldn't", "can": "can't",
    "could": "couldn't", "should": "shouldn't", "must": "mustn't", "do": "don't", "does": "doesn't",
    "did": "didn't", "may": "may not", "might": "might not",
}  # fmt: skip
# Before these a "not" makes no denial of the sentence, or no English.
NO_NOT_BEFORE = "not|no|never|only|just|neither|nor|nothing|nobody|none|to|n't"
