/** One thing that is wrong with a file. Evidence is made of what the file itself says. */
export interface Finding {
  /** Name of the broken rule: `form`, `order`, `lattice`, `noise`, `base`, `derived`, `rule 3`, `rule 4`, `reading`, `repeat`, `history`, `certificate`. */
  readonly rule: string;
  /** The place: `parity/mentee/team+level {team=eng,level=3} rate`. */
  readonly where: string;
  readonly evidence: string;
}

/** What an attack found, and what it tried. No finding means that everything tried has failed. */
export interface AttackReport {
  readonly findings: readonly Finding[];
  /** One line for everything that was tried, with how often. */
  readonly checks: readonly string[];
}

/** More of one rule than this are counted, not listed. */
const LISTED = 50;

/** Collects what is found while a file is attacked. */
export class Findings {
  private readonly found: Finding[] = [];
  private readonly counts = new Map<string, number>();
  private readonly tried: string[] = [];

  add(rule: string, where: string, evidence: string): void {
    const count = (this.counts.get(rule) ?? 0) + 1;
    this.counts.set(rule, count);
    if (count <= LISTED) this.found.push({ rule, where, evidence });
  }

  /** Adds a finding unless the condition holds. */
  expect(condition: boolean, rule: string, where: string, evidence: string): boolean {
    if (!condition) this.add(rule, where, evidence);
    return condition;
  }

  check(line: string): void {
    this.tried.push(line);
  }

  get some(): boolean {
    return this.found.length > 0;
  }

  report(): AttackReport {
    const more = [...this.counts]
      .filter(([, count]) => count > LISTED)
      .map(([rule, count]) => ({ rule, where: 'elsewhere', evidence: `${count - LISTED} more findings of this rule` }));
    return { findings: [...this.found, ...more], checks: [...this.tried] };
  }
}

/** The report as plain text for a terminal: findings first, then what was tried. */
export function describeReport(report: AttackReport): string {
  const head =
    report.findings.length === 0
      ? 'The attack found nothing.'
      : `The attack succeeded: ${report.findings.length} finding${report.findings.length === 1 ? '' : 's'}.`;
  const findings = report.findings.map(({ rule, where, evidence }) => `  [${rule}] ${where}: ${evidence}`);
  const checks = report.checks.map((line) => `  - ${line}`);
  return [head, ...findings, 'Tried:', ...checks].join('\n');
}
