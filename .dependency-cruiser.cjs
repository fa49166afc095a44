/** Modules flow one way (kernel ← platform ← policy, access, audit ← people ← billing ← domains ← dossiers ← …). */
const LAYERS = [
  'kernel',
  'platform',
  '(policy|access|audit|i18n)',
  'people',
  'billing',
  'domains',
  'dossiers',
  '(registry|notices|operations)',
]

const upward = LAYERS.slice(0, -1).map((layer, index) => ({
  name: `${layer.replace(/\W+/g, '-')}-below-${index + 1}`,
  comment: 'A module imports only modules below it.',
  severity: 'error',
  from: { path: `^lib/${layer}/`, pathNot: '(\\.test|-under-test)\\.ts$' },
  to: { path: `^lib/(${LAYERS.slice(index + 1).join('|')})/|^lib/wiring|^lib/(web|cli)/|^app/|^components/` },
}))

const suffix = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...upward,
    suffix(
      'no-circles',
      { pathNot: 'generated' },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'Two files that need each other are one file or three.',
    ),
    suffix(
      'rules-are-pure',
      { path: '\\.rule\\.ts$' },
      { path: '^lib/platform/|\\.(store|query|command|job)\\.ts$', dependencyTypesNot: ['type-only'] },
      'A rule decides; reading and writing is for stores and commands.',
    ),
    suffix(
      'inputs-are-light',
      { path: '\\.input\\.ts$' },
      { path: '^lib/(platform|people|billing|domains|dossiers|registry)/', pathNot: '\\.input\\.ts$' },
      'An input is shared with the browser.',
    ),
    suffix(
      'stores-know-no-commands',
      { path: '\\.(store|query)\\.ts$' },
      { path: '\\.(command|job)\\.ts$', dependencyTypesNot: ['type-only'] },
      'Reading does not run workflows.',
    ),
    suffix(
      'primitives-know-no-domain',
      { path: '^components/ui/', pathNot: '\\.test\\.tsx?$' },
      { path: '^lib/(platform|people|billing|domains|dossiers|registry|policy|notices)/' },
      'components/ui has no domain words.',
    ),
    suffix(
      'components-read-no-data',
      { path: '^components/' },
      { path: '^lib/.*\\.(store|query|command|job)\\.ts$|^lib/platform/', dependencyTypesNot: ['type-only'] },
      'Props are view models; a page reads them.',
    ),
    suffix(
      'heavy-stays-on-the-server',
      { path: '^components/' },
      { path: 'node_modules/(tr46|temporal-polyfill|date-holidays)/' },
      'Client components never load Unicode tables, Temporal or holidays.',
    ),
    suffix(
      'web-is-for-the-app',
      { path: '^lib/(?!web/)' },
      { path: '^lib/web/' },
      'lib/web belongs to requests.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(generated|\\.next|dist|node_modules)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
