import pytest

from summarize.text import words
from summarize.text.stopwords import STOPWORDS


@pytest.mark.parametrize("language", sorted(STOPWORDS))
def test_stop_words_stand_as_the_splitter_yields_them(language: str) -> None:
    listed = STOPWORDS[language]
    assert [word for word in listed if words.tokens(word) != (word,)] == []


@pytest.mark.parametrize(
    ("language", "negation"),
    [("en", "not"), ("en", "no"), ("fr", "pas"), ("es", "no"), ("de", "nicht"), ("ar", "لم")],
)
def test_negations_carry_content(language: str, negation: str) -> None:
    assert negation not in STOPWORDS[language]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "It's said that they don't have what we've had."),
        ("fr", "Qu'il l'ait dit ou que nous l'ayons."),
        ("es", "Ella dijo que los otros también."),
        ("ur", "یہ اس کے ساتھ ہے"),
        ("hi", "यह उनके लिए है"),
        ("zh", "我们"),
    ],
)
def test_function_words_alone_leave_little_content(language: str, sentence: str) -> None:
    assert len(words.content(sentence, language)) <= 2
