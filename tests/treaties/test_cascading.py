"""What might follow: hypothetical steps after an incident, the provisions they engage, and where it stops."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date

import pytest
from tests.treaties.made import RAID_FACTS, Grounds

from casus.errors import Problem
from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import Cascade, CascadeNode, Case, CasePlace, Engaged, Incident, Request, Step
from casus.treaties import cascade, cascade_svg, cascade_text, load_law, parse_step

DAY = date(2021, 9, 1)
AREA = {"Ankara": {"nat-art-6"}}
OWNERS = {"the pass": "ARM", "Baku": "AZE", "Ankara": "TUR", "Moscow": "RUS", "Shusha": "AZE", "Hill 12": "AZE"}
GROUNDS = Grounds(OWNERS, AREA, held={"Hill 12": "ARM"}, disputed={"the pass": {"ARM": "yes", "AZE": "no"}})


def border(*requests: Request, facts: dict[str, str] | None = None) -> Incident:
    """Make an incident: Azerbaijani troops attack Armenians at a pass."""
    one = Case(
        id="pass",
        on=DAY,
        attacker=("AZE",),
        victim=("ARM",),
        place=CasePlace(name="the pass"),
        facts={n: Truth(v) for n, v in (RAID_FACTS if facts is None else facts).items()},
    )
    return Incident(id="border", cases=(one,), requests=requests)


def follow(
    *steps: str, depth: int | None = None, incident: Incident | None = None
) -> tuple[Cascade, tuple[Problem, ...]]:
    """Follow steps after the incident under the package's law."""
    read = [parse_step(s) for s in steps]
    taken = tuple(s for s in read if isinstance(s, Step))
    assert len(taken) == len(steps)
    return cascade(incident or border(), taken, law=load_law()[0], places=GROUNDS, depth=depth)


def walk(node: CascadeNode) -> Iterator[CascadeNode]:
    """Go through a cascade's stages, parents first."""
    yield node
    for child in node.next:
        yield from walk(child)


def stage(found: Cascade, says: str) -> CascadeNode:
    """Give the stage that says so."""
    return next(n for n in walk(found.root) if n.says.startswith(says))


def duty(node: CascadeNode, treaty: str, provision: str) -> Engaged:
    """Give a provision of a stage."""
    return next(e for e in (*node.engaged, *node.shut) if (e.treaty, e.provision) == (treaty, provision))


CHAIN = ("RUS:helps", "RUS:attacks:Azerbaijan", "TUR:helps", "RUS:attacks:Turkey")


def test_help_on_the_victims_soil_leaves_the_attackers_ally_out_of_it() -> None:
    """Turkey's duty to Azerbaijan stays shut while Russia helps Armenia on Armenian ground, and says when it opens."""
    helped = stage(follow("RUS:helps")[0], "Russia helps Armenia")
    shut = duty(helped, "tur-aze-2010", "art-2")
    assert (shut.answer, shut.obliged, shut.beneficiary) == (NO, ("TUR",), ("AZE",))
    assert "the question opens if the soil of Azerbaijan is struck" in shut.why
    assert helped.case is None
    assert helped.assumes == ("the help stays on the soil of Armenia",)
    assert helped.engaged == ()


def test_the_help_itself_must_be_lawful_and_asked_for() -> None:
    """Whether it was an armed attack, whether help was asked for, and whose ground it is are named."""
    asked = Request(by="ARM", to="RUS", asks="military_help", on=DAY)
    helped = stage(follow("RUS:helps", incident=border(asked))[0], "Russia helps Armenia")
    assert helped.right
    assert (helped.right.answer, helped.right.cite, helped.right.obliged) == (YES, "Article 51", ("RUS",))
    told = " / ".join(helped.questions)
    assert "armed attack (it was)" in told
    assert "ARM asked RUS for military help" in told
    assert "seen otherwise by Azerbaijan" in told
    unfought = stage(follow("RUS:helps", incident=border(facts={"act.fire_opened": "no"}))[0], "Russia helps Armenia")
    assert "no request is known" in " / ".join(unfought.questions)
    assert "(it was)" not in " / ".join(unfought.questions)


def test_a_strike_on_the_attackers_soil_opens_its_allys_duty_and_names_own_fault() -> None:
    """Once Azerbaijani soil is struck Turkey's duty is open, on at most three facts, and Azerbaijan's part is asked."""
    struck = stage(follow(*CHAIN)[0], "Russia attacks Azerbaijan")
    opened = duty(struck, "tur-aze-2010", "art-2")
    assert (opened.answer, opened.obliged, opened.beneficiary) == (UNKNOWN, ("TUR",), ("AZE",))
    assert opened.conditions
    assert all(1 <= len(c.set) <= 3 and c.says for c in opened.conditions)
    assert any(c.answer is YES and ("act.persons_killed", "yes") in c.set for c in opened.conditions)
    assert struck.questions[0].startswith("own fault: Azerbaijan is itself the attacker at the pass")
    assert "lawful self-defence for Armenia" in struck.questions[0]
    assert struck.case is not None
    assert (struck.case.attacker, struck.case.victim) == (("RUS",), ("AZE",))
    assert "Baku stands for the soil of Azerbaijan" in struck.assumes


def test_the_treaty_area_shuts_for_forces_abroad_and_opens_at_home() -> None:
    """The North Atlantic Treaty does not cover Turkish forces in Azerbaijan, and does cover a strike on Turkey."""
    found, problems = follow(*CHAIN)
    assert problems == ()
    abroad = duty(stage(found, "if Russia fires on the forces of Turkey"), "nat-1949", "art-5")
    assert (abroad.answer, abroad.why) == (NO, "it is outside the treaty area")
    home = stage(found, "Russia attacks Turkey")
    at_home = duty(home, "nat-1949", "art-5")
    assert (at_home.answer, at_home.beneficiary) == (UNKNOWN, ("TUR",))
    assert any(c.answer is YES for c in at_home.conditions)
    assert home.questions[0].startswith("lawful help: Turkey is struck as the helper of Azerbaijan")


def test_those_called_next_are_named_and_it_stops() -> None:
    """After the last step the allies who might be called are named; helping ends there unless they strike back."""
    found, _ = follow(*CHAIN)
    allies = stage(found, "ALB, BEL")
    assert allies.kind == "called"
    assert "might be called to help Turkey" in allies.says
    assert allies.stops.startswith("help to a victim on its own soil is an attack on nobody")
    assert "if they struck its soil, asked about would be: Collective Security Treaty, Article 4" in allies.stops


def test_third_states_tied_to_both_sides_are_found() -> None:
    """Kazakhstan has duties to Armenia and to Azerbaijan; Turkey to one of them only."""
    both = {b.state: {t.to for t in b.ties} for b in follow()[0].root.both}
    assert both["KAZ"] == {"ARM", "AZE"}
    assert "TUR" not in both


def test_the_way_there_is_a_caveat_unless_a_row_says_so() -> None:
    """A base that a row names is told with its certainty; what no row knows is unverified."""
    assert "Gyumri" in stage(follow("RUS:helps")[0], "Russia helps").caveats[0]
    assert stage(follow("FRA:helps")[0], "France helps").caveats[0].startswith("unverified: whether France has a way")


def test_depth_cuts_the_tree_and_says_so() -> None:
    """Steps beyond the depth are not followed."""
    found, _ = follow(*CHAIN, depth=1)
    kinds = [n.kind for n in walk(found.root)]
    assert kinds == ["incident", "helps", "exposed"]
    assert stage(found, "Russia helps").stops == "as deep as was asked"
    bare, _ = follow(*CHAIN, depth=0)
    assert bare.root.next == ()
    assert bare.root.stops == "as deep as was asked"


def test_where_nothing_is_owed_it_stops_at_once() -> None:
    """An attack on a state that nobody must help ends the cascade with the reason."""
    found, _ = follow("RUS:attacks:CHE", depth=1)
    struck = stage(found, "Russia attacks Switzerland")
    assert struck.stops == "no duty to help is called up or open"


def test_a_strike_goes_where_the_words_say() -> None:
    """A place means its recognised owner, one's own ground whoever holds it, and no target the opponent's soil."""

    def victim(*steps: str) -> str:
        node = next(n for n in walk(follow(*steps)[0].root) if n.kind == "attacks")
        assert node.case
        return f"{node.case.victim[0]} at {node.case.place.name}"

    assert victim("RUS:attacks:Shusha") == "AZE at Shusha"
    assert victim("AZE:attacks:Hill 12") == "ARM at Hill 12"
    assert victim("RUS:helps", "RUS:attacks") == "AZE at Baku"
    assert victim("ARM:attacks") == "AZE at Baku"


@pytest.mark.parametrize(
    ("step", "says"),
    [
        ("RUS:attacks:Nowhere", "whose ground Nowhere is is not known (name the state it strikes)"),
        ("RUS:attacks:Russia", "a state does not attack itself here"),
        ("RUS:attacks:Moscow", "Moscow is Russia's own and held by it"),
        ("RUS:attacks", "whom Russia attacks is not said (name it)"),
        ("ARM:helps", "no case in which another state is attacked and ARM is no side"),
        ("RUS:helps:Atlantis", "'Atlantis' is not a state (help goes to a state)"),
    ],
)
def test_a_step_that_cannot_be_followed_is_a_problem(step: str, says: str) -> None:
    """The problem names the step and what is wrong, and what was found before it stays."""
    found, problems = follow(step)
    assert [p.line() for p in problems] == [f"step '{step}': {says}"]
    assert found.root.engaged
    assert found.root.stops.startswith("the next step cannot be followed")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("QQQ:helps", "step 'QQQ:helps': 'QQQ' is not a state"),
        ("Armenai:helps", "'Armenai' is not a state (did you mean 'Armenia'?)"),
        ("RUS:hits:AZE", "'hits' is not helps or attacks"),
        ("RUS", "'' is not helps or attacks"),
    ],
)
def test_a_step_that_cannot_be_read_is_refused(words: str, says: str) -> None:
    """A step is a state, helps or attacks, and perhaps a target."""
    read = parse_step(words)
    assert isinstance(read, Problem)
    assert says in read.line()


def test_an_incident_without_an_attacker_cannot_be_followed() -> None:
    """Nobody named: the cascade says so and holds nothing."""
    (one,) = border().cases
    unnamed = Incident(id="unnamed", cases=(Case(id="c", on=DAY, attacker=(), victim=("ARM",), place=one.place),))
    found, problems = cascade(unnamed, (), law=load_law()[0], places=GROUNDS)
    assert found.root.stops == "a cascade needs a case with an attacker and a victim"
    assert [p.what for p in problems] == [found.root.stops]


def test_the_tree_is_plain_and_complete_in_full() -> None:
    """The short tree has every stage and fits its width; in full every provision stands in it too."""
    found, _ = follow(*CHAIN)
    short, full = cascade_text(found), cascade_text(found, full=True)
    assert max(len(line) for line in (*short.splitlines(), *full.splitlines())) <= 100
    for node in walk(found.root):
        assert node.says.split(" at ")[0][:40] in " ".join(short.split())
    assert len(full.splitlines()) > len(short.splitlines())
    assert short.startswith("border: what might follow: every step is a supposition, none is a forecast\n")


def test_provisions_with_one_reason_stand_together() -> None:
    """Allies that stay out for the same reason are told in one line, each with who is obliged."""
    text = " ".join(cascade_text(follow(*CHAIN)[0]).replace("│", " ").split())
    told = text.split("shut towards RUS: ")[1].split(" help to Azerbaijan on its own soil")[0]
    assert "Collective Security Treaty, Article 4 (defence), ARM, BLR, KAZ, KGZ, TJK" in told
    assert "Russia–Kazakhstan Treaty 1992, article on help (defence), KAZ" in told


def test_the_drawing_is_well_formed_and_says_what_it_shows() -> None:
    """One SVG with title and description, no links out, and all words of the tree as text."""
    found, _ = follow(*CHAIN)
    drawn = cascade_svg(found)
    root = ET.fromstring(drawn)  # noqa: S314 - our own drawing
    space = "{http://www.w3.org/2000/svg}"
    title, desc = root.find(f"{space}title"), root.find(f"{space}desc")
    assert title is not None
    assert desc is not None
    assert root.get("role") == "img"
    assert (root.get("aria-labelledby") or "").split() == [title.get("id"), desc.get("id")]
    assert "Russia attacks Turkey" in (desc.text or "")
    assert "href" not in drawn
    words = " ".join(t.text or "" for t in root.iter(f"{space}text"))
    assert "own fault: Azerbaijan is itself the attacker" in words


def test_the_same_cascade_gives_the_same_bytes() -> None:
    """Twice the same input, twice the same output."""
    assert follow(*CHAIN) == follow(*CHAIN)
    assert cascade_text(follow(*CHAIN)[0]) == cascade_text(follow(*CHAIN)[0])
