import { Failure } from '../domain/failure.ts'
import type { DepthLimits } from '../domain/smoke/depth.ts'
import type { Shot } from '../domain/smoke/load.ts'
import type { Clock } from '../ports/clock.ts'
import type { Http, HttpRequest } from '../ports/http.ts'

/** What the service did wrong, in contrast to what stops the test. */
const ERRORS = ['connection', 'timeout', 'too-large']

/**
 * Send `iterations` requests for each of `users` at once, one after the other, until the time of the depth is over.
 * Nothing is repeated: an error is what is looked for. @throws Failure for what is not the service's fault.
 */
export async function sendLoad(
  request: HttpRequest,
  { users, iterations, seconds }: DepthLimits,
  { http, clock }: { readonly http: Http; readonly clock: Clock },
): Promise<readonly Shot[]> {
  const end = clock.now().getTime() + seconds * 1000
  const user = async () => {
    const shots: Shot[] = []
    while (shots.length < iterations && clock.now().getTime() < end)
      shots.push(await shoot(request, http, clock))
    return shots
  }
  return (await Promise.all(Array.from({ length: users }, user))).flat()
}

async function shoot(request: HttpRequest, http: Http, clock: Clock): Promise<Shot> {
  const started = clock.now().getTime()
  try {
    const { status, elapsedMs } = await http.send(request)
    return { ok: status < 400, elapsedMs }
  } catch (error) {
    if (!(error instanceof Failure) || !ERRORS.includes(error.code)) throw error
    return { ok: false, elapsedMs: clock.now().getTime() - started }
  }
}
