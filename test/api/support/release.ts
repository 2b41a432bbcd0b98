import type pg from 'pg';
import type { Dimension, Group, ReleasedCell, ReleasedTable } from '../../../api/src/kernel/index.js';

/**
 * A published release whose numbers are made up, for tests of who may see what. The organisation has the teams
 * eng, eng/platform, eng/data and ops.
 */
export async function publishMadeUpRelease(
  curator: pg.Pool,
  period = '2026-Q3',
  tables = TABLES,
  dimensions = DIMENSIONS,
): Promise<string> {
  const id = `${period}-0123456789ab`;
  const [year, quarter] = period.split('-Q') as [string, string];
  const lastMonth = Number(quarter) * 3;
  await curator.query(
    `insert into release.release (release_id, period, starts_on, as_of, known_at, noise_level, sample, header, policy, dimensions,
       certificate, hash, document, built_by)
     values ($1, $2, $3, $4, now(), 3, false, '{}', '{}', $5, $6, $7, '{"made":"up"}', 'operator')`,
    [
      id,
      period,
      `${year}-${String(lastMonth - 2).padStart(2, '0')}-01`,
      `${year}-${String(lastMonth).padStart(2, '0')}-${lastMonth === 6 || lastMonth === 9 ? 30 : 31}`,
      JSON.stringify(dimensions),
      JSON.stringify(CERTIFICATE),
      `sha256:${'0'.repeat(64)}`,
    ],
  );
  for (const [ordinal, table] of tables.entries())
    await curator.query('insert into release.released_table values ($1, $2, $3, $4, $5, $6)', [
      id,
      ordinal,
      table.measure,
      table.variant,
      table.breakdown,
      JSON.stringify(table),
    ]);
  await publish(curator, id);
  return id;
}

async function publish(curator: pg.Pool, id: string): Promise<void> {
  await curator.query(
    `update release.release set status = 'published', published_by = 'somebody else', published_at = now() where release_id = $1`,
    [id],
  );
}

export const TEAMS = ['eng', 'eng/platform', 'eng/data', 'eng/(here)', 'ops'];
const LEVELS = ['1', '2'];

export const teamTree = (teams: readonly string[]): Dimension => ({
  key: 'team',
  label: 'Team',
  kind: 'tree',
  sensitivity: 'open',
  values: teams.map((key) => ({
    key,
    label: key.toUpperCase(),
    ...(key.includes('/') ? { parent: key.slice(0, key.lastIndexOf('/')) } : {}),
  })),
});

const DIMENSIONS: Dimension[] = [
  teamTree(TEAMS),
  {
    key: 'level',
    label: 'Level',
    kind: 'ordered',
    sensitivity: 'open',
    values: LEVELS.map((key) => ({ key, label: `Level ${key}` })),
  },
];

const CERTIFICATE = {
  rules: ['made up'],
  noiseLevel: 3,
  tables: [{ table: 'participation/mentee/team', shown: 4, hidden: 1 }],
  exposure: 'notCollected',
  attack: { findings: 0, checks: ['made up'] },
  leftOut: [],
  versions: { policy: 'standard/1' },
};

/** A table with a shown cell for every group but those that hide. */
export function madeUpTable(
  breakdown: string[],
  groups: Group[],
  hidden: (group: Group) => boolean = () => false,
): ReleasedTable {
  return {
    measure: 'participation',
    variant: 'mentee',
    breakdown,
    unit: 'people',
    subject: 'mentees',
    special: false,
    bases: [{ of: ['eligible'] }],
    scales: {},
    derived: { rate: { by: 'proportion', of: ['participants', 'eligible'] } },
    cells: groups.map((group): ReleasedCell => (hidden(group) ? { group, status: 'suppressed' } : shown(group))),
  };
}

const shown = (group: Group): ReleasedCell => ({
  group,
  status: 'shown',
  drawn: { eligible: { value: 40, noise: 0 }, participants: { value: 10, noise: 3 } },
  values: {
    eligible: 40,
    participants: 10,
    rate: 0.25,
    lower: { absent: 'notEstimable', reason: 'protection' },
    upper: { absent: 'notEstimable', reason: 'protection' },
  },
});

const TABLES: ReleasedTable[] = [
  madeUpTable([], [{}]),
  madeUpTable(
    ['team'],
    TEAMS.map((team) => ({ team })),
    ({ team }) => team === 'ops',
  ),
  madeUpTable(
    ['level'],
    LEVELS.map((level) => ({ level })),
  ),
  madeUpTable(
    ['team', 'level'],
    TEAMS.flatMap((team) => LEVELS.map((level) => ({ team, level }))),
  ),
];
