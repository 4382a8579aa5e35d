import type { Access } from './source-access.ts'
import type { Source } from './sources.ts'

/** The name that stands for the token of the action itself. */
export const JOB_TOKEN = 'GITHUB_TOKEN'

/** Names of the secrets that a source needs, each once. */
export function secretsOf(source: Source): readonly string[] {
  return [...new Set(namesOf(source).filter((name) => name !== undefined))]
}

function namesOf(source: Source): readonly (string | undefined)[] {
  switch (source.provider) {
    case 'prometheus':
    case 'http-json':
    case 'loki':
      return accessNames(source)
    case 'cloudwatch':
      return [source['access-key-id'], source['secret-access-key'], source['session-token']]
    case 'sentry-health':
    case 'github':
      return [source.token]
    case 'prober':
    case 'file':
      return []
  }
}

const accessNames = ({ token, password, 'secret-headers': headers = {} }: Access) => [
  token,
  password,
  ...Object.values(headers),
]
