import { expect, test } from '@jest/globals'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { parseIndexUrl } from '../../../src/adapters/pypi/index-address.ts'
import { simpleIndex } from '../../../src/adapters/pypi/simple-index.ts'
import { type Answer, type Server, serve } from '../../actions/server.ts'

const page = JSON.stringify({ meta: { 'api-version': '1.0' }, files: [] })
const JSON_TYPE = 'application/vnd.pypi.simple.v1+json'

const open = (server: Server) =>
  simpleIndex(parseIndexUrl(`${server.url}/simple`), (maxBytes) =>
    nodeHttp({ timeoutMs: 2000, maxBytes }, () => {}),
  )

function serials(...values: readonly string[]): Answer {
  let nth = 0
  return (_, response) => {
    const serial = values[nth++] ?? ''
    response.writeHead(200, { 'content-type': JSON_TYPE, 'x-pypi-last-serial': serial }).end(page)
  }
}

test('an index that goes back in time is not believed', async () => {
  await using server = await serve(serials('10', '12', '11', '12'))
  const index = open(server)
  await index.read('demo')
  await index.read('demo')
  await expect(index.read('demo')).rejects.toMatchObject({ code: 'stale' })
  await expect(index.read('demo')).resolves.toMatchObject({ files: [] })
})

test('asks for a fresh page in JSON or HTML under the normalised name', async () => {
  await using server = await serve(serials('1'))
  await open(server).read('Demo_Client')
  expect(server.seen[0]).toMatchObject({
    url: '/simple/demo-client/',
    headers: { accept: expect.stringContaining('text/html'), 'cache-control': 'no-cache' },
  })
})

test('relative addresses start where the redirect ended', async () => {
  const moved = JSON.stringify({
    meta: { 'api-version': '1.0' },
    files: [{ filename: 'demo-1.0.tar.gz', url: 'f/demo-1.0.tar.gz', hashes: {} }],
  })
  await using server = await serve(({ url }, response) =>
    url === '/simple/demo/'
      ? void response.writeHead(301, { location: '/moved/here/demo/' }).end()
      : void response.writeHead(200, { 'content-type': JSON_TYPE }).end(moved),
  )
  const listing = await open(server).read('demo')
  expect(listing?.files[0]?.url).toBe(`${server.url}/moved/here/demo/f/demo-1.0.tar.gz`)
})
