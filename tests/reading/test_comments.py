"""Comments are read with topic, explanation, stance and the comment they answer."""

from __future__ import annotations

import pytest

from casus.reading.comments import is_joke, read_comments
from casus.records import Comment


def read(text: str, language: str = "ja") -> tuple[Comment, ...]:
    """Read a text that is all comments."""
    return read_comments(text, (0, len(text)), language)


@pytest.mark.parametrize(
    ("text", "topic", "stance"),
    [
        ("運河会社の株が目当てだったりして", "intent", "insinuates"),
        ("北岸の要塞を取っても冬は補給できないよ", "capability", "asserts"),
        ("連盟は遺憾の意で終わりでしょ", "reaction", "asserts"),
        ("第7条には派兵の義務なんて書いてない", "commitment", "asserts"),
        ("検問所に火をつけたのは誰が命じたんだ?", "responsibility", "asks"),
        ("無害通航の船を止めるのは違法だろ", "legality", "asserts"),
        ("避難民の子供たちが気の毒だ", "losses", "asserts"),
        ("どうせ来年まで長引くだけだ", "outcome", "asserts"),
        ("1958年の危機と同じ流れだな", "context", "asserts"),
        ("艦長の判断は見事だった", "assessment", "asserts"),
        ("その映像、本物なのか?", "media", "asks"),
        ("誰も死にませんように", "wish", "unknown"),
        ("昨日食べたカレーの方が大事", "off-topic", "unknown"),
    ],
)
def test_every_topic_is_recognised_in_japanese(text: str, topic: str, stance: str) -> None:
    """Each topic of the closed list is read from plain comments."""
    (comment,) = read(text)
    assert (comment.topic, comment.stance) == (topic, stance)


@pytest.mark.parametrize(
    ("text", "topic", "stance"),
    [
        ("The real aim is the canal company.", "intent", "asserts"),
        ("That garrison could not hold a bakery.", "capability", "asserts"),
        ("The League will do nothing, as always.", "reaction", "asserts"),
        ("Article 7 obliges nobody to send troops.", "commitment", "asserts"),
        ("Who ordered the customs house burned?", "responsibility", "asks"),
        ("Stopping a neutral ship there is illegal.", "legality", "asserts"),
        ("Ten sailors killed for a lighthouse.", "losses", "asserts"),
        ("This will drag on until next spring.", "outcome", "asserts"),
        ("Just like the crisis of 1958, same bay and same boats.", "context", "asserts"),
        ("A reckless and stupid order.", "assessment", "asserts"),
        ("I doubt that this footage is real.", "media", "doubts"),
        ("I hope nobody else gets hurt.", "wish", "unknown"),
        ("Does anyone know a good fish restaurant near the harbour?", "off-topic", "asks"),
    ],
)
def test_every_topic_is_recognised_in_english(text: str, topic: str, stance: str) -> None:
    """Each topic of the closed list is read from plain comments."""
    (comment,) = read(text, "en")
    assert (comment.topic, comment.stance) == (topic, stance)


def test_an_arrow_answers_the_comment_above() -> None:
    """A contradiction takes over the explanation it denies, and its topic."""
    first, second = read("あの砲撃は陽動だろう。\n↑それは違う。予定表は春に出ていた。")
    assert (first.hypothesis, first.stance) == ("intent-diversion", "asserts")
    assert (second.replies_to, second.hypothesis, second.stance) == ("c1", "intent-diversion", "denies")
    assert second.topic == "intent"


def test_what_is_put_in_the_place_of_the_denied_is_not_denied() -> None:
    """No stance is ever towards the speaker's own alternative when the comment denies."""
    _, second = read("It was a false flag.\nNo, it was an accident.", "en")
    assert (second.replies_to, second.stance, second.hypothesis) == ("c1", "denies", "responsibility-false-flag")


def test_an_opening_contradiction_answers_the_comment_before() -> None:
    """いや and No need no mark."""
    assert read("橋は工兵が落とした。\nいや、あれは増水だ。")[1].replies_to == "c1"
    assert read("The engineers blew the bridge.\nNope, the flood took it.", "en")[1].stance == "denies"


def test_nobody_is_no_contradiction() -> None:
    """A comment that opens with 'No one' or 'Nobody' answers nobody."""
    assert read("The bridge is gone.\nNo one uses that bridge in winter.", "en")[1].replies_to is None
    assert read("The bridge is gone.\nNobody uses that bridge in winter.", "en")[1].replies_to is None


def test_a_quotation_answers_the_comment_that_has_the_words() -> None:
    """Quoted words are looked for in all earlier comments, the last first."""
    found = read("写真は合成だ。\n橋は残ってる。\n>写真は合成\n影を見れば分かる、本物だよ。")
    assert found[2].replies_to == "c1"


def test_a_quotation_of_the_article_answers_no_comment() -> None:
    """Words that no comment has are the article's."""
    assert read("橋は残ってる。\n>全軍が撤収した\nとは思えない。")[1].replies_to is None


def test_numbers_answer_by_number() -> None:
    """>>n is the n-th comment, or the post with that number."""
    assert read("橋は残ってる。\n船もある。\n>>1 もう落ちたよ。")[2].replies_to == "c1"
    posts = [
        "7: 甲 2021/05/15",
        "橋は残ってる。",
        "8: 乙 2021/05/15",
        "船もある。",
        "9: 丙 2021/05/15",
        ">>7",
        "落ちた。",
    ]
    text = "\n".join(posts)
    assert read(text)[2].replies_to == "c1"
    assert read("橋は残ってる。\n>>44 嘘だ。")[1].replies_to is None


def test_names_answer_by_name() -> None:
    """@name is the last comment by that name; an unknown one is the comment just before."""
    text = "old salt 3 hours ago\nThe bridge is gone.\nreeve 2 hours ago\nPity.\nmiller 1 hour ago\n@old: it stands."
    assert read(text, "en")[2].replies_to == "c1"
    assert read("A bluff.\nA blunder.\n@first: why?", "en")[2].replies_to == "c1"
    assert read("A bluff.\nA blunder.\n@somebody why?", "en")[2].replies_to == "c2"


def test_a_question_back_takes_the_explanation_it_asks_about() -> None:
    """A question that answers a comment is about its explanation."""
    _, second = read("Classic wag the dog.\n@first: which dog?", "en")
    assert (second.stance, second.hypothesis) == ("asks", "intent-domestic-diversion")


def test_agreement_takes_the_explanation_it_agrees_with() -> None:
    """同感 answers the comment before and asserts the same."""
    _, second = read("港の封鎖は揺さぶりだろう。\n同感。")
    assert (second.replies_to, second.stance, second.hypothesis) == ("c1", "asserts", "intent-bargaining")


def test_an_objection_without_a_mark_answers_whoever_put_it_forward() -> None:
    """A comment that negates an explanation answers the last one that asserted it."""
    found = read("北の砲撃は陽動だ。\n橋の話をしよう、軍の橋だ。\n一個中隊では陽動になっていないと思う。")
    assert (found[2].replies_to, found[2].hypothesis, found[2].stance) == ("c1", "intent-diversion", "doubts")


def test_a_softened_denial_is_a_doubt() -> None:
    """〜ではない denies, 〜ではないと思う doubts."""
    assert read("あれは誤射ではない。")[0].stance == "denies"
    assert read("あれは誤射ではないと思う。")[0].stance == "doubts"
    assert read("あれは誤射じゃないか?")[0].stance == "asserts"


def test_the_denied_explanation_is_kept_with_the_denial() -> None:
    """An explanation turned down in one line and one put forward in the next do not mix."""
    first, second = read("I don't believe it is about the election.\nThey are after the lithium.", "en")
    assert (first.stance, first.hypothesis) == ("doubts", "intent-domestic-diversion")
    assert (second.stance, second.hypothesis) == ("asserts", "intent-resources")


def test_a_negative_statement_asserts_unless_it_answers() -> None:
    """〜わけがない asserts on its own and denies as an answer."""
    assert read("民兵があの崖を登れるわけがない。")[0].stance == "asserts"
    assert read("民兵が崖を登った。\n↑登れるわけがない。")[1].stance == "denies"


@pytest.mark.parametrize(
    "text",
    [
        "助けに行くと約束する(行くとは言ってない)",
        "司令官は何も知らない(ということにしたい)",
        "無敵艦隊(笑)の陽動作戦",
        "隣の畑も貰っとけの精神",
        "港を封鎖する船が沈んでて草",
        "なんという完璧な計画だ…",
    ],
)
def test_jests_support_no_explanation(text: str) -> None:
    """A jest never asserts, whatever explanation its words name."""
    assert is_joke(text, "ja")
    assert read(text)[0].stance in {"insinuates", "unknown"}


def test_slurs_take_no_stance() -> None:
    """A masked slur has its topic by its words and no stance."""
    (comment,) = read("ロ×助の兵站は無能")
    assert comment.stance == "unknown"
    assert is_joke("ロ×助の兵站は無能", "ja")


@pytest.mark.parametrize(("text", "language"), [("兵站が続かない", "ja"), ("A new wwii memorial", "en")])
def test_sober_words_are_no_jest(text: str, language: str) -> None:
    """Neither plain words nor letters inside a word are taken for laughter."""
    assert not is_joke(text, language)


def test_parties_named_are_given() -> None:
    """``about`` lists the parties of the words, in order, each once; None where there is none."""
    assert read("アルメニアとトルコの国境だよ、トルコの。")[0].about == "ARM, TUR"
    assert read("The Turkish guards slept.", "en")[0].about == "TUR"
    assert read("橋は残ってる。")[0].about is None


def test_words_of_the_report_are_on_topic() -> None:
    """A comment that names what the report names is about the matter, even without any cue."""
    text = "黒松堤の水門が閉じられた。\n黒松堤ねえ。\n水羊羹ねえ。"
    start = text.index("\n") + 1
    first, second = read_comments(text, (start, len(text)), "ja")
    assert first.topic == "assessment"
    assert (second.topic, second.stance) == ("off-topic", "unknown")


def test_a_language_without_cues_gives_comments_all_the_same() -> None:
    """Spans and questions are read; topic and stance are not guessed."""
    first, second = read("Der Pass ist zu.\nWelcher Pass?", "de")
    assert (first.topic, first.stance, first.hypothesis) == ("off-topic", "unknown", None)
    assert second.stance == "asks"


def test_an_empty_region_has_no_comments() -> None:
    """Nothing in, nothing out."""
    assert read("") == ()
    assert read("コメント\n\n") == ()
