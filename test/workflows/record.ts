import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import canonicalize from 'canonicalize'
import { REPOSITORY, type Sandbox } from '../../sandbox/demo/sandbox.ts'
import { type Entry, Entry as EntrySchema } from '../../src/domain/ledger/entry.ts'

const run = promisify(execFile)
const BRANCH = 'release-ledger'

/** The texts of a release's entries in order, read with git as an auditor would. */
async function texts({ population }: Sandbox, version: string): Promise<string[]> {
  const git = (...args: string[]) => run('git', ['-C', population.consumer.bare, ...args])
  const folder = `releases/checkout-service/stable/${version}/`
  const { stdout } = await git('ls-tree', '--name-only', BRANCH, folder)
  const paths = stdout.split('\n').filter((path) => path !== '')
  return Promise.all(paths.map(async (path) => (await git('show', `${BRANCH}:${path}`)).stdout))
}

/** The entries of a release of the stable channel, oldest first. */
export async function entries(sandbox: Sandbox, version: string): Promise<Entry[]> {
  return (await texts(sandbox, version)).map((text) => EntrySchema.parse(JSON.parse(text)))
}

/** Kinds of the entries; an outcome that ends the release says how. */
export async function kinds(sandbox: Sandbox, version: string): Promise<string[]> {
  return (await entries(sandbox, version)).map((entry) => {
    if (entry.kind !== 'outcome' || entry.payload.effect !== 'release') return entry.kind
    return entry.payload.result
  })
}

/** For each entry, whether it names the SHA-256 of the one before; computed from the stored text alone. */
export async function links(sandbox: Sandbox, version: string): Promise<boolean[]> {
  const stored = (await texts(sandbox, version)).map((text) => JSON.parse(text) as Entry)
  const names = stored.map((entry) => sha256(canonicalize(entry) ?? ''))
  return stored.map((entry, i) => entry.previous === (names[i - 1] ?? null))
}

function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}

/** Paths below `open/` of the ledger: releases and freezes that are not over. */
export async function open({ population }: Sandbox): Promise<string[]> {
  const args = ['-C', population.consumer.bare, 'ls-tree', '-r', '--name-only', BRANCH, 'open/']
  return (await run('git', args)).stdout.split('\n').filter((path) => path !== '')
}

/** Everything that a refused run must leave as it was. */
export async function state({ github, world }: Sandbox) {
  const { git } = github.repository(REPOSITORY)
  return {
    ledger: await git.objectAt(`refs/heads/${BRANCH}`),
    issues: github
      .issues(REPOSITORY)
      .map(({ number, state, body, labels }) => ({ number, state, body, labels: [...labels] })),
    weights: await world.traffic.weights(),
    slots: world.platform.slots().map((s) => s.version),
  }
}
