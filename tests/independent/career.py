"""A second opinion: what careers come to on average, worked out without simulating any.

Shares nothing with the program. Durations and odds are added up by exact convolution, and because a
rank is drawn for itself, the average pay of a month is a sum over the stages that a career can be
in. So every figure here is exact, where the program draws ten thousand careers. What is no average
(a median, the share with a gain, the break-even) is in `walks.py`.

    python3 tests/independent/career.py > tests/independent/careers.jsonl

`tests/it/career/independent.rs` compares the program with every line. Run this again when `data/`
changes.
"""

import json

from course import NOW, Course, by, either, plus
from estimate import table
from person import COSTS, NUMBERS, RANGES, SPANS, Person

COINS = ["completion", "first-time-pass", "eventual-pass", "placement", "adjacent", "further-pass"]
COINS += ["adjacent-to-coding", "remote-share", "specialty-share", "role-share"]


class Outcome:
    """What happens and what is earned, month by month, on average over all careers."""

    def __init__(self, case, numbers={}, spans={}, costs={}):
        person = self.person = Person(case)
        n, costs = NUMBERS | numbers, COSTS | costs
        course = self.course = Course(person, n, SPANS | spans)
        self.horizon = 12 * int(case.get("horizon", 10))
        span = range(self.horizon)
        self.add_up = lambda starts, after: [
            sum(p * after[m - start] for start, p in enumerate(starts[: m + 1])) for m in span
        ]
        beside, self.first_job = [0.0], NOW
        if person.searches:
            searched = plus(course.certified, course.search)
            beside = either(((1 - n["placement"]) * n["adjacent"], searched))
            self.first_job = either((n["placement"], searched), (1.0, plus(beside, course.moving)))
        self.beside = beside

        in_coding = self.add_up(self.first_job, [course.present(m) for m in span])
        in_beside = self.add_up(beside, [course.beside(m) for m in span])
        self.in_field = [a + b for a, b in zip(in_coding, in_beside)]
        growth = [(1 + n["real-growth"]) ** (m / 12) for m in span]
        coding_pay = self.add_up(self.first_job, [course.pay(m) for m in span])
        climb = [person.climb_beside(m) * person.time for m in span]
        after = [course.beside(m) * person.beside.mean * climb[m] for m in span]
        beside_pay = self.add_up(beside, after)
        self.field_pay = [g * (a + b) for g, a, b in zip(growth, coding_pay, beside_pay)]

        # What is earned outside the field, and what would be earned without this career.
        place, rank = person.outside, person.rank
        outside = [(place.mean if rank is None else place.at(rank)) * x for x in climb]
        if person.searches and "pay" in case:
            rise = 1 + n["counterfactual-growth"]
            outside = [float(case["pay"]) / 12 * rise ** (m / 12) for m in span]
        self.without = outside
        if person.in_field:
            same = [growth[m] * course.same_job(m) for m in span]
            self.without = [same[m] + (1 - self.in_field[m]) * outside[m] for m in span]
        studying = [0.0] * self.horizon
        if person.standing == "newcomer" and case.get("study") == "full-time":
            over = either((1 - n["completion"], course.trained), (1.0, course.sat))
            studying = [1 - by(over, m) for m in span]
        idle = [1 - self.in_field[m] - studying[m] for m in span]
        self.pay = [self.field_pay[m] + idle[m] * outside[m] for m in span]
        self.gain = [self.pay[m] - self.without[m] for m in span]
        self.spend(case, costs)
        rate = 1 + n["discount-rate"]
        self.worth = lambda years: sum(self.gain[m] / rate ** (m / 12) for m in range(12 * years))

    def spend(self, case, costs):
        """Takes what is paid from the gain."""
        course, person = self.course, self.person

        def pay(probabilities, amount, after=0):
            for month, p in enumerate(probabilities[: max(0, self.horizon - after)]):
                self.gain[month + after] -= p * amount

        exam = costs["exam-two-attempts"]
        if person.standing == "newcomer":
            accelerated = case.get("program") == "accelerated"
            tuition = costs["accelerated-tuition" if accelerated else "tuition"]
            tuition = float(case.get("tuition", tuition)) - float(case.get("aid", 0))
            pay(NOW, max(0.0, tuition) + costs["books"])
            pay(course.sat, exam)
        if person.searches:
            for k in range(0, self.horizon, 12):
                found = sum(p * course.found(k - m) for m, p in enumerate(course.search) if m <= k)
                searching = 1 - by(course.search, k)
                pay(either((searching + found, course.certified)), costs["membership"], k)
        dues = range(0, self.horizon, 12) if person.held == 0 else []  # from the first credential on
        if course.plan == "path":
            exams = [course.role] if person.specialist else [course.specialty, course.role]
            for after in exams:
                pay(course.reached(self.first_job, after), exam)
            for k in dues:
                pay(course.reached(self.first_job, [0.0] * k + exams[0]), costs["membership"])
        for n, slot in enumerate(course.slots()):
            passed = course.later_pass
            pay(either((passed * course.present(slot), self.first_job)), exam, slot)
            for k in dues:
                first = (1 - passed) ** n * passed * course.present(slot + k)
                pay(either((first, self.first_job)), costs["membership"], slot + k)


def odds_of_passing(n):
    return {
        "completion": 1.0,
        "first-time-pass": n["first-time-pass"] / n["eventual-pass"],
        "eventual-pass": 1.0,
    }


def with_a_job(case):
    """The gains of those who get a coding job: direct, or by way of a job beside coding."""
    passed = odds_of_passing(NUMBERS)
    beside = {"placement": 0.0, "adjacent": 1.0, "adjacent-to-coding": 1.0}
    ways = [{"placement": 1.0}, beside | {"leaving beside coding": 0.0}]
    direct, other = NUMBERS["placement"], (1 - NUMBERS["placement"]) * NUMBERS["adjacent"]
    other *= sum(Course(Person(case), NUMBERS, SPANS).moving)
    gains = [worth_of(Outcome(case, passed | way)) for way in ways]
    return [(direct * a + other * b) / (direct + other) for a, b in zip(*gains)]


def worth_of(outcome):
    return [round(outcome.worth(years), 2) for years in (5, 10)]


def sensitivity(case):
    """The mean gain after 5 and 10 years with one row at its low and at its high end."""
    rows = {}
    for item, ends in RANGES.items():
        if item != "causal-share":
            rows[item] = [worth_of(Outcome(case, {item: end})) for end in ends]
    for share in ("0", "1"):
        rows.setdefault("causal-share", []).append(worth_of(Outcome(case | {"causal_share": share})))
    for item, (low, _, high) in SPANS.items():
        rows[item] = [worth_of(Outcome(case, spans={item: (x, x, x)})) for x in (low, high)]
    for row in table("costs")["rows"]:
        if row["item"] in ("tuition", "books"):
            ends = [row["low"], row["high"]]
            rows[row["item"]] = [worth_of(Outcome(case, costs={row["item"]: x})) for x in ends]
    return {item: ends for item, ends in rows.items() if ends[0] != ends[1]}


def milestones(outcome):
    person, course, first_job = outcome.person, outcome.course, outcome.first_job
    trained = course.numbers["completion"] if person.standing == "newcomer" else 1.0
    reaches = {
        "trained": either((trained, course.trained)),
        "certified": course.certified,
        "beside": outcome.beside,
        "first_job": first_job,
        "remote": either((course.remote, course.reached(first_job, NOW))),
        "specialist": course.reached(first_job, course.specialty),
        "pivot": course.reached(first_job, course.role),
    }
    behind = {"newcomer": 0, "certified": 2, "apprentice": 4, "coder": 4, "specialist": 4}
    told = {}
    for name in list(reaches)[behind[person.standing] :]:
        share = by(reaches[name], outcome.horizon - 1)
        if share > 0 and not (name == "specialist" and person.specialist):
            month_of = lambda p: next(m for m in range(999) if by(reaches[name], m) >= p * share)
            told[name] = {"share": round(share, 9), "months": [month_of(p) for p in (0.1, 0.5, 0.9)]}
    return told


def career(case):
    outcome = Outcome(case)
    years, gain = [], 0.0
    for last in range(11, outcome.horizon, 12):
        year = range(last - 11, last + 1)
        total = lambda monthly: round(sum(monthly[m] for m in year), 2)
        gain += sum(outcome.gain[m] for m in year)
        there = outcome.in_field[last]
        years.append(
            {
                "in_field": round(there, 9),
                "pay": total(outcome.pay),
                "in_field_pay": round(12 * outcome.field_pay[last] / there, 2) if there > 0.05 else None,
                "without": total(outcome.without),
                "gain": round(gain, 2),
            }
        )
    answer = {"profile": case, "milestones": milestones(outcome), "years": years}
    answer["gain"] = worth_of(outcome)
    if outcome.person.searches:
        answer["gain_if_passed"] = worth_of(Outcome(case, odds_of_passing(NUMBERS)))
        answer["gain_with_a_job"] = [round(x, 2) for x in with_a_job(case)]
    well = {coin: 1.0 for coin in COINS} | {"leaving": 0.0, "displaced": 0.0}
    answer["gain_if_all_goes_well"] = worth_of(Outcome(case, well))
    by_share = [worth_of(Outcome(case | {"causal_share": share})) for share in ("0", "0.5", "1")]
    answer["gain_by_causal_share"] = by_share
    if case in SENSITIVE:
        answer["sensitivity"] = sensitivity(case)
    return answer


# The cases.

SENSITIVE = [{"state": "OH", "pay": "31000"}, {"state": "CO", "certs": "1", "experience": "7"}]


def cases():
    yield from SENSITIVE
    yield {"state": "MS", "pay": "34000"}
    yield {"state": "CA", "pay": "40000"}
    yield {"state": "OH"}
    yield {}
    remote = {"state": "MS", "employer_state": "MA"}
    yield remote
    yield remote | {"geo_pay": "residence", "horizon": "15"}
    yield remote | {"geo_pay": "national", "causal_share": "0.2"}
    yield remote | {"remote": "yes", "pay": "34000"}
    yield remote | {"remote": "no"}
    yield {"state": "CA", "program": "accelerated", "study": "full-time", "level": "survey"}
    yield {"state": "OH", "pay": "31000", "study": "full-time", "aid": "2000"}
    yield {"state": "TX", "ai": "early", "education": "bachelor", "setting": "hospital"}
    yield {"state": "FL", "ai": "avoid", "certs_plan": "none", "tuition": "900"}
    yield {"state": "PA", "pay": "36000", "ai": "avoid"}
    yield {"state": "WA", "certs": "1", "hours": "30"}
    yield {"state": "OH", "pivot": "informatics", "education": "associate", "causal_share": "0.7"}
    yield {"state": "AL", "pivot": "informatics", "certs": "1", "horizon": "14"}
    yield {"state": "GA", "certs": "2", "certs_plan": "5/18", "pivot": "teaching"}
    yield {"state": "PA", "certs": "0", "experience": "3", "certs_plan": "2/6"}
    yield {"state": "KS", "certs": "0", "experience": "3"}
    yield {"state": "IL", "experience": "0.5", "standing": "apprentice", "certs": "1"}
    yield {"state": "CO", "certs": "1", "experience": "7", "pay": "58000"}
    yield {"state": "NC", "certs": "2", "experience": "12", "pay": "140000"}
    yield {"state": "MN", "certs": "3", "experience": "11", "specialty": "cardiology"}
    yield {"state": "DC", "certs": "2", "experience": "9", "specialty": "auditing"}
    yield {"state": "NY", "certs": "1", "experience": "4", "ai": "avoid"}
    yield remote | {"certs": "1", "experience": "5", "pay": "45000", "remote": "yes"}
    yield {"state": "PR", "specialty": "compliance", "causal_share": "1", "pay": "19000"}
    yield {"state": "VT", "specialty": "compliance", "pivot": "revenue-cycle", "horizon": "20"}


if __name__ == "__main__":
    for case in cases():
        print(json.dumps(career(case)))
