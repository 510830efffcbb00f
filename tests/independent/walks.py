"""A second opinion: what careers come to one by one, walked with ordinary random numbers.

Shares nothing with the program, and with `career.py` only who the person is: it reads the rules of a
career once more, as a walk. It tells what is no average (medians, the share with a gain, the
break-even, the spread of pay) and stops where its own averages leave those of `career.py`.

    python3 tests/independent/walks.py > tests/independent/walks.jsonl

The same tables give the same bytes. `tests/it/career/independent.rs` compares the program with every
line. Run this again when `data/` changes.
"""

import json
import math
import random
from bisect import bisect
from itertools import accumulate
from statistics import NormalDist

from career import Outcome, odds_of_passing, with_a_job
from person import COSTS, NUMBERS, SPANS, Person, months

CAREERS = 100_000
NEVER = 10**6


class Walker:
    def __init__(self, case, seed=1):
        self.case, self.n, self.person = case, NUMBERS, Person(case)
        self.horizon = 12 * int(case.get("horizon", 10))
        self.random = random.Random(seed).random
        self.full_time = case.get("study") == "full-time"
        self.avoids = case.get("ai") == "avoid"
        self.plan = case.get("certs_plan", "path")
        faster = self.n["full-time-study"] if self.full_time else 1.0
        later = self.n["ai-early"] if case.get("ai") == "early" else 1.0
        times = {"training": faster, "accelerated-training": faster, "exam-preparation": faster}
        times |= {"to-specialist": later, "to-pivot": later}
        self.spans = {
            item: list(accumulate(months(span, times.get(item, 1.0)))) for item, span in SPANS.items()
        }
        person, span = self.person, range(self.horizon)
        self.rate = [(1 + self.n["discount-rate"]) ** (-m / 12) for m in span]
        self.climb = [person.climb(m) * person.time for m in span]
        self.climb_beside = [person.climb_beside(m) * person.time for m in span]
        stages = [0, 1] if person.role == "none" else [0, 1, 2]
        self.levels = [[person.level(stage, added) for added in range(3)] for stage in stages]

    # Luck.

    def falls_well(self, odds):
        return self.random() < (self.n[odds] if isinstance(odds, str) else odds)

    def lasts(self, span):
        return bisect(self.spans[span], self.random())

    def leaves_after(self, yearly):
        """The months until one leaves, the last of them paid."""
        hazard = 1 - (1 - self.n[yearly]) ** (1 / 12)
        return 1 + int(math.log(1 - self.random()) / math.log(1 - hazard))

    def exam(self, month):
        """The month in which a later exam is passed, at once or at the second attempt."""
        if self.falls_well("further-pass"):
            return month
        retake = self.lasts("retake-preparation")
        return month + retake if self.falls_well("further-pass") else NEVER

    # One career.

    def walk(self):
        """When each thing happens; what never does is missing."""
        person, n, at = self.person, self.n, {"certified": 0}
        if person.standing == "newcomer":
            accelerated = self.case.get("program") == "accelerated"
            at["trained"] = self.lasts("accelerated-training" if accelerated else "training")
            if not self.falls_well("completion"):
                return {"quit": at["trained"]}
            at["sat"] = at["certified"] = at["trained"] + self.lasts("exam-preparation")
            if not self.falls_well("first-time-pass"):
                at["certified"] += self.lasts("retake-preparation")
                if not self.falls_well(
                    (n["eventual-pass"] - n["first-time-pass"]) / (1 - n["first-time-pass"])
                ):
                    del at["certified"]
                    return at
        job = 0
        if person.searches:
            job = at["searched"] = at["certified"] + self.lasts("first-job-search")
            if not self.falls_well("placement"):
                if not self.falls_well("adjacent"):
                    return at
                at["beside"] = job
                wait = self.lasts("adjacent-months")
                job = job + wait if self.falls_well("adjacent-to-coding") else NEVER
        left = at.get("beside", job) + self.leaves_after("leaving")
        behind = math.floor(12 * person.worked + 0.5)
        office = 0 if person.specialist else max(0, self.lasts("in-office") - behind)
        if self.avoids:
            left = min(left, job + office + self.leaves_after("displaced"))
        at["left"] = left
        if job >= left:
            return at
        at["first_job"], at["office"] = job, job + office
        remote = self.case.get("remote")
        if remote == "yes" or remote is None and self.falls_well("remote-share"):
            at["remote"] = job + office
        at |= self.climbs(job + office)
        kept = lambda what, month: what in ("left", "office") or month < left
        return {what: month for what, month in at.items() if kept(what, month)}

    def climbs(self, month):
        """The specialty and the further role."""
        reached, exam = {}, self.exam if self.plan == "path" else lambda month: month
        if not self.person.specialist:
            month += self.lasts("to-specialist")
            month = exam(month) if self.falls_well("specialty-share") else NEVER
            reached["specialist"] = month
        if self.person.role != "none" and not self.avoids:
            month += self.lasts("to-pivot")
            reached["pivot"] = exam(month) if self.falls_well("role-share") else NEVER
        return reached

    # What it earns and costs.

    def money(self, at):
        """Pay, pay without, and what is spent, by month."""
        person, case, span = self.person, self.case, self.horizon
        rank = NormalDist().inv_cdf(self.random()) if person.rank is None else person.rank
        if person.searches and "pay" in case:
            rise = 1 + self.n["counterfactual-growth"]
            outside = [float(case["pay"]) / 12 * rise ** (m / 12) for m in range(span)]
        else:
            base = person.outside.at(rank)
            outside = [base * x for x in self.climb_beside]
        left = min(at.get("left", span), span)
        pay, without = outside[:], outside
        scales = [person.home.at(rank) * person.ratio, person.away.at(rank) * person.ratio]
        if self.full_time and person.standing == "newcomer":
            for m in range(at["quit"] if "quit" in at else at["sat"]):
                pay[m] = 0.0
        begun = min(at.get("first_job", NEVER), left)
        if at.get("beside", NEVER) < begun:
            base = person.beside.at(rank)
            pay[at["beside"] : begun] = [base * x for x in self.climb_beside[: begun - at["beside"]]]
        later = {"specialist": at.get("specialist", NEVER), "pivot": at.get("pivot", NEVER)}
        own = 1 if person.specialist else 0
        for m in range(begun, left):
            stage = 2 if m >= later["pivot"] else 1 if own or m >= later["specialist"] else 0
            learned = min(m, at["office"]) if self.avoids else m
            scale = scales[1 if m >= at.get("remote", NEVER) else 0]
            level = self.levels[stage][stage - own if stage and self.plan == "path" else 0]
            pay[m] = scale * level * self.climb[learned - begun]
        if person.in_field:
            level = scales[0] * self.levels[own][0]
            learned = [min(m, at["office"]) if self.avoids else m for m in range(left)]
            without = [level * self.climb[m] for m in learned] + outside[left:]
        return pay, without, self.spent(at, left)

    def spent(self, at, left):
        case, person, spent = self.case, self.person, {}

        def spend(month, amount):
            if month < self.horizon:
                spent[month] = spent.get(month, 0.0) + amount

        if person.standing == "newcomer":
            accelerated = case.get("program") == "accelerated"
            tuition = COSTS["accelerated-tuition" if accelerated else "tuition"]
            tuition = float(case.get("tuition", tuition)) - float(case.get("aid", 0))
            spend(0, max(0.0, tuition) + COSTS["books"])
            if "sat" in at:
                spend(at["sat"], COSTS["exam-two-attempts"])
        if person.searches and "certified" in at:
            until = left if "left" in at else at["searched"]
            for month in range(at["certified"], until, 12):
                spend(month, COSTS["membership"])
        for what in ("specialist", "pivot"):
            if self.plan == "path" and what in at:
                spend(at[what], COSTS["exam-two-attempts"])
        return spent


# All careers of one person.


def at_share(values, share):
    return values[max(0, math.ceil(share * len(values)) - 1)]


def mean(values):
    return sum(values) / len(values)


def careers(case, count=CAREERS):
    walker = Walker(case)
    horizon, ends = walker.horizon, range(11, walker.horizon, 12)
    months_of, groups = {}, {"all": [], "passed": [], "with_a_job": []}
    pays, in_field_pays, even, later = [[] for _ in ends], [[] for _ in ends], [], []
    for _ in range(count):
        at = walker.walk()
        pay, without, spent = walker.money(at)
        gain = [a - b for a, b in zip(pay, without)]
        for month, amount in spent.items():
            gain[month] -= amount
        sums = list(accumulate(gain))
        below = next((m for m in range(horizon - 1, -1, -1) if sums[m] < -1e-6), -1)
        even.append(below + 1)
        worth = [a * b for a, b in zip(gain, walker.rate)]
        worths = (sum(worth[:60]), sum(worth[:120]))
        groups["all"].append(worths)
        if "certified" in at:
            groups["passed"].append(worths)
        if at.get("first_job", NEVER) < horizon:
            groups["with_a_job"].append(worths)
        for what, month in at.items():
            if month < horizon:
                months_of.setdefault(what, []).append(month)
        if at.get("trained", NEVER) + 59 < horizon and "quit" not in at:
            year = 12 * ((at["trained"] + 48) // 12)
            later.append(sum(pay[year : year + 12]))
        field = range(min(at.get("beside", NEVER), at.get("first_job", NEVER)), at.get("left", 0))
        for year, end in enumerate(ends):
            pays[year].append(sum(pay[end - 11 : end + 1]))
            if end in field:
                in_field_pays[year].append(12 * pay[end])
    check(case, groups)
    count, shares = len(even), (0.1, 0.25, 0.5, 0.75, 0.9)
    spread = lambda values: [round(at_share(sorted(values), share)) for share in shares]
    answer = {"profile": case, "careers": count, "milestones": {}, "gain": {}, "years": []}
    for what in ("trained", "certified", "beside", "first_job", "remote", "specialist", "pivot"):
        reached = sorted(months_of.get(what, []))
        if any(reached) or reached and what == "remote":
            spans = [at_share(reached, share) for share in (0.1, 0.5, 0.9)]
            answer["milestones"][what] = {"share": round(len(reached) / count, 4), "months": spans}
    for who, worths in groups.items():
        rows = {}
        for years, values in zip((5, 10), zip(*worths)):
            values = sorted(values)
            rows[years] = {
                "mean": round(mean(values)),
                "median": round(at_share(values, 0.5)),
                "share_with_a_gain": round(sum(value > 0 for value in values) / len(values), 4),
            }
        answer["gain"][who] = rows
    for year, (all_pay, field_pay) in enumerate(zip(pays, in_field_pays), 1):
        row = {"pay": spread(all_pay), "in_field": round(len(field_pay) / count, 4)}
        row["in_field_pay"] = spread(field_pay) if len(field_pay) >= 0.05 * count else None
        row["even"] = round(sum(month < 12 * year for month in even) / count, 4)
        answer["years"].append(row)
    if later:
        answer["median_four_years_after_training"] = round(at_share(sorted(later), 0.5))
    reached = sorted(month for month in even if month < horizon)
    answer["break_even"] = {"share": round(len(reached) / count, 4)}
    if reached:
        answer["break_even"]["months"] = [at_share(reached, share) for share in (0.1, 0.5, 0.9)]
    return answer


def check(case, groups):
    """The averages must be those of `career.py`, within five standard errors."""
    exact = {"all": Outcome(case)}
    means = {"all": [exact["all"].worth(years) for years in (5, 10)]}
    if exact["all"].person.searches:
        passed = Outcome(case, odds_of_passing(NUMBERS))
        means["passed"] = [passed.worth(years) for years in (5, 10)]
        means["with_a_job"] = with_a_job(case)
    for who, pair in means.items():
        for values, expected in zip(zip(*groups[who]), pair):
            average = mean(values)
            error = math.sqrt(mean([(value - average) ** 2 for value in values]) / len(values))
            if abs(average - expected) > 5 * error + 1:
                raise SystemExit(f"{case}: {who}: {average:.0f} +- {error:.0f}, not {expected:.0f}")


# The cases: the worked examples of the method, and one profile for each thing that differs.


def cases():
    yield {"state": "OH", "pay": "31000"}
    yield {"state": "MS", "pay": "34000"}
    yield {"state": "CA", "pay": "40000"}
    yield {"state": "OH"}
    yield {}
    yield {"state": "WA", "certs": "1"}
    yield {"state": "IL", "experience": "0.5", "standing": "apprentice", "certs": "1"}
    yield {"state": "CO", "certs": "1", "experience": "7"}
    yield {"state": "CO", "certs": "1", "experience": "7", "pay": "58000"}
    yield {"state": "DC", "certs": "2", "experience": "9", "specialty": "auditing"}
    yield {"state": "PA", "pay": "36000", "ai": "avoid"}
    yield {"state": "TX", "ai": "early"}
    yield {"state": "OH", "pay": "31000", "study": "full-time", "aid": "2000"}
    yield {"state": "MS", "employer_state": "MA", "remote": "yes", "pay": "34000"}
    yield {"state": "MS", "employer_state": "MA"}
    yield {"state": "OH", "pay": "31000", "horizon": "20"}


if __name__ == "__main__":
    for case in cases():
        print(json.dumps(careers(case)), flush=True)
