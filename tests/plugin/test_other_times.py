"""Plugins that ask for pages when MkDocs does not: before the maps were read, or when all went."""

from __future__ import annotations

from typing import Any

import pytest

HOOK = """\
from mkdocs.commands.build import _populate_page
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

seen = {{}}


def on_files(files, *, config):
    seen["files"] = files


def again(config):
    _populate_page(seen["files"].get_file_from_path("map.md").page, config, seen["files"])


def added(config):
    file = File.generated(config, "added.md", content="# Added\\n")
    seen["files"].append(file)
    _populate_page(Page(None, file, config), config, seen["files"])


def read(config):
    seen["files"].get_file_from_path("map.md").page.read_source(config)


{hook}
"""
AFTER_ALL = "@event_priority(-200)\ndef on_env(env, *, config, files):\n    {}(config)\n"
HOOKS = {
    "titles for the navigation": "def on_nav(nav, *, config, files):\n    read(config)\n",
    "converted again by another plugin": "def on_env(env, *, config, files):\n    again(config)\n",
    "converted again after all plugins": AFTER_ALL.format("again"),
    "added after all plugins": AFTER_ALL.format("added"),
    "converted again while another is written": (
        "def on_page_context(context, *, page, config, nav):\n"
        "    if page.file.src_uri == 'index.md':\n        again(config)\n"
    ),
    "read when all is written": "def on_post_build(*, config):\n    read(config)\n",
}


@pytest.mark.parametrize("when", HOOKS)
def test_a_map_is_drawn_whenever_pages_are_asked_for(
    build_site: Any, tmp_path: Any, when: str
) -> None:
    hook = tmp_path / "hook.py"
    hook.write_text(HOOK.format(hook=HOOKS[when]), encoding="utf-8")
    built = build_site(hooks=[str(hook)])
    assert built.complaints() == []
    page = built.read("map/index.html")
    assert page.count('id="buy-checkout"') == 1
    assert "data-journey-slot" not in page and "stages:" not in page
    assert built.read("map/map.csv")
