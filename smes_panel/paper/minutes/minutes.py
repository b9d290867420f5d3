"""The minutes on paper: what was recorded, in the order in which it happened, under the code that it is sealed with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from smes_panel.model.closing import Verdict, shown
from smes_panel.model.decision import Outcome
from smes_panel.model.minutes import Deliberated, MinutesFacts, Proposed, Seal, Signed
from smes_panel.model.panel import Role
from smes_panel.model.settlement import BRUSSELS
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language, Words
from smes_panel.paper import prose
from smes_panel.paper.minutes import words as w
from smes_panel.paper.minutes.flow import LEFT, RIGHT, Flow
from smes_panel.paper.press import Face, Imprint, Press, width, wrapped

_LONGEST_CELL = 600


def minutes_pdf(facts: MinutesFacts) -> bytes:
    """The minutes as a PDF (PDF/A-2b); same facts, same bytes. Without a seal they are a draft, and say so."""
    say, seal = facts.language, facts.seal
    title = f"{w.TITLE.said(say)} · {facts.title}"
    subject = "" if seal is None else f"smes-panel {facts.act.name} {seal.number} {seal.code}"
    press = Press(Imprint(title, facts.organisation, say, facts.dated, subject))
    pages = _flowed(facts).pages()
    for number, page in enumerate(pages, 1):
        _heading(press, facts, first=number == 1)
        for top, block in page:
            block.draw(press, top)
        foot(press, facts, number, len(pages))
        press.turn()
    return press.bytes()


def wordmark(press: Press, organisation: str) -> None:
    """The name of the house at the head of a page."""
    end = press.write(LEFT, 20.4, _short(organisation, 60, Face.LETTER_TITLE, 19), Face.LETTER_TITLE, 19)
    press.fill(end + 1.4, 17.2, 3.2, 3.2, radius=0.8)


def foot(press: Press, facts: MinutesFacts, number: int, of: int) -> None:
    """What each page says of itself: which minutes, under which code, which page."""
    say, seal = facts.language, facts.seal
    press.line(LEFT, 279.4, RIGHT, 279.4, 0.25)
    reference = facts.reference or ""
    if seal is None:
        press.write(LEFT, 283.4, w.FOOT_DRAFT.said(say).format(reference=reference), Face.LETTER, 7.6)
        press.write_around(105, 283.4, w.DRAFT.said(say), Face.LETTER_STRONG, 7.6)
    else:
        day, hour = when(seal.at, say)
        said = w.FOOT.said(say).format(reference=reference, n=seal.number, day=day, hour=hour)
        press.write(LEFT, 283.4, said, Face.LETTER, 7.6)
        code = w.CODE.said(say).format(code=shown(seal.code), words=" · ".join(seal.words))
        # Between the two where there is room, else below them.
        middle = (LEFT + width(said, Face.LETTER, 7.6) + RIGHT - 18) / 2
        fits = width(code, Face.LETTER, 7.6) < RIGHT - 18 - LEFT - width(said, Face.LETTER, 7.6) - 4
        press.write_around(middle if fits else 105, 283.4 if fits else 287.2, code, Face.LETTER, 7.6)
    press.write_left_of(RIGHT, 283.4, w.PAGE.said(say).format(n=number, of=of), Face.LETTER, 7.6)


def when(at: datetime, say: Language) -> tuple[str, str]:
    """The day and the hour of an instant, as a sentence takes them."""
    local = at.astimezone(BRUSSELS)
    return prose.day(local.date(), say), prose.hour(local.time(), say)


def outcome_said(one: Proposed, say: Language) -> str:
    """What is proposed for a person, with its rank."""
    if one.outcome is Outcome.RESERVE and one.rank is not None:
        return w.RANKED.said(say).format(rank=one.rank)
    return w.OUTCOMES[one.outcome].said(say)


def _heading(press: Press, facts: MinutesFacts, *, first: bool) -> None:
    say = facts.language
    wordmark(press, facts.organisation)
    if not first:
        said = w.CONTINUED.said(say).format(reference=facts.reference or facts.title)
        press.write_left_of(RIGHT, 20.4, _short(said, 90, Face.LETTER, 8.4), Face.LETTER, 8.4)
        return
    kept = w.KEPT_UNTIL.said(say).format(day=facts.erase_on) if facts.erase_on else ""
    press.write_left_of(RIGHT, 20.4, f"{w.CONFIDENTIAL.said(say)} {kept}".strip(), Face.LETTER, 8.4)
    press.write(LEFT, 32.6, w.TITLE.said(say), Face.LETTER_TITLE, 20)
    if facts.seal is None:
        draft = w.DRAFT.said(say)
        press.frame(
            RIGHT - width(draft, Face.LETTER_STRONG, 9) - 6,
            27.2,
            width(draft, Face.LETTER_STRONG, 9) + 6,
            7,
            weight=0.4,
            radius=1,
        )
        press.write_left_of(RIGHT - 3, 32.0, draft, Face.LETTER_STRONG, 9)
    post = ", ".join(part for part in (facts.title, facts.contract) if part)
    press.write(LEFT, 39.4, wrapped(post, Face.LETTER, 11.6, RIGHT - LEFT)[0] if post else "", Face.LETTER, 11.6)


def _flowed(facts: MinutesFacts) -> Flow:
    say, flow = facts.language, Flow()
    held = ", ".join(f"{prose.day(one.day, say)} ({w.STAGES[one.stage].said(say)})" for one in facts.meetings)
    closes = "" if facts.closes_at is None else w.UNTIL.said(say).format(day=when(facts.closes_at, say)[0])
    pairs = ((w.REFERENCE, facts.reference or ""), (w.POSTING, closes), (w.MEETINGS, held or w.NO_MEETING.said(say)))
    flow.space(1.5)
    flow.facts([(name.said(say), said) for name, said in pairs if said])
    _panel(flow, facts)
    _received(flow, facts)
    _method(flow, facts)
    place = 4
    for one in facts.deliberated:
        _deliberated(flow, facts, one, place)
        place += 1
    _follow_up(flow, facts, place)
    _signatures(flow, facts, place + 1)
    return flow


def _panel(flow: Flow, facts: MinutesFacts) -> None:
    say = facts.language
    flow.heading(w.PANEL.said(say))
    days = facts.meetings[:5]
    columns = [(w.NAME.said(say), 0.0), (w.ROLE.said(say), 34.0)]
    columns += [(f"{one.day:%d/%m}", 58.0 + 11 * place) for place, one in enumerate(days)]
    columns.append((w.CONFLICTS.said(say), 60.0 + 11 * len(days)))
    rows = []
    for seat in facts.seats:
        there = [_there(one.present.get(seat.name), say) for one in days]
        said = "; ".join(
            w.CONFLICT.said(say).format(key=each.application, reason=each.reason)
            + (f" ({w.LEFT_ROOM.said(say)})" if each.stepped_out else "")
            for each in seat.conflicts
        )
        votes = seat.role in (Role.CHAIR, Role.MEMBER)
        rows.append(
            [seat.name, w.ROLES[seat.role].said(say), *there, said or (w.NO_CONFLICT if votes else w.NO_VOTE).said(say)]
        )
    flow.table(columns, rows)


def _there(came: bool | None, say: Language) -> str:
    return "" if came is None else (w.YES if came else w.NO).said(say)


def _received(flow: Flow, facts: MinutesFacts) -> None:
    say, one = facts.language, facts.received
    flow.heading(w.RECEIVED.said(say))
    total = prose.counted(len(one.applications), *w.APPLICATIONS[say.value], say)
    parts = [w.COUNTS.said(say).format(received=total, examined=len(one.examined))]
    for words, keys in ((w.LATE, one.late), (w.INADMISSIBLE, one.inadmissible), (w.WITHDRAWN, one.withdrawn)):
        if keys:
            parts.append(words.said(say).format(keys=prose.listed(keys, say)))
    parts += [w.MERGED.said(say).format(key=key, kept=kept) for key, kept in one.merged]
    flow.paragraph(" ".join(parts))
    for key, kind, reason, answer in one.exceptions:
        said = w.EXCEPTION.said(say).format(key=key, kind=w.EXCEPTIONS[kind].said(say), reason=_stop(reason))
        flow.paragraph(f"{said} {w.OTHERS.said(say).format(reason=_stop(answer))}" if answer else said)


def _method(flow: Flow, facts: MinutesFacts) -> None:
    say, one = facts.language, facts.method
    flow.heading(w.METHOD.said(say))
    weights = ""
    if one.weights is not None:
        low, high = (prose.number(value, say) for value in one.weights)
        weights = w.WEIGHTS.said(say).format(low=low, high=high)
    frozen = "" if one.frozen_on is None else w.FROZEN.said(say).format(day=prose.day(one.frozen_on, say))
    parts = [w.CRITERIA.said(say).format(n=one.criteria, essential=one.essential, weights=weights, frozen=frozen)]
    parts += [w.SCALE.said(say), w.ALONE.said(say)]
    if one.seed:
        parts.append(w.SEED.said(say).format(seed=one.seed[:8]))
    if one.blind_until is not None:
        parts.append(w.BLIND.said(say))
    flow.paragraph(" ".join([*parts, w.NO_MACHINE.said(say)]))


def _deliberated(flow: Flow, facts: MinutesFacts, one: Deliberated, place: int) -> None:
    say = facts.language
    promoted = one.act.promoted
    name = w.PROMOTION.said(say).format(key=promoted) if promoted else w.ACTS[one.act.stage].said(say)
    flow.heading(f"{place}. {name}")
    if one.opened_on is not None:
        said = [w.OPENED.said(say).format(day=prose.day(one.opened_on, say))]
        if one.missing:
            said.append(w.OPENED_WITHOUT.said(say).format(missing=one.missing, reason=_stop(one.reason)))
        flow.paragraph(" ".join(said))
    if one.act.stage is Stage.SCREENING:
        for outcome in (Outcome.INVITED, Outcome.NOT_SHORTLISTED, Outcome.WITHDRAWN):
            keys = [each.application for each in one.proposed if each.outcome is outcome]
            if keys:
                what = w.OUTCOMES[outcome].said(say)
                flow.paragraph(w.TALLY.said(say).format(what=f"{what} ({len(keys)})", keys=prose.listed(keys, say)))
    _proposals(flow, one, say)
    for said_of in (_minority(one, say), _apart(one, say), _concluded(one, say), one.said, _sealed(one, say)):
        for sentence in said_of:
            flow.paragraph(sentence)


def _proposals(flow: Flow, one: Deliberated, say: Language) -> None:
    rows: list[list[str]] = []
    bold = -1
    for each in one.proposed:
        if each.outcome is Outcome.INVITED and not (each.reason or each.minority or each.agreeing):
            continue
        if each.outcome is Outcome.SELECTED:
            bold = len(rows)
        numbers = f" ({w.CRITERIA_OF.said(say).format(numbers=', '.join(each.criteria))})" if each.criteria else ""
        agreed = w.OF.said(say).format(n=each.agreeing, of=each.of) if each.agreeing or each.minority else ""
        who = f"{each.name}" if each.name else ""
        rows.append([each.application, who, outcome_said(each, say), _cell(f"{each.reason}{numbers}"), agreed])
    if not rows:
        return
    named = any(row[1] for row in rows)
    columns = [(w.KEY.said(say), 0.0), (w.NAME.said(say) if named else "", 14.0)]
    at = 48.0 if named else 14.5
    columns += [(w.PROPOSAL.said(say), at), (w.REASON.said(say), at + 31), (w.AGREEMENT.said(say), 152.0)]
    flow.table(columns, rows, bold=bold)


def _minority(one: Deliberated, say: Language) -> Iterator[str]:
    for each in one.proposed:
        for name, text in each.minority:
            yield w.MINORITY.said(say).format(name=name, key=each.application, text=text)


def _apart(one: Deliberated, say: Language) -> Iterator[str]:
    if one.apart:
        cells = (
            w.APART_CELL.said(say).format(key=key, number=number, low=low, high=high)
            for key, number, low, high in one.apart
        )
        yield w.APART.said(say).format(cells=prose.listed(list(cells), say))


def _concluded(one: Deliberated, say: Language) -> Iterator[str]:
    for each in one.concluded:
        median = "–" if each.median is None else each.median
        yield (
            w.CONCLUDED.said(say)
            .format(key=each.application, number=each.criterion, level=each.level, median=median, why=each.sentence)
            .strip()
        )
    if one.corrected:
        yield w.CORRECTED.said(say).format(n=one.corrected)


def _sealed(one: Deliberated, say: Language) -> Iterator[str]:
    for seal in one.seals:
        if seal.reopened is not None:
            at, by, reason = seal.reopened
            day, hour = when(at, say)
            yield w.REOPENED.said(say).format(
                n=seal.number, code=shown(seal.code), day=day, hour=hour, name=by, reason=_stop(reason)
            )
    last = one.seal
    if last is not None:
        yield sealed_said(last, say)
        if last.signed is not None:
            yield signed_said(last.signed, say)


def sealed_said(seal: Seal, say: Language) -> str:
    """When and by whom an act was closed, and under which code."""
    day, hour = when(seal.at, say)
    return w.SEALED.said(say).format(
        day=day, hour=hour, name=seal.by, code=shown(seal.code), words=" · ".join(seal.words)
    )


def signed_said(signed: Signed, say: Language) -> str:
    """How a closing was answered."""
    words: dict[Verdict, Words] = {
        Verdict.SIGNED: w.SIGNED_BY,
        Verdict.DELEGATED: w.DELEGATED_BY,
        Verdict.REFUSED: w.REFUSED_BY,
    }
    day, _ = when(signed.at, say)
    return words[signed.verdict].said(say).format(name=signed.signer, day=day, reason=_stop(signed.reason))


def _follow_up(flow: Flow, facts: MinutesFacts, place: int) -> None:
    say = facts.language
    parts = []
    counts = [
        prose.counted(count, w.KINDS[kind][0].said(say), w.KINDS[kind][1].said(say), say)
        for kind, count in facts.letters.items()
        if count and kind in w.KINDS
    ]
    if counts:
        parts.append(w.LETTERS.said(say).format(counts=prose.listed(counts, say)))
    for words, day in (
        (w.RESERVE_UNTIL, facts.reserve_until),
        (w.FEEDBACK, facts.feedback_by),
        (w.ERASED, facts.erase_on),
    ):
        if day:
            parts.append(words.said(say).format(day=day))
    for key, answer, on, note in facts.offers:
        said = w.ON.said(say).format(day=prose.day(on, say)) if isinstance(on, date) else ""
        parts.append(w.OFFER.said(say).format(key=key, answer=w.ANSWERS[answer].said(say), day=said, note=note).strip())
    if parts:
        flow.heading(f"{place}. {w.FOLLOW_UP.said(say)}")
        flow.paragraph(" ".join(parts))


def _signatures(flow: Flow, facts: MinutesFacts, place: int) -> None:
    say = facts.language
    flow.heading(f"{place}. {w.SIGNATURES.said(say)}")
    columns = [
        (w.NAME.said(say), 0.0),
        (w.QUALITY.said(say), 46.0),
        (w.SIGNATURE.said(say), 84.0),
        (w.DATE.said(say), 140.0),
    ]
    # Two more lines leave room for a hand.
    rows = [
        [seat.name, f"{w.ROLES[seat.role].said(say)}", "\N{NO-BREAK SPACE}", ""]
        for seat in facts.seats
        if seat.role is not Role.OBSERVER
    ]
    flow.table(columns, rows, roomy=True)


def _cell(text: str) -> str:
    return text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1].rstrip()}…"


def _short(text: str, room: float, face: Face, size: float) -> str:
    """The text on one line of this room."""
    return wrapped(text.replace(" ", "\N{NO-BREAK SPACE}"), face, size, room)[0] if text else ""


def _stop(text: str) -> str:
    """A sentence of a person's without the full stop that ours gives."""
    return text.strip().rstrip(".").strip()
