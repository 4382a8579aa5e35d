import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Permissions, RepositoryOptions } from '../../sandbox/github/index.ts'
import { type Fixture, shop, startFixture } from '../sandbox/github/fixture.ts'

let fixture: Fixture
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'git-client-'))
})
afterEach(async () => {
  await fixture.close()
  await rm(folder, { recursive: true, force: true })
})

const start = async (options: Partial<RepositoryOptions> = {}) => {
  fixture = await startFixture(options)
}

/** The address of the repository with a token for these permissions, as a job writes it. */
function remote(permissions?: Permissions) {
  const { host } = new URL(fixture.github.url)
  const token = permissions && fixture.github.issueToken({ permissions })
  return `http://${token ? `x-access-token:${token}@` : ''}${host}/acme/shop.git`
}

/** The real git, without the machine's configuration; a failure is what it said. */
async function git(...args: string[]): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  }
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org']
  try {
    const { stdout } = await promisify(execFile)('git', [...identity, ...args], {
      cwd: folder,
      env,
    })
    return stdout.trim()
  } catch (error) {
    return `failed: ${(error as { stderr: string }).stderr}`
  }
}

async function commit(path: string, text: string) {
  await writeFile(join(folder, 'shop', path), text)
  await git('-C', 'shop', 'add', '.')
  await git('-C', 'shop', 'commit', '--quiet', '-m', `change ${path}`)
}

test('clone, fetch and push: what git writes the API reads, and the other way round', async () => {
  await start()
  expect(await git('clone', '--quiet', remote({ contents: 'write' }), 'shop')).toBe('')
  expect(await git('-C', 'shop', 'log', '--format=%s')).toBe('two\none')
  await commit('a.txt', 'from git')
  expect(await git('-C', 'shop', 'push', '--quiet', 'origin', 'main', 'HEAD:refs/tags/v2')).toBe('')
  const { rest } = fixture.client()
  const mediaType = { format: 'raw' }
  const read = await rest.repos.getContent({ ...shop, path: 'a.txt', ref: 'v2', mediaType })
  expect(read.data).toBe('from git')

  const content = Buffer.from('from the API').toString('base64')
  await rest.repos.createOrUpdateFileContents({ ...shop, path: 'b.txt', message: 'b', content })
  await git('-C', 'shop', 'fetch', '--quiet')
  expect(await git('-C', 'shop', 'show', 'origin/main:b.txt')).toBe('from the API')
  await git('-C', 'shop', 'push', '--quiet', 'origin', ':refs/tags/v2')
  expect(await fixture.git('tag', '--list')).toBe('v1.0.0')
})

test('a push of much, a shallow clone, and one branch of two', async () => {
  await start()
  await git('clone', '--quiet', '--depth=1', remote({ contents: 'write' }), 'shop')
  expect(await git('-C', 'shop', 'rev-list', '--count', 'HEAD')).toBe('1')
  await commit('big.txt', Array.from({ length: 200_000 }, (_, line) => `${line}`).join('\n'))
  expect(await git('-C', 'shop', 'push', '--quiet', 'origin', 'HEAD:refs/heads/big')).toBe('')
  expect(await fixture.git('cat-file', '-s', 'big:big.txt')).toBe('1288889')
  await git('clone', '--quiet', '--single-branch', '--branch=big', remote(), 'one')
  expect(await git('-C', 'one', 'branch', '--remotes')).toBe('origin/big')
})

test('who may read what: the public without a token, the private with the right', async () => {
  await start({ private: true })
  expect(await git('clone', remote(), 'a')).toMatch(/could not read Username/)
  expect(await git('clone', remote({ issues: 'read' }), 'a')).toMatch(/repository .* not found/)
  expect(await git('clone', '--quiet', remote({ contents: 'read' }), 'a')).toBe('')
  const wrong = remote({ contents: 'read' }).replace('ghs_', 'ghs_x')
  expect(await git('clone', wrong, 'b')).toMatch(/Authentication failed/)
})

test('who only reads cannot push', async () => {
  await start()
  await git('clone', '--quiet', remote({ contents: 'read' }), 'shop')
  await commit('a.txt', 'x')
  expect(await git('-C', 'shop', 'push', 'origin', 'main')).toMatch(/error: 403/)
  expect(await fixture.git('log', '-1', '--format=%s', 'main')).toBe('two')
})

test('a push that moves a branch back is refused unless forced; rules hold against force', async () => {
  await start({
    rules: [
      { branch: 'release-*', type: 'non_fast_forward' },
      { branch: 'release-*', type: 'deletion' },
      { branch: 'main', type: 'pull_request' },
    ],
  })
  await git('clone', '--quiet', remote({ contents: 'write' }), 'shop')
  const push = (...words: string[]) => git('-C', 'shop', 'push', 'origin', ...words)
  expect(await push('--quiet', 'main:release-ledger', 'main:free')).toBe('')
  await git('-C', 'shop', 'reset', '--quiet', '--hard', 'v1.0.0')
  expect(await push('HEAD:free')).toMatch(/non-fast-forward/)
  expect(await push('--quiet', '--force', 'HEAD:free')).toBe('')
  const ledger = await push('--force', 'HEAD:release-ledger')
  expect(ledger).toContain('GH013: Repository rule violations found for refs/heads/release-ledger.')
  expect(ledger).toContain('Cannot force-push to this branch')
  expect(await push(':release-ledger')).toContain('Cannot delete this branch')
  await commit('a.txt', 'x')
  expect(await push('--force', 'HEAD:main')).toContain(
    'Changes must be made through a pull request',
  )
  expect(await fixture.git('rev-parse', 'release-ledger')).toBe(
    await fixture.git('rev-parse', 'main'),
  )
})

test('workflow files and tokens are stopped at the door', async () => {
  await start({ pushProtection: true })
  await git('clone', '--quiet', remote({ contents: 'write' }), 'shop')
  await commit('.github/workflows/x.yml', 'on: push\n')
  expect(await git('-C', 'shop', 'push', 'origin', 'main')).toContain(
    'without `workflows` permission',
  )
  const person = remote({ contents: 'write', workflows: 'write' })
  expect(await git('-C', 'shop', 'push', '--quiet', person, 'main')).toBe('')
  await commit('key.txt', `key: ghp_${'a1'.repeat(18)}`)
  expect(await git('-C', 'shop', 'push', person, 'main')).toContain('Push cannot contain secrets')
})

test('a push by a person starts the workflows that wait for its branch or its tag, and one by GITHUB_TOKEN none', async () => {
  await start({ collaborators: { ada: 'write' } })
  const { github } = fixture
  const rights = { permissions: { contents: 'write', workflows: 'write' } } as const
  const ada = github.issueToken({ ...rights, login: 'ada', kind: 'user' })
  const address = (token: string) =>
    `http://x-access-token:${token}@${new URL(github.url).host}/acme/shop.git`
  await git('clone', '--quiet', address(ada), 'shop')
  const files = {
    main: '{ push: { branches: [main] } }',
    tags: "{ push: { tags: ['edge/v*'] } }",
    any: 'push',
    deep: "{ push: { branches: ['fix/**', 'a.c'] } }",
  }
  for (const [name, on] of Object.entries(files))
    await commit(`.github/workflows/${name}.yml`, `on: ${on}\njobs: {}\n`)
  const begun = async (token: string, ...refs: string[]) => {
    const before = github.runs('acme/shop').length
    expect(await git('-C', 'shop', 'push', '--quiet', address(token), ...refs)).toBe('')
    return github
      .runs('acme/shop')
      .slice(before)
      .map((run) => `${run.event} ${run.workflow.slice(18)} ${run.headBranch} by ${run.actor}`)
  }
  expect(await begun(ada, 'main')).toEqual([
    ...['push any.yml main by ada', 'push main.yml main by ada'],
  ])
  expect(await begun(ada, 'HEAD:refs/tags/edge/v1', 'HEAD:refs/tags/edge/v2/x')).toEqual([
    ...['push any.yml edge/v1 by ada', 'push tags.yml edge/v1 by ada'],
    'push any.yml edge/v2/x by ada',
  ])
  expect(await begun(ada, 'HEAD:refs/heads/fix/a/b', 'HEAD:refs/heads/abc')).toEqual([
    ...['push any.yml abc by ada', 'push any.yml fix/a/b by ada', 'push deep.yml fix/a/b by ada'],
  ])
  expect(await begun(ada, 'main')).toEqual([])
  await commit('a.txt', 'by a job')
  expect(await begun(github.issueToken(rights), 'main')).toEqual([])
})
