"""The language of a text."""

import pytest

from summarize.read import language
from summarize.text.stopwords import STOPWORDS

TEXTS = {
    "en": "The mayor said on Tuesday that the flood had destroyed three of the bridges in the town,"
    " and that the school will be closed until the end of the week.",
    "fr": "Le maire a annoncé mardi que la crue avait emporté trois ponts dans la ville et que les"
    " écoles de la vallée seraient fermées pour le reste de la semaine.",
    "es": "El alcalde anunció el martes que la inundación destruyó tres puentes de la ciudad y que"
    " las escuelas del valle van a estar cerradas por el resto de la semana.",
    "de": "Der Bürgermeister sagte am Dienstag, dass die Flut drei der Brücken in der Stadt"
    " zerstört hat und die Schule bis zum Ende der Woche geschlossen ist.",
    "pt": "O prefeito anunciou na terça-feira que a enchente destruiu três pontes da cidade e que"
    " as escolas do vale não vão abrir até o fim da semana.",
    "it": "Il sindaco ha annunciato martedì che la piena ha distrutto tre ponti della città e che"
    " le scuole della valle sono chiuse per il resto della settimana.",
    "nl": "De burgemeester zei dinsdag dat het water drie van de bruggen in de stad heeft vernield"
    " en dat de school tot het einde van de week dicht blijft.",
    "ar": "أعلن رئيس البلدية يوم الثلاثاء أن الفيضان دمر ثلاثة جسور قرب المدينة.",
    "ur": "میئر نے منگل کو بتایا کہ سیلاب نے شہر کے قریب تین پل تباہ کر دیے ہیں۔",
    "fa": "شهردار روز سه‌شنبه گفت که سیل سه پل را در نزدیکی شهر ویران کرده است.",
    "hi": "महापौर ने मंगलवार को बताया कि बाढ़ ने शहर के पास तीन पुल नष्ट कर दिए।",
    "zh": "市长星期二宣布，洪水冲毁了三座桥梁，学校停课至星期五。",
    "ja": "市長は火曜日、洪水で三つの橋が壊れたと発表した。",
    "ko": "시장은 화요일 홍수로 다리 세 개가 무너졌다고 밝혔다.",
    "ru": "Мэр сообщил во вторник, что наводнение разрушило три моста, а школы закрыты.",
    "uk": "Мер повідомив у вівторок, що повінь зруйнувала три мости, а школи зачинені до п'ятниці.",
    "el": "Ο δήμαρχος ανακοίνωσε την Τρίτη ότι η πλημμύρα κατέστρεψε τρεις γέφυρες.",
    "he": "ראש העיר הודיע ביום שלישי כי השיטפון הרס שלושה גשרים.",
    "th": "นายกเทศมนตรีกล่าวเมื่อวันอังคารว่าน้ำท่วมทำลายสะพานสามแห่ง",
    "vi": "Thị trưởng cho biết hôm thứ Ba rằng lũ đã phá hủy ba cây cầu của thành phố và các trường"
    " học sẽ đóng cửa cho đến hết tuần này, theo một thông báo được đưa ra vào buổi tối.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_language_is_detected(code: str) -> None:
    assert language.detect(TEXTS[code]) == code


@pytest.mark.parametrize("text", ["", "12 345", "Orlen", "Lorem qux zzyzx blorp frim gax wug dax."])
def test_what_is_unsure_is_undetermined(text: str) -> None:
    assert language.detect(text) == "und"


def test_vietnamese_is_seen_in_a_line_of_names() -> None:
    assert language.detect("Thủ tướng Phạm Đình Tuệ gặp Bí thư Lê Hữu Phước tại Hà Nội") == "vi"


def test_a_vietnamese_name_does_not_decide() -> None:
    assert language.detect(f"{TEXTS['en']} Nguyễn Hữu Thịnh said so.") == "en"


def test_a_foreign_quotation_does_not_decide() -> None:
    assert language.detect(TEXTS["en"] + " “洪水冲毁了三座桥梁”, it said.") == "en"


def test_two_languages_in_equal_parts_are_undetermined() -> None:
    assert language.detect(" ".join(f"{a} {b}" for a, b in zip(
        sorted(STOPWORDS["en"]), sorted(STOPWORDS["de"]), strict=False))) == "und"  # fmt: skip


def test_only_the_head_is_looked_at() -> None:
    assert language.detect(TEXTS["en"] * 40 + TEXTS["ru"] * 400) == "en"


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("pt_BR.UTF-8", "pt"),
        ("English", "en"),
        ("fra", "fr"),
        (" DE ", "de"),
        ("zh-Hant", "zh"),
        ("iw", "he"),
    ],
)
def test_a_declared_language_is_its_primary_subtag(declared: str, code: str) -> None:
    assert language.code(declared) == code


@pytest.mark.parametrize("declared", ["", "und", "Klingon", "x-default", "en US news"])
def test_what_declares_no_language_is_none(declared: str) -> None:
    assert language.code(declared) is None
