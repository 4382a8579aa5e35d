import { expect, jest, test } from '@jest/globals'
import { fakeGitHub } from '../../test/actions/fake-github.ts'
import { counts, gate, ok } from '../../test/actions/observability-gate-world.ts'
import { type Run, runAction } from '../../test/actions/run-action.ts'
import { type Answer, json, serve } from '../../test/actions/server.ts'
import { drafts, index, verify, wheel } from '../../test/actions/verify-pypi-world.ts'

// Each test starts a process for every field in every shape.
jest.setTimeout(180_000)

type Path = readonly (string | number)[]

/** The value with one field gone, null, of another type, or under another name. */
const SHAPES: Readonly<Record<string, (parent: Record<string, unknown>, key: string) => void>> = {
  missing: (parent, key) => delete parent[key],
  null: (parent, key) => {
    parent[key] = null
  },
  'of another type': (parent, key) => {
    parent[key] = typeof parent[key] === 'object' ? 7 : { a: 1 }
  },
  renamed: (parent, key) => {
    parent[`${key}_2`] = parent[key]
    delete parent[key]
  },
}

function changed(value: unknown, path: Path, shape: string): unknown {
  const copy = structuredClone(value)
  const parent = path
    .slice(0, -1)
    .reduce((at, key) => (at as Record<string, unknown>)[String(key)], copy)
  SHAPES[shape]?.(parent as Record<string, unknown>, String(path.at(-1)))
  return copy
}

/** Runs once for each field and shape; the answer must be refused, and the reason names the field. */
async function expectNamed(
  paths: readonly Path[],
  run: (change: typeof changed, path: Path, shape: string) => Promise<Run>,
) {
  for (const path of paths)
    for (const shape of Object.keys(SHAPES)) {
      const { exit, outputs, log } = await run(changed, path, shape)
      const name = path.join('.')
      expect([name, shape, exit, outputs.verdict]).toEqual([name, shape, 1, 'inconclusive'])
      expect([name, shape, outputs.reason]).toEqual([name, shape, expect.stringContaining(name)])
      expect(log).not.toMatch(/TypeError|unexpected|\n\s+at /)
    }
}

const fields = (prefix: Path, ...names: readonly string[]): Path[] =>
  names.map((name) => [...prefix, name])

test('[C-40] a field of GitHub that is not as it should be is named', async () => {
  await using real = await fakeGitHub('product: checkout\nobjectives: none\n', [
    { tag: 'v1.2.0', files: { 'a.txt': 'a' } },
  ])
  const verifyWith = async (route: RegExp, change: (body: unknown) => unknown) => {
    const proxy: Answer = async ({ url, headers: { authorization = '' } }, response) => {
      const answer = await fetch(real.url + url, { headers: { authorization } })
      const body: unknown = await answer.json()
      json(response, route.test(url) ? change(body) : body, answer.status)
    }
    await using github = await serve(proxy)
    const inputs = { version_to_verify: 'latest' }
    return await runAction('verify-assets', { github: github.url, inputs })
  }
  const config = fields([], 'type', 'encoding', 'content')
  await expectNamed(config, (change, path, shape) =>
    verifyWith(/\/contents\//, (body) => change(body, path, shape)),
  )
  const release = fields(
    [0],
    'id',
    'tag_name',
    'draft',
    'prerelease',
    'html_url',
    'upload_url',
    'assets',
  )
  const asset = fields([0, 'assets', 0], 'id', 'name', 'size', 'state')
  await expectNamed([...release, ...asset], (change, path, shape) =>
    verifyWith(/\/releases\?/, (body) => change(body, path, shape)),
  )
})

test('[C-40] a field of Sentry that is not as it should be is named', async () => {
  const paths = [...fields([], 'version', 'projects'), ...fields(['projects', 0], 'slug')]
  await expectNamed(paths, (change, path, shape) =>
    gate(
      { sentry: (_, response) => json(response, change(ok, path, shape)) },
      {},
      'objectives: none\n',
    ),
  )
})

test('[C-40] a field of Prometheus that is not as it should be is named', async () => {
  const paths = [
    ...fields([], 'status', 'data'),
    ...fields(['data'], 'result'),
    ...fields(['data', 'result', 0], 'metric', 'value'),
  ]
  await expectNamed(paths, (change, path, shape) => {
    const prometheus: Answer = (request, response) => {
      const end = (text: string) =>
        response.end(JSON.stringify(change(JSON.parse(text), path, shape)))
      counts(
        0,
        1000,
        1000,
      )(request, Object.assign(Object.create(response), { writeHead: () => {}, end }))
    }
    return gate({ prometheus })
  })
})

test('[C-40] a field of a package page that is not as it should be is named', async () => {
  expect(drafts).toHaveLength(1)
  const page = { meta: { 'api-version': '1.1' }, files: [wheel] }
  const paths = [
    ...fields([], 'meta', 'files'),
    ...fields(['meta'], 'api-version'),
    ...fields(['files', 0], 'filename', 'url', 'hashes'),
  ]
  await expectNamed(paths, (change, path, shape) =>
    verify((request, response) => {
      if (request.url.startsWith('/files/')) return index([])(request, response)
      response.writeHead(200, { 'content-type': 'application/vnd.pypi.simple.v1+json' })
      response.end(JSON.stringify(change(page, path, shape)))
    }),
  )
})
