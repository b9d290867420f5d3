"""The style sheet: what Qt can draw from tokens alone (fields, buttons, chips, lists); the rest is painted."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from ui.theme.look import Look
from ui.theme.tokens import tokens

_SHEET = Template("""
* { outline: none; }
QMainWindow, QDialog, #desk { background: $app; color: $ink; }
QToolTip { background: $tip; color: $tipink; border: 0; padding: ${p6}px ${p8}px; }

QLabel { background: transparent; color: $ink; }
QLabel[tone="ink2"] { color: $ink2; }
QLabel[tone="ink3"] { color: $ink3; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }

#panel, #panelPage { background: $panel; }
#card { background: $panel; border: 1px solid $line; border-radius: ${panel_radius}px; }
#clear { background: transparent; }
#paperDesk, #reader { background: $desk; }
#sunken { background: $sunken; }
#head { background: $app; border-bottom: 1px solid $line; }
#level, #quote { background: $raised; border: 1px solid $edge; border-radius: ${control_radius}px; }
#hint { background: $warntint; border: 1px solid $warnline; border-radius: ${panel_radius}px; }
#accentBar { background: $accenttint; }
#accentNote { background: $accenttint; border-radius: ${panel_radius}px; }
#warnBar { background: $warntint; }
#badBar { background: $badtint; }
#progress { background: $panel; border-top: 1px solid $line; }
#dashed { background: $sunken; border: 1px dashed $edge; border-radius: ${panel_radius}px; }
#overlay { background: $panel; border: 1px solid $line2; border-radius: 10px; }
QPlainTextEdit[framed="true"] {
    background: $raised; color: $ink; border: 1px solid $edge; border-radius: ${control_radius}px;
}
#note { background: $sunken; border: 1px solid $line2; border-radius: ${panel_radius}px; }
#foot { background: $sunken; border-top: 1px solid $line; }
#dropZone { background: $panel; border: 1px dashed $edge; border-radius: ${panel_radius}px; }
#dropZone[ready="true"] { background: $accenttint; border: 2px dashed $accent; }
#strip { background: $panel; border-bottom: 1px solid $line; }
#beside { background: $panel; border-top: 1px solid $line; }
#statusBar { background: $app; border-top: 1px solid $line; }
#aside { background: $panel; border-left: 1px solid $line; }
#rule { background: $line; }
#firmRule { background: $accent; }

QPushButton {
    background: $raised; color: $ink; border: 1px solid $line2; border-radius: ${control_radius}px;
    min-height: ${control}px; padding: 0 ${p12}px; font-weight: 600;
}
QPushButton:hover { border-color: $edge; background: $sunken; }
QPushButton:pressed { background: $accenttint; }
QPushButton:disabled { color: $edge; background: $panel; border-color: $line; }
QPushButton[kind="primary"] { background: $accent; color: $onaccent; border-color: $accent; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {
    background: $accent2; border-color: $accent2;
}
QPushButton[kind="primary"]:disabled { background: $line2; border-color: $line2; color: $panel; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $accent; font-weight: 400; }
QPushButton[kind="quiet"]:hover { background: $accenttint; }
QPushButton[kind="link"] {
    background: transparent; border: 0; color: $accent; text-decoration: underline; font-weight: 400;
    min-height: 0; padding: 0;
}
QPushButton[kind="link"]:hover { color: $accent2; }
QPushButton[small="true"] { min-height: ${control_small}px; padding: 0 ${p10}px; }
QPushButton[filter="true"] { min-height: ${control_small}px; padding: 0 ${p10}px; background: $panel; }
QPushButton[filter="true"]:checked { background: $accenttint; border-color: $accentline; color: $accent; }

QPushButton[segment="true"] { border-radius: 0; font-weight: 500; min-height: ${control_small}px; padding: 0 ${p10}px; }
QPushButton[segment="true"][place="first"] {
    border-top-left-radius: ${control_radius}px; border-bottom-left-radius: ${control_radius}px;
}
QPushButton[segment="true"][place="middle"], QPushButton[segment="true"][place="last"] { border-left: 0; }
QPushButton[segment="true"][place="last"] {
    border-top-right-radius: ${control_radius}px; border-bottom-right-radius: ${control_radius}px;
}
QPushButton[segment="true"]:checked { background: $accenttint; color: $accent; font-weight: 600; }

QLineEdit {
    background: $raised; color: $ink; border: 1px solid $edge; border-radius: ${control_radius}px;
    min-height: ${control}px; padding: 0 ${p8}px; selection-background-color: $accent; selection-color: $onaccent;
}
QAbstractSpinBox {
    background: $raised; color: $ink; border: 1px solid $edge; border-radius: ${control_radius}px;
    selection-background-color: $accent; selection-color: $onaccent;
}
QLineEdit { lineedit-password-character: 8226; }
QLineEdit[hero="true"] { min-height: ${hero}px; }
QLineEdit[tight="true"] { min-height: ${control_small}px; padding: 0 ${p6}px; }
QLineEdit[inplace="true"] { background: transparent; border-color: transparent; }
QLineEdit[inplace="true"]:hover { border-color: $line2; }
QLineEdit[inplace="true"]:focus { background: $raised; border-color: $edge; }
QLineEdit[inplace="true"]:disabled { background: transparent; }
QLineEdit[wanted="true"] { border: 2px solid $warnline; }
QLineEdit:disabled { color: $edge; background: $panel; }
QAbstractSpinBox QLineEdit {
    background: transparent; border: 0; min-height: 0; padding: 0;
}
QPlainTextEdit, QTextEdit {
    background: $paper; color: $paperink; border: 0;
    selection-background-color: $accent; selection-color: $onaccent;
}

QTextEdit[chipped="true"] { background: $panel; color: $ink; }
QPlainTextEdit[inplace="true"] { background: transparent; color: $ink; border: 1px solid transparent; }
QPlainTextEdit[inplace="true"][typed="true"]:focus { background: $raised; border-color: $edge; }

QTableView, QListView {
    background: $panel; color: $ink; border: 0; selection-background-color: $accenttint; selection-color: $ink;
}
QHeaderView { background: $sunken; border: 0; }
QHeaderView::section { background: $sunken; border: 0; }

QScrollArea { background: transparent; border: 0; }
QPushButton::menu-indicator { image: none; width: 0; }

QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $raised; color: $ink; border: 1px solid $line2; padding: ${p6}px; }
QMenu::item { padding: ${p6}px ${p24}px; border-radius: 4px; }
QMenu::item:selected { background: $accenttint; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: ${p6}px 0; }
""")


def style_sheet(look: Look) -> str:
    """The sheet in a look; an unknown token raises, so a typing error is found at the first start."""
    said = tokens()
    lengths: dict[str, object] = {f"p{step}": look.px(step) for step in (6, 8, 10, 12, 24)}
    # A field's or button's edge lies outside QSS's min-height.
    lengths |= {
        "control": look.px(said.size["control"]) - 2,
        "control_small": look.px(said.size["control_small"]) - 2,
        "hero": look.px(_HERO) - 2,
        "control_radius": said.radius["control"],
        "panel_radius": said.radius["panel"],
    }
    return _SHEET.substitute(asdict(look.palette), **lengths)


_HERO = 38
