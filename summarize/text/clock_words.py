"""The words of clock times in all languages, for `clock`; all of them are read in any text."""

from __future__ import annotations

from typing import Literal

Half = Literal["am", "pm", "noon", "night"]

# What stands before the hour or after it, and the hours it leaves: noon is 10 to 16, night 18 to 6.
HALVES: dict[str, Half] = {
    "上午": "am", "早上": "am", "凌晨": "am", "清晨": "am", "下午": "pm", "傍晚": "pm",
    "中午": "noon", "晚上": "night", "晚": "night", "深夜": "night",
    "सुबह": "am", "तड़के": "am", "शाम": "pm", "दोपहर": "noon", "रात": "night",
    "صبح": "am", "شام": "pm", "سہ پہر": "pm", "دوپہر": "noon", "رات": "night",
    "صباحا": "am", "صباحاً": "am", "صباحًا": "am", "فجرا": "am", "فجراً": "am", "فجرًا": "am",
    "مساء": "pm", "مساءً": "pm", "بعد الظهر": "pm", "ظهرا": "noon", "ظهراً": "noon",
    "ظهرًا": "noon", "ليلا": "night", "ليلاً": "night", "ليلًا": "night",
    "sáng": "am", "chiều": "pm", "trưa": "noon", "tối": "pm", "đêm": "night",
    "de la mañana": "am", "de la madrugada": "am", "de la tarde": "pm", "de la noche": "night",
    "da manhã": "am", "da madrugada": "am", "da tarde": "pm", "da noite": "night",
    "du matin": "am", "de l'après-midi": "pm", "de l’après-midi": "pm", "du soir": "pm",
    "morgens": "am", "nachmittags": "pm", "abends": "pm", "nachts": "night",
}  # fmt: skip

# Times that are words; with a capital most of these are names.
NAMED = {
    "noon": "12:00", "midday": "12:00", "midi": "12:00", "mediodía": "12:00", "meio-dia": "12:00",
    "正午": "12:00", "midnight": "00:00", "minuit": "00:00", "medianoche": "00:00",
    "meia-noite": "00:00", "Mitternacht": "00:00", "午夜": "00:00", "nửa đêm": "00:00",
}  # fmt: skip

# "14 Uhr" is a time; "14 heures" is one after these words, and a duration elsewhere.
HOUR = r"Uhr|o['’]clock|बजे|بجے"
HOUR_OR_HOURS = "heures?|horas?|giờ"
BEFORE_HOURS = (
    r"à|vers|dès|avant|après|depuis|jusqu['’]à|a las|las|a la|hasta las|às|as|até as|até às|lúc"
    "|khoảng|hồi|từ|trước|sau"
)
# After these a number and a half of the day are a time, or the number alone.
BEFORE_HOUR = "a las|às|um"
BEFORE_HOUR_ALONE = "و?الساع[ةه]"
