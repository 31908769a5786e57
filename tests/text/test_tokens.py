"""Counting tokens. The counts of cl100k_base and o200k_base stand beside each text, so that the
estimate is held against them without their tables; where the tables are, they are counted again.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.token_tables import TABLES, Table
from summarize.text.tokens import Counter, counter, estimate


class Sample(NamedTuple):
    text: str
    cl100k: int
    o200k: int


# Other texts than those of benchmarks/token_texts.json, on which the weights were fitted.
SAMPLES = {
    "en": Sample(
        "Dockers at Port Ellis walked out on Monday over plans to automate two of the "
        "harbour's five cranes. About three hundred people stood at the gates from six in "
        'the morning, and no ship was unloaded until late in the afternoon. "We were told '
        'about it by letter," said Maureen Tully, who has worked there for thirty years. The '
        "company's director, Graham Oyelaran, said that nobody would lose a job before the "
        "end of next year.",
        95,
        92,
    ),
    "fr": Sample(
        "Les dockers de Port-Sainte-Ellis ont cessé le travail lundi pour protester contre "
        "l'automatisation de deux des cinq grues du port. Environ trois cents personnes se "
        "tenaient devant les grilles dès six heures du matin, et aucun navire n'a été "
        "déchargé avant la fin de l'après-midi. « Nous l'avons appris par courrier », "
        "raconte Maryvonne Tullier, employée depuis trente ans. Le directeur, Gérard "
        "Oyelaran, assure que personne ne perdra son emploi avant la fin de l'année "
        "prochaine.",
        133,
        113,
    ),
    "es": Sample(
        "Los estibadores de Puerto Elías pararon el lunes en protesta por los planes de "
        "automatizar dos de las cinco grúas del muelle. Unas trescientas personas se "
        "concentraron ante las verjas desde las seis de la mañana y no se descargó ningún "
        "buque hasta última hora de la tarde. «Nos enteramos por carta», contó Marisa Tulio, "
        "que lleva treinta años en la empresa. El director, Germán Oyelarán, aseguró que "
        "nadie perderá su puesto antes de que acabe el año que viene.",
        123,
        112,
    ),
    "de": Sample(
        "Die Hafenarbeiter von Port Ellis haben am Montag die Arbeit niedergelegt, weil zwei "
        "der fünf Containerkräne automatisiert werden sollen. Rund dreihundert Beschäftigte "
        "standen ab sechs Uhr morgens vor den Werkstoren, bis zum späten Nachmittag wurde "
        "kein Frachtschiff entladen. „Wir haben es aus einem Schreiben erfahren“, sagte "
        "Marianne Tullinger, die seit dreißig Jahren dort arbeitet. Geschäftsführer Gerhard "
        "Oyelaran versicherte, vor Ende des kommenden Jahres werde niemandem gekündigt.",
        131,
        103,
    ),
    "pt": Sample(
        "Os estivadores de Porto Elias cruzaram os braços na segunda-feira contra a "
        "automatização de dois dos cinco guindastes do cais. Cerca de trezentas pessoas "
        "concentraram-se junto aos portões desde as seis da manhã e nenhum navio foi "
        'descarregado até ao fim da tarde. "Soubemos por carta", contou Marisa Túlio, que '
        "ali trabalha há trinta anos. O diretor, Germano Oyelarã, garantiu que ninguém "
        "perderá o emprego antes do fim do próximo ano.",
        122,
        103,
    ),
    "ar": Sample(
        "توقف عمال الميناء في بورت إليس عن العمل يوم الاثنين احتجاجا على خطط لتشغيل اثنتين "
        "من الرافعات الخمس آليا. ووقف نحو ثلاثمئة شخص أمام البوابات منذ السادسة صباحا، ولم "
        "تفرغ حمولة أي سفينة حتى ساعة متأخرة من بعد الظهر. وقالت مريم التلي التي تعمل هناك "
        "منذ ثلاثين عاما: «علمنا بالأمر من رسالة». وأكد مدير الشركة غسان الأيلاني أن أحدا لن "
        "يفقد وظيفته قبل نهاية العام المقبل.",
        258,
        117,
    ),
    "ur": Sample(
        "پورٹ ایلس کی بندرگاہ کے مزدوروں نے پیر کے روز پانچ میں سے دو کرینوں کو خودکار بنانے "
        "کے منصوبے کے خلاف کام بند کر دیا۔ صبح چھ بجے سے تقریباً تین سو افراد پھاٹکوں کے "
        "سامنے کھڑے رہے اور سہ پہر تک کسی جہاز سے سامان نہیں اتارا گیا۔ تیس برس سے وہاں کام "
        "کرنے والی مریم تلی نے کہا کہ ہمیں یہ بات ایک خط سے معلوم ہوئی۔ کمپنی کے ڈائریکٹر "
        "غلام ایلانی نے یقین دلایا کہ اگلے سال کے آخر تک کسی کی ملازمت نہیں جائے گی۔",
        359,
        126,
    ),
    "hi": Sample(
        "पोर्ट एलिस के गोदी मज़दूरों ने सोमवार को पाँच में से दो क्रेनों को स्वचालित करने की "
        "योजना के विरोध में काम बंद कर दिया। सुबह छह बजे से लगभग तीन सौ लोग फाटकों पर खड़े "
        "रहे और देर शाम तक किसी जहाज़ से माल नहीं उतारा गया। तीस वर्षों से वहाँ काम कर रहीं "
        "मीरा तुली ने कहा, “हमें इसका पता एक चिट्ठी से चला।” कंपनी के निदेशक ज्ञानेंद्र "
        "ओएलरन ने भरोसा दिलाया कि अगले वर्ष के अंत से पहले किसी की नौकरी नहीं जाएगी।",
        393,
        122,
    ),
    "zh": Sample(
        "埃利斯港的码头工人周一举行罢工，抗议将五台起重机中的两台改为自动化操作的计划。大约三百人"
        "从早上六点起聚集在大门外，直到傍晚才有货轮开始卸货。“我们是通过一封信才知道这件事的，”"
        "在那里工作了三十年的莫琳·塔利说。公司总经理格雷厄姆·奥耶拉兰表示，明年年底之前不会有人"
        "失去工作。工会则要求就培训和赔偿问题展开谈判，并警告说如果得不到答复，下周将再次停工。港"
        "务局称，滞留的集装箱已超过两千个，部分生鲜货物不得不改道运往邻近港口。",
        248,
        180,
    ),
    "ja": Sample(
        "エリス港の港湾労働者は月曜日、五基あるクレーンのうち二基を自動化する計画に抗議してストラ"
        "イキに入った。午前六時から約三百人が門の前に集まり、夕方遅くまで船の荷下ろしは行われなか"
        "った。三十年間勤務しているモーリーン・タリーさんは「手紙で初めて知らされた」と語った。グ"
        "レアム・オエララン社長は、来年末までに職を失う人は出ないと説明している。労働組合は研修と"
        "補償についての協議を求めており、回答がなければ来週も作業を止める構えだ。",
        242,
        179,
    ),
    "vi": Sample(
        "Công nhân bốc xếp ở cảng Ellis đã ngừng việc hôm thứ Hai để phản đối kế hoạch tự "
        "động hóa hai trong số năm cần cẩu. Khoảng ba trăm người đứng trước cổng từ sáu giờ "
        "sáng, và đến tận chiều muộn vẫn chưa có con tàu nào được dỡ hàng. “Chúng tôi chỉ "
        "biết chuyện này qua một lá thư”, bà Phạm Thị Mận, người đã làm việc ở đây ba mươi "
        "năm, cho biết. Giám đốc công ty Đỗ Quang Lượng khẳng định sẽ không ai mất việc "
        "trước cuối năm tới.",
        210,
        128,
    ),
    "figures": Sample(
        "The fund returned 7.82% in 2025 against 6.91% for the index (2024: 11.4% and "
        "12.06%). Assets: $1,948.3m at 31/12/2025, of which equities 61.7%, bonds 28.05%, "
        "cash 10.25%. Fees 0.85%, down from 0.92%. Top holdings: 1. 4.31%, 2. 3.98%, 3. "
        "3.77%, 4. 3.02%, 5. 2.64%. Sharpe 0.71; beta 0.94; 12 of 36 months negative, worst "
        "-5.8% (03/2023). NAV 143.2076, 5 y high 151.9, low 97.35. ISIN XX0012345678, min. "
        "2,500.",
        201,
        200,
    ),
    "markup": Sample(
        '<div class="live"><time datetime="2026-05-18T06:00:00Z">06:00</time>\n<p>Dockers '
        '<em>walk out</em> at <a href="/tags/port-ellis?page=2#top">Port '
        "Ellis</a>.</p></div>\n\n## Updates\n\n1. **300** people at the gates [4b]\n2. No ship "
        'unloaded; see `status.json`:\n\n```json\n{"ships": 0, "gates": ["N", "S"], "open": '
        "false}\n```\n\n| time | event |\n|------|-------|\n| 06:00 | start |\n| 17:45 | end |\n",
        145,
        145,
    ),
}


def exact(model: str) -> Counter:
    """The exact counter, without a network."""
    found = counter(model, download_seconds=0)
    if not found.exact:
        pytest.skip("no table of tokens on this machine: bpe-openai is not installed")
    return found


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_OFFLINE", "1")


@pytest.mark.parametrize("language", SAMPLES)
def test_the_estimate_is_not_below_either_table(language: str) -> None:
    sample = SAMPLES[language]
    assert estimate(sample.text) >= max(sample.cl100k, sample.o200k)


@pytest.mark.parametrize("language", SAMPLES)
def test_the_estimate_is_at_most_three_fifths_above_cl100k(language: str) -> None:
    sample = SAMPLES[language]
    assert estimate(sample.text) <= 1.6 * sample.cl100k


def test_english_is_overestimated_by_less_than_a_quarter() -> None:
    assert estimate(SAMPLES["en"].text) <= 1.25 * SAMPLES["en"].o200k


def test_a_prompt_in_two_languages_is_not_underestimated() -> None:
    english, *others = (SAMPLES[name] for name in ("en", "de", "fr", "es", "pt", "vi"))
    for other in others:
        prompt = "\n".join([english.text, other.text, english.text])
        assert estimate(prompt) >= 2 * english.cl100k + other.cl100k


@pytest.mark.parametrize("language", SAMPLES)
def test_the_counts_beside_the_texts_are_those_of_the_tables(language: str) -> None:
    sample = SAMPLES[language]
    assert exact("gpt-4").count(sample.text) == sample.cl100k
    assert exact("gpt-4o").count(sample.text) == sample.o200k


@given(st.text(), st.text())
def test_the_estimate_of_two_texts_is_near_the_sum_of_theirs(first: str, second: str) -> None:
    apart = estimate(first) + estimate(second)
    assert abs(estimate(first + " " + second) - apart) <= 4 + 0.7 * apart


def test_no_text_has_no_tokens() -> None:
    assert estimate("") == 0


@pytest.mark.parametrize("text", ["\ud800", "\x00\x7f", "😀🇫🇷", "ሰላም ለዓለም", "שלום", "\t \t"])
def test_any_text_can_be_estimated(text: str) -> None:
    assert estimate(text) >= 1


@pytest.mark.parametrize("model", [None, "", "llama-3.3-70b", "Qwen/Qwen3-8B", "claude-opus-4"])
def test_a_model_of_another_maker_is_estimated(model: str | None) -> None:
    found = counter(model)
    assert (found.name, found.exact) == ("estimate", False)
    assert found.count("Hello there") == estimate("Hello there")


def test_a_model_that_only_borrows_a_name_is_estimated() -> None:
    assert not counter("somebody/gpt-4-alpaca").exact


def test_a_model_with_a_table_of_another_time_is_estimated() -> None:
    assert not counter("text-davinci-003").exact


@pytest.mark.parametrize(
    ("model", "table"),
    [
        ("gpt-4", "cl100k_base"),
        ("gpt-3.5-turbo-0125", "cl100k_base"),
        ("gpt-4o-mini", "o200k_base"),
        ("o1", "o200k_base"),
        ("openai/gpt-4o", "o200k_base"),
        ("openrouter/openai/gpt-4.1", "o200k_base"),
        ("azure/gpt-4o", "o200k_base"),
        ("openai/gpt-oss-120b", "o200k_base"),
    ],
)
def test_a_model_of_openai_is_counted_by_its_table(model: str, table: str) -> None:
    assert exact(model).name == table


def test_without_a_table_it_is_an_estimate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    table = Table("http://127.0.0.1:9/none", "0" * 64, ".")
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    monkeypatch.setitem(TABLES, "cl100k_base", table)
    assert counter("gpt-4", download_seconds=0.1).name == "estimate"


def test_a_table_that_is_kept_is_counted_by(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lines = [b64encode(bytes([byte])) + b" %d" % byte for byte in range(256)]
    content = b"\n".join([*lines, b64encode(b"ab") + b" 256"])
    table = Table("http://127.0.0.1:9/bytes", hashlib.sha256(content).hexdigest(), r"\S+|\s+")
    (tmp_path / hashlib.sha1(table.url.encode()).hexdigest()).write_bytes(content)
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    monkeypatch.setitem(TABLES, "cl100k_base", table)
    found = counter("gpt-4")
    assert (found.name, found.exact) == ("cl100k_base", True)
    assert found.count("abc é") == 5
    assert found.count("ab" * 5_000) == 5_000


def test_special_tokens_in_a_text_are_text() -> None:
    assert exact("gpt-4o").count("<|endoftext|>") > 1


@pytest.mark.parametrize("unit", ["a", " ", "\n", "-", "中", "कि", "ab"])
def test_a_run_without_a_break_is_counted(unit: str) -> None:
    count = exact("gpt-4o").count
    assert 0 < count(unit * 100_000) <= 1.1 * 10 * count(unit * 10_000)


def test_cutting_a_long_run_changes_little() -> None:
    text = SAMPLES["zh"].text.replace("\n", "") * 20
    assert exact("gpt-4o").count(text) <= 1.005 * 20 * SAMPLES["zh"].o200k


def test_the_tables_are_those_of_tiktoken(monkeypatch: pytest.MonkeyPatch) -> None:
    public = pytest.importorskip("tiktoken_ext.openai_public")
    asked: dict[str, str] = {}

    def load(url: str, expected_hash: str) -> dict[bytes, int]:
        asked[url] = expected_hash
        return {}

    monkeypatch.setattr(public, "load_tiktoken_bpe", load)
    for name, table in TABLES.items():
        assert getattr(public, name)()["pat_str"] == table.pattern
        assert asked[table.url] == table.sha256


def test_a_counter_says_which_and_not_how() -> None:
    assert repr(counter(None)) == "Counter(name='estimate', exact=False)"
