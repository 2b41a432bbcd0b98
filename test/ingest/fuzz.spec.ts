import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import zlib from 'node:zlib';
import {
  beginLoad,
  checkLoad,
  confirmLoad,
  fileDescriptions,
  type Load,
  noSettings,
  receiveFile,
} from '../../api/src/ingest/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { chunksOf, errorsOf } from './support/loading.js';

/** Stands in every cell; must never come back. */
const secret = 'zqx9';

let installation: TestInstallation;
beforeAll(async () => {
  installation = await freshInstallation();
});

interface Outcome {
  readonly load: Load;
  /** Everything that was said to the sender. */
  readonly said: string;
}

/** Sends one file whatever it is; whatever happens has to be a load that stands, or one that says why it does not. */
async function survive(name: string, bytes: Buffer, chunk = 4096): Promise<Outcome> {
  const pool = installation.pool('ingest');
  const id = await beginLoad(pool, { source: 'fuzz', createdBy: 'operator' });
  const received = await receiveFile(pool, { keys: installation.keys, settings: noSettings }, id, {
    name,
    bytes: chunksOf(bytes, chunk),
  });
  let load: Load;
  try {
    load = await checkLoad(pool, id);
    load = await confirmLoad(pool, id, true);
  } catch (error) {
    expect(error).toMatchObject({ code: 'load-empty' });
    load = { ...(await loadOf(id)) };
  }
  const said = JSON.stringify([received, load, await errorsOf(installation, load)]);
  expect(said).not.toContain(secret);
  return { load, said };
}

async function loadOf(id: string): Promise<Load> {
  const { readLoad } = await import('../../api/src/ingest/index.js');
  return readLoad(installation.pool('ingest'), id);
}

async function stored(load: Load, table = 'microdata.people'): Promise<number> {
  const { rows } = await installation
    .pool('owner')
    .query<{ n: number }>(
      `select count(*)::int as n from ${table} where load_no = (select load_no from jobs.load where load_id = $1)`,
      [load.id],
    );
  return rows[0]!.n;
}

const header = 'person_id,effective_from,hired_on,team,level,performance_band,consent_demographics\n';
const row = (n: number): string => `${secret}${n},2024-01-01,2020-02-02,${secret}/A,${secret},${secret},yes\n`;
const people = header + [1, 2, 3].map(row).join('');
const bytesOf = (text: string): Buffer => Buffer.from(text);

describe('what is no table is refused kindly', () => {
  const cases: [string, Buffer, string][] = [
    ['a zip named .csv', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from(people)]), 'zip'],
    ['a workbook', Buffer.concat([Buffer.from('PK\x03\x04\x14\0\x06\0[Content_Types].xml'), Buffer.from(people)]), 'workbook'],
    ['a packed file', zlib.gzipSync(people), 'packed'],
    ['JSON Lines', bytesOf(`{"person_id":"${secret}"}\n`), 'json-lines'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['blank lines', bytesOf('\n\n  \n'), 'empty'],
    ['bytes', Buffer.from([0, 1, 2, 3, 0, 0, 9, 250, 12, 0]), 'not-text'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'missing-columns'],
    ['rows without a header', bytesOf(row(1) + row(2)), 'missing-columns'],
    [
      'a header with a column twice',
      bytesOf(`person_id,effective_from,team,team\n${secret},2024-01-01,a,b\n`),
      'doubled-columns',
    ],
  ];
  it.each(cases)('%s', async (_name, bytes, code) => {
    const { load } = await survive('people.csv', bytes);
    expect(load.files).toMatchObject([{ state: 'refused', remarks: [{ code }] }]);
  });

  it('a file that is none of the dictionary', async () => {
    const { load } = await survive('other.csv', bytesOf(`name,mail\n${secret},${secret}@x.org\n`));
    expect(load.files[0]!.remarks).toEqual([{ code: 'unknown-file', columns: [] }]);
  });
});

describe('a file that is broken in places', () => {
  it('loses the rows that are, and only these', async () => {
    const text = `${header}${row(1)}"${secret}2,2024-01-01,,,,,\n${row(3)}${row(4).trimEnd()},surplus\n${secret}5,2024-01-01\n${row(6)}`;
    const { load } = await survive('people.csv', bytesOf(text));
    expect(load.files[0]).toMatchObject({ accepted: 3, rejected: 3 });
    expect((await errorsOf(installation, load)).map(({ line, rule }) => [line, rule])).toEqual([
      [3, 'quotes'],
      [5, 'cells'],
      [6, 'cells'],
    ]);
    expect(await stored(load)).toBe(3);
  });

  it('loses rows that are not UTF-8, hold NULs or are endless', async () => {
    const latin1 = Buffer.from(`${secret}7,2024-01-01,,Z\xfcrich,,,\n`, 'latin1');
    const nul = bytesOf(`${secret}8,2024-01-01,,A\0B,,,\n`);
    const endless = bytesOf(`${secret}9,2024-01-01,,"${'x'.repeat(3_000_000)}",,,\n`);
    const unquoted = bytesOf(`${secret}10,2024-01-01,,${'x'.repeat(3_000_000)},,,\n`);
    const { load } = await survive(
      'people.csv',
      Buffer.concat([bytesOf(header), latin1, nul, endless, unquoted, bytesOf(row(1))]),
      65_536,
    );
    expect(load.files[0]).toMatchObject({ accepted: 1, rejected: 4 });
    expect((await errorsOf(installation, load)).map(({ line, rule }) => [line, rule])).toEqual([
      [2, 'encoding'],
      [3, 'text'],
      [4, 'length'],
      [5, 'length'],
    ]);
  });

  it('is refused as a whole when quotes are torn all over', async () => {
    const { load } = await survive('people.csv', bytesOf(header + row(1) + `"${secret},2024-01-01,,,,,\n`.repeat(200)));
    expect(load.files).toMatchObject([{ state: 'refused', remarks: [{ code: 'torn' }] }]);
  });

  it('may have ten thousand columns', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `x${i}`);
    const text = `person_id,${many.join(',')},effective_from\n${secret},${many.map(() => secret).join(',')},2024-01-01\n`;
    const { load } = await survive('people.csv', bytesOf(text));
    expect(load.files[0]).toMatchObject({ accepted: 1 });
    expect(load.files[0]!.remarks[0]!.columns).toHaveLength(31);
  });

  it('does not name columns that look like values', async () => {
    const { said } = await survive(
      'people.csv',
      bytesOf(`person_id,effective_from,${secret}@example.org,1988-03-04\n1,2024-01-01,,\n`),
    );
    expect(said).toContain('2 without a name');
  });

  it('keeps text that looks like a formula as the text it is', async () => {
    const { load } = await survive('tracks.csv', bytesOf(`track_id,name\n"=cmd|' /C calc'!A0",@SUM(1+1)\n`));
    expect(await stored(load, 'tracks.track')).toBe(1);
  });

  it('leaves nothing when it breaks off', async () => {
    const pool = installation.pool('ingest');
    const id = await beginLoad(pool, { source: 'fuzz', createdBy: 'operator' });
    async function* broken(): AsyncGenerator<Buffer> {
      yield* chunksOf(bytesOf(people.repeat(50_000)), 65_536);
      throw new Error('the line went dead');
    }
    const context = { keys: installation.keys, settings: noSettings };
    await expect(receiveFile(pool, context, id, { name: 'people.csv', bytes: broken() })).rejects.toThrow('the line went dead');
    await expect(checkLoad(pool, id)).rejects.toMatchObject({ code: 'load-incomplete' });
    await expect(confirmLoad(pool, id, true)).rejects.toMatchObject({ code: 'load-state' });
  });
});

describe('every file of the dictionary', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '\\N',
      secret,
      '2024-01-01',
      '2024-02-30',
      '1',
      '-1',
      '1e9',
      '3.5',
      'yes',
      'held',
      'mentor',
      'A/B',
      '"',
      '""',
      "'",
      'a"b',
      '\0',
      '\\',
      '\\.',
      '\t',
      ';',
      ',',
      '\n',
      '\r',
      '\u2028',
      '\ufeff',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`);
  const runs = Number(process.env.OVERSTORY_RUNS ?? 10);

  it.each(fileDescriptions.map(({ name }) => name))('%s survives any cells', async (name) => {
    const columns = fileDescriptions.find((file) => file.name === name)!.columns;
    const line = fc.array(fc.oneof(cell, quoted), { minLength: columns.length, maxLength: columns.length });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), fc.integer({ min: 1, max: 64 }), async (lines, chunk) => {
        const text = `${columns.map((column) => column.name).join(',')}\n${lines.map((cells) => cells.join(',')).join('\n')}`;
        const { load } = await survive(`${name}.csv`, bytesOf(text), chunk);
        expect(['confirmed', 'receiving']).toContain(load.state);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });

  it('survives any bytes after the header', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 120 }), fc.nat({ max: 120 }), async (noise, at, drop) => {
        const whole = bytesOf(people);
        const from = header.length + at;
        const bytes = Buffer.concat([whole.subarray(0, from), Buffer.from(noise), whole.subarray(from + drop)]);
        await survive('people.csv', bytes, 32);
      }),
      { numRuns: 4 * runs, endOnFailure: true },
    );
  });
});
