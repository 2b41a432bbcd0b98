/** Who may import whom. A room not listed may import nothing; a pair not listed is forbidden. */
const base = ['kernel', 'platform'];
const guarded = [...base, 'access', 'audit-trail'];
const may = {
  kernel: [],
  statistics: ['kernel'],
  disclosure: ['kernel', 'statistics'],
  'sample-organisation': ['kernel'],
  platform: ['kernel'],
  translation: [],
  access: base,
  'audit-trail': base,
  microdata: base,
  measures: ['kernel', 'statistics'],
  tracks: guarded,
  governance: [...guarded, 'translation'],
  ingest: [...guarded, 'microdata', 'tracks', 'governance'],
  releases: [...guarded, 'microdata', 'measures', 'tracks', 'governance', 'statistics', 'disclosure'],
  audits: [...guarded, 'releases', 'statistics', 'governance', 'translation'],
  decisions: [...guarded, 'releases', 'tracks', 'audits', 'statistics', 'governance'],
  reports: [...guarded, 'releases', 'audits', 'tracks', 'decisions', 'governance', 'translation'],
};
/** The doors of the product: they may enter any room by its own door. */
const doors = ['app', 'cli'];
const pure = '^api/src/(kernel|statistics|disclosure)/';
const spec = '[.]spec[.]ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(may).map(([room, others]) => ({
      name: `${room}-knows-only-its-own`,
      severity: 'error',
      from: { path: `^api/src/${room}/` },
      to: { path: '^api/src/', pathNot: `^api/src/(${[room, ...others].join('|')})/` },
    })),
    {
      name: 'only-the-attack-estimates',
      comment: 'What is protected is drawn, not estimated: the statistics room is for the attacker',
      severity: 'error',
      from: { path: '^api/src/disclosure/', pathNot: '^api/src/disclosure/attack/' },
      to: { path: '^api/src/statistics/' },
    },
    {
      name: 'cores-use-nothing-from-outside',
      severity: 'error',
      from: { path: pure, pathNot: [spec, '^api/src/statistics/distributions[./]'] },
      to: { pathNot: '^api/src/' },
    },
    {
      name: 'enter-by-the-door',
      severity: 'error',
      from: { path: '^api/src/([^/]+)/' },
      to: { path: '^api/src/([^/]+)/', pathNot: ['^api/src/$1/', '^api/src/[^/]+/index[.]ts$'] },
    },
    {
      name: 'nobody-calls-the-doors',
      severity: 'error',
      from: { path: '^api/src/', pathNot: `^api/src/(${doors.join('|')})/` },
      to: { path: `^api/src/(${doors.join('|')})/` },
    },
    {
      name: 'every-file-has-a-room',
      severity: 'error',
      from: {},
      to: { path: '^api/src/', pathNot: `^api/src/(${[...doors, ...Object.keys(may)].join('|')})/` },
    },
    {
      name: 'specs-and-test-helpers-stay-out',
      severity: 'error',
      from: { path: '^api/src/', pathNot: spec },
      to: { path: [spec, '^test/'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
