"""A second opinion: 200 tax returns for 2026, filled in form by form.

Shares nothing with the program, not even its tables: each number is typed here as the form or the
law that is named next to it has it, and each return is worked out line by line in exact fractions.

    python3 tests/independent/taxes.py > tests/independent/taxes.jsonl

`tests/it/tax/independent.rs` compares the program with every line.
"""

import json
from fractions import Fraction as F

SINGLE, JOINT = "single", "joint"


def dollars(text):
    return F(text.replace(",", ""))


def by_bracket(income, brackets):
    """Tax on an income: each rate on the part of the income inside its bracket."""
    tax = F(0)
    for (lower, rate), upper in zip(brackets, [b[0] for b in brackets[1:]] + [None]):
        top = income if upper is None else min(income, F(upper))
        if top > lower:
            tax += (top - lower) * F(rate)
    return tax


# Rev. Proc. 2025-32, sections 4.01 and 4.14
FORM_1040 = {
    SINGLE: (16_100, [(0, "0.10"), (12_400, "0.12"), (50_400, "0.22"), (105_700, "0.24"), (201_775, "0.32")]),
    JOINT: (32_200, [(0, "0.10"), (24_800, "0.12"), (100_800, "0.22"), (211_400, "0.24"), (403_550, "0.32")]),
}


def federal(gross, kind, filing):
    """Form 1040 with Schedule SE and Form 8995."""
    deduction, brackets = FORM_1040[filing]
    se_tax = half = fica = F(0)
    if kind == "1099":
        net_earnings = gross * F("0.9235")  # Schedule SE, line 4a
        se_tax = min(net_earnings, F(184_500)) * F("0.124") + net_earnings * F("0.029")
        half = se_tax / 2
    else:
        fica = min(gross, F(184_500)) * F("0.062") + gross * F("0.0145")
    agi = gross - half
    before = max(F(0), agi - deduction)
    business = F(0)
    if kind == "1099":  # Form 8995; at least $400 from 2026 (Public Law 119-21)
        business = max(min((gross - half) * F("0.2"), before * F("0.2")), F(400))
    tax = by_bracket(max(F(0), before - business), brackets)
    return {"agi": agi, "tax": tax, "business": business, "se": se_tax, "fica": fica}


# The states: (gross, federal return, filing, kind) -> tax before refunds of other kinds.


def texas(gross, return_1040, filing, kind):
    return F(0)  # Texas Constitution, article 8, section 24-a: no tax on incomes


def pennsylvania(gross, return_1040, filing, kind):
    return gross * F("0.0307")  # PA-40, line 12: no deduction; forgiveness ends far lower


def north_carolina(gross, return_1040, filing, kind):
    standard = 12_750 if filing == SINGLE else 25_500  # D-400, line 11
    return max(F(0), return_1040["agi"] - standard) * F("0.0399")


def mississippi(gross, return_1040, filing, kind):
    standard, exemption = (2_300, 6_000) if filing == SINGLE else (4_600, 12_000)  # Form 80-105
    return max(F(0), return_1040["agi"] - standard - exemption - 10_000) * F("0.04")


def kentucky(gross, return_1040, filing, kind):
    tax = max(F(0), return_1040["agi"] - 3_360) * F("0.035")  # Form 740, lines 10 to 12
    poverty = 15_960 if filing == SINGLE else 21_640  # family size of one and of two
    ratio = return_1040["agi"] / poverty
    steps = ["1.00", "1.04", "1.08", "1.12", "1.16", "1.20", "1.24", "1.27", "1.30", "1.33"]
    decimal = F(1) - F(sum(ratio > F(step) for step in steps), 10)  # Form 740, line 21
    return tax * (1 - decimal)


def georgia(gross, return_1040, filing, kind):
    standard = 15_000 if filing == SINGLE else 30_000  # House Bill 463 of 2026
    return max(F(0), return_1040["agi"] - standard) * F("0.0499")


def virginia(gross, return_1040, filing, kind):
    standard, exemption = (8_750, 930) if filing == SINGLE else (17_500, 1_860)  # Form 760
    taxable = max(F(0), return_1040["agi"] - standard - exemption)
    return by_bracket(taxable, [(0, "0.02"), (3_000, "0.03"), (5_000, "0.05"), (17_000, "0.0575")])


def new_jersey(gross, return_1040, filing, kind):
    taxable = gross - (1_000 if filing == SINGLE else 2_000)  # NJ-1040: no half of the SE tax
    # The tax rate schedules of NJ-1040 multiply the whole and subtract. For couples the form
    # prints 1,154.50 at 3.5 percent, which its own rates make 1,155.
    schedule = {
        SINGLE: [(20_000, "0.014", "0"), (35_000, "0.0175", "70"), (40_000, "0.035", "682.50"),
                 (75_000, "0.05525", "1492.50"), (500_000, "0.0637", "2126.25")],
        JOINT: [(20_000, "0.014", "0"), (50_000, "0.0175", "70"), (70_000, "0.0245", "420"),
                (80_000, "0.035", "1155"), (150_000, "0.05525", "2775"), (500_000, "0.0637", "4042.50")],
    }[filing]
    for upper, rate, less in schedule:
        if taxable <= upper:
            return taxable * F(rate) - F(less)
    raise ValueError(taxable)


def louisiana(gross, return_1040, filing, kind):
    standard = 12_838 if filing == SINGLE else 25_676  # IT-540, line 8A
    return max(F(0), return_1040["agi"] - standard) * F("0.03")


def iowa(gross, return_1040, filing, kind):
    # IA 1040 begins with the federal taxable income, the business deduction taken off.
    standard, credit = (16_100, 40) if filing == SINGLE else (32_200, 80)
    taxable = max(F(0), return_1040["agi"] - standard - return_1040["business"])
    return max(F(0), taxable * F("0.038") - credit)


def contributions(state, gross, kind):
    if kind == "w2" and state == "PA":
        return gross * F("0.0007")  # unemployment, employees, on all wages
    if state != "NJ" or kind == "1099":
        return F(0)
    below = min(gross, F(44_800)) * (F("0.003825") + F("0.000425"))
    return below + min(gross, F(171_100)) * (F("0.0019") + F("0.0023"))


STATES = {
    "TX": texas, "PA": pennsylvania, "NC": north_carolina, "MS": mississippi, "KY": kentucky,
    "GA": georgia, "VA": virginia, "NJ": new_jersey, "LA": louisiana, "IA": iowa,
}


def main():
    for state, tax_of in STATES.items():
        for filing in (SINGLE, JOINT):
            for kind in ("w2", "1099"):
                for text in ("30,000", "45,000", "60,000", "81,227", "120,000"):
                    gross = dollars(text)
                    one = federal(gross, kind, filing)
                    state_tax = tax_of(gross, one, filing, kind)
                    paid = contributions(state, gross, kind)
                    left = gross - one["tax"] - one["se"] - one["fica"] - state_tax - paid
                    amounts = {"federal": one["tax"], "work": one["se"] + one["fica"],
                               "state": state_tax, "contributions": paid, "left": left}
                    cell = {"home": state, "filing": filing, "kind": kind, "gross": int(gross)}
                    cell.update({name: round(float(amount), 4) for name, amount in amounts.items()})
                    print(json.dumps(cell))


main()
