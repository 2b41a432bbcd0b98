// The performance score as Lighthouse 12.8 gives it: each metric is placed on the log-normal curve through its published points
// (p10 scores 0.9, the median 0.5), and the scores are weighted. Speed Index needs pictures of the page as it is drawn; the
// largest paint stands in for it, which is never earlier than the mean of what is drawn before.
const WEIGHTS = { firstPaintMs: 10, largestPaintMs: 25, blockedMs: 30, layoutShift: 25, speedIndexMs: 10 };

const CURVES = {
  desktop: {
    firstPaintMs: [934, 1600],
    largestPaintMs: [1200, 2400],
    blockedMs: [150, 350],
    layoutShift: [0.1, 0.25],
    speedIndexMs: [1311, 2300],
  },
  mobile: {
    firstPaintMs: [1800, 3000],
    largestPaintMs: [2500, 4000],
    blockedMs: [200, 600],
    layoutShift: [0.1, 0.25],
    speedIndexMs: [3387, 5800],
  },
};

/**
 * How Lighthouse’s devices see the page, and its lines and processors as a browser slows itself down to them: a wired line of 40 ms
 * and 10 Mbit/s; slow 4G, as Lighthouse asks the browser for it, and a quarter of the processor.
 */
export const DEVICES = {
  desktop: {
    window: { viewport: { width: 1350, height: 940 } },
    line: { latency: 40, kbps: 10_240 },
    slowdown: 1,
  },
  mobile: {
    window: { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true },
    line: { latency: 562.5, kbps: 1474.56 },
    slowdown: 4,
  },
};

/** @returns 0 to 100. */
export function score(device, metrics) {
  const all = { ...metrics, speedIndexMs: metrics.largestPaintMs };
  const weights = Object.entries(WEIGHTS);
  const sum = weights.reduce((total, [name, weight]) => total + weight * onCurve(CURVES[device][name], all[name]), 0);
  return Math.round((100 * sum) / weights.reduce((total, [, weight]) => total + weight, 0));
}

/** The inverse of the complementary error function at one fifth: what makes p10 score 0.9. */
const AT_P10 = 0.9061938024368232;

function onCurve([p10, median], value) {
  if (value <= 0) return 1;
  return (1 - erf((Math.log(value / median) * AT_P10) / -Math.log(p10 / median))) / 2;
}

/** Abramowitz and Stegun, 7.1.26. */
function erf(x) {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.sign(x) * (1 - tail * Math.exp(-x * x));
}
