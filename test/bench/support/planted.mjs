/** What the invented organisation asks its people about. */
export const settings = {
  organisation: 'Bench',
  demographics: [
    { column: 'demo_gender', label: 'Gender', why: 'bench', values: ['f', 'm', 'x'].map((key) => ({ key, label: key })) },
    { column: 'demo_origin', label: 'Origin', why: 'bench', values: ['here', 'abroad'].map((key) => ({ key, label: key })) },
  ],
};

/** An invented organisation, written straight into the tables: three layers of teams, six levels, a third in tracks. */
export async function plant(owner, people, sessionsPerPerson, leaves = Math.max(8, Math.round(people / 12))) {
  const key = (kind) => `('x' || substr(md5('${kind}' || i), 1, 16))::bit(64)::bigint`;
  await owner.query(
    `insert into jobs.load (load_no, state, source, created_by, known_at) values (1, 'confirmed', 'bench', 'operator', now())`,
  );
  await owner.query(`insert into tracks.track (track_id, name, monthly_minutes, load_no, said)
    select 't' || i, 'Track ' || i, 120, 1, 0 from generate_series(1, 12) i`);
  await owner.query(`insert into microdata.people (person_key, effective_from, hired_on, team, level, location, consent_demographics, load_no, said)
    select ${key('p')}, '2020-01-01', date '2014-01-01' + (i * 37 % 4200),
      'org/d' || (i % ${leaves} % 9) || '/g' || (i % ${leaves} % 45) || '/t' || (i % ${leaves}), (1 + i % 6)::text, 'place ' || (i % 7), i % 7 <> 0, 1, 0
    from generate_series(1, ${people}) i`);
  await owner.query(`insert into microdata.demographics (person_key, effective_from, column_key, value, load_no, said)
    select ${key('p')}, '2020-01-01', c, case c when 'demo_gender' then (array['f','m','m','f','x'])[1 + (i * 13) % 5] else (array['here','abroad'])[1 + (i * 7) % 2] end, 1, 0
    from generate_series(1, ${people}) i, unnest(array['demo_gender', 'demo_origin']) c`);
  await owner.query(`insert into microdata.participations (relationship_key, track_id, person_key, role, started_on, load_no, said)
    select md5('r' || i)::uuid, 't' || (1 + i % 12), ${key('p')}, r, '2024-01-01', 1, 0
    from generate_series(1, ${people}, 3) i, unnest(array['mentee', case when i % 2 = 0 then 'mentor' end]) r where r is not null`);
  const months = Math.max(1, Math.round(sessionsPerPerson / 4));
  await owner.query(`insert into microdata.session_rollup select md5('r' || i)::uuid, (date '2025-12-01' - (m || ' month')::interval)::date, 1, 30 + (i * m * 17) % 200,
      4, 4, 0, '{}', 0,0,0,0,0,0,0,0,0,0,0,0,0,0,0 from generate_series(1, ${people}, 3) i, generate_series(0, ${months - 1}) m`);
  await owner.query(`insert into microdata.sessions (session_key, relationship_key, held_on, minutes, load_no, said)
    select gen_random_uuid(), md5('r1')::uuid, '2025-12-01', 30, 1, 0`);
}
