import { Octokit } from '@octokit/rest'
import { githubLimits } from '../../../sandbox/github/index.ts'
import { type Results, startResults } from '../../../sandbox/results/index.ts'
import { allRights, type Fixture, startFixture } from '../../sandbox/github/fixture.ts'

/** A GitHub with a bit of everything, and clients for it that note which methods were called. */
export interface Rig {
  readonly fixture: Fixture
  readonly results: Results
  /** `METHOD path` with empty braces for the parameters: each method that was called and answered. */
  readonly called: ReadonlySet<string>
  /** GitHub's own client as a person, or as an App when the login ends in `[bot]`. */
  client(login: string): Octokit['rest']
  close(): Promise<void>
}

/** Starts it; close it at the end. */
export async function startRig(): Promise<Rig> {
  const called = new Set<string>()
  const results = await startResults()
  const fixture = await startFixture(
    {
      collaborators: { ada: 'admin', mona: 'maintain' },
      environments: [{ name: 'production', reviewers: ['mona'] }],
      rules: [
        { branch: 'release-*', type: 'deletion' },
        { branch: 'old', type: 'pull_request', isProtection: true },
      ],
    },
    {
      // A minute of the test is more than a minute of a person.
      limits: { ...githubLimits, content: { minute: 1000, hour: 1000 } },
      artifacts: results,
      teams: [{ organization: 'acme', slug: 'release', members: { mona: 'active' } }],
    },
  )
  return {
    fixture,
    results,
    called,
    client: (login) => client(fixture, login, called),
    async close() {
      await results.close()
      await fixture.close()
    },
  }
}

/** A method is an operation of GitHub's description, whatever their parameters are called. */
export function shapeOf(method: string, url: string): string {
  const path = url.replace(/\{\?.*\}$/, '').replace(/^\{origin\}/, '')
  return `${method} ${path.replace(/\{[^}]+\}/g, '{}')}`
}

function client({ github }: Fixture, login: string, called: Set<string>) {
  const auth = github.issueToken({
    permissions: { ...allRights, administration: 'write', checks: 'write', members: 'read' },
    login,
    kind: login.endsWith('[bot]') ? 'app' : 'user',
  })
  const octokit = new Octokit({
    auth,
    baseUrl: github.url,
    request: { fetch: globalThis.fetch },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  })
  octokit.hook.after('request', (_answer, { method, url }) => {
    called.add(shapeOf(method, url))
  })
  return octokit.rest
}
