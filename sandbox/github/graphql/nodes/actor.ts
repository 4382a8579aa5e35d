import { nodeId } from '../../bodies/names.ts'
import type { World } from '../../world.ts'

/** An account as GraphQL shows it: a bot's login has no `[bot]` there. */
export function actorNode(world: World, login: string) {
  const databaseId = world.accountId(login)
  const isBot = login.endsWith('[bot]')
  const plain = login.replace(/\[bot\]$/, '')
  return {
    __typename: isBot ? 'Bot' : 'User',
    id: nodeId(isBot ? 'Bot' : 'User', databaseId),
    login: plain,
    databaseId,
    name: null,
    url: `${world.serverUrl}/${isBot ? `apps/${plain}` : plain}`,
  }
}
