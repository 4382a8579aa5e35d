/** The branch that holds the ledger. */
export const LEDGER_BRANCH = 'release-ledger'

const README = `# Release ledger

Written by release-actions, one commit an entry. Every entry names the one before it by its SHA-256: changing or removing
one breaks the chain. Do not edit, merge or delete this branch; recommended branch rules: \`deletion\` and
\`non_fast_forward\`.
`

/** Root of the branch: an explanation, and what keeps foreign builders from building it. */
export const ROOT_FILES = [
  { path: 'README.md', text: README },
  { path: 'vercel.json', text: '{ "git": { "deploymentEnabled": false } }\n' },
  { path: 'netlify.toml', text: '[build]\n  ignore = "exit 0"\n' },
] as const
