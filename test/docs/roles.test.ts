import { expect, test } from '@jest/globals'
import { textOf } from '../../scripts/files.ts'
import { loadConfig } from '../../src/domain/config/load.ts'
import { rolesFor, teamsIn } from '../../src/domain/config/roles.ts'
import { home } from '../house/tree.ts'

test('[A13] the page shows every role of the process, with its duties, in a config that holds', () => {
  const page = textOf(home, 'docs/roles.md') ?? ''
  const [, yaml = ''] =
    /^```yaml\n# \.github\/release-actions\.yml\n([\s\S]*?)^```/m.exec(page) ?? []
  const { roles } = loadConfig(`product: shop\nobjectives: none\n${yaml}`, '')
  expect(Object.keys(roles)).toEqual([
    ...['release-manager', 'devops', 'qa', 'product-owner'],
    ...['audit-officer', 'on-call', 'security', 'support-lead'],
  ])
  expect(teamsIn(roles)).toHaveLength(5)
  const duties = ['approve', 'accept', 'pause', 'resume', 'promote', 'roll-back', 'lift'] as const
  for (const duty of duties) expect(rolesFor(duty, roles)).not.toEqual([])
  expect(rolesFor('accept', roles).map(([name]) => name)).toEqual(['product-owner'])
})
