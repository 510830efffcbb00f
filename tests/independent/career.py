"""A second opinion: what careers come to on average, worked out without simulating any.

Shares nothing with the program. Durations are added up by exact convolution, and because a rank is
drawn for itself, the average pay of a month is a sum over the stages that a career can be in. So
every figure here is exact, where the program draws ten thousand careers.

    python3 tests/independent/career.py > tests/independent/careers.jsonl

`tests/career/independent.rs` compares the program with every line. Run this again when `data/`
changes.
"""

import json
import math

from estimate import GRID, DENSITY, SEGMENT, SURVEY_AVERAGE, WAGES, Z
from estimate import effect, logs, mean_of, pay_scale, table, weights

CAREER = table("career")
SPANS = {row["item"]: (row["low"], row["mode"], row["high"]) for row in CAREER["span"]}
NUMBERS = {row["item"]: row["value"] for row in CAREER["number"]}
CHOICES = {row["item"]: row["value"] for row in CAREER["choice"]}
COSTS = {row["item"]: row["value"] for row in table("costs")["rows"]}
RELATED = {
    section["occupation"]: {row["place"]: row for row in section["rows"]}
    for section in table("occupations")["occupation"]
}
MAY = {row["year"]: row["may"] for row in table("prices")["rows"]}
ROLES = {"auditing", "compliance", "teaching", "revenue-cycle", "informatics", "contracting"}
PERCENTILES = ["p10", "p25", "p50", "p75", "p90"]


# Months: a list of the probabilities of 0, 1, 2 and so on.


def months(span, times=1.0):
    low, mode, high = (x * times for x in SPANS[span])

    def below(x):
        if x <= low:
            return 0.0
        if x >= high:
            return 1.0
        if x < mode:
            return (x - low) ** 2 / ((high - low) * (mode - low))
        return 1 - (high - x) ** 2 / ((high - low) * (high - mode))

    return [below(n + 0.5) - below(n - 0.5) for n in range(math.floor(high + 0.5) + 1)]


def plus(a, b):
    total = [0.0] * (len(a) + len(b) - 1)
    for i, p in enumerate(a):
        for j, q in enumerate(b):
            total[i + j] += p * q
    return total


def either(*parts):
    """One thing or another, each part a probability and the months that it has then."""
    longest = max(len(months) for _, months in parts)
    at = lambda months, n: months[n] if n < len(months) else 0.0
    return [sum(share * at(months, n) for share, months in parts) for n in range(longest)]


def by(probabilities, month):
    return sum(probabilities[: month + 1])


# Pay.


def where_and_who(case):
    """Where someone stands, and what is aimed at."""
    years, certs = float(case.get("experience", 0)), int(case.get("certs", 0))
    first = CHOICES["first-specialty"]
    stated = case.get("specialty") if case.get("specialty") != first else None
    standing = case.get("standing")
    if standing is None and years > 0:
        standing = "specialist" if stated else "coder"
    elif standing is None:
        standing = "certified" if certs > 0 else "newcomer"
    pivot = CHOICES["pivot"]
    if stated in ROLES:
        pivot = "none" if standing == "specialist" else stated
    pivot = case.get("pivot", pivot)
    aim = stated if stated and (standing == "specialist" or stated != pivot) else CHOICES["specialty"]
    return standing, stated or first, aim, pivot


def average(curve):
    """The average over ranks of exp(curve)."""
    return sum(math.exp(curve(z, i)) * weight for z, i, weight in zip(GRID, SEGMENT, DENSITY))


def narrowed(y, k):
    """The log pay by rank with its range narrowed and its average kept."""
    points = [k * (point - y[2]) for point in y]
    centre = math.log(mean_of(y)) - math.log(mean_of(points))
    slopes = [(points[i + 1] - points[i]) / (Z[i + 1] - Z[i]) for i in range(4)]
    return lambda z, i: centre + points[i] + slopes[i] * (z - Z[i])


def width(explained):
    nation = logs(WAGES["US"])
    return math.sqrt(1 - explained / ((nation[4] - nation[0]) / (Z[4] - Z[0])) ** 2)


def informatics_logs(place):
    rows, everybody = RELATED["informatics"], RELATED["all-occupations"]
    if place in rows:
        return [math.log(rows[place][name]) for name in PERCENTILES]
    moved = math.log(everybody[place]["mean"] / everybody["US"]["mean"])
    return [math.log(rows["US"][name]) + moved for name in PERCENTILES]


class Pay:
    """The average pay a month, by months since the first job and by stage."""

    def __init__(self, case):
        self.standing, specialty, self.aim, self.pivot = where_and_who(case)
        self.share = float(case.get("causal_share", NUMBERS["causal-share"]))
        certs = case.get("certs")
        works = self.standing in ("coder", "specialist")
        self.held = int(certs) if works and certs is not None else max(1, int(certs or 0))
        self.worked = float(case.get("experience", 0))
        self.first = specialty if self.standing == "specialist" else CHOICES["first-specialty"]
        others = {key: case[key] for key in ("setting", "education") if key in case}
        stated = ["certifications", "experience", "specialty", *others]
        self.weights, explained = weights(stated)
        self.fixed = sum(self.weights[key] * effect(key, level) for key, level in others.items())
        self.fixed += self.weight_of("certifications", self.held)
        self.fixed += self.weight_of("specialty", self.first)
        if case.get("level", "oews") == "survey":
            self.fixed += math.log(SURVEY_AVERAGE / WAGES["US"]["mean"])
        self.time = float(case.get("hours", 40)) / 40 / 12
        scale, place = pay_scale(case)
        home = place if scale == "national" else case.get("state", place)
        self.places = [home, place]
        self.means = [mean_of(logs(WAGES[home])), mean_of(logs(WAGES[place]))]
        self.k = width(explained)
        up_to, _, every = case.get("certs_plan", "3").partition("/")
        self.every = int(every or 12)
        self.added = max(0, (0 if up_to == "none" else int(up_to)) - self.held)
        self.avoids = case.get("ai") == "avoid"
        self.net = None
        if "hourly_rate" in case:
            kept = NUMBERS["contract-billable-share"] * (1 - NUMBERS["contract-overhead"])
            kept /= 1 + NUMBERS["payroll-tax"]
            hours = float(case.get("hours", 40)) * 52
            self.net = float(case["hourly_rate"]) * hours * kept / 12
        self.contractor = case.get("employment") == "contract" and self.net is not None
        self.informatics = self.pivot == "informatics" and self.mean_of_informatics(others, stated)

    def weight_of(self, factor, level):
        return self.weights[factor] * effect(factor, level)

    def years(self, since, weight=None):
        """What years of work multiply pay by."""
        weight = self.weights["experience"] if weight is None else weight
        return math.exp(weight * effect("experience", self.worked + since / 12))

    def mean_of_informatics(self, others, stated):
        """The average over ranks of the first job's pay and that of informatics, mixed."""
        education = {key: level for key, level in others.items() if key == "education"}
        known = ["experience", *education]
        there_weights, explained = weights(known)
        there = narrowed(informatics_logs(self.places[1]), width(explained))
        fixed = sum(there_weights[key] * effect(key, level) for key, level in education.items())
        here = narrowed(logs(WAGES[self.places[1]]), self.k)
        s = self.share
        mix = lambda z, i: (1 - s) * (here(z, i) + self.fixed) + s * (there(z, i) + fixed)
        weight = (1 - s) * self.weights["experience"] + s * there_weights["experience"]
        return average(mix), weight

    def at(self, stage, since, remote_since):
        """stage 0: office, 1: remote, 2: specialist, 3: pivot."""
        if stage == 3 and self.pivot == "contracting" and self.net is not None:
            return self.net
        if stage == 3 and self.informatics:
            mean, weight = self.informatics
            return mean * self.years(since, weight) * self.time
        if stage >= 1 and self.contractor:
            return self.net
        added = min(self.added, since // self.every)
        gained = self.weight_of("certifications", self.held + added)
        gained -= self.weight_of("certifications", self.held)
        role = self.first if stage < 2 else self.aim
        if stage == 3 and self.pivot not in ("none", "contracting"):
            role = self.pivot
        gained += self.weight_of("specialty", role) - self.weight_of("specialty", self.first)
        learned = min(since, remote_since) if self.avoids and stage >= 1 else since
        mean = self.means[0 if stage == 0 else 1]
        return mean * math.exp(self.fixed + self.share * gained) * self.years(learned) * self.time


# A career.


def career(case):
    pay = Pay(case)
    horizon = 12 * int(case.get("horizon", 10))
    later = NUMBERS["ai-early"] if case.get("ai") == "early" else 1.0
    completion, first, eventually = (
        NUMBERS[item] for item in ("completion", "first-time-pass", "eventual-pass")
    )
    newcomer, now = pay.standing == "newcomer", [1.0]
    trained, failed, certified, exam_over = now, [0.0], now, [0.0]
    if newcomer:
        accelerated = case.get("program") == "accelerated"
        trained = months("accelerated-training" if accelerated else "training")
        sat = plus(trained, months("exam-preparation"))
        again = plus(sat, months("retake-preparation"))
        certified = either((completion * first, sat), (completion * (eventually - first), again))
        failed = [completion * (1 - eventually) * p for p in again]
    searches = newcomer or pay.standing == "certified"
    first_job = plus(certified, months("first-job-search")) if searches else now
    office, to_specialist = months("in-office"), months("to-specialist", later)
    if pay.standing == "specialist":
        office, to_specialist = now, now
    else:
        passed = math.floor(12 * pay.worked + 0.5)
        office = [sum(office[: passed + 1]), *office[passed + 1 :]]
    to_pivot = months("to-pivot", later)
    if pay.pivot == "none" or pay.avoids:
        to_pivot = [0.0]
    specialist_after = plus(to_specialist, now)
    pivot_after = plus(to_specialist, to_pivot)

    # The average pay by months since the first job.
    in_field = []
    for since in range(horizon):
        total = 0.0
        for remote, p in enumerate(office):
            if p == 0.0:
                continue
            if since < remote:
                total += p * pay.at(0, since, remote)
                continue
            specialist, pivot = by(specialist_after, since - remote), by(pivot_after, since - remote)
            for stage, q in [(1, 1 - specialist), (2, specialist - pivot), (3, pivot)]:
                if q > 0:
                    total += p * q * pay.at(stage, since, remote)
        in_field.append(total)

    # What is earned without the career.
    growth = NUMBERS["counterfactual-growth"]
    if "current_salary" in case:
        salary = float(case["current_salary"])
        without = [salary / 12 * (1 + growth) ** (m / 12) for m in range(horizon)]
    else:
        entry = RELATED["all-occupations"][case.get("state", "US")]["p25"] * pay.time
        climb = lambda m: math.exp(pay.weights["experience"] * effect("experience", m / 12))
        without = [entry * climb(m) / climb(0) for m in range(horizon)]

    # What is paid, by month.
    costs = [0.0] * horizon

    def spend(probabilities, amount, after=0):
        for month, p in enumerate(probabilities):
            if month + after < horizon:
                costs[month + after] += p * amount

    exam, dues = COSTS["exam-two-attempts"], COSTS["membership"]
    if newcomer:
        tuition = COSTS["accelerated-tuition" if case.get("program") == "accelerated" else "tuition"]
        spend(now, float(case.get("tuition", tuition)) + COSTS["books"])
        spend(certified, exam)
        spend(failed, exam + dues)
    for n in range(1, pay.added + 1):
        spend(first_job, exam, pay.every * n)
    dues_from, after = (certified, 0) if pay.held > 0 else (first_job, pay.every)
    if pay.held > 0 or pay.added > 0:
        for year in range(horizon // 12 + 1):
            spend(dues_from, dues, 12 * year + after)

    # Month by month. Who studies full-time earns nothing until the exam is over.
    studying = [0.0] * horizon
    if newcomer and case.get("study") == "full-time":
        over = either((1 - completion, trained), (1, certified), (1, failed))
        studying = [1 - by(over, month) for month in range(horizon)]
    rise = (MAY[2025] / MAY[2015]) ** 0.1 if case.get("nominal") == "yes" else 1.0
    discount = 1 + NUMBERS["discount-rate"]
    gain = present_value = 0.0
    years, worth = [], {}
    for month in range(horizon):
        if month % 12 == 0:
            paid = 0.0
        at = month / 12
        earned = sum(
            p * in_field[month - begun] for begun, p in enumerate(first_job) if begun <= month
        )
        earned += (1 - by(first_job, month) - studying[month]) * without[month]
        net = earned - without[month] - costs[month]
        paid += earned * rise**at
        gain += net * rise**at
        present_value += net / discount**at
        if month % 12 == 11:
            year = month // 12 + 1
            years.append(
                {
                    "employed": round(by(first_job, month), 9),
                    "pay": round(paid, 2),
                    "gain": round(gain, 2),
                }
            )
            worth[year] = round(present_value, 2)

    remote = plus(first_job, office)
    reaches = {
        "trained": [completion * p for p in trained],
        "certified": certified,
        "first_job": first_job,
        "remote": remote,
        "specialist": plus(remote, specialist_after),
        "pivot": plus(remote, pivot_after),
    }
    behind = {"newcomer": 0, "certified": 2, "apprentice": 3, "coder": 3, "specialist": 5}
    ahead = list(reaches)[behind[pay.standing] :]
    if pay.pivot == "none":
        ahead = [name for name in ahead if name != "pivot"]
    milestones = {}
    for name in ahead:
        share = by(reaches[name], horizon)
        month_of = lambda p: next(m for m in range(999) if by(reaches[name], m) >= p * share)
        told = [month_of(p) for p in (0.1, 0.5, 0.9)] if share > 0 else None
        milestones[name] = {"share": round(share, 9), "months": told}
    return {
        "profile": case,
        "milestones": milestones,
        "years": years,
        "gain_5": worth.get(5),
        "gain_10": worth.get(10),
    }


# The cases.


def cases():
    remote = {"state": "MS", "employer_state": "MA"}
    yield {}
    yield {"state": "MS", "current_salary": "33000"}
    yield remote
    yield remote | {"geo_pay": "residence", "horizon": "15"}
    yield remote | {"geo_pay": "national", "causal_share": "0.2", "nominal": "yes"}
    yield {"state": "CA", "program": "accelerated", "study": "full-time", "level": "oews"}
    yield {"state": "TX", "ai": "early", "education": "bachelor", "setting": "hospital"}
    yield {"state": "FL", "ai": "avoid", "certs_plan": "none", "tuition": "900"}
    yield {"state": "OH", "pivot": "informatics", "education": "associate", "causal_share": "0.7"}
    yield {"state": "AL", "pivot": "informatics", "certs": "1", "horizon": "14"}
    yield {"state": "NY", "pivot": "contracting", "hourly_rate": "45", "certs": "1", "horizon": "12"}
    yield {"state": "WA", "employment": "contract", "hourly_rate": "38", "hours": "30"}
    yield {"state": "GA", "certs": "2", "certs_plan": "5/18", "pivot": "teaching"}
    yield {"state": "PA", "certs": "0", "experience": "3", "certs_plan": "2/6"}
    yield {"state": "IL", "experience": "1.5", "standing": "apprentice", "hours": "20"}
    yield {"state": "CO", "certs": "1", "experience": "7", "specialty": "general-coding"}
    yield {"state": "MN", "certs": "3", "experience": "11", "specialty": "cardiology"}
    yield {"state": "DC", "certs": "2", "experience": "9", "specialty": "auditing"}
    yield {"state": "PR", "specialty": "compliance", "causal_share": "1", "current_salary": "9000"}
    yield {"state": "VT", "specialty": "compliance", "pivot": "revenue-cycle", "horizon": "20"}


if __name__ == "__main__":
    for case in cases():
        print(json.dumps(career(case)))
