import { describe, expect, it } from '@jest/globals';
import { parseFilter } from './filter.js';
import { operationsOf, patched } from './patch.js';
import { type Attributes, ENTERPRISE, ScimProblem, USER } from './paths.js';
import { questionOf, sorted } from './question.js';

/** RFC 7643, section 8.3: "Enterprise User Extension Representation", as far as filters and changes look at it. */
const BJENSEN: Attributes = {
  schemas: [USER, ENTERPRISE],
  id: '2819c223-7f76-453a-919d-413861904646',
  externalId: '701984',
  userName: 'bjensen@example.com',
  name: { formatted: 'Ms. Barbara J Jensen, III', familyName: 'Jensen', givenName: 'Barbara' },
  userType: 'Employee',
  title: 'Tour Guide',
  active: true,
  emails: [
    { value: 'bjensen@example.com', type: 'work', primary: true },
    { value: 'babs@jensen.org', type: 'home' },
  ],
  groups: [{ value: 'e9e30dba-f08f-4109-8486-d5c6a331660a', display: 'Tour Guides' }],
  [ENTERPRISE]: { employeeNumber: '701984', costCenter: '4130', department: 'Tour Operations', manager: { value: '26118915' } },
  meta: { resourceType: 'User', created: '2010-01-23T04:56:22Z', lastModified: '2011-05-13T04:42:34Z' },
};

describe('a filter', () => {
  /** RFC 7644, figure 1: "Example Filters", with what each says of the user above. */
  it.each([
    ['userName eq "bjensen"', false],
    ['userName eq "BJENSEN@example.com"', true],
    [`name.familyName co "O'Malley"`, false],
    ['userName sw "b"', true],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"', false],
    ['title pr', true],
    ['meta.lastModified gt "2011-05-13T04:42:34Z"', false],
    ['meta.lastModified ge "2011-05-13T04:42:34Z"', true],
    ['meta.lastModified lt "2011-05-13T04:42:34Z"', false],
    ['meta.lastModified le "2011-05-13T04:42:34Z"', true],
    ['title pr and userType eq "Employee"', true],
    ['title pr or userType eq "Intern"', true],
    ['schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"', true],
    ['userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")', true],
    ['userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")', false],
    ['userType eq "Employee" and (emails.type eq "work")', true],
    ['userType eq "Employee" and emails[type eq "work" and value co "@example.com"]', true],
    ['emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]', true],
    ['emails[type eq "home" and value co "@example.com"]', false],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "Tour Operations"', true],
    ['active eq true', true],
    ['nickName pr', false],
    ['nickName ne "x"', true],
    // The grammar of figure 1: case of operators and of attributes, null, precedence, an attribute that is exact in its case.
    ['USERNAME EQ "bjensen@example.com" AND Title PR', true],
    ['nickName eq null', false],
    ['title pr or nickName pr and nickName pr', true],
    ['(title pr or nickName pr) and nickName pr', false],
    ['not (title pr) or not (nickName pr)', true],
    ['externalId eq "701984"', true],
    ['id eq "2819C223-7F76-453A-919D-413861904646"', false],
    ['emails.primary eq true', true],
    ['emails[not (type eq "work")]', true],
    ['groups.display ew "guides"', true],
    [`${ENTERPRISE}:manager.value eq "26118915"`, true],
  ])('%s is %s', (filter, expected) => {
    expect(parseFilter(filter).matches(BJENSEN)).toBe(expected);
  });

  it('for one value of one attribute says which', () => {
    expect(parseFilter('userName eq "a\\"b"').equals).toEqual({ attribute: 'userName', value: 'a"b' });
    expect(parseFilter('userName eq "a" or active eq true').equals).toBeUndefined();
  });

  it.each([
    '',
    'userName',
    'userName eq',
    'userName is "x"',
    'userName eq "x" and',
    '(userName pr',
    'userName eq "x',
    `${'('.repeat(50)}a pr`,
    '"x" eq "x"',
    'active gt true',
    'title gt null',
    'active co true',
    'title sw 7',
    'emails[type eq "work" and x[y pr]]',
    'not title pr',
    'title pr title pr',
  ])('is refused, and not quoted: %s', (filter) => {
    const refused = (): unknown => parseFilter(filter);
    expect(refused).toThrow(ScimProblem);
    expect(refused).toThrow('The filter cannot be understood.');
  });
});

const change = (resource: Attributes, ...operations: object[]): Attributes =>
  patched(resource, operationsOf({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations }));

describe('a change', () => {
  /** RFC 7644, sections 3.5.2.1 to 3.5.2.3, in their order. */
  const GROUP: Attributes = { displayName: 'Tour Guides', members: [{ value: '1', display: 'Babs' }] };

  it('adds a member, and changes nothing where it is one already', () => {
    const member = { display: 'Babs Jensen', value: '2819c223-7f76-453a-919d-413861904646' };
    const grown = change(GROUP, { op: 'add', path: 'members', value: [member] });
    expect(grown.members).toEqual([{ value: '1', display: 'Babs' }, member]);
    expect(change(grown, { op: 'add', path: 'members', value: [member] })).toEqual(grown);
    expect(GROUP.members).toHaveLength(1);
  });

  it('adds several attributes without a path', () => {
    const value = { emails: [{ value: 'babs@jensen.org', type: 'home' }], nickname: 'Babs' };
    expect(change({ userName: 'b' }, { op: 'add', value })).toEqual({ userName: 'b', ...value });
  });

  it('removes one member, all members, and those of a kind with a condition', () => {
    const two = { members: [{ value: '1' }, { value: '2' }] };
    expect(change(two, { op: 'remove', path: 'members[value eq "2"]' })).toEqual({ members: [{ value: '1' }] });
    expect(change(two, { op: 'remove', path: 'members' })).toEqual({});
    expect(change(two, { op: 'remove', path: 'members', value: [{ value: '2' }] })).toEqual({ members: [{ value: '1' }] });
    const left = change(BJENSEN, { op: 'remove', path: 'emails[type eq "work" and value ew "example.com"]' });
    expect(left.emails).toEqual([{ value: 'babs@jensen.org', type: 'home' }]);
  });

  it('removes and adds a member in one request', () => {
    const changed = change(
      GROUP,
      { op: 'remove', path: 'members[value eq "1"]' },
      { op: 'add', path: 'members', value: [{ display: 'James Smith', value: '08e1d05d' }] },
    );
    expect(changed.members).toEqual([{ display: 'James Smith', value: '08e1d05d' }]);
  });

  it('replaces all members, an element of a list, a part of it, and attributes without a path', () => {
    expect(change(GROUP, { op: 'replace', path: 'members', value: [{ value: '3' }] }).members).toEqual([{ value: '3' }]);
    const address = { type: 'work', streetAddress: '911 Universal City Plaza', locality: 'Hollywood' };
    const moved = change(
      { addresses: [{ type: 'work', locality: 'x' }] },
      { op: 'replace', path: 'addresses[type eq "work"]', value: address },
    );
    expect(moved.addresses).toEqual([address]);
    const street = change(moved, { op: 'replace', path: 'addresses[type eq "work"].streetAddress', value: '1010 Broadway Ave' });
    expect(street.addresses).toEqual([{ ...address, streetAddress: '1010 Broadway Ave' }]);
    const emails = [{ value: 'bjensen@example.com', type: 'work', primary: true }];
    expect(change(BJENSEN, { op: 'replace', value: { emails, nickname: 'Babs' } })).toMatchObject({ emails, nickname: 'Babs' });
  });

  it('begins an element that is not there yet, where it says of what kind, and lets go of what is not there', () => {
    const begun = change({}, { op: 'add', path: 'addresses[type eq "work"].locality', value: 'Hollywood' });
    expect(begun.addresses).toEqual([{ type: 'work', locality: 'Hollywood' }]);
    expect(change(begun, { op: 'remove', path: 'addresses[type eq "home"]' })).toEqual(begun);
    expect(change(begun, { op: 'remove', path: 'name.familyName' })).toEqual(begun);
    expect(change(begun, { op: 'remove', path: 'addresses[type eq "work"].locality' }).addresses).toEqual([{ type: 'work' }]);
  });

  it('is whole or not at all', () => {
    const before = structuredClone(BJENSEN);
    expect(() => change(BJENSEN, { op: 'remove', path: 'title' }, { op: 'remove' })).toThrow(ScimProblem);
    expect(BJENSEN).toEqual(before);
  });

  it('reaches the enterprise extension by its full name, by either way, whatever the case', () => {
    const by = (operation: object): unknown => change(BJENSEN, operation)[ENTERPRISE];
    const department = { department: 'Research', employeeNumber: '701984' };
    expect(by({ op: 'Replace', path: `${ENTERPRISE}:department`, value: 'Research' })).toMatchObject(department);
    expect(by({ op: 'replace', path: `${ENTERPRISE.toLowerCase()}:Department`, value: 'Research' })).toMatchObject(department);
    expect(by({ op: 'replace', value: { [ENTERPRISE]: { department: 'Research' } } })).toMatchObject(department);
    expect(by({ op: 'add', value: { [`${ENTERPRISE}:department`]: 'Research' } })).toMatchObject(department);
    expect(by({ op: 'remove', path: `${ENTERPRISE}:department` })).not.toHaveProperty('department');
  });

  it.each<[string, object]>([
    ['noTarget', { op: 'remove' }],
    ['noTarget', { op: 'replace', path: 'emails[type eq "other"].value', value: 'x' }],
    ['invalidPath', { op: 'add', path: 'a b', value: 1 }],
    ['noTarget', { op: 'add', path: 'emails[type sw "oth"].value', value: 'x' }],
    ['invalidPath', { op: 'add', path: 'emails.value', value: 'x' }],
    ['invalidPath', { op: 'remove', path: 'emails.value' }],
    ['invalidFilter', { op: 'remove', path: 'emails[type is "work"]' }],
    ['invalidValue', { op: 'add', value: 'x' }],
    ['invalidValue', { op: 'replace', path: 'title' }],
    ['invalidSyntax', { op: 'move', path: 'title' }],
  ])('is refused as %s: %j', (scimType, operation) => {
    expect(() => change(BJENSEN, operation)).toThrow(expect.objectContaining({ status: 400, scimType }));
  });

  it('cannot reach what is behind every object', () => {
    const changed = change({}, { op: 'add', path: 'constructor.prototype', value: 'x' }, { op: 'add', value: { toString: 'x' } });
    expect(({} as Attributes).x).toBeUndefined();
    expect(Object.keys(changed).sort()).toEqual(['constructor', 'toString']);
    expect(() => change({}, { op: 'add', path: '__proto__.polluted', value: 'x' })).toThrow(ScimProblem);
    expect(({} as Attributes).polluted).toBeUndefined();
  });
});

describe('an order', () => {
  const people: Attributes[] = [{ userName: 'b' }, { title: 'x' }, { userName: 'C' }, { userName: 'a' }];
  const names = (more: Attributes): unknown[] => sorted(people, questionOf(more).sort).map(({ userName }) => userName);

  /** RFC 7644, section 3.4.2.3. */
  it('is ascending unless it says otherwise, without regard to case, and what has no value comes last', () => {
    expect(names({ sortBy: 'userName' })).toEqual(['a', 'b', 'C', undefined]);
    expect(names({ sortBy: 'USERNAME', sortOrder: 'ascending' })).toEqual(['a', 'b', 'C', undefined]);
    expect(names({ sortBy: `${USER}:userName`, sortOrder: 'descending' })).toEqual([undefined, 'C', 'b', 'a']);
  });

  it('that is not asked for is left alone', () => {
    expect(names({})).toEqual(['b', undefined, 'C', 'a']);
  });

  it('is by the first value of a list, and by the part of a whole', () => {
    const two: Attributes[] = [{ emails: [{ value: 'b@x' }, { value: 'a@x' }] }, { emails: [{ value: 'a@x' }] }];
    expect(sorted(two, questionOf({ sortBy: 'emails' }).sort)).toEqual([...two].reverse());
    const parts: Attributes[] = [{ name: { familyName: 'Smith' } }, { name: { familyName: 'Jensen' } }];
    expect(sorted(parts, questionOf({ sortBy: 'name.familyName' }).sort)).toEqual([...parts].reverse());
  });
});
