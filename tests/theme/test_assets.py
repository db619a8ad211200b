"""Stylesheets become one file, every file's address holds a digest of its bytes."""

import re
from pathlib import Path

import pytest

from tests.theme.workbench import PLAIN, good, read

STYLES = (
    PLAIN
    + """\
-- plain/assets/css/pages/home.css --
.home { color: var(--ink) }
-- plain/assets/css/components/card.css --
.card { background: url("../../img/paper.svg#a") }
-- plain/assets/css/zebra.css --
.zebra {}
-- plain/assets/css/layout.css --
.layout {}
-- plain/assets/css/base.css --
body { cursor: url(data:image/png;base64,xx), url('#id'), url(/abs.png), url(https://e.org/x) }
-- plain/assets/css/tokens.css --
:root { --ink: #123456 }
-- plain/assets/css/workarounds.css --
.last {}
-- plain/assets/img/paper.svg --
<svg/>
-- plain/assets/js/a.js --
"use strict";
-- plain/assets/icons/dot.svg --
<svg viewBox="0 0 1 1"></svg>
"""
)


def test_the_bundle_is_in_order(tmp_path: Path) -> None:
    css = good(tmp_path, STYLES).assets["css/site.css"].data.decode()
    order = ["--ink:", "body", ".layout", ".card", ".home", ".zebra", ".last"]
    assert sorted(order, key=css.index) == order


def test_addresses_in_styles_lead_to_fingerprinted_files(tmp_path: Path) -> None:
    theme = good(tmp_path, STYLES)
    css = theme.assets["css/site.css"].data.decode()
    name = theme.assets["img/paper.svg"].url.rpartition("/")[2]
    assert f'url("../img/{name}#a")' in css
    for untouched in ("url(data:image/png;base64,xx)", "url('#id')", "url(/abs.png)"):
        assert untouched in css


def test_a_file_has_another_address_when_its_bytes_change(tmp_path: Path) -> None:
    before = good(tmp_path, STYLES)
    after = good(tmp_path, "-- plain/assets/img/paper.svg --\n<svg>new</svg>\n")
    changed = {name for name in before.assets if before.assets[name].url != after.assets[name].url}
    # The stylesheet names the picture: it changes with it.
    assert changed == {"img/paper.svg", "css/site.css"}
    assert before.surface != after.surface
    assert all(re.search(r"\.[0-9a-f]{8}\.\w+$", asset.url) for asset in after.assets.values())


def test_a_stylesheet_apart_is_a_file_of_its_own(tmp_path: Path) -> None:
    apart = (
        "-- plain/assets/css/apart/rare.css --\n/* a */\n.rare { b: url(../../img/paper.svg) }\n"
    )
    theme = good(tmp_path, STYLES + apart)
    paper = theme.assets["img/paper.svg"].url.rpartition("/")[2]
    rare = theme.assets["css/apart/rare.css"]
    assert rare.data.decode() == f'.rare{{b: url("../../img/{paper}")}}\n'
    assert rare.url.startswith("assets/css/apart/rare.")
    assert ".rare" not in theme.assets["css/site.css"].data.decode()


def test_icons_are_in_pages_and_no_files(tmp_path: Path) -> None:
    theme = good(tmp_path, STYLES)
    assert set(theme.icons) == {"dot"}
    assert not any("icons" in name for name in theme.assets)


def test_a_child_replaces_styles_in_their_place_and_adds_tokens(tmp_path: Path) -> None:
    child = (
        STYLES
        + """\
-- child/theme.yaml --
extends: plain
-- child/assets/css/tokens.css --
:root { --ink: #abcdef }
-- child/assets/css/layout.css --
.other-layout {}
"""
    )
    css = good(tmp_path, child, "child").assets["css/site.css"].data.decode()
    assert css.index("#123456") < css.index("#abcdef") < css.index("body")
    assert css.index("body") < css.index(".other-layout") < css.index(".card")
    assert ".layout" not in css


@pytest.mark.parametrize(
    "css, place, words",
    [
        ("a {}\na { b: url(../im/x.svg) }", "2", "HG513 there is no '../im/x.svg'"),
        ('@import "base.css";', "1", "HG515 this stylesheet imports another one"),
        ("a {}\n\n.x { color: #fff }", "3", "HG512 '#fff' is a colour outside the tokens"),
        ("/* #fff\n */ .x { color: rgb(0 0 0) }", "2", "HG512 'rgb(' is a colour"),
    ],
)
def test_a_mistake_in_a_stylesheet_has_a_place(
    tmp_path: Path, css: str, place: str, words: str
) -> None:
    _, found = read(tmp_path, f"{PLAIN}-- plain/assets/css/base.css --\n{css}\n")
    assert len(found) == 1
    assert found[0].startswith(f"plain/assets/css/base.css:{place} {words}")


@pytest.mark.parametrize(
    "css", ["#face { x: y }", "a[href='#abc'] { x: y }", "/* #fff */ a { x: y }"]
)
def test_what_is_no_colour_is_left_alone(tmp_path: Path, css: str) -> None:
    assert read(tmp_path, f"{PLAIN}-- plain/assets/css/base.css --\n{css}\n")[1] == []


MODULES = (
    PLAIN
    + """\
-- plain/assets/js/page.js --
import { overlap } from "./hours.js";
import "./side.js";
const worker = new Worker(new URL("./search/worker.js", import.meta.url), { type: "module" });
const later = () => import('./hours.js');
const text = "./hours.js";
-- plain/assets/js/hours.js --
export const overlap = 1;
-- plain/assets/js/side.js --
export { overlap } from "./hours.js";
-- plain/assets/js/search/worker.js --
import { overlap } from "../hours.js";
"""
)


def test_scripts_load_each_other_by_fingerprinted_addresses(tmp_path: Path) -> None:
    theme = good(tmp_path, MODULES)
    name = {key: asset.url.removeprefix("assets/js/") for key, asset in theme.assets.items()}
    page = theme.assets["js/page.js"].data.decode()
    assert f'from "./{name["js/hours.js"]}"' in page
    assert f'import "./{name["js/side.js"]}"' in page
    assert f'new URL("./{name["js/search/worker.js"]}", import.meta.url)' in page
    assert f"import('./{name['js/hours.js']}')" in page
    assert 'const text = "./hours.js";' in page
    worker = theme.assets["js/search/worker.js"].data.decode()
    assert f'from "../{name["js/hours.js"]}"' in worker


def test_what_loads_a_changed_script_has_another_address_too(tmp_path: Path) -> None:
    before = good(tmp_path, MODULES)
    after = good(tmp_path, "-- plain/assets/js/hours.js --\nexport const overlap = 2;\n")
    changed = {name for name in before.assets if before.assets[name].url != after.assets[name].url}
    assert changed == {"js/hours.js", "js/side.js", "js/page.js", "js/search/worker.js"}


@pytest.mark.parametrize(
    "script, words",
    [
        ('import { a } from "./hour.js";', "1 HG513 there is no './hour.js'"),
        ('\nexport { b } from "./a.js";', "2 HG517 scripts load each other in a circle"),
    ],
)
def test_a_mistake_in_a_script_has_a_place(tmp_path: Path, script: str, words: str) -> None:
    files = f"{PLAIN}-- plain/assets/js/a.js --\nimport './b.js';\n-- plain/assets/js/b.js --\n{script}\n"
    _, found = read(tmp_path, files)
    assert len(found) == 1
    assert found[0].startswith(f"plain/assets/js/b.js:{words}")
