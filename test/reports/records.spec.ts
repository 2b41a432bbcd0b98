import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../api/src/kernel/index.js';
import { MEASURES } from '../../api/src/measures/index.js';
import { buildReport, definitionOf, type ReportModel, type ReportWish, writeReport } from '../../api/src/reports/index.js';
import { bannedIn } from '../../web/src/wording/index.js';
import { RECORDS, RELEASE_WITH_TRACKS } from './made-up-records.js';

const KEYS = { read: () => Buffer.alloc(32, 7) };
const source = { file: RELEASE_WITH_TRACKS, organisation: 'Made up', measures: MEASURES, verifyAt: null, records: RECORDS };
const BOARD = { releaseId: RELEASE_WITH_TRACKS.release.id, audience: 'board' };
const model = (wish: Partial<ReportWish> = {}): ReportModel => buildReport(source, definitionOf({ ...BOARD, ...wish }));

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const rows = ({ added }: ReportModel, title: string): string[][] =>
  (added.find((one) => one.title.startsWith(title))?.table?.rows ?? []).map(({ label, cells }) => [label, ...cells].map(plain));

describe('a report for a board', () => {
  it('asks for the decisions that wait, and names actions that are late', () => {
    expect(model({ audience: 'works-council' }).asked.map(plain)).toEqual([
      'Backend depth: decide after the look of Q3 2026. Q3 2026 says: clear benefit; the evidence supports: continue.',
      'Onboarding: a decision against the evidence waits for a second person.',
      'Rotate mentors: due in Q3 2026; Team lead answers for it.',
    ]);
  });

  it('says what was found and decided, by whom in roles, and what came of actions', () => {
    const [audit] = model().added;
    expect(plain(audit?.paragraphs.join(' ') ?? '')).toContain(
      'Signed by the engineering manager on 5 October 2026, countersigned by the programme owner on 6 October 2026. The data were judged good enough within limits: the newest load is too old.',
    );
    expect(rows(model(), 'Equity audit')).toEqual([
      [
        'Level 1 engineers take part at a clearly lower rate than everyone else',
        '43 % (31 % to 56 %)',
        '▼▼ Clearly lower',
        'Act',
        'The gap is large enough to act on',
      ],
    ]);
    expect(rows(model(), 'Actions').map(([action, , , , standing, came]) => [action, standing, came])).toEqual([
      ['Invite the group by role', 'Done; agreed in Q2 2026', 'Moved by at least that, from 31 % to 43 % of everyone else'],
      ['Draw lots for scarce places', 'Agreed now', 'Too early to tell'],
    ]);
  });

  it('tells what auditors noted, as far as its reader may see what it is about', () => {
    const noted = (wish: Partial<ReportWish>): string[] =>
      (model(wish).added[0]?.paragraphs ?? []).filter((one) => one.startsWith('Auditors noted'));
    expect(noted({})).toEqual([
      'Auditors noted: something that was promised is still open: The rotation of mentors is late again.',
    ]);
    expect(noted({ audience: 'works-council' })).toContain('Auditors noted: the data may not carry this.');
  });

  it('holds what earlier audits decided against what followed, without what its reader may not see', () => {
    expect(rows(model(), 'What earlier audits decided')).toEqual([
      ['Level 1 engineers take part at a clearly lower rate than everyone else', 'Q1 2026', 'Act', 'Cannot tell'],
    ]);
    expect(rows(model({ audience: 'works-council' }), 'What earlier audits decided').map(([finding]) => finding)).toHaveLength(2);
    const sum = model().added.find(({ title }) => title.startsWith('What earlier'))?.paragraphs[0];
    expect(plain(sum ?? '')).toBe('One decision of signed audits: cannot tell 1.');
  });

  it('keeps verdict and strength of tracks apart, and draws each effect beside the smallest one that matters', () => {
    expect(rows(model(), 'Tracks')).toEqual([
      ['Backend depth', '▲▲ Clear benefit', '●●●○ Moderate', expect.stringMatching(/^9\.3 \(/), 'None yet'],
      [
        'Onboarding',
        '~ Inconclusive',
        '●●●○ Moderate',
        expect.stringMatching(/^0\.75 \(/),
        'Retire, 4 October 2026; waits for a second person',
      ],
    ]);
    const figure = model().added.find(({ title }) => title.startsWith('Tracks'))?.figure;
    expect(figure).toMatchObject({ format: 'effect', rows: [{ value: 9.25 / 4 }, { value: 0.75 / 4 }] });
  });

  it('says nothing of teams, and to everybody nothing of audits and tracks', () => {
    expect(canonicalJson(model())).not.toMatch(/ops|Operations|Rotate mentors/);
    expect(canonicalJson(model({ audience: 'works-council' }))).toContain('Operations');
    const headlines = model({ audience: 'everyone' });
    expect([headlines.asked, headlines.added]).toEqual([[], []]);
  });
});

describe('a report of one audit', () => {
  const audit = model({ audit: '', audience: 'works-council' });

  it('opens with its findings, and its tables are those that audits judge', () => {
    expect(audit.title).toBe('Equity audit, Q3 2026');
    expect(plain(audit.summary[0] ?? '')).toContain('about 43 % of the rate of everyone else');
    expect(audit.summary).toEqual([...new Set(audit.summary)]);
    expect(new Set(audit.tables.map(({ measure }) => measure))).toEqual(new Set(['parity', 'dose']));
    expect(audit.added[0]?.table?.rows.map(({ cells }) => cells[1])).toEqual([
      '▼▼ Clearly lower',
      '▼ Lower, size uncertain',
      '[c]',
    ]);
  });
});

describe('a report of one track', () => {
  const track = model({ track: 'onboarding', audience: 'works-council' });

  it('says what the evidence is, what was agreed before, what was decided, and nothing of other tracks', () => {
    expect(track.title).toBe('Track Onboarding, Q3 2026');
    expect(track.summary[0]).toContain('We cannot tell whether Onboarding changed');
    expect(track.added.map(({ title }) => title)).toEqual([
      'What the evidence says',
      'What was agreed beforehand',
      'What was decided, and what followed',
    ]);
    expect(rows(track, 'What was decided')).toEqual([
      [
        'Retire, 4 October 2026; waits for a second person',
        'Inconclusive',
        'Few new colleagues will come next year.',
        'Too early to tell',
      ],
    ]);
    expect(track.tables.flatMap(({ cells }) => cells.map(({ group }) => group['track']))).toEqual(['onboarding', 'onboarding']);
  });
});

describe('what was decided and agreed', () => {
  it('stands in every format, in words that claim no more than they may', async () => {
    const board = model();
    const words = [...board.asked, ...board.summary, ...board.added.flatMap(({ title, paragraphs }) => [title, ...paragraphs])];
    expect(words.flatMap(bannedIn)).toEqual([]);
    const page = (await writeReport(board, 'html', KEYS)).bytes.toString('utf8');
    expect(page).toContain('Draw lots for scarce places');
    expect(page).toContain('For decision');
    expect((await writeReport(board, 'pdf', KEYS)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is no part of the code until something is told of it', () => {
    const at = (recordsUntil: string): string => model({ recordsUntil }).code;
    expect(at('2026-10-20T00:00:00Z')).toBe(at('2026-10-21T00:00:00Z'));
    const without = buildReport({ ...source, records: { ...RECORDS, audit: null } }, definitionOf(BOARD));
    expect(without.code).not.toBe(model().code);
  });
});
