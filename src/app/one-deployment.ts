import { Failure } from '../domain/failure.ts'
import { canonical, type Digest } from '../domain/ledger/canonical.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import { type Rollout, rolloutOf } from '../domain/rollout/state.ts'
import type { Deployment, Deployments, NewDeployment } from '../ports/deployments.ts'
import { hasQuickEnd } from './open-end.ts'

interface Ports {
  readonly deployments: Deployments
  readonly digest: Digest
}

/**
 * Id of the one deployment of a plan, which is made where there is none. What another run has made in the same moment is
 * found by the next one that looks: the first stays, the others go.
 * @throws Failure
 */
export async function oneDeployment(
  environment: string | undefined,
  entries: readonly Entry[],
  { deployments, digest }: Ports,
): Promise<number> {
  const rollout = rolloutOf(entries)
  if (rollout === undefined) throw new Failure('no-plan', 'there is no plan to show')
  const { plan } = rollout
  const place = {
    commit: plan.commit,
    environment: environment ?? (plan.profile === '' ? 'production' : plan.profile),
  }
  const own = async () => (await deployments.of(place)).filter((one) => isOf(rollout, one))
  const [first, ...doubles] = await own()
  for (const { id } of doubles) await takeAway(id, deployments)
  if (first !== undefined) return first.id
  const wanted = {
    ...place,
    description: `${plan.product} ${plan.version}`.slice(0, LONGEST),
    payload: payloadOf(rollout, entries, digest),
    isProduction: plan.profile === '' || place.environment === 'production',
  }
  return (await create(wanted, own, deployments)).id
}

/** Where the answer was lost it is looked for, and made by the next run that shows something. */
async function create(
  wanted: NewDeployment,
  own: () => Promise<readonly Deployment[]>,
  deployments: Deployments,
): Promise<Deployment> {
  try {
    return await deployments.create(wanted)
  } catch (error) {
    if (!hasQuickEnd(error)) throw error
    const [found] = await own()
    if (found === undefined) throw error
    return found
  }
}

/** Characters of GitHub's longest description. */
const LONGEST = 140

/** What tells the deployments of one commit apart: another plan of the same version is another rollout. */
function identityOf({ plan, planHash, planSeq }: Rollout) {
  const { product, channel, version } = plan
  return { product, channel, version, plan: planHash, 'plan-seq': planSeq }
}

/** The head of the chain as it was: a branch that is written anew has another one. */
function payloadOf(rollout: Rollout, entries: readonly Entry[], digest: Digest) {
  const head = entries.at(-1)
  return {
    ...identityOf(rollout),
    seq: entries.length,
    head: head === undefined ? '' : digest(canonical(head)),
  }
}

function isOf(rollout: Rollout, { payload }: Deployment): boolean {
  if (typeof payload !== 'object' || payload === null) return false
  const said = payload as Readonly<Record<string, unknown>>
  return Object.entries(identityOf(rollout)).every(([name, value]) => said[name] === value)
}

/** GitHub keeps what is active. */
async function takeAway(id: number, deployments: Deployments): Promise<void> {
  await deployments.report(id, { state: 'inactive', description: 'made twice' }, '')
  await deployments.remove(id)
}
