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
  const set = async (state: 'open' | 'closed', by: string) =>
    must(`${github.url}/repos/${REPOSITORY}/issues/${issue}`, {
      method: 'PATCH',
      headers: { authorization: `token ${by}`, 'content-type': 'application/json' },
      body: JSON.stringify({ state }),
    })
  await set('open', token)
  await set('closed', own)
}

/** Open an issue as a person; gives back its number. */
export async function openIssue(
  { github, token }: Sandbox,
  issue: { readonly title: string; readonly body: string; readonly labels: readonly string[] },
): Promise<number> {
  const answer = await must(`${github.url}/repos/${REPOSITORY}/issues`, {
    method: 'POST',
    headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(issue),
  })
  return Number(((await answer.json()) as { number: number }).number)
}

/** Take a file off a release; gives back its bytes. */
export async function removeAsset(
  { github, token }: Sandbox,
  tag: string,
  name: string,
): Promise<Uint8Array> {
  const release = github.releases(REPOSITORY).find((r) => r.tagName === tag)
  const asset = release?.assets.find((a) => a.name === name)
  if (asset === undefined) throw new Error(`${tag} has no ${name}`)
  await must(`${github.url}/repos/${REPOSITORY}/releases/assets/${asset.id}`, {
    method: 'DELETE',
    headers: { authorization: `token ${token}` },
  })
  return asset.bytes
}

/** Put a file on a release. */
export async function uploadAsset(
  { github, token }: Sandbox,
  tag: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const release = github.releases(REPOSITORY).find((r) => r.tagName === tag)
  const query = `name=${encodeURIComponent(name)}`
  await must(`${github.url}/uploads/repos/${REPOSITORY}/releases/${release?.id}/assets?${query}`, {
    method: 'POST',
    headers: { authorization: `token ${token}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
}

async function must(url: string, request: RequestInit): Promise<Response> {
  const answer = await fetch(url, request)
  if (!answer.ok) throw new Error(`${request.method} ${url} answered ${answer.status}`)
  return answer
}
