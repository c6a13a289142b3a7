"""Which predicates of a Japanese sentence are stated, and which only say who speaks or how a thing is put."""

from __future__ import annotations

from casus.reading.ja.arguments import Attachment, Taken
from casus.reading.ja.holding import HOLDS, KEEPS
from casus.reading.ja.nominals import PAPERS
from casus.reading.ja.operators import INSTRUMENTS, Operators
from casus.reading.ja.preds import Pred, noun_cue, tells_aside, underway
from casus.reading.ja.restarts import opens_speech
from casus.reading.ja.roles import WEAPONS, Roles
from casus.reading.ja.rows import NOTHING, operator_cue, passive_word
from casus.reading.ja.speakers import AUTHOR
from casus.reading.ja.words import content_words, cue_index, occasions

_EMPTY = {
    "ある",
    "ない",
    "無い",
    "なる",
    "する",
    "できる",
    "いる",
    "おる",
    "いう",
    "みる",
    "くる",
    "いく",
    "来る",
    "行く",
    "やる",
    "出来る",
    "よる",
    "つく",
}
_HANDS = frozenset({"送る", "渡す", "手渡す", "届ける", "送付", "手交"})
"""Verbs that only hand over a paper whose words are stated (処罰を求める覚書を送った)."""
_ISSUES = frozenset({"出す", "発する", "発出", "公表", "発表", "読み上げる", "寄せる", "投稿", "放送", "流す", "掲載"})
_ISSUED = ("声明", "談話", "声明文", "コメント", "メッセージ", "論評", "社説", "ビデオ演説", "投稿", "記事")
"""What only carries the words that are told."""
_MADE = frozenset({"adopt_resolution", "authorise", "convene", "sign", "agree", "ratify"})
_LASTING = frozenset({"command", "run_through", "overlook", "escalate", "border_on", "hold_office"})
"""What in the present tense tells how a thing is, not what is done (軍を率いる将軍, 事態を悪化させる行動)."""
_STANDING = frozenset({"MOBILIZE", "SUPPORT", "SANCTION", "COERCE"})
"""Kinds of deeds that a plain present before a noun only marks it by."""
_TREATS = frozenset(
    {"整理", "考察", "概観", "論じる", "取り上げる", "扱う", "まとめる", "紹介", "検証", "振り返る", "たどる"}
)
"""What a writing does with its matter."""
_AMOUNTS = frozenset({"とどまる", "留まる", "超える", "上回る", "下回る", "及ぶ", "達する", "上る", "のぼる", "わたる"})
_TOLL = frozenset({"死者", "犠牲者", "死傷者", "負傷者", "行方不明者", "死者数", "けが人", "戦死者"})
_FIRES = frozenset({"shoot", "open_fire", "shell", "warning_shots", "return_fire", "launch_weapon"})
_LIMBS = frozenset({"腕", "足", "脚", "頭", "胸", "腹", "背中", "手", "肩", "顔", "目", "首", "腰"})
_WRECKAGE = ("残骸", "破片", "遺体", "船体", "機体", "魚雷", "部品", "推進部", "レコーダー", "ブラックボックス")
_TITLES = frozenset({"歩く", "読む", "見る", "追う", "探る", "問う", "考える", "たどる", "振り返る", "検証"})
"""Verbs with which a title says what its article does (海戦の跡を歩く)."""
_BODY = frozenset({
    "肩", "声", "胸", "息", "眉", "舌", "表情", "語気", "ため息", "目頭", "唇",
})  # fmt: skip
"""Parts of the body and of speech in idioms of telling and feeling."""
_SAID = frozenset({"quote", "demand", "question", "nom", "noun", "object"})
_CALLED = frozenset({"ought", "demanded", "requested", "sought"})
EXIST = frozenset({"ある", "ない", "無い", "いる", "おる"})
_SIDES = ("上", "下", "中", "内", "側", "寄り", "手前", "先", "位置", "圏", "範囲", "外")
GROUND = (
    "海", "海峡", "湾", "領域",
    "島", "諸島", "半島", "州", "県", "市", "村", "国境", "領海", "領空", "領土", "領内", "沖",
    "沖合", "海域", "空域", "付近", "周辺", "地方", "北部", "南部", "東部", "西部", "中部", "川", "山", "基地", "空港",
    "港", "沿岸", "上空", "一帯", "地区", "地帯", "高原", "国内", "域内", "向こう側",
)  # fmt: skip
"""How names of ground end, though a state's name stands in them (フィリピン海): nobody acts or is asked there."""


class Stated(Roles):
    """Tells the predicates of one sentence that are stated from those that only serve others."""

    def __init__(self, attachment: Attachment, operators: Operators, nominals: list[Pred]) -> None:
        super().__init__(attachment, operators)
        self.nominals = nominals

    def stated(self, pred: Pred) -> bool:
        """Is it something stated, not a mere verb of saying or of grammar?"""
        words = {pred.lemma, passive_word(pred), pred.beside + pred.lemma}
        if self._announces(pred) or self._only_holds(pred) or self._called_for(pred):
            return False
        if tells_aside(pred, self.attachment.chunks) or self._interviewed(pred) or self._of_author(pred):
            return False
        if not pred.nominal and not pred.light and not pred.used and words & content_words("report"):
            return (pred.lemma == "表明" and self._offers(pred)) or self._says_nothing(pred)
        if pred.mentioned or self._gestures(pred) or self._measures(pred) or self._salvages(pred):
            return False
        if pred.row is not None:
            return not (self._only_frames(pred) or self._only_places(pred) or self._only_describes(pred))
        if self._told_here(pred):
            return False  # A verb nobody lists, with a clause and と: it only says who speaks.
        return self._open(pred, words)

    def _of_author(self, pred: Pred) -> bool:
        """Ask: is it only what the writing itself does (本稿は両国の対応を整理する)?"""
        held = self.attachment.frames[pred.index].subject()
        return held is not None and held.chunk.text in AUTHOR and pred.lemma in _TREATS

    def _says_nothing(self, pred: Pred) -> bool:
        """Ask: does a verb of saying carry no words: an act on its object, or silence (損害を明らかにしない)?"""
        inner = [*self.nominals, *self.attachment.preds]
        said = [p for p in inner if p.parent is pred and p.link in _SAID]
        if said and pred.lemma == "訴える" and pred.row is not None and all(p.link == "object" for p in said):
            return True  # 停戦を訴えた
        if said and pred.lemma == "訴える" and self.attachment.frames[pred.index].has("に"):
            return True  # 今すぐ停戦してほしいと理事国に訴えた
        if said and not (pred.negative and all(p.link in {"noun", "question"} for p in said)):
            return False
        if said and all(p.link == "question" for p in said):
            return True  # 踏み切るかどうかは明言していない
        if not said and pred.row is not None and pred.row.concept.type is not None:
            return True  # 応じなかった
        named = {t.mark for t in self.attachment.frames[pred.index].taken if t.own}
        if pred.lemma == "主張" and "を" in named:
            return True  # 無罪を主張した
        if any(op.effect in _CALLED for op in self.operators.own(pred)[0]):
            return bool(named & {"を", "に"})  # 国民に説明すべきだ
        return bool(named & {"を", "に", "について"}) and (pred.row is not None or pred.negative)

    def _announces(self, pred: Pred) -> bool:
        """Ask: does it only give voice to what stands before its noun (…との見方を示した)?"""
        if pred.lemma in HOLDS:
            frame = self.attachment.frames[pred.index]
            held = {t.chunk.index for t in frame.taken if t.own and t.mark in {"が", "を"}}
            views = (p.noun for p in self.attachment.preds[: pred.index] if p.link == "noun" and p.cue is not None)
            return any(n is not None and self.attachment.head(n).index in held for n in views)  # …との見方も出ている
        if pred.row is None and opens_speech(pred, self.attachment.chunks) and pred.parent is not None:
            return any(p.parent is pred.parent and p.link in _SAID for p in self.attachment.preds)
        if pred.lemma == "触れる" and pred.link in {"cont", "bare"}:
            return not pred.negative  # 報道に触れ、…と述べた
        if pred.lemma in _ISSUES and not pred.negative:
            issued = (t.chunk.text for t in self.attachment.frames[pred.index].taken if t.mark == "を" and t.own)
            return any(text.endswith(_ISSUED) for text in issued)  # 声明を出し、…と述べた
        if pred.lemma in {"課す", "課する", "負わせる"}:
            held = {t.chunk.index for t in self.attachment.frames[pred.index].taken if t.mark == "を"}
            duties = (p.noun for p in self.attachment.preds[: pred.index] if p.link == "noun" and p.cue is not None)
            return any(n is not None and n.index in held for n in duties)  # …する義務を課している
        if pred.lemma in _HANDS:
            papers = [p.noun for p in self.attachment.preds if p.parent is pred and p.link in {"rel", "noun"}]
            return any(n is not None and self.attachment.head(n).text.endswith(PAPERS) for n in papers)
        if (pred.beside + pred.lemma, "を") not in cue_index("announce"):
            return False
        return any(p.parent is pred and p.link == "noun" and p.absorbed is None for p in self.attachment.preds)

    def _only_holds(self, pred: Pred) -> bool:
        """Ask: does it only say that a possibility or plan holds (攻撃の恐れがある)?"""
        if pred.lemma not in HOLDS | KEEPS and (pred.beside + pred.lemma, "を") not in cue_index("announce"):
            return False
        return any(n.parent is pred and n.mark == "の" for n in self.nominals)

    def _called_for(self, pred: Pred) -> bool:
        """Ask: does it only say that a deed named beside it is called for (撤収が先だ)?"""
        return pred.copula and any(n.chunk.index in pred.given and n.mark == "が" for n in self.nominals)

    def _offers(self, pred: Pred) -> bool:
        """Is what is declared a readiness or a plan of one's own (用意があると表明)?"""
        content = (p for p in self.attachment.preds if p.parent is pred and p.link == "quote" and p.absorbed is None)
        return any(op.effect == "intended" for p in content for op in p.operators)

    def _only_frames(self, pred: Pred) -> bool:
        """Is it the verb of a treaty (議定書は…を認めている) or one whose content says it all (国境の閉鎖を決め)?"""
        subject = self.attachment.frames[pred.index].subject()
        governs = operator_cue(pred, "koto")
        if governs is not None and governs[0] in {"authorised", "obligation", "ordered"}:
            if pred.link in {"rel", "noun"} and governs[0] == "obligation":
                return True
            if subject is not None and subject.chunk.text.endswith(INSTRUMENTS) and self._has_content(pred):
                return True
        if pred.row is not None and pred.row.concept.name == "decide":
            return any(n.parent is pred for n in self.nominals)
        return pred.link in {"rel", "noun"} and "できる" in pred.form.text

    def _only_places(self, pred: Pred) -> bool:
        """Ask: does a clause only say where the noun it describes is (領内にある拠点, 北部を拠点とする組織)?"""
        name = pred.row.concept.name if pred.row is not None else ""
        return pred.link == "rel" and name in {"base_of", "located", "belong_to"} and not pred.form.past

    def _only_describes(self, pred: Pred) -> bool:  # noqa: PLR0911
        """Ask: does a clause only say which thing is meant (採択した決議は…, 開かれた会見で, 武装した男)?"""
        if pred.link != "rel" or pred.noun is None or pred.row is None:
            return False
        name, head = pred.row.concept.name, self.attachment.head(pred.noun)
        if pred.lemma == "独立" and not self.attachment.is_party(head.text) and pred.noun is head:
            return True  # 独立した調査
        if pred.lemma == "一致" and pred.form.past and not self.attachment.is_party(head.text):
            return True  # 一致した見解
        plain = not (pred.form.past or pred.form.ongoing or pred.form.passive or pred.negative)
        if plain and pred.row.concept.type in _STANDING and pred.row.concept.kind in {"event", "state"}:
            return True  # 駐留する部隊, 大統領を支持する若者, 資産凍結を柱とする案
        if name in {"expect", "apply"}:
            return True  # 予定されている会談, 国土の3分の2にあたる地域
        if pred.row.concept.type == "CONSULT" and pred.form.past and head.tail in {"は", "も", "が"}:
            return self.attachment.is_party(head.text)  # 首都を訪れた首相は
        if name in _MADE:
            return head.text.endswith((*PAPERS, *INSTRUMENTS, *occasions())) and head.tail in {"で", "は", "が", ""}
        going = pred.form.past or pred.form.ongoing or pred.form.passive
        if name in _LASTING or (name == "acknowledge" and self._told_here(pred)):
            return not going
        return name == "arm_up" and pred.lemma == "武装"

    def _interviewed(self, pred: Pred) -> bool:
        """Ask: does a clause only say that somebody gave an interview (取材に応じた村長は、…と語った)?"""
        if pred.lemma not in {"応じる", "答える"} or pred.link not in {"rel", "cont", "bare"} or pred.negative:
            return False
        marks = self.attachment.frames[pred.index].taken
        return any(t.mark == "に" and t.chunk.text.endswith(("取材", *occasions())) for t in marks)

    def _told_here(self, pred: Pred) -> bool:
        """Ask: does the predicate take up words with と (必要と認める)?"""
        return any(p.parent is pred and p.link == "quote" for p in self.attachment.preds)

    def _salvages(self, pred: Pred) -> bool:
        """Ask: is it wreckage that is lifted, not troops that go (現場で引き揚げた残骸)?"""
        if pred.lemma not in {"引き揚げる", "引き上げる"} or pred.link not in {"rel", "cont"}:
            return False
        lifted = [t.chunk for t in self.attachment.frames[pred.index].taken if t.mark in {"を", "が"}]
        return any(c.text.endswith(_WRECKAGE) for c in [*lifted, *([pred.noun] if pred.noun is not None else [])])

    @staticmethod
    def _no_target(taken: Taken, pred: Pred) -> bool:
        """Ask: is it shots, a weapon or a limb, not who is hit (約170発を砲撃, 機関砲を撃つ, 腕を撃たれる)?"""
        hits = pred.row is not None and pred.row.concept.name in _FIRES
        limb = "れ" in pred.chunk.tail and taken.chunk.text in _LIMBS
        return taken.chunk.last.text == "発" or limb or (hits and taken.chunk.text.endswith(WEAPONS))

    def _affected(self, taken: Taken, pred: Pred) -> bool:
        """Ask: is it only what of theirs is touched, where those who suffer are named (船が進路を阻まれる)?"""
        if taken.mark != "を" or not pred.form.passive or self.attachment.is_party(taken.chunk.text):
            return False
        held = self.attachment.frames[pred.index].subject()
        return held is not None and self.attachment.is_party(held.chunk.text)

    def _plans(self, taken: Taken) -> bool:
        """Ask: is it a plan or a view (狙いは橋を落とすことだ), which does nothing?"""
        chunk = taken.chunk
        if taken.mark != "が" or chunk.tail != "は" or self.attachment.is_party(chunk.text):
            return False
        cue = noun_cue(chunk)
        return cue is not None and cue.effect.partition("|")[0] == "intended"

    def _breaks_down(self, taken: Taken, pred: Pred) -> bool:
        """Ask: is it a thing that stops by itself (送電線が停止した), which does nothing?"""
        stops = pred.row is not None and pred.row.concept.name == "cease" and pred.lemma in {"停止", "止まる"}
        alone = stops and taken.mark == "が" and not self.attachment.frames[pred.index].has("を")
        return alone and not pred.light and not self.attachment.is_party(taken.chunk.text)

    def _measures(self, pred: Pred) -> bool:
        """Ask: does a verb only say how much or how many (画定済みは520キロにとどまる, 負傷者は180人を超える)?"""
        before = self.attachment.chunks[pred.chunk.index - 1] if pred.chunk.index else None
        if before is None or pred.lemma not in _AMOUNTS or before.tail not in {"に", "を"} or before.date is not None:
            return False
        known = pred.row is not None and pred.row.concept.name != "stay"
        return (
            not known
            and not _TOLL & {t.chunk.text for t in self.attachment.frames[pred.index].taken}
            and any(t.pos == "num" for t in before.content)
        )

    def _gestures(self, pred: Pred) -> bool:
        """Ask: is it what somebody does who speaks or feels, in the words of an idiom (声を潜める, 肩を落とす)?"""
        before = self.attachment.chunks[pred.chunk.index - 1] if pred.chunk.index else None
        return before is not None and not pred.used and before.tail in {"を", "が"} and before.text in _BODY

    def _manner(self, pred: Pred) -> bool:
        """Ask: does a verb no table knows only say how the next deed is done (机を据えて話し合う, 武器を持たずに)?"""
        if pred.link == "cont" and pred.parent is not None and pred.parent.link in {"rel", "noun"}:
            return True
        if pred.link == "cond" and pred.form.tail in {"まで", "までは"}:
            return True
        if pred.link == "cond":
            return pred.copula and pred.chunk.tail.endswith(("ても", "でも"))
        if pred.chunk.tail.endswith("の") and not pred.chunk.tail.endswith("との"):
            return True  # 戻ったばかりの兵士
        return pred.link == "cont" and not pred.chunk.comma and pred.chunk.tail in {"て", "で", "ずに", "して"}

    def _has_content(self, pred: Pred) -> bool:
        """Does it govern an event that is stated by itself?"""
        inner = [*self.nominals, *(p for p in self.attachment.preds if p.link in {"nom", "quote"})]
        return any(p.parent is pred and p.absorbed is None for p in inner)

    def _open(self, pred: Pred, words: set[str]) -> bool:  # noqa: PLR0911
        """Is a predicate outside of the lexicon stated all the same?"""
        if pred.negative and pred.used and pred.lemma in NOTHING:
            return pred.link != "rel"
        if pred.lemma in EXIST and (self._is_there(pred) or self._there_was(pred)):
            return True
        if pred.light:
            return pred.link != "rel" or pred.form.past or pred.form.ongoing
        if pred.link == "noun" and pred.copula and pred.cue is not None and not words & _EMPTY:
            return pred.cue.effect != "none"  # 工作船だったとの見方
        if pred.link == "noun" and self._alleged(pred):
            return True
        if pred.link in {"rel", "noun"} or words & _EMPTY:
            return False
        if self._manner(pred) or (self.operators.headline and pred.link == "final" and pred.lemma in _TITLES):
            return False
        if {pred.lemma, pred.chunk.text} & content_words("grammar"):
            return pred.link == "cond" and pred.form.shape == "仮定形" and pred.chunk.last.pos in {"verb", "helper"}
        if (pred.copula or pred.chunk.last.pos == "adj") and not underway(pred.chunk):
            return pred.link == "cond" or (pred.link == "quote" and pred.copula) or self._judges(pred)
        return True

    def _alleged(self, pred: Pred) -> bool:
        """Ask: is it a deed somebody is said to have done to somebody (記者を尾行したとの疑惑)?"""
        frame = self.attachment.frames[pred.index]
        told = pred.cue is not None and pred.cue.effect.partition("|")[0] in {"claim", "possible"}
        return told and pred.form.past and not pred.copula and frame.has("を") and frame.subject() is not None

    def _is_there(self, pred: Pred) -> bool:
        """Ask: does it say where somebody or something is (漁船は領海にいた)? Then the place is part of the trigger."""
        frame = self.attachment.frames[pred.index]
        where = next(
            (t for t in frame.taken if t.mark == "に" and t.own and t.chunk.index == pred.chunk.index - 1), None
        )
        if where is None or pred.link in {"rel", "noun"} or frame.subject() is None or pred.negative or pred.light:
            return False
        if not where.chunk.text.endswith((*GROUND, *_SIDES)):
            return False
        pred.start = where.chunk.content[0].start
        pred.used.add(where.chunk.index)
        frame.taken.append(Taken(where.chunk, "place"))
        return True

    def _there_was(self, pred: Pred) -> bool:
        """Ask: does somebody say that there was something (選挙で不正があったと訴えた)? It is part of the trigger."""
        held = self.attachment.frames[pred.index].subject()
        if pred.link != "quote" or not pred.form.past or pred.negative or held is None or not held.own or held.shared:
            return False
        if held.chunk.index != pred.chunk.index - 1 or held.chunk.tail != "が":
            return False
        pred.start = held.chunk.content[0].start
        pred.used.add(held.chunk.index)
        return True

    def _judges(self, pred: Pred) -> bool:
        """Ask: is it a judgement: what a thing may be or would be (工作船だった可能性が高い, 判断は妥当だろう)?"""
        subject = self.attachment.frames[pred.index].subject()
        if subject is None and not pred.holders:
            return False
        put = any(op.effect in {"possible", "forecast", "claim", "denied"} for op in self.operators.own(pred)[0])
        return put and pred.link in {"final", "cont", "adv", "quote", "reason"}
