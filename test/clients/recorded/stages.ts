import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type GitHub, type RepositoryOptions, startGitHub } from '../../../sandbox/github/index.ts'
import { conversation } from './conversation.ts'
import type { Stage } from './replay.ts'

const OWNER = 'octokit-fixture-org'
const PERSON = 'octokit-fixture-user-a'
const rights = { contents: 'write', issues: 'write', statuses: 'write' } as const

type Ask = (method: string, path: string, body?: object | string) => Promise<unknown>

/** How the repository of a conversation has to be, and what has to happen in it before. */
interface Preparation {
  readonly repository?: string
  readonly options?: Partial<RepositoryOptions>
  /** No commit yet. */
  readonly isEmpty?: boolean
  /** `head` is the newest commit. */
  readonly before?: (ask: Ask, head: string) => Promise<void>
  readonly meanwhile?: (ask: Ask, head: string) => Promise<void>
}

type Hook = NonNullable<Preparation['before']>

const release: Hook = async (ask, head) => {
  const body = { tag_name: 'v1.0.0', name: 'Version 1.0.0', body: 'Initial release' }
  await ask('POST', '/releases', { ...body, target_commitish: head })
}

/** The file that is in the way is put there between the first answer and the second request. */
const upload: Hook = async (ask) => {
  const found = (await ask('GET', '/releases/tags/v1.0.0')) as { upload_url: string }
  const address = found.upload_url.replace(/\{.*/, '')
  await ask('POST', `${address}?name=test-upload.txt&label=test`, 'Hello, world!\n')
}

const issues =
  (count: number): Hook =>
  async (ask) => {
    for (let number = 1; number <= count; number += 1) {
      await ask('POST', '/issues', { title: `Test issue ${number}` })
    }
  }

/** The labels of a new repository on GitHub. */
const standardLabels: Hook = async (ask) => {
  const [list] = conversation('labels')
  const labels = (list?.response ?? []) as Record<string, string>[]
  for (const label of labels) {
    const { name, color, description } = label
    await ask('POST', '/labels', { name, color, description })
  }
}

/** The conversations about what the suite uses, and how they begin. */
export const preparations: Readonly<Record<string, Preparation>> = {
  'add-labels-to-issue': {},
  'create-file': { isEmpty: true },
  'create-status': {},
  errors: {},
  'get-content': { repository: 'hello-world' },
  'get-repository': { repository: 'hello-world', options: { defaultBranch: 'master' } },
  'get-root': {},
  'git-refs': {},
  labels: { before: standardLabels },
  'lock-issue': { before: issues(1) },
  'paginate-issues': { before: issues(13) },
  'release-assets': { before: release },
  'release-assets-conflict': { before: release, meanwhile: upload },
}

/** A sandbox that stands where GitHub stood when a conversation began. */
export async function stageOf(
  name: string,
): Promise<Stage & { readonly github: GitHub; close(): Promise<void> }> {
  const { repository = name, isEmpty = false, ...prepared } = preparations[name] ?? {}
  const folder = await mkdtemp(join(tmpdir(), 'recorded-'))
  const { gitDir, commits, head } = await makeGit(folder, isEmpty)
  const github = await startGitHub({
    repositories: [
      {
        fullName: `${OWNER}/${repository}`,
        gitDir,
        collaborators: { [PERSON]: 'admin' },
        ...prepared.options,
      },
    ],
    organizations: [OWNER],
    tokens: { token: { login: PERSON, kind: 'user', permissions: rights } },
  })
  const ask = asker(github, `${OWNER}/${repository}`)
  await prepared.before?.(ask, head)
  return {
    github,
    url: github.url,
    token: 'token',
    commits,
    meanwhile: async () => prepared.meanwhile?.(ask, head),
    async close() {
      await github.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function asker({ url }: GitHub, fullName: string): Ask {
  return async (method, path, body) => {
    const address = path.startsWith('http') ? path : `${url}/repos/${fullName}${path}`
    const answer = await fetch(address, {
      method,
      headers: { authorization: 'token token', 'content-type': 'text/plain' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return answer.json()
  }
}

/** Two commits, as in the recording, where the newer one is number 1; or none. */
async function makeGit(folder: string, isEmpty: boolean) {
  const work = join(folder, 'work')
  await mkdir(work)
  const person = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org']
  const git = async (...args: string[]) =>
    (await promisify(execFile)('git', [...person, '-C', work, ...args])).stdout.trim()
  await git('init', '--quiet', '--initial-branch=main')
  const gitDir = join(folder, 'bare.git')
  if (isEmpty) {
    await git('clone', '--quiet', '--bare', work, gitDir)
    return { gitDir, commits: {}, head: '' }
  }
  await writeFile(join(work, 'README.md'), '# hello-world')
  await git('add', '.')
  await git('commit', '--quiet', '-m', 'one')
  const older = await git('rev-parse', 'HEAD')
  await git('commit', '--quiet', '--allow-empty', '-m', 'two')
  const head = await git('rev-parse', 'HEAD')
  await git('clone', '--quiet', '--bare', work, gitDir)
  const zeros = '0'.repeat(39)
  return { gitDir, commits: { [`${zeros}1`]: head, [`${zeros}2`]: older }, head }
}
