/** docs/strategies.md: the tables of strategies and release types, from the data that plans are made of. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BUMP_FORMS } from '../../src/domain/release/bump.ts'
import { RELEASE_TYPES, type ReleaseType } from '../../src/domain/release/type.ts'
import { ruleOf } from '../../src/domain/release/types.ts'
import { DOWNTIME_RULES } from '../../src/domain/report/release-type.ts'
import { STRATEGIES } from '../../src/domain/rollout/plan.ts'
import { STRATEGY_GUIDE } from '../../src/domain/rollout/strategy-guide.ts'
import { textOf } from '../files.ts'
import type { Generated } from './page.ts'
import { table } from './table.ts'

const PAGE = 'docs/strategies.md'

/** The page with its tables; none in a tree without types. */
export function releaseTypePages(root: string): Generated[] {
  if (!existsSync(join(root, 'src/domain/release/types.ts'))) return []
  const blocks = { strategies: strategyTable(), types: typeTable() }
  let text = textOf(root, PAGE) ?? ''
  for (const [name, block] of Object.entries(blocks)) {
    const place = new RegExp(`(<!-- ${name}:start -->)[\\s\\S]*?(<!-- ${name}:end -->)`)
    if (!place.test(text))
      return [
        { path: PAGE, problem: `needs the lines <!-- ${name}:start --> and <!-- ${name}:end -->` },
      ]
    text = text.replace(place, (_, start, end) => `${start}\n\n${block}\n\n${end}`)
  }
  return [{ path: PAGE, text }]
}

const strategyTable = () =>
  table(
    ['Strategy', 'What happens', 'Suits'],
    STRATEGIES.map((name) => ({
      name,
      description: STRATEGY_GUIDE[name].does,
      rest: [STRATEGY_GUIDE[name].suits],
    })),
  )

const typeTable = () =>
  table(
    ['Type', 'Version', 'Strategies', 'Stages', 'Downtime', 'Approval', 'Notice', 'Backup first'],
    RELEASE_TYPES.map(typeRow),
  )

function typeRow(type: ReleaseType) {
  const { bump, strategies, strategy, stages, downtime, approval, notice, backup } = ruleOf(type)
  const names = strategies.map((name) => (name === strategy ? `**${name}**` : name))
  const lists = strategies.flatMap((name) => {
    const list = stages[name]?.map(({ weight, bake }) => `${weight} ${bake}`)
    return list === undefined ? [] : [`${name}: ${list.join(', ')}`]
  })
  return {
    name: type,
    description: BUMP_FORMS[bump],
    rest: [
      names.join(', '),
      lists.join('; ') || 'of the strategy',
      DOWNTIME_RULES[downtime],
      approval,
      notice === undefined ? '' : `${notice} before a downtime`,
      backup ? 'yes' : '',
    ],
  }
}
