import { expect, test } from '@jest/globals'
import { Ledger } from '../../src/app/ledger.ts'
import { recordEnd } from '../../src/app/record-end.ts'
import { tellEnds } from '../../src/app/tell-ends.ts'
import { tellOnce } from '../../src/app/tell-once.ts'
import { lastEnd, noticeMarker } from '../../src/domain/ledger/told.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import { type Call, FAULTS, type Fault } from '../fakes/fault.ts'
import { seeded } from '../fakes/random.ts'
import type { Process } from '../fakes/world.ts'
import { hash, Rig, type Run } from './rig.ts'

const VERSION = '1.1.0'
const RELEASE = { product: 'shop', channel: 'stable', version: VERSION }
const FIRST = '1.1/finalize'

/** What follows the job that was struck: nothing but a tick, the job again, or another run at the same moment. */
const FOLLOWERS = ['nobody', 're-run', 'rival'] as const

interface Told {
  /** The runs whose message arrived, in order. */
  readonly said: readonly string[]
  readonly sites: readonly string[]
  readonly open: readonly string[]
  readonly hasEnded: boolean
}

/** A job records an end and tells it, with a fault at one call; others follow, and ticks to the last. */
async function toldBy(
  strike: (call: Call) => Fault,
  follower: (typeof FOLLOWERS)[number],
): Promise<Told> {
  const sites: string[] = []
  const said: string[] = []
  const faults = (call: Call) => {
    if (call.process !== FIRST) return 'none'
    sites.push(call.site)
    return strike(call)
  }
  const rig = new Rig({ random: seeded(11), faults, health: () => 'good' })
  const portsOf = (process: Process, run: Run) => {
    const [clock, log] = [process.clock(), process.log()]
    const ledger = new Ledger(
      {
        ...{ store: rig.branch.store(process), clock, digest: hash, random: process.random },
        marker: (entry) => noticeMarker(entry, ['failed']),
      },
      { actor: 'ada', run, suite: '' },
    )
    const tell = () =>
      process.meet({ site: 'slack.tell', effect: () => void said.push(process.name) })
    const channel = { name: 'Slack', events: ['failed'], secret: 'S', notifier: { tell } } as const
    return { ledger, clock, log, notices: { channels: [channel], tried: new Set<string>(), log } }
  }
  const end = (name: string, run: Run) =>
    rig.world.process(name, async (process) => {
      const ports = portsOf(process, run)
      const { plan, planHash } = rolloutOf(await ports.ledger.entries(RELEASE)) ?? {}
      if (plan === undefined || planHash === undefined) return
      const failed = { verdict: 'fail', reason: 'why', evidence: [] } as const
      await recordEnd({ plan, planHash }, async () => failed, ports.ledger)
      const time = ports.clock.now().getTime()
      const notice = { event: 'failed', release: RELEASE, reason: 'why', runUrl: '', time } as const
      const about = { chain: RELEASE, entry: lastEnd }
      await tellOnce({}, { ...notice, issueUrl: undefined }, about, ports)
    })
  const tick = (name: string, id: number) =>
    rig.world.process(name, async (process) => {
      const ports = portsOf(process, { id, attempt: 1 })
      const connect = async () => ports
      await tellEnds({ profile: '', runUrl: '', dryRun: false }, { ...ports, connect })
    })
  rig.world.task(async () => {
    const run = { id: 1, attempt: 1 }
    await rig.world.process('1.1/plan', (p) => rig.plan(p, run, VERSION, 'canary'))
    const rival = follower === 'rival' ? end('2.1/finalize', { id: 2, attempt: 1 }) : undefined
    await Promise.all([end(FIRST, run), rival])
    if (follower === 're-run') await end('1.2/finalize', { id: 1, attempt: 2 })
    for (const id of [8, 9]) {
      await rig.world.at(rig.world.now + 61_000)
      await tick(`${id}.1/tick`, id)
    }
  })
  await rig.world.run()
  const open = [...rig.branch.files.keys()].filter((path) => path.startsWith('open/notices/'))
  const hasEnded = rolloutOf(rig.branch.entries('releases/'))?.result === 'failed'
  return { said, sites, open, hasEnded }
}

/** A fault at the moment of the message, or of its record, where nobody can know. */
const isUnknown = (calm: Told, index: number) => index >= calm.sites.indexOf('slack.tell')

/** What each fault at each call of the job comes to; without those after which there was no end to tell of. */
async function everyCall(follower: (typeof FOLLOWERS)[number], calm: Told) {
  const ends = []
  for (const fault of FAULTS)
    for (const [index, site] of calm.sites.entries()) {
      const told = await toldBy((call) => (call.index === index ? fault : 'none'), follower)
      const most = isUnknown(calm, index) ? 2 : 1
      if (told.hasEnded) ends.push({ where: `${fault} at call ${index}, ${site}`, most, ...told })
    }
  return ends
}

test.each(FOLLOWERS)(
  'an end is told whatever strikes its job at whichever call, and twice only where nobody could know: then comes %s',
  async (follower) => {
    const calm = await toldBy(() => 'none', follower)
    expect(calm).toMatchObject({ said: [expect.any(String)], open: [] })
    const ends = await everyCall(follower, calm)
    expect(ends.length).toBeGreaterThan(30)
    for (const { where, said, most, open } of ends) {
      expect([where, open]).toEqual([where, []])
      expect([where, said.length >= 1 && said.length <= most ? 'told' : said]).toEqual([
        where,
        'told',
      ])
    }
    expect(ends.some(({ said }) => said.length === 2)).toBe(true)
  },
)
