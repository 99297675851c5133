"""Neighbours of inputs that newslint once got wrong, in other words: what is to be found, and what is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.conftest import Run

HEAD: Final = {
    "txt": "Council meets on trams\n\nBy Ann Roe\n\nThe council of Brell met on Monday to talk about the trams on the line.\n\n",
    "md": "---\ntitle: Council meets on trams\ndate: 2024-05-02\nauthor: Ann Roe\n---\n\nThe council met to talk about the trams.\n\n",
}
TAIL: Final = "\n\nThe trams will run from May until the end of the year, the operator said on Tuesday.\n"
# Residue of assistants, fields nobody filled in, weekdays, lines of a page, decoding, lost spaces, slips.
FAULTS: Final = [
    ("txt", "The harbour earned more last year【4:1†source】, the mayor said."),
    ("txt", "Certainly! Here is the article about the harbour:"),
    ("txt", "As an AI language model, I cannot attend the meeting."),
    ("txt", "The fares rose by a tenth [oai_citation:2‡brell.example](https://brell.example/fares), the mayor said."),
    ("txt", "Let me know if you would like me to shorten the article or change its tone."),
    ("txt", "The fund has raised €XX million so far, the mayor said."),
    ("txt", "The mayor, [FIRST NAME LAST NAME], said so on the quay."),
    ("txt", "[INSERT QUOTE FROM MAYOR HERE]"),
    ("txt", "The vote on TK was close, and the hall was full."),
    ("txt", "The ferry costs [price to come] a year, he said."),
    ("txt", "The council met on Thursday, the 14th of October 2023."),
    ("txt", "It will meet on Tues. 25.12.2024 in the hall."),
    ("txt", "On Sunday morning, May 4, 2022, the pier burned."),
    ("txt", "The strike began on 2 January 2024, a Wednesday."),
    ("txt", "The ship sank on Saturday, Apr. 15th, 1912."),
    ("txt", "This site uses cookies to improve your experience."),
    ("txt", "Please enable cookies and reload the page."),
    ("txt", "You have 2 free articles remaining this month."),
    ("txt", "Sign up for our daily newsletter"),
    ("txt", "Share this article: Facebook Twitter WhatsApp Email"),
    ("txt", "The cafÃ© on the quay is open."),
    ("txt", "The mayorâ€™s boat is gone."),
    ("txt", "He paid Â£40 for the ticket."),
    ("txt", "The naÃ¯ve plan failed."),
    ("txt", "She said â€œnoâ€\x9d to the plan."),
    ("txt", "The office opened on Thursday.Nobody came."),
    ("txt", "Guests,both old and new, were there."),
    ("txt", "The captain(who is old) stayed on board."),
    ("txt", "He left the hall ,and nobody saw him."),
    ("txt", "It cost 4 million.The town paid."),
    ("txt", "The trams were seperately owned until May."),
    ("txt", "He should of asked the council first."),
    ("txt", "The committee have agreed it's own rules."),
    ("txt", "Their is no money for the trams."),
    ("txt", "The council recieved alot of letters."),
]
# Quotation marks of other languages, signs, inches, an editor's brackets, clauses, amounts, template tags, questions.
SOUND: Final = [
    ("txt", "On the wall somebody had written »Wir bleiben hier« in chalk."),
    ("txt", "The newspaper »Politiken« wrote about it first."),
    ("txt", "The motto is «Liberté pour tous», the mayor read out."),
    ("txt", "The play is called ›Nebel‹, and its sequel »Sturm«."),
    ("txt", "He shouted « Allez ! » and ran."),
    ("txt", 'The parser fails when a cell contains a single " character.'),
    ("txt", "Write ″ for inches and ′ for feet, the guide says."),
    ("txt", "Typists confuse “ with ” all the time."),
    ("txt", "The keyboard has no « key and no » key."),
    ("txt", 'Every line of the log begins with a " sign.'),
    ("txt", 'Each plank is 2" by 4" and 8\' long.'),
    ("txt", "She is 5'11\" and he is 6'3\"."),
    ("txt", 'The pipe, 1½" across, burst at noon.'),
    ("txt", 'A 27" screen hangs over the bar.'),
    ("txt", "The boat lay at 57° 12' 30\" N, 2° 5' 10\" W."),
    ("txt", "“They [the trams] are old,” she said."),
    ("txt", "“I was gob-smacked [sic] by it,” he wrote."),
    ("txt", "“It was [laughs] a long night,” she said."),
    ("txt", "“[The mayor] has no plan,” he told the council."),
    ("txt", "“We did it [in] four days,” the captain said."),
    ("txt", "What the crew had had to be sold."),
    ("txt", "The ones that remain remain for the winter."),
    ("txt", "Whatever he did did him no good."),
    ("txt", "She told him that that boat was hers."),
    ("txt", "The lights they left on on Sunday were off on Monday."),
    ("txt", "He asked for an £8,000 loan and a £90 one."),
    ("txt", "It is an €11 ticket and a €9 one."),
    ("txt", "They won a HK$12 million tender."),
    ("txt", "She got an A$80 refund."),
    ("txt", "A $1.8 billion plan and an $18 fare were voted on."),
    ("md", '{{< figure src="pier.jpg" caption="The pier" >}}'),
    ("md", '{% include figure.html src="pier.jpg" %} The pier is old.'),
    ("md", "The pier is {{ page.age }} years old and {{site.data.piers.size}} long."),
    ("md", "{{% notice tip %}}The pier is open.{{% /notice %}}"),
    ("md", "{: .no_toc }"),
    (
        "md",
        "**What did you do before the harbour hired you for the job?**\n\nI drove.\n\n**What did you do before the harbour hired you for the job?**\n\nI sailed.",
    ),
    ("md", "> “The pier is old.\n>\n> It needs paint.”\n\nSo she wrote."),
    ("md", "Q: Who paid for the trams?\n\nA: The town did."),
    ("md", "*“I never asked for a boat.*\n\n*I asked for a bridge.”* — Ann Lee"),
    ("md", "“Who pays?”\n\n“We do.”"),
]


def reported(newslint: Run, lines: list[tuple[str, str]]) -> list[list[str]]:
    """The severities of what is reported of each line, in an article that has it in its middle."""
    Path("_config.yml").write_text("title: The Brell Times\n", "utf-8")  # a site whose generator reads template tags
    names = [f"{number}.{suffix}" for number, (suffix, _) in enumerate(lines)]
    for name, (suffix, line) in zip(names, lines, strict=True):
        Path(name).write_text(HEAD[suffix] + line + TAIL, "utf-8")
    findings = json.loads(newslint("--no-config", "--quick", "--format", "json", *names).out)["findings"]
    return [[f["severity"] for f in findings if f["path"] == n and f["rule"] != "sourcing.metadata"] for n in names]


def test_faults_are_found(newslint: Run) -> None:
    assert [line for line, told in zip(FAULTS, reported(newslint, FAULTS), strict=True) if not told] == []


def test_what_is_sound_gets_no_warning(newslint: Run) -> None:
    assert [line for line, told in zip(SOUND, reported(newslint, SOUND), strict=True) if {*told} - {"info"}] == []
