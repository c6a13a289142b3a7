"""English trap sentences: what is denied, demanded, threatened, supposed or foretold is never read as done."""

from __future__ import annotations

from datetime import date

import pytest

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.records import Statement

ANY = "*"
# sentence, words of the trigger, modalities that are right, polarity, words of the actor, words of the source
TRAPS: tuple[tuple[str, str, str, str, str, str], ...] = (
    # plain assertions
    ("Peruvian troops seized the outpost on Monday.", "seized", "fact", "positive", "Peruvian troops", "AUTHOR"),
    (
        "The village was shelled by Syrian artillery overnight.",
        "was shelled",
        "fact",
        "positive",
        "Syrian artillery",
        "AUTHOR",
    ),
    (
        "Chad recalled its envoy after French troops killed two soldiers.",
        "killed",
        "fact",
        "positive",
        "French troops",
        "AUTHOR",
    ),
    (
        "India and Pakistan exchanged prisoners on Friday.",
        "exchanged prisoners",
        "fact",
        "positive",
        "India and Pakistan",
        "AUTHOR",
    ),
    (
        "The bridge, held by rebels since May, was retaken by the army.",
        "was retaken",
        "fact",
        "positive",
        "the army",
        "AUTHOR",
    ),
    ("Kenya sent troops to the border and closed two crossings.", "closed", "fact", "positive", "Kenya", "AUTHOR"),
    ("An airborne regiment mutinied over unpaid wages.", "mutinied", "fact", "positive", "regiment", "AUTHOR"),
    ("Georgia accused Russia of moving a boundary post.", "accused", "fact", "positive", "Georgia", "AUTHOR"),
    ("Mali demanded that French soldiers leave the base.", "demanded", "fact", "positive", "Mali", "AUTHOR"),
    ("Serbia flatly denied shelling the town.", "denied", "fact", "positive", "Serbia", "AUTHOR"),
    (
        "Gunmen in an unmarked lorry fired on a patrol of the border guard.",
        "fired on",
        "fact",
        "positive",
        "Gunmen",
        "AUTHOR",
    ),
    ("Two sailors were wounded in a clash off the reef.", "were wounded", "fact", "positive", ANY, "AUTHOR"),
    ("Greece lodged a protest with Ankara.", "lodged a protest", "fact", "positive", "Greece", "AUTHOR"),
    ("Togo's navy boarded a tanker and detained its crew.", "detained", "fact", "positive", "navy", "AUTHOR"),
    # denials
    ("Serbia flatly denied shelling the town.", "shelling", "denied", "negative", "Serbia", "Serbia"),
    ("Turkey denied that its jets had bombed the camp.", "had bombed", "denied", "negative", "its jets", "Turkey"),
    (
        "Georgian officials dismissed reports that tanks had entered Gori.",
        "had entered",
        "denied",
        "negative",
        "tanks",
        "Georgian officials",
    ),
    (
        "Moscow denied that its planes had left the route or violated a border.",
        "violated",
        "denied",
        "negative",
        ANY,
        "Moscow",
    ),
    ("The emir denied that he was planning to annex the islands.", "annex", "denied", "negative", ANY, "emir"),
    (
        "Kinshasa says Rwandan troops crossed the river, a charge Kigali rejects.",
        "crossed",
        "claim",
        "positive",
        "Rwandan troops",
        "Kinshasa",
    ),
    # demands, appeals, orders
    ("Mali demanded that French soldiers leave the base.", "leave", "demanded", "positive", "French soldiers", "Mali"),
    ("The council called on Russia to withdraw its troops.", "withdraw", "requested", "positive", "Russia", "council"),
    ("Paris urged both sides to show restraint.", "to show restraint", "requested", "positive", "both sides", "Paris"),
    ("The king ordered the guards not to fire.", "not to fire", "ordered", "negative", "the guards", "The king"),
    ("The general told the brigade to withdraw.", "to withdraw", "ordered", "positive", "the brigade", "The general"),
    (
        "The demand that Serbian troops leave Kosovo was rejected.",
        "leave",
        "demanded",
        "positive",
        "Serbian troops",
        ANY,
    ),
    (
        "Parliament authorised the government to send troops abroad.",
        "to send troops",
        "authorised",
        "positive",
        "government",
        "Parliament",
    ),
    # threats and promises
    (
        "Armenia threatened to close its airspace.",
        "to close its airspace",
        "threatened",
        "positive",
        "Armenia",
        "Armenia",
    ),
    ("Iran vowed to retaliate for the strike.", "to retaliate", "threatened", "positive", "Iran", "Iran"),
    (
        "Both governments promised to pull back their tanks.",
        "to pull back",
        "agreed",
        "positive",
        "Both governments",
        "Both governments",
    ),
    # conditions
    (
        "If Pakistani troops cross the line, India will respond.",
        "cross the line",
        "conditional",
        "positive",
        "Pakistani troops",
        ANY,
    ),
    ("Should that happen, Guyana could invade nobody.", "could invade", "possible", "positive", "Guyana", "AUTHOR"),
    (
        "Had the patrol opened fire, the crisis would have escalated.",
        "opened fire",
        "conditional",
        "positive",
        "the patrol",
        ANY,
    ),
    (
        "Unless Mali releases the prisoners, Togo will close the road.",
        "releases",
        "conditional",
        "positive",
        "Mali",
        ANY,
    ),
    ("Members must assist an ally that is attacked.", "is attacked", "conditional", "positive", ANY, ANY),
    ("In the event of an attack on Estonia, forces would be deployed.", "attack", "conditional", "positive", ANY, ANY),
    # forecasts, possibilities, plans
    ("Full-scale war is unlikely.", "war", "forecast", "negative", ANY, "AUTHOR"),
    ("A raid on the post remains possible.", "raid", "possible", "positive", ANY, "AUTHOR"),
    (
        "The United States may send a carrier to the gulf.",
        "send",
        "possible",
        "positive",
        "The United States",
        "AUTHOR",
    ),
    ("Eritrea is expected to withdraw its troops.", "withdraw", "expected", "positive", "Eritrea", ANY),
    ("The general staff plans to deploy two brigades.", "deploy", "intended", "positive", "general staff", ANY),
    ("Saudi Arabia is considering whether to send troops.", "send troops", "possible", "positive", "Saudi Arabia", ANY),
    ("France has no plans to send soldiers to Niger.", "to send soldiers", "denied", "negative", "France", ANY),
    ("Sudan will keep the land.", "will keep", "forecast", "positive", "Sudan", "AUTHOR"),
    ("Officials fear an invasion.", "invasion", "possible", "positive", ANY, "Officials"),
    # negation
    ("The rebels did not attack the convoy.", "attack", "fact", "negative", "The rebels", "AUTHOR"),
    ("The rebels failed to capture the airport.", "capture", "fact", "negative", "The rebels", "AUTHOR"),
    ("Without firing a shot, the soldiers occupied the ridge.", "firing", "fact", "negative", ANY, "AUTHOR"),
    ("No one has been arrested.", "arrested", "fact", "negative", ANY, "AUTHOR"),
    ("Not a shot was fired, a spokesman said.", "was fired", "claim", "negative", ANY, "spokesman"),
    (
        "There is no evidence that militiamen crossed the border.",
        "crossed the border",
        "possible",
        "negative",
        "militiamen",
        ANY,
    ),
    ("Neither Iran nor Iraq attacked the port.", "attacked", "fact", "negative", ANY, "AUTHOR"),
    # sources and quotations
    (
        "Russian missiles struck a plant, the governor said.",
        "struck",
        "claim",
        "positive",
        "Russian missiles",
        "the governor",
    ),
    (
        "According to a news site, which cites officers, rebels took the town.",
        "took",
        "claim",
        "positive",
        "rebels",
        "officers",
    ),
    ('"They shelled us all night," said Maria.', "shelled", "claim", "positive", ANY, "Maria"),
    (
        '"We crossed no border," the minister said. "Our soldiers stayed on our soil."',
        "stayed",
        "claim",
        "positive",
        "Our soldiers",
        ANY,
    ),
    (
        "Azerbaijan is said to have moved artillery into the corridor.",
        "moved",
        "claim",
        "positive",
        "Azerbaijan",
        "unnamed sources",
    ),
    ("A convoy was reportedly attacked by bandits.", "attacked", "claim", "positive", "bandits", "unnamed sources"),
    # questions
    ("Did Rwandan soldiers enter the city?", "enter", "question", "positive", "Rwandan soldiers", "AUTHOR"),
    ("It is not known whether anybody was hurt.", "was hurt", "question", "positive", ANY, "AUTHOR"),
    ("It is not clear who fired first.", "fired", "question", "positive", ANY, "AUTHOR"),
    # opinion, duty, history
    ("Cambodia should withdraw its forces.", "withdraw", "opinion", "positive", "Cambodia", "AUTHOR"),
    (
        "Under the protocol the guarantors must assist each other.",
        "assist",
        "obligation",
        "positive",
        "guarantors",
        "the protocol",
    ),
    ("In 1974 Turkey invaded Cyprus.", "invaded", "background", "positive", "Turkey", "AUTHOR"),
)


def statements(text: str) -> tuple[Statement, ...]:
    """Read a text published in May 2024, without a gazetteer."""
    report, _ = receive(text.encode(), published=date(2024, 5, 15))
    assert report is not None
    return read(report, gazetteer=NoPlaces())[0].statements


def found(text: str, words: str) -> Statement:
    """Give the statement whose trigger shares the given words."""
    at = text.index(words)
    hits = [s for s in statements(text) if s.trigger.span[0] < at + len(words) and at < s.trigger.span[1]]
    assert hits, f"nothing is read at {words!r}"
    return max(hits, key=lambda s: min(s.trigger.span[1], at + len(words)) - max(s.trigger.span[0], at))


@pytest.mark.parametrize(
    ("text", "words", "modality", "polarity", "actor", "source"), TRAPS, ids=[t[0][:50] for t in TRAPS]
)
def test_a_trap_is_read_as_it_is_put(
    text: str, words: str, modality: str, polarity: str, actor: str, source: str
) -> None:
    """Each sentence is put as its words put it, by who acts and who vouches for it."""
    statement = found(text, words)
    assert statement.modality in modality.split("/")
    assert statement.polarity == polarity
    if actor != ANY:
        assert statement.actor is not None
        assert actor in (statement.actor.text or "")
    if source != ANY:
        assert source in (statement.source.text or statement.source.id)


@pytest.mark.parametrize(
    "text", [t[0] for t in TRAPS if t[2] not in {"fact", "background", "opinion"}], ids=lambda t: t[:50]
)
def test_an_actor_outside_of_its_clause_is_flagged(text: str) -> None:
    """What is not flagged inherited has a span inside its sentence, and the span's words are the actor's."""
    for s in statements(text):
        if s.actor is not None and not s.actor.inherited:
            assert s.actor.span is not None
            assert s.sentence[0] <= s.actor.span[0] <= s.actor.span[1] <= s.sentence[1]


@pytest.mark.parametrize(
    ("text", "words", "actor", "recipient"),
    [
        ("Kuwait was invaded by Iraq.", "was invaded", "IRQ", "KWT"),
        ("Manila accused Beijing of ramming a Philippine boat.", "ramming", "CHN", "PHL"),
        ("Malian rebels were attacked by French jets.", "were attacked", "FRA", "MLI"),
        ("Six soldiers were ambushed and killed by gunmen.", "were ambushed", "REB", "MIL"),
    ],
)
def test_passive_and_active_keep_who_acts_and_who_suffers(text: str, words: str, actor: str, recipient: str) -> None:
    """The one who acts is never taken for the one acted on."""
    statement = found(text, words)
    assert statement.actor is not None
    assert statement.recipient is not None
    assert actor in statement.actor.id.split()
    assert recipient in statement.recipient.id.split()
