import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Case } from './document.ts'
import { kayenta } from './peers/kayenta.ts'
import { keptn } from './peers/keptn.ts'
import { argo, flagger, limitLoop, type Peer } from './peers/limits.ts'

/** What a judge made of a rollout: the look at which it stopped, from 1, and whether it was undecided at the end. */
export interface Decided {
  readonly stop: number | undefined
  readonly undecided: boolean
}

/** A judge: rollouts in, one decision each, in order. */
export interface Contestant {
  readonly name: string
  readonly decide: (cases: readonly Case[]) => readonly Decided[]
}

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
const MOST_BYTES = 256 * 2 ** 20

/** The judge of the gates, as a command that is given a document and answers with one. */
const own: Contestant = {
  name: 'release-actions',
  decide(cases) {
    const args = [MAIN, 'judge', '--protocol', 'judgebench/1']
    const input = JSON.stringify({ protocol: 'judgebench/1', cases })
    const options = { input, encoding: 'utf8', maxBuffer: MOST_BYTES } as const
    const { status, stdout, stderr } = spawnSync(process.execPath, args, options)
    if (status !== 0) throw new Error(`the judge ended with ${status}: ${stderr.slice(0, 500)}`)
    const { results } = JSON.parse(stdout) as {
      readonly results: readonly { readonly id: string; readonly decisions: readonly string[] }[]
    }
    const byId = new Map(results.map(({ id, decisions }) => [id, decisions]))
    return cases.map(({ id }) => {
      const decisions = byId.get(id) ?? []
      const stop = decisions.indexOf('stop')
      return {
        stop: stop < 0 ? undefined : stop + 1,
        undecided: decisions.at(-1) === 'inconclusive',
      }
    })
  },
}

const peer = (name: string, rule: Peer): Contestant => ({
  name,
  decide: (cases) =>
    cases.map((one) => {
      const stop = rule(one)
      return { stop: stop === undefined || stop < 0 ? undefined : stop + 1, undecided: false }
    }),
})

export const CONTESTANTS: readonly Contestant[] = [
  own,
  peer('Kayenta, every 10 min', kayenta(10, 1, 0)),
  peer('Kayenta, +10 % allowed', kayenta(10, 1.1, 2)),
  peer('Flagger, threshold 5', flagger(5)),
  peer('Argo Rollouts, 1 min', argo()),
  peer('Keptn, 10 min', keptn),
  peer('limit loop, 5 min', limitLoop),
]
