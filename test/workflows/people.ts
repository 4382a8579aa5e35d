import { REPOSITORY, type Sandbox } from '../../sandbox/demo/sandbox.ts'

/** Close an issue as this login, opening it first where another has closed it: only the last close counts. */
export async function closeIssue(
  { github, token }: Sandbox,
  issue: number | undefined,
  login: string,
): Promise<void> {
  const own =
    login === 'octocat'
      ? token
      : github.issueToken({
          login,
          kind: login.endsWith('[bot]') ? 'app' : 'user',
          permissions: { issues: 'write' },
        })
  const set = async (state: 'open' | 'closed', by: string) => {
    const answer = await fetch(`${github.url}/repos/${REPOSITORY}/issues/${issue}`, {
      method: 'PATCH',
      headers: { authorization: `token ${by}`, 'content-type': 'application/json' },
      body: JSON.stringify({ state }),
    })
    if (!answer.ok) throw new Error(`issue ${issue} cannot be ${state}: ${answer.status}`)
  }
  await set('open', token)
  await set('closed', own)
}
