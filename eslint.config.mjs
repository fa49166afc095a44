import next from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'

const NOW = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Only lib/kernel/clock.ts tells the time: take the instant as a parameter, or a Clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Only lib/kernel/clock.ts tells the time: take the instant as a parameter, or a Clock.',
  },
]
const USE_SERVER = {
  selector: "ExpressionStatement[directive='use server']",
  message: '"use server" stands only in actions.ts.',
}

const FORMS = {
  name: 'react',
  importNames: ['useActionState'],
  message: 'A form is sent by useSentForm (components/ui/sent-form.ts): it loses nothing that was typed.',
}

const config = [
  {
    ignores: [
      '.next/**',
      'dist/**',
      'node_modules/**',
      '.data/**',
      'lib/platform/generated/**',
      'next-env.d.ts',
    ],
  },
  ...next,
  ...typescript,
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...NOW, USE_SERVER],
      'no-restricted-imports': ['error', { paths: [FORMS] }],
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Plain links are right on pages that must work without JavaScript and ship as little of it as can be.
      '@next/next/no-html-link-for-pages': 'off',
      // Pictures of documents are made per request for one reader: there is nothing to optimise.
      '@next/next/no-img-element': 'off',
    },
  },
  { files: ['**/actions.ts'], rules: { 'no-restricted-syntax': ['error', ...NOW] } },
  { files: ['components/ui/sent-form.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['lib/kernel/clock.ts'], rules: { 'no-restricted-syntax': ['error', USE_SERVER] } },
  {
    // A test tells its story in one function; data files hold one table.
    files: ['**/*.test.{ts,tsx}', 'e2e/**', 'lib/policy/zones/**', 'lib/policy/terms/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  { files: ['lib/cli/schema-engine.mjs'], rules: { 'no-console': 'off' } },
]

export default config
