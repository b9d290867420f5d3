"""Every page in every state, language, colour and size of screen, as pictures: `python -m tests.ui.screens FOLDER`.

With `--guide`, the few pictures of `docs/guide` instead.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from smes_panel.model.words import Language
from ui.theme import Mode

MODES: tuple[Mode, ...] = ("light", "dark")
SCREENS = {"1366x768": (1366, 768, 1.0), "1280x690": (1280, 690, 1.0), "1920x1080": (1536, 864, 1.25)}
"""Each screen in the pixels that the window counts, and how many of the screen's pixels make one of them."""
GUIDE = ("home-5", "vacancy-1", "applications-1", "evaluate-1", "compare-2", "letters-1")
"""The scenes that the guide shows."""
_THUMB = 560


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.ui.screens", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--only", default="", help="scenes whose name begins so, such as home,evaluate-2")
    parser.add_argument("--screen", choices=tuple(SCREENS), action="append", help="this size alone; may be repeated")
    parser.add_argument("--light", action="store_true", help="no dark pictures")
    parser.add_argument("--guide", action="store_true", help="the pictures of the guide, small, into the folder")
    parser.add_argument("--of", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    modes = MODES[:1] if asked.light else MODES
    if asked.of is not None:
        return _take(asked.folder, asked.of, asked.only, asked.screen[0], modes)
    if asked.guide:
        return _guide(asked.folder)
    return _all(asked.folder, asked.only, asked.screen or list(SCREENS), modes)


def _guide(folder: Path) -> int:
    """The pictures of the guide: of the smallest window, in few colours, so that they stay small."""
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="smes-panel-guide-") as place:
        code = _all(Path(place), ",".join(GUIDE), ["1280x690"], MODES[:1])
        for picture in sorted((Path(place) / "1280x690").glob("*.png")):
            scene, language, _mode = picture.stem.rsplit("-", 2)
            with Image.open(picture) as whole:
                small = whole.convert("RGB").quantize(192, dither=Image.Dither.NONE)
            small.save(folder / f"{scene.partition('-')[0]}-{language}.png", optimize=True)
    return code


def _all(folder: Path, only: str, screens: list[str], modes: tuple[Mode, ...]) -> int:
    """A process for each size, since the pixels of a screen are settled once for a process."""
    from tests.ui.scenes import make_dossiers

    began = time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="smes-panel-screens-") as place:
        os.environ["SMES_PANEL_HOME"] = f"{place}/maker"
        dossiers = make_dossiers(Path(place) / "dossiers")

        def taken(screen: str) -> int:
            environment = {
                **os.environ,
                "SMES_PANEL_HOME": f"{place}/{screen}",
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": str(SCREENS[screen][2]),
            }
            command = [sys.executable, "-m", "tests.ui.screens", str(folder), "--screen", screen, "--only", only]
            if modes == MODES[:1]:
                command.append("--light")
            return subprocess.run([*command, "--of", str(dossiers)], env=environment, check=False).returncode

        with ThreadPoolExecutor(2) as hands:
            codes = list(hands.map(taken, screens))
    sheets = _sheets(folder)
    pictures = len([one for one in folder.rglob("*.png") if one.parent != folder])
    print(f"{pictures} pictures and {sheets} contact sheets in {time.monotonic() - began:.0f} s: {folder}")
    faults = [line for screen in screens for line in _lines(folder / screen / "misfits.txt")]
    for line in faults:
        print(line)
    print(f"{len(faults)} misfits")
    return max(codes)


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def _take(folder: Path, dossiers: Path, only: str, screen: str, modes: tuple[Mode, ...]) -> int:
    """The pictures of one size of screen."""
    from PySide6.QtWidgets import QApplication

    from tests.ui.fitting import misfits
    from tests.ui.scenes import Studio, known, leave
    from ui.app import translate_qt
    from ui.comforts import Comforts
    from ui.theme import Look, dress, load_fonts

    app = QApplication(sys.argv[:1])
    load_fonts()
    into = folder / screen
    into.mkdir(parents=True, exist_ok=True)
    faults, cuts = [], []
    with tempfile.TemporaryDirectory(prefix="smes-panel-desk-") as desk:
        for mode in modes:
            comforts = Comforts()
            comforts.mode = mode
            dress(app, Look(comforts.mode))
            studio = Studio(dossiers, Path(desk), SCREENS[screen][:2])
            for language in Language:
                Comforts().language = language
                translate_qt(app, language)
                standing: tuple[str | None, bool] | None = None
                for scene in known():
                    if not scene.name.startswith(tuple(only.split(","))):
                        continue
                    if standing != (scene.dossier, scene.locked) or scene.locked or scene.dossier is None:
                        studio.stand(scene.dossier, locked=scene.locked)
                        standing = scene.dossier, scene.locked
                    name = f"{scene.name}-{language}-{mode}"
                    try:
                        scene.play(studio)
                        studio.calm()
                    except Exception as error:  # noqa: BLE001  a scene that cannot be played costs itself only
                        faults.append(f"{screen} {name}: not played, {type(error).__name__} {error}")
                        standing = None
                        continue
                    with _noting() as cut:
                        picture = studio.window.grab()
                    picture.save(str(into / f"{name}.png"), quality=80)
                    faults += [f"{screen} {name}: {line}" for line in misfits(studio.window)]
                    cuts += [f"{screen} {name}: {line}" for line in sorted(set(cut))]
                    studio.window.overlays.close()
            leave(studio)
    (into / "misfits.txt").write_text("".join(f"{line}\n" for line in faults), encoding="utf-8")
    (into / "ellipses.txt").write_text("".join(f"{line}\n" for line in cuts), encoding="utf-8")
    return 0


@contextmanager
def _noting() -> Iterator[list[str]]:
    """Note each text that the painters cut with an ellipsis meanwhile; whether it was meant is seen on the picture."""
    from ui.theme import painters

    plain, cut = painters.paint_text, list[str]()

    def noting(painter, box, text, font, colour, align):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        was_cut = plain(painter, box, text, font, colour, align)
        if was_cut:
            cut.append(text)
        return was_cut

    rooms = [room for room in list(sys.modules.values()) if getattr(room, "paint_text", None) is plain]
    for room in rooms:
        room.paint_text = noting  # type: ignore[attr-defined]
    try:
        yield cut
    finally:
        for room in rooms:
            room.paint_text = plain  # type: ignore[attr-defined]


def _sheets(folder: Path) -> int:
    """A contact sheet for each page and screen: a row for each state, a column for each language and colour."""
    from PIL import Image

    made = 0
    columns = [f"{language}-{mode}" for language in Language for mode in MODES]
    for screen, (wide, high, _ratio) in SCREENS.items():
        pages: dict[str, dict[str, dict[str, Path]]] = {}
        for picture in sorted((folder / screen).glob("*.png")):
            scene, language, mode = picture.stem.rsplit("-", 2)
            states = pages.setdefault(scene.partition("-")[0], {})
            states.setdefault(scene, {})[f"{language}-{mode}"] = picture
        for page, states in pages.items():
            step = _THUMB, round(_THUMB * high / wide)
            sheet = Image.new("RGB", ((step[0] + 6) * len(columns), (step[1] + 6) * len(states)), "#808080")
            for row, shown in enumerate(states.values()):
                for column, name in enumerate(columns):
                    if name in shown:
                        with Image.open(shown[name]) as taken:
                            place = (3 + column * (step[0] + 6), 3 + row * (step[1] + 6))
                            sheet.paste(taken.convert("RGB").resize(step), place)
            sheet.save(folder / f"{page}-{screen}.png")
            made += 1
    return made


if __name__ == "__main__":
    sys.exit(main())
