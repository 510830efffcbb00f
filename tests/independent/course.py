"""How a career goes: the odds and durations of one person, added up by exact convolution.

Shares nothing with the program. A list of months holds the probabilities of 0, 1, 2 and so on, and
may add up to less than one: the rest never gets there. `career.py` reads this; it prints nothing.
"""

import math

from person import months

NOW = [1.0]


def plus(a, b):
    total = [0.0] * (len(a) + len(b) - 1)
    for i, p in enumerate(a):
        if p:
            for j, q in enumerate(b):
                total[i + j] += p * q
    return total


def either(*parts):
    """One thing or another, each part a probability and the months that it has then."""
    longest = max(len(months) for _, months in parts)
    at = lambda months, n: months[n] if n < len(months) else 0.0
    return [sum(share * at(months, n) for share, months in parts) for n in range(longest)]


def by(probabilities, month):
    return sum(probabilities[: month + 1]) if month >= 0 else 0.0


class Course:
    def __init__(self, person, numbers, spans):
        case, n = person.case, numbers
        self.person, self.numbers = person, numbers
        self.avoids = case.get("ai") == "avoid"
        self.plan = case.get("certs_plan", "path")
        monthly = lambda yearly: (1 - yearly) ** (1 / 12)
        self.stay, self.stay_avoiding = monthly(n["leaving"]), monthly(n["displaced"])
        self.stay_beside = monthly(n.get("leaving beside coding", n["leaving"]))
        retake = months(spans["retake-preparation"])

        self.trained = self.sat = self.certified = NOW
        if person.standing == "newcomer":
            accelerated = case.get("program") == "accelerated"
            training = spans["accelerated-training" if accelerated else "training"]
            faster = n["full-time-study"] if case.get("study") == "full-time" else 1.0
            self.trained = months(training, faster)
            prepared = plus(self.trained, months(spans["exam-preparation"], faster))
            self.sat = either((n["completion"], prepared))
            second = n["eventual-pass"] - n["first-time-pass"]
            self.certified = either((n["first-time-pass"], self.sat), (second, plus(self.sat, retake)))
        self.search = months(spans["first-job-search"])

        # The way into coding by the job beside it, for who is still in that job.
        wait = months(spans["adjacent-months"])
        self.moved = either((n["adjacent-to-coding"], wait))
        self.moving = [p * self.stay_beside**month for month, p in enumerate(self.moved)]

        # From the first coding job: the office years, and from their end the specialty and the role.
        office = months(spans["in-office"])
        behind = math.floor(12 * person.worked + 0.5)
        self.office = [sum(office[: behind + 1]), *office[behind + 1 :]]
        if person.specialist:
            self.office = NOW
        self.remote = {"yes": 1.0, "no": 0.0}.get(case.get("remote"), n["remote-share"])
        later = n["ai-early"] if case.get("ai") == "early" else 1.0
        self.later_pass = 1 - (1 - n["further-pass"]) ** 2
        first, second = n["further-pass"], self.later_pass - n["further-pass"]
        exam = either((first, NOW), (second, retake)) if self.plan == "path" else NOW
        self.specialty, self.role = NOW, [0.0]
        if not person.specialist:
            wait = plus(months(spans["to-specialist"], later), exam)
            self.specialty = either((n["specialty-share"], wait))
        if person.role != "none" and not self.avoids:
            wait = plus(months(spans["to-pivot"], later), exam)
            self.role = either((n["role-share"], plus(self.specialty, wait)))

    def still(self, since, office):
        """The probability of still being in the field, so long after the first coding job."""
        avoiding = max(0, since - office) if self.avoids else 0
        return self.stay**since * self.stay_avoiding**avoiding

    def present(self, since):
        if since < 0:
            return 0.0
        return sum(p * self.still(since, office) for office, p in enumerate(self.office))

    def beside(self, since):
        """The probability of still being in the job beside coding, so long after its beginning."""
        return self.stay_beside**since * (1 - by(self.moved, since)) if since >= 0 else 0.0

    def found(self, since):
        """The probability of being in the field, so long after the search."""
        n = self.numbers
        by_way = sum(p * self.present(since - wait) for wait, p in enumerate(self.moving))
        beside = n["adjacent"] * (self.beside(since) + by_way)
        return n["placement"] * self.present(since) + (1 - n["placement"]) * beside

    def reached(self, first_job, after):
        """When something happens to those still there, so long after the office years."""
        total = [0.0] * (len(self.office) + len(after))
        for office, p in enumerate(self.office):
            for month, q in enumerate(after):
                total[office + month] += p * q * self.still(office + month, office)
        return plus(first_job, total)

    def slots(self):
        """Months after the first coding job at which a plan by the calendar adds a credential."""
        if self.plan in ("path", "none"):
            return []
        up_to, _, every = self.plan.partition("/")
        return [int(every or 12) * n for n in range(1, int(up_to) - self.person.held + 1)]

    def pay(self, since):
        """Average pay in a month so long after the first coding job, nothing for who has left."""
        person, total, added = self.person, 0.0, [1.0]
        for _ in [slot for slot in self.slots() if slot <= since]:
            added = plus(added, [1 - self.later_pass, self.later_pass])
        for office, p in enumerate(self.office):
            if p == 0.0:
                continue
            specialty, role = by(self.specialty, since - office), by(self.role, since - office)
            stages = [1 - specialty, specialty - role, role]
            own = 1 if person.specialist else 0  # nobody needs an exam for the specialty they have
            credentials = [0, 1 - own, 2 - own] if self.plan == "path" else [0, 0, 0]
            remote = self.remote if since >= office else 0.0
            away = lambda home, far: (1 - remote) * home + remote * far
            mean = away(person.average(person.home), person.average(person.away))
            learned = min(since, office) if self.avoids else since
            pay = 0.0
            if person.occupation:
                pay = stages.pop() * away(*person.occupation) * person.climb_mixed(learned)
            for stage, q in enumerate(stages):
                for more, chance in enumerate(added if q > 0 else []):
                    level = person.level(stage, credentials[stage] + more)
                    pay += q * chance * mean * level * person.climb(learned)
            total += p * self.still(since, office) * pay
        return total * person.time

    def same_job(self, since):
        """The same of the job that a coder would keep."""
        person = self.person
        level = person.average(person.home) * person.level(1 if person.specialist else 0, 0)
        learned = lambda office: min(since, office) if self.avoids else since
        return person.time * sum(
            p * self.still(since, office) * level * person.climb(learned(office))
            for office, p in enumerate(self.office)
        )
