import type { Reader } from './visit.js';

/** Every page, with a reader who may see it. `:release` stands for the newest published release, `:load` for a load. */
export const PAGES: readonly { readonly address: string; readonly reader: Reader }[] = [
  { address: '/sign-in', reader: null },
  { address: '/sign-in?with=code', reader: null },
  { address: '/trust', reader: null },
  { address: '/trust/collect', reader: null },
  { address: '/trust/access', reader: null },
  { address: '/trust/protection', reader: null },
  { address: '/trust/methods', reader: null },
  { address: '/help/glossary', reader: null },
  { address: '/nowhere', reader: null },
  { address: '/', reader: 'auditor' },
  { address: '/explore/participation?by=level', reader: 'auditor' },
  { address: '/explore/participation?by=demo_gender', reader: 'auditor' },
  { address: '/explore/participation?by=team&split=level', reader: 'auditor' },
  { address: '/explore/dose?by=team', reader: 'auditor' },
  { address: '/trust/certificates', reader: 'auditor' },
  { address: '/trust/access', reader: 'auditor' },
  { address: '/trust/trail', reader: 'auditor' },
  { address: '/trust/trail?kind=denial&who=nobody', reader: 'auditor' },
  { address: '/account', reader: 'auditor' },
  { address: '/admin/accounts', reader: 'auditor' },
  { address: '/admin/tokens', reader: 'auditor' },
  { address: '/data/releases', reader: 'steward' },
  { address: '/data/loads', reader: 'steward' },
  { address: '/data/loads/1', reader: 'steward' },
];
