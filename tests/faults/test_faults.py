"""Faults that editors really make, each a small change to a copy of the reference site: what must answer, and where.

The untouched site yields nothing. Each fault is answered at the line that has to be mended, and by nothing else.
"""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.building import copy_site

from explainer.edition import edition_from_disk
from explainer.problems.problem import Problem
from explainer.site.config import read_site

pytestmark = pytest.mark.slow

TIMELINE, PEOPLE, STATEMENTS = "data/timeline.yml", "data/people.yml", "data/statements.yml"
SOURCES, DISPUTES, UPDATES = "data/sources.yml", "data/disputes.yml", "data/updates.yml"
WORDS, BASIS, INDEX, ABOUT, TIME = (
    "docs/words.md",
    "docs/basis.md",
    "docs/index.md",
    "docs/about.md",
    "docs/timeline.md",
)


@dataclass(frozen=True)
class Fault:
    """A fault: in a file, `old` becomes `new`; then the line that holds `at` must be answered with `told`.

    `old` empty adds `new` at the end of the file. `at` empty means the file as a whole. `where` names another file to be
    answered for. `times` counts the answers where one mistake has several places.
    """

    name: str
    file: str
    old: str
    new: str
    at: str
    told: str
    where: str = ""
    times: int = 1
    level: str = "error"
    check: str = field(default="")


FAULTS = [
    # --- quotations ---
    Fault("a word dropped", WORDS, "I didn’t have — did not have communications\nwith", "I didn’t have — did not have\nwith", "I didn’t have", "[-communications-]", check="quotation"),
    Fault("a word changed", TIMELINE, "to discuss any political campaign”](", "to discuss any political matter”](", "any political matter", "[-campaign-] {+matter+}", check="quotation"),
    Fault("a word put in", TIMELINE, "“should clarify his testimony", "“should soon clarify his testimony", "should soon clarify", "{+soon+}", check="quotation"),
    Fault("two words swapped", TIMELINE, "clarify his testimony and recuse himself", "recuse himself and clarify his testimony", "recuse himself and", "the statement `clarify-and-recuse`", check="quotation"),
    Fault("a negation lost", BASIS, "“did not have communications with the Russians”", "“did have communications with the Russians”", "did have communications", "[-not-]", check="quotation"),
    Fault("a quotation of nobody", ABOUT, "", "\nHe said “the cheque is in the post already”.\n", "the cheque", "no recorded statement has the quoted words", check="quotation"),
    Fault("a blockquote of nobody", ABOUT, "", "\n> The cheque is in the post already.\n", "The cheque", "no recorded statement has the quoted words", check="quotation"),
    Fault("a wrong word in a short answer", BASIS, "“did not have communications with the Russians”; on", "“did not have contacts with the Russians”; on", "have contacts", "[-communications-] {+contacts+}", check="quotation"),
    Fault("the record's words changed", STATEMENTS, "any political campaign, and those", "any political topic, and those", "to discuss any political campaign", "[-topic-] {+campaign+}", where=TIMELINE, times=2, check="quotation"),
    Fault("a swapped speaker", INDEX, "- In January he told", "- In January Mr Franken told", "“did not have communications", "the words are those of `jeff-sessions`, and the sentence names `al-franken`", level="warning", check="speaker"),
    # --- sources ---
    Fault("a source removed from an event", TIMELINE, "  sources: [politico-scope]\n", "", "id: house-scope", "the event has no source", check="unsourced"),
    Fault("a source removed from a statement", STATEMENTS, "  sources: [nbc-2017-03-02, bbc-2017-03-02]\n", "", "id: no-campaign-talk", "the statement has no source", check="unsourced"),
    Fault("a source removed from a position", DISPUTES, "      sources: [independent-pelosi, bbc-2017-03-02]\n", "", "held_by: [nancy-pelosi]", "the position has no source", check="unsourced"),
    Fault("a source that nothing uses", SOURCES, "", "- id: left-over\n  publisher: P\n  title: T\n", "id: left-over", "nothing uses the source", level="advice", check="unused-source"),
    Fault("a misspelt source in an event", TIMELINE, "sources: [politico-scope]", "sources: [politico-scop]", "[politico-scop]", "did you mean `politico-scope`?"),
    Fault("a misspelt source in a citation", WORDS, "[@ap-statements]", "[@ap-statement]", "[@ap-statement]", "did you mean `ap-statements`?"),
    Fault("a misspelt source in a field", TIMELINE, "[@dhs-odni-2016; @bbc", "[@dhs-odni-2017; @bbc", "@dhs-odni-2017", "did you mean `dhs-odni-2016`?"),
    Fault("a comma between sources", INDEX, "[@wapo-2017-03-01; @bbc-2017-03-02]", "[@wapo-2017-03-01 @bbc-2017-03-02]", "wapo-2017-03-01 @bbc", "expected a source's id"),
    # --- people and references ---
    Fault("a misspelt person in an event", TIMELINE, "people: [nancy-pelosi, jeff-sessions, democrats]", "people: [nancy-pelosi, jef-sessions, democrats]", "jef-sessions", "did you mean `jeff-sessions`?"),
    Fault("a misspelt speaker", STATEMENTS, "speaker: al-franken", "speaker: al-frankin", "al-frankin", "did you mean `al-franken`?"),
    Fault("a misspelt asker", STATEMENTS, "asked_by: al-franken", "asked_by: al-frankn", "al-frankn", "did you mean `al-franken`?"),
    Fault("a misspelt holder of a position", DISPUTES, "held_by: [white-house]", "held_by: [whitehouse]", "[whitehouse]", "did you mean `white-house`?"),
    Fault("a misspelt statement in a dispute", DISPUTES, "statements: [latest-attack]", "statements: [last-attack]", "last-attack", "did you mean `latest-attack`?"),
    Fault("a dead link to an event", BASIS, "(event:flynn-resigns)", "(event:flynn-resigned)", "event:flynn-resigned", "did you mean `flynn-resigns`?"),
    Fault("a dead link to a person", WORDS, "(person:al-franken)", "(person:al-frankn)", "person:al-frankn", "did you mean `al-franken`?"),
    Fault("a link to a statement that no page shows", STATEMENTS, "", "- id: unshown\n  speaker: al-franken\n  date: 2017-01-10\n  words: One two three.\n  sources: [time-hearing]\n", "", "", times=0),
    Fault("an update of nothing", UPDATES, "", "- id: wrong\n  date: 2017-03-02\n  kind: correction\n  text: Wrong.\n  entries: [event:nothing]\n", "event:nothing", "no event `nothing`"),
    Fault("an update without a kind of entry", UPDATES, "", "- id: wrong\n  date: 2017-03-02\n  kind: correction\n  text: Wrong.\n  entries: [private-meeting]\n", "[private-meeting]", "expected a kind and an id"),
    # --- ids ---
    Fault("two ids merged", PEOPLE, "- id: sergei-kislyak", "- id: jeff-sessions", "id: jeff-sessions\n  name: Sergei", "the id `jeff-sessions` stands twice", times=-1),
    Fault("a smart quote in an id", PEOPLE, "- id: mike-pence", "- id: mike’pence", "mike’pence", "write `mike-pence`", times=-1),
    Fault("a capital in an id", UPDATES, "- id: first-published", "- id: First-published", "First-published", "write `first-published`"),
    Fault("an id with an underscore", UPDATES, "- id: first-published", "- id: first_published", "first_published", "write `first-published`"),
    Fault("an id left out", UPDATES, "- id: first-published\n  date", "- date", "date: 2017-03-02", "the field `id` is missing"),
    # --- dates ---
    Fault("a month turned into a day that is none", TIMELINE, "date: 2016-09\n", "date: 2016-09-31\n", "2016-09-31", "September 2016 has 30 days"),
    Fault("day and month swapped", TIMELINE, "date: 2017-02-13", "date: 2017-13-02", "2017-13-02", "write `2017-02-13`"),
    Fault("a date in English order", TIMELINE, "date: 2016-08-19", "date: 19/08/2016", "19/08/2016", "write `2016-08-19`"),
    Fault("a date in words", SOURCES, "date: 2016-05-18", "date: 18 May 2016", "18 May 2016", "write `2016-05-18`"),
    Fault("a dash for a span", TIMELINE, "date: 2016-05/2016-07", "date: 2016-05–2016-07", "2016-05–2016-07", "write `2016-05/2016-07`"),
    Fault("a span reversed", TIMELINE, "date: 2016-05/2016-07", "date: 2016-07/2016-05", "2016-07/2016-05", "write `2016-05/2016-07`"),
    Fault("an event known before it happened", TIMELINE, "date: 2016-09\n", "date: 2017-09\n", "known: 2017-03-01", "before it happened", times=-1, level="warning", check="known-early"),
    Fault("an event after its source", TIMELINE, "- id: manafort-resigns\n  date: 2016-08-19", "- id: manafort-resigns\n  date: 2016-08-29", "sources: [rferl-manafort, bbc-2017-03-02]\n  tags: [campaign]", "before the event of 2016-08-29", level="warning", check="early-source"),
    Fault("an event after the story's end", TIMELINE, "", "- id: later\n  date: 2017-03-09\n  title: Later\n  sources: [nyt-2017-03-01]\n", "2017-03-09", "lies after 2017-03-02", times=-1, level="warning", check="after-as-of"),
    Fault("a date of a page that is none", ABOUT, "updated: 2017-03-02", "updated: yesterday", "yesterday", "expected a date"),
    # --- statements and disputes ---
    Fault("a statement without words", STATEMENTS, '  words: "when it is appropriate"\n', "", "id: when-appropriate", "the field `words` is missing"),
    Fault("a statement outside every role", STATEMENTS, "- id: latest-attack\n  speaker: white-house", "- id: latest-attack\n  speaker: paul-manafort", "speaker: paul-manafort", "held no recorded role", level="warning", check="without-role"),
    Fault("a dispute about somebody unheard", DISPUTES, "about: [jeff-sessions]", "about: [mike-pence]", "about: [mike-pence]", "no statement of `mike-pence` is recorded", level="warning", check="unheard"),
    Fault("an unbalanced dispute", DISPUTES, "", "- id: lone\n  question: Who?\n  positions:\n    - {held_by: [democrats], view: We., sources: [bbc-2017-03-02]}\n", "- {held_by: [democrats]", "the dispute has one position", level="warning", check="one-sided"),
    Fault("a verdict that nobody signs", DISPUTES, "- id: misled-hearing\n", "- id: misled-hearing\n  verdict: {text: He did., date: 2017-03-02, sources: [bbc-2017-03-02]}\n", "verdict:", "the field `by` is missing"),
    Fault("a rating of no claim", DISPUTES, "- id: misled-hearing\n", "- id: misled-hearing\n  verdict: {text: He did., by: Us, date: 2017-03-02, rating: True, sources: [bbc-2017-03-02]}\n", "verdict:", "the verdict has a `rating` and no `claim`", level="warning", check="half-rated"),
    Fault("a claim that nobody rated", DISPUTES, "- id: misled-hearing\n", "- id: misled-hearing\n  verdict: {text: He did., by: Us, date: 2017-03-02, claim: no-communications, sources: [bbc-2017-03-02]}\n", "verdict:", "the verdict has a `claim` and no `rating`", level="warning", check="half-rated"),
    Fault("a verdict on nothing", DISPUTES, "- id: misled-hearing\n", "- id: misled-hearing\n  verdict: {text: He did., by: Us, date: 2017-03-02, sources: []}\n", "verdict:", "expected at least one entry"),
    # --- the form of files ---
    Fault("a wrong indent", TIMELINE, "  title: Mr Flynn resigns", "   title: Mr Flynn resigns", "   title: Mr Flynn", "indented too far"),
    Fault("a stray tab", PEOPLE, "  name: Mike Pence", "\tname: Mike Pence", "\tname: Mike Pence", "found a tab"),
    Fault("a colon in an unquoted title", TIMELINE, "title: The Washington Post reports both meetings", "title: The Washington Post: both meetings", "Washington Post: both", "put the text in quotation marks"),
    Fault("an unclosed quotation mark", STATEMENTS, '"when it is appropriate"', '"when it is appropriate', "", "", times=-1),
    Fault("a list where a text belongs", TIMELINE, "title: Mr Flynn resigns as National Security Adviser", "title: [Mr Flynn resigns]", "title: [Mr Flynn", "expected text, found a list"),
    Fault("a text where a list belongs", TIMELINE, "people: [nancy-pelosi, jeff-sessions, democrats]", "people: nancy-pelosi", "people: nancy-pelosi", "write `[nancy-pelosi]`"),
    Fault("a misspelt field", TIMELINE, "  known: 2017-03-01\n  sources: [wapo", "  knwon: 2017-03-01\n  sources: [wapo", "knwon", "did you mean `known`?"),
    Fault("a field twice", TIMELINE, "  status: disputed\n", "  status: disputed\n  status: denied\n", "status: denied", "the field `status` stands twice"),
    Fault("a status of its own", TIMELINE, "status: disputed", "status: dubious", "dubious", "expected one of"),
    Fault("an address without https", SOURCES, "url: https://time.com", "url: time.com", "url: time.com", "begins with https://"),
    Fault("an empty file", UPDATES, "*", "", "", "the file is empty"),
    Fault("a group where a list belongs", UPDATES, "*", "first-published:\n  date: 2017-03-02\n  kind: update\n  text: First published.\n", "first-published:", "expected a list of entries"),
    # --- pages ---
    Fault("a misspelt block", TIME, "/// timeline", "/// timelin", "/// timelin", "did you mean `timeline`?"),
    Fault("a misspelt option", TIME, "    group: year", "    grup: year", "grup", "did you mean `group`?"),
    Fault("a wrong value of an option", TIME, "    group: year", "    group: years", "group: years", "did you mean `year`?"),
    Fault("an option without indent", TIME, "    group: year\n", "group: year\n", "/// timeline", "indent options by four spaces"),
    Fault("a block without its end", TIME, "    heading: 2\n///", "    heading: 2\n", "/// timeline", "is never closed"),
    Fault("a block without its entry", WORDS, "/// statement | no-campaign-talk", "/// statement", "/// statement\n///", "expected the id of a statement", times=-1),
    Fault("a block with an unknown entry", WORDS, "/// statement | no-campaign-talk", "/// statement | no-campaign-chat", "no-campaign-chat", "did you mean `no-campaign-talk`?"),
    Fault("an end without a block", ABOUT, "", "\n///\n", "///", "closes no block"),
    Fault("front matter that is no YAML", ABOUT, "kicker: Sessions and Russia", "kicker: Sessions: and Russia", "Sessions: and", "put the text in quotation marks"),
    Fault("a link to a page that is not published", BASIS, "(misled.md)", "(mislead.md)", "(mislead.md", "did you mean `misled.md`?"),
    Fault("a dead anchor on another page", BASIS, "(misled.md)", "(misled.md#what-the-side-say)", "#what-the-side-say", "did you mean `what-the-sides-say`?"),
    Fault("a dead anchor on the same page", BASIS, "(misled.md)", "(#the-to-meetings)", "#the-to-meetings", "did you mean `the-two-meetings`?"),
    Fault("a dead anchor of an entry", BASIS, "(misled.md)", "(timeline.md#event-flynn-resigned)", "#event-flynn-resigned", "did you mean `event-flynn-resigns`?"),
    # --- the configuration ---
    Fault("a misspelt option of the site", "mkdocs.yml", "      as_of: 2017", "      as_off: 2017", "as_off", "did you mean `as_of`?"),
    Fault("a home that is no page", "mkdocs.yml", "event: timeline.md", "event: time-line.md", "time-line.md", "did you mean `timeline.md`?"),
    Fault("a policy that is no page", "mkdocs.yml", "principles: about.md", "principles: abuot.md", "abuot.md", "did you mean `about.md`?"),
    Fault("a policy at a place that is not there", "mkdocs.yml", "about.md#corrections", "about.md#corection", "#corection", "did you mean `corrections`?"),
    Fault("a logo that is not there", "mkdocs.yml", "licence: MIT", "publisher: {name: We, logo: logo.png}", "logo.png", "no picture `logo.png` in `docs`"),
    Fault("a font that is not there", "mkdocs.yml", "licence: MIT", "card_font: fonts/kai.ttf", "kai.ttf", "no file `fonts/kai.ttf`"),
    Fault("a merge in the record", TIMELINE, "- id: private-meeting\n", "<<<<<<< HEAD\n- id: private-meeting\n=======\n- id: a-meeting\n>>>>>>> other\n", "<<<<<<< HEAD", "a merge left two versions of these lines"),
    Fault("a merge in a page", ABOUT, "", "\n<<<<<<< HEAD\nOne.\n=======\nAnother.\n>>>>>>> other\n", "<<<<<<< HEAD", "a merge left two versions of these lines"),
    Fault("a merge in the front matter", BASIS, "published: 2017-03-02\n", "<<<<<<< HEAD\npublished: 2017-03-02\n=======\npublished: 2017-03-01\n>>>>>>> other\n", "<<<<<<< HEAD", "a merge left two versions of these lines"),
    Fault("a merge in the configuration", "mkdocs.yml", "licence: MIT", "licence: MIT\n<<<<<<< HEAD\n=======\n>>>>>>> other", "<<<<<<< HEAD", "a merge left two versions of these lines", times=-1),
    Fault("a font that is none", "mkdocs.yml", "licence: MIT", "card_font: mkdocs.yml", "card_font", "`mkdocs.yml` is no font"),
    Fault("templates that are not there", "mkdocs.yml", "licence: MIT", "templates: tempaltes", "tempaltes", "no folder `tempaltes`"),
    Fault("a site in the place of the record", "mkdocs.yml", "site_name:", "site_dir: data\nsite_name:", "site_dir", "the built site would take the place of `data`, which holds its sources"),
    Fault("a site in the place of all", "mkdocs.yml", "site_name:", "site_dir: .\nsite_name:", "site_dir", "the built site would take the place of `data`, which holds its sources"),
    Fault("a page changed before it was there", BASIS, "published: 2017-03-02", "published: 2017-03-03", "updated:", "the page changed on 2017-03-02, before it was published on 2017-03-03", level="warning", check="updated-early"),
    Fault("a misspelt check", "mkdocs.yml", "unarchived:", "unarchivd:", "unarchivd", "did you mean `unarchived`?", times=-1),
]  # fmt: skip


def problems_of(root: Path) -> list[Problem]:
    return edition_from_disk(read_site(root / "mkdocs.yml")).problems


def apply(fault: Fault, root: Path) -> None:
    file = root / fault.file
    text = file.read_text("utf-8")
    if fault.old == "*":
        text = fault.new
    elif fault.old:
        assert fault.old in text, f"{fault.name}: the site no longer has what the fault changes"
        text = text.replace(fault.old, fault.new, 1)
    else:
        text = text.rstrip("\n") + "\n" + fault.new
    file.write_text(text, "utf-8")


def lines_of(file: Path, at: str) -> list[int]:
    text = file.read_text("utf-8")
    starts = [n for n in range(len(text)) if text.startswith(at, n)]
    return [text.count("\n", 0, start) + 1 for start in starts]


def test_the_untouched_site_yields_nothing(tmp_path: Path) -> None:
    assert problems_of(copy_site(tmp_path)) == []


def test_there_are_at_least_sixty() -> None:
    assert len(FAULTS) >= 60
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_answered_where_it_has_to_be_mended(fault: Fault, tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    # That something published changed is an answer of its own, to each of these; tests/record/test_ledger.py has it.
    shutil.rmtree(root / "data" / "published")
    apply(fault, root)
    problems = problems_of(root)
    if fault.times >= 0:
        assert len(problems) == fault.times, [str(problem) for problem in problems]
    if not fault.times:
        return
    file = fault.where or fault.file
    answers = [problem for problem in problems if fault.told in str(problem) and problem.file == Path(file)]
    assert answers, [str(problem) for problem in problems]
    answer = answers[0]
    assert (answer.severity, answer.check) == (fault.level, fault.check)
    if fault.at:
        assert answer.line in lines_of(root / file, fault.at), str(answer)
