import type { HttpJsonSource } from '../../domain/config/sources.ts'
import { Failure } from '../../domain/failure.ts'
import { readJsonValue } from '../../domain/metrics/json-value.ts'
import { fill } from '../../domain/release/template.ts'
import type { Http } from '../../ports/http.ts'
import type { Metrics, Window } from '../../ports/metrics.ts'
import { promDuration } from '../prometheus/promql.ts'
import { answeredJson } from '../sources/answered.ts'
import { spanOf } from '../sources/span.ts'
import { valueNamed } from '../sources/value-named.ts'

/** Values out of the JSON that a service answers to GET. */
export function httpJson(
  config: HttpJsonSource,
  http: Http,
  headers: Readonly<Record<string, string>>,
): Metrics {
  return {
    async read(objective, window) {
      const spec = valueNamed(config.values, objective)
      const path = filledPath(spec.path, window)
      const url = addressOf(config.url, path)
      const answer = await http.send({ method: 'GET', url, headers })
      const json = answeredJson(answer, new URL(url).host)
      return {
        ...readJsonValue(json, spec, objective.unit, spanOf(window)),
        question: `GET ${path} at ${spec.value || 'its root'}`,
      }
    },
  }
}

/** @throws Failure `bad-config` for a path that asks for the start of a release where nobody knows it. */
function filledPath(template: string, { version, from, to, releasedAt }: Window): string {
  if (releasedAt === undefined && template.includes('{release-start}'))
    throw new Failure(
      'bad-config',
      'nobody knows here when the release began, and the path has {release-start}',
      'Judge it in a stage of the rollout, or leave it out',
    )
  const values = {
    version,
    window: promDuration(to.getTime() - from.getTime()),
    from: from.toISOString(),
    to: to.toISOString(),
    'release-start': releasedAt?.toISOString() ?? '',
  }
  const encoded = Object.entries(values).map(([name, value]) => [name, encodeURIComponent(value)])
  return fill(template, Object.fromEntries(encoded))
}

/** @throws Failure `bad-config` where the path leads out of the address. */
function addressOf(base: string, path: string): string {
  const root = base.replace(/\/$/, '')
  const url = new URL(root + path)
  const { pathname } = new URL(root)
  const isInside = `${url.pathname}/`.startsWith(pathname === '/' ? '/' : `${pathname}/`)
  if (url.origin === new URL(base).origin && isInside) return url.href
  throw new Failure('bad-config', 'the path leads out of the url of the source', 'Correct the path')
}
