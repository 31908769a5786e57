"""A made paragraph in each language gives a sensible brief."""

from __future__ import annotations

import pytest

from summarize.local.article import brief_article
from tests.builders import article

# For each language: the fact, another fact, a sentence that leans on others, one that says little.
TEXTS = {
    "en": (
        "The Karrow Dam burst on Monday night and flooded 3 towns in the Vessen valley.",
        "Rescuers in Lindmere brought 340 people from flooded houses to 2 schools.",
        "But that was not all that they had to do there.",
        "It may well be so, and it may also be the other way round.",
    ),
    "fr": (
        "Le barrage de Karrow a cédé lundi soir et la crue a noyé 3 villes de la vallée.",
        "Les sauveteurs de Lindmere ont conduit 340 habitants des maisons inondées vers 2 écoles.",
        "Mais ce n'était pas tout ce qu'ils avaient à faire là.",
        "Il se peut bien que ce soit ainsi, ou tout autrement.",
    ),
    "es": (
        "La presa de Karrow se rompió el lunes por la noche e inundó 3 ciudades del valle.",
        "Los equipos de Lindmere llevaron a 340 vecinos de casas inundadas a 2 escuelas.",
        "Sin embargo, eso no fue todo lo que tuvieron que hacer allí.",
        "Ello puede ser así, o también de otro modo, según se quiera.",
    ),
    "de": (
        "Der Karrow-Damm brach am Montagabend, und die Flut setzte 3 Städte im Tal unter Wasser.",
        "Helfer aus Lindmere brachten 340 Bewohner aus überfluteten Häusern in 2 Schulen.",
        "Daraufhin wurde noch vieles andere dort von ihnen getan.",
        "Es kann wohl so sein, oder es kann auch ganz anders sein.",
    ),
    "pt": (
        "A barragem de Karrow cedeu na segunda-feira à noite e inundou 3 cidades do vale.",
        "Equipes de Lindmere levaram 340 moradores de casas inundadas para 2 escolas.",
        "No entanto, isso não foi tudo o que eles tiveram de fazer ali.",
        "Isso pode ser assim, ou também de outro modo, como se queira.",
    ),
    "ar": (
        "انهار سد كارو مساء الاثنين وغمرت مياه الفيضان 3 بلدات في وادي فيسن.",
        "نقل رجال الإنقاذ في ليندمير 340 ساكنا من المنازل المغمورة إلى مدرستين.",
        "لكن ذلك لم يكن كل ما كان عليهم أن يفعلوه هناك.",
        "هذا قد يكون كذلك، وقد يكون أيضا غير ذلك كله.",
    ),
    "ur": (
        "کارو ڈیم پیر کی رات ٹوٹ گیا اور سیلاب نے وادی کے 3 شہر ڈبو دیے۔",
        "لنڈمیر کے امدادی کارکنوں نے 340 رہائشیوں کو ڈوبے گھروں سے 2 اسکولوں میں پہنچایا۔",
        "تاہم یہ سب کچھ نہیں تھا جو انہیں وہاں کرنا تھا۔",
        "یہ ایسا بھی ہو سکتا ہے اور ویسا بھی ہو سکتا ہے۔",
    ),
    "hi": (
        "कैरो बांध सोमवार रात टूट गया और बाढ़ ने घाटी के 3 शहर डुबो दिए।",
        "लिंडमेयर के बचावकर्मियों ने 340 निवासियों को डूबे घरों से 2 स्कूलों में पहुंचाया।",
        "लेकिन यह सब कुछ नहीं था जो उन्हें वहां करना था।",
        "यह ऐसा भी हो सकता है और वैसा भी हो सकता है।",
    ),
    "zh": (
        "卡罗水坝星期一夜间决口,洪水淹没了维森河谷的3座城镇。",
        "林德米尔的救援人员把340名居民从被淹的房屋转移到2所学校。",
        "但是这还不是他们在那里要做的全部事情。",
        "这可能是这样,也可能是那样,都有可能。",
    ),
    "ja": (
        "カロー・ダムが月曜日の夜に決壊し、洪水がヴェッセン渓谷の3つの町を襲った。",
        "リンドミアの救助隊は浸水した家屋から住民340人を2つの学校に移した。",
        "しかし、それはそこで行われたことのすべてではなかった。",
        "それはそうであるかもしれないし、そうでないかもしれない。",
    ),
    "vi": (
        "Đập Karrow vỡ vào tối thứ Hai và nước lũ nhấn chìm 3 thị trấn ở thung lũng Vessen.",
        "Nhân viên cứu hộ Lindmere đưa 340 cư dân từ nhà ngập nước đến 2 trường học.",
        "Tuy nhiên đó chưa phải là tất cả những gì họ phải làm ở đấy.",
        "Như vậy cũng có thể là thế này, mà cũng có thể là thế khác.",
    ),
}


def brief(language: str, length: int) -> list[str]:
    fact, other, leaning, empty = TEXTS[language]
    space = "" if language in ("zh", "ja") else " "
    text = space.join((empty, leaning, fact, other))
    return [claim.text for claim in brief_article(article(text, language=language), length).claims]


@pytest.mark.parametrize("language", TEXTS)
def test_every_claim_is_one_whole_sentence(language: str) -> None:
    claims = brief(language, 200)

    assert claims
    assert set(claims) <= set(TEXTS[language])


@pytest.mark.parametrize("language", TEXTS)
def test_a_short_brief_tells_the_fact_and_not_what_is_made_of_stop_words(language: str) -> None:
    claims = brief(language, 30)

    assert TEXTS[language][0] in claims
    assert TEXTS[language][3] not in claims


@pytest.mark.parametrize("language", TEXTS)
def test_no_brief_opens_with_a_sentence_that_leans_on_another(language: str) -> None:
    assert brief(language, 200)[0] in TEXTS[language][:2]
