import { differences } from './compare.ts'
import { conversation, type Exchange } from './conversation.ts'
import { isObject, linksOf, translation } from './translation.ts'

/** A server that is prepared as GitHub was when a conversation was recorded. */
export interface Stage {
  readonly url: string
  readonly token: string
  /** Commits of the recording that no answer names first. */
  readonly commits: Readonly<Record<string, string>>
  /** What happened behind the recording's back after its first answer. */
  readonly meanwhile?: () => Promise<void>
}

/** Has a recorded conversation with a server; the differences of each answer from GitHub's, a line each. */
export async function replay(name: string, stage: Stage): Promise<string[]> {
  const words = translation(stage.url, stage.commits)
  const found: string[] = []
  for (const [index, exchange] of conversation(name).entries()) {
    const heard = await send(exchange, stage, words.address(addressOf(exchange)), words.text)
    if (index === 0) await stage.meanwhile?.()
    words.learn(exchange.response, heard.data)
    words.learnLinks(exchange.headers.link, heard.link)
    const translated = JSON.parse(words.text(JSON.stringify(exchange.response)))
    const lines = [
      ...(heard.status === exchange.status
        ? []
        : [`status ${heard.status}, not ${exchange.status}`]),
      ...linkDifferences(exchange.headers.link ?? '', heard.link ?? ''),
      ...(heard.status === exchange.status ? differences(translated, heard.data) : []),
    ]
    const request = `${exchange.method.toUpperCase()} ${exchange.path.replace(/\?.*/, '')}`
    found.push(...lines.map((line) => `${index + 1}. ${request}: ${line}`))
  }
  return found
}

function addressOf({ scope, path }: Exchange) {
  return `${scope.replace(/:443$/, '')}${path}`
}

async function send(
  { method, body, reqheaders }: Exchange,
  { token }: Stage,
  address: string,
  translate: (text: string) => string,
) {
  const text = isObject(body) ? translate(JSON.stringify(body)) : String(body)
  const type = reqheaders['content-type']
  const answer = await fetch(address, {
    method: method.toUpperCase(),
    headers: {
      authorization: `token ${token}`,
      ...(reqheaders.accept && { accept: reqheaders.accept }),
      ...(type && { 'content-type': type }),
    },
    ...(text !== '' && method !== 'get' && { body: text }),
    redirect: 'manual',
  })
  const said = await answer.text()
  return { status: answer.status, link: answer.headers.get('link'), data: read(said) }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function linkDifferences(recorded: string, heard: string): string[] {
  const [theirs, ours] = [recorded, heard].map((header) => [...linksOf(header).keys()].toSorted())
  return String(theirs) === String(ours) ? [] : [`Link leads to ${ours}, not to ${theirs}`]
}
