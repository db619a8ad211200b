r"""The test kit: a hub in a string, built in this process, asked about its pages.

    hub = site('''
        -- content/members/ada.yaml --
        name: Ada
        -- content/events/loom.yaml --
        title: The loom
        ...
    ''')
    assert hub.check() == ()
    build = hub.build()
    assert "The loom" in build.text("members/ada/")
    hub.edit("content/members/ada.yaml", "name: Ada Lovelace\n")
    assert hub.build().pages_rendered == {"", "members/", "members/ada/", ...}

`site(text)` writes the files between the `-- path --` lines into a folder of its own, which goes when the hub does. The
text may be indented. A small `site.yaml` is added when none is given (`SITE` below); `site(text, {"a.png": b"..."})` adds
files that are no text.

A hub can be changed with `.edit(path, text or bytes)`, `.delete(path)` and `.rename(old, new)`. Each change moves the
file's time on by hand, so that two changes in one millisecond are seen as two.

`.check()` gives the diagnostics of a dry run; `.build()` builds into `_site` with `.hubgen` as its cache. Both take
`today`, `drafts`, `future`, `base_url` and `jobs`; `build` also `clean`, `strict`, `out` and `cache=False`. `today` is
`TODAY` unless a test says otherwise, and nothing here reads the clock.

A `Build` knows its `.result`, its `.diagnostics` (and `.codes`), the addresses of `.pages_rendered`, the text of a page's
`<main>` (`.text(url)`), its source (`.html(url)`), its links (`.links(url)`), whether a page is there (`.has(url)`), every
file as it was when the build ended (`.tree()`), and which files hold some words (`.mentions(words)`).
"""

from tests.kit.hub import SITE, TODAY, Build, Hub, site
from tests.kit.pages import Element, elements, main_text

__all__ = ["SITE", "TODAY", "Build", "Element", "Hub", "elements", "main_text", "site"]
