"""Rules as data: what they are without being told."""

from guide.core.safety_facts import Ceiling, Rule


def test_a_rule_without_words_of_its_own_selects_everything_and_limits_nothing() -> None:
    rule = Rule(id="a.b", text="", sources=(), confidence="")
    selectors = (rule.acts, rule.muscles, rule.zones, rule.regions, rule.tools, rule.postures)
    assert not any((*selectors, rule.classes, rule.stretches, rule.given, rule.refuse))
    assert rule.ceiling == Ceiling() == Ceiling(None, None, None, None, None, None, None)
