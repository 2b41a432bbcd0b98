import { type Attributes, ENTERPRISE, GROUP, USER } from './paths.js';

/** Most resources in one answer. */
export const MOST_RESULTS = 200;

/** What is done here of RFC 7644. */
export const SERVICE_PROVIDER_CONFIG: Attributes = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  documentationUri: 'https://www.rfc-editor.org/rfc/rfc7644',
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: MOST_RESULTS },
  changePassword: { supported: false },
  sort: { supported: true },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Token of a directory',
      description: 'Made by an administrator of this product, shown once, expiring',
      specUri: 'https://www.rfc-editor.org/rfc/rfc6750',
      primary: true,
    },
  ],
};

const kept = {
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
};
// Goes on to the people file and comes back to nobody.
const passedOn = { ...kept, mutability: 'writeOnly', returned: 'never' };

const reference = (name: string, description: string, refers: string, mutability: string): Attributes => ({
  ...kept,
  name,
  type: 'complex',
  multiValued: true,
  description,
  mutability,
  subAttributes: [
    { ...kept, name: 'value', type: 'string', description: 'Its id.', mutability },
    { ...kept, name: '$ref', type: 'reference', referenceTypes: [refers], description: 'Its address.', mutability },
    { ...kept, name: 'display', type: 'string', description: 'Its name.', mutability: 'readOnly' },
  ],
});

const schema = (id: string, name: string, description: string, attributes: readonly Attributes[]): Attributes => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
  id,
  name,
  description,
  attributes,
  meta: { resourceType: 'Schema', location: `/Schemas/${id}` },
});

/** Only attributes that are looked at; everything else may be sent and is not kept. */
export const SCHEMAS: readonly Attributes[] = [
  schema(USER, 'User', 'An account', [
    {
      ...kept,
      name: 'userName',
      type: 'string',
      description: 'The e-mail address with which they sign in at the identity provider.',
      required: true,
      uniqueness: 'server',
    },
    { ...kept, name: 'active', type: 'boolean', description: 'Whether they may sign in.' },
    { ...passedOn, name: 'timezone', type: 'string', description: 'The time zone of the people file, as Europe/Berlin.' },
    {
      ...passedOn,
      name: 'addresses',
      type: 'complex',
      multiValued: true,
      description: 'The place of work, of type work.',
      subAttributes: [{ ...passedOn, name: 'locality', type: 'string', description: 'The location of the people file.' }],
    },
    reference('groups', 'The groups that they are in.', 'Group', 'readOnly'),
  ]),
  schema(GROUP, 'Group', 'A group, from which roles follow', [
    {
      ...kept,
      name: 'displayName',
      type: 'string',
      description: 'Its name, by which the settings know it.',
      required: true,
      uniqueness: 'server',
    },
    reference('members', 'The accounts in it.', 'User', 'readWrite'),
  ]),
  schema(ENTERPRISE, 'EnterpriseUser', 'What goes on to the people file', [
    { ...passedOn, name: 'employeeNumber', type: 'string', description: 'Tells people apart; kept as a keyed hash only.' },
    { ...passedOn, name: 'department', type: 'string', description: 'The team, as a path like eng/platform.' },
    { ...passedOn, name: 'division', type: 'string', description: 'Put before the department, where there is one.' },
  ]),
];

const type = (id: string, endpoint: string, core: string, extensions: readonly string[]): Attributes => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
  id,
  name: id,
  endpoint,
  schema: core,
  ...(extensions.length > 0 ? { schemaExtensions: extensions.map((one) => ({ schema: one, required: false })) } : {}),
  meta: { resourceType: 'ResourceType', location: `/ResourceTypes/${id}` },
});

export const RESOURCE_TYPES: readonly Attributes[] = [
  type('User', '/Users', USER, [ENTERPRISE]),
  type('Group', '/Groups', GROUP, []),
];
