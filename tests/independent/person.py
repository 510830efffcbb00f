"""Who someone is in a career: where they stand, what they aim at and what each of their jobs pays.

Shares nothing with the program. `career.py` and `walks.py` read it; it prints nothing.
"""

import math

from estimate import DENSITY, FACTORS, GRID, RELATED, SURVEY_AVERAGE, WAGES, Z
from estimate import effect, facts_of, logs, mean_of, pay_scale, table, wages, weights, width

CAREER = table("career")
SPANS = {row["item"]: (row["low"], row["mode"], row["high"]) for row in CAREER["span"]}
NUMBERS = {row["item"]: row["value"] for row in CAREER["number"]}
CHOICES = {row["item"]: row["value"] for row in CAREER["choice"]}
COSTS = {row["item"]: row["value"] for row in table("costs")["rows"]}
RANGES = {row["item"]: (row["low"], row["high"]) for row in CAREER["number"] if "low" in row}
ROLES = {"auditing", "compliance", "teaching", "revenue-cycle"}
BESIDE_CODING = ["billing-clerk", "medical-secretary"]
Z_99 = 2.3263478740408408


def months(span, multiplier=1.0):
    """The probabilities of 0, 1, 2 months and so on, of a triangle in whole months."""
    low, mode, high = (x * multiplier for x in span)
    if low == high:
        return [0.0] * math.floor(low + 0.5) + [1.0]

    def below(x):
        if x <= low:
            return 0.0
        if x >= high:
            return 1.0
        if x < mode:
            return (x - low) ** 2 / ((high - low) * (mode - low))
        return 1 - (high - x) ** 2 / ((high - low) * (high - mode))

    return [below(n + 0.5) - below(n - 0.5) for n in range(math.floor(high + 0.5) + 1)]


class Scale:
    """The yearly pay of an occupation in a place by rank, its range narrowed, its mean kept."""

    def __init__(self, role, place, k):
        row = logs(wages(role, place))
        self.mean = mean_of(row)
        self.points = [k * (point - row[2]) for point in row]
        self.center = math.log(self.mean) - math.log(mean_of(self.points))

    def at(self, z):
        i = min(max(sum(z > knot for knot in Z) - 1, 0), 3)
        low, high = self.points[i], self.points[i + 1]
        return math.exp(self.center + low + (high - low) * (z - Z[i]) / (Z[i + 1] - Z[i]))


class Person:
    def __init__(self, case):
        self.case, facts = case, facts_of(case)
        self.worked = float(case.get("experience", 0))
        certs = facts.get("certifications")
        self.settle(facts.get("specialty"), certs)
        self.share = float(case.get("causal_share", NUMBERS["causal-share"]))

        # The facts of the first coding job; which facts are stated never changes afterward.
        others = {key: facts[key] for key in ("setting", "education") if key in facts}
        stated = {"certifications", "experience", "specialty", *others}
        self.weights, explained = weights([factor for factor in FACTORS if factor in stated])
        self.fixed = sum(self.weights[key] * effect(key, level) for key, level in others.items())
        self.fixed += self.weight_of("certifications", self.held)
        self.fixed += self.weight_of("specialty", self.first)
        if case.get("level") == "survey":
            self.fixed += math.log(SURVEY_AVERAGE / WAGES["US"]["mean"])
        self.time = float(case.get("hours", 40)) / 40 / 12

        # Whose scale: at home until one works from home, then that of the geographic pay policy.
        policy, place = pay_scale(case)
        home = place if policy == "national" else case.get("state", place)
        works_from_home = case.get("remote") == "yes" and self.standing in ("coder", "specialist")
        k = width(explained)
        self.away = Scale(None, place, k)
        self.home = self.away if works_from_home else Scale(None, home, k)

        self.rank, self.ratio = None, 1.0
        if self.in_field and "pay" in case:
            self.rank, self.ratio = self.rank_of(float(case["pay"]))

        # The job beside coding, and the nearest job that asks for no certificate.
        education = {key: level for key, level in others.items() if key == "education"}
        of_any_role, explained = weights(["experience", *education])
        self.climbs_beside = of_any_role["experience"]
        fixed = sum(of_any_role[key] * effect(key, level) for key, level in education.items())
        self.fixed_beside = fixed
        better = max(BESIDE_CODING, key=lambda role: wages(role, home)["mean"])
        self.beside = Scale(better, home, width(explained, better))
        self.outside = Scale("medical-secretary", home, width(explained, "medical-secretary"))
        self.occupation = None
        if self.role in RELATED:
            scales = [Scale(self.role, where, width(explained, self.role)) for where in (home, place)]
            self.occupation = [self.mixed(*pair) for pair in zip((self.home, self.away), scales)]

    def settle(self, specialty, certs):
        """Where someone stands, and what is aimed at."""
        first = CHOICES["first-specialty"]
        stated = specialty if specialty != first else None
        standing = self.case.get("standing")
        if standing is None and self.worked > 0:
            standing = "specialist" if stated else "coder"
        elif standing is None:
            standing = "certified" if int(certs or 0) > 0 else "newcomer"
        self.standing = standing
        self.in_field = standing in ("apprentice", "coder", "specialist")
        self.searches = not self.in_field
        self.specialist = standing == "specialist"
        self.held = int(certs) if self.in_field and certs is not None else max(1, int(certs or 0))
        role = CHOICES["pivot"]
        if stated in ROLES:
            role = "none" if self.specialist else stated
        self.role = self.case.get("pivot", role)
        self.first = stated if self.specialist and stated else first
        self.aim = stated if stated and stated != self.role else CHOICES["specialty"]

    def rank_of(self, pay):
        """The rank of a stated pay, within 1 to 99 of 100, and stated over modeled pay there."""
        modeled = lambda z: self.home.at(z) * self.level(0, 0) * self.climb(0) * self.time * 12
        low, high = -Z_99, Z_99
        for _ in range(80):
            middle = (low + high) / 2
            low, high = (middle, high) if modeled(middle) < pay else (low, middle)
        return low, pay / modeled(low)

    def weight_of(self, factor, value):
        return self.weights[factor] * effect(factor, value)

    def level(self, stage, added):
        """What a stage (0: the first, 1: the specialty, 2: the further role) and the credentials
        added multiply pay by, beside what does not change."""
        role = [self.first, self.first if self.specialist else self.aim, self.role][stage]
        gained = self.weight_of("certifications", self.held + added)
        gained -= self.weight_of("certifications", self.held)
        gained += self.weight_of("specialty", role) - self.weight_of("specialty", self.first)
        return math.exp(self.fixed + self.share * gained)

    def climb(self, since):
        """What so many months after the first coding job multiply pay by."""
        return math.exp(self.weight_of("experience", self.worked + since / 12))

    def climb_beside(self, since):
        """The same in a job with wages of its own."""
        return math.exp(self.climbs_beside * effect("experience", since / 12) + self.fixed_beside)

    def mixed(self, here, there):
        """Average pay at the first level in a further role with wages of its own, of which only the
        causal share counts beside the pay of the first job."""
        s = self.share
        fixed = (1 - s) * self.fixed + s * self.fixed_beside
        at = lambda z: math.exp(fixed) * here.at(z) ** (1 - s) * there.at(z) ** s
        if self.rank is not None:
            return at(self.rank) * self.ratio
        return sum(at(z) * weight for z, weight in zip(GRID, DENSITY))

    def climb_mixed(self, since):
        climbs = (1 - self.share) * self.weights["experience"] + self.share * self.climbs_beside
        return math.exp(climbs * effect("experience", self.worked + since / 12))

    def average(self, scale):
        """Pay at the rank that is known, else its average over ranks."""
        return scale.mean if self.rank is None else scale.at(self.rank) * self.ratio
