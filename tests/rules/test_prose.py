"""The marks in the Markdown of the record's fields."""

from tests.tiny import Write, problems_of

EVENT = """\
- id: note-g
  date: 1843-08
  title: Note G is printed
  sources: [notes-1843]
  text: |
    As [@notes-1843, p. 3] has it, as @notes-1843 has it, and
    [as @notes-1843] and [@notes-1843 p. 3] have it.

        @notes-1843 in code

    Mail `@notes-1843` at x@notes-1843.org, \\@notes-1843 or [@notes-1843](https://example.org).
- id: note-h
  date: 1843-09
  title: Note H is printed
  sources: [notes-1843]
  text: "See
    @notes-1843 [p. 3]."
"""


def test_citations_in_another_form_are_told_at_their_place(write: Write) -> None:
    bare = "expected a citation in square brackets, found"
    meant = "where no source is meant"
    assert problems_of(write(timeline=EVENT)) == [
        f"data/timeline.yml:6:39: error: note-g: text: {bare} `@notes-1843`; write `[@notes-1843]`, or `\\@notes-1843` {meant}",
        "data/timeline.yml:7:5: error: note-g: text: expected a citation that begins with `[@`, found `[as @notes-1843]`; "
        "write `as [@notes-1843]`",
        "data/timeline.yml:7:26: error: note-g: text: expected a source's id, found `[@notes-1843 p. 3]`; "
        "write `[@notes-1843, p. 3]`",
        f"data/timeline.yml:17:5: error: note-h: text: {bare} `@notes-1843 [p. 3]`; write `[@notes-1843, p. 3]`, or "
        f"`\\@notes-1843` {meant}",
    ]


def test_front_matter_is_held_to_the_same(write: Write) -> None:
    root = write()
    (root / "docs" / "q.md").write_text(
        "---\nanswer: As @notes-1843 has it [@nobody], [so](person:nobody) and [so](notes.md).\n---\n# Q?\n"
    )
    assert problems_of(root) == [
        "docs/q.md:2:12: error: answer: expected a citation in square brackets, found `@notes-1843`; write `[@notes-1843]`, "
        "or `\\@notes-1843` where no source is meant",
        "docs/q.md:2:32: error: answer: no source `nobody`; expected one of `notes-1843`",
        "docs/q.md:2:47: error: answer: no person `nobody`; expected one of `ada-lovelace`, `charles-babbage`",
        "docs/q.md:2:71: error: answer: expected a link to https://, http://, mailto: or an entry, found `notes.md`",
    ]


def test_what_only_looks_like_an_id_is_named(write: Write) -> None:
    event = EVENT[: EVENT.index("  text:")] + "  text: See [@notes\u20111843] and [her](person:ada-lovelace\u200b).\n"
    root = write(timeline=event)
    (root / "docs" / "people.md").write_text("# P\n\n/// people\n///\n")
    assert problems_of(root) == [
        "data/timeline.yml:5:14: error: note-g: text: no source `notes\u20111843` with a non-breaking hyphen (U+2011); "
        "did you mean `notes-1843`?",
        "data/timeline.yml:5:37: error: note-g: text: no person `ada-lovelace\u200b` with a zero width space (U+200B); "
        "did you mean `ada-lovelace`?",
    ]
