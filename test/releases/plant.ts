import crypto from 'node:crypto';
import type pg from 'pg';

/** Facts that stand in the database without having passed through ingest, so that each test sees all that it starts from. */
export interface Planted {
  readonly people?: readonly PlantedPerson[];
  readonly tracks?: readonly { readonly id: string; readonly monthlyMinutes?: number }[];
  readonly participations?: readonly PlantedParticipation[];
  readonly months?: readonly { readonly relationship: string; readonly month: string; readonly minutes: number }[];
}

export interface PlantedPerson {
  readonly id: string;
  readonly from?: string;
  readonly hired?: string | null;
  readonly left?: string;
  readonly kind?: string;
  readonly team?: string;
  readonly level?: string;
  readonly location?: string;
  readonly consent?: boolean;
  readonly demographics?: Readonly<Record<string, string>>;
}

export interface PlantedParticipation {
  readonly relationship: string;
  readonly person: string;
  readonly role: 'mentee' | 'mentor';
  readonly track?: string;
  readonly started?: string;
  readonly ended?: string;
  readonly closed?: boolean;
}

const hashOf = (kind: string, id: string): Buffer => crypto.createHash('sha256').update(`${kind}:${id}`).digest();
export const personKey = (id: string): string => hashOf('person', id).readBigInt64BE().toString();

function relationshipKey(id: string): string {
  const hex = hashOf('relationship', id).toString('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Adds one confirmed load that says all this; `owner` is the owner's pool. */
export async function plant(
  owner: pg.Pool,
  { people = [], tracks = [], participations = [], months = [] }: Planted,
): Promise<number> {
  const { rows } = await owner.query<{ load_id: string; load_no: number }>(
    `insert into jobs.load (load_no, state, source, created_by, known_at)
     select coalesce(max(load_no), 0) + 1, 'confirmed', 'test', 'operator', clock_timestamp() from jobs.load returning load_id, load_no`,
  );
  const [{ load_id: load, load_no: loadNo }] = rows as [{ load_id: string; load_no: number }];
  const fingerprint = crypto.createHash('sha256').update(JSON.stringify({ people, tracks, participations, months })).digest();
  await owner.query(
    `insert into jobs.load_file (load_id, part, file, state, fingerprint) values ($1, 1, 'people', 'checked', $2)`,
    [load, fingerprint],
  );
  await plantPeople(owner, loadNo, people);
  await owner.query(
    `insert into tracks.track (track_id, name, monthly_minutes, load_no, said)
     select id, id, "monthlyMinutes", $2, 0 from jsonb_to_recordset($1) as t(id text, "monthlyMinutes" numeric)`,
    [JSON.stringify(tracks), loadNo],
  );
  await plantParticipations(owner, loadNo, participations);
  await plantMonths(owner, loadNo, months);
  return loadNo;
}

async function plantPeople(owner: pg.Pool, loadNo: number, people: readonly PlantedPerson[]): Promise<void> {
  const rows = people.map((person) => ({ ...person, key: personKey(person.id), from: person.from ?? '2020-01-01' }));
  await owner.query(
    `insert into microdata.people (person_key, effective_from, hired_on, left_on, kind, team, level, location, consent_demographics, load_no, said)
     select key, "from", hired, "left", coalesce(kind, 'human'), team, level, location, consent, $2, 0
     from jsonb_to_recordset($1) as t(key bigint, "from" date, hired date, "left" date, kind text, team text, level text, location text, consent boolean)`,
    [JSON.stringify(rows), loadNo],
  );
  const said = rows.flatMap(({ key, from, demographics = {} }) =>
    Object.entries(demographics).map(([column, value]) => ({ key, from, column, value })),
  );
  await owner.query(
    `insert into microdata.demographics (person_key, effective_from, column_key, value, load_no, said)
     select key, "from", "column", value, $2, 0 from jsonb_to_recordset($1) as t(key bigint, "from" date, "column" text, value text)`,
    [JSON.stringify(said), loadNo],
  );
}

async function plantParticipations(
  owner: pg.Pool,
  loadNo: number,
  participations: readonly PlantedParticipation[],
): Promise<void> {
  const rows = participations.map((one) => ({
    ...one,
    key: relationshipKey(one.relationship),
    person: personKey(one.person),
    track: one.track ?? 'track',
    started: one.started ?? '2020-01-01',
    confidentiality: one.closed ? 'closed' : 'standard',
  }));
  await owner.query(
    `insert into microdata.participations (relationship_key, track_id, person_key, role, started_on, ended_on, confidentiality, load_no, said)
     select key, track, person, role, started, ended, confidentiality, $2, 0
     from jsonb_to_recordset($1) as t(key uuid, track text, person bigint, role text, started date, ended date, confidentiality text)`,
    [JSON.stringify(rows), loadNo],
  );
}

async function plantMonths(owner: pg.Pool, loadNo: number, months: NonNullable<Planted['months']>): Promise<void> {
  const rows = months.map(({ relationship, month, minutes }) => ({
    key: relationshipKey(relationship),
    session: crypto.randomUUID(),
    month,
    minutes,
  }));
  const columns = `held_count, timed_count, planned_count, held_dates, guidance_answer, guidance_question, guidance_debrief, mode_meeting, mode_pairing,
    mode_code_review, mode_design_review, mode_async, mode_group, situation_real, situation_generic, ritual_none, ritual_retro, ritual_huddle, ritual_review`;
  await owner.query(
    `insert into microdata.session_rollup (relationship_key, month, load_no, minutes, ${columns})
     select key, month, $2, minutes, 1, 1, 0, array[month], 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
     from jsonb_to_recordset($1) as t(key uuid, month date, minutes numeric)`,
    [JSON.stringify(rows), loadNo],
  );
  await owner.query(
    `insert into microdata.sessions (session_key, relationship_key, held_on, minutes, load_no, said)
     select session, key, month, minutes, $2, 0 from jsonb_to_recordset($1) as t(session uuid, key uuid, month date, minutes numeric)`,
    [JSON.stringify(rows), loadNo],
  );
}
