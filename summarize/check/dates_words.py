"""Words with which a sentence goes on to the day before or after the one that it names."""

from __future__ import annotations

OTHER_DAY = {
    "de": r"\b(?:vortag|vorabend|tags (?:zuvor|darauf)|tag(?:e)? (?:zuvor|davor|danach|später))\b",
    "en": (
        r"\b(?:days? (?:before|after|earlier|later|prior)|(?:previous|next|following|preceding) "
        r"(?:day|morning|afternoon|evening|night)|overnight|hours (?:earlier|later)|on the eve)\b"
    ),
    "es": (
        r"\b(?:víspera|día (?:siguiente|anterior|antes|después|previo)|días (?:antes|después)"
        r"|noche anterior)\b"
    ),
    "fr": r"\b(?:veille|lendemain|surlendemain|jours? (?:suivant|précédent|plus t[ôa]rd?))\b",
    "pt": (
        r"\b(?:véspera|dia (?:seguinte|anterior|antes|depois)|dias (?:antes|depois)"
        r"|noite anterior)\b"
    ),
}
