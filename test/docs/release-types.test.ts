/** The table of release types: what the page says is what the data say, and what a plan does. */
import { describe, expect, test } from '@jest/globals'
import { textOf } from '../../scripts/files.ts'
import { type PlanInputs, planRequest } from '../../src/app/plan-request.ts'
import { loadConfig } from '../../src/domain/config/load.ts'
import { STRATEGIES, type Strategy } from '../../src/domain/rollout/plan.ts'
import { STRATEGY_GUIDE } from '../../src/domain/rollout/strategy-guide.ts'
import { OWN } from '../fakes/signing-keys.ts'
import { home } from '../house/tree.ts'

const MINUTE = 60_000
const page = textOf(home, 'docs/strategies.md') ?? ''
const rowsOf = (name: string) => {
  const [, block = ''] = page.split(`<!-- ${name}:start -->`)
  const [text = ''] = block.split(`<!-- ${name}:end -->`)
  return [...text.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)].map(([, type = '', rest = '']) => ({
    name: type,
    cells: rest.split(' | ').map((cell) => cell.trim()),
  }))
}

const { kty, crv, x } = OWN.jwk
const config = (types = '{}') =>
  loadConfig(
    `product: shop\nobjectives: none\ntypes: ${types}\nledger: ${JSON.stringify({ keys: [{ kty, crv, x }] })}\n`,
    '',
  )
const nothing = {
  ledger: { versions: async () => [] },
  repository: { tagCommit: async () => undefined, relation: async () => undefined },
}
const requested = (inputs: Partial<PlanInputs>, types?: string) =>
  planRequest(
    {
      release_version: '1.2.4',
      baseline_version: '1.2.3',
      'desktop-rollout-percentage': 100,
      'ledger-key': 'a key',
      ...inputs,
    },
    config(types),
    async () => '1.2.3',
    nothing,
  )
const shares = ({ stages }: Awaited<ReturnType<typeof requested>>) =>
  stages.map(({ weight, bake }) => `${weight}% ${bake / MINUTE}m`).join(', ')

/** What decision A07 says, in the columns of the page, and a version of each type after 1.2.3. */
const A07 = {
  patch: {
    version: '1.2.4',
    form: 'X.Y.Z+1',
    strategies: ['canary', 'rolling'],
    stages: { canary: '10% 15m, 100% 15m', rolling: '25% 2m, 50% 2m, 75% 2m, 100% 2m' },
    downtime: 'none',
    approval: 'recorded',
    backup: '',
  },
  minor: {
    version: '1.3.0',
    form: 'X.Y+1.0',
    strategies: ['canary', 'blue-green'],
    stages: { canary: '10% 15m, 50% 30m, 100% 15m', 'blue-green': '0% 15m, 100% 15m' },
    downtime: 'none, unless a lock is declared',
    approval: 'recorded',
    backup: '',
  },
  major: {
    version: '2.0.0',
    form: 'X+1.0.0',
    strategies: ['blue-green'],
    stages: { 'blue-green': '0% 15m, 10% 15m, 50% 30m, 100% 15m' },
    downtime: 'none, unless a window is declared',
    approval: 'signed',
    backup: '',
  },
  migration: {
    version: '4.7.1',
    form: 'any later version',
    strategies: ['stepwise'],
    stages: { stepwise: '0% 30m, 10% 30m, 50% 30m, 100% 30m' },
    downtime: 'none',
    approval: 'signed',
    backup: 'yes',
  },
} as const
type Name = keyof typeof A07
const names = Object.keys(A07) as Name[]

test('[A07] the page has the table that was decided', () => {
  const rows = rowsOf('types').map(({ name, cells }) => {
    const [form, strategies = '', , downtime, approval, , backup] = cells
    return [
      name,
      { form, strategies: strategies.replaceAll('*', '').split(', '), downtime, approval, backup },
    ]
  })
  expect(rows).toEqual(
    names.map((name) => {
      const { form, strategies, downtime, approval, backup } = A07[name]
      return [name, { form, strategies, downtime, approval, backup }]
    }),
  )
})

describe.each(names)('%s', (name) => {
  const { version, strategies, stages, approval } = A07[name]
  const word = name === 'migration' ? { release_type: name } : {}
  const inputs = { release_version: version, ...word }
  const row = rowsOf('types').find((one) => one.name === name)
  const cell = (index: number) => row?.cells[index] ?? ''

  test('[A07] is planned with the strategy in bold and the stages of the page', async () => {
    const request = await requested(inputs)
    const [, bold = ''] = /\*\*([a-z-]+)\*\*/.exec(cell(1)) ?? []
    expect(request.strategy).toBe(bold)
    expect(request.terms.type).toBe(name)
    expect(request.terms.conditions?.approval).toBe(approval)
    expect(request.terms.conditions?.backup).toBe(cell(6) === 'yes' ? true : undefined)
    expect(request.terms.downtime).toBeUndefined()
    const listed = cell(2)
      .split('; ')
      .find((list) => list.startsWith(`${bold}: `))
    if (listed !== undefined) expect(`${bold}: ${shares(request)}`).toBe(listed)
  })

  test.each(STRATEGIES)('[A07] takes %s only where the page says so', async (strategy) => {
    const planned = requested({ ...inputs, deployment_strategy: strategy })
    if (!cell(1).replaceAll('*', '').split(', ').includes(strategy))
      return expect(planned).rejects.toThrow(
        `a ${name} release does not take ${strategy}, only ${strategies.join(' or ')}`,
      )
    const request = await planned
    expect(shares(request)).toBe((stages as Partial<Record<Strategy, string>>)[strategy])
  })

  test('[A07] a version of another type is refused', async () => {
    const others = ['1.2.4', '1.3.0', '2.0.0', '1.4.7'].filter((other) => other !== version)
    for (const other of others) {
      const planned = requested({ release_version: other, release_type: name })
      if (name === 'migration') expect((await planned).terms.type).toBe(name)
      else await expect(planned).rejects.toThrow(`1.2.3 → ${other} is no ${name} release`)
    }
  })

  test('what the config says of its stages and approval holds', async () => {
    const own = '[{ weight: 0%, bake: 1m }, { weight: 30%, bake: 2m }, { weight: 100%, bake: 3m }]'
    const more = name === 'patch' || name === 'minor' ? ', approval: none' : ''
    const request = await requested(inputs, `{ ${name}: { stages: ${own}${more} } }`)
    expect(shares(request)).toBe('0% 1m, 30% 2m, 100% 3m')
    const asked = more === '' ? 'signed' : undefined
    expect(request.terms.conditions?.approval).toBe(asked)
  })
})

test('[A07] the old side serves until the last step of a migration, and alone in the first', async () => {
  const { stages } = await requested({ release_version: '2.0.0', release_type: 'migration' })
  const old = stages.map(({ weight }) => 100 - weight)
  expect(old[0]).toBe(100)
  expect(old.slice(0, -1).every((share) => share > 0)).toBe(true)
  expect(old.at(-1)).toBe(0)
})

test('a hotfix is a patch', async () => {
  const patch = await requested({ release_type: 'patch' })
  expect(await requested({ release_type: 'hotfix' })).toEqual(patch)
  expect(await requested({ release_type: 'by-version' })).toEqual(patch)
})

test('[R306] the page says what each strategy suits, as the plan does', () => {
  expect(rowsOf('strategies').map(({ name, cells }) => [name, cells.at(-1)])).toEqual(
    STRATEGIES.map((name) => [name, STRATEGY_GUIDE[name].suits]),
  )
  expect(STRATEGY_GUIDE.direct.suits).toBe('minor updates and patches')
  expect(STRATEGY_GUIDE.canary.suits).toBe('major feature releases')
  expect(STRATEGY_GUIDE['blue-green'].suits).toBe('critical system updates')
})

const declared = (type: string, version: string) =>
  `{ ${type}: { downtime: { version: ${version}, from: 2026-12-01T02:00:00Z, to: 2026-12-01T03:00:00Z, reason: new columns } } }`

test.each([
  ['minor', '1.3.0', 'lock'],
  ['major', '2.0.0', 'window'],
])(
  '[A07] a downtime of a %s release is one that was declared for it',
  async (type, version, kind) => {
    const times = { from: '2026-12-01T02:00:00Z', to: '2026-12-01T03:00:00Z' }
    const { terms } = await requested({ release_version: version }, declared(type, version))
    expect(terms.downtime).toEqual({ kind, ...times, reason: 'new columns' })
    expect(terms.conditions).toMatchObject({ notBefore: times.from, notice: 24 * 60 * MINUTE })
    const other = await requested({ release_version: version }, declared(type, '9.0.0'))
    expect(other.terms.downtime).toBeUndefined()
    expect(other.terms.conditions).toEqual({ approval: terms.conditions?.approval })
  },
)

test.each(['patch', 'migration'])('[A07] a %s has no downtime to declare', (type) => {
  expect(() => config(declared(type, '1.2.4'))).toThrow(
    `types.${type}: Unrecognized key: "downtime"`,
  )
})
