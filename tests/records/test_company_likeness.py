"""Which spellings are offered as one company, and which aren't."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.records.company_likeness import is_like, like_companies, likeness_key

SAME = [
    ("Acme", "Acme Inc."),
    ("Acme Inc.", "Acme, Inc."),
    ("Acme, Inc.", "ACME INC"),
    ("Acme", "Acme Incorporated"),
    ("Hollis and Vane", "Hollis & Vane"),
    ("Hollis&Vane", "Hollis and Vane Ltd"),
    ("Hollis + Vane", "Hollis & Vane"),
    ("Tesco plc", "Tesco"),
    ("Tesco P.L.C.", "TESCO PLC"),
    ("Rübezahl Outdoor GmbH", "Rubezahl Outdoor"),
    ("Krähwinkel GmbH & Co. KG", "Krähwinkel"),
    ("Krähwinkel GmbH & Co KG", "Krahwinkel GmbH"),
    ("Siemens AG", "Siemens"),
    ("SAP SE", "SAP"),
    ("Orange S.A.", "Orange SA"),
    ("Orange", "Orange S.A."),
    ("Société Générale SA", "Societe Generale"),
    ("Doctolib SAS", "Doctolib"),
    ("Léon SARL", "Leon S.A.R.L."),
    ("Adyen N.V.", "Adyen"),
    ("Picnic B.V.", "Picnic BV"),
    ("Supercell Oy", "Supercell"),
    ("Nokia Oyj", "Nokia"),
    ("Spotify AB", "Spotify"),
    ("AB Volvo", "Volvo AB"),
    ("Ferrero S.p.A.", "Ferrero"),
    ("Skroutz S.A.", "SKROUTZ"),
    ("Avast s.r.o.", "Avast"),
    ("Allegro sp. z o.o.", "Allegro"),
    ("Ford Motor Company", "Ford Motor Co."),
    ("Tiffany & Co.", "Tiffany and Co"),
    ("Marks & Spencer", "Marks and Spencer Ltd."),
    ("Stripe, LLC", "Stripe"),
    ("Baker McKenzie LLP", "Baker McKenzie"),
    ("Atlassian Pty Ltd", "Atlassian"),
    ("Grab Pte. Ltd.", "Grab"),
    ("Infosys Pvt Ltd", "Infosys"),
    ("L'Oréal", "L’Oreal S.A."),
    ("McDonald's Corporation", "McDonalds"),
    ("T-Mobile", "T Mobile"),
    ("Data-Dog", "Datadog"),
    ("The Guardian", "Guardian"),
    ("Straße GmbH", "Strasse"),
    ("Ørsted A/S", "Orsted"),
    ("  acme   inc ", "Acme"),
]

APART = [
    ("Meta", "Metro"),
    ("Apple", "Apple Leisure Group"),
    ("Apple", "Applied Materials"),
    ("Siemens", "Siemens Energy"),
    ("Siemens AG", "Siemens Energy AG"),
    ("Delta Air Lines", "Delta Dental"),
    ("AB Tasty", "Tasty"),
    ("SE Ranking", "Ranking"),
    ("Co-op", "Coach"),
    ("Target", "Targit"),
    ("Marks", "Marks and Spencer"),
    ("Hollis", "Hollis and Vane"),
    ("Hollis and Vane", "Vane and Hollis"),
    ("GmbH", "AG"),
    ("Inc", "Ltd"),
    ("Northwind", "Northwind Traders"),
    ("3M", "M3"),
    ("C", "C++"),
    ("", "Acme"),
    ("...", "!!!"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_of_one_company_are_alike(one: str, other: str) -> None:
    assert is_like(one, other)
    assert is_like(other, one)


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_companies_are_not_alike(one: str, other: str) -> None:
    assert not is_like(one, other)
    assert not is_like(other, one)


def test_only_known_names_that_are_spelled_otherwise_are_offered() -> None:
    known = ("Acme Inc.", "acme", "Acme, Inc.", "Metro", "ACME INC.")

    assert like_companies("Acme", known) == ("ACME INC.", "Acme, Inc.")


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_has_no_direction_and_a_name_is_like_itself(one: str, other: str) -> None:
    assert is_like(one, other) == is_like(other, one)
    assert is_like(one, one) or not one.strip()
    if likeness_key(one) == likeness_key(other) != "":
        assert is_like(one, other)
