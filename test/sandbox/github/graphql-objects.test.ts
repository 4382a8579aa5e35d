import { afterEach, expect, test } from '@jest/globals'
import { validate } from '@octokit/graphql-schema'
import { type Fixture, startFixture } from './fixture.ts'

let fixture: Fixture | undefined
afterEach(async () => {
  await fixture?.close()
  fixture = undefined
})

interface Outcome {
  readonly data?: unknown
  readonly errors?: { type?: string; path?: string[] }[]
}

async function send(token: string, query: string, variables?: object) {
  const headers = { authorization: `bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ query, variables })
  const answer = await fetch(fixture?.github.graphqlUrl ?? '', { method: 'POST', headers, body })
  return { body: (await answer.json()) as Outcome }
}

const objects = `query ($main: String!, $file: String!, $folder: String!, $none: String!) {
  repository(owner: "acme", name: "shop") {
    main: object(expression: $main) { oid ... on Commit { tree { entries { name type mode } } } }
    file: object(expression: $file) { oid ... on Blob { text byteSize isBinary isTruncated } }
    folder: object(expression: $folder) { ... on Tree { entries { name mode object { oid } } } }
    none: object(expression: $none) { oid }
  }
}`

test('objects of git are shown by what git makes of a name, from the real repository', async () => {
  fixture = await startFixture()
  expect(validate(objects)).toEqual([])
  const names = { main: 'main', file: 'main:deploy/run.sh', folder: 'main:deploy', none: 'main:x' }
  const { body } = await send(
    fixture.github.issueToken({ permissions: { contents: 'write' } }),
    objects,
    names,
  )
  const oid = await fixture.git('rev-parse', 'main:deploy/run.sh')
  expect(body).toEqual({
    data: {
      repository: {
        main: {
          oid: await fixture.git('rev-parse', 'main'),
          tree: {
            entries: expect.arrayContaining([
              { name: 'README.md', type: 'blob', mode: 0o100644 },
              { name: 'deploy', type: 'tree', mode: 0o40000 },
            ]),
          },
        },
        file: { oid, text: 'echo run\n', byteSize: 9, isBinary: false, isTruncated: false },
        folder: { entries: [{ name: 'run.sh', mode: 0o100644, object: { oid } }] },
        none: null,
      },
    },
  })
})

test('a private repository shows them to who may read contents', async () => {
  fixture = await startFixture({ private: true })
  const { github } = fixture
  const query = '{ repository(owner: "acme", name: "shop") { object(expression: "main") { oid } } }'
  const { body } = await send(github.issueToken({ permissions: { issues: 'write' } }), query)
  expect(body.errors?.[0]).toMatchObject({ type: 'FORBIDDEN', path: ['repository', 'object'] })
  const reader = github.issueToken({ permissions: { contents: 'read' } })
  expect((await send(reader, query)).body.errors).toBeUndefined()
})
