import { expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { rolesFor, teamsIn } from '../../../src/domain/config/roles.ts'
import { Failure, failureLine } from '../../../src/domain/failure.ts'

const load = (roles: string) =>
  loadConfig(`product: shop\nobjectives: none\nroles:\n${roles}`, '').roles

/** Who does what in the process: logins and their deputies, roles of the repository, teams. */
const PROCESS = `
  release-manager: { members: [rita, deputy, '@acme/release-managers'], may: [promote, pause, resume, skip, override] }
  devops: { members: ['@acme/dev_ops', 'role:maintain'], may: [roll-back, backup] }
  qa: { members: ['@acme/qa', quinn], may: [checkpoint, resume] }
  product-owner: { members: [petra, '@ACME/Product-Owners-2'], may: [accept, approve] }
  audit-officer: { members: [adam], may: [approve] }
  on-call: { members: ['@acme/on-call', '@acme/qa'], may: [pause, roll-back] }
  security: { members: ['role:security-lead'], may: [lift] }
  support-lead: { members: [sam], may: [notice] }
`

test('[A13] each role of the process has logins, roles of the repository and teams, and its duties', () => {
  const roles = load(PROCESS)
  expect(Object.keys(roles)).toEqual([
    ...['release-manager', 'devops', 'qa', 'product-owner'],
    ...['audit-officer', 'on-call', 'security', 'support-lead'],
  ])
  const duties = ['approve', 'accept', 'pause', 'resume', 'promote', 'roll-back', 'lift'] as const
  const who = duties.map((duty) => [duty, rolesFor(duty, roles).map(([name]) => name)])
  expect(Object.fromEntries(who)).toEqual({
    approve: ['product-owner', 'audit-officer'],
    accept: ['product-owner'],
    pause: ['release-manager', 'on-call'],
    resume: ['release-manager', 'qa'],
    promote: ['release-manager'],
    'roll-back': ['devops', 'on-call'],
    lift: ['security'],
  })
  expect(teamsIn(roles)).toEqual([
    { organisation: 'acme', slug: 'release-managers' },
    { organisation: 'acme', slug: 'dev_ops' },
    { organisation: 'acme', slug: 'qa' },
    { organisation: 'ACME', slug: 'Product-Owners-2' },
    { organisation: 'acme', slug: 'on-call' },
  ])
})

test.each([
  ['a team without its organisation', "'@release-managers'"],
  ['a team without @', 'acme/release-managers'],
  ['a name of a team in place of its slug', "'@acme/Release managers'"],
  ['a way up', "'@acme/..'"],
  ['two slugs', "'@acme/one/two'"],
  ['an organisation that is none', "'@-acme/one'"],
  ['a line break', '"@acme/one\\n"'],
])('%s is refused by its place, with the form that is meant', (_what, member) => {
  expect(lineOf(`  on-call: { members: [rita, ${member}], may: [pause] }\n`)).toBe(
    ".github/release-actions.yml:4:30: roles.on-call.members.1: must be a login, a role of the repository such as role:maintain, or a team such as '@acme/release-managers', in quotes. Correct it, see docs/reference/config.md",
  )
})

test('a team without quotes is no YAML, and the remedy is the quotes', () => {
  expect(lineOf('  on-call: { members: [@acme/one], may: [pause] }\n')).toMatch(
    /^\.github\/release-actions\.yml:4:24: Plain value cannot start with .* Put the text in quotes$/,
  )
})

function lineOf(roles: string): string {
  try {
    load(roles)
    return 'nothing is wrong'
  } catch (error) {
    return error instanceof Failure ? failureLine(error) : String(error)
  }
}
