"""Derived figures in many wordings: with the right figure they are explained, with a wrong one they are not."""

from __future__ import annotations

import datetime

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.knowledge.facts.relations import relations

# (text with {} in place of the figure, a right figure, a wrong one), by relation.
SHARES = [
    ("Of the 80 flats, 20, or {}, are empty.", "a quarter", "a third"),
    ("Of 400 drivers stopped, 60 ({}) had no licence.", "15%", "25%"),
    ("Inspectors failed 18 of the 90 kitchens, or {}.", "one in five", "one in three"),
    ("Only 12 out of 48 buses ran on time, which is {}.", "a quarter", "a fifth"),
    ("They replanted 30 of the 120 hectares — {}.", "a quarter", "half"),
    ("Nine of the 36 windows, or {}, were cracked.", "25 per cent", "35 per cent"),
    ("The clinic saw 500 patients. In March 350 of its 500 patients, about {}, came back.", "70%", "50%"),
    ("The trust sold 45 of its 60 paintings. That is {}.", "three quarters", "two thirds"),
    ("About 900 farms applied and 300, or {}, were paid.", "one in three", "one in five"),
    ("It had £40m and spent £10m, or {}, on roofs.", "a quarter", "a third"),
    ("{} (14 of 70) had moved away.", "Twenty percent", "Thirty percent"),
    ("Of the 50 km of wall, 10 km ({}) has fallen.", "20%", "30%"),
    ("Two-thirds of the 36 members, or {}, signed.", "24", "20"),
]
CHANGES = [
    ("The fare rose from £2 to £2.50, an increase of {}.", "25%", "50%"),
    ("Membership fell {} to 600 from 800.", "25 percent", "40 percent"),
    ("Membership fell from 800 to 600, or by {}.", "a quarter", "a half"),
    ("The herd went from 40 to 120, a {} rise.", "threefold", "fivefold"),
    ("The herd went from 40 animals to 120 animals. In other words, it {}.", "tripled", "doubled"),
    ("Rents are to go up from $900 to $1,080, a jump of {}.", "20 percent", "30 percent"),
    ("Visitor numbers dropped from 9,000 in 2015 to 6,000 in 2019, a fall of {}.", "a third", "a half"),
    ("The budget was $60 million, up {} from $50 million.", "20%", "40%"),
    ("The school has 300 pupils. The number is to rise to 450, an increase of {}.", "a half", "a third"),
    ("There were 4,000 oaks in 1900 and there are 1,000 today, {} as many.", "a quarter", "a tenth"),
    ("Output came to 90 tonnes, up from 30 tonnes in 2010, or {} as much.", "three times", "five times"),
    ("The rate moved from 5% to 6%, a rise of {}.", "20%", "1%"),
    ("The rate moved from 5% to 7%, up by {}.", "two percentage points", "four percentage points"),
    ("The price went from £400 to £460, a rise of {}.", "£60", "£90"),
]
DIFFERENCES = [
    ("The bridge cost £90m, {} more than the £70m agreed.", "£20m", "£30m"),
    ("Rovers won by {} points, 81-70.", "11", "21"),
    ("She won by 5,200 votes to 4,800, a majority of {}.", "400", "600"),
    ("The motion fell by 31 votes to 27, a margin of {}.", "four", "six"),
    ("He led by {} points, 52 percent to 44 percent.", "eight", "six"),
    ("The new tower has 64 floors, {} more than the 48 of the old one.", "16", "26"),
    ("It has 1,400 staff, {} fewer than the 1,700 it had in May.", "300", "500"),
]
SUMS = [
    ("The convoy of 31 lorries (19 with food and {} with tents) left at dawn.", "12", "22"),
    ("A total of 45 were held: 30 in the port, 10 at the airport and {} at sea.", "five", "nine"),
    ("The squad is made up of 11 men and {} women, 20 in all.", "nine", "seven"),
    ("The ferry carried 40 cars, of which 26 got off and {} did not.", "14", "12"),
    ("Town have 20 wins, 8 losses and four draws from {} games.", "32", "36"),
    ("Six of the nine jurors agreed. The other {} did not.", "three", "two"),
    ("Of the £90m approved, £50m is for roads. The balance of {} is for parks.", "£40m", "£60m"),
    ("Twelve of the 30 pupils passed, leaving {} to try again.", "18", "16"),
    ("Asked for one favourite, 45% said tea, 35% coffee and {} cocoa.", "20%", "30%"),
    ("Of the bed, 60% was mud, 25% rock and {} sand.", "15%", "25%"),
]
LISTS = [
    ("The toll is 35.\n\nTwenty of the dead were women, nine were men and {} were children.", "six", "eight"),
    ("They want 214 flats.\n\nIt is 72 flats in Block A, 58 in Block B, 49 in Block C and {} in Block D.", "35", "45"),
    (
        "Rovers outshot them 31-27, with nine shots in the first period, 12 in the second and {} in the third.",
        "10",
        "13",
    ),
    ("The plant cost €240m. The firm put in €150m, the fund €60m and a group of banks {}.", "€30m", "€45m"),
    (
        "The storm killed 17 people.\n\nNine were killed by falling trees, six drowned and {} died in a fire.",
        "two",
        "four",
    ),
    ("She took £312,000.\n\nIt was £188,000 from a fund, £74,000 from a will and {} from a box.", "£50,000", "£70,000"),
    ("There are 96 seats: 40 in the stalls, 36 in the circle and {} in boxes.", "20", "30"),
    ("The bus had 52 people on board, made up of 30 pupils, 18 parents and {} teachers.", "four", "nine"),
]
PRODUCTS = [
    ("A 20% discount on the £80 coat brought it to {}.", "£64", "£60"),
    ("The tip, 15% on a bill of £40, was {}.", "£6", "£9"),
    ("There are eight rows of 12 seats, {} in all.", "96", "86"),
    ("Trams run every 15 minutes, or {} an hour.", "four", "six"),
    ("Each passenger will get back $75, which comes to {}. There were 184 passengers.", "$13,800", "$15,900"),
    ("The party holds 33 of the 60 seats, a majority of {}.", "six", "nine"),
    ("They pay 10% of the fare of $50, which is {}.", "$5", "$8"),
    ("A levy of 4% on sales of £900,000 would be {}.", "£36,000", "£46,000"),
]
AVERAGES = [
    ("He scored 30 goals in 40 games, an average of {}.", "0.75", "0.95"),
    ("They raised £1,200 over 12 days, an average of {}.", "£100", "£150"),
    ("She scored 4, 6 and 8, an average of {}.", "six", "seven"),
    ("It sold 800 tickets, {} as many as the 400 of last year.", "twice", "three times"),
    ("The club has 400 members, {} the 800 it had in May.", "half", "a third of"),
    ("They were lost for 72 hours, or {}.", "three days", "four days"),
    ("The film lasts 90 minutes ({}).", "an hour and a half", "two hours"),
    ("The strike lasted {}, or 21 days.", "three weeks", "five weeks"),
    ("Sixty percent voted yes, 30% no and the remaining {} stayed away.", "10%", "20%"),
    ("Half went to the son, a third to the daughter and {} to the church.", "a sixth", "a quarter"),
]
RATES = [
    ("The leak loses 20 litres a minute, which comes to {} a day.", "28,800 litres", "2,880 litres"),
    ("He pays £60 a week, or {} a year.", "£3,120", "£4,120"),
    ("Mending all four would cost $2 million, or {} apiece.", "$500,000", "$700,000"),
    ("The county has 600,000 people and 300 nurses, one for every {} inhabitants.", "2,000", "5,000"),
    ("The club bought 14 boats at £3,000 each, a total of {}.", "£42,000", "£52,000"),
    ("The seven-member board voted {} to stay.", "4-3", "6-3"),
    ("Orr took 8,000 votes (40%) and Bell 6,000 ({}).", "30%", "35%"),
]


def read(text: str) -> list[bool]:
    """Whether each relation of a text is explained."""
    document = document_of(Text(f"{text}\n", "article.txt"), Settings(today=datetime.date(2026, 1, 1)))
    return [one.explained for one in document.derived(relations)]


@pytest.mark.parametrize(
    ("text", "right", "wrong"), [*SHARES, *CHANGES, *DIFFERENCES, *SUMS, *LISTS, *PRODUCTS, *AVERAGES, *RATES]
)
def test_a_right_figure_is_explained_and_a_wrong_one_is_not(text: str, right: str, wrong: str) -> None:
    assert False not in read(text.format(right))
    assert False in read(text.format(wrong))
