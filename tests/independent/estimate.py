"""A second opinion: estimates worked out straight from the formulas of the method.

Shares nothing with the program: plain tables in, other algorithms where there is a choice (the
mean of a distribution is a sum over many thin slices, the weights come from Gaussian elimination).
Standard library only, nothing random: the same tables always give the same bytes.

    python3 tests/independent/estimate.py > tests/independent/cases.jsonl

`tests/it/model_cases.rs` compares the program with every line. Run this again when `data/` changes.
"""

import json
import math
import tomllib
from itertools import combinations
from pathlib import Path
from statistics import NormalDist

DATA = Path(__file__).parents[2] / "data"
FACTORS = ["certifications", "experience", "specialty", "setting", "education"]
PERCENTILES = {"p10": 0.10, "p25": 0.25, "p50": 0.50, "p75": 0.75, "p90": 0.90}
Z = [NormalDist().inv_cdf(p) for p in PERCENTILES.values()]


def table(name):
    with open(DATA / f"{name}.toml", "rb") as file:
        return tomllib.load(file)


WAGES = {row["place"]: row for row in table("salaries")["rows"]}
PRICES = {row["code"]: row.get("price_level") for row in table("geography")["rows"]}
KNOTS = [(row["years"], row["ratio"]) for row in table("experience")["rows"]]
CREDENTIALS = {row["credential"]: row.get("specialty") for row in table("credentials")["rows"]}
ENTRY_LEVEL = {"CPC-A", "COC-A", "CIC-A", "CRC-A", "CCA", "CBCS"}  # awarded to beginners
LEVELS = {
    "specialty": {row["level"]: row for row in table("specialties")["rows"]},
    "setting": {row["level"]: row for row in table("settings")["rows"]},
    "education": {row["level"]: row for row in table("education")["rows"]},
}


# Section 1, pay in one place.

SLICES = 12_000
WIDTH = 20 / SLICES
GRID = [-10 + (i + 0.5) * WIDTH for i in range(SLICES)]
DENSITY = [NormalDist().pdf(z) * WIDTH for z in GRID]
SEGMENT = [sum(z > knot for knot in Z[1:4]) for z in GRID]  # which two points a slice is between


def logs(row):
    return [math.log(row[name]) for name in PERCENTILES]


def mean_of(y):
    """The mean of a distribution whose log is linear in z between five points and beyond them."""
    slopes = [(y[i + 1] - y[i]) / (Z[i + 1] - Z[i]) for i in range(4)]
    quantile = lambda z, i: math.exp(y[i] + slopes[i] * (z - Z[i]))
    return sum(quantile(z, i) * weight for z, i, weight in zip(GRID, SEGMENT, DENSITY))


# Section 2, what the person adds.


def survey_figures():
    """The pay by number of certifications, and the average of all who answered."""
    certifications = table("certifications")
    rows = {row["certifications"]: row for row in certifications["rows"]}
    pay = {count: row["pay"] for count, row in rows.items() if "pay" in row}
    for count, row in rows.items():
        if "derived" in row:
            ratio = row["derived"]["numerator"] / row["derived"]["denominator"]
            pay[count] = pay[row["derived"]["from"]] * ratio
    none = certifications["survey"]["uncertified_share"]
    average = none * pay[0] + (1 - none) * certifications["survey"]["all_certified"]
    return pay, average


CENTER = {row["factor"]: row["value"] for row in table("combination")["center"]}
PAY_BY_COUNT, SURVEY_AVERAGE = survey_figures()


def facts_of(profile):
    """What counts of a profile: factor and value, with what its named credentials imply."""
    named = {"certifications" if key == "certs" else key: text for key, text in profile.items()}
    facts = {factor: named[factor] for factor in FACTORS if factor in named}
    names = [name for name in facts.get("certifications", "").split(",") if not name.isdigit()]
    names = [name for name in names if name]
    if names:
        facts["certifications"] = str(len(names))
        if any(name in ENTRY_LEVEL for name in names):
            facts.setdefault("experience", "1")
        specialties = {CREDENTIALS[name] for name in names} - {None}
        if specialties != {"general-coding"}:
            specialties.discard("general-coding")
        if len(specialties) == 1:
            facts.setdefault("specialty", specialties.pop())
    return {factor: facts[factor] for factor in FACTORS if factor in facts}


def effect(factor, value):
    """ln(pay / reference) of one stated fact, of a specialty less the center of all."""
    if factor == "certifications":
        return math.log(PAY_BY_COUNT[min(int(value), max(PAY_BY_COUNT))] / SURVEY_AVERAGE)
    if factor == "experience":
        years = min(float(value), KNOTS[-1][0])
        for (x0, r0), (x1, r1) in zip(KNOTS, KNOTS[1:]):
            if x0 <= years <= x1:
                return math.log(r0) + math.log(r1 / r0) * (years - x0) / (x1 - x0)
    row = LEVELS[factor][value]
    ratio = row["ratio"] if "ratio" in row else row["pay"] / row["reference"]
    return math.log(ratio) - CENTER.get(factor, 0.0)


def solve(matrix, right):
    """Gaussian elimination with the largest pivot."""
    rows = [list(row) + [b] for row, b in zip(matrix, right)]
    n = len(rows)
    for i in range(n):
        pivot = max(range(i, n), key=lambda j: abs(rows[j][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        for j in range(n):
            if j != i:
                rows[j] = [a - rows[j][i] * b for a, b in zip(rows[j], rows[i])]
    return [row[n] for row in rows]


COMBINATION = table("combination")
SPREAD = {row["factor"]: row["value"] for row in COMBINATION["spread"]}
CORRELATION = {frozenset((r["a"], r["b"])): r["value"] for r in COMBINATION["correlation"]}


def weights(stated):
    """w = V⁻¹ c, and the explained variance r = Σ w c."""
    rho = lambda f, g: 1.0 if f == g else CORRELATION[frozenset((f, g))]
    v = [[rho(f, g) * SPREAD[f] * SPREAD[g] for g in stated] for f in stated]
    c = [SPREAD[f] ** 2 for f in stated]
    w = solve(v, c)
    return dict(zip(stated, w)), sum(a * b for a, b in zip(w, c))


# Section 5, other roles.

RELATED = {
    section["occupation"]: {row["place"]: row for row in section["rows"]}
    for section in table("occupations")["occupation"]
}
OF_ANY_ROLE = ["experience", "education"]


def wages(role, place):
    """The row of a place; of a role without one the nation's, moved with all occupations."""
    rows = RELATED[role] if role else WAGES
    if place in rows:
        return rows[place]
    everybody = RELATED["all-occupations"]
    ratio = everybody[place]["mean"] / everybody["US"]["mean"]
    return {name: rows["US"][name] * ratio for name in [*PERCENTILES, "mean"]}


# Sections 3 and 4, the estimate and whose pay scale.


def width(explained, role=None):
    """What is left of the range when so much of the nation's variance is explained."""
    nation = logs(wages(role, "US"))
    return math.sqrt(1 - explained / ((nation[4] - nation[0]) / (Z[4] - Z[0])) ** 2)


def pay_scale(profile):
    home, employer = profile.get("state"), profile.get("employer_state")
    places = {"employer": employer, "residence": home, "national": "US"}
    chosen = profile.get("geo_pay")
    if chosen is None and employer and employer != home:
        chosen = "employer"
    elif chosen is None:
        chosen = "residence" if home else "national"
    return chosen, places[chosen]


def estimate(profile):
    role = profile.get("role")
    counted = OF_ANY_ROLE if role else FACTORS
    facts = {factor: value for factor, value in facts_of(profile).items() if factor in counted}
    geo_pay, place = pay_scale(profile)
    level = profile.get("level", "oews")

    w, explained = weights(list(facts))
    d = sum(w[factor] * effect(factor, value) for factor, value in facts.items())
    if level == "survey":
        d += math.log(SURVEY_AVERAGE / WAGES["US"]["mean"])
    k = width(explained, role)

    row = wages(role, place)
    y = logs(row)
    narrowed = [k * (point - y[2]) for point in y]
    center = math.log(mean_of(y)) + d - math.log(mean_of(narrowed))
    pay = {name: math.exp(center + point) for name, point in zip(PERCENTILES, narrowed)}
    pay["mean"] = row["mean"] * math.exp(d)

    prices = PRICES.get(profile.get("state"))
    at_home = {name: amount * 100 / prices for name, amount in pay.items()} if prices else None
    cents = lambda figures: figures and {name: round(x, 2) for name, x in figures.items()}
    return {
        "profile": profile,
        "place": place,
        "geo_pay": geo_pay,
        "level": level,
        "explained": round(explained, 12),
        "k": round(k, 12),
        "weights": {factor: round(weight, 12) for factor, weight in w.items()},
        "pay": cents(pay),
        "home_value": cents(at_home),
    }


# The cases.


def cases():
    places = [place for place in WAGES if place != "US"]
    yield {}
    yield from ({"state": place} for place in places)
    yield from ({"certs": str(count)} for count in range(6))
    yield from ({"experience": years} for years in ["0", "0.5", "4", "12.3", "25", "40"])
    yield from ({factor: level} for factor in LEVELS for level in LEVELS[factor])

    # Every set of two and more factors, each in another state and with other levels.
    values = {"certs": ["3", "0", "1", "2"], "experience": ["10", "0", "2.5", "17", "30"]}
    values |= {factor: list(levels) for factor, levels in LEVELS.items()}
    sets = [s for n in range(2, 6) for s in combinations(values, n)]
    for i, keys in enumerate(sets):
        stated = {key: values[key][(i + j) % len(values[key])] for j, key in enumerate(keys)}
        yield {"state": places[(7 * i) % len(places)]} | stated

    # The worked examples that are not above.
    yield from ({"certs": certs, "level": "survey"} for certs in ["0", "1", "2", "3"])
    yield {"certs": "3", "experience": "10"}
    yield {"certs": "1", "experience": "0"}
    yield {"certs": "0", "experience": "0"}
    yield {"certs": "1", "experience": "0", "specialty": "general-coding"}
    yield {"certs": "3", "experience": "12", "specialty": "auditing"}
    yield {"state": "MA", "certs": "3"}
    yield {"state": "MS", "certs": "3", "level": "survey"}

    # Named credentials: what they lead to, beside what is stated, and what beginners hold.
    yield from ({"certs": names} for names in ["CPC", "CRC", "CPMA", "CPC-A", "CCA", "CBCS", "RHIT"])
    yield from ({"certs": names} for names in ["CPC,CRC", "CRC,CCS", "CPMA,CRC,CPC", "CCS,RHIT"])
    yield {"certs": "CPC-A", "experience": "0.5", "state": "TN"}
    yield {"certs": "CPC-A,CRC", "state": "OR"}
    yield {"certs": "CPMA", "specialty": "inpatient", "experience": "8"}

    # Two states: every pay scale on every pay level.
    for geo_pay in [None, "employer", "residence", "national"]:
        for level in [None, "survey", "oews"]:
            remote = {"state": "MS", "employer_state": "MA", "certs": "2", "experience": "6"}
            asked = {"geo_pay": geo_pay, "level": level}
            yield remote | {key: word for key, word in asked.items() if word}

    # Edges of the pay scale: the same state twice, one state, the employer's alone, territories.
    yield {"state": "OH", "employer_state": "OH", "certs": "1"}
    yield {"state": "OH", "employer_state": "OH", "geo_pay": "national", "certs": "1"}
    yield {"state": "CA", "geo_pay": "national"}
    yield {"employer_state": "WA", "specialty": "auditing"}
    yield {"state": "PR", "certs": "2", "experience": "5"}
    yield {"state": "GU", "employer_state": "NY", "education": "bachelor"}
    yield {"state": "NY", "employer_state": "PR", "setting": "hospital"}
    yield {"state": "DC", "level": "survey"}

    # Other roles: in the nation, where rows are missing, beside facts that count and do not.
    for role in [role for role in RELATED if role != "all-occupations"]:
        yield {"role": role}
        yield {"role": role, "state": "VI"}
        yield {"role": role, "state": "OH", "experience": "4"}
        yield {"role": role, "state": "AL", "experience": "12", "education": "bachelor", "certs": "3"}
    yield {"role": "informatics", "state": "GU", "employer_state": "AL"}
    yield {"role": "informatics", "state": "MS", "specialty": "auditing", "setting": "hospital"}
    yield {"role": "manager", "state": "MS", "employer_state": "MA", "geo_pay": "residence"}


if __name__ == "__main__":
    for case in cases():
        print(json.dumps(estimate(case)))
