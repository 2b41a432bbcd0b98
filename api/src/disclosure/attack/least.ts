import type { Derivation, ReleasedTable } from '../../kernel/index.js';
import { tableName } from './places.js';
import type { Findings } from './report.js';

/** People and events of a curve, people and events in each arm of a fit, teams of a team file. */
const CURVE = { people: 30, events: 10 };
const FIT = { people: 50, arm: 10 };
const TEAMS = 10;
/** The subject of statistics about teams: no person's secret. */
const TEAM_SUBJECT = 'teams';

/** Rule 3 for figures that need more than k: the bases of their table say so. */
export function checkLeast(table: ReleasedTable, findings: Findings): void {
  const where = tableName(table);
  const derivations = Object.values(table.derived);
  for (const derivation of derivations.filter(({ by }) => CURVES.has(by))) {
    const { people, events } = curveBases(derivation);
    const enough = has(table, people, CURVE.people) && has(table, events, CURVE.events);
    findings.expect(enough, 'rule 3', where, `draws a curve of fewer than ${CURVE.people} people or ${CURVE.events} events`);
  }
  if (derivations.some(({ by }) => MODELS.has(by))) checkFits(table, where, findings);
  if (table.subject === TEAM_SUBJECT) checkTeams(table, where, findings);
}

const CURVES: ReadonlySet<string> = new Set(['curve', 'curveRatio', 'otherCurve', 'curveP']);
const MODELS: ReadonlySet<string> = new Set(['modelEstimate', 'modelLower', 'modelUpper']);

/** All cases together, and the events among them. */
function curveBases({ of, parameters }: Derivation): { people: readonly string[]; events: readonly string[] } {
  return { people: of, events: of.slice(0, parameters?.['points'] ?? 0) };
}

/** Whether the sum of exactly these statistics is tested, and never passes below so many. */
function has({ bases }: ReleasedTable, names: readonly string[], fewest: number): boolean {
  const wanted = [...names].sort().join('\n');
  return names.length > 0 && bases.some(({ of, least = 0 }) => least >= fewest && [...of].sort().join('\n') === wanted);
}

/** The arms of a fit are the drawn numbers on which its bound rests. */
function checkFits(table: ReleasedTable, where: string, findings: Findings): void {
  const people = table.bases.some(({ least = 0 }) => least >= FIT.people);
  findings.expect(people, 'rule 3', where, `fits a model to fewer than ${FIT.people} people`);
  for (const scale of Object.values(table.scales))
    if (scale.kind === 'fit' && 'of' in scale)
      for (const arm of scale.of)
        findings.expect(has(table, [arm], FIT.arm), 'rule 3', where, `fits a model to fewer than ${FIT.arm} in the arm ${arm}`);
}

/** No figure of one team, or of a few; and nothing exact. */
function checkTeams(table: ReleasedTable, where: string, findings: Findings): void {
  const enough = table.bases.every(({ least = 0 }) => least >= TEAMS);
  findings.expect(enough, 'rule 3', where, `is about fewer than ${TEAMS} teams`);
  const exact = Object.values(table.scales).some(({ kind }) => kind === 'open');
  findings.expect(!exact, 'rule 3', where, 'holds an exact number about teams');
}
