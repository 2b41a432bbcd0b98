"""Reference values beyond those from R, from the defining equations in 40 digits (mpmath), by other ways than the product's.

Run: python3 test/golden/high-precision/make.py   (mpmath 1.3 or later; numbers come from a fixed linear congruence)
Every file holds cases {name, source, input, expected} as test/golden/r does; `distributions.json` holds
{name, arguments, expected}.
"""
import json
import os
import mpmath as mp

mp.mp.dps = 40
HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = 'defining equations, mpmath 40 digits'


class Dice:
    """The same numbers on every machine."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return self.state / 2147483648

    def whole(self, low, high):
        return low + int(self.next() * (high - low + 1))


def plain(value):
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return float(mp.nstr(value, 20)) if isinstance(value, mp.mpf) else value


def write(name, cases):
    with open(os.path.join(HERE, name + '.json'), 'w') as file:
        json.dump([plain(case) for case in cases], file, indent=1)
        file.write('\n')


def case(name, given, expected):
    return {'name': name, 'source': SOURCE, 'input': given, 'expected': expected}


# Distributions ------------------------------------------------------------------------------------------------------

def normal_tail(x):
    return mp.erfc(mp.mpf(x) / mp.sqrt(2)) / 2


def t_tail(t, df):
    t, df = mp.mpf(t), mp.mpf(df)
    half = mp.betainc(df / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2
    return half if t >= 0 else 1 - half


def chi_tail(x, df):
    return mp.gammainc(mp.mpf(df) / 2, mp.mpf(x) / 2, mp.inf, regularized=True)


def bisect(f, low, high, steps=140):
    low, high = mp.mpf(low), mp.mpf(high)
    rising = f(high) > 0
    for _ in range(steps):
        middle = (low + high) / 2
        if (f(middle) > 0) == rising:
            high = middle
        else:
            low = middle
    return low


def z_of(tail):
    return bisect(lambda x: mp.log(normal_tail(x)) - mp.log(mp.mpf(tail)), -40, 40)


def t_of(tail, df):
    return mp.e ** bisect(lambda u: mp.log(t_tail(mp.e ** u, df)) - mp.log(mp.mpf(tail)), -30, 500)


def noncentral_tail(t, df, delta):
    """P(T > t), the normal tail averaged over s = chi/sqrt(df), by Gauss-Legendre around the bell."""
    t, df, delta = mp.mpf(t), mp.mpf(df), mp.mpf(delta)
    front = 2 * (df / 2) ** (df / 2) / mp.gamma(df / 2)
    density = lambda s: front * s ** (df - 1) * mp.exp(-df * s * s / 2) * normal_tail(t * s - delta)
    width = 1 / mp.sqrt(2 * df)
    cuts = [k * width for k in range(0, int((1 + 40 * width) / width))]
    return mp.quad(density, cuts)


def distributions():
    dice = Dice(1)
    cases = []
    add = lambda name, args, value: cases.append({'name': name, 'arguments': args, 'expected': value})
    for x in [0, 1e-9, 0.1, 0.6744, 0.675, 1, 1.96, 3, 5.65, 5.66, 8, 10, 20, 37, -0.3, -5, -8.2] + [45 * dice.next() - 8 for _ in range(60)]:
        add('normalSurvival', [x], normal_tail(x))
    for p in [1e-300, 1e-100, 1e-20, 1e-5, 0.001, 0.025, 0.07, 0.2, 0.4999, 0.6, 0.999]:
        add('normalUpperQuantile', [p], z_of(p))
    for t, df in [(0.1, 1), (1e10, 1), (2, 2), (0.5, 3.5), (12, 9), (50, 5), (1e8, 4), (20, 100), (37, 1000), (30, 1e4), (38, 1e5), (0.5, 1e5),
                  (1.9, 99999), (1.9, 1e5), (3, 1e6), (38, 1e6), (1.5, 1e6), (5, 0.5), (1e30, 10), (-2, 7)]:
        add('studentSurvival', [t, df], t_tail(t, df))
    for _ in range(120):
        df = [1, 2, 3, 5, 7.5, 12, 33, 100, 999, 12345, 1e5, 1e6][dice.whole(0, 11)]
        t = 6 * dice.next() * [1, 1, 3, 6][dice.whole(0, 3)]
        add('studentSurvival', [t, df], t_tail(t, df))
    for p, df in [(0.025, 63), (0.025, 1), (0.025, 2), (0.025, 3), (0.4, 5), (1e-10, 5), (1e-300, 30), (0.025, 1e6), (1e-100, 1e4), (0.025, 0.5), (0.49999, 12)]:
        add('studentUpperQuantile', [p, df], t_of(p, df))
    for x, df in [(1e-8, 1), (1, 1), (1370, 1), (5, 2), (1380, 2), (100, 10), (1500, 10), (3, 10), (1e-3, 5), (1000, 999), (2500, 999), (900, 999),
                  (1e6, 1e6), (1.005e6, 1e6), (1.05e6, 1e6), (0.99e6, 1e6), (20, 3), (1400, 30)]:
        add('chiSquareSurvival', [x, df], chi_tail(x, df))
    for _ in range(80):
        df = [1, 2, 3, 4, 7, 12, 33, 100, 999][dice.whole(0, 8)]
        x = df * 3 * dice.next() * [1, 10][dice.whole(0, 1)]
        add('chiSquareSurvival', [x, df], chi_tail(x, df))
    for t, df, delta in [(2, 10, 1), (-2, 10, 1), (0.5, 3, -2), (30, 5, 3), (3, 50, 12), (15, 50, 3), (2, 1000, 2.5), (1, 2, 0.1), (5, 1, 2), (40, 30, 60)]:
        add('noncentralStudentSurvival', [t, df, delta], noncentral_tail(t, df, delta))
        add('noncentralStudentCdf', [t, df, delta], noncentral_tail(-t, df, -delta))
    for x in [1e-5, 0.5, 1, 2, 3.3, 10, 100, 1e6]:
        add('logGamma', [x], mp.loggamma(mp.mpf(x)))
    write('distributions', cases)


# Proportions --------------------------------------------------------------------------------------------------------

def score_interval(y, n, confidence, v=0, base=0, shared=0):
    y, n = mp.mpf(y), mp.mpf(n)
    z = z_of((1 - mp.mpf(confidence)) / 2)
    excess = lambda p: (y / n - p) ** 2 - z * z * (p * (1 - p) / n + (v - 2 * p * shared + p * p * base) / n ** 2)
    centre = min(max(y / n, mp.mpf(0)), mp.mpf(1))
    assert excess(centre) <= 0
    low = mp.mpf(0) if excess(mp.mpf(0)) <= 0 else bisect(excess, 0, centre)
    high = mp.mpf(1) if excess(mp.mpf(1)) <= 0 else bisect(excess, centre, 1)
    return centre, low, high


def proportions():
    cases = []
    for y, n in [(1, 1000000), (0, 1000000), (999999, 1000000), (500000, 1000000), (1, 1), (0, 1), (3, 4), (7, 250000)]:
        p, low, high = score_interval(y, n, 0.95)
        cases.append(case(f'{y} of {n}', {'successes': y, 'trials': n, 'confidence': 0.95}, {'estimate': p, 'lower': low, 'upper': high}))
    for y, n, v, base, shared in [(-2, 40, 9, 0, 0), (43, 40, 9, 0, 0), (3, 30, 9, 18, 9), (2, 60, 16, 16, 0), (600, 1000000, 9, 18, 9), (11, 12, 6.25, 0, 0), (4, 25, 18, 45, 18)]:
        given = {'successes': y, 'trials': n, 'confidence': 0.99, 'noiseVariance': v, 'baseNoiseVariance': base, 'baseNoiseCovariance': shared}
        p, low, high = score_interval(y, n, 0.99, v, base, shared)
        cases.append(case(f'{y} of {n}, noise {v}', given, {'estimate': p, 'lower': low, 'upper': high}))
    # Without a solution, or without width, the interval is that of none (or all).
    for y, n, v in [(-8, 40, 9), (-30, 40, 9), (55, 40, 9)]:
        p, low, high = score_interval(0 if y < 0 else n, n, 0.95, v)
        cases.append(case(f'{y} of {n}: as none or all', {'successes': y, 'trials': n, 'noiseVariance': v}, {'estimate': p, 'lower': low, 'upper': high}))
    write('proportions', cases)


def pair(y1, n1, y2, n2, v1=0, v2=0, covariance=0, confidence=0.95):
    p1, l1, u1 = score_interval(y1, n1, confidence, v1)
    p2, l2, u2 = score_interval(y2, n2, confidence, v2)
    spread = [p * (1 - p) / n + mp.mpf(v) / n ** 2 for p, n, v in ((p1, n1, v1), (p2, n2, v2))]
    rho = covariance / (mp.mpf(n1) * n2 * mp.sqrt(spread[0] * spread[1])) if covariance else mp.mpf(0)
    given = {'successes1': y1, 'trials1': n1, 'successes2': y2, 'trials2': n2, 'confidence': confidence}
    if v1 or v2:
        given.update({'noiseVariance1': v1, 'noiseVariance2': v2, 'noiseCovariance': covariance})
    return given, (p1, l1, u1), (p2, l2, u2), rho


PAIRS = [(0, 10, 0, 12), (10, 10, 12, 12), (0, 1000000, 3, 1000000), (500123, 1000000, 499000, 1000000), (1, 3, 2, 900000),
         (30, 80, 200, 700, 9, 18, -9), (5, 40, 60, 400, 9, 18, -9), (79, 80, 690, 700, 9, 9, 0)]


def differences_and_ratios():
    differences, ratios = [], []
    for row in PAIRS:
        given, (p1, l1, u1), (p2, l2, u2), rho = pair(*row)
        root = lambda a, b: mp.sqrt(a * a + b * b - 2 * rho * a * b)
        differences.append(case(str(row), given, {'estimate': p1 - p2, 'lower': p1 - p2 - root(p1 - l1, u2 - p2), 'upper': p1 - p2 + root(u1 - p1, p2 - l2)}))
        if p2 == 0:
            ratios.append(case(str(row), given, {'estimate': None, 'lower': None, 'upper': None}))
            continue
        theta = p1 / p2
        down = lambda q: p1 - q * p2 - root(p1 - l1, q * (u2 - p2))
        up = lambda q: p1 - q * p2 + root(u1 - p1, q * (p2 - l2))
        low = mp.mpf(0) if down(mp.mpf(0)) <= 0 else bisect(down, 0, theta, 300)
        high = bisect(up, theta, theta + 10 ** 8, 300) if l2 > 0 else None
        ratios.append(case(str(row), given, {'estimate': theta, 'lower': low, 'upper': high}))
    write('proportion-difference', differences)
    write('proportion-ratio', ratios)


def tests():
    cases = []
    for y1, n1, y2, n2 in [(500000, 1000000, 481500, 1000000), (600000, 1000000, 574000, 1000000), (1, 1000000, 0, 10), (3, 7, 1, 9)]:
        pooled = mp.mpf(y1 + y2) / (n1 + n2)
        z = (mp.mpf(y1) / n1 - mp.mpf(y2) / n2) / mp.sqrt(pooled * (1 - pooled) * (mp.mpf(1) / n1 + mp.mpf(1) / n2))
        cases.append(case(f'{y1}/{n1} v {y2}/{n2}', {'successes1': y1, 'trials1': n1, 'successes2': y2, 'trials2': n2}, {'z': z, 'pValue': 2 * normal_tail(abs(z))}))
    cases.append(case('nobody', {'successes1': 0, 'trials1': 5, 'successes2': 0, 'trials2': 9}, {'z': None, 'pValue': None}))
    write('proportion-test', cases)
    tables = [[[100000, 90000], [90000, 100000]], [[3, 0, 2], [1, 0, 4]], [[1000000, 1000300, 999000], [998000, 1001000, 1002000], [5, 1, 2]]]
    found = []
    for table in tables:
        kept = [[c for j, c in enumerate(row) if sum(r[j] for r in table) > 0] for row in table]
        rows, columns, total = [sum(r) for r in kept], [sum(c) for c in zip(*kept)], mp.mpf(sum(map(sum, kept)))
        statistic = sum((c - rows[i] * columns[j] / total) ** 2 / (rows[i] * columns[j] / total) for i, r in enumerate(kept) for j, c in enumerate(r))
        df = (len(rows) - 1) * (len(columns) - 1)
        expected = {'statistic': statistic, 'degreesOfFreedom': df, 'pValue': chi_tail(statistic, df), 'cramersV': mp.sqrt(statistic / total / (min(len(rows), len(columns)) - 1))}
        found.append(case(str(table), {'table': table}, expected))
    write('chi-square', found)


# Survival -----------------------------------------------------------------------------------------------------------

def waiting_times(seed, n, most, kinds):
    dice = Dice(seed)
    return [dice.whole(1, most) for _ in range(n)], [dice.whole(0, kinds) for _ in range(n)], [['a', 'b', 'c'][dice.whole(0, 2)] for _ in range(n)]


def survival():
    curves, incidences, ranks = [], [], []
    for seed, n, most in [(3, 40, 12), (4, 200, 9), (5, 25, 1000)]:
        times, events, groups = waiting_times(seed, n, most, 1)
        states = waiting_times(seed + 50, n, most, 2)[1]
        curves.append(case(f'{n} cases, up to {most}', {'times': times, 'events': events, 'confidence': 0.95}, {'steps': kaplan_meier(times, events)}))
        incidences.append(case(f'{n} cases, up to {most}', {'times': times, 'states': states}, {'steps': aalen_johansen(times, states)}))
        ranks.append(case(f'{n} cases, three groups', {'times': times, 'events': events, 'groups': groups}, log_rank(times, events, groups)))
    write('kaplan-meier', curves)
    write('aalen-johansen', incidences)
    write('log-rank', ranks)


def kaplan_meier(times, events):
    steps, s, g, z = [], mp.mpf(1), mp.mpf(0), z_of(mp.mpf('0.025'))
    for t in sorted(set(x for x, e in zip(times, events) if e)):
        n, d = sum(x >= t for x in times), sum(x == t and e == 1 for x, e in zip(times, events))
        s *= 1 - mp.mpf(d) / n
        step = {'time': t, 'atRisk': n, 'events': d, 'censored': sum(x == t and e == 0 for x, e in zip(times, events)), 'survival': s}
        if s > 0:
            g += mp.mpf(d) / (n * (n - d))
            far = z * mp.sqrt(g) / mp.log(s)
            step.update({'standardError': s * mp.sqrt(g), 'lower': s ** mp.exp(-far), 'upper': s ** mp.exp(far)})
        else:
            step.update({'standardError': None, 'lower': None, 'upper': None})
        steps.append(step)
    return steps


def aalen_johansen(times, states):
    """The variance as three sums (Marubini and Valsecchi 1995, 10.3)."""
    steps, s, curve, rows = [], mp.mpf(1), {1: mp.mpf(0), 2: mp.mpf(0)}, []
    for t in sorted(set(x for x, e in zip(times, states) if e)):
        n = sum(x >= t for x in times)
        d = {k: sum(x == t and e == k for x, e in zip(times, states)) for k in (1, 2)}
        before = s
        for k in (1, 2):
            curve[k] += before * d[k] / n
        s *= 1 - mp.mpf(d[1] + d[2]) / n
        rows.append((n, d[1], d[1] + d[2], before, curve[1]))
        step = {'time': t, 'atRisk': n, 'cumulativeIncidenceEvent': curve[1], 'cumulativeIncidenceCompeting': curve[2]}
        if curve[1] > 0:
            variance = mp.mpf(0)
            for m, own, both, alive, height in rows:
                gap = curve[1] - height
                if gap > 0:
                    variance += gap ** 2 * mp.mpf(both) / (m * (m - both))
                variance += alive ** 2 * mp.mpf(own) * (m - own) / mp.mpf(m) ** 3 - 2 * gap * alive * mp.mpf(own) / mp.mpf(m) ** 2
            far = z_of(mp.mpf('0.025')) * mp.sqrt(variance) / (curve[1] * mp.log(curve[1]))
            step.update({'standardError': mp.sqrt(variance), 'lower': curve[1] ** mp.exp(-far), 'upper': curve[1] ** mp.exp(far)})
        steps.append(step)
    return steps


def log_rank(times, events, groups):
    names = list(dict.fromkeys(groups))
    k = len(names)
    observed = [sum(e for e, g in zip(events, groups) if g == name) for name in names]
    expected, variance = [mp.mpf(0)] * k, mp.zeros(k, k)
    for t in sorted(set(x for x, e in zip(times, events) if e)):
        at = [sum(x >= t and g == name for x, g in zip(times, groups)) for name in names]
        n, d = mp.mpf(sum(at)), sum(x == t and e for x, e in zip(times, events))
        for i in range(k):
            expected[i] += d * at[i] / n
            for j in range(k):
                if n > 1:
                    variance[i, j] += d * (n - d) / (n - 1) * (at[i] / n) * ((1 if i == j else 0) - at[j] / n)
    gap = mp.matrix([observed[i] - expected[i] for i in range(k - 1)])
    statistic = (gap.T * mp.lu_solve(variance[:k - 1, :k - 1], gap))[0]
    return {'groups': names, 'observed': observed, 'expected': expected, 'statistic': statistic, 'degreesOfFreedom': k - 1, 'pValue': chi_tail(statistic, k - 1)}


# Models -------------------------------------------------------------------------------------------------------------

def newton(start, derivatives):
    b = start
    for _ in range(60):
        score, information = derivatives(b)
        step = mp.lu_solve(information, score)
        b = b + step
        if max(abs(x) for x in step) < mp.mpf(10) ** -30:
            break
    score, information = derivatives(b)
    return b, mp.inverse(information)


def cox_parts(starts, stops, events, rows, b):
    """Efron's partial likelihood, term by term."""
    p = len(b)
    risk = [mp.exp(sum(b[j] * row[j] for j in range(p))) for row in rows]
    value, score, information = mp.mpf(0), mp.zeros(p, 1), mp.zeros(p, p)
    for t in sorted(set(x for x, e in zip(stops, events) if e)):
        at = [i for i in range(len(rows)) if starts[i] < t <= stops[i]]
        dying = [i for i in at if events[i] and stops[i] == t]
        for i in dying:
            value += mp.log(risk[i])
            score += mp.matrix(rows[i])
        for l in range(len(dying)):
            weight = {i: risk[i] * (1 - mp.mpf(l) / len(dying) if i in dying else 1) for i in at}
            total = sum(weight.values())
            mean = [sum(weight[i] * rows[i][j] for i in at) / total for j in range(p)]
            value -= mp.log(total)
            for j in range(p):
                score[j] -= mean[j]
                for k in range(p):
                    information[j, k] += sum(weight[i] * rows[i][j] * rows[i][k] for i in at) / total - mean[j] * mean[k]
    return value, score, information


def cox():
    mp.mp.dps = 25
    cases = []
    for seed, n, late in [(11, 50, False), (12, 45, True)]:
        dice = Dice(seed)
        rows = [[dice.whole(0, 1), dice.whole(0, 8) * 1000 + 500, dice.next()] for _ in range(n)]
        starts = [dice.whole(0, 3) if late else 0 for _ in range(n)]
        stops = [start + dice.whole(1, 8) for start in starts]
        events = [1 if dice.next() < 0.6 else 0 for _ in range(n)]
        derivatives = lambda b: cox_parts(starts, stops, events, rows, b)[1:]
        b, covariance = newton(mp.zeros(3, 1), derivatives)
        errors = [mp.sqrt(covariance[j, j]) for j in range(3)]
        value, null = cox_parts(starts, stops, events, rows, b)[0], cox_parts(starts, stops, events, rows, mp.zeros(3, 1))[0]
        given = {'stops': stops, 'events': events, 'covariates': rows, 'names': ['a', 'b', 'c'], 'confidence': 0.95}
        if late:
            given['starts'] = starts
        statistic = 2 * (value - null)
        cases.append(case(f'{n} rows with ties, {"late entry" if late else "from the beginning"}', given, {
            'coefficients': list(b), 'standardErrors': errors, 'hazardRatios': [mp.exp(x) for x in b], 'logLikelihood': value, 'nullLogLikelihood': null,
            'likelihoodRatio': {'statistic': statistic, 'degreesOfFreedom': 3, 'pValue': chi_tail(statistic, 3)}}))
    write('cox', cases)
    mp.mp.dps = 40


def logistic():
    cases = []
    for seed, n in [(21, 60), (22, 150)]:
        dice = Dice(seed)
        rows = [[dice.whole(0, 1), 1e6 + dice.whole(0, 50), dice.next()] for _ in range(n)]
        outcomes = [1 if dice.next() < 0.3 + 0.3 * row[0] else 0 for row in rows]
        full = [[1] + [mp.mpf(x) for x in row] for row in rows]

        def derivatives(b):
            score, information = mp.zeros(4, 1), mp.zeros(4, 4)
            for x, y in zip(full, outcomes):
                p = 1 / (1 + mp.exp(-sum(b[j] * x[j] for j in range(4))))
                for j in range(4):
                    score[j] += (y - p) * x[j]
                    for k in range(4):
                        information[j, k] += p * (1 - p) * x[j] * x[k]
            return score, information

        b, covariance = newton(mp.zeros(4, 1), derivatives)
        p = [1 / (1 + mp.exp(-sum(b[j] * x[j] for j in range(4)))) for x in full]
        share = mp.mpf(sum(outcomes)) / n
        deviance = -2 * sum(mp.log(q if y else 1 - q) for q, y in zip(p, outcomes))
        null = -2 * n * (share * mp.log(share) + (1 - share) * mp.log(1 - share))
        cases.append(case(f'{n} rows, one covariate far from 0', {'covariates': rows, 'names': ['a', 'b', 'c'], 'outcomes': outcomes, 'confidence': 0.95},
                          {'coefficients': list(b), 'standardErrors': [mp.sqrt(covariance[j, j]) for j in range(4)], 'deviance': deviance, 'nullDeviance': null}))
    write('logistic', cases)


LONGLEY = [(60323, 83.0, 234289, 2356, 1590, 107608, 1947), (61122, 88.5, 259426, 2325, 1456, 108632, 1948), (60171, 88.2, 258054, 3682, 1616, 109773, 1949),
           (61187, 89.5, 284599, 3351, 1650, 110929, 1950), (63221, 96.2, 328975, 2099, 3099, 112075, 1951), (63639, 98.1, 346999, 1932, 3594, 113270, 1952),
           (64989, 99.0, 365385, 1870, 3547, 115094, 1953), (63761, 100.0, 363112, 3578, 3350, 116219, 1954), (66019, 101.2, 397469, 2904, 3048, 117388, 1955),
           (67857, 104.6, 419180, 2822, 2857, 118734, 1956), (68169, 108.4, 442769, 2936, 2798, 120445, 1957), (66513, 110.8, 444546, 4681, 2637, 121950, 1958),
           (68655, 112.6, 482704, 3813, 2552, 123366, 1959), (69564, 114.2, 502601, 3931, 2514, 125368, 1960), (69331, 115.7, 518173, 4806, 2572, 127852, 1961),
           (70551, 116.9, 554894, 4007, 2827, 130081, 1962)]


def least_squares():
    """Longley's nearly dependent data; the coefficients are those certified by NIST (-3482258.63459582 ... 1829.15146461355)."""
    x = mp.matrix([[1] + [mp.mpf(v) for v in row[1:]] for row in LONGLEY])
    y = mp.matrix([row[0] for row in LONGLEY])
    inverse = mp.inverse(x.T * x)
    b = inverse * (x.T * y)
    e = y - x * b
    middle = mp.zeros(7, 7)
    for i in range(16):
        row = x[i, :]
        h = (row * inverse * row.T)[0]
        middle += (e[i] / (1 - h)) ** 2 * (row.T * row)
    covariance = inverse * middle * inverse
    errors = [mp.sqrt(covariance[j, j]) for j in range(7)]
    t = t_of(mp.mpf('0.025'), 9)
    mean = sum(y) / 16
    given = {'covariates': [list(row[1:]) for row in LONGLEY], 'names': ['deflator', 'gnp', 'unemployed', 'armed', 'population', 'year'],
             'outcomes': [row[0] for row in LONGLEY], 'confidence': 0.95}
    write('least-squares', [case('Longley 1967', given, {
        'coefficients': list(b), 'hc3StandardErrors': errors, 'lower': [b[j] - t * errors[j] for j in range(7)], 'upper': [b[j] + t * errors[j] for j in range(7)],
        'residualDegreesOfFreedom': 9, 'rSquared': 1 - sum(v * v for v in e) / sum((v - mean) ** 2 for v in y)})])


def random_effects():
    cases = []
    sets = [('no spread between', [0.1, 0.12, 0.09, 0.11], [0.04, 0.09, 0.01, 0.02]), ('great spread', [-3, 1, 4.5, 0.2, 9], [0.2, 0.01, 0.5, 0.3, 0.001]),
            ('two groups', [0.4, -0.2], [0.02, 0.03]), ('very unequal variances', [1, 1.5, 0.2, 0.9, 1.4], [1e-6, 4, 0.5, 1e-3, 100])]
    for name, y, v in sets:
        y, v = [mp.mpf(x) for x in y], [mp.mpf(x) for x in v]

        def pooled(tau):
            w = [1 / (x + tau) for x in v]
            return sum(a * b for a, b in zip(w, y)) / sum(w), sum(w)

        def slope(tau):
            """Derivative of the restricted log-likelihood by tau squared."""
            w = [1 / (x + tau) for x in v]
            mean, total = pooled(tau)
            return (sum((a * (b - mean)) ** 2 for a, b in zip(w, y)) - total + sum(a * a for a in w) / total) / 2

        tau = mp.mpf(0) if slope(mp.mpf(0)) <= 0 else bisect(slope, 0, 1000, 200)
        mean, total = pooled(tau)
        error, z = 1 / mp.sqrt(total), z_of(mp.mpf('0.025'))
        fixed, _ = pooled(mp.mpf(0))
        q = sum((b - fixed) ** 2 / x for b, x in zip(y, v))
        w = [1 / x for x in v]
        typical = (len(y) - 1) / (sum(w) - sum(a * a for a in w) / sum(w))
        reach = z * mp.sqrt(error ** 2 + tau)
        reml = {'estimate': mean, 'standardError': error, 'lower': mean - z * error, 'upper': mean + z * error, 'tauSquared': tau, 'q': q,
                'qPValue': chi_tail(q, len(y) - 1), 'iSquared': tau / (tau + typical), 'predictionLower': mean - reach, 'predictionUpper': mean + reach,
                'shrunken': [(tau * b + x * mean) / (tau + x) for b, x in zip(y, v)]}
        tau = max(mp.mpf(0), (q - len(y) + 1) / (sum(w) - sum(a * a for a in w) / sum(w)))
        mean, total = pooled(tau)
        cases.append(case(name, {'estimates': y, 'variances': v}, {'reml': reml, 'dersimonianLaird': {'estimate': mean, 'standardError': 1 / mp.sqrt(total), 'tauSquared': tau}}))
    write('random-effects', cases)


# Paired means and power ---------------------------------------------------------------------------------------------

def power_of(df, delta, alpha):
    critical = t_of(mp.mpf(alpha) / 2, df)
    return noncentral_tail(critical, df, delta) + noncentral_tail(critical, df, -delta)


def powers():
    mp.mp.dps = 20
    cases = [case(f'{n} a group, {d}', {'n': n, 'difference': d, 'standardDeviation': 1, 'alpha': a}, {'power': power_of(2 * (n - 1), d * mp.sqrt(mp.mpf(n) / 2), a)})
             for n, d, a in [(2, 1, 0.05), (10, 0.5, 0.01), (40, 0, 0.05), (400, 0.2, 0.05), (6, 5, 0.05)]]
    write('power-two-sample', cases)
    found = []
    for pairs, wanted in [(3, 0.8), (12, 0.95), (200, 0.8)]:
        size = bisect(lambda d: power_of(pairs - 1, d * mp.sqrt(pairs), 0.05) - mp.mpf(wanted), 0, 20, 45)
        found.append(case(f'{pairs} pairs', {'pairs': pairs, 'standardDeviationDifference': 1, 'power': wanted, 'alpha': 0.05}, {'minimumDetectableDifference': size}))
    write('power-paired', found)
    sizes = []
    for d, wanted in [(0.2, 0.8), (1, 0.9), (3, 0.8)]:
        n = 2
        while power_of(n - 1, d * mp.sqrt(n), 0.05) < wanted:
            n += 1
        sizes.append(case(f'difference {d}', {'difference': d, 'standardDeviationDifference': 1, 'power': wanted, 'alpha': 0.05}, {'pairs': n}))
    write('sample-size-paired', sizes)
    mp.mp.dps = 40


def paired():
    mp.mp.dps = 22
    cases = []
    for seed, n, rise in [(31, 3, 1), (32, 15, 0), (33, 60, 2)]:
        dice = Dice(seed)
        before = [dice.whole(0, 40) / 4 for _ in range(n)]
        after = [b + rise + dice.whole(-8, 8) / 4 for b in before]
        d = [mp.mpf(a) - mp.mpf(b) for a, b in zip(after, before)]
        mean = sum(d) / n
        sd = mp.sqrt(sum((x - mean) ** 2 for x in d) / (n - 1))
        t = mean / (sd / mp.sqrt(n))
        half = t_of(mp.mpf('0.025'), n - 1) * sd / mp.sqrt(n)
        df = mp.mpf(n - 1)
        factor = mp.gamma(df / 2) / (mp.sqrt(df / 2) * mp.gamma((df - 1) / 2)) / mp.sqrt(n)
        limit = lambda tail: bisect(lambda delta: noncentral_tail(t, df, delta) - tail, t - 12 - abs(t), t + 12 + abs(t), 50)
        cases.append(case(f'{n} pairs', {'before': before, 'after': after, 'confidence': 0.95}, {
            'pairs': n, 'meanDifference': mean, 'standardDeviationDifference': sd, 'statistic': t, 'degreesOfFreedom': n - 1, 'pValue': 2 * t_tail(abs(t), df),
            'lower': mean - half, 'upper': mean + half, 'hedgesG': {'estimate': factor * t, 'lower': factor * limit(mp.mpf('0.025')), 'upper': factor * limit(mp.mpf('0.975'))}}))
    write('paired-comparison', cases)
    mp.mp.dps = 40


def alpha_spending():
    """Published bounds (Lan and DeMets 1983; Reboussin et al. 2000, Control Clin Trials 21, 190-207), four decimals."""
    published = {3: [3.7103, 2.5114, 1.9930], 5: [4.8769, 3.3569, 2.6803, 2.2898, 2.0310]}
    write('alpha-spending', [{'name': f'{k} equal looks', 'source': 'published, four decimals', 'tolerance': 1e-4,
                              'input': {'informationFractions': [i / k for i in range(1, k + 1)], 'alpha': 0.05}, 'expected': {'bounds': bounds}}
                             for k, bounds in published.items()])


if __name__ == '__main__':
    for make in (distributions, proportions, differences_and_ratios, tests, survival, cox, logistic, least_squares, random_effects, powers, paired, alpha_spending):
        print(make.__name__, flush=True)
        make()
