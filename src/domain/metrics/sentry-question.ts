/** What Sentry can be asked about one release in one window. */
export type SentryQuestion =
  | { readonly kind: (typeof WORDS)[number] }
  /** Events whose message holds the text. */
  | { readonly kind: 'events'; readonly message: string }

const WORDS = [
  'crash-free-sessions',
  'crash-free-users',
  'crashed-sessions',
  'crashed-users',
  'sessions',
  'users',
  'adoption',
  'new-issues',
] as const

/** Those that are a share, 0 to 1. */
const SHARES = [
  'crash-free-sessions',
  'crash-free-users',
  'crashed-sessions',
  'crashed-users',
  'adoption',
]

/** The grammar, for people. */
export const SENTRY_QUESTIONS = `${WORDS.join(', ')} or events:TEXT`

/** Reads the `query` of an objective; undefined where it is no such question. */
export function parseSentryQuestion(query: string): SentryQuestion | undefined {
  const [, message] = /^events:\s*([^"*\\\p{Cc}]{3,200})$/u.exec(query) ?? []
  if (message !== undefined) return { kind: 'events', message: message.trim() }
  const kind = WORDS.find((word) => word === query)
  return kind === undefined ? undefined : { kind }
}

/** Whether the answer is a share; else it is a number of something. */
export function isShare({ kind }: SentryQuestion): boolean {
  return SHARES.includes(kind)
}
