import { createEmulator } from 'emulate'
import { placeOn, type Server } from './asker.ts'
import { NotBuilt, type Place, type Setup, type Target } from './target.ts'

const OWNER = 'ada'

/** `emulate` 0.12.2: a GitHub that others wrote. Repositories are made by its API, as a user would. */
export async function emulateTarget(): Promise<Target> {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: {
        'owner-token': { login: OWNER, scopes: ['repo', 'workflow'] },
        'reader-token': { login: 'mona', scopes: [] },
      },
      github: { users: [{ login: OWNER }, { login: 'mona' }] },
    },
  })
  const url = emulator.url.replace('localhost', '127.0.0.1')
  const tokens = { owner: 'owner-token', reader: 'reader-token', nobody: undefined }
  const server: Server = { url, graphqlUrl: `${url}/graphql`, tokens }
  return {
    name: 'emulate',
    async place(name, setup = {}) {
      const place = placeOn(server, OWNER, name)
      const body = { name, auto_init: true, private: setup.private ?? false }
      await expectDone(place.ask('POST', `${url}/user/repos`, body), 'a repository')
      await prepare(place, setup)
      return place
    },
    close: () => emulator.close(),
  }
}

async function prepare(place: Place, setup: Setup): Promise<void> {
  if (setup.immutableReleases) throw new NotBuilt('immutable releases')
  if (setup.environment) throw new NotBuilt('environments')
  if (setup.pullRequestsBy === 'ruleset') throw new NotBuilt('rulesets')
  if (setup.hasIssues === false) {
    await expectDone(place.ask('PATCH', '', { has_issues: false }), 'issues switched off')
  }
  for (const [path, text] of Object.entries(setup.files ?? {})) {
    const content = Buffer.from(text).toString('base64')
    await expectDone(place.ask('PUT', `/contents/${path}`, { message: path, content }), 'a file')
  }
  if (setup.pullRequestsBy === undefined) return
  await expectDone(
    place.ask('PUT', '/branches/main/protection', {
      required_status_checks: null,
      enforce_admins: true,
      required_pull_request_reviews: { required_approving_review_count: 1 },
      restrictions: null,
    }),
    'a protected branch',
  )
}

async function expectDone(asked: ReturnType<Place['ask']>, what: string): Promise<void> {
  const { status } = await asked
  if (status >= 300) throw new NotBuilt(`${what} (${status})`)
}
