import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Fixture, shop, startFixture } from './fixture.ts'

let fixture: Fixture
let folder: string
let socketPath: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'socket-'))
  socketPath = join(folder, 'gh.sock')
  fixture = await startFixture({}, { socketPath })
})
afterEach(async () => {
  await fixture.close()
  await rm(folder, { recursive: true })
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** A request over the socket from a client that believes in github.com. */
function ask(host: string, path: string, method = 'GET', body?: string): Promise<Answer> {
  const token = fixture.github.issueToken({ permissions: { contents: 'write', issues: 'write' } })
  const headers = { host, authorization: `token ${token}`, 'content-type': 'text/plain' }
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath, path, method, headers }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk)
      const text = Buffer.concat(chunks).toString()
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text })
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

test('who asks api.github.com finds github.com in every address, uploads and pages of a list too', async () => {
  const { rest } = fixture.client()
  const made = await rest.repos.createRelease({ ...shop, tag_name: 'v1.0.0' })
  expect(made.data.upload_url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/uploads\//)
  const release = JSON.parse((await ask('api.github.com', '/repos/acme/shop/releases/latest')).text)
  expect(release.url).toBe(`https://api.github.com/repos/acme/shop/releases/${release.id}`)
  expect(release.html_url).toBe('https://github.com/acme/shop/releases/tag/v1.0.0')
  const { host, pathname } = new URL(release.upload_url.replace(/\{.*/, ''))
  expect(host).toBe('uploads.github.com')
  const uploaded = await ask(host, `${pathname}?name=a.txt`, 'POST', 'bytes')
  expect([uploaded.status, JSON.parse(uploaded.text).name]).toEqual([201, 'a.txt'])

  await rest.issues.create({ ...shop, title: 'one' })
  await rest.issues.create({ ...shop, title: 'two' })
  const page = await ask('api.github.com', '/repos/acme/shop/issues?per_page=1')
  expect(page.headers.link).toContain('<https://api.github.com/repositories/')

  const download = new URL(JSON.parse(uploaded.text).browser_download_url)
  expect(download.host).toBe('github.com')
  const redirect = await ask(download.host, download.pathname)
  const storage = new URL(String(redirect.headers.location))
  expect(storage.host).toBe('objects.githubusercontent.com')
  const file = await ask(storage.host, `${storage.pathname}${storage.search}`)
  expect(file.text).toBe('bytes')
})
