import { expect } from '@jest/globals'
import { type Consumer, consumer } from './consumer.ts'
import { type Run, runAction } from './run-action.ts'
import { type Answer, json, type Server, serve } from './server.ts'

const defaults = {
  version_to_test: '1.1.0',
  suite: 'basic',
  target: 'idle-slot',
  prepare: 'false',
  'when-undeclared': 'inconclusive',
  'dry-run': 'false',
}

/** The world around one smoke test: two slots, and a router that says who has the traffic. */
export interface World {
  readonly blue?: Answer
  readonly green?: Answer
  readonly weights?: Readonly<Record<string, number>>
  /** Lines of the section smoke, two blanks in. */
  readonly smoke?: string
  /** More of the config. */
  readonly more?: string
}

export interface Tested extends Run {
  readonly evidence: readonly { readonly name: string; readonly verdict: string }[]
  readonly blue: Server['seen']
  readonly green: Server['seen']
}

/** A service that says its version, is healthy and answers orders. */
export function service(
  version: string,
  order: Answer = (_, response) => json(response, {}),
): Answer {
  return (request, response) => {
    if (request.url === '/version') return json(response, { version })
    if (request.url === '/healthz') return json(response, { status: 'ok', version, up: true })
    return order(request, response)
  }
}

const HEALTH = `suites:
    basic:
      - kind: http
        name: health
        path: /healthz
        json: {/version: '{version}', /up: 'true'}
        contains: '"status":"ok"'
`

/** Run the action against two slots, with the traffic as `world` says. */
export async function smoke(
  { blue = service('1.0.0'), green = service('1.1.0'), ...world }: World,
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
  before: (at: Consumer) => Promise<void> | void = () => {},
): Promise<Tested> {
  await using blueSlot = await serve(blue)
  await using greenSlot = await serve(green)
  const weights = world.weights ?? { blue: 100, green: 0 }
  await using router = await serve((_, response) => {
    const list = Object.entries(weights).map(([name, weight]) => ({ name, url: '', weight }))
    json(response, list)
  })
  const config = `product: checkout
objectives: none
traffic:
  provider: router
  url: ${router.url}
  slots: {blue: {url: '${blueSlot.url}'}, green: {url: '${greenSlot.url}'}}
smoke:
  ${world.smoke ?? HEALTH}
allow-private: ['${router.url}', '${blueSlot.url}', '${greenSlot.url}']
${world.more ?? ''}`
  await using at = await consumer(config)
  await before(at)
  const token = at.token({ contents: 'write' })
  const run = await runAction('smoke-test', {
    github: at.github.url,
    inputs: { ...defaults, token, ...inputs },
    env: { GITHUB_WORKSPACE: at.workspace, ...env },
  })
  expect(at.github.violations).toEqual([])
  const evidence = JSON.parse(run.outputs.evidence ?? '[]')
  return { ...run, evidence, blue: blueSlot.seen, green: greenSlot.seen }
}

/** Verdict of each piece of evidence, by name. */
export const verdictsOf = ({ evidence }: Tested) =>
  Object.fromEntries(evidence.map((e) => [e.name, e.verdict]))
