import { describe, expect, it } from '@jest/globals';
import { headerOf, presetFor } from './suggest-preset.js';

const preset = (key: string, known: readonly string[]) => ({
  key,
  label: key,
  about: '',
  files: [{ file: 'people', columns: known.map((name) => ({ name, known: [name] })) }],
});
const HR = preset('hr', ['Employee ID', 'hire date', 'department', 'grade']);
const LMS = preset('lms', ['learner', 'course', 'score', 'grade']);

describe('the kind of an export', () => {
  it('is suggested by the names of its columns, however they are separated and quoted', async () => {
    const header = await headerOf(new Blob(['\uFEFF"Employee ID";"Hire Date";Department\r\ncanary;1;2']));
    expect(header).toEqual(['employee id', 'hire date', 'department']);
    expect(presetFor(header, [LMS, HR])).toBe(HR);
  });

  it('is not guessed from little, nor where two know as much', () => {
    expect(presetFor(['grade', 'department', 'x'], [HR, LMS])).toBeNull();
    expect(presetFor(['learner', 'course', 'score', 'employee id', 'hire date', 'department'], [HR, LMS])).toBeNull();
    expect(presetFor(['person_id'], [])).toBeNull();
  });
});
