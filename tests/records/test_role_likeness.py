"""Which applications are in another line of work."""

import pytest

from lib.records.application import Application
from lib.records.role_likeness import unlike_applications
from lib.records.workbook import Workbook


def unlike(*titles: str, companies: str = "") -> frozenset[str]:
    """The positions of the titles that are unlike the first one."""
    names = companies or "abcdefgh"
    return unlike_applications(
        Workbook(
            applications=tuple(
                Application(id=str(number), company=names[number], role=title) for number, title in enumerate(titles)
            )
        ),
        "0",
    )


@pytest.mark.parametrize(
    "titles",
    [
        ("Pastry chef", "Sous-chef"),
        ("Data analyst", "Analytics engineer"),
        ("Backend developer", "Software engineer", "Site reliability engineer"),
        ("Koch (m/w/d)", "Konditorin"),
        ("Pastry chef", "Trainee"),
        ("Intern", "Heating technician"),
    ],
)
def test_titles_that_share_a_word_or_have_none_for_the_work_are_like(titles: tuple[str, ...]) -> None:
    assert unlike(*titles) == frozenset()


def test_a_title_without_a_common_word_at_another_company_is_unlike_whatever_the_rank() -> None:
    assert unlike("Senior pastry chef (m/w/d)", "Senior heating engineer (m/w/d)", "Heating technician") == {"1", "2"}


def test_at_the_same_company_every_title_is_like() -> None:
    assert unlike("Pastry chef", "Shop manager", "Heating engineer", companies="aab") == {"2"}
