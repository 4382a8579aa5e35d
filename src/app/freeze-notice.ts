import { Failure, failureLine } from '../domain/failure.ts'
import { freezeReport } from '../domain/report/freeze.ts'
import type { Clock } from '../ports/clock.ts'
import { type FreezeRequest, freeze } from './freeze.ts'
import type { FreezePorts } from './freeze-state.ts'
import { type NoticePorts, withNotice } from './notify.ts'
import { type About, tellOnce } from './tell-once.ts'

/**
 * Freeze a scope, and tell people. A freeze that could not be completed is told as a failure: who waits for its issue
 * would wait in vain. @throws Failure what the freeze throws.
 */
export async function freezeAndTell(
  request: FreezeRequest,
  ports: FreezePorts & { readonly clock: Clock },
  notices: NoticePorts,
) {
  const { scope, version, gate, runUrl } = request
  const reason = `${gate}: ${request.reason}`
  const time = ports.clock.now().getTime()
  const notice = { release: { ...scope, version }, runUrl, time, issueUrl: undefined }
  try {
    const frozen = await freeze(request, ports)
    const done = { ...notice, event: 'frozen', reason, issueUrl: frozen.issue?.url } as const
    const { version: first, seq } = frozen.entry
    const about: About = {
      chain: { ...scope, version: first },
      entry: (entries) => entries.find((e) => e.seq === seq),
    }
    return await tellOnce(freezeReport(request, frozen), done, about, { ...ports, notices })
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const why = `the freeze is not complete: ${failureLine(error)}; ${reason}`
    await withNotice({}, { ...notice, event: 'failed', reason: why }, notices)
    throw error
  }
}
