import { resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import * as z from 'zod'
import { endChild, startChild } from '../../sandbox/world/children.ts'
import { reservePort } from '../../sandbox/world/ports.ts'
import { untilReady } from '../../sandbox/world/real/ready.ts'
import { connect, look, objectiveOf, WINDOW } from '../../test/adapters/metrics/rig.ts'

const home = resolve(import.meta.dirname, '../..')
const tools = JSON.parse(process.env.RELEASE_ACTIONS_TOOLS ?? '{}') as { python3?: string }
const REGION = 'eu-central-1'

/** Calls that prepare the account; every later one needs a signature. */
const OPEN_CALLS = 4

/** moto as a server that checks who signs. */
async function startMoto() {
  const port = await reservePort()
  const url = `http://127.0.0.1:${port}/`
  const child = await startChild(
    tools.python3 ?? 'python3',
    ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)],
    {
      stdio: 'ignore',
      env: {
        ...process.env,
        PYTHONPATH: [resolve(home, '.tools/moto'), process.env.PYTHONPATH ?? ''].join(':'),
        INITIAL_NO_AUTH_ACTION_COUNT: String(OPEN_CALLS),
      },
    },
  )
  await untilReady('moto', child, async () => (await fetch(`${url}moto-api/`)).ok, 60_000)
  return { url, close: () => endChild(child) }
}

/** A call without a right signature: it only says which service is meant. */
async function unsigned(url: string, service: string, headers: object, body: string) {
  const scope = `AKIA/20260105/${REGION}/${service}/aws4_request`
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`
  const answer = await fetch(url, { method: 'POST', headers: { ...headers, authorization }, body })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`moto answered ${answer.status}: ${text.slice(0, 200)}`)
  return text
}

const iam = (url: string, Action: string, more: Readonly<Record<string, string>>) =>
  unsigned(
    url,
    'iam',
    { 'content-type': 'application/x-www-form-urlencoded' },
    new URLSearchParams({ Action, Version: '2010-05-08', UserName: 'release', ...more }).toString(),
  )

const Key = z.tuple([z.string(), z.string()])

/** A user who may read metrics, and his key. */
async function keyOf(url: string) {
  await iam(url, 'CreateUser', {})
  // moto takes the name of the service in the signature for that of the right.
  const Action = ['cloudwatch:GetMetricData', 'monitoring:GetMetricData']
  const statement = { Effect: 'Allow', Action, Resource: '*' }
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  await iam(url, 'PutUserPolicy', { PolicyName: 'read', PolicyDocument })
  const text = await iam(url, 'CreateAccessKey', {})
  const of = (name: string) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(text)?.[1]
  const [id, secret] = Key.parse([of('AccessKeyId'), of('SecretAccessKey')])
  return { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret }
}

/** Minutes of the window with requests, errors, and a lag. */
async function publish(url: string, version: string) {
  const metric = (MetricName: string, Value: number, minute: number) => ({
    ...{ MetricName, Value, Timestamp: WINDOW.from.getTime() / 1000 + minute * 60 },
    Dimensions: [{ Name: 'Version', Value: version }],
  })
  const MetricData = [0, 1, 2].flatMap((minute) => [
    metric('Requests', 100, minute),
    metric('Errors', minute, minute),
    metric('Lag', 5 + minute, minute),
  ])
  const target = 'GraniteServiceVersion20100801.PutMetricData'
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target }
  await unsigned(url, 'monitoring', headers, JSON.stringify({ Namespace: 'Shop', MetricData }))
}

const metric = (name: string, statistic: string) => ({
  ...{ namespace: 'Shop', name, statistic },
  dimensions: { Version: '{version}' },
})

test('moto, which checks the signature, answers the source of CloudWatch', async () => {
  const { url, close } = await startMoto()
  try {
    const secrets = await keyOf(url)
    await publish(url, WINDOW.version)
    const config = {
      ...{ provider: 'cloudwatch', region: REGION, url: url.slice(0, -1) },
      values: {
        errors: { unit: 'ratio', metric: metric('Errors', 'Sum'), per: metric('Requests', 'Sum') },
        lag: { unit: 'count', metric: metric('Lag', 'Maximum') },
        nothing: { unit: 'count', metric: metric('Nothing', 'Maximum') },
      },
    }
    const origins = [new URL(url).origin]
    // The signature is one of this moment: moto holds it against its clock.
    const now = new Date()
    const asked = (query: string, more: object, known = secrets) =>
      look(connect(config, { origins, secrets: known, now }), objectiveOf({ query, ...more }))
    const rate = await asked('errors', { unit: 'ratio', limit: 0.02 })
    expect(rate).toMatchObject({ verdict: 'pass', value: 0.01, samples: 300 })
    expect(await asked('lag', {})).toMatchObject({ verdict: 'pass', value: 7, samples: 3 })
    expect(await asked('nothing', {})).toMatchObject({ verdict: 'inconclusive', samples: 0 })
    const wrong = { ...secrets, AWS_SECRET_ACCESS_KEY: 'another-secret' }
    const refused = await asked('lag', {}, wrong)
    expect(refused.verdict).toBe('inconclusive')
    expect(refused.answer).toBe('CloudWatch answered 403. Let its secret read this')
  } finally {
    await close()
  }
})
