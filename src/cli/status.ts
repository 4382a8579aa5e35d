import type { AuditedChain } from '../domain/ledger/audit.ts'
import { decide } from '../domain/rollout/decide.ts'
import { rolloutOf } from '../domain/rollout/state.ts'
import { stateName } from '../domain/rollout/state-name.ts'
import type { Command } from './command.ts'
import { nameOf, SOURCE_OPTIONS, withLedger } from './ledger.ts'

/** Shows where releases stand, as the ledger knows it. */
export const status: Command = {
  name: 'status',
  usage: '[--all] [--repository DIR] [--ref REF] [--bundle FILE] [--json]',
  summary: 'show all open releases and freezes; --all shows the ended ones as well',
  options: {
    ...SOURCE_OPTIONS,
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  run({ values }) {
    return withLedger(values, ({ chains, files, source, time }) => {
      const shown = chains.filter(
        ({ result, fault }) => values.all === true || result === 'open' || fault !== undefined,
      )
      const frozen = files
        .filter(({ path }) => path.startsWith('open/freezes/'))
        .map(({ path }) => path.slice('open/freezes/'.length, -'.json'.length).replace('/', ' '))
      const broken = shown.some(({ fault }) => fault !== undefined)
      const lines = [
        `${source.ref} at ${source.commit.slice(0, 7)} of ${time}`,
        ...frozen.map((scope) => `FROZEN  ${scope}: close its freeze issue to lift it`),
        ...shown.map((chain) => `${nameOf(chain)}  ${stand(chain)}`),
        ...(shown.length === 0 ? ['no release is open'] : []),
      ]
      const json = { commit: source.commit, frozen, releases: shown.map(facts) }
      return { code: broken ? 1 : 0, lines: values.json === true ? [JSON.stringify(json)] : lines }
    })
  },
}

function facts(chain: AuditedChain) {
  const { release, entries, result, fault } = chain
  return { ...release, result, entries: entries.length, stand: stand(chain), fault: fault?.why }
}

function stand({ entries, fault, result }: AuditedChain): string {
  if (fault !== undefined) return `BROKEN: ${fault.why}`
  const rollout = rolloutOf(entries)
  const last = entries.at(-1)?.time.slice(0, 19) ?? ''
  if (rollout === undefined) return 'not planned'
  if (result !== 'open') return `${result} ${last}Z: ${rollout.reason}`
  const { plan, stage, weights } = rollout
  const step = decide(rollout)
  const share =
    weights === undefined
      ? 'no traffic yet'
      : Object.entries(weights)
          .map(([slot, weight]) => `${slot} ${weight} %`)
          .join(', ')
  const why = 'reason' in step ? `: ${step.reason}` : ''
  return `${stateName(rollout)}: ${plan.strategy} stage ${Math.min(stage + 1, plan.stages.length)} of ${plan.stages.length}, ${share}; next: ${step.kind}${why}; last entry ${last}Z`
}
