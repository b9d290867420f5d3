"""The director's decision: a page of its own, made after the seal and carrying the code that it answers."""

from __future__ import annotations

from smes_panel.model.closing import Verdict, shown
from smes_panel.model.decision import Outcome
from smes_panel.model.minutes import Deliberated, MinutesFacts, Signed
from smes_panel.model.panel import Role
from smes_panel.paper import prose
from smes_panel.paper.minutes import words as w
from smes_panel.paper.minutes.flow import LEFT, RIGHT, Block, Flow
from smes_panel.paper.minutes.minutes import foot, outcome_said, signed_said, when, wordmark
from smes_panel.paper.press import Face, Imprint, Press, wrapped

_ANSWER = 64.0
"""What the answer and the words under it take, in millimetres."""


def decision_pdf(facts: MinutesFacts) -> bytes:
    """The page as a PDF (PDF/A-2b). Raises ValueError where the act of the minutes is not closed."""
    seal = facts.seal
    if seal is None:
        raise ValueError("nothing is sealed that could be answered")
    say = facts.language
    one = next(each for each in facts.deliberated if each.act == facts.act)
    title = f"{w.DECISION.said(say)} · {facts.title}"
    subject = f"smes-panel {facts.act.name} {seal.number} {seal.code}"
    press = Press(Imprint(title, facts.organisation, say, facts.dated, subject))
    flow = Flow()
    day, hour = when(seal.at, say)
    act = (
        w.PROMOTION.said(say).format(key=facts.act.promoted)
        if facts.act.promoted
        else w.ACTS[facts.act.stage].said(say)
    )
    said = w.ANSWERS_CODE.said(say).format(
        code=shown(seal.code), words=" · ".join(seal.words), act=act, n=seal.number, day=day, hour=hour
    )
    flow.space(2)
    flow.paragraph(said, gap=4)
    _decided(flow, one, facts)
    # A block like the others: it goes over to a page of its own rather than over the table.
    flow.blocks.append(Block(_ANSWER, lambda press, top: _answer(press, facts, seal.signed, top + 6)))
    pages = flow.pages()
    for number, page in enumerate(pages, 1):
        wordmark(press, facts.organisation)
        if number == 1:
            press.write(LEFT, 32.6, w.DECISION.said(say), Face.LETTER_TITLE, 20)
            press.write(
                LEFT,
                39.4,
                wrapped(facts.title, Face.LETTER, 11.6, RIGHT - LEFT)[0] if facts.title else "",
                Face.LETTER,
                11.6,
            )
        for top, block in page:
            block.draw(press, top)
        foot(press, facts, number, len(pages))
        press.turn()
    return press.bytes()


def _decided(flow: Flow, one: Deliberated, facts: MinutesFacts) -> None:
    say = facts.language
    rows = [[each.application, outcome_said(each, say), each.reason] for each in one.proposed]
    if rows:
        flow.table([(w.KEY.said(say), 0.0), (w.PROPOSAL.said(say), 15.0), (w.REASON.said(say), 52.0)], rows)
    for each in one.proposed:
        if each.outcome is Outcome.SELECTED and each.name:
            flow.paragraph(w.ENGAGED.said(say).format(name=each.name, key=each.application), face=Face.LETTER_STRONG)
    if facts.reserve_until and any(each.outcome is Outcome.RESERVE for each in one.proposed):
        flow.paragraph(w.RESERVE_UNTIL.said(say).format(day=facts.reserve_until))


def _answer(press: Press, facts: MinutesFacts, signed: Signed | None, top: float) -> None:
    """The two boxes, ticked where the answer is known, and the room to sign on paper."""
    say = facts.language
    press.frame(LEFT, top, RIGHT - LEFT, 44, weight=0.35, radius=2)
    for place, (words, ticked) in enumerate(
        (
            (w.FOLLOWS, signed is not None and signed.verdict is not Verdict.REFUSED),
            (w.REFUSES, signed is not None and signed.verdict is Verdict.REFUSED),
        )
    ):
        y = top + 5 + 9 * place
        press.frame(LEFT + 5, y, 4.4, 4.4, weight=0.35)
        if ticked:
            press.line(LEFT + 6, y + 1, LEFT + 8.4, y + 3.4, 0.5)
            press.line(LEFT + 8.4, y + 1, LEFT + 6, y + 3.4, 0.5)
        end = press.write(LEFT + 12, y + 3.6, words.said(say), Face.LETTER, 10.6)
        if place == 1:
            reason = signed.reason if signed is not None else ""
            line = wrapped(reason, Face.LETTER, 10.2, RIGHT - end - 8)[0] if reason else ""
            press.write(end + 3, y + 3.6, line, Face.LETTER, 10.2)
            press.line(end + 3, y + 4.6, RIGHT - 5, y + 4.6, 0.15)
    director = next((seat.name for seat in facts.seats if seat.role is Role.DIRECTOR), "")
    press.write(LEFT + 5, top + 28, w.SIGN_HERE.said(say), Face.LETTER_STRONG, 9.3)
    press.write(LEFT + 5, top + 33, director, Face.LETTER, 10.2)
    press.line(LEFT + 70, top + 38, LEFT + 124, top + 38, 0.15)
    press.write(LEFT + 130, top + 28, w.DATE.said(say), Face.LETTER_STRONG, 9.3)
    press.line(LEFT + 130, top + 38, RIGHT - 5, top + 38, 0.15)
    if signed is not None:
        press.write(LEFT + 70, top + 36.6, signed_said(signed, say)[:80], Face.LETTER, 7.6)
        press.write(LEFT + 130, top + 36.6, prose.day(signed.at.date(), say), Face.LETTER, 8.6)
    for place, line in enumerate(wrapped(w.ELECTRONIC.said(say), Face.LETTER, 7.8, RIGHT - LEFT)):
        press.write(LEFT, top + 50 + 3.6 * place, line, Face.LETTER, 7.8)
