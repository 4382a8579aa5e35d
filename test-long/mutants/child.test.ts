import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from '@jest/globals'
import { reasonOutput } from '../../src/domain/report/reason-output.ts'
import { runAction } from '../../test/actions/run-action.ts'
import { seeded } from '../../test/fakes/random.ts'
import { allMutants, describe, judge } from '../../test/mutants/campaign.ts'
import type { Mutant } from '../../test/mutants/mutant.ts'
import { type Network, replay } from '../../test/mutants/network.ts'
import { record } from '../../test/mutants/recorded.ts'

const SEED = Number(process.env.RELEASE_ACTIONS_SEED ?? 1)

/** A proxy that answers every address from what was recorded. */
async function proxy(network: Network) {
  const server = createServer(async (request, response) => {
    const { method = '', url = '' } = request
    const body = await text(request)
    const reply = await network({ method, url: new URL(url), headers: {}, body })
    if ('error' in reply) return void response.destroy()
    const {
      'transfer-encoding': _,
      'content-length': __,
      connection: ___,
      ...headers
    } = reply.headers
    response.writeHead(reply.status, headers).end(reply.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The same mutant in a process of its own, over sockets. */
async function inChild({ run, key, reply }: Mutant) {
  await using between = await proxy(replay(run.conversation, { key, reply: reply() }))
  const env = { ...run.env, HTTP_PROXY: between.url, NO_PROXY: '' }
  const github = run.env.GITHUB_API_URL ?? ''
  return await runAction(run.action, { github, inputs: run.inputs, env })
}

/** Times differ from run to run. */
const timeless = (text: string) => text.replaceAll(/\d+ ms/g, 'some ms').trim()

/** How the two ends differ; undefined where they do not. */
async function difference(mutant: Mutant): Promise<string | undefined> {
  const here = await judge(mutant)
  const { outputs, exit } = await inChild(mutant)
  const verdict = outputs.verdict === 'pass' ? `pass ${exit}` : timeless(outputs.reason ?? '')
  const wanted = here.equivalent === undefined ? timeless(reasonOutput(here.reason)) : 'pass 0'
  return verdict === wanted ? undefined : `${describe(mutant)}: ${verdict}, not ${wanted}`
}

test('what a changed answer leads to in this process, it leads to in a process of its own', async () => {
  await using recording = await record()
  const random = seeded(SEED)
  const names = ['observability-gate', 'verify-pypi, JSON', 'smoke-test', 'plan, resumed']
  const differing: string[] = []
  for (const run of recording.recorded.filter(({ name }) => names.includes(name))) {
    const all = allMutants(run)
    const mutants = Array.from({ length: 8 }, () => all[Math.floor(random() * all.length)])
    for (const mutant of mutants) {
      const found = mutant === undefined ? 'no mutant' : await difference(mutant)
      if (found !== undefined) differing.push(found)
    }
  }
  expect(differing).toEqual([])
}, 300_000)
