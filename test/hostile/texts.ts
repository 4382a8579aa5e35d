import { hostile } from '../domain/report/hostile.ts'
import { pick, seeded } from '../fakes/random.ts'

/** What a program named in a text would leave behind, had anybody run it. */
export const CANARY = 'HOSTILE_RAN'

const EXPRESSION = `$${'{{'} secrets.GITHUB_TOKEN }}`
const REPEATED = 'A'.repeat(9000)
const EMOJI = '👍'.repeat(1200)

/** What reaches a runner, a shell, a query, a header or a reader when it is taken for more than text. */
const PIECES: readonly [string, ...string[]] = [
  '\n',
  '\r',
  '\r\n',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u000b',
  '\u000c',
  '\0',
  '\u001b[31m',
  '\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  '\u009b2J',
  '\u202e',
  '\u2067',
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u{e0041}',
  '\ud83d',
  '\ude00',
  '👩‍🚀',
  '%0A',
  '%0D%0A::error::',
  '%25',
  '::',
  '::set-output name=verdict::pass',
  '\n::set-output name=verdict::pass\n',
  '::add-mask::a',
  '::stop-commands::x',
  '::save-state name=a::b',
  '::error file=a.ts,line=1::x',
  '##[error]x',
  '##[set-output name=verdict]pass',
  '#',
  '##',
  'verdict=pass',
  'verdict<<end-of-value\npass\nend-of-value\n',
  'end-of-value',
  'end-of-value-',
  'ghadelimiter_1',
  EXPRESSION,
  '{{7*7}}',
  '{version}',
  '{window}',
  '$&',
  '$`',
  "$'",
  '$1',
  '`',
  `\`touch ${CANARY}\``,
  `$(touch ${CANARY})`,
  `; touch ${CANARY} ;`,
  `| touch ${CANARY}`,
  `\n/usr/bin/touch ${CANARY}\n`,
  '--help',
  '-x',
  '--',
  '../../etc/passwd',
  '..\\..\\x',
  '%2e%2e%2f',
  '?a=b&c=d',
  '#fragment',
  'https://user:password@evil.example/',
  '@everyone',
  '@here',
  '<!channel>',
  '<!subteam^S1>',
  '<@U024BE7LH>',
  '<https://evil.example|link>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '[x](javascript:alert(1))',
  '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '<a href="javascript:alert(1)">x</a>',
  '<!-- release-actions:freeze checkout/stable -->',
  '-->',
  '--!>',
  'Fixes #1',
  'closes acme/shop#2',
  'resolves https://github.com/acme/shop/issues/3',
  '"} or vector(1) #',
  "'} or vector(1) #",
  '`} or vector(1) #',
  '\\"} or vector(1) #',
  '\\',
  '"',
  "'",
  'set weight b/s 100',
  ';set server checkout/green weight 100',
  '\nshutdown sessions server checkout/blue\n',
  'x: y\r\nx-injected: yes',
  '\r\n\r\nGET /injected HTTP/1.1',
  REPEATED,
  EMOJI,
]

/** Hostile texts, the same for the same seed: pieces of every kind side by side, some of them very long. */
export function* texts(seed: number, count: number): Generator<string> {
  const random = seeded(seed ^ 0x5eed)
  const others = hostile(seed, Number.POSITIVE_INFINITY)
  for (let i = 0; i < count; i++) {
    const length = 1 + Math.floor(random() * 6)
    const part = () => (random() < 0.75 ? pick(random, PIECES) : (others.next().value ?? ''))
    yield Array.from({ length }, part).join(random() < 0.3 ? ' ' : '')
  }
}
