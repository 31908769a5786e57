"""Words with which `check_languages.py` changes a date or a currency, by language."""

from __future__ import annotations

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio"
    " julio agosto septiembre octubre noviembre diciembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "pt": "janeiro fevereiro março abril maio junho"
    " julho agosto setembro outubro novembro dezembro",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "hi": "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
}
# Those of Chinese and Vietnamese are numbers.
MONTH_NUMBERS = {"zh": r"\d{1,2}(?=月)", "vi": r"(?<=[Tt]háng )\d{1,2}"}
DAY_NUMBERS = {"zh": r"\d{1,2}(?=日)", "vi": r"(?<=[Nn]gày )\d{1,2}"}

WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "pt": ("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira"),
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "ur": ("پیر", "منگل", "بدھ", "جمعرات", "جمعے", "ہفتے", "اتوار"),
    "hi": ("सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"),
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"),
}

CURRENCIES = {
    "en": {"$": "€", "£": "$", "dollars": "euros", "euros": "dollars"},
    "fr": {"dollars": "euros", "livres sterling": "dollars", "d'euros": "de dollars"},
    "es": {"dólares": "euros", "euros": "dólares", "libras esterlinas": "dólares"},
    "de": {"Dollar": "Euro", "Euro": "Dollar"},
    "pt": {"US$": "€", "dólares": "euros", "euros": "dólares"},
    "ar": {"دولار": "يورو", "يورو": "دولار"},
    "ur": {"ڈالر": "یورو", "یورو": "ڈالر"},
    "hi": {"डॉलर": "यूरो", "यूरो": "डॉलर"},
    "zh": {"美元": "欧元", "欧元": "美元"},
    "vi": {"đô la": "euro", "euro": "đô la"},
}

# Numbers of dates and times of day, which are no figures.
NO_FIGURES = (
    r"\d{1,2}(?::|h| h | giờ )\d\d|(?<=las )\d{1,2}\.\d\d|\d{1,2}\.\d\d(?= Uhr)"
    r"|\d+(?=[年月日点分])|(?:[Nn]gày|[Tt]háng|[Nn]ăm) \d+|(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)"
)
