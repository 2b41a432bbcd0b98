/** What the invented organisation asks its people about. */
export const settings = {
  organisation: 'Bench',
  demographics: [
    { column: 'demo_gender', label: 'Gender', why: 'bench', values: ['f', 'm', 'x'].map((key) => ({ key, label: key })) },
    { column: 'demo_origin', label: 'Origin', why: 'bench', values: ['here', 'abroad'].map((key) => ({ key, label: key })) },
  ],
};

/** Days of the eight quarters from 2024-Q1 to 2025-Q4, over which sessions are spread. */
const DAYS = 731;

/**
 * An invented organisation, written straight into the tables: three layers of teams, six levels, a third in tracks. In each
 * quarter from 2024-Q1 to 2025-Q2 one in 33 moves to another team. All sessions are held in relationships, evenly over the
 * eight quarters, and stand in the tables one by one; they are rolled up by the functions of the product.
 */
export async function plant(owner, people, sessionsPerPerson, leaves = Math.max(8, Math.round(people / 12))) {
  const key = (kind) => `('x' || substr(md5('${kind}' || i), 1, 16))::bit(64)::bigint`;
  const team = (leaf) => `'org/d' || (${leaf} % 9) || '/g' || (${leaf} % 45) || '/t' || (${leaf})`;
  await owner.query(
    `insert into jobs.load (load_no, state, source, created_by, known_at) values (1, 'confirmed', 'bench', 'operator', now())`,
  );
  await owner.query(`insert into tracks.track (track_id, name, monthly_minutes, load_no, said)
    select 't' || i, 'Track ' || i, 120, 1, 0 from generate_series(1, 12) i`);
  await owner.query(`
    with state as (
      select i, date '2020-01-01' as since, i % ${leaves} as leaf from generate_series(1, ${people}) i
      union all select i, (date '2024-01-01' + q * interval '3 months')::date, (i + 7919 * (q + 1)) % ${leaves}
      from generate_series(0, 5) q, generate_series(1, ${people}) i where (i + 5 * q) % 33 = 0
    ), person as (
      insert into microdata.people (person_key, effective_from, hired_on, team, level, location, consent_demographics, load_no, said)
      select ${key('p')}, since, date '2014-01-01' + (i * 37 % 4200), ${team('leaf')}, (1 + i % 6)::text, 'place ' || (i % 7), i % 7 <> 0, 1, 0
      from state
    )
    insert into microdata.demographics (person_key, effective_from, column_key, value, load_no, said)
    select ${key('p')}, since, c, case c when 'demo_gender' then (array['f','m','m','f','x'])[1 + (i * 13) % 5] else (array['here','abroad'])[1 + (i * 7) % 2] end, 1, 0
    from state, unnest(array['demo_gender', 'demo_origin']) c`);
  await owner.query(`insert into microdata.participations (relationship_key, track_id, person_key, role, started_on, load_no, said)
    select md5('r' || i)::uuid, 't' || (1 + i % 12), ${key('p')}, r, '2024-01-01', 1, 0
    from generate_series(1, ${people}, 3) i, unnest(array['mentee', case when i % 2 = 0 then 'mentor' end]) r where r is not null`);
  const each = 3 * sessionsPerPerson;
  const one = (texts, by) => `(array[${texts.map((text) => `'${text}'`)}])[1 + (${by}) % ${texts.length}]`;
  await owner.query(`insert into microdata.sessions (session_key, relationship_key, held_on, minutes, guidance, mode, situation, ritual, load_no, said)
    select lpad(to_hex(i * ${each}::bigint + n), 32, '0')::uuid, md5('r' || i)::uuid,
      date '2024-01-01' + (n * ${DAYS} / ${each} + i % greatest(1, ${DAYS} / ${each})), 20 + (i * 17 + n * 13) % 60,
      ${one(['answer', 'question', 'debrief'], 'i + n')}, ${one(['meeting', 'pairing', 'code_review', 'async'], 'i + 3 * n')},
      ${one(['real', 'generic'], 'n')}, ${one(['none', 'retro', 'huddle', 'review'], 'i * n')}, 1, 0
    from generate_series(1, ${people}, 3) i, generate_series(0, ${each - 1}) n`);
  await owner.query(`select microdata.roll_up_new(1, microdata.rolled_up('microdata.sessions'))`);
  await owner.query('analyze');
}
